import type { Language } from '../model/language.ts';

type Original = Readonly<Record<string, string>>;
type Rooms = Readonly<Record<string, Original>>;

/** A translation: exactly the keys of the English original. A missing or left-over key is a compile error. */
export type Catalogue<English extends Original> = { readonly [Key in keyof English]: string };

/**
 * What may be asked of a catalogue: its keys, and for counted sentences (`exhibits_one`, `exhibits_other`) the name without
 * its ending, given with a `count`.
 */
export type SentenceName<English> = keyof English extends infer Key
  ? (Key extends `${infer Counted}_${'one' | 'other'}` ? Counted : Key) & string
  : never;

type Translation<English extends Rooms> = { readonly [Room in keyof English]: Catalogue<English[Room]> };
type Nothing<Name extends PropertyKey> = Readonly<Record<Name, never>>;
type SentenceOf<English extends Rooms> = { [Room in keyof English]: keyof English[Room] }[keyof English] & string;

/**
 * The rooms of every language, each room under its own name. They come from the list of each language (`en/screen/index.ts`),
 * where a room costs one line; a room that one of the lists lacks, or has over, does not compile.
 */
export function inRooms<English extends Rooms, Chinese extends Translation<English>>(
  english: English,
  chinese: Chinese & Nothing<Exclude<keyof Chinese, keyof English>>,
): Readonly<Record<Language, Translation<English>>> {
  return { en: { ...english }, 'zh-CN': { ...chinese } };
}

/** The same, all rooms in one: for sentences whose names tell by themselves where they belong. No two rooms share a name. */
export function inOne<English extends Rooms, Chinese extends Translation<English>>(
  english: English,
  chinese: Chinese & Nothing<Exclude<keyof Chinese, keyof English>>,
): Readonly<Record<Language, Readonly<Record<SentenceOf<English>, string>>>> {
  type Sentences = Readonly<Record<SentenceOf<English>, string>>;
  const together = (rooms: Rooms): Sentences => Object.assign({}, ...Object.values(rooms)) as Sentences;
  return { en: together(english), 'zh-CN': together(chinese) };
}
