import { FormError } from './form-error.ts';
import { readValue } from './tokens.ts';
import { isArray, isDictionary, isReference, isText, onlyKeys } from './values.ts';

/** Where everything stands: the objects follow one another without a byte between, then come table, trailer and end. */
export interface Frame {
  readonly root: number;
  readonly information: number;
  /** Numbers of the objects in the order of the file. */
  readonly order: Uint32Array;
  /** Where each object begins and ends, by its number; 0 for a number that is free. */
  readonly starts: Float64Array;
  readonly ends: Float64Array;
}

const header = Buffer.from('%PDF-1.7\n%\u0081\u0081\u0081\u0081\n', 'latin1');
const entryBytes = 20;
/** Trailer and end of a file are shorter than this. */
const mostTrailer = 1024;
/** As our writers spell it, form 1 with a blank more. */
const spelt = /^<<\n\/Size \d+\n\/Root \d+ 0 R\n\/Info \d+ 0 R\n(?:\/ID \[ ?<[0-9a-f]{32}> <[0-9a-f]{32}> \]\n)?>>$/;
const free = '0000000000 65535 f \n';

export function readFrame(file: Buffer): Frame {
  if (!file.subarray(0, header.length).equals(header)) throw new FormError('header');
  const table = tableOffset(file);
  const { count, trailer } = readTable(file, table);
  const { root, information } = readTrailer(file, trailer, count);
  const starts = new Float64Array(count);
  for (let number = 1; number < count; number++) starts[number] = readEntry(file, trailer - (count - number) * entryBytes, table, number);
  return { root, information, ...layOut(file, starts, table) };
}

/** `startxref`, the table's place, and nothing after the end. */
function tableOffset(file: Buffer): number {
  const tail = file.toString('latin1', Math.max(0, file.length - 40));
  const match = /\nstartxref\n([1-9]\d{0,9})\n%%EOF\n$/.exec(tail);
  const at = Number(match?.[1]);
  if (!match || at >= file.length - match[0].length) throw new FormError('end');
  return at;
}

function readTable(file: Buffer, at: number): { readonly count: number; readonly trailer: number } {
  const head = /^xref\n0 ([1-9]\d{0,8})\n/.exec(file.toString('latin1', at, at + 24));
  if (!head) throw new FormError('table');
  const count = Number(head[1]);
  const entries = at + head[0].length;
  const trailer = entries + count * entryBytes;
  if (count < 2 || trailer >= file.length || file.toString('latin1', entries, entries + entryBytes) !== free) throw new FormError('table');
  return { count, trailer };
}

function readTrailer(file: Buffer, at: number, count: number): { readonly root: number; readonly information: number } {
  const word = 'trailer\n';
  if (file.toString('latin1', at, at + word.length) !== word || file.length - at > mostTrailer) throw new FormError('trailer');
  const { value, end } = readValue(file, at + word.length, file.length, 0);
  if (!isDictionary(value) || !spelt.test(file.toString('latin1', at + word.length, end))) throw new FormError('trailer');
  onlyKeys(value, ['Size', 'Root', 'Info'], ['ID'], 'trailer', 0);
  const [root, information, id] = [value.get('Root'), value.get('Info'), value.get('ID')];
  const sound = value.get('Size') === count && isReference(root) && isReference(information);
  if (!sound || !(id === undefined || (isArray(id) && id.length === 2 && id.every(isText)))) throw new FormError('trailer');
  if (!/^\nstartxref\n\d+\n%%EOF\n$/.test(file.toString('latin1', end))) throw new FormError('end');
  return { root: root.to, information: information.to };
}

function readEntry(file: Buffer, at: number, table: number, number: number): number {
  const entry = file.toString('latin1', at, at + entryBytes);
  if (entry === free) return 0;
  const offset = Number(/^(\d{10}) 00000 n \n$/.exec(entry)?.[1] ?? Number.NaN);
  if (!(offset >= header.length && offset < table)) throw new FormError('table', number);
  return offset;
}

/** Each object begins where the one before it ends. */
function layOut(file: Buffer, starts: Float64Array, table: number): Pick<Frame, 'order' | 'starts' | 'ends'> {
  const order = Uint32Array.from(starts.keys()).filter((number) => starts[number] !== 0);
  order.sort((one, other) => (starts[one] as number) - (starts[other] as number));
  const ends = new Float64Array(starts.length);
  let at = header.length;
  for (const [index, number] of order.entries()) {
    const next = order[index + 1];
    const end = next === undefined ? table : (starts[next] as number);
    if (starts[number] !== at || !isWhole(file, number, at, end)) throw new FormError('object', number);
    ends[number] = end;
    at = end;
  }
  if (at !== table) throw new FormError('table');
  return { order, starts, ends };
}

const closing = '\nendobj\n';

function isWhole(file: Buffer, number: number, start: number, end: number): boolean {
  const opening = openingOf(number);
  return (
    end - start > opening.length + closing.length &&
    file.toString('latin1', start, start + opening.length) === opening &&
    file.toString('latin1', end - closing.length, end) === closing
  );
}

function openingOf(number: number): string {
  return `${number} 0 obj\n`;
}

/** Where the value of an object begins, and where it must have ended. */
export function insideOf({ starts, ends }: Frame, number: number): { readonly from: number; readonly end: number } {
  return { from: (starts[number] as number) + openingOf(number).length, end: (ends[number] as number) - closing.length };
}
