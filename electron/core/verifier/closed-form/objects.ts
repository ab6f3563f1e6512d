import { FormError, type FormRule } from './form-error.ts';
import { type Frame, insideOf } from './frame.ts';
import { readValue } from './tokens.ts';
import { type Dictionary, isDictionary, isReference, type Reference, type Value } from './values.ts';

export interface FileObject {
  readonly number: number;
  readonly value: Value;
  /** What stands between `stream` and `endstream`. */
  readonly stream: Buffer | undefined;
  readonly references: readonly number[];
}

/** A dictionary that is an object of its own, or stands in another. */
export interface Part {
  readonly number: number;
  readonly dictionary: Dictionary;
  readonly stream: Buffer | undefined;
  readonly references: readonly number[];
}

const opening = '\nstream\n';
const closing = '\nendstream';

/** The objects of a file, each read when it is asked for and taken for one thing only. */
export class Objects {
  readonly file: Buffer;
  readonly frame: Frame;
  readonly #roles: (string | undefined)[] = [];

  constructor(file: Buffer, frame: Frame) {
    this.file = file;
    this.frame = frame;
  }

  /** Reads an object in a role that nothing else may have asked for. */
  take(reference: Value | undefined, role: FormRule): FileObject {
    if (!isReference(reference)) throw new FormError(role);
    return this.#read(this.#claim(reference, role));
  }

  takeDictionary(reference: Value | undefined, role: FormRule): Part {
    const { number, value, stream, references } = this.take(reference, role);
    if (!isDictionary(value)) throw new FormError(role, number);
    return { number, dictionary: value, stream, references };
  }

  /** The same for what may be named from many places; undefined where it has been read before. */
  takeShared(number: number, role: FormRule): FileObject | undefined {
    const before = this.#roles[number];
    if (before === role) return undefined;
    return this.take({ kind: 'reference', to: number }, role);
  }

  isTaken(number: number): boolean {
    return this.#roles[number] !== undefined;
  }

  /** The bytes from its number to its end. */
  bytesOf(number: number): Buffer {
    return this.file.subarray(this.frame.starts[number], this.frame.ends[number]);
  }

  #claim({ to }: Reference, role: FormRule): number {
    if (!this.frame.starts[to]) throw new FormError('reference', to);
    if (this.#roles[to] !== undefined) throw new FormError(role, to);
    this.#roles[to] = role;
    return to;
  }

  #read(number: number): FileObject {
    const { from, end } = insideOf(this.frame, number);
    return readObject(this.file, from, end, number);
  }
}

/** Reads what stands between `N 0 obj` and `endobj`, which must be that to the byte. */
export function readObject(file: Buffer, from: number, end: number, number: number): FileObject {
  const { value, end: after, references } = readValue(file, from, end, number);
  if (after === end) return { number, value, stream: undefined, references };
  const length = isDictionary(value) ? value.get('Length') : undefined;
  const start = after + opening.length;
  const sound =
    typeof length === 'number' &&
    start + length + closing.length === end &&
    file.toString('latin1', after, start) === opening &&
    file.toString('latin1', start + length, end) === closing;
  if (!sound) throw new FormError('stream', number);
  return { number, value, stream: file.subarray(start, start + length), references };
}
