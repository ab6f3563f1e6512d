import type { CellValue } from 'hucre';
import { FailureError } from '../../../../shared/result.ts';
import type { SheetInput, SheetText } from '../../tasks/log.ts';

/** What a sheet may expand to: a workbook of some kilobytes can claim gigabytes. */
const MOST_BYTES = 384 * 1024 * 1024;
const INFLATED = 512 * 1024 * 1024;

/**
 * Worker task `log.sheet`: one sheet of an XLSX or ODS book as text, so that everything after it reads one kind of log. A date keeps
 * what the sheet shows, in whatever date system it counts; nothing of it passes through a local zone.
 */
export async function readSheet({ bytes, sheet }: SheetInput): Promise<SheetText> {
  assertInflates(bytes);
  const { readXlsx } = await import('hucre/xlsx');
  const { readOds } = await import('hucre/ods');
  const read = isOds(bytes) ? readOds : readXlsx;
  const names: string[] = [];
  const wanted = (sheet ?? 1) - 1;
  const book = await read(bytes, {
    sheets: (info, index) => {
      names[index] = info.name;
      return index === wanted;
    },
  }).catch((error: unknown) => {
    throw new FailureError('reader.failed', { problem: error instanceof Error ? error.message.slice(0, 200) : 'unknown' });
  });
  const [found] = book.sheets;
  if (!found) throw new FailureError('log.sheet-unknown', { sheet: sheet ?? 1 });
  return { sheets: names, text: writeRows(found.rows) };
}

function writeRows(rows: readonly (readonly CellValue[])[]): Uint8Array {
  const encoder = new TextEncoder();
  const pieces: Uint8Array[] = [];
  let size = 0;
  let held = '';
  const flush = (): void => {
    const piece = encoder.encode(held);
    size += piece.length;
    if (size > MOST_BYTES) throw new FailureError('reader.memory', { megabytes: MOST_BYTES / 1024 / 1024 });
    pieces.push(piece);
    held = '';
  };
  for (const row of rows) {
    held += `${(row ?? []).map(cellText).map(quoted).join(',')}\n`;
    if (held.length > 1_000_000) flush();
  }
  flush();
  const text = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    text.set(piece, at);
    at += piece.length;
  }
  return text;
}

function cellText(value: CellValue): string {
  if (value === null || value === undefined) return '';
  return value instanceof Date ? dateText(value) : String(value);
}

/** As the sheet shows it: a time of day alone, a date alone, or both. */
function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return '';
  const iso = date.toISOString();
  const [day, rest] = [iso.slice(0, 10), iso.slice(11, 23)];
  const clock = rest.endsWith('.000') ? rest.slice(0, 8) : rest;
  // Day zero of either date system is no date anybody wrote.
  if (date.getUTCFullYear() < 1900 || day === '1904-01-01') return clock;
  return clock === '00:00:00' ? day : `${day} ${clock}`;
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function isOds(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(200, bytes.length)).includes('opendocument.spreadsheet');
}

/** Adds up what the archive's directory claims before a byte of it is inflated. */
function assertInflates(bytes: Uint8Array): void {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  let claimed = 0;
  for (
    let at = view.indexOf('PK\u0001\u0002', 0, 'latin1');
    at >= 0 && at + 46 <= view.length;
    at = view.indexOf('PK\u0001\u0002', at + 4, 'latin1')
  )
    claimed += view.readUInt32LE(at + 24);
  if (claimed > INFLATED) throw new FailureError('reader.memory', { megabytes: INFLATED / 1024 / 1024 });
}
