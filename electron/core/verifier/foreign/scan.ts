import { inflateSync } from 'node:zlib';
import { type Entries, nameOf, type Value, ValueReader } from './values.ts';

/** An object of a file, where it stands. */
export interface Found {
  readonly from: number;
  readonly entries: Entries;
  readonly stream: Buffer | undefined;
}

const header = /(?:^|[^\d])(\d{1,10})[\0\t\n\f\r ]+(\d{1,5})[\0\t\n\f\r ]*$/;

/**
 * Every object that is a dictionary, in the order of the file, and nothing that stands inside of a stream. The cross-reference
 * tables are not asked: two programs may read two files out of them, and this report is about the bytes.
 */
export function* scanObjects(file: Buffer): Generator<Found> {
  let noMoreStreams = false;
  for (let at = file.indexOf('obj', 0, 'latin1'); at >= 0; ) {
    const begins = header.test(file.toString('latin1', Math.max(0, at - 24), at));
    let next = at + 3;
    if (begins) {
      const reader = new ValueReader(file, next);
      const entries = reader.read();
      let stream: Buffer | undefined;
      if (entries instanceof Map) {
        stream = noMoreStreams ? undefined : readStream(file, reader, entries);
        noMoreStreams ||= stream === undefined && startsStream(file, reader);
        yield { from: at, entries, stream };
      }
      next = Math.max(next, reader.at);
    }
    at = file.indexOf('obj', next, 'latin1');
  }
}

function startsStream(file: Buffer, reader: ValueReader): boolean {
  reader.skipBlanks();
  return file.toString('latin1', reader.at, reader.at + 6) === 'stream';
}

function readStream(file: Buffer, reader: ValueReader, entries: Entries): Buffer | undefined {
  if (!startsStream(file, reader)) return undefined;
  const from = reader.at + 6 + (file[reader.at + 6] === 0x0d ? 1 : 0) + 1;
  const length = entries.get('Length');
  const told = typeof length === 'number' && Number.isInteger(length) && length >= 0 ? from + length : from;
  // A length that is told elsewhere, or is wrong, is found by the word that ends the data.
  const closes =
    told <= file.length &&
    file
      .toString('latin1', told, told + 12)
      .trimStart()
      .startsWith('endstream');
  const end = file.indexOf('endstream', closes ? told : from, 'latin1');
  if (end < 0) return undefined;
  reader.at = end + 9;
  return file.subarray(from, closes ? told : end);
}

/** What all objects that are packed into streams may unpack to. */
export class Unpacking {
  #left = 32 << 20;

  /** The dictionaries in an object stream; undefined where it is packed in a way this report does not open. */
  open({ entries, stream }: Found): readonly Entries[] | undefined {
    const first = entries.get('First');
    if (!stream || nameOf(entries.get('Filter')) !== 'FlateDecode' || entries.has('DecodeParms') || typeof first !== 'number')
      return undefined;
    try {
      const bytes = inflateSync(stream, { maxOutputLength: Math.max(1, this.#left) });
      this.#left -= bytes.length;
      const reader = new ValueReader(bytes, Math.max(0, Math.trunc(first)));
      const found: Entries[] = [];
      for (let value: Value | undefined = reader.read(); value !== undefined; value = reader.read())
        if (value instanceof Map) found.push(value as Entries);
      return found;
    } catch {
      return undefined;
    }
  }
}
