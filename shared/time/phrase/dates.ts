import { DAY, daysInMonth, isDate, type Wall, wallOf, wallParts } from '../wall.ts';
import { Refusal } from '../refusal.ts';
import { type Candidate, pickCandidate } from './candidates.ts';
import { type Base, baseFor, daysOf, type Ground, Unclear } from './ground.ts';
import { nearestWeekday } from './weekdays.ts';
import { orderPair } from './order-of-figures.ts';
import { addMonths, type DayStretch, monthStretch, stretchOfDays, yearStretch } from './stretch-of-days.ts';
import type { Third, Wording } from './wording.ts';
import { dateNote, type Note, note } from '../note.ts';
import type { TimeWord } from '../words.ts';

/** How far around a base a missing year is looked for; 29 February can be eight years away, where a century has none. */
const YEARS = 2;
const LEAP_YEARS = 8;
/** How many months around a base a missing month is looked for: two in a row may lack the day. */
const MONTHS = 3;

/** The days that year, month and day come to, missing ones found where something tells them. Throws a Refusal that asks otherwise. */
export function resolveDate(says: Wording, ground: Ground): DayStretch {
  if (says.shortYear !== undefined) throw askCentury(says, ground);
  if (says.pair) {
    const { says: ordered, note: order } = orderPair(says, ground);
    const stretch = resolveDate(ordered, ground);
    return { ...stretch, notes: [order, ...stretch.notes] };
  }
  if (says.feast) {
    const { feast: _feast, ...plain } = says;
    const stretch = resolveDate(plain, ground);
    return { ...stretch, notes: [...stretch.notes, note('phrase.feast')] };
  }
  const { year, month, monthShift, yearShift, day } = says;
  if (monthShift) return withDay(says, addMonths(firstOf(baseFor(monthShift.origin, ground)), monthShift.count), ground);
  if (yearShift) {
    const { base, year: shifted } = shiftedYear(says, yearShift, ground);
    const stretch = inYear(says, shifted);
    const words = note('phrase.yearOf', { base: base.name, year: note('year', { year: shifted }) });
    return { ...stretch, notes: [words, ...stretch.notes] };
  }
  if (year !== undefined) return inYear(says, year);
  const around = ground.story ?? ground.reference;
  if (month !== undefined || says.season !== undefined) {
    if (!around) throw new Unclear('yearMissing', {}, []);
    const years = [ground.reference, ground.story].flatMap((base) =>
      base ? yearsAround(wallParts(base.from).year, month === 2 && day === 29 ? LEAP_YEARS : YEARS) : [],
    );
    const chosen = pickCandidate(
      candidatesOf(
        [...new Set(years)].toSorted((one, other) => one - other),
        (one) => ({ ...says, year: one }),
      ),
      says,
      ground,
      'year',
    );
    return checkWeekday(chosen.stretch, says);
  }
  if (day === undefined) throw new Refusal('unknown');
  if (!around) throw new Unclear('monthMissing', {}, []);
  const months = [ground.reference, ground.story].flatMap((base) => (base ? monthsAround(base.from) : []));
  const fillMonth = (one: Wall): Wording => ({ ...says, year: wallParts(one).year, month: wallParts(one).month });
  const candidates = candidatesOf(
    [...new Set(months)].toSorted((one, other) => one - other),
    fillMonth,
  );
  return checkWeekday(pickCandidate(candidates, says, ground, 'month').stretch, says);
}

function candidatesOf<T>(figures: readonly T[], fill: (one: T) => Wording): readonly Candidate[] {
  return figures.flatMap((one) => {
    const says = fill(one);
    if (says.day !== undefined && !isDate(says.year as number, says.month as number, says.day)) return [];
    const { weekday: _weekday, ...rest } = says;
    return [{ says: rest, stretch: inYear(rest, says.year as number) }];
  });
}

function inYear(says: Wording, year: number): DayStretch {
  const { month, day, dayTo, third, thirdTo = third, season } = says;
  if (season !== undefined) {
    const months = season >= 40 ? 6 : 3;
    const first = (season >= 40 ? season - 40 : season - 33) * months + 1;
    return {
      from: wallOf(year, first, 1),
      to: wallOf(year, first + months, 1),
      unit: 'days',
      notes: [monthsOfYear(first, first + months - 1)],
    };
  }
  if (month === undefined) return third && thirdTo ? thirdOfYear(third, thirdTo, year) : yearStretch(year);
  if (says.nthWeekday) return nthDay(says.nthWeekday, year, month);
  if (says.nthWeek !== undefined) return nthWeek(says.nthWeek, year, month);
  if (day === undefined) return third && thirdTo ? thirdOfMonth(third, thirdTo, year, month) : monthStretch(year, month);
  if (!isDate(year, month, day) || (dayTo !== undefined && (!isDate(year, month, dayTo) || dayTo <= day))) throw new Refusal('noSuchDate');
  return checkWeekday(stretchOfDays(wallOf(year, month, day), wallOf(year, month, dayTo ?? day), []), says);
}

function withDay(says: Wording, month: Wall, ground: Ground): DayStretch {
  const { year, month: figure } = wallParts(month);
  const base = baseFor(says.monthShift?.origin ?? 'speech', ground);
  if (dayOfFirst(base.from) !== dayOfFirst(base.to - 1)) throw new Unclear('monthMissing', {}, []);
  const { monthShift: _shift, ...rest } = says;
  const stretch = inYear({ ...rest, month: figure }, year);
  const words = note('phrase.monthOf', {
    base: base.name,
    month: note(`month.${figure}` as TimeWord),
    year,
  });
  return { ...stretch, notes: [...stretch.notes, words] };
}

function shiftedYear(
  says: Wording,
  { count, origin }: NonNullable<Wording['yearShift']>,
  ground: Ground,
): { readonly base: Base; readonly year: number } {
  const base = origin === 'story' && ground.year ? ground.year : baseFor(origin, ground);
  const years = [base.from, base.to - 1].map((wall) => wallParts(wall).year + count);
  if (years[0] !== undefined && years[0] === years[1]) return { base, year: years[0] };
  const { yearShift: _shift, ...rest } = says;
  throw new Unclear(
    'yearMissing',
    {},
    [...new Set(years)].map((year) => ({ ...rest, year })),
  );
}

function nthDay([nth, weekday]: NonNullable<Wording['nthWeekday']>, year: number, month: number): DayStretch {
  const first = nearestWeekday(wallOf(year, month, 1) - DAY, weekday, 'after');
  const last = nearestWeekday(wallOf(year, month + 1, 1), weekday, 'before');
  const day = nth < 0 ? last : first + (nth - 1) * 7 * DAY;
  return stretchOfDays(day, day, []);
}

/** Weeks of a month are counted in sevens from its first day, and the basis says so: whose calendar was meant is not known. */
function nthWeek(nth: number, year: number, month: number): DayStretch {
  const length = daysInMonth(year, month);
  const first = nth < 0 ? length - 6 : 7 * nth - 6;
  if (first > length) throw new Refusal('noSuchDate');
  const last = Math.min(first + 6, length);
  return { ...stretchOfDays(wallOf(year, month, first), wallOf(year, month, last), [weekNote(nth, first, last)]), unit: 'days' };
}

function weekNote(nth: number, first: number, last: number): Note {
  return nth < 0 ? note('phrase.nthWeek.last', { first, last }) : note('phrase.nthWeek', { first, last });
}

const FIRST_DAYS: Readonly<Record<Third, number>> = { early: 1, start: 1, mid: 11, late: 21, end: 21 };
const FIRST_MONTHS: Readonly<Record<Third, number>> = { early: 1, start: 1, mid: 5, late: 9, end: 9 };

/** First ten days, second ten, the rest: as 上旬, 中旬 and 下旬 divide a month. "Beginning" and "end" are no wider than those. */
function thirdOfMonth(third: Third, thirdTo: Third, year: number, month: number): DayStretch {
  const first = FIRST_DAYS[third];
  const last = Math.min(FIRST_DAYS[thirdTo] + 9 + (FIRST_DAYS[thirdTo] > 20 ? 1 : 0), daysInMonth(year, month));
  const notes = [note('phrase.third', { first, last })];
  return { ...stretchOfDays(wallOf(year, month, first), wallOf(year, month, last), notes), unit: 'days' };
}

function thirdOfYear(third: Third, thirdTo: Third, year: number): DayStretch {
  const [first, last] = [FIRST_MONTHS[third], FIRST_MONTHS[thirdTo] + 3];
  return { from: wallOf(year, first, 1), to: wallOf(year, last + 1, 1), unit: 'days', notes: [monthsOfYear(first, last)] };
}

function monthsOfYear(first: number, last: number): Note {
  return note('phrase.thirdOfYear', {
    from: note(`month.${first}` as TimeWord),
    to: note(`month.${last}` as TimeWord),
  });
}

/** A weekday that does not fit its date shows that one of them is wrong: nobody but the person can say which. */
function checkWeekday(stretch: DayStretch, says: Wording): DayStretch {
  if (says.weekday === undefined) return stretch;
  const actual = wallParts(stretch.from).weekday;
  if (actual === says.weekday) return stretch;
  const { weekday: _weekday, pair: _pair, ...rest } = says;
  const { year, month, day } = wallParts(stretch.from);
  throw new Unclear('weekday', { date: dateNote(stretch.from), weekday: note(`weekday.${actual}` as TimeWord) }, [
    { ...rest, year, month, day },
  ]);
}

function askCentury(says: Wording, ground: Ground): Unclear {
  const { shortYear = 0, ...rest } = says;
  const nearest = ground.reference ? wallParts(ground.reference.from).year : 2000 + shortYear;
  const years = [1900, 2000, 2100]
    .map((century) => century + shortYear)
    .toSorted((one, other) => Math.abs(one - nearest) - Math.abs(other - nearest));
  return new Unclear(
    'yearShort',
    {},
    years.slice(0, 1).map((year) => ({ ...rest, year })),
  );
}

function firstOf(base: Base): Wall {
  return dayOfFirst(daysOf(base).first);
}

function dayOfFirst(wall: Wall): Wall {
  const { year, month } = wallParts(wall);
  return wallOf(year, month, 1);
}

function yearsAround(year: number, reach: number): readonly number[] {
  return Array.from({ length: 2 * reach + 1 }, (_, index) => year - reach + index);
}

function monthsAround(wall: Wall): readonly Wall[] {
  const first = dayOfFirst(wall - (wall % DAY));
  return Array.from({ length: 2 * MONTHS + 1 }, (_, index) => addMonths(first, index - MONTHS));
}
