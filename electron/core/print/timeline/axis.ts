import { Temporal } from 'temporal-polyfill';
import type { Language } from '../../../../shared/model/language.ts';
import { timeWord, type TimeWord } from '../../../../shared/time/index.ts';
import { positionOf, type Scale } from './layout.ts';

export interface Tick {
  readonly at: number;
  readonly text: string;
}

export interface Axis {
  /** Days over hours, months over days, years over months: where each begins, or the left edge. */
  readonly upper: readonly Tick[];
  readonly lower: readonly Tick[];
}

type Unit = 'second' | 'minute' | 'hour' | 'day' | 'month' | 'year';
const steps: readonly (readonly [Unit, number, milliseconds: number])[] = [
  ['second', 1, 1e3],
  ['second', 5, 5e3],
  ['second', 15, 15e3],
  ['second', 30, 30e3],
  ['minute', 1, 6e4],
  ['minute', 5, 3e5],
  ['minute', 10, 6e5],
  ['minute', 15, 9e5],
  ['minute', 30, 18e5],
  ['hour', 1, 36e5],
  ['hour', 2, 72e5],
  ['hour', 3, 108e5],
  ['hour', 6, 216e5],
  ['hour', 12, 432e5],
  ['day', 1, 864e5],
  ['day', 2, 1728e5],
  ['day', 7, 6048e5],
  ['month', 1, 2.63e9],
  ['month', 3, 7.89e9],
  ['month', 6, 1.578e10],
  ['year', 1, 3.156e10],
  ['year', 5, 1.578e11],
  ['year', 10, 3.156e11],
  ['year', 50, 1.578e12],
];
const leastDistance = 46;
const mostTicks = 60;

/** Marks of local time: they fall on whole hours, days and months of the zone, whatever its daylight-saving time does. */
export function axisOf(scale: Scale, zone: string, locale: Language): Axis {
  const span = scale.to - scale.from;
  const [unit, amount] = steps.find(([, , size]) => (size / span) * scale.width >= leastDistance) ?? (['year', 100, 0] as const);
  const upperUnit = unit === 'day' ? 'month' : unit === 'month' || unit === 'year' ? 'year' : 'day';
  const lower = ticks(scale, zone, unit, amount).map((at) => ({ at: at.epochMilliseconds, text: lowerText(at, unit, locale) }));
  const first = Temporal.Instant.fromEpochMilliseconds(Math.ceil(scale.from)).toZonedDateTimeISO(zone);
  const changes = unit === 'year' ? [] : ticks(scale, zone, upperUnit, 1);
  const upper = [first, ...changes].map((at) => ({ at: at.epochMilliseconds, text: upperText(at, upperUnit, locale) }));
  return { upper: unit === 'year' ? [] : spread(upper, scale), lower };
}

function ticks(scale: Scale, zone: string, unit: Unit, amount: number): Temporal.ZonedDateTime[] {
  const start = Temporal.Instant.fromEpochMilliseconds(Math.floor(scale.from)).toZonedDateTimeISO(zone);
  let at = floor(start, unit, amount);
  const found: Temporal.ZonedDateTime[] = [];
  for (let count = 0; at.epochMilliseconds <= scale.to && count < 10 * mostTicks && found.length < mostTicks; count++) {
    if (at.epochMilliseconds >= scale.from && at.epochMilliseconds > (found.at(-1)?.epochMilliseconds ?? Number.NEGATIVE_INFINITY))
      found.push(at);
    const step = { [`${unit}s`]: amount };
    // Hours are stepped on the wall clock, so that marks stay on whole ones after it was changed.
    at = unit === 'hour' ? at.toPlainDateTime().add(step).toZonedDateTime(zone) : at.add(step);
  }
  return found;
}

function floor(at: Temporal.ZonedDateTime, unit: Unit, amount: number): Temporal.ZonedDateTime {
  const day = at.startOfDay();
  switch (unit) {
    case 'year':
      return day.with({ month: 1, day: 1, year: Math.floor(at.year / amount) * amount });
    case 'month':
      return day.with({ day: 1, month: Math.floor((at.month - 1) / amount) * amount + 1 });
    case 'day':
      return amount === 7 ? day.subtract({ days: day.dayOfWeek - 1 }) : day;
    case 'hour':
      return day.with({ hour: Math.floor(at.hour / amount) * amount });
    case 'minute':
      return at.with({ minute: Math.floor(at.minute / amount) * amount, second: 0, millisecond: 0 });
    default:
      return at.with({ second: Math.floor(at.second / amount) * amount, millisecond: 0 });
  }
}

function lowerText(at: Temporal.ZonedDateTime, unit: Unit, locale: Language): string {
  const two = (part: number) => String(part).padStart(2, '0');
  if (unit === 'second') return `${two(at.hour)}:${two(at.minute)}:${two(at.second)}`;
  if (unit === 'minute' || unit === 'hour') return `${two(at.hour)}:${two(at.minute)}`;
  return write(at, locale, unit === 'day' ? 'day.axis' : unit === 'month' ? `month.short.${at.month as 1}` : 'year');
}

function upperText(at: Temporal.ZonedDateTime, unit: Unit, locale: Language): string {
  return write(at, locale, unit === 'day' ? 'date.axis' : unit === 'month' ? 'month.of.full' : 'year');
}

function write(at: Temporal.ZonedDateTime, locale: Language, word: TimeWord): string {
  return timeWord(locale, word, {
    year: at.year,
    month: timeWord(locale, `month.${at.month as 1}`),
    monthShort: timeWord(locale, `month.short.${at.month as 1}`),
    day: at.day,
    weekdayShort: timeWord(locale, `weekday.short.${at.dayOfWeek as 1}`),
  });
}

/** Leaves out an upper mark whose words would run into the next one's. */
function spread(marks: readonly Tick[], scale: Scale): readonly Tick[] {
  const kept: Tick[] = [];
  for (const mark of [...marks].reverse()) {
    const after = kept[0];
    if (!after || positionOf(after.at, scale) - positionOf(mark.at, scale) >= 84) kept.unshift(mark);
  }
  return kept;
}
