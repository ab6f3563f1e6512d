import type { Language } from './language.ts';
import type { Catalogue } from './catalogue.ts';
import { words as english } from './en/words.ts';
import { words as chinese } from './zh-CN/words.ts';

export type Words = Catalogue<typeof english>;

/** The words that screen, print and terminal share, by language: roles, lanes, standings, places, acts, the nouns of the product. */
export const words: Readonly<Record<Language, Words>> = { en: english, 'zh-CN': chinese };
