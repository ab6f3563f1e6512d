import process from 'node:process';
import { type Catalogue, catalogues, type Language, languages } from '../../shared/locales/index.ts';
import { cli as english } from '../../shared/locales/en/cli.ts';
import { cli as chinese } from '../../shared/locales/zh-CN/cli.ts';
import { type Failure, type FailureValues, fillSentence } from '../../shared/result.ts';

export type CliWord = keyof typeof english;

const sentences: Readonly<Record<Language, Catalogue<typeof english>>> = { en: english, 'zh-CN': chinese };

/** English, unless CASEWRIGHT_LANGUAGE names another language the product speaks. */
export const language: Language = languages.find((one) => one === process.env.CASEWRIGHT_LANGUAGE) ?? 'en';

export function word(name: CliWord, values: FailureValues = {}): string {
  return fillSentence(sentences[language][name], values);
}

/** A failure's one sentence. */
export function failureSentence(failure: Failure): string {
  return fillSentence(catalogues[language].failure[failure.code] ?? failure.message, failure.values);
}
