import { Refusal } from '../refusal.ts';

/**
 * Extended Date/Time Format (ISO 8601-2:2019): levels 0 and 1, and of level 2 what can be said as bounds: qualifiers on
 * parts of a date, unspecified digits anywhere, quarters and half-years, and sets "one of" with ranges.
 * Wider than the standard in three things, because witnesses are: a qualifier may stand on a time (`2031-05-14T23:30~`),
 * a time may end at the hour or minute, and seconds may have decimals.
 */
export type EdtfExpression = EdtfDate | EdtfInterval | EdtfOneOf;

export interface EdtfDate {
  readonly kind: 'date';
  /** Four figures, of which any may be X. */
  readonly year: string;
  /** 01 to 12 with X for unspecified figures, 21 to 41 for seasons and quarters, or null. */
  readonly month: string | null;
  readonly day: string | null;
  readonly time: EdtfTime | null;
  /** Qualifiers in the order they are written. */
  readonly marks: readonly EdtfMark[];
}

export interface EdtfTime {
  readonly hour: number;
  readonly minute: number | null;
  readonly second: number | null;
  /** Figures after the decimal sign of the second; empty when there are none. */
  readonly fraction: string;
  /** Z, +09:00, or empty for local time. */
  readonly offset: string;
}

export type EdtfUnit = 'year' | 'month' | 'day' | 'time';

/** `~` approximate, `?` uncertain, `%` both; to the right of a part it holds for all up to there, to the left for that part alone. */
export interface EdtfMark {
  readonly unit: EdtfUnit;
  readonly side: 'left' | 'right';
  readonly mark: '~' | '?' | '%';
}

export type EdtfEnd = EdtfDate | 'open' | 'unknown';

/** From the one to the other: it lasted. */
export interface EdtfInterval {
  readonly kind: 'interval';
  readonly start: EdtfEnd;
  readonly end: EdtfEnd;
}

/** One moment out of several dates or ranges: `[2031-05-14..2031-05-16]`. */
export interface EdtfOneOf {
  readonly kind: 'one-of';
  readonly members: readonly { readonly from: EdtfDate | 'open'; readonly to: EdtfDate | 'open' }[];
}

const MARK = '([?~%]?)';
const DATE = new RegExp(`^${MARK}([\\dX]{4})${MARK}(?:-${MARK}([\\dX]{2})${MARK}(?:-${MARK}([\\dX]{2})${MARK}(?:T([^?~%]+)${MARK})?)?)?$`);
const TIME = /^(\d{2})(?::(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)?(Z|[+-]\d{2}(?::?\d{2})?)?$/;

/** Reads an expression; answers null for what is no EDTF at all, throws a Refusal for what is but cannot be a moment. */
export function parseEdtf(text: string): EdtfExpression | null {
  const set = /^\[(.+)\]$/.exec(text);
  if (set) return parseOneOf(set[1] as string);
  if (/^\{.+\}$/.test(text)) throw new Refusal('setOfAll');
  const ends = text.split('/');
  if (ends.length === 1) return parseDate(text);
  if (ends.length !== 2) return null;
  const [start, end] = ends.map(parseEnd);
  if (!start || !end) return null;
  if (typeof start === 'string' && typeof end === 'string') throw new Refusal('bothOpen');
  return { kind: 'interval', start, end };
}

/** Writes an expression in its one normal form; `parseEdtf` reads it back to an equal value. */
export function formatEdtf(expression: EdtfExpression): string {
  switch (expression.kind) {
    case 'date':
      return formatDate(expression);
    case 'interval':
      return `${formatEnd(expression.start)}/${formatEnd(expression.end)}`;
    case 'one-of':
      return `[${expression.members.map(formatMember).join(',')}]`;
  }
}

export function formatEdtfTime(time: EdtfTime): string {
  const figures = [time.hour, time.minute, time.second]
    .filter((figure) => figure !== null)
    .map((figure) => String(figure).padStart(2, '0'));
  return figures.join(':') + (time.fraction === '' ? '' : `.${time.fraction}`) + time.offset;
}

function parseDate(text: string): EdtfDate | null {
  const match = DATE.exec(text.toUpperCase());
  if (!match) return null;
  const [, yearLeft, year, yearRight, monthLeft, month, monthRight, dayLeft, day, dayRight, time, timeRight] = match;
  const marks = [
    markOf('year', 'left', yearLeft),
    markOf('year', 'right', yearRight),
    markOf('month', 'left', monthLeft),
    markOf('month', 'right', monthRight),
    markOf('day', 'left', dayLeft),
    markOf('day', 'right', dayRight),
    markOf('time', 'right', timeRight),
  ].filter((mark) => mark !== null);
  return {
    kind: 'date',
    year: year as string,
    month: month ?? null,
    day: day ?? null,
    time: time === undefined ? null : parseTime(time),
    marks,
  };
}

function parseTime(text: string): EdtfTime {
  const match = TIME.exec(text);
  if (!match) throw new Refusal('noSuchTime');
  const [, hour, minute, second, fraction, offset] = match;
  return {
    hour: Number(hour),
    minute: minute === undefined ? null : Number(minute),
    second: second === undefined ? null : Number(second),
    fraction: fraction ?? '',
    offset: normaliseOffset(offset ?? ''),
  };
}

/** `+0900` and `+09` become `+09:00`; `+00:00` is kept, because it was written. Throws a Refusal for impossible offsets. */
export function normaliseOffset(offset: string): string {
  if (offset === '' || offset === 'Z') return offset;
  const figures = offset.slice(1).replace(':', '').padEnd(4, '0');
  if (Number(figures.slice(0, 2)) > 18 || Number(figures.slice(2)) > 59 || Number(figures) > 1800) throw new Refusal('offset');
  return `${offset.charAt(0)}${figures.slice(0, 2)}:${figures.slice(2)}`;
}

function markOf(unit: EdtfUnit, side: 'left' | 'right', mark: string | undefined): EdtfMark | null {
  return mark ? { unit, side, mark: mark as EdtfMark['mark'] } : null;
}

function parseEnd(text: string): EdtfEnd | null {
  if (text === '..') return 'open';
  return text === '' ? 'unknown' : parseDate(text);
}

function parseOneOf(text: string): EdtfOneOf | null {
  const members = text.split(',').map((member): EdtfOneOf['members'][number] | null => {
    const ends = member.split('..');
    if (ends.length > 2) return null;
    const [from, to] = (ends.length === 1 ? [member, member] : ends).map((end) => (end === '' ? ('open' as const) : parseDate(end)));
    if (from === 'open' && to === 'open') throw new Refusal('bothOpen');
    return from && to ? { from, to } : null;
  });
  return members.every((member) => member !== null) ? { kind: 'one-of', members } : null;
}

function formatDate(date: EdtfDate): string {
  const mark = (unit: EdtfUnit, side: 'left' | 'right'): string =>
    date.marks.find((one) => one.unit === unit && one.side === side)?.mark ?? '';
  const part = (unit: EdtfUnit, figures: string | null): string =>
    figures === null ? '' : mark(unit, 'left') + figures + mark(unit, 'right');
  const parts = [part('year', date.year), part('month', date.month), part('day', date.day)].filter((one) => one !== '');
  return parts.join('-') + (date.time === null ? '' : `T${formatEdtfTime(date.time)}${mark('time', 'right')}`);
}

function formatEnd(end: EdtfEnd): string {
  if (end === 'open') return '..';
  return end === 'unknown' ? '' : formatDate(end);
}

function formatMember({ from, to }: EdtfOneOf['members'][number]): string {
  if (from !== 'open' && to !== 'open' && formatDate(from) === formatDate(to)) return formatDate(from);
  return `${from === 'open' ? '' : formatDate(from)}..${to === 'open' ? '' : formatDate(to)}`;
}
