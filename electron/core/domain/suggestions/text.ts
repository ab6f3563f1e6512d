import type { Passage } from '../../../../shared/model/exhibit.ts';
import type { Span } from '../../tasks/suggestion.ts';

/** One line of a passage, without the space around it and without what a reader wrote before it. */
export interface Line {
  readonly passage: number;
  readonly place: string;
  /** Offset of its first character in the passage (UTF-16). */
  readonly from: number;
  readonly text: string;
  /** Something other than a line end lies between it and the line before: an empty line, another paragraph. */
  readonly apart: boolean;
  /** What the reader wrote before the paragraph, where it is a note, a comment or a cell; empty in the running text. */
  readonly label: string;
}

/** Where a piece of running text came from. */
interface Piece {
  readonly at: number;
  readonly place: string;
  readonly from: number;
  readonly length: number;
}

/** Text as a reader's eye joins it, with the way back to the passages it stands in. */
export interface RunningText {
  readonly text: string;
  readonly pieces: readonly Piece[];
}

/** What divides two sentences for good. */
export const BREAK = '\n\n';
/** A word processor's own words before a paragraph: where it stands, not what it says. */
const LABEL = /^\[(?:(?:comment|footnote|endnote|page header|page footer)\b[^\]]{0,200}|table \d+, row \d+, cell \d+)\] /;
const ROW = /table \d+, row \d+/;
const PAGE_NUMBER =
  /^(?:[-–—·. ]*\d{1,4}[-–—·. ]*|(?:page|seite|p\.) ?\d{1,4}(?: ?(?:of|\/) ?\d{1,4})?|第 ?\d{1,4} ?页(?:[,，/ ]*共 ?\d{1,4} ?页)?)$/i;
const HAN = /[\p{Script=Han}，。、；：？！“”‘’（）《》「」『』]/u;
const SENTENCE_END = /[.!?。！？:：][”’"'）)》」』]*$/;
const LIST_MARK =
  /^(?:[(（]?(?:\d{1,3}|[a-z]|[ivx]{1,4})[)）、](?!\d)|\d{1,3}(?:\.\d{1,3})*[.．](?=\s|[^\d\s])|\d{1,3}(?:\.\d{1,3})+\s|[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十百]{1,4}[条章节]|[-•*·▪#>])/;

/** Every line of an exhibit's text that is not empty, in order. Page numbers alone on a line are left out. */
export function linesOf(passages: readonly Passage[]): readonly Line[] {
  const lines: Line[] = [];
  let last: string | null = null;
  for (const [passage, { place, text }] of passages.entries()) {
    const written = LABEL.exec(text)?.[0] ?? '';
    const label = written.length;
    let apart = !follows(last, place) || label > 0;
    last = place;
    for (const found of text.slice(label).matchAll(/[^\r\n\u2028\u2029]+/g)) {
      const line = found[0].trim();
      if (!/[\p{L}\p{N}]/u.test(line)) {
        apart = true;
        continue;
      }
      if (/\n\s*\n/.test(text.slice(label + found.index - 2, label + found.index))) apart = true;
      if (!(place.startsWith('page=') && PAGE_NUMBER.test(line)))
        lines.push({ passage, place, from: label + found.index + found[0].indexOf(line), text: line, apart, label: written });
      apart = false;
    }
  }
  return lines;
}

/**
 * Lines as one text. A line that runs on into the next is joined to it, with a space or, between Han characters, without; what
 * stands apart is divided by an empty line, across which no date and no sentence reaches. Runs of space become one.
 */
export function joinLines(lines: readonly Line[], full = fullWidth(lines)): RunningText {
  const parts: string[] = [];
  const pieces: Piece[] = [];
  let at = 0;
  const put = (text: string): void => {
    parts.push(text);
    at += text.length;
  };
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    if (before) put(dividerOf(before, line, full));
    let from = 0;
    for (const space of line.text.matchAll(/\s{2,}|[^\S ]/g)) {
      const words = line.text.slice(from, space.index);
      if (words !== '') pieces.push({ at, place: line.place, from: line.from + from, length: words.length });
      put(`${words} `);
      from = space.index + space[0].length;
    }
    const rest = line.text.slice(from);
    pieces.push({ at, place: line.place, from: line.from + from, length: rest.length });
    put(rest);
  }
  return { text: parts.join(''), pieces };
}

/** Where [from, to) of a running text stands in its passages: one span a passage. */
export function spansOf({ pieces }: RunningText, from: number, to: number): readonly Span[] {
  const spans: Span[] = [];
  for (let index = firstPiece(pieces, from); index < pieces.length; index += 1) {
    const piece = pieces[index] as Piece;
    if (piece.at >= to) break;
    const start = Math.max(from, piece.at);
    const end = Math.min(to, piece.at + piece.length);
    if (start >= end) continue;
    const span = { place: piece.place, from: piece.from + start - piece.at, to: piece.from + end - piece.at };
    const last = spans.at(-1);
    if (last?.place === span.place) spans[spans.length - 1] = { ...last, to: span.to };
    else spans.push(span);
  }
  return spans;
}

/** The length most full lines have, so that a short line can be told for the end of a paragraph. */
export function fullWidth(lines: readonly Line[]): number {
  const widths = lines.map(({ text }) => widthOf(text)).sort((one, other) => one - other);
  return widths[Math.floor(widths.length * 0.9)] ?? 0;
}

function follows(before: string | null, place: string): boolean {
  if (before === null) return false;
  const [kind, number] = place.split('=');
  const [kindBefore, numberBefore] = before.split('=');
  return kind === kindBefore && kind !== 'paragraph' && kind !== 'message' && Number(number) === Number(numberBefore) + 1;
}

/** Cells of one row are read as one sentence: the date often has a cell of its own. */
function dividerOf(before: Line, line: Line, full: number): string {
  const row = ROW.exec(line.label)?.[0];
  if (row !== undefined && row === ROW.exec(before.label)?.[0]) return ' ';
  if (!runsOn(before, line, full)) return BREAK;
  return HAN.test(before.text.slice(-1)) && HAN.test(line.text.charAt(0)) ? '' : ' ';
}

function runsOn(before: Line, line: Line, full: number): boolean {
  if (line.apart || SENTENCE_END.test(before.text) || LIST_MARK.test(line.text)) return false;
  const width = widthOf(before.text);
  return width >= 24 && width >= 0.6 * full;
}

function widthOf(text: string): number {
  let width = 0;
  for (let index = 0; index < text.length; index += 1) width += text.charCodeAt(index) >= 0x2e80 ? 2 : 1;
  return width;
}

function firstPiece(pieces: readonly Piece[], offset: number): number {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const { at, length } = pieces[middle] as Piece;
    if (at + length <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
