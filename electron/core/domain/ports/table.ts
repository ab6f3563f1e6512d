/** What reads a kind of record, and what writes it. Only a transaction hands out the writing side. */
export interface Table<Read = object, Write = object> {
  readonly read: Read;
  readonly write: Write;
}
