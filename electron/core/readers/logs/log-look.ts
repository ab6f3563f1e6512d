import type { LogShape } from '../../../../shared/model/log.ts';
import { timesketchColumns } from '../../../../shared/model/log-columns.ts';
import { bulkReader, orderOfFigures } from '../../../../shared/time/index.ts';
import { FailureError } from '../../../../shared/result.ts';
import type { Look, LogChunk, LogLayout, PreviewInput, Survey, SurveyInput } from '../../tasks/log.ts';
import { isBlank, namesOfLine, readChunk } from './log-chunk.ts';
import { splitRecords } from './log-records.ts';
import { findLogEncoding, findNewline, markLength } from './log-text.ts';

/** What a preview is asked, once the rows of headings were decided on. */
type LookInput = Pick<PreviewInput, 'bytes' | 'whole' | 'sheet' | 'encoding' | 'delimiter'> & { readonly header: boolean | null };

const DELIMITERS = [',', '\t', ';', '|'] as const;
const MOST_ROWS = 1000;
const MOST_COLUMNS = 500;
const MOST_CELL = 2000;
const OWN = ['event_id', 'earliest', 'latest', 'edtf', 'zone', 'precision'] as const;

/** Worker task `log.look`: what kind of log its beginning shows, and its first rows. Throws log.not-a-log. */
export function lookAtLog(input: LookInput): Look {
  const { bytes, whole } = input;
  const encoding = input.sheet ? 'UTF-8' : (input.encoding ?? findLogEncoding(bytes));
  if (encoding === null || bytes.length === 0) throw new FailureError('log.not-a-log');
  const mark = input.sheet ? 0 : markLength(bytes);
  const head = bytes.subarray(mark);
  const text = new TextDecoder(encoding.toLowerCase()).decode(head.subarray(0, 512 * 1024));
  const newline = input.sheet ? '\n' : findNewline(text);
  const names = input.sheet ? null : namesOfLine(text.trimStart().split(newline, 1)[0] ?? '');
  const layout: LogLayout = names
    ? { kind: 'lines', encoding, newline, delimiter: '' }
    : { kind: input.sheet ? 'sheet' : 'text', encoding, newline, delimiter: input.delimiter ?? findDelimiter(text, newline, input.sheet) };
  const chunk = { bytes: head, layout, last: whole, firstRow: 1, distrust: false };
  const found = names ? lookAtLines(chunk) : lookAtTable(chunk, input.header);
  return { layout, mark, ...found, shape: shapeOf(found.columns) };
}

function lookAtLines(chunk: LogChunk): Pick<Look, 'header' | 'columns' | 'rows'> {
  const names = new Set<string>();
  readChunk(chunk, [], (row) => {
    if (row.row <= MOST_ROWS && names.size < MOST_COLUMNS) for (const name of namesOfLine(row.raw(1_000_000)) ?? []) names.add(name);
  });
  const columns = [...names].slice(0, MOST_COLUMNS);
  return { header: false, columns, rows: firstRows(chunk, columns, false) };
}

function lookAtTable(chunk: LogChunk, header: boolean | null): Pick<Look, 'header' | 'columns' | 'rows'> {
  const all = firstRows(chunk, [], false);
  const [first] = all;
  const named = header ?? (first !== undefined && first.row === 1 && looksLikeHeadings(first.cells));
  const width = Math.min(
    MOST_COLUMNS,
    all.reduce((most, { cells }) => Math.max(most, cells.length), 0),
  );
  const columns = Array.from({ length: width }, (_, index) => {
    const name = named && first?.row === 1 ? (first.cells[index] ?? '').trim() : '';
    return name === '' ? `#${index + 1}` : name;
  });
  return { header: named, columns, rows: all.filter(({ row }) => !named || row > 1) };
}

function firstRows(chunk: LogChunk, columns: readonly string[], header: boolean): Look['rows'] {
  const rows: { row: number; cells: readonly string[] }[] = [];
  readChunk(chunk, columns, (row) => {
    if (rows.length < MOST_ROWS && !isBlank(row) && !row.fault && (!header || row.row > 1))
      rows.push({ row: row.row, cells: row.cells.slice(0, MOST_COLUMNS).map((cell) => cell.slice(0, MOST_CELL).toWellFormed()) });
  });
  return rows;
}

/** Headings are words: a first row in which a time or a number stands is a row of the log. */
function looksLikeHeadings(cells: readonly string[]): boolean {
  const reader = bulkReader('text');
  return (
    cells.some((cell) => cell.trim() !== '') &&
    cells.every((cell) => {
      if (/^[\d\s.,:+-]+$/.test(cell) && /\d/.test(cell)) return false;
      if (orderOfFigures(cell) !== null) return false;
      try {
        reader.read(cell, 'UTC');
        return false;
      } catch {
        return true;
      }
    })
  );
}

/** The one by which most rows, the first among them, have the same number of cells; of those the one that makes the most. */
function findDelimiter(text: string, newline: '\n' | '\r', sheet: boolean): string {
  if (sheet) return ',';
  let best = { delimiter: ',' as string, share: 0, cells: 1 };
  for (const delimiter of DELIMITERS) {
    const counts = new Map<number, number>();
    let rows = 0;
    let first = 0;
    splitRecords(text, { delimiter, newline, last: false, distrust: true }, ({ cells }) => {
      if (rows >= 200 || (cells.length === 1 && cells[0] === '')) return;
      rows += 1;
      if (rows === 1) first = cells.length;
      counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
    });
    const [cells, count] = [...counts].sort((one, other) => other[1] - one[1])[0] ?? [1, 0];
    // Commas within the texts of a log stand in its rows, but not between its headings.
    const share = rows === 0 ? 0 : count / rows - (first === cells ? 0 : 0.3);
    if (cells > 1 && (share > best.share + 0.1 || (share > best.share - 0.1 && cells > best.cells))) best = { delimiter, share, cells };
  }
  return best.delimiter;
}

function shapeOf(columns: readonly string[]): LogShape {
  const names = new Set(columns);
  if (OWN.every((name) => names.has(name))) return 'casewright';
  return timesketchColumns.every((name) => names.has(name)) ? 'timesketch' : 'table';
}

/** Worker task `log.survey`: counts the rows of a piece, and which orders of day and month its times allow. */
export function surveyLog(input: SurveyInput): Survey {
  const count = { rows: 0, blank: 0, either: 0, dayFirst: 0, monthFirst: 0 };
  const first = input.time[0];
  const end = readChunk(input, input.columns, (row) => {
    if (input.header && row.row === 1) return;
    if (isBlank(row)) {
      count.blank += 1;
      return;
    }
    count.rows += 1;
    const order = first === undefined ? null : orderOfFigures((row.cells[first] ?? '').slice(0, 60));
    if (order === 'either') count.either += 1;
    else if (order === 'day-first') count.dayFirst += 1;
    else if (order === 'month-first') count.monthFirst += 1;
  });
  return { ...count, ...end };
}
