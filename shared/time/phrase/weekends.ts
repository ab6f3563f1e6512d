import { DAY, type Wall, wallParts } from '../wall.ts';
import { type Base, baseFor, daysOf, type Ground, Unclear } from './ground.ts';
import { resolveDate } from './dates.ts';
import { counted } from './steps.ts';
import { type DayStretch, describeStretch, stretchOfDays } from './stretch-of-days.ts';
import { mondayOf } from './weekdays.ts';
import type { Wording } from './wording.ts';
import { note } from '../note.ts';

const WEEK = 7 * DAY;

/** The Saturday and Sunday a wording means. Throws a Refusal where people mean either of two by it. */
export function resolveWeekend(says: Wording, ground: Ground): DayStretch {
  const { weekdaySide: side, week } = says;
  if (says.day !== undefined || says.pair) return weekendOfDate(says, ground);
  if (side === 'before' || side === 'after') return single(besides(baseFor('story', ground))[side], baseFor('story', ground));
  const base = baseFor(says.weekOfStory ? 'story' : 'speech', ground);
  const { before, after } = besides(base);
  const ofWeek = (shift: number): Wall => saturdayOf(daysOf(base).first) + shift * WEEK;
  if (side === 'last' || side === 'this' || side === 'next') {
    if (side === 'last') return single(before, base);
    if (side === 'next') return week === 0 ? single(after, base) : either(after, ofWeek(1), base);
    // "This weekend" is its own on a Saturday or Sunday; on a Monday it is the one that is over as often as the one to come.
    return isWeekend(daysOf(base).last) ? single(ofWeek(0), base) : either(before, ofWeek(0), base);
  }
  if (week !== undefined) return single(ofWeek(week), base);
  return alone(base, ground);
}

/** "At the weekend": the one that was over, or the one just begun; where the account stands elsewhere, the one after that. */
function alone(base: Base, ground: Ground): DayStretch {
  const { first, last } = daysOf(base);
  const { before, after } = besides(base);
  const { story } = ground;
  const tense = ground.around?.weekday?.tense ?? null;
  if (tense === 'ahead' && !isWeekend(last)) return single(after, base);
  if (base.planning === true && tense !== 'past') throw ask(before, after);
  if (isWeekend(last)) throw ask(before, saturdayOf(first));
  const next = story && story !== base && story.to <= base.from ? besides(story).after : before;
  const own = story && story !== base && isWeekend(daysOf(story).last) ? saturdayOf(daysOf(story).first) : next;
  const found = own > first ? before : own;
  return either(before, found, base);
}

/** "The weekend of 17 May"; beside a day from Monday to Friday it is the one before as often as the one after. */
function weekendOfDate({ weekend: _weekend, ...says }: Wording, ground: Ground): DayStretch {
  const days = resolveDate(says, ground);
  const [first, last] = [days.from, days.to - DAY];
  const saturday = saturdayOf(first);
  if (!isWeekend(first) || last > saturday + DAY) throw ask(saturday - WEEK, saturday);
  return { ...weekendFrom(saturday), notes: [...days.notes, note('phrase.weekend')] };
}

function either(one: Wall, other: Wall, base: Base): DayStretch {
  if (one !== other) throw ask(one, other);
  return single(one, base);
}

function single(saturday: Wall, base: Base): DayStretch {
  const stretch = weekendFrom(saturday);
  return { ...stretch, notes: [note('phrase.weekend'), counted(base, stretch)] };
}

function ask(one: Wall, other: Wall): Unclear {
  const choices = [one, other].toSorted((first, second) => first - second);
  return new Unclear(
    'weekendUnclear',
    {
      first: describeStretch(weekendFrom(choices[0] ?? one)),
      second: describeStretch(weekendFrom(choices[1] ?? other)),
    },
    choices.map((saturday) => {
      const { year, month, day } = wallParts(saturday);
      return { year, month, day, weekend: true as const };
    }),
  );
}

function weekendFrom(saturday: Wall): DayStretch {
  return stretchOfDays(saturday, saturday + DAY, []);
}

/** The last weekend that was over before a base began, and the first that begins after it. */
function besides(base: Base): { readonly before: Wall; readonly after: Wall } {
  const { first, last } = daysOf(base);
  const own = saturdayOf(last);
  return { before: saturdayOf(first) - WEEK, after: own > last ? own : own + WEEK };
}

/** The Saturday of the week, Monday to Sunday, that a day lies in. */
function saturdayOf(day: Wall): Wall {
  return mondayOf(day) + 5 * DAY;
}

function isWeekend(day: Wall): boolean {
  return wallParts(day).weekday >= 6;
}
