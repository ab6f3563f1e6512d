import { FailureError, type FailureValues } from '../result.ts';
import type { Language } from '../model/language.ts';
import { type TimeWord, timeWord } from './words.ts';

export type Problem = TimeWord extends infer Word ? (Word extends `problem.${infer Name}` ? Name : never) : never;

/** Why a text is no moment; becomes a `moment.invalid` failure once the language of the sentence is known. */
export class Refusal extends Error {
  readonly problem: Problem;
  readonly values: (language: Language) => FailureValues;

  constructor(problem: Problem, values: FailureValues | ((language: Language) => FailureValues) = {}) {
    super(problem);
    this.name = 'Refusal';
    this.problem = problem;
    this.values = typeof values === 'function' ? values : () => values;
  }

  toFailure(text: string, language: Language): FailureError {
    const sentence = timeWord(language, `problem.${this.problem}`, this.values(language));
    return new FailureError('moment.invalid', { text, problem: sentence, reason: this.problem }, { cause: this });
  }
}
