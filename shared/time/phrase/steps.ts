import { DAY, HOUR, MINUTE, type Wall } from '../wall.ts';
import { type Base, daysOf } from './ground.ts';
import { addMonths, type DayStretch, describeStretch, stretchOfDays } from './stretch-of-days.ts';
import type { Step, Unit } from './wording.ts';
import { type Note, note } from '../note.ts';

/**
 * Days on each side by which a count of larger units is widened: "two weeks later" is hardly ever meant to the day, and half a unit is
 * the farthest a rounded count can lie from what it stands for. A count of days is taken at its word.
 */
const SLACK: Readonly<Record<Unit, number>> = { minute: 0, hour: 0, day: 0, week: 3, month: 15, year: 183 };

/** The days a step from a base leads to; as wide as the base, and as the words are vague. */
export function stepByDays(step: Step, base: Base): DayStretch {
  const { least, most, direction } = step;
  const { first, last } = daysOf(base);
  const nearest = step.upTo ? 0 : least;
  const [near, far] = direction === 'after' ? [nearest, most] : [-nearest, -most];
  const slack = step.exact ? 0 : SLACK[step.unit] * DAY;
  const from = move(first, step.unit, step.within === 'around' ? -far : Math.min(near, far)) - slack;
  const to = move(last, step.unit, Math.max(near, far)) + slack;
  // Whoever is still up in the small hours means by "the next morning" the one that is about to come, or the one after it.
  const awake = step.exact === true && step.origin === 'story' && near === 1 && isSmallHours(base);
  const stretch = stretchOfDays(awake ? first : from, to, []);
  return { ...stretch, notes: [...stepNotes(step), counted(base, stretch), ...(awake ? [note('phrase.smallHours')] : [])] };
}

/** Minutes and hours after or before a base, as milliseconds, least and most. */
export function stepByClock({ least, most, unit, direction }: Step): { readonly least: number; readonly most: number } {
  const size = unit === 'hour' ? HOUR : MINUTE;
  const slack =
    unit === 'hour'
      ? HOUR / 2
      : Math.ceil((least % 30 === 0 ? 30 : least % 15 === 0 ? 15 : least % 10 === 0 ? 10 : least % 5 === 0 ? 5 : 1) / 2) * MINUTE;
  const near = Math.max(0, least * size - slack);
  const far = most * size + slack;
  return direction === 'after' ? { least: near, most: far } : { least: -far, most: -near };
}

/** How a vague or rounded count was taken. */
export function stepNotes({ least, most, unit, exact, within }: Step): readonly Note[] {
  const units = note(`phrase.unit.${unit}`);
  if (within) return [note(`phrase.within.${within}`, { count: most, unit: units })];
  if (exact) return [];
  return [
    ...(least === most ? [] : [note('phrase.vague', { least, most, unit: units })]),
    ...(unit === 'day' ? [] : [note('phrase.rounded', { unit: units })]),
  ];
}

export function counted(base: Base, stretch: DayStretch): Note {
  return note('phrase.counted', { base: base.name, result: describeStretch(stretch) });
}

function move(day: Wall, unit: Unit, count: number): Wall {
  if (unit === 'day' || unit === 'week') return day + Math.round(count * (unit === 'week' ? 7 : 1)) * DAY;
  const months = unit === 'year' ? count * 12 : count;
  const whole = Math.trunc(months);
  return addMonths(day, whole) + Math.round((months - whole) * 30) * DAY;
}

function isSmallHours({ part, clock }: Base): boolean {
  return part === 'smallHours' || (clock !== null && clock < 5 * HOUR);
}
