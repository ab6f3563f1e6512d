import { utcDay, utcMonth, utcTickInterval, utcYear } from 'd3-time';
import type { Language } from '../../../../shared/model/language.ts';
import type { Instant } from '../../../../shared/model/identifier.ts';
import { offsetAt } from '../../../../shared/time/index.ts';
import { type View } from './view.ts';

export interface Tick {
  readonly at: Instant;
  readonly label: string;
}

export interface Axis {
  readonly ticks: readonly Tick[];
  /** The larger unit the ticks lie in: the day above hours, the month above days. Empty above years. */
  readonly spans: readonly Tick[];
}

type Unit = 'second' | 'minute' | 'hour' | 'day' | 'month' | 'year';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Pixels one label needs, so that two neighbours never touch; Chinese dates are no wider. */
const ROOM: Readonly<Record<Unit, number>> = {
  second: 92,
  minute: 72,
  hour: 72,
  day: 84,
  month: 72,
  year: 64,
};

/**
 * Ticks at round times of the wall clock in `zone`, and the larger units they lie in. Where the clocks change, the ticks
 * follow the wall: an hour that is skipped has no tick, a day is 23 or 25 hours wide.
 */
export function axisOf(view: View, width: number, zone: string, language: Language): Axis {
  const from = view.from + offsetAt(Math.round(view.from), zone);
  const to = view.to + offsetAt(Math.round(view.to), zone);
  const interval = utcTickInterval(new Date(from), new Date(to), Math.max(2, width / ROOM[unitFor((to - from) / width)]));
  if (!interval) return { ticks: [], spans: [] };
  const walls = interval.range(new Date(from), new Date(to)).map(Number);
  const unit = unitOf(walls, (walls[1] ?? Infinity) - (walls[0] ?? 0));
  return {
    // A time that the clocks skipped was shown by none of them. Days and longer begin all the same.
    ticks: toTicks(
      unit === 'day' || unit === 'month' || unit === 'year' ? walls : walls.filter((wall) => isShown(wall, zone)),
      zone,
      labelOf(unit, language),
    ),
    spans: spansOf(unit, from, to, zone, language),
  };
}

/** The unit whose labels the ticks will probably carry at this many milliseconds per pixel: decides how much room they need. */
function unitFor(resolution: number): Unit {
  const between = resolution * 80;
  if (between < MINUTE * 0.8) return 'second';
  if (between < HOUR * 0.8) return 'minute';
  if (between < DAY * 0.8) return 'hour';
  if (between < 25 * DAY) return 'day';
  return between < 300 * DAY ? 'month' : 'year';
}

/** The finest unit that any tick needs. */
function unitOf(walls: readonly number[], step: number): Unit {
  if (step >= 360 * DAY && walls.every((wall) => +utcYear.floor(new Date(wall)) === wall)) return 'year';
  if (step >= 27 * DAY && walls.every((wall) => +utcMonth.floor(new Date(wall)) === wall)) return 'month';
  if (walls.every((wall) => wall % DAY === 0)) return 'day';
  if (walls.every((wall) => wall % HOUR === 0)) return 'hour';
  return walls.every((wall) => wall % MINUTE === 0) ? 'minute' : 'second';
}

function spansOf(unit: Unit, from: number, to: number, zone: string, language: Language): readonly Tick[] {
  if (unit === 'year') return [];
  const interval = unit === 'month' ? utcYear : unit === 'day' ? utcMonth : utcDay;
  const walls = [interval.floor(new Date(from)), ...interval.range(new Date(from + 1), new Date(to))].map(Number);
  const options: Intl.DateTimeFormatOptions =
    unit === 'month'
      ? { year: 'numeric' }
      : unit === 'day'
        ? { year: 'numeric', month: 'long' }
        : { year: 'numeric', month: 'long', day: 'numeric', weekday: 'short' };
  return toTicks(walls, zone, formatterOf(options, language));
}

function toTicks(walls: readonly number[], zone: string, label: (wall: number) => string): readonly Tick[] {
  const ticks = [...new Set(walls)].map((wall) => ({
    at: instantAt(wall, zone),
    label: label(wall),
  }));
  return ticks.filter((tick, index) => index === 0 || tick.at > (ticks[index - 1]?.at ?? 0));
}

function isShown(wall: number, zone: string): boolean {
  const at = instantAt(wall, zone);
  return at + offsetAt(at, zone) === wall;
}

/** The instant at which the wall clock of a zone shows `wall`; the later one where it never did. */
function instantAt(wall: number, zone: string): Instant {
  const guess = Math.round(wall - offsetAt(Math.round(wall), zone));
  return Math.round(wall - offsetAt(guess, zone));
}

function labelOf(unit: Unit, language: Language): (wall: number) => string {
  switch (unit) {
    case 'year':
      return formatterOf({ year: 'numeric' }, language);
    case 'month':
      return formatterOf({ month: 'short' }, language);
    case 'day':
      return formatterOf({ day: 'numeric', month: 'short' }, language);
    case 'second':
      return formatterOf(
        {
          hour: '2-digit',
          minute: '2-digit',
          second: '2-digit',
          hourCycle: 'h23',
        },
        language,
      );
    default:
      return formatterOf({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }, language);
  }
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Walls are counted as if the clock hung in UTC, so UTC it is formatted in. */
function formatterOf(options: Intl.DateTimeFormatOptions, language: Language): (wall: number) => string {
  const key = `${language} ${JSON.stringify(options)}`;
  const formatter =
    formatters.get(key) ??
    new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
      ...options,
      timeZone: 'UTC',
    });
  formatters.set(key, formatter);
  return (wall) => formatter.format(wall);
}

/** A stretch as a label has room for it: the days it touches, or on one day its clock times. The month always by its name. */
export function stretchWords(from: Instant, to: Instant, zone: string, language: Language): string {
  const day = formatterOf({ month: 'short', day: 'numeric' }, language);
  const clock = formatterOf({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }, language);
  const [first, last] = [from, to].map((at) => at + offsetAt(at, zone)) as [number, number];
  return day(first) === day(last) ? `${day(first)} ${clock(first)} – ${clock(last)}` : `${day(first)} – ${day(last)}`;
}
