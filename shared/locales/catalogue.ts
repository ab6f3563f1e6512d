type Original = Readonly<Record<string, string>>;

/** A translation: exactly the keys of the English original. A missing or left-over key is a compile error. */
export type Catalogue<English extends Original> = { readonly [Key in keyof English]: string };

/**
 * What may be asked of a catalogue: its keys, and for counted sentences (`exhibits_one`, `exhibits_other`) the name without
 * its ending, given with a `count`.
 */
export type SentenceName<English> = keyof English extends infer Key
  ? (Key extends `${infer Counted}_${'one' | 'other'}` ? Counted : Key) & string
  : never;
