import { type Wall, wallOf, wallParts } from '../wall.ts';
import { baseFor, daysOf, type Ground, Unclear } from './ground.ts';
import { counted } from './steps.ts';
import { type DayStretch, describeStretch, monthStretch } from './stretch-of-days.ts';
import type { Wording } from './wording.ts';
import { note } from '../note.ts';

/** "Last May", "next June", "the May before". Throws a Refusal where people mean either of two years by it. */
export function resolveMonthBeside(says: Wording, ground: Ground): DayStretch {
  const { month = 1, monthSide: side } = says;
  const base = baseFor(side === 'before' || side === 'after' ? 'story' : 'speech', ground);
  const { first, last } = daysOf(base);
  const year = wallParts(first).year;
  // The month that has not ended is neither the last nor the next one of its name.
  const before = wallOf(year, month + 1, 1) <= monthOf(first) ? year : year - 1;
  const after = wallOf(wallParts(last).year, month, 1) > monthOf(last) ? wallParts(last).year : wallParts(last).year + 1;
  const back = side === 'last' || side === 'before';
  const near = back ? before : after;
  const calendar = side === 'last' ? year - 1 : side === 'next' ? wallParts(last).year + 1 : near;
  if (near !== calendar) throw askYear(says, month, near, calendar);
  const stretch = monthStretch(near, month);
  return { ...stretch, notes: [counted(base, stretch), note('phrase.monthBeside')] };
}

function monthOf(day: Wall): Wall {
  const { year, month } = wallParts(day);
  return wallOf(year, month, 1);
}

function askYear({ monthSide: _side, ...rest }: Wording, month: number, one: number, other: number): Unclear {
  const years = [one, other].toSorted((first, second) => first - second);
  return new Unclear(
    'yearUnclear',
    {
      first: describeStretch(monthStretch(years[0] ?? one, month)),
      second: describeStretch(monthStretch(years[1] ?? other, month)),
    },
    years.map((year) => ({ ...rest, year })),
  );
}
