import { Refusal } from '../refusal.ts';
import { DAY, MINUTE, type Wall } from '../wall.ts';
import { readWall, wallAt } from '../zone.ts';
import { resolveDate } from './dates.ts';
import { type Base, baseFor, daysOf, type Ground, Unclear } from './ground.ts';
import { resolveClockAlone, resolveHours } from './hours.ts';
import { resolveMonthBeside } from './months.ts';
import { days } from './rule.ts';
import { counted, stepByClock, stepByDays, stepNotes } from './steps.ts';
import { type DayStretch, describeStretch, stretchOfDays } from './stretch-of-days.ts';
import { mondayOf, onWeekday, resolveWeekday } from './weekdays.ts';
import { resolveWeekend } from './weekends.ts';
import type { Resolved, Wording } from './wording.ts';
import { note } from '../note.ts';

/** Days that "recently" reaches back. */
const RECENT_DAYS = 30;

/** Concludes from a wording, against its ground, when it was. Throws a Refusal that says or asks what is missing. */
export function resolveWording(says: Wording, ground: Ground): Resolved {
  if (says.feast === 'moves') throw new Unclear('feastMoves', {}, []);
  if (says.unnamedBase) throw eventUnknown(says, ground);
  if (says.base) return resolveFromBase(says, says.base, ground);
  const { step } = says;
  if (step && (step.unit === 'hour' || step.unit === 'minute')) return resolveElapsed(says, ground);
  if (step?.unit === 'day' && step.least === 0.5)
    return resolveElapsed({ ...says, step: { ...step, unit: 'hour', least: 6, most: 18 } }, ground);
  const meant = daysMeant(says, ground);
  if (meant) return resolveHours(says, meant, ground);
  // "All night" without its date: that of the day the account stands at.
  if (says.throughout) return resolveWording({ ...says, step: days(0, 'story') }, ground);
  if (says.clock) return resolveClockAlone(says, says.clock, ground);
  throw new Refusal('unknown');
}

function daysMeant(says: Wording, ground: Ground): DayStretch | null {
  const { step, weekday, week, day, pair, recent } = says;
  if (recent) return recentDays(ground);
  if (step) return onWeekday(stepByDays(step, baseFor(step.origin, ground)), weekday);
  if (says.nthWeek !== undefined && weekday !== undefined) {
    const { weekday: _weekday, ...week } = says;
    return onWeekday(resolveDate(week, ground), weekday);
  }
  if (says.monthSide) return resolveMonthBeside(says, ground);
  if (says.weekend) return resolveWeekend(says, ground);
  if (weekday !== undefined && day === undefined && !pair) return resolveWeekday({ ...says, weekday }, ground);
  const dated = [says.year, says.yearShift, says.month, says.monthShift, day, pair, says.season].some((one) => one !== undefined);
  if (dated) return says.weekOf ? weekAround(resolveDate(says, ground)) : resolveDate(says, ground);
  return week === undefined ? null : wholeWeek(week, baseFor(says.weekOfStory ? 'story' : 'speech', ground));
}

/** "Nine days after 2 May": first when that was, then on from there. */
function resolveFromBase(says: Wording, base: Wording, ground: Ground): Resolved {
  const { base: _base, wantsBase: _wants, step, ...rest } = says;
  const read = resolveWording(base, ground);
  const story = asBase(read, ground);
  const again = { ...rest, ...(step ? { step: { ...step, origin: 'story' as const } } : {}) };
  try {
    const found = resolveWording(again, { ...ground, story });
    return { ...found, notes: [...read.notes, ...found.notes] };
  } catch (problem) {
    throw problem instanceof Unclear ? new Unclear(problem.problem, problem.values, []) : problem;
  }
}

function resolveElapsed(says: Wording, ground: Ground): Resolved {
  const step = says.step as NonNullable<Wording['step']>;
  const base = baseFor(step.origin, ground);
  const { least: near, most } = stepByClock(step);
  const least = step.within === 'around' ? -most : near;
  const { earliest, latest } = base.instants();
  const from = floorTo(wallAt(earliest + least, ground.zone), MINUTE);
  const to = ceilTo(wallAt(latest - 1 + most, ground.zone) + 1, MINUTE);
  const shown = stretchOfDays(floorTo(from, DAY), floorTo(to - 1, DAY), []);
  const notes = [...stepNotes(step), counted(base, shown)];
  return { from, to, form: 'minutes', clock: null, part: null, about: says.about ?? false, notes };
}

function wholeWeek(week: number, base: Base): DayStretch {
  const { first, last } = daysOf(base);
  const stretch = stretchOfDays(mondayOf(first) + week * 7 * DAY, mondayOf(last) + (week * 7 + 6) * DAY, []);
  return { ...stretch, notes: [note('phrase.week'), counted(base, stretch)] };
}

/** "The week of 12 May" is that of the calendar, or the seven days from there: both are enclosed. */
function weekAround(day: DayStretch): DayStretch {
  const from = mondayOf(day.from);
  return { from, to: Math.max(from + 7 * DAY, day.from + 7 * DAY), unit: 'days', notes: [...day.notes, note('phrase.week')] };
}

function recentDays(ground: Ground): DayStretch {
  const base = baseFor('speech', ground);
  const { first, last } = daysOf(base);
  const stretch = stretchOfDays(first - RECENT_DAYS * DAY, last, []);
  return { ...stretch, notes: [note('phrase.recent', { count: RECENT_DAYS }), counted(base, stretch)] };
}

function eventUnknown(says: Wording, ground: Ground): Unclear {
  const { unnamedBase: _unnamed, wantsBase: _wants, ...rest } = says;
  // "The day of arrival" is not the account's; of a distance, at least what it would be from there can be offered.
  const sameDay = says.step !== undefined && says.step.most === 0;
  return new Unclear('eventUnknown', {}, !sameDay && (ground.story || ground.reference) ? [rest] : []);
}

/** A result as something to count on from. */
export function asBase({ from, to, part: said, clock, form }: Resolved, { zone }: Pick<Ground, 'zone'>, words = ''): Base {
  // Only of a single day can it be said which part the account stands in.
  const part = form === 'part' || form === 'clock' ? said : null;
  const unit = form === 'month' || form === 'year' ? form : 'days';
  const shown = { from: floorTo(from, DAY), to: part === null ? ceilTo(to, DAY) : floorTo(from, DAY) + DAY, unit } as const;
  const name = words === '' ? describeStretch(shown) : note('phrase.base.text', { name: describeStretch(shown), words });
  return { from, to, instants: () => instantsOf(from, to, zone), name, part, clock: clock ? from - floorTo(from, DAY) : null };
}

function instantsOf(from: Wall, to: Wall, zone: string): ReturnType<Base['instants']> {
  const { readings } = readWall(from, to, zone);
  const [first, last] = [readings[0], readings.at(-1)];
  if (!first || !last) throw new Refusal('noSuchTime');
  return { earliest: first.earliest, latest: last.latest };
}

function floorTo(wall: Wall, unit: number): Wall {
  return Math.floor(wall / unit) * unit;
}

function ceilTo(wall: Wall, unit: number): Wall {
  return Math.ceil(wall / unit) * unit;
}
