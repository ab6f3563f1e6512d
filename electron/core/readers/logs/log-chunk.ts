import type { ChunkEnd, LogChunk } from '../../tasks/log.ts';
import { splitRecords } from './log-records.ts';
import { bytesUsed, decodeChunk } from './log-text.ts';

export interface LogRow {
  /** As a person counts: the first row of the log is 1. */
  readonly row: number;
  readonly cells: readonly string[];
  /** Why it cannot be trusted to be what its author meant. */
  readonly fault: 'quote' | 'encoding' | 'json' | null;
  /** Its own words, at most so long. */
  raw(most: number): string;
}

/** Hands out every row of a piece that is whole; `columns` are the names JSON Lines go by. */
export function readChunk(chunk: LogChunk, columns: readonly string[], take: (row: LogRow) => void): ChunkEnd {
  const { bytes, layout, last, distrust } = chunk;
  const decoded = decodeChunk(bytes, layout, last);
  const { text, damaged } = decoded;
  let row = chunk.firstRow;
  const hand = (cells: readonly string[], from: number, to: number, fault: LogRow['fault']): void => {
    const raw = (most: number): string => text.slice(from, Math.min(to, from + most)).toWellFormed();
    const torn = damaged && fault === null && text.slice(from, to).includes('\ufffd');
    take({ row, cells, fault: torn ? 'encoding' : fault, raw });
    row += 1;
  };
  if (layout.kind === 'lines') {
    const used = splitLines(text, layout.newline, last, (from, to) => {
      const parsed = cellsOfLine(text.slice(from, to), columns);
      hand(parsed ?? [], from, to, parsed ? null : 'json');
    });
    return { used: bytesUsed(bytes, decoded, used, layout), nextRow: row, distrust: false };
  }
  const { delimiter, newline } = layout;
  const split = splitRecords(text, { delimiter, newline, last, distrust }, ({ cells, from, to, fault }) => hand(cells, from, to, fault));
  return { used: bytesUsed(bytes, decoded, split.used, layout), nextRow: row, distrust: split.distrust };
}

export function isBlank({ cells, fault }: LogRow): boolean {
  return fault === null && cells.every((cell) => cell === '' || cell.trim() === '');
}

/** The names in a line of JSON Lines; null where it is no object. */
export function namesOfLine(line: string): readonly string[] | null {
  const value = parseObject(line);
  return value && Object.keys(value);
}

function cellsOfLine(line: string, columns: readonly string[]): readonly string[] | null {
  if (line.trim() === '') return [];
  const value = parseObject(line);
  return value && columns.map((name) => (Object.hasOwn(value, name) ? textOf(value[name]) : ''));
}

function parseObject(line: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  return value === null || value === undefined ? '' : JSON.stringify(value);
}

function splitLines(text: string, newline: string, last: boolean, take: (from: number, to: number) => void): number {
  let at = 0;
  while (at < text.length) {
    const found = text.indexOf(newline, at);
    if (found < 0 && !last) break;
    const end = found < 0 ? text.length : found;
    take(at, end > at && text[end - 1] === '\r' ? end - 1 : end);
    at = end + 1;
  }
  return Math.min(at, text.length);
}
