import type { Language } from '../model/language.ts';
import { suggestion as english } from '../locales/en/screen/suggestion.ts';
import { suggestion as chinese } from '../locales/zh-CN/screen/suggestion.ts';
import { type FailureValues, fillSentence } from '../result.ts';

const catalogues: Readonly<Record<Language, Readonly<Record<keyof typeof english, string>>>> = { en: english, 'zh-CN': chinese };

/** A sentence about a document's date, in the language of whoever asked. */
export function suggestionWord(language: Language, word: keyof typeof english, values: FailureValues = {}): string {
  return fillSentence(catalogues[language][word], values);
}
