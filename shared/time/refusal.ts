import { FailureError } from '../result.ts';
import type { Language } from '../model/language.ts';
import { note, type NoteValues, sayNote } from './note.ts';
import type { TimeWord } from './words.ts';

export type Problem = TimeWord extends infer Word ? (Word extends `problem.${infer Name}` ? Name : never) : never;

/** Why a text is no moment; becomes a `moment.invalid` failure once the language of the sentence is known. */
export class Refusal extends Error {
  readonly problem: Problem;
  readonly values: NoteValues;

  constructor(problem: Problem, values: NoteValues = {}) {
    super(problem);
    this.name = 'Refusal';
    this.problem = problem;
    this.values = values;
  }

  toFailure(text: string, language: Language): FailureError {
    return new FailureError('moment.invalid', { text, problem: this.inWords(language), reason: this.problem }, { cause: this });
  }

  inWords(language: Language): string {
    return sayNote(note(`problem.${this.problem}`, this.values), language);
  }
}
