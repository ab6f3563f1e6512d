import { FormError, type FormRule } from './form-error.ts';

/** A name, decoded. */
export interface Name {
  readonly kind: 'name';
  readonly name: string;
}

export interface Reference {
  readonly kind: 'reference';
  readonly to: number;
}

/** A string; `from` and `end` say where it stands in the file, its brackets included. */
export interface Text {
  readonly kind: 'text';
  readonly hex: boolean;
  readonly bytes: Buffer;
  readonly from: number;
  readonly end: number;
}

export type Dictionary = ReadonlyMap<string, Value>;
export type Value = null | boolean | number | Name | Reference | Text | readonly Value[] | Dictionary;

export function isName(value: Value | undefined, name?: string): value is Name {
  return isKind(value, 'name') && (name === undefined || (value as Name).name === name);
}

export function isReference(value: Value | undefined): value is Reference {
  return isKind(value, 'reference');
}

export function isText(value: Value | undefined): value is Text {
  return isKind(value, 'text');
}

export function isArray(value: Value | undefined): value is readonly Value[] {
  return Array.isArray(value);
}

export function isDictionary(value: Value | undefined): value is Dictionary {
  return value instanceof Map;
}

function isKind(value: Value | undefined, kind: 'name' | 'reference' | 'text'): boolean {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === kind;
}

/** Holds a dictionary to a list: every key that must be there, and none besides those that may. */
export function onlyKeys(dictionary: Dictionary, must: readonly string[], may: readonly string[], rule: FormRule, object: number): void {
  const sound = must.every((key) => dictionary.has(key)) && [...dictionary.keys()].every((key) => must.includes(key) || may.includes(key));
  if (!sound) throw new FormError(rule, object);
}

/** UTF-16 with its mark, or else plain ASCII, as our writers spell what is read by people. */
export function wordsOf(text: Text): string {
  const { bytes } = text;
  if (bytes[0] === 0xfe && bytes[1] === 0xff && bytes.length % 2 === 0) return Buffer.from(bytes.subarray(2)).swap16().toString('utf16le');
  return bytes.toString('latin1');
}
