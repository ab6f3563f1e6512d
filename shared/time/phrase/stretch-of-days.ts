import { DAY, type Wall, wallOf, wallParts } from '../wall.ts';
import { dateNote, monthNote, type Note, note } from '../note.ts';

/** Days of the wall's calendar that a wording comes to. */
export interface DayStretch {
  /** Midnight of the first day. */
  readonly from: Wall;
  /** Midnight after the last day. */
  readonly to: Wall;
  readonly unit: 'day' | 'days' | 'month' | 'year';
  readonly notes: readonly Note[];
}

export function stretchOfDays(first: Wall, last: Wall, notes: readonly Note[]): DayStretch {
  return { from: first, to: last + DAY, unit: first === last ? 'day' : 'days', notes };
}

export function monthStretch(year: number, month: number): DayStretch {
  return { from: wallOf(year, month, 1), to: wallOf(year, month + 1, 1), unit: 'month', notes: [] };
}

export function yearStretch(year: number): DayStretch {
  return { from: wallOf(year, 1, 1), to: wallOf(year + 1, 1, 1), unit: 'year', notes: [] };
}

/** The stretch in words: 14 May 2031; May 2031; between 1 and 10 June. */
export function describeStretch({ from, to, unit }: Pick<DayStretch, 'from' | 'to' | 'unit'>): Note {
  if (unit === 'year') return note('year', { year: wallParts(from).year });
  if (unit === 'month') return monthNote(from, 'short');
  const first = dateNote(from);
  return to - from <= DAY ? first : note('phrase.stretch', { from: first, to: dateNote(to - DAY) });
}

/** Moves a midnight by months; a day the shorter month lacks becomes its last. */
export function addMonths(wall: Wall, count: number): Wall {
  const { year, month, day } = wallParts(wall);
  const last = wallParts(wallOf(year, month + count + 1, 0)).day;
  return wallOf(year, month + count, Math.min(day, last));
}
