import type { Instant } from '../../model/identifier.ts';
import type { Precision } from '../../model/moment.ts';
import { dateStretch } from './date-stretch.ts';
import type { EdtfDate } from './edtf.ts';
import { Refusal } from '../refusal.ts';
import { calendarWidening, FIRST_YEAR, LAST_YEAR, type WallStretch, type Widening } from './stretch.ts';
import { timeStretch } from './time-stretch.ts';
import { addToWall, DAY, HOUR, MINUTE, type Wall, wallParts } from '../wall.ts';
import { readWall } from '../zone.ts';
import { dateNote, dateTimeNote, type Note, note } from '../note.ts';
import { wallClock } from '../words.ts';

/** The bounds one date of an expression stands for, with what led to them. */
export interface DateBounds {
  readonly earliest: Instant;
  /** The first instant that is too late. */
  readonly latest: Instant;
  readonly precision: Precision;
  readonly approximate: boolean;
  readonly uncertain: boolean;
  /** The zone its local time was read in: its own offset where one is written. */
  readonly zone: string;
  readonly notes: readonly Note[];
  /** The date as it was finally read: 24:00 and second 60 resolved. */
  readonly date: EdtfDate;
  /** What the figure itself says on the wall clock of `zone`, before a qualifier widened it. */
  readonly stated: { readonly from: Wall; readonly to: Wall };
}

/** Reads one date of an expression; local times are those of `caseZone`. Throws a Refusal for what no calendar or clock ever showed. */
export function boundsOfDate(written: EdtfDate, caseZone: string): DateBounds {
  const offset = written.time?.offset ?? '';
  const zone = offset === '' ? caseZone : offset === 'Z' ? 'UTC' : offset;
  const stretch = written.time === null ? dateStretch(written, zone) : timeStretch(written, written.time, zone);
  if (wallParts(stretch.from).year < FIRST_YEAR || wallParts(stretch.to - 1).year > LAST_YEAR) {
    throw new Refusal('yearRange', { first: FIRST_YEAR, last: LAST_YEAR });
  }
  const exact = readStretch(stretch.from, stretch.to, zone);
  const approximate = written.marks.some(({ mark }) => mark !== '?');
  const uncertain = written.marks.some(({ mark }) => mark !== '~');
  const widening = approximate ? wideningOf(stretch, written) : null;
  return {
    ...(widening ? widen(exact, stretch, widening, zone) : { earliest: exact.earliest, latest: exact.latest }),
    precision: stretch.precision,
    approximate,
    uncertain,
    zone,
    notes: [...stretch.notes, ...exact.notes, ...(widening ? [widening.note] : []), ...(uncertain ? [note('basis.uncertain')] : [])],
    date: stretch.date,
    stated: { from: stretch.from, to: stretch.to },
  };
}

interface Bounds {
  readonly earliest: Instant;
  readonly latest: Instant;
}

function readStretch(from: Wall, to: Wall, zone: string): Bounds & { readonly notes: readonly Note[] } {
  const { readings, gap, repeated } = readWall(from, to, zone);
  const first = readings[0];
  const last = readings.at(-1);
  if (!first || !last) {
    if (!gap) throw new Refusal('noSuchTime');
    throw new Refusal('gap', {
      zone,
      before: dateTimeNote(gap.before),
      after: dateTimeNote(gap.after),
    });
  }
  const notes: Note[] = [];
  if (to - from <= HOUR && repeated) {
    notes.push(
      note('basis.fold', {
        zone,
        clock: wallClock(from, from % MINUTE === 0 ? 'minute' : 'second'),
        date: dateNote(from),
      }),
    );
  } else if (to - from <= HOUR && gap) {
    notes.push(
      note('basis.partGap', {
        zone,
        before: dateTimeNote(gap.before),
        after: dateTimeNote(gap.after),
      }),
    );
  }
  return { earliest: first.earliest, latest: last.latest, notes };
}

/** A qualifier must never give a false certainty: both bounds move outwards, by the calendar for dates, by elapsed time for times. */
function widen(exact: Bounds, stretch: WallStretch, widening: Widening, zone: string): Bounds {
  if (widening.by === 'time') return { earliest: exact.earliest - widening.amount, latest: exact.latest + widening.amount };
  const from = addToWall(Math.floor(stretch.from / DAY) * DAY, widening.unit, -widening.count);
  const to = addToWall(Math.ceil(stretch.to / DAY) * DAY, widening.unit, widening.count);
  const wide = readStretch(from, to, zone);
  return { earliest: Math.min(exact.earliest, wide.earliest), latest: Math.max(exact.latest, wide.latest) };
}

/** A mark on a part of a date qualifies that part, to its unit; one at the very end qualifies the whole, to its precision. */
function wideningOf(stretch: WallStretch, { marks, time, day, month }: EdtfDate): Widening {
  const last = time ? 'time' : day !== null ? 'day' : month !== null ? 'month' : 'year';
  const parts = marks.filter(({ mark, unit, side }) => mark !== '?' && !(unit === last && side === 'right')).map(({ unit }) => unit);
  const coarsest = (['year', 'month', 'day'] as const).find((unit) => parts.includes(unit));
  return coarsest === undefined || stretch.precision === 'year' ? stretch.widening : calendarWidening(coarsest);
}
