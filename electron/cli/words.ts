import process from 'node:process';
import { terminal } from '../../shared/locales/terminal.ts';
import type { Language } from '../../shared/model/language.ts';
import { line } from './terminal.ts';
import { type Failure, type FailureValues, fillSentence } from '../../shared/result.ts';

export type CliWord = keyof (typeof terminal)['en'];

/** English, unless CASEWRIGHT_LANGUAGE names another language the product speaks. */
export const language: Language = (Object.keys(terminal) as Language[]).find((one) => one === process.env.CASEWRIGHT_LANGUAGE) ?? 'en';

/** The values are one line each: a title or a file name must not add a line of its own to what we say. */
export function word(name: CliWord, values: FailureValues = {}): string {
  const lines = Object.entries(values).map(([key, value]) => [key, typeof value === 'string' ? line(value) : value]);
  return fillSentence(terminal[language][name], Object.fromEntries(lines) as FailureValues);
}

/** What a command does, in the word of its own name. */
export function summaryOf(command: string): string {
  return word(command.replace(' ', '.') as CliWord);
}

/** A failure's one sentence. Its words are only looked for when something failed. */
export async function failureSentence(failure: Failure): Promise<string> {
  if (language === 'en') return failure.message;
  const { everywhere } = await import('../../shared/locales/everywhere.ts');
  return fillSentence(everywhere[language].failure[failure.code] ?? failure.message, failure.values);
}
