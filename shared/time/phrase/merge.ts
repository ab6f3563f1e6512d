import type { Wording } from './wording.ts';

/** Two pieces that stand together as one wording; null where they speak of two things. `close` when nothing but 的 lies
 * between; `apposed` after a comma, as in "the night before, on 15 May". */
export function mergeWordings(one: Wording, other: Wording, close: boolean, apposed = false): Wording | null {
  if (one.step && apposed && other.month !== undefined && other.day !== undefined) return { ...timeOf(one), ...other };
  if (one.wantsBase && !apposed && bearsDate(other) && !other.step) {
    const base = one.base ? mergeWordings(one.base, dateOf(other), true) : dateOf(other);
    return base ? { ...one, ...timeOf(other), base } : null;
  }
  if (other.step && !other.base && bearsDate(one) && !one.clock && !one.step) {
    return close && !one.part && one.weekday === undefined ? { ...other, base: one } : null;
  }
  for (const key of Object.keys(other)) if (key !== 'about' && key !== 'future' && key in one) return null;
  const both: Wording = { ...one, ...other };
  return fits(both) ? both : null;
}

/** Whether a wording names a day, month or year by itself. */
export function bearsDate(says: Wording): boolean {
  const { year, yearShift, month, monthShift, day, pair, weekday, week, step, season, recent, weekend, feast } = says;
  return [year, yearShift, month, monthShift, day, pair, weekday, week, step, season, recent, weekend, feast].some(
    (one) => one !== undefined,
  );
}

type Slot = keyof Wording;

const CALENDAR: readonly Slot[] = ['year', 'yearShift', 'month', 'monthShift', 'day', 'pair'];

/** What never belongs to one and the same moment. */
const APART: readonly (readonly [Slot, readonly Slot[]])[] = [
  ['step', [...CALENDAR, 'weekdaySide', 'week', 'third', 'season', 'recent']],
  ['recent', [...CALENDAR, 'weekday', 'week', 'part', 'clock', 'third', 'season']],
  ['week', ['third', 'season']],
  ['weekdaySide', ['third', 'season']],
  ['pair', ['month', 'monthShift', 'day', 'third', 'season']],
  ['monthShift', ['month', 'year']],
  ['yearShift', ['year']],
  ['season', ['month', 'monthShift', 'day', 'third', 'weekday', 'part', 'clock']],
  ['nthWeekday', ['day', 'dayTo', 'pair', 'weekday', 'week', 'step', 'third', 'season', 'recent']],
  ['weekend', ['weekday', 'step', 'third', 'season', 'recent', 'nthWeekday', 'nthWeek', 'weekOf', 'part', 'clock']],
  ['nthWeek', ['day', 'dayTo', 'pair', 'nthWeekday', 'week', 'step', 'third', 'season', 'recent', 'weekOf']],
  ['throughout', ['clock']],
  ['orNext', ['third', 'throughout']],
  [
    'monthSide',
    ['year', 'yearShift', 'monthShift', 'day', 'pair', 'weekday', 'step', 'third', 'season', 'recent', 'nthWeek', 'nthWeekday'],
  ],
  ['weekOf', ['part', 'clock', 'week', 'step', 'third', 'season', 'recent', 'nthWeekday']],
  ['third', ['day', 'weekday', 'part', 'clock']],
];

function fits(says: Wording): boolean {
  const has = (slot: Slot): boolean => says[slot] !== undefined;
  if (APART.some(([slot, others]) => has(slot) && others.some(has))) return false;
  const calendar = CALENDAR.some(has);
  if (has('nthWeek')) return (has('month') || has('monthShift') || !calendar) && (has('weekday') || !(has('part') || has('clock')));
  if (has('weekend') && calendar && !has('day') && !has('pair')) return false;
  if (has('week') && !has('weekday') && (calendar || has('part'))) return false;
  if (calendar && (says.weekdaySide === 'before' || says.weekdaySide === 'after')) return false;
  // A part of a month has no evening; only a day has.
  const hours = has('part') || has('clock') || has('weekday');
  return !hours || !calendar || has('day') || has('pair') || has('nthWeekday');
}

function timeOf({ part, clock, about }: Wording): Wording {
  return { ...(part ? { part } : {}), ...(clock ? { clock } : {}), ...(about ? { about } : {}) };
}

function dateOf(says: Wording): Wording {
  const { part: _part, clock: _clock, about: _about, ...date } = says;
  return date;
}
