/** A value of a PDF, as far as this report asks for it: names and words of other kinds are text, a reference is nothing. */
export type Value = null | number | Name | Words | readonly Value[] | Entries;
export type Entries = ReadonlyMap<string, Value>;

export class Name {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

/** A string; `from` and `end` say where it stands, its brackets included. */
export class Words {
  readonly bytes: Buffer;
  readonly from: number;
  readonly end: number;

  constructor(bytes: Buffer, from: number, end: number) {
    this.bytes = bytes;
    this.from = from;
    this.end = end;
  }
}

const mostDepth = 48;
const blanks = new Set([0x00, 0x09, 0x0a, 0x0c, 0x0d, 0x20]);
const delimiters = new Set(Buffer.from('()<>[]{}/%', 'latin1'));

/** Walks over values from front to back. After a fault it stands where the fault is, so that nothing is read twice. */
export class ValueReader {
  readonly file: Buffer;
  at: number;

  constructor(file: Buffer, at: number) {
    this.file = file;
    this.at = at;
  }

  skipBlanks(): void {
    for (; this.at < this.file.length; this.at += 1) {
      const byte = this.file[this.at] as number;
      if (byte === 0x25) while (this.at < this.file.length && this.file[this.at] !== 0x0a && this.file[this.at] !== 0x0d) this.at += 1;
      else if (!blanks.has(byte)) return;
    }
  }

  /** Undefined where none stands. */
  read(depth = 0): Value | undefined {
    this.skipBlanks();
    const byte = this.file[this.at];
    if (byte === undefined || depth > mostDepth) return undefined;
    if (byte === 0x2f) return this.#readName();
    if (byte === 0x28) return this.#readBracketed();
    if (byte === 0x5b) return this.#readArray(depth);
    if (byte === 0x3c) return this.file[this.at + 1] === 0x3c ? this.#readDictionary(depth) : this.#readHex();
    return this.#readPlain();
  }

  #readName(): Name {
    const from = (this.at += 1);
    this.#skipRegular();
    return new Name(this.file.toString('latin1', from, Math.min(this.at, from + 128)));
  }

  #skipRegular(): void {
    while (this.at < this.file.length) {
      const byte = this.file[this.at] as number;
      if (blanks.has(byte) || delimiters.has(byte)) return;
      this.at += 1;
    }
  }

  /** A number, or a word such as `true` and the `R` of a reference, which are nothing here. */
  #readPlain(): Value | undefined {
    const from = this.at;
    this.#skipRegular();
    if (this.at === from || this.at - from > 32) return undefined;
    const word = this.file.toString('latin1', from, this.at);
    if (/^[+-]?[\d.]+$/.test(word)) return Number(word);
    return /^(?:true|false|null|R)$/.test(word) ? null : undefined;
  }

  #readBracketed(): Words | undefined {
    const from = this.at;
    let depth = 0;
    const bytes: number[] = [];
    for (; this.at < this.file.length; this.at += 1) {
      const byte = this.file[this.at] as number;
      if (byte === 0x5c) {
        this.at += 1;
        bytes.push(this.file[this.at] ?? 0);
        continue;
      }
      depth += byte === 0x28 ? 1 : byte === 0x29 ? -1 : 0;
      if (depth === 0) return new Words(Buffer.from(bytes.slice(1)), from, (this.at += 1));
      if (bytes.length < 65_536) bytes.push(byte);
    }
    return undefined;
  }

  #readHex(): Words | undefined {
    const from = this.at;
    const end = this.file.indexOf(0x3e, from);
    this.at = end < 0 ? this.file.length : end + 1;
    if (end < 0) return undefined;
    const text = this.file.toString('latin1', from + 1, end).replace(/[\0\t\n\f\r ]/g, '');
    if (!/^[\dA-Fa-f]*$/.test(text)) return undefined;
    return new Words(Buffer.from(text.length % 2 === 0 ? text : `${text}0`, 'hex'), from, end + 1);
  }

  #readArray(depth: number): readonly Value[] | undefined {
    this.at += 1;
    const found: Value[] = [];
    for (;;) {
      this.skipBlanks();
      if (this.file[this.at] === 0x5d) {
        this.at += 1;
        return found;
      }
      const value = this.read(depth + 1);
      if (value === undefined) return undefined;
      found.push(value);
    }
  }

  #readDictionary(depth: number): Entries | undefined {
    this.at += 2;
    const found = new Map<string, Value>();
    let key: string | undefined;
    for (;;) {
      this.skipBlanks();
      if (this.file[this.at] === 0x3e) {
        this.at += 2;
        return found;
      }
      const value = this.read(depth + 1);
      if (value === undefined) return undefined;
      // What follows a value without being a key is the rest of a reference.
      if (value instanceof Name && key === undefined) key = value.name;
      else if (key !== undefined) {
        if (!found.has(key)) found.set(key, value);
        key = undefined;
      }
    }
  }
}

/** The words of a string as PDF writes them: UTF-16 or UTF-8 with their marks, else Latin letters. */
export function wordsOf(value: Value | undefined): string {
  if (!(value instanceof Words)) return '';
  const { bytes } = value;
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes[0] === 0xef && bytes[1] === 0xbb) return new TextDecoder().decode(bytes);
  return bytes.toString('latin1');
}

export function nameOf(value: Value | undefined): string {
  return value instanceof Name ? value.name : '';
}
