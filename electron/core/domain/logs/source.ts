import type { Exhibit } from '../../../../shared/model/exhibit.ts';
import { FailureError } from '../../../../shared/result.ts';
import type { ChunkEnd, LogChunk } from '../../tasks/log.ts';
import type { Work } from '../ports/work.ts';
import { copyOriginal } from '../evidence/index.ts';

const MEBIBYTE = 1024 * 1024;
/** What a reader is handed at a time; more only where a single row is longer. */
const PIECE = MEBIBYTE;
const LARGEST_PIECE = 48 * MEBIBYTE;
/** A sheet is read whole, in its limited thread. */
const LARGEST_BOOK = 128 * MEBIBYTE;

/** The bytes of a log: an exhibit's own, opened segment by segment, or the text of one of its sheets. */
export interface LogSource {
  readonly bytes: number;
  /** Names of the sheets; empty where there are none. */
  readonly sheets: readonly string[];
  readonly sheet: boolean;
  read(from: number, to: number): Uint8Array<ArrayBuffer>;
  close(): void;
}

/** Throws object.*, reader.* and log.sheet-unknown. */
export async function openLog({ vault, workers, job }: Work, exhibit: Exhibit, sheet: number | null): Promise<LogSource> {
  const object = vault.objects.open(vault.read.exhibits.object(exhibit.id), exhibit.number);
  const head = object.read(0, 4);
  if (!(head[0] === 0x50 && head[1] === 0x4b && head[2] === 3 && head[3] === 4))
    return { bytes: object.bytes, sheets: [], sheet: false, read: (from, to) => object.read(from, to), close: () => object.close() };
  object.close();
  if (exhibit.bytes > LARGEST_BOOK) throw new FailureError('reader.memory', { megabytes: LARGEST_BOOK / MEBIBYTE });
  const bytes = await copyOriginal(vault, exhibit);
  const { sheets, text } = await workers.run('log.sheet', { bytes, sheet }, { signal: job.signal, transfer: [bytes.buffer] });
  return {
    bytes: text.length,
    sheets,
    sheet: true,
    read: (from, to) => text.slice(from, to) as Uint8Array<ArrayBuffer>,
    close: () => undefined,
  };
}

type Piece = Pick<LogChunk, 'bytes' | 'last' | 'firstRow' | 'distrust'>;

/**
 * Hands a log to readers piece by piece, from behind its byte order mark; while an answer is worked with, the next piece is read.
 * Each answer comes with how many bytes of the log are behind it. Throws log.row-too-long.
 */
export async function* readPieces<End extends ChunkEnd>(
  source: LogSource,
  mark: number,
  read: (piece: Piece) => Promise<End>,
): AsyncGenerator<{ readonly end: End; readonly bytes: number }> {
  const ask = async (from: number, row: number, distrust: boolean): Promise<{ readonly end: End; readonly bytes: number }> => {
    for (let size = PIECE; ; size *= 2) {
      const last = from + size >= source.bytes;
      const end = await read({ bytes: source.read(from, from + size), last, firstRow: row, distrust });
      if (end.used > 0 || last) return { end, bytes: last ? source.bytes : from + end.used };
      if (size >= LARGEST_PIECE) throw new FailureError('log.row-too-long', { row });
    }
  };
  let next: ReturnType<typeof ask> | null = source.bytes > mark ? ask(mark, 1, false) : null;
  while (next !== null) {
    const { end, bytes } = await next;
    next = bytes < source.bytes ? ask(bytes, end.nextRow, end.distrust) : null;
    // Whoever stops listening must not leave a failure behind that nobody hears.
    next?.catch(() => undefined);
    yield { end, bytes };
  }
}
