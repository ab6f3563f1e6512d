import type { Instant } from '../model/identifier.ts';
import type { FailureError } from '../result.ts';
import { boundsOfDate, type DateBounds } from './date-bounds.ts';
import { type EdtfDate, formatEdtf } from './edtf.ts';
import { Refusal } from './refusal.ts';
import { FIRST_YEAR, LAST_YEAR } from './stretch.ts';
import { DAY, MINUTE, type Wall, wallParts } from './wall.ts';
import { formatOffset, offsetAt, wallAt } from './zone.ts';

type Figure = 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second' | 'tenth' | 'hundredth' | 'millisecond';

const FIGURES: readonly Figure[] = ['year', 'month', 'day', 'hour', 'minute', 'second', 'tenth', 'hundredth', 'millisecond'];
/** Local time, local time with its offset beside it, and UTC: a later one is written only where an earlier one does not say it. */
const WAYS = ['local', 'offset', 'utc'] as const;
type Writings<T> = Readonly<Record<(typeof WAYS)[number], T | null>>;
const OPEN: Writings<EdtfDate | 'open'> = { local: 'open', offset: 'open', utc: 'open' };

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
    const plain = plainDate(earliest, latest, zone);
    if (plain) return formatEdtf(plain);
  }
  for (const figure of FIGURES) {
    const starts: Writings<EdtfDate | 'open'> = earliest === null ? OPEN : datesBounded(figure, 'earliest', earliest, zone);
    const ends: Writings<EdtfDate | 'open'> = latest === null ? OPEN : datesBounded(figure, 'latest', latest, zone);
    // Both ends in the same writing, so that nobody compares a local time with one in UTC.
    const way = WAYS.find((one) => starts[one] && ends[one]);
    const from = way ? starts[way] : firstOf(starts);
    const to = way ? ends[way] : firstOf(ends);
    if (from && to) return formatEdtf({ kind: 'one-of', members: [{ from, to }] });
  }
  throw refuse(new Refusal('yearRange', { first: FIRST_YEAR, last: LAST_YEAR }), earliest, latest);
}

function refuse(refusal: Refusal, earliest: Instant | null, latest: Instant | null): FailureError {
  const text = [earliest, latest].map((instant) => (instant === null ? '' : String(instant))).join('..');
  return refusal.toFailure(text, 'en');
}

function plainDate(earliest: Instant, latest: Instant, zone: string): EdtfDate | null {
  for (const figure of FIGURES) {
    // A fold makes an hour two hours long, a jump of the date line a day none: nothing is ruled out by its length but the absurd.
    if (latest - earliest > 400 * DAY) return null;
    const found = writings(figure, earliest, zone);
    const date = [found.local, found.offset, found.utc].find((one) => {
      const read = one && boundsRead(one, zone);
      return read?.earliest === earliest && read.latest === latest;
    });
    if (date) return date;
  }
  return null;
}

/** The dates of this fineness that begin, or end, exactly there. */
function datesBounded(figure: Figure, side: 'earliest' | 'latest', instant: Instant, zone: string): Writings<EdtfDate> {
  const found = writings(figure, side === 'earliest' ? instant : instant - 1, zone);
  const bounded = (date: EdtfDate | null): EdtfDate | null => (date && boundsRead(date, zone)?.[side] === instant ? date : null);
  return { local: bounded(found.local), offset: bounded(found.offset), utc: bounded(found.utc) };
}

function firstOf<T>(found: Writings<T>): T | null {
  return found.local ?? found.offset ?? found.utc;
}

/** An instant cut off to a figure: as local time, with the offset of that instant beside it, in UTC. */
function writings(figure: Figure, instant: Instant, zone: string): Writings<EdtfDate> {
  const wall = wallAt(instant, zone);
  const local = writeWall(figure, wall, '');
  if (local.time === null) return { local, offset: null, utc: null };
  const offset = offsetAt(instant, zone);
  return {
    local,
    offset: offset % MINUTE === 0 && offset !== 0 ? writeWall(figure, wall, formatOffset(offset).slice('UTC'.length)) : null,
    utc: writeWall(figure, instant, 'Z'),
  };
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

function boundsRead(date: EdtfDate, zone: string): DateBounds | null {
  try {
    return boundsOfDate(date, zone);
  } catch (problem) {
    if (problem instanceof Refusal) return null;
    throw problem;
  }
}
