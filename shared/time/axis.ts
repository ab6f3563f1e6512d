import type { Language } from '../model/language.ts';
import type { Instant } from '../model/identifier.ts';
import { DAY, HOUR, MINUTE, SECOND, type Wall, wallParts } from './wall.ts';
import { timeWord, wallClock, wallDate, wallDayOfYear, wallMonth, wallYear } from './words.ts';
import { readWall, wallAt } from './zone.ts';

export type AxisUnit = 'second' | 'minute' | 'hour' | 'day' | 'month' | 'year';

/** A mark on an axis of time, and what is written beside it. */
export interface Tick {
  readonly at: Instant;
  readonly label: string;
}

export interface TimeAxis {
  readonly ticks: readonly Tick[];
  /** The larger unit the ticks lie in: the day above hours, the month above days. The first began before the axis does. Empty above years. */
  readonly spans: readonly Tick[];
}

/** A stretch of time laid over a width, in whatever the width is measured in. */
export interface AxisScale {
  readonly from: Instant;
  readonly to: Instant;
  readonly width: number;
}

type Step = readonly [AxisUnit, number];

const STEPS: readonly Step[] = [
  ...([1, 5, 15, 30] as const).map((amount): Step => ['second', amount]),
  ...([1, 5, 10, 15, 30] as const).map((amount): Step => ['minute', amount]),
  ...([1, 2, 3, 6, 12] as const).map((amount): Step => ['hour', amount]),
  ...([1, 2, 7] as const).map((amount): Step => ['day', amount]),
  ...([1, 3, 6] as const).map((amount): Step => ['month', amount]),
  ...([1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 10_000] as const).map((amount): Step => ['year', amount]),
];
const COARSEST: Step = ['year', 100_000];
/** No unit is shorter than this. */
const LENGTH: Readonly<Record<AxisUnit, number>> = {
  second: SECOND,
  minute: MINUTE,
  hour: HOUR,
  day: DAY,
  month: 28 * DAY,
  year: 365 * DAY,
};
/** Weeks begin on Monday (ISO 8601); the calendar of `Wall` began on a Thursday. */
const MONDAY = 4 * DAY;

/**
 * Ticks at round times of the wall clock in `zone`, and the larger units they lie in; `room` is the least distance of two of them by
 * their unit, so that neither's words run into the other's. Where the clocks change, the ticks follow the wall: an hour that is skipped
 * has no tick, one that is repeated has two, and a day is 23 or 25 hours wide.
 */
export function timeAxis(
  { from, to, width }: AxisScale,
  room: Readonly<Record<AxisUnit, number>>,
  zone: string,
  language: Language,
): TimeAxis {
  const stretch = { from: Math.round(from), to: Math.round(to) };
  const step = STEPS.find(([unit, amount]) => amount * LENGTH[unit] * width >= room[unit] * (to - from)) ?? COARSEST;
  const [unit] = step;
  const ticks = instantsOf(step, stretch, zone).filter(({ at }) => at >= from && at <= to);
  return {
    ticks: ticks.map(({ at, wall }) => ({ at, label: tickLabel(unit, wall, language) })),
    spans: unit === 'year' ? [] : spansOf(unit, stretch, zone, language),
  };
}

function spansOf(unit: AxisUnit, stretch: Pick<AxisScale, 'from' | 'to'>, zone: string, language: Language): readonly Tick[] {
  const larger = unit === 'month' ? 'year' : unit === 'day' ? 'month' : 'day';
  const begins = instantsOf([larger, 1], stretch, zone);
  const first = begins.findLastIndex(({ at }) => at <= stretch.from);
  return begins.slice(Math.max(0, first)).map(({ at, wall }) => ({ at, label: spanLabel(larger, wall, language) }));
}

interface Shown {
  readonly at: Instant;
  readonly wall: Wall;
}

/** Where the wall clock showed each round time from the last one before a stretch until its end. */
function instantsOf(step: Step, { from, to }: Pick<AxisScale, 'from' | 'to'>, zone: string): readonly Shown[] {
  const [first, last] = [wallAt(from, zone), wallAt(to, zone)];
  // Clocks that were put back show again what they showed before.
  const repeated = Math.max(0, first - from - (last - to));
  const shown: Shown[] = [];
  for (let wall = floorTo(step, first - repeated); wall <= last + repeated; wall = floorTo(step, after(step, wall)))
    for (const at of whenShown(step, wall, zone)) if (at <= to) shown.push({ at, wall });
  return shown.sort((one, other) => one.at - other.at);
}

/** A time of day that the clocks skipped was shown by none of them; a day begins all the same, and only once. */
function whenShown([unit]: Step, wall: Wall, zone: string): readonly Instant[] {
  const begins = unit === 'day' || unit === 'month' || unit === 'year';
  const { readings } = readWall(wall, begins ? wall + DAY : wall + 1, zone);
  return readings.slice(0, begins ? 1 : undefined).map(({ earliest }) => earliest);
}

function floorTo([unit, amount]: Step, wall: Wall): Wall {
  const { year, month } = wallParts(wall);
  if (unit === 'year') return firstOf(Math.floor(year / amount) * amount, 0);
  if (unit === 'month') return firstOf(year, Math.floor((month - 1) / amount) * amount);
  const size = amount * LENGTH[unit];
  const from = unit === 'day' && amount === 7 ? MONDAY : 0;
  return Math.floor((wall - from) / size) * size + from;
}

/** Somewhere in the step after the one that begins at `wall`. */
function after([unit, amount]: Step, wall: Wall): Wall {
  const { year, month } = wallParts(wall);
  if (unit === 'year') return firstOf(year + amount, 0);
  return unit === 'month' ? firstOf(year, month - 1 + amount) : wall + amount * LENGTH[unit];
}

function firstOf(year: number, monthFromZero: number): Wall {
  return new Date(0).setUTCFullYear(year, monthFromZero, 1);
}

function tickLabel(unit: AxisUnit, wall: Wall, language: Language): string {
  if (unit === 'second') return wallClock(wall, 'second');
  if (unit === 'minute' || unit === 'hour') return wallClock(wall, 'minute');
  if (unit === 'day') return wallDayOfYear(wall, language);
  return unit === 'month' ? timeWord(language, `month.short.${wallParts(wall).month as 1}`) : wallYear(wall, language);
}

function spanLabel(unit: AxisUnit, wall: Wall, language: Language): string {
  if (unit === 'year') return wallYear(wall, language);
  return unit === 'month' ? wallMonth(wall, language, 'full') : wallDate(wall, language, 'axis');
}

/** A stretch as a label has room for it: the days it touches, or on one day its clock times. The month always by its name. */
export function stretchWords(from: Instant, to: Instant, zone: string, language: Language): string {
  const [first, last] = [wallAt(from, zone), wallAt(to, zone)];
  const day = wallDayOfYear(first, language);
  return Math.floor(first / DAY) === Math.floor(last / DAY)
    ? `${day} ${wallClock(first, 'minute')} – ${wallClock(last, 'minute')}`
    : `${day} – ${wallDayOfYear(last, language)}`;
}
