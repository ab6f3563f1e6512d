import type { Instant } from '../model/identifier.ts';
import type { FailureError } from '../result.ts';
import { boundsOfDate, type DateBounds } from './date-bounds.ts';
import { type EdtfDate, formatEdtf } from './edtf.ts';
import { Refusal } from './refusal.ts';
import { FIRST_YEAR, LAST_YEAR } from './stretch.ts';
import { DAY, HOUR, MINUTE, type Wall, wallParts } from './wall.ts';
import { offsetAt, wallAt } from './zone.ts';

type Figure = 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second' | 'tenth' | 'hundredth' | 'millisecond';

const FIGURES: readonly Figure[] = ['year', 'month', 'day', 'hour', 'minute', 'second', 'tenth', 'hundredth', 'millisecond'];
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
    const from = earliest === null ? 'open' : dateBounded(figure, 'earliest', earliest, zone);
    const to = latest === null ? 'open' : dateBounded(figure, 'latest', latest, zone);
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
    const found = writings(figure, earliest, zone).find((date) => {
      const read = boundsRead(date, zone);
      return read?.earliest === earliest && read.latest === latest;
    });
    if (found) return found;
  }
  return null;
}

/** The date of this fineness that begins, or ends, exactly there. */
function dateBounded(figure: Figure, side: 'earliest' | 'latest', instant: Instant, zone: string): EdtfDate | null {
  const within = side === 'earliest' ? instant : instant - 1;
  return writings(figure, within, zone).find((date) => boundsRead(date, zone)?.[side] === instant) ?? null;
}

/** An instant cut off to a figure: as local time, with the offset of the moment beside it, in UTC. */
function writings(figure: Figure, instant: Instant, zone: string): readonly EdtfDate[] {
  const local = writeWall(figure, wallAt(instant, zone), '');
  if (local.time === null) return [local];
  const offset = offsetAt(instant, zone);
  const beside = offset % MINUTE === 0 && offset !== 0 ? [writeWall(figure, wallAt(instant, zone), offsetText(offset))] : [];
  return [local, ...beside, writeWall(figure, instant, 'Z')];
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

function offsetText(offset: number): string {
  const size = Math.abs(offset);
  const digits = (value: number): string => String(value).padStart(2, '0');
  return `${offset < 0 ? '-' : '+'}${digits(Math.floor(size / HOUR))}:${digits((size % HOUR) / MINUTE)}`;
}
