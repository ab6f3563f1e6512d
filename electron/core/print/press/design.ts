import type { Content, ContentTable, ContentText, CustomTableLayout } from 'pdfmake/interfaces.js';
import type { Lane } from '../../../../shared/model/event.ts';
import { splitRuns } from './fonts.ts';
import { PageNumbers, type TextStyle } from './page-numbers.ts';

/** Points. A4; margins leave room for the running head and the page stamp. */
export const page = { width: 595.28, height: 841.89, left: 62, right: 62, top: 78, bottom: 66 } as const;
export const contentWidth = page.width - page.left - page.right;

/** The colours of the light theme: each has one meaning. */
export const colour = {
  ink: '#1d232c',
  soft: '#4b5563',
  faint: '#6b7280',
  line: '#d5d0c5',
  lineStrong: '#a8a294',
  sunken: '#f5f3ee',
  act: '#235a86',
  differ: '#a8660a',
  differSoft: '#fbeed6',
  breach: '#a8322f',
  verified: '#2a6f52',
  paper: '#ffffff',
} as const;

export const laneColour: Readonly<Record<Lane, string>> = {
  incident: '#5b4a86',
  knowledge: '#4d6b3c',
  institution: '#235a86',
  public: '#7a5a2b',
};

/** What is set on the way: which characters no font has, each counted. */
export class Typesetter {
  readonly missing = new Map<string, number>();
  readonly pageNumbers = new PageNumbers();

  /** A text node whose every run names a font that has its characters. */
  text(text: string, style: TextStyle = {}): ContentText {
    return { ...style, text: this.runs(text) };
  }

  /** Runs to stand inside a longer text node. */
  runs(text: string, style: TextStyle = {}): ContentText[] {
    const runs = splitRuns(text, (character) => this.missing.set(character, (this.missing.get(character) ?? 0) + 1));
    const pieces = runs.length > 0 ? runs : [{ text: '', font: 'Latin' as const }];
    return pieces.flatMap((run) => breakable(run.text).map((piece) => ({ ...style, ...piece, font: run.font })));
  }
}

/** A word with no place to break (a link, a hash, a file name) is let go over to the next line wherever the line ends. */
const longWord = /[^\s\u2e80-\uffff]{21,}/g;

function breakable(text: string): readonly { readonly text: string; readonly wordBreak?: 'break-all' }[] {
  const pieces: { text: string; wordBreak?: 'break-all' }[] = [];
  let at = 0;
  for (const match of text.matchAll(longWord)) {
    if (match.index > at) pieces.push({ text: text.slice(at, match.index) });
    pieces.push({ text: match[0], wordBreak: 'break-all' });
    at = match.index + match[0].length;
  }
  return at < text.length || pieces.length === 0 ? [...pieces, { text: text.slice(at) }] : pieces;
}

export interface ChapterHeading {
  readonly title: string;
  readonly id: string;
  /** False for the first chapter after a page that ends by itself. */
  readonly breakBefore?: boolean;
  readonly landscape?: boolean;
}

export function chapterHeading(set: Typesetter, heading: ChapterHeading): Content[] {
  const width = heading.landscape ? page.height - page.left - page.right : contentWidth;
  return [
    {
      ...set.text(heading.title, { fontSize: 19, bold: true, color: colour.ink, margin: [0, 0, 0, 6] }),
      ...(heading.breakBefore === false ? {} : { pageBreak: 'before' as const }),
      ...(heading.landscape === undefined ? {} : { pageOrientation: heading.landscape ? ('landscape' as const) : ('portrait' as const) }),
      id: heading.id,
      outline: true,
      outlineText: heading.title,
    } as Content,
    { canvas: [{ type: 'line', x1: 0, y1: 0, x2: width, y2: 0, lineWidth: 0.75, lineColor: colour.ink }], margin: [0, 0, 0, 14] },
  ];
}

/** Small label over a value. */
export function label(set: Typesetter, text: string, style: TextStyle = {}): ContentText {
  return set.text(text, { fontSize: 8, color: colour.faint, ...style });
}

/** Names and values below each other, hairlines between them: points for the names, for the words, and above and below a row. */
export function factTable(
  set: Typesetter,
  facts: readonly (readonly [name: string, value: string])[],
  { names, size, space }: { readonly names: number; readonly size: number; readonly space: number },
): Content {
  return {
    table: {
      widths: [names, '*'],
      body: facts.map(([name, value]) => [
        label(set, name, { margin: [0, Math.round(size - 7) / 2, 0, 0] }),
        set.text(value, { fontSize: size }),
      ]),
    },
    layout: {
      hLineWidth: () => 0.4,
      vLineWidth: () => 0,
      hLineColor: () => colour.line,
      paddingLeft: () => 0,
      paddingRight: () => 0,
      paddingTop: () => space,
      paddingBottom: () => space,
    },
  };
}

/** Hairlines between rows, a stronger one above, under the header and below: no boxes. */
export const ruledTable: CustomTableLayout = {
  hLineWidth: (row, node) => (isStrong(row, node) ? 0.75 : 0.4),
  vLineWidth: () => 0,
  hLineColor: (row, node) => (isStrong(row, node) ? colour.lineStrong : colour.line),
  paddingLeft: (column) => (column === 0 ? 0 : 5),
  paddingRight: (column, node) => (column === (node.table.body[0]?.length ?? 0) - 1 ? 0 : 5),
  paddingTop: () => 5,
  paddingBottom: () => 5,
};

function isStrong(row: number, node: ContentTable): boolean {
  return row === 0 || row === node.table.body.length || row === node.table.headerRows;
}
