/** Where one record of a text between delimiters stands, and its cells. */
export interface LogRecord {
  readonly cells: readonly string[];
  /** In the text it was split from. */
  readonly from: number;
  readonly to: number;
  /** Why it is no row to be trusted; its line is then taken by itself. */
  readonly fault: 'quote' | null;
}

export interface Splitting {
  readonly delimiter: string;
  readonly newline: '\n' | '\r';
  /** No more text follows: a last record without a line end is whole. */
  readonly last: boolean;
  /** A quote that opened and never closed was met before: the next ones get only a short way to close. */
  readonly distrust: boolean;
}

/** Characters of one record at most. A quote that does not close within them was never meant to open a cell. */
const MOST_CHARACTERS = 12 * 1024 * 1024;
const MOST_WHEN_DISTRUSTED = 4096;
const QUOTE = 34;

/**
 * Splits text between delimiters as RFC 4180 says and spreadsheets do: cells in quotes hold delimiters and line ends, two quotes
 * stand for one, a quote within a bare cell for itself. Answers how far it came: what is left belongs to a record that goes on.
 * A quote that never closes costs its own line and no more, instead of swallowing the rest of the log.
 */
export function splitRecords(
  text: string,
  splitting: Splitting,
  take: (record: LogRecord) => void,
): { readonly used: number; readonly distrust: boolean } {
  const { delimiter, newline, last } = splitting;
  let distrust = splitting.distrust;
  let nextQuote = text.indexOf('"');
  let at = 0;
  while (at < text.length) {
    const found = text.indexOf(newline, at);
    if (found < 0 && !last) break;
    const end = found < 0 ? text.length : found;
    if (nextQuote >= 0 && nextQuote < at) nextQuote = text.indexOf('"', at);
    if (nextQuote < 0 || nextQuote >= end) {
      take({ cells: bareCells(text, at, end, delimiter), from: at, to: trimReturn(text, at, end), fault: null });
      at = end + 1;
      continue;
    }
    const read = readQuoted(text, at, splitting, distrust ? MOST_WHEN_DISTRUSTED : MOST_CHARACTERS);
    if (read.outcome === 'more' && !last) break;
    if (read.outcome === 'whole') {
      take({ cells: read.cells, from: at, to: trimReturn(text, at, read.end), fault: null });
      at = read.end + 1;
      continue;
    }
    distrust = true;
    take({ cells: bareCells(text, at, end, delimiter), from: at, to: trimReturn(text, at, end), fault: 'quote' });
    at = end + 1;
  }
  return { used: Math.min(at, text.length), distrust };
}

type Quoted =
  | { readonly outcome: 'whole'; readonly cells: readonly string[]; readonly end: number }
  | { readonly outcome: 'more' | 'endless' };

function readQuoted(text: string, start: number, { delimiter, newline, last }: Splitting, most: number): Quoted {
  const cells: string[] = [];
  let at = start;
  for (;;) {
    if (text.charCodeAt(at) === QUOTE) {
      const closed = findClosing(text, at + 1, start + most, delimiter, newline);
      if (closed === 'more' || closed === 'endless') return { outcome: closed };
      cells.push(text.slice(at + 1, closed.quote).replaceAll('""', '"'));
      at = closed.after;
    } else {
      const line = indexOrEnd(text, newline, at);
      const end = Math.min(indexOrEnd(text, delimiter, at), line);
      cells.push(text.slice(at, end === line ? trimReturn(text, at, end) : end));
      at = end;
    }
    if (at >= text.length) return last ? { outcome: 'whole', cells, end: text.length } : { outcome: 'more' };
    if (text[at] === newline) return { outcome: 'whole', cells, end: at };
    at += 1;
    if (at - start > most) return { outcome: 'endless' };
  }
}

/** The quote that ends a cell: a delimiter, a line end or the end follows, at most after spaces. */
function findClosing(
  text: string,
  from: number,
  most: number,
  delimiter: string,
  newline: string,
): { readonly quote: number; readonly after: number } | 'more' | 'endless' {
  for (let quote = text.indexOf('"', from); quote >= 0 && quote <= most; quote = text.indexOf('"', quote)) {
    if (text.charCodeAt(quote + 1) === QUOTE) {
      quote += 2;
      continue;
    }
    let after = quote + 1;
    while (text[after] === ' ') after += 1;
    if (newline === '\n' && text[after] === '\r' && (after + 1 >= text.length || text[after + 1] === '\n')) after += 1;
    if (after >= text.length || text[after] === delimiter || text[after] === newline) return { quote, after };
    quote += 1;
  }
  return text.length > most ? 'endless' : 'more';
}

function bareCells(text: string, from: number, end: number, delimiter: string): readonly string[] {
  return text.slice(from, trimReturn(text, from, end)).split(delimiter);
}

function trimReturn(text: string, from: number, end: number): number {
  return end > from && text[end - 1] === '\r' ? end - 1 : end;
}

function indexOrEnd(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  return found < 0 ? text.length : found;
}
