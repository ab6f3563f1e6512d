import { FormError } from './form-error.ts';
import type { Dictionary, Name, Text, Value } from './values.ts';

/** What one object may hold: nothing that Casewright writes comes near it. */
const mostValues = 1 << 20;
const deepest = 64;
const longestWord = 512;
const longestText = 1 << 20;

const code = (character: string): number => character.charCodeAt(0);
const [SPACE, LINE, RETURN, TAB] = [0x20, 0x0a, 0x0d, 0x09];
const delimiters = new Set('( ) < > [ ] { } / %'.split(' ').map(code));

export interface Read {
  readonly value: Value;
  /** Where the value ends. */
  readonly end: number;
  /** Numbers of the objects it names, in its order. */
  readonly references: readonly number[];
}

/** Reads one value of the part of the PDF syntax that our writers use: no comments, no key twice, no generation but 0. */
export function readValue(file: Buffer, from: number, end: number, object: number): Read {
  const reader = new ValueReader(file, from, end, object);
  const value = reader.value(0);
  return { value, end: reader.at, references: reader.references };
}

class ValueReader {
  at: number;
  readonly references: number[] = [];
  readonly #file: Buffer;
  readonly #end: number;
  readonly #object: number;
  #values = 0;

  constructor(file: Buffer, from: number, end: number, object: number) {
    this.#file = file;
    this.at = from;
    this.#end = end;
    this.#object = object;
  }

  value(depth: number): Value {
    if (depth > deepest || ++this.#values > mostValues) throw new FormError('bound', this.#object);
    switch (this.#peek()) {
      case code('<'):
        return this.#peek(1) === code('<') ? this.#dictionary(depth) : this.#hexText();
      case code('['):
        return this.#array(depth);
      case code('('):
        return this.#plainText();
      case code('/'):
        return this.#name();
      default:
        return this.#word();
    }
  }

  #dictionary(depth: number): Dictionary {
    const found = new Map<string, Value>();
    this.at += 2;
    for (this.#blank(); this.#peek() !== code('>'); this.#blank()) {
      const { name } = this.#name();
      if (found.has(name)) throw this.#wrong();
      this.#blank();
      found.set(name, this.value(depth + 1));
    }
    if (this.#peek(1) !== code('>')) throw this.#wrong();
    this.at += 2;
    return found;
  }

  #array(depth: number): readonly Value[] {
    const found: Value[] = [];
    this.at += 1;
    for (this.#blank(); this.#peek() !== code(']'); this.#blank()) found.push(this.value(depth + 1));
    this.at += 1;
    return found;
  }

  #name(): Name {
    if (this.#peek() !== code('/')) throw this.#wrong();
    const from = this.at + 1;
    this.at = this.#wordEnd(from);
    const spelt = this.#file.toString('latin1', from, this.at);
    if (!spelt.includes('#')) return { kind: 'name', name: spelt };
    if (/#(?![0-9a-fA-F]{2})/.test(spelt)) throw this.#wrong();
    return { kind: 'name', name: spelt.replace(/#(..)/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))) };
  }

  #word(): Value {
    const from = this.at;
    this.at = this.#wordEnd(from);
    const word = this.#file.toString('latin1', from, this.at);
    if (word === 'true' || word === 'false') return word === 'true';
    if (word === 'null') return null;
    if (!/^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(word)) throw this.#wrong();
    return this.#reference(word) ?? Number(word);
  }

  /** `N 0 R`, where this word is N. */
  #reference(word: string): Value | undefined {
    if (!/^[1-9]\d{0,9}$/.test(word)) return undefined;
    if (this.#file.toString('latin1', this.at, Math.min(this.at + 4, this.#end)) !== ' 0 R') return undefined;
    if (this.#wordEnd(this.at + 3) !== this.at + 4) throw this.#wrong();
    this.at += 4;
    const to = Number(word);
    this.references.push(to);
    return { kind: 'reference', to };
  }

  #hexText(): Text {
    const from = this.at;
    const close = this.#file.indexOf('>', from, 'latin1');
    if (close < 0 || close >= this.#end) throw this.#wrong();
    if (close - from > longestText) throw new FormError('bound', this.#object);
    const spelt = this.#file.toString('latin1', from + 1, close);
    if (!/^[0-9a-fA-F\s]*$/.test(spelt)) throw this.#wrong();
    const hex = spelt.replace(/\s/g, '');
    this.at = close + 1;
    return { kind: 'text', hex: true, bytes: Buffer.from(hex.length % 2 === 0 ? hex : `${hex}0`, 'hex'), from, end: this.at };
  }

  #plainText(): Text {
    const from = this.at;
    const bytes: number[] = [];
    this.at += 1;
    for (let open = 1; open > 0; this.at += 1) {
      if (bytes.length > longestText) throw new FormError('bound', this.#object);
      const byte = this.#peek();
      if (byte === code('\\')) {
        this.#escaped(bytes);
        continue;
      }
      if (byte === code('(')) open += 1;
      if (byte === code(')')) open -= 1;
      if (open > 0) bytes.push(byte);
    }
    return { kind: 'text', hex: false, bytes: Buffer.from(bytes), from, end: this.at };
  }

  #escaped(bytes: number[]): void {
    this.at += 1;
    const byte = this.#peek();
    const octal = /^[0-7]{1,3}/.exec(this.#file.toString('latin1', this.at, Math.min(this.at + 3, this.#end)))?.[0];
    if (octal !== undefined) {
      bytes.push(Number.parseInt(octal, 8) & 0xff);
      this.at += octal.length - 1;
      return;
    }
    if (byte === LINE) return;
    const known = { n: LINE, r: RETURN, t: TAB, b: 8, f: 12 }[String.fromCharCode(byte)];
    bytes.push(known ?? byte);
  }

  #wordEnd(from: number): number {
    let at = from;
    while (at < this.#end && !this.#isBorder(this.#file[at] as number)) at += 1;
    if (at - from > longestWord) throw new FormError('bound', this.#object);
    return at;
  }

  #isBorder(byte: number): boolean {
    return byte <= SPACE || delimiters.has(byte);
  }

  /** Spaces and line ends; any other blank character is none of ours. */
  #blank(): void {
    while (this.#peek() === SPACE || this.#peek() === LINE) this.at += 1;
  }

  #peek(ahead = 0): number {
    const at = this.at + ahead;
    if (at >= this.#end) throw this.#wrong();
    return this.#file[at] as number;
  }

  #wrong(): FormError {
    return new FormError('value', this.#object);
  }
}
