import { FailureError, type FailureValues } from '../result.ts';
import type { Exhibit, ExhibitContent } from './exhibit.ts';

/** A place that is counted as a person counts. */
interface Counted<Kind extends string> {
  readonly kind: Kind;
  readonly number: number;
}

export interface PagePlace {
  readonly kind: 'page';
  readonly page: number;
  readonly region?: Region;
}

/** Seconds from the beginning of a recording. */
export interface TimePlace {
  readonly kind: 'time';
  readonly from: number;
  readonly to?: number;
}

/** A row of a table as a person counts: the first row, which mostly names the columns, is 1. The sheet, from 1, where a book has several. */
export interface RowPlace {
  readonly kind: 'row';
  readonly number: number;
  readonly sheet?: number;
}

/** An exact place in an exhibit, written as a fragment: each kind has an example in `kinds`. */
export type ExactPlace = PagePlace | Counted<'paragraph'> | Counted<'line'> | Counted<'message'> | RowPlace | TimePlace | Counted<'frame'>;
export type Place = { readonly kind: 'whole' } | ExactPlace;

/** Fractions of the page's width and height from its upper left corner, each from 0 to 1. */
export interface Region {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The names of the sentences that say a place, in every catalogue that says one. */
type PlaceWord = `place.${Exclude<ExactPlace['kind'], 'time'>}` | 'place.region' | 'place.sheet-row' | 'place.time' | 'place.span';

/** What tells whether a place lies inside: an exhibit, and what was read of it, null while nothing was. */
interface Holder {
  readonly exhibit: Pick<Exhibit, 'kind' | 'pages' | 'findings'>;
  readonly content: Pick<ExhibitContent, 'passages'> | null;
}

interface PlaceKind<One> {
  /** A place of this kind as somebody may write it. */
  readonly example: string;
  readonly pattern: RegExp;
  /** From what the pattern caught. Throws `citation.invalid`. */
  readonly read: (text: string, caught: readonly (string | undefined)[]) => One;
  readonly write: (place: One) => string;
  readonly say: (place: One) => readonly [PlaceWord, FailureValues];
  /** What is not known cannot be refused: an exhibit that was not read, or only in part, takes any place of a kind it may have. */
  readonly liesIn: (holder: Holder, place: One) => boolean;
}

/** All that is to be known of every kind of place; the whole exhibit is the empty string. */
const kinds: { readonly [Kind in ExactPlace['kind']]: PlaceKind<Extract<ExactPlace, { readonly kind: Kind }>> } = {
  page: {
    example: 'page=3',
    pattern: /^page=(\d{1,6})(?:&xywh=([\d.,]+))?$/,
    read: (text, [page, xywh]) => ({
      kind: 'page',
      page: counted(text, page),
      ...(xywh === undefined ? {} : { region: regionOf(text, xywh) }),
    }),
    write: ({ page, region }) => (region ? `page=${page}&xywh=${writeRegion(region)}` : `page=${page}`),
    say: ({ page, region }) => [region ? 'place.region' : 'place.page', { number: page }],
    liesIn: ({ exhibit }, { page }) => (exhibit.pages === null ? exhibit.findings.status !== 'read' : page <= exhibit.pages),
  },
  paragraph: passages('paragraph', 12),
  line: passages('line', 118),
  message: passages('message', 7),
  row: {
    example: 'row=17',
    pattern: /^(?:sheet=(\d{1,5})&)?row=(\d{1,9})$/,
    read: (text, [sheet, row]) => ({
      kind: 'row',
      number: counted(text, row),
      ...(sheet === undefined ? {} : { sheet: counted(text, sheet) }),
    }),
    write: ({ number, sheet }) => `${sheet === undefined ? '' : `sheet=${sheet}&`}row=${number}`,
    say: ({ number, sheet }) => (sheet === undefined ? ['place.row', { number }] : ['place.sheet-row', { sheet, number }]),
    liesIn: mayHaveRow,
  },
  time: {
    example: 't=12.5',
    pattern: /^t=(\d+(?:\.\d+)?)(?:,(\d+(?:\.\d+)?))?$/,
    read: (text, [from, to]) => timeOf(text, Number(from), to),
    write: ({ from, to }) => (to === undefined ? `t=${from}` : `t=${from},${to}`),
    say: ({ from, to }) =>
      to === undefined ? ['place.time', { from: offsetOf(from) }] : ['place.span', { from: offsetOf(from), to: offsetOf(to) }],
    liesIn: ({ exhibit }) => mayPlay(exhibit, 'audio'),
  },
  frame: {
    example: 'frame=240',
    pattern: /^frame=(\d{1,9})$/,
    // The first frame of a recording is 0.
    read: (_text, [number]) => ({ kind: 'frame', number: Number(number) }),
    write: ({ number }) => `frame=${number}`,
    say: ({ number }) => ['place.frame', { number }],
    liesIn: ({ exhibit }) => mayPlay(exhibit, 'video'),
  },
};

const all = Object.values(kinds) as readonly PlaceKind<ExactPlace>[];

/** Reads a place; the empty string is the whole exhibit. Throws `citation.invalid`. */
export function parsePlace(text: string): Place {
  if (text === '') return { kind: 'whole' };
  for (const { pattern, read } of all) {
    const caught = pattern.exec(text);
    if (caught) return read(text, caught.slice(1));
  }
  const examples = all.map(({ example }) => example).join(', ');
  throw invalid(text, `a place is ${examples.replace(/, (?=[^,]*$)/, ' or ')}`);
}

export function formatPlace(place: Place): string {
  return place.kind === 'whole' ? '' : kindOf(place).write(place);
}

/** The sentence that says a place, and what it says of it. */
export function sayPlace(place: ExactPlace): { readonly word: PlaceWord; readonly values: FailureValues } {
  const [word, values] = kindOf(place).say(place);
  return { word, values };
}

/** Whether an exhibit has such a place, as far as it is known. */
export function liesInside(holder: Holder, place: Place): boolean {
  return place.kind === 'whole' || kindOf(place).liesIn(holder, place);
}

/** Splits `EX-0001#page=3` into exhibit number and place. Throws `citation.invalid`. */
export function parseCitationKey(key: string): { readonly exhibitNumber: string; readonly place: Place } {
  const match = /^(EX-\d{4,})(?:#(.*))?$/.exec(key.trim());
  if (!match) throw invalid(key, 'a citation is an exhibit number and a place, such as EX-0001#page=3');
  return { exhibitNumber: match[1] as string, place: parsePlace(match[2] ?? '') };
}

/** Seconds from the beginning of a recording as 1:02:03.48. */
export function formatOffset(seconds: number, decimals: 2 | 3 = 2): string {
  const unit = 10 ** decimals;
  const parts = Math.round(seconds * unit);
  const hours = Math.floor(parts / (3600 * unit));
  const minutes = Math.floor((parts % (3600 * unit)) / (60 * unit));
  const rest = ((parts % (60 * unit)) / unit).toFixed(decimals).padStart(3 + decimals, '0');
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${rest}` : `${minutes}:${rest}`;
}

/** As finely as it was cited. */
function offsetOf(seconds: number): string {
  return formatOffset(seconds, Math.round(seconds * 1000) % 10 === 0 ? 2 : 3);
}

function kindOf(place: ExactPlace): PlaceKind<ExactPlace> {
  return kinds[place.kind] as PlaceKind<ExactPlace>;
}

/** A kind of place that a text's passages are counted by. */
function passages<Kind extends 'paragraph' | 'line' | 'message'>(kind: Kind, example: number): PlaceKind<Counted<Kind>> {
  return {
    example: `${kind}=${example}`,
    pattern: new RegExp(`^${kind}=(\\d{1,9})$`),
    read: (text, [number]) => ({ kind, number: counted(text, number) }),
    write: ({ number }) => `${kind}=${number}`,
    say: ({ number }) => [`place.${kind}`, { number }],
    liesIn({ exhibit, content }, { number }) {
      if (exhibit.findings.status !== 'read' || content === null) return true;
      const last = lastNumber(content, kind);
      return number <= last || (last > 0 && exhibit.findings.notes.length > 0);
    },
  };
}

function counted(text: string, figures: string | undefined): number {
  const number = Number(figures);
  if (number < 1) throw invalid(text, 'counting starts at 1');
  return number;
}

function regionOf(text: string, xywh: string): Region {
  const [left, top, width, height, ...rest] = xywh.split(',').map(Number);
  const parts = [left, top, width, height];
  if (rest.length > 0 || !parts.every((part) => part !== undefined && part >= 0 && part <= 1)) {
    throw invalid(text, 'xywh takes four fractions from 0 to 1');
  }
  return { left, top, width, height } as Region;
}

function writeRegion({ left, top, width, height }: Region): string {
  return [left, top, width, height].map((part) => Number(part.toFixed(4))).join(',');
}

function timeOf(text: string, from: number, to: string | undefined): TimePlace {
  if (to === undefined) return { kind: 'time', from };
  if (Number(to) < from) throw invalid(text, 'the end lies before the beginning');
  return { kind: 'time', from, to: Number(to) };
}

/** A row may hold several lines, never a line several rows: a text has at most as many rows as lines. Sheets are counted by nobody yet. */
function mayHaveRow({ exhibit, content }: Holder, { number, sheet }: RowPlace): boolean {
  if (exhibit.kind === 'image' || exhibit.kind === 'video' || exhibit.kind === 'audio' || exhibit.kind === 'message') return false;
  if (exhibit.findings.status !== 'read' || content === null) return true;
  const lines = lastNumber(content, 'line');
  if (lines === 0) return exhibit.findings.notes.length > 0;
  return sheet === undefined && (number <= lines || exhibit.findings.notes.length > 0);
}

function mayPlay({ kind }: Holder['exhibit'], least: 'audio' | 'video'): boolean {
  return kind === 'video' || kind === 'data' || kind === 'other' || kind === least;
}

/** Empty lines are counted but not kept, so the highest number is what tells how far a text goes. */
function lastNumber(content: Pick<ExhibitContent, 'passages'>, kind: string): number {
  const start = `${kind}=`;
  return content.passages.reduce(
    (last, { place }) => (place.startsWith(start) ? Math.max(last, Number.parseInt(place.slice(start.length), 10)) : last),
    0,
  );
}

function invalid(text: string, problem: string): FailureError {
  return new FailureError('citation.invalid', { text, problem });
}
