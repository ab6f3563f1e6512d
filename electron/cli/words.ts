import process from 'node:process';
import { everywhere } from '../../shared/locales/everywhere.ts';
import { terminal } from '../../shared/locales/terminal.ts';
import { type Language, languages } from '../../shared/model/language.ts';
import { type Failure, type FailureValues, fillSentence } from '../../shared/result.ts';

export type CliWord = keyof (typeof terminal)['en'];

/** English, unless CASEWRIGHT_LANGUAGE names another language the product speaks. */
export const language: Language = languages.find((one) => one === process.env.CASEWRIGHT_LANGUAGE) ?? 'en';

export function word(name: CliWord, values: FailureValues = {}): string {
  return fillSentence(terminal[language][name], values);
}

/** A failure's one sentence. */
export function failureSentence(failure: Failure): string {
  return fillSentence(everywhere[language].failure[failure.code] ?? failure.message, failure.values);
}
