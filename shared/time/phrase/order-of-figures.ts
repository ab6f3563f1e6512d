import { Refusal } from '../refusal.ts';
import { isDate, wallOf, wallParts } from '../wall.ts';
import { type Note, type TimeWord, timeWord, wallDate } from '../words.ts';
import { type Ground, Unclear } from './ground.ts';
import type { Wording } from './wording.ts';

/** Says which of two figures is the day, where only one order is possible, or the case or a weekday says. Throws a Refusal that asks otherwise. */
export function orderPair(says: Wording, ground: Ground): Wording {
  const { pair, ...rest } = says;
  const [first, second] = pair as readonly [number, number];
  const dayFirst = { ...rest, day: first, month: second };
  const monthFirst = { ...rest, day: second, month: first };
  const possible = [dayFirst, monthFirst].filter(({ day, month }) => isDate(says.year ?? 2032, month, day));
  const [only] = possible;
  if (!only) throw new Refusal('noSuchDate');
  if (possible.length === 1 || first === second) return only;
  if (ground.dayOrder) return ground.dayOrder === 'day-first' ? dayFirst : monthFirst;
  const fitting =
    says.weekday === undefined || says.year === undefined
      ? []
      : possible.filter(({ day, month }) => wallParts(wallOf(says.year as number, month, day)).weekday === says.weekday);
  if (fitting.length === 1 && fitting[0]) return fitting[0];
  throw new Unclear('order', (language) => ({ first: dayWords(dayFirst, language), second: dayWords(monthFirst, language) }), possible);
}

function dayWords(
  { year, month, day }: { readonly year?: number; readonly month: number; readonly day: number },
  language: Parameters<Note>[0],
): string {
  if (year !== undefined) return wallDate(wallOf(year, month, day), language, 'short');
  return timeWord(language, 'phrase.dayOfMonth', { day, month: timeWord(language, `month.${month}` as TimeWord) });
}
