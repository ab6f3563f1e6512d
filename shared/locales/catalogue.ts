/** A translation: exactly the keys of the English original. A missing or left-over key is a compile error. */
export type Catalogue<Original extends Readonly<Record<string, string>>> = { readonly [Key in keyof Original]: string };

/**
 * What may be asked of a catalogue: its keys, and for counted sentences (`exhibits_one`, `exhibits_other`) the name without
 * its ending, given with a `count`.
 */
export type SentenceName<Original> = keyof Original extends infer Key
  ? (Key extends `${infer Counted}_${'one' | 'other'}` ? Counted : Key) & string
  : never;
