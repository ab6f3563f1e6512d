import { type EdtfDate, formatEdtf } from './edtf.ts';
import { Refusal } from '../refusal.ts';
import { calendarWidening, FIRST_YEAR, LAST_YEAR, type WallStretch } from './stretch.ts';
import { DAY, isDate, type Wall, wallOf } from '../wall.ts';
import { monthNote, note } from '../note.ts';

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** What a date without a time covers on the wall's calendar: from its first possible day to the end of its last. */
export function dateStretch(date: EdtfDate, zone: string): WallStretch {
  if (date.month !== null && Number(date.month) > 12) return seasonStretch(date);
  const years = figuresFitting(date.year, 1000, 9999);
  if (years.length === 0) throw new Refusal('yearRange', { first: FIRST_YEAR, last: LAST_YEAR });
  const months = date.month === null ? range(1, 12) : figuresFitting(date.month, 1, 12);
  const days = date.day === null ? range(1, 31) : figuresFitting(date.day, 1, 31);
  const first = firstDay(years, months, days);
  const last = firstDay(years.toReversed(), months.toReversed(), days.toReversed());
  if (!first || !last) throw new Refusal('noSuchDate');
  const from = wallOf(first.year, first.month, first.day);
  const to = wallOf(last.year, last.month, last.day + 1);
  if (!`${date.year}${date.month ?? ''}${date.day ?? ''}`.includes('X')) {
    const unit = date.day !== null ? 'day' : date.month !== null ? 'month' : 'year';
    return { from, to, precision: unit, widening: calendarWidening(unit), notes: [note(`basis.${unit}`, { zone })], date };
  }
  const notes = [note('basis.unspecified', { text: formatEdtf({ ...date, marks: [] }) })];
  return { from, to, ...unspecifiedPrecision(date, from, to), notes, date };
}

/** `2031-05-XX` is as precise as its month, `2031-XX` as its year; anything else only as its bounds. */
function unspecifiedPrecision({ year, month, day }: EdtfDate, from: Wall, to: Wall): Pick<WallStretch, 'precision' | 'widening'> {
  if (!year.includes('X') && month === 'XX' && (day === null || day === 'XX'))
    return { precision: 'year', widening: calendarWidening('year') };
  if (!year.includes('X') && month !== null && !month.includes('X') && day === 'XX')
    return { precision: 'month', widening: calendarWidening('month') };
  return { precision: 'interval', widening: calendarWidening('day', Math.round((to - from) / DAY)) };
}

/** Codes of ISO 8601-2 for parts of a year: seasons, quarters, thirds, halves, as calendar months. */
function seasonStretch(date: EdtfDate): WallStretch {
  const code = Number(date.month);
  if (code >= 25 && code <= 32) throw new Refusal('seasonHemisphere');
  const part = [
    { first: 21, last: 24, months: 3 },
    { first: 33, last: 36, months: 3 },
    { first: 37, last: 39, months: 4 },
    { first: 40, last: 41, months: 6 },
  ].find(({ first, last }) => code >= first && code <= last);
  if (!part || date.day !== null || date.year.includes('X')) throw new Refusal('noSuchDate');
  const from = wallOf(Number(date.year), (code - part.first) * part.months + 1, 1);
  const to = wallOf(Number(date.year), (code - part.first + 1) * part.months + 1, 1);
  const notes = [
    note(code <= 24 ? 'basis.season' : 'basis.quarter', {
      code,
      from: monthNote(from, 'full'),
      to: monthNote(to - DAY, 'full'),
    }),
  ];
  return { from, to, precision: 'interval', widening: calendarWidening('month', part.months), notes, date };
}

function firstDay(years: readonly number[], months: readonly number[], days: readonly number[]): Day | null {
  for (const year of years) {
    for (const month of months) {
      const day = days.find((one) => isDate(year, month, one));
      if (day !== undefined) return { year, month, day };
    }
  }
  return null;
}

function figuresFitting(mask: string, first: number, last: number): readonly number[] {
  if (!mask.includes('X')) return Number(mask) >= first && Number(mask) <= last ? [Number(mask)] : [];
  const pattern = new RegExp(`^${mask.replaceAll('X', '\\d')}$`);
  return range(first, last).filter((figure) => pattern.test(String(figure).padStart(mask.length, '0')));
}

function range(first: number, last: number): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
