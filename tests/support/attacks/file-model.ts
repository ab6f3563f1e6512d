import { createHash } from 'node:crypto';
import type { SigningIdentity } from '../../../electron/core/domain/ports/index.ts';
import { signDigest } from '../../../electron/core/release/sign.ts';

/** A case file taken apart, to be put together otherwise. Text is Latin-1: a character is a byte. */
export interface FileModel {
  readonly header: string;
  /** In the order of the file. */
  readonly objects: readonly ModelObject[];
  /** The entries of the trailer, between `<<` and `>>`. */
  readonly trailer: string;
}

export interface ModelObject {
  readonly number: number;
  /** Between `N 0 obj\n` and `\nendobj\n`. */
  readonly body: string;
}

/** How a file departs from what its parts say. */
export interface Departures {
  /** What stands in front of an object, by its place. */
  readonly between?: (index: number) => string;
  readonly entry?: (entry: string, number: number) => string;
  /** The whole of the end, from the table on. */
  readonly end?: (end: string) => string;
  readonly startxref?: (at: number) => number;
  /** Signed with the rest. */
  readonly signedTail?: string;
  /** Added after signing. */
  readonly tail?: string;
  readonly range?: (range: readonly number[]) => readonly number[];
  /** What stands in the slot, its brackets included; it keeps its length. */
  readonly slot?: (slot: string) => string;
}

const HEADER = '%PDF-1.7\n%\u0081\u0081\u0081\u0081\n';
const FREE = '0000000000 65535 f \n';

export function takeApart(bytes: Uint8Array): FileModel {
  const text = Buffer.from(bytes).toString('latin1');
  const table = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text)?.[1]);
  const places = text
    .slice(table)
    .split('\n')
    .flatMap((line, index) => (/^\d{10} 00000 n $/.test(line) ? [{ number: index - 2, at: Number(line.slice(0, 10)) }] : []))
    .sort((one, other) => one.at - other.at);
  return {
    header: HEADER,
    objects: places.map(({ number, at }, index) => ({
      number,
      body: text.slice(at + `${number} 0 obj\n`.length, (places[index + 1]?.at ?? table) - '\nendobj\n'.length),
    })),
    trailer: /trailer\n<<\n([\s\S]*?)>>\nstartxref/.exec(text.slice(table))?.[1] ?? '',
  };
}

/** Puts a file together and signs it anew, as somebody with a key can. */
export function putTogether(model: FileModel, identity: SigningIdentity | undefined, departures: Departures = {}): Buffer {
  const offsets = new Map<number, number>();
  let text = model.header;
  for (const [index, { number, body }] of model.objects.entries()) {
    text += departures.between?.(index) ?? '';
    offsets.set(number, text.length);
    text += `${number} 0 obj\n${body}\nendobj\n`;
  }
  const size = Math.max(...offsets.keys()) + 1;
  const entries = Array.from({ length: size }, (_, number) => {
    const at = offsets.get(number);
    const entry = at === undefined ? FREE : `${String(at).padStart(10, '0')} 00000 n \n`;
    return departures.entry?.(entry, number) ?? entry;
  });
  const at = departures.startxref?.(text.length) ?? text.length;
  const trailer = model.trailer.replace(/\/Size \d+/, `/Size ${size}`);
  const end = `xref\n0 ${size}\n${entries.join('')}trailer\n<<\n${trailer}>>\nstartxref\n${at}\n%%EOF\n`;
  text += (departures.end?.(end) ?? end) + (departures.signedTail ?? '');
  const signed = identity ? signText(text, identity, departures) : text;
  return Buffer.from(signed + (departures.tail ?? ''), 'latin1');
}

function signText(text: string, identity: SigningIdentity, { range: told, slot: written }: Departures): string {
  const named = text.lastIndexOf('/ByteRange [');
  const found = /<[0-9a-f]{2000,}>/.exec(text.slice(named));
  if (named < 0 || !found) return text;
  const start = named + found.index;
  const end = start + found[0].length;
  const honest = [0, start, end, text.length - end];
  const range = `/ByteRange [${(told?.(honest) ?? honest).join(' ')}]`;
  const close = text.indexOf(']', named) + 1;
  const room = text.slice(named, text.indexOf('\n', close)).length;
  const whole = text.slice(0, named) + range.padEnd(room) + text.slice(named + room);
  const digest = createHash('sha256')
    .update(Buffer.from(whole.slice(0, start) + whole.slice(end), 'latin1'))
    .digest('hex');
  const hex = Buffer.from(signDigest(digest, identity)).toString('hex');
  const slot = `<${hex.padEnd(found[0].length - 2, '0')}>`;
  return whole.slice(0, start) + (written?.(slot) ?? slot) + whole.slice(end);
}

/** The one object that holds a text. */
export function objectWith(model: FileModel, text: string | RegExp): ModelObject {
  const found = model.objects.find(({ body }) => (typeof text === 'string' ? body.includes(text) : text.test(body)));
  if (!found) throw new Error(`no object holds ${String(text)}`);
  return found;
}

export function largestOf({ objects }: FileModel): number {
  return Math.max(...objects.map(({ number }) => number));
}

/** The model with one object changed. */
export function change(model: FileModel, number: number, by: (body: string) => string): FileModel {
  return { ...model, objects: model.objects.map((one) => (one.number === number ? { number, body: by(one.body) } : one)) };
}

/** The model with objects put in before the signature, which stays the last. */
export function add(model: FileModel, ...bodies: readonly string[]): FileModel {
  const largest = largestOf(model);
  const added = bodies.map((body, index) => ({ number: largest + 1 + index, body }));
  return { ...model, objects: [...model.objects.slice(0, -1), ...added, ...model.objects.slice(-1)] };
}

export function stream(dictionary: string, data: string): string {
  return `<<\n${dictionary}/Length ${data.length}\n>>\nstream\n${data}\nendstream`;
}
