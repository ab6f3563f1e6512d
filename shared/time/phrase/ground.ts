import type { Instant } from '../../model/identifier.ts';
import { type Problem, Refusal } from '../refusal.ts';
import { DAY, HOUR, type Wall } from '../wall.ts';
import { wallAt } from '../zone.ts';
import type { Tense } from './ahead.ts';
import type { HalfWord } from './half-days.ts';
import type { Part } from './parts-of-day.ts';
import type { Origin, Wording } from './wording.ts';
import { type Note, note } from '../note.ts';

/** What relative words are counted from: the date of a document, or a chosen event. */
export interface TimeReference {
  readonly earliest: Instant;
  /** The first instant that is too late. */
  readonly latest: Instant;
  /** The zone its date is read in; by default the zone of the call. */
  readonly zone?: string;
  /** How the basis names it, such as "EX-0004, 19 May 2031". */
  readonly name: Note | string;
  /** Of a message, which speaks of what is planned as often as of what was: a bare weekday may lie on either side, and is asked. */
  readonly planning?: boolean;
}

/** Order of day and month in figures, where the case says so. */
export type DayOrder = 'day-first' | 'month-first';

/** Something to count from, as a stretch of the wall clock. */
export interface Base {
  readonly from: Wall;
  /** The first moment of the wall clock that is too late. */
  readonly to: Wall;
  /** The same as instants; worked out only where hours are counted. */
  readonly instants: () => { readonly earliest: Instant; readonly latest: Instant };
  readonly name: Note;
  /** Speaks of what is planned as often as of what was. */
  readonly planning?: boolean;
  /** Part of the day it spoke of, and its clock counted from its day's midnight. */
  readonly part: Part | null;
  readonly clock: number | null;
}

/** Everything a wording is read against. */
export interface Ground {
  readonly zone: string;
  /** When the words were said. */
  readonly reference: Base | null;
  /** Where the account stands: the last date before the words in the same text. */
  readonly story: Base | null;
  /** The year last named, which "the same year" means; it may be background only. */
  readonly year?: Base | null;
  readonly dayOrder: DayOrder | null;
  /** What a running text tells around the passage; absent for words that were entered by themselves. */
  readonly around?: Around;
}

/** What the sentences around a passage tell. */
export interface Around {
  readonly half: HalfWord | null;
  /** They say plainly that what is dated lies ahead. */
  readonly ahead: boolean;
  /** What is said of a weekday without a date; null for anything else. */
  readonly weekday: AroundWeekday | null;
}

export interface AroundWeekday {
  readonly tense: Tense;
  /** The account stands at a date of the calendar that was written just before. */
  readonly runsOn: boolean;
  /** When it was said, by a stamp at the beginning of its line. */
  readonly stamp: Base | null;
}

/** A refusal that knows which fuller wordings would settle it. */
export class Unclear extends Refusal {
  readonly choices: readonly Wording[];

  constructor(problem: Problem, values: ConstructorParameters<typeof Refusal>[1], choices: readonly Wording[]) {
    super(problem, values);
    this.name = 'Unclear';
    this.choices = choices;
  }
}

export function baseOfReference({ earliest, latest, zone: own, name, planning = false }: TimeReference, zone: string): Base {
  const from = wallAt(earliest, own ?? zone);
  const to = Math.max(from + 1, wallAt(latest - 1, own ?? zone) + 1);
  // An event with its time of day tells which half of the day "at two" belongs to; a whole day does not.
  const clock = to - from <= HOUR ? from - dayOf(from) : null;
  return {
    from,
    to,
    instants: () => ({ earliest, latest }),
    name: typeof name === 'string' ? note('phrase.base', { name }) : name,
    planning,
    part: null,
    clock,
  };
}

/** What an origin stands for here. Throws a Refusal that asks for a reference. */
export function baseFor(origin: Origin, ground: Ground): Base {
  const base = origin === 'story' ? (ground.story ?? ground.reference) : ground.reference;
  if (!base) throw new Unclear('referenceMissing', {}, []);
  return base;
}

export function dayOf(wall: Wall): Wall {
  return Math.floor(wall / DAY) * DAY;
}

/** Midnights of the first and last day something lies in; a night belongs to the day it began on. */
export function daysOf({ from, to, part }: Pick<Base, 'from' | 'to' | 'part'>): { readonly first: Wall; readonly last: Wall } {
  const first = dayOf(from);
  const last = dayOf(to - 1);
  return { first, last: part !== null && last - first === DAY ? first : last };
}
