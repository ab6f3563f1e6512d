import type { Instant } from '../../model/identifier.ts';
import type { FailureError } from '../../result.ts';
import { boundsOfDate } from './date-bounds.ts';
import { type EdtfDate, type EdtfExpression, formatEdtf } from './edtf.ts';
import { interpretEdtf } from '../interpret.ts';
import { Refusal } from '../refusal.ts';
import { FIRST_YEAR, LAST_YEAR } from './stretch.ts';
import { DAY, HOUR, MINUTE, SECOND, type Wall, wallParts } from '../wall.ts';
import { formatOffset, offsetAt, wallAt } from '../zone.ts';

type Figure = 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second' | 'tenth' | 'hundredth' | 'millisecond';

const FIGURES: readonly Figure[] = ['year', 'month', 'day', 'hour', 'minute', 'second', 'tenth', 'hundredth', 'millisecond'];
/** What a figure is a multiple of, in ms; months and years of days at least. */
const LENGTHS: Readonly<Record<Figure, number>> = {
  year: DAY,
  month: DAY,
  day: DAY,
  hour: HOUR,
  minute: MINUTE,
  second: SECOND,
  tenth: SECOND / 10,
  hundredth: SECOND / 100,
  millisecond: 1,
};

/** No clocks ever jumped farther than a day, at the date line, nor twice within six hours. */
const NEARBY: readonly number[] = [-5, -4, -3, -2, -1, 1, 2, 3, 4, 5].map((step) => step * 6 * HOUR);

/** Local time, local time with its offset beside it, and UTC: a later one is written only where an earlier one does not say it. */
const WAYS = ['local', 'offset', 'utc'] as const;
type Way = (typeof WAYS)[number];

/**
 * The normal EDTF text of one moment somewhere within [earliest, latest): a plain date or time where that says it, otherwise
 * `[a..b]` as fine as it needs to be; empty where both bounds are open. Interpreted in `zone` it gives exactly these bounds; an
 * offset is written beside a time that the zone's clocks showed twice. Throws `moment.invalid` for bounds beyond the years a moment can have, or
 * that enclose nothing.
 */
export function edtfOfBounds(earliest: Instant | null, latest: Instant | null, zone: string): string {
  if (earliest === null && latest === null) return '';
  if (earliest !== null && latest !== null) {
    if (latest <= earliest) throw refuse(new Refusal('backwards'), earliest, latest);
    if (isSteady(earliest, zone) && isSteady(latest, zone))
      return formatEdtf(localExpression(wallAt(earliest, zone), wallAt(latest, zone)));
    const plain = plainDate(earliest, latest, zone);
    if (plain) return formatEdtf(plain);
  }
  // Both ends in the same writing, so that nobody compares a local time with one in UTC.
  for (const way of WAYS) {
    for (const figure of FIGURES) {
      const from = earliest === null ? 'open' : dateBounded(figure, way, 'earliest', earliest, zone);
      const to = latest === null ? 'open' : dateBounded(figure, way, 'latest', latest, zone);
      if (!from || !to) continue;
      const expression = { kind: 'one-of', members: [{ from, to }] } as const;
      if (saysExactly(expression, earliest, latest, zone)) return formatEdtf(expression);
    }
  }
  throw refuse(new Refusal('yearRange', { first: FIRST_YEAR, last: LAST_YEAR }), earliest, latest);
}

function refuse(refusal: Refusal, earliest: Instant | null, latest: Instant | null): FailureError {
  const text = [earliest, latest].map((instant) => (instant === null ? '' : String(instant))).join('..');
  return refusal.toFailure(text, 'en');
}

/** Whether no clocks change anywhere near, and the year is one to be written: then local figures are read back as they are written. */
function isSteady(instant: Instant, zone: string): boolean {
  const year = wallParts(instant).year;
  const offset = offsetAt(instant, zone);
  return year > FIRST_YEAR && year < LAST_YEAR && NEARBY.every((step) => offsetAt(instant + step, zone) === offset);
}

/** By far the most bounds: the same text as by trying, in a fraction of the time. */
function localExpression(from: Wall, to: Wall): EdtfExpression {
  const figure = FIGURES.find((one) => startsFigure(one, from) && startsFigure(one, to)) ?? 'millisecond';
  const [first, last] = [writeWall(figure, from, ''), writeWall(figure, to - 1, '')];
  return formatEdtf(first) === formatEdtf(last) ? first : { kind: 'one-of', members: [{ from: first, to: last }] };
}

function startsFigure(figure: Figure, wall: Wall): boolean {
  if (wall % LENGTHS[figure] !== 0) return false;
  const { month, day } = wallParts(wall);
  return (figure !== 'month' && figure !== 'year') || (day === 1 && (figure === 'month' || month === 1));
}

function plainDate(earliest: Instant, latest: Instant, zone: string): EdtfDate | null {
  for (const figure of FIGURES) {
    if (!isWhole(figure, 'local', earliest, zone) || !isWhole(figure, 'local', latest, zone)) continue;
    const date = (['local', 'offset'] as const)
      .map((way) => writeInstant(figure, way, earliest, zone))
      .find((one) => one !== null && saysExactly(one, earliest, latest, zone));
    if (date) return date;
  }
  return null;
}

/** The date of this fineness that begins, or ends, exactly there. */
function dateBounded(figure: Figure, way: Way, side: 'earliest' | 'latest', instant: Instant, zone: string): EdtfDate | null {
  if (!isWhole(figure, way, instant, zone)) return null;
  const date = writeInstant(figure, way, side === 'earliest' ? instant : instant - 1, zone);
  return date && unlessRefused(() => boundsOfDate(date, zone))?.[side] === instant ? date : null;
}

/** Whether a date of this fineness can begin or end there at all: quickly told, where a million bounds are written. */
function isWhole(figure: Figure, way: Way, instant: Instant, zone: string): boolean {
  // Where the clocks jump, a day or an hour ends at the wall clock before the jump and begins at the one after it.
  const walls = way === 'utc' ? [instant] : [wallAt(instant, zone), wallAt(instant - 1, zone) + 1];
  return walls.some((wall) => wall % LENGTHS[figure] === 0);
}

/** An instant cut off to a figure; null where it cannot be written this way. */
function writeInstant(figure: Figure, way: Way, instant: Instant, zone: string): EdtfDate | null {
  if (way === 'local') return writeWall(figure, wallAt(instant, zone), '');
  if (FIGURES.indexOf(figure) < FIGURES.indexOf('hour')) return null;
  if (way === 'utc') return writeWall(figure, instant, 'Z');
  const offset = offsetAt(instant, zone);
  return offset % MINUTE === 0 ? writeWall(figure, wallAt(instant, zone), formatOffset(offset).slice('UTC'.length)) : null;
}

function writeWall(figure: Figure, wall: Wall, offset: string): EdtfDate {
  const fineness = FIGURES.indexOf(figure);
  const parts = wallParts(wall);
  const digits = (value: number, length = 2): string => String(value).padStart(length, '0');
  const fraction = { tenth: 1, hundredth: 2, millisecond: 3 }[figure as string] ?? 0;
  const time = {
    hour: parts.hour,
    minute: fineness >= FIGURES.indexOf('minute') ? parts.minute : null,
    second: fineness >= FIGURES.indexOf('second') ? parts.second : null,
    fraction: digits(parts.millisecond, 3).slice(0, fraction),
    offset,
  };
  return {
    kind: 'date',
    year: digits(parts.year, 4),
    month: fineness >= FIGURES.indexOf('month') ? digits(parts.month) : null,
    day: fineness >= FIGURES.indexOf('day') ? digits(parts.day) : null,
    time: fineness >= FIGURES.indexOf('hour') ? time : null,
    marks: [],
  };
}

/** Each end may be right and the whole refused: where clocks go back, an end can stand at an earlier local time than its beginning. */
function saysExactly(expression: EdtfExpression, earliest: Instant | null, latest: Instant | null, zone: string): boolean {
  const read = unlessRefused(() => interpretEdtf(expression, zone));
  return read?.earliest === earliest && read.latest === latest;
}

function unlessRefused<T>(read: () => T): T | null {
  try {
    return read();
  } catch (problem) {
    if (problem instanceof Refusal) return null;
    throw problem;
  }
}
