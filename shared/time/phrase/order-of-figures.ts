import { Refusal } from '../refusal.ts';
import { isDate, wallOf, wallParts } from '../wall.ts';
import { type Ground, Unclear } from './ground.ts';
import type { Wording } from './wording.ts';
import { dateNote, type Note, note } from '../note.ts';
import type { TimeWord } from '../words.ts';

/** A wording whose day and month are told apart, and by what. */
export interface OrderedPair {
  readonly says: Wording;
  readonly note: Note;
}

/** Says which of two figures is the day, where only one order is possible, or the case or a weekday says. Throws a Refusal that asks otherwise. */
export function orderPair(says: Wording, ground: Ground): OrderedPair {
  const { pair, ...rest } = says;
  const [first, second] = pair as readonly [number, number];
  const dayFirst = { ...rest, day: first, month: second };
  const monthFirst = { ...rest, day: second, month: first };
  const possible = [dayFirst, monthFirst].filter(({ day, month }) => isDate(says.year ?? 2032, month, day));
  const [only] = possible;
  if (!only) throw new Refusal('noSuchDate');
  if (possible.length === 1 || first === second) return ordered(only, 'basis.dayMonth');
  if (ground.dayOrder) return ordered(ground.dayOrder === 'day-first' ? dayFirst : monthFirst, 'phrase.order.case');
  const fitting =
    says.weekday === undefined || says.year === undefined
      ? []
      : possible.filter(({ day, month }) => wallParts(wallOf(says.year as number, month, day)).weekday === says.weekday);
  if (fitting.length === 1 && fitting[0]) return ordered(fitting[0], 'phrase.order.weekday');
  throw new Unclear('order', { first: dayNote(dayFirst), second: dayNote(monthFirst) }, possible);
}

function ordered(says: Wording & { readonly day: number; readonly month: number }, word: TimeWord): OrderedPair {
  return { says, note: note(word, { day: says.day, month: says.month }) };
}

function dayNote({ year, month, day }: { readonly year?: number; readonly month: number; readonly day: number }): Note {
  if (year !== undefined) return dateNote(wallOf(year, month, day));
  return note('phrase.dayOfMonth', { day, month: note(`month.${month}` as TimeWord) });
}
