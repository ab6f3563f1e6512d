import type { Language } from './language.ts';
import type { Catalogue } from './catalogue.ts';
import { type Words, words } from './words.ts';

type Rooms = Readonly<Record<string, Readonly<Record<string, string>>>>;
type Translation<English extends Rooms> = { readonly [Room in keyof English]: Catalogue<English[Room]> };
type Nothing<Name extends PropertyKey> = Readonly<Record<Name, never>>;
type SentenceOf<English extends Rooms> = { [Room in keyof English]: keyof English[Room] }[keyof English] & string;

/**
 * The rooms of every language, each under its own name: its sentences, and beside them the words that all rooms share. They come
 * from the list of each language (`en/screen/index.ts`), where a room costs one line; a room that one of the lists lacks, or has
 * over, does not compile.
 */
export function inRooms<English extends Rooms, Chinese extends Translation<English>>(
  inEnglish: English,
  inChinese: Chinese & Nothing<Exclude<keyof Chinese, keyof English>>,
): Readonly<Record<Language, { readonly [Room in keyof English]: Catalogue<English[Room]> & Words }>> {
  type Filled = { readonly [Room in keyof English]: Catalogue<English[Room]> & Words };
  const withWords = (rooms: Rooms, shared: Words): Filled =>
    Object.fromEntries(Object.entries(rooms).map(([room, sentences]) => [room, { ...shared, ...sentences }])) as unknown as Filled;
  return { en: withWords(inEnglish, words.en), 'zh-CN': withWords(inChinese, words['zh-CN']) };
}

/** The same, all rooms and the words in one: for sentences whose names tell by themselves where they belong. No two share a name. */
export function inOne<English extends Rooms, Chinese extends Translation<English>>(
  inEnglish: English,
  inChinese: Chinese & Nothing<Exclude<keyof Chinese, keyof English>>,
): Readonly<Record<Language, Readonly<Record<SentenceOf<English> | keyof Words, string>>>> {
  type Sentences = Readonly<Record<SentenceOf<English> | keyof Words, string>>;
  const together = (rooms: Rooms, shared: Words): Sentences => Object.assign({}, shared, ...Object.values(rooms)) as Sentences;
  return { en: together(inEnglish, words.en), 'zh-CN': together(inChinese, words['zh-CN']) };
}
