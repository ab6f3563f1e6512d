/**
 * What a clock on the wall shows, counted in milliseconds as if the wall hung in UTC. It is no instant: only a zone makes it one.
 * The calendar is the proleptic Gregorian one.
 */
export type Wall = number;

export interface WallParts {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
  /** 1 is Monday, 7 is Sunday (ISO 8601). */
  readonly weekday: number;
}

export type CalendarUnit = 'year' | 'month' | 'day';

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Midnight at the beginning of a day; months and days beyond the calendar carry over. */
export function wallOf(year: number, month: number, day: number): Wall {
  return Date.UTC(year, month - 1, day);
}

export function wallParts(wall: Wall): WallParts {
  const date = new Date(wall);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    millisecond: date.getUTCMilliseconds(),
    weekday: date.getUTCDay() === 0 ? 7 : date.getUTCDay(),
  };
}

/** Moves a midnight by whole calendar units; from the first of a month or year it stays on a first. */
export function addToWall(wall: Wall, unit: CalendarUnit, count: number): Wall {
  const { year, month, day } = wallParts(wall);
  if (unit === 'day') return wallOf(year, month, day + count);
  return unit === 'month' ? wallOf(year, month + count, day) : wallOf(year + count, month, day);
}

export function isDate(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

export function daysInMonth(year: number, month: number): number {
  return wallParts(wallOf(year, month + 1, 0)).day;
}
