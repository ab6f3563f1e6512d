import { type CheckedSignature, checkSignature } from '../signature/signature-check.ts';
import { type Found, scanObjects, Unpacking } from './scan.ts';
import { type Entries, nameOf, type Value, Words, wordsOf } from './values.ts';

/** One signature of a file, and what came after the bytes it covers. */
export interface ForeignSignature {
  readonly kind: 'signature' | 'time-stamp';
  /** How it is written: `adbe.pkcs7.detached` and its like. */
  readonly subFilter: string;
  readonly statedTime: string;
  readonly statedName: string;
  /** From the first byte to this one everything is covered but the signature itself; undefined where it is not so. */
  readonly coveredTo: number | undefined;
  /** An Error says what cannot be read; undefined stands for a way of signing that Casewright does not know. */
  readonly checked: CheckedSignature | Error | undefined;
  readonly later: LaterChanges;
}

export const laterKinds = ['signatures', 'validation', 'fields', 'annotations', 'pages', 'unopened', 'other'] as const;
export type LaterKind = (typeof laterKinds)[number];

export interface LaterChanges {
  readonly bytes: number;
  /** Nothing but the line end of the last line. */
  readonly lineEnd: boolean;
  readonly objects: Readonly<Record<LaterKind, number>>;
}

/** More than anybody signs; what stands behind them is told as a number. */
const mostSignatures = 100;
const known = new Set(['adbe.pkcs7.detached', 'adbe.pkcs7.sha1', 'ETSI.CAdES.detached', 'ETSI.RFC3161']);

export interface ForeignSignatures {
  readonly signatures: readonly ForeignSignature[];
  readonly unread: number;
}

/** Every signature in a file of another program, in the order of the file. */
export function findSignatures(file: Buffer): ForeignSignatures {
  const objects: { readonly from: number; readonly kinds: readonly LaterKind[] }[] = [];
  const found: { readonly entries: Entries; readonly range: readonly number[] }[] = [];
  const unpacking = new Unpacking();
  let first = Infinity;
  for (const object of scanObjects(file)) {
    for (const entries of dictionariesIn(object.entries)) {
      const range = rangeOf(entries);
      if (!range) continue;
      found.push({ entries, range });
      first = Math.min(first, (range[2] ?? 0) + (range[3] ?? 0));
    }
    if (object.from >= first) objects.push({ from: object.from, kinds: kindsOf(object, unpacking) });
  }
  return {
    signatures: found.slice(0, mostSignatures).map(({ entries, range }) => describe(file, entries, range, objects)),
    unread: Math.max(0, found.length - mostSignatures),
  };
}

/** A signature is an object of its own, or stands in its field. */
function dictionariesIn(entries: Entries): readonly Entries[] {
  const value = entries.get('V');
  return value instanceof Map ? [entries, value as Entries] : [entries];
}

function rangeOf(entries: Entries): readonly number[] | undefined {
  const range = entries.get('ByteRange');
  if (!Array.isArray(range) || !(entries.get('Contents') instanceof Words)) return undefined;
  const numbers = (range as readonly Value[]).filter((one) => typeof one === 'number' && Number.isSafeInteger(one) && one >= 0);
  return numbers.length === range.length && numbers.length >= 2 && numbers.length % 2 === 0 ? (numbers as number[]) : undefined;
}

function describe(
  file: Buffer,
  entries: Entries,
  range: readonly number[],
  objects: readonly { readonly from: number; readonly kinds: readonly LaterKind[] }[],
): ForeignSignature {
  const contents = entries.get('Contents') as Words;
  const [from = 0, length = 0, next = 0, rest = 0] = range;
  const subFilter = nameOf(entries.get('SubFilter'));
  const end = next + rest;
  const plain = range.length === 4 && from === 0 && length === contents.from && next === contents.end && end <= file.length;
  const parts = Array.from({ length: range.length / 2 }, (_, index) => {
    const at = range[index * 2] ?? 0;
    return file.subarray(at, at + (range[index * 2 + 1] ?? 0));
  });
  return {
    kind: subFilter === 'ETSI.RFC3161' || nameOf(entries.get('Type')) === 'DocTimeStamp' ? 'time-stamp' : 'signature',
    subFilter,
    statedTime: wordsOf(entries.get('M')),
    statedName: wordsOf(entries.get('Name')),
    coveredTo: plain ? end : undefined,
    checked: known.has(subFilter) ? check(contents.bytes, parts) : undefined,
    later: laterThan(file, end, objects),
  };
}

function check(contents: Buffer, parts: readonly Buffer[]): CheckedSignature | Error {
  try {
    return checkSignature(contents, parts);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function laterThan(
  file: Buffer,
  end: number,
  objects: readonly { readonly from: number; readonly kinds: readonly LaterKind[] }[],
): LaterChanges {
  const bytes = Math.max(0, file.length - end);
  const counts = Object.fromEntries(laterKinds.map((kind) => [kind, 0])) as Record<LaterKind, number>;
  for (const { from, kinds } of objects) if (from >= end) for (const kind of kinds) counts[kind] += 1;
  return { bytes, lineEnd: bytes > 0 && bytes <= 2 && /^[\r\n]+$/.test(file.toString('latin1', end)), objects: counts };
}

function kindsOf(object: Found, unpacking: Unpacking): readonly LaterKind[] {
  const type = nameOf(object.entries.get('Type'));
  if (type === 'XRef') return [];
  if (type !== 'ObjStm') return [kindOf(object.entries)];
  return unpacking.open(object)?.map(kindOf) ?? ['unopened'];
}

const kinds: Readonly<Record<string, LaterKind>> = {
  Sig: 'signatures',
  DocTimeStamp: 'signatures',
  DSS: 'validation',
  VRI: 'validation',
  Page: 'pages',
  Pages: 'pages',
  Annot: 'annotations',
};

function kindOf(entries: Entries): LaterKind {
  if (entries.has('ByteRange')) return 'signatures';
  if (entries.has('FT')) return nameOf(entries.get('FT')) === 'Sig' ? 'signatures' : 'fields';
  if (['Certs', 'OCSPs', 'CRLs', 'VRI'].some((key) => entries.has(key))) return 'validation';
  return kinds[nameOf(entries.get('Type'))] ?? 'other';
}
