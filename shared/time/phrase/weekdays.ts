import { DAY, type Wall, wallParts } from '../wall.ts';
import { type AroundWeekday, type Base, baseFor, daysOf, type Ground, Unclear } from './ground.ts';
import { type DayStretch, describeStretch, stretchOfDays } from './stretch-of-days.ts';
import { onDay } from './choices.ts';
import type { Wording } from './wording.ts';
import { dateNote, type Note, note } from '../note.ts';
import type { TimeWord } from '../words.ts';

/** The day a weekday without a date means. Throws a Refusal where that cannot be told. */
export function resolveWeekday(says: Wording & { readonly weekday: number }, ground: Ground): DayStretch {
  const { weekday, weekdaySide: side, week } = says;
  if (side === 'before' || side === 'after') return beside(says, baseFor('story', ground), side);
  if (week === 0 && side === 'last') return beside(says, baseFor('speech', ground), 'before');
  if (week === 0 && side === 'next') return beside(says, baseFor('speech', ground), 'after');
  const around = side === undefined && week === undefined ? ground.around?.weekday : null;
  const said = around?.stamp ?? ground.reference;
  if (around && said) return weekdayAlone(says, around, said, ground.story);
  if (!ground.reference && ground.story) throw new Unclear('referenceMissing', {}, choicesBeside(says, ground.story));
  const base = baseFor(says.weekOfStory ? 'story' : 'speech', ground);
  if (week !== undefined) return ofWeek(says, base, week);
  if (side === undefined && base.planning) throw askWeekday(weekday, beside(says, base, 'before'), beside(says, base, 'after'), says);
  if (side === undefined) return beside(says, base, 'before');
  if (side === 'this') return ofWeek(says, base, 0);
  const near = beside(says, base, side === 'last' ? 'before' : 'after');
  const calendar = ofWeek(says, base, side === 'last' ? -1 : 1);
  if (near.from === calendar.from && near.to === calendar.to) return near;
  throw askWeekday(weekday, near, calendar, says);
}

/** Anchors of an account older than this tell nothing about a weekday. */
const RUNS_ON = 7 * DAY;

/** "Thursday" in a running text: from the date just before it, or before or after it was said, as its sentence tells. */
function weekdayAlone(says: Wording & { readonly weekday: number }, around: AroundWeekday, said: Base, story: Base | null): DayStretch {
  const { weekday } = says;
  const days = daysOf(said);
  const before = beside(says, said, 'before');
  const after = beside(says, said, 'after');
  const anchor = around.runsOn && story ? daysOf(story) : null;
  if (story && anchor && anchor.first === anchor.last && anchor.first >= days.first - RUNS_ON) {
    const on = beside(says, story, 'after');
    if (wallParts(anchor.first).weekday === weekday) throw askWeekday(weekday, stretchOfDays(anchor.first, anchor.first, []), on, says);
    const leadsPast = anchor.first <= days.last && on.from > days.last;
    if (!leadsPast || around.tense === 'ahead') return on;
    if (around.tense === 'past') return before;
    throw askWeekday(weekday, before, on, says);
  }
  if (around.tense === 'ahead') {
    if (wallParts(days.first).weekday === weekday) throw askWeekday(weekday, stretchOfDays(days.first, days.first, []), after, says);
    return after;
  }
  const message = around.stamp !== null || said.planning === true;
  if (message && around.tense === null) throw askWeekday(weekday, before, after, says);
  return before;
}

function askWeekday(weekday: number, one: DayStretch, other: DayStretch, says: Wording): Unclear {
  return new Unclear(
    'weekUnclear',
    {
      weekday: note(`weekday.${weekday}` as TimeWord),
      first: describeStretch(one),
      second: describeStretch(other),
    },
    [onDay(says, one.from), onDay(says, other.from)],
  );
}

/** Midnight of the Monday a whole calendar week begins with. */
export function mondayOf(day: Wall): Wall {
  return day - (wallParts(day).weekday - 1) * DAY;
}

export function nearestWeekday(day: Wall, weekday: number, side: 'before' | 'after'): Wall {
  const ahead = (weekday - wallParts(day).weekday + 7) % 7;
  return side === 'after' ? day + (ahead === 0 ? 7 : ahead) * DAY : day + (ahead === 0 ? -7 : ahead - 7) * DAY;
}

function beside({ weekday }: { readonly weekday: number }, base: Base, side: 'before' | 'after'): DayStretch {
  const { first, last } = daysOf(base);
  const stretch = stretchOfDays(nearestWeekday(first, weekday, side), nearestWeekday(last, weekday, side), []);
  return { ...stretch, notes: [weekdayNote(side === 'before' ? 'phrase.weekday.before' : 'phrase.weekday.after', weekday, base, stretch)] };
}

function ofWeek({ weekday }: { readonly weekday: number }, base: Base, week: number): DayStretch {
  const { first, last } = daysOf(base);
  const at = (day: Wall): Wall => mondayOf(day) + (week * 7 + weekday - 1) * DAY;
  const stretch = stretchOfDays(at(first), at(last), []);
  const name = week === 0 ? 'phrase.weekday.week.this' : week < 0 ? 'phrase.weekday.week.before' : 'phrase.weekday.week.after';
  return { ...stretch, notes: [weekdayNote(name, weekday, base, stretch)] };
}

function weekdayNote(word: TimeWord, weekday: number, base: Base, stretch: DayStretch): Note {
  return note(word, {
    weekday: note(`weekday.${weekday}` as TimeWord),
    base: base.name,
    result: stretch.unit === 'day' ? dateNote(stretch.from) : describeStretch(stretch),
  });
}

function choicesBeside(says: Wording & { readonly weekday: number }, base: Base): readonly Wording[] {
  const { first, last } = daysOf(base);
  if (first !== last) return [];
  return (['after', 'before'] as const).map((side) => onDay(says, nearestWeekday(first, says.weekday, side)));
}

/** "A week later, on Thursday": the one such day among those counted. Throws a Refusal where there is none, or more than one. */
export function onWeekday(days: DayStretch, weekday: number | undefined): DayStretch {
  if (weekday === undefined) return days;
  const count = (days.to - days.from) / DAY;
  const fitting = Array.from({ length: Math.min(count, 15) }, (_, index) => days.from + index * DAY).filter(
    (day) => wallParts(day).weekday === weekday,
  );
  const [only] = fitting;
  if (fitting.length === 1 && only !== undefined)
    return stretchOfDays(only, only, [
      ...days.notes,
      note('phrase.weekday.among', {
        weekday: note(`weekday.${weekday}` as TimeWord),
        result: dateNote(only),
      }),
    ]);
  if (fitting.length > 1) return days;
  const actual = wallParts(days.from).weekday;
  throw new Unclear('weekday', { date: dateNote(days.from), weekday: note(`weekday.${actual}` as TimeWord) }, []);
}
