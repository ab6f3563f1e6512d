import type { EdtfDate, EdtfTime } from './edtf.ts';
import { Refusal } from '../refusal.ts';
import type { WallStretch, Widening } from './stretch.ts';
import { HOUR, isDate, MINUTE, SECOND, wallOf, wallParts } from '../wall.ts';
import { type Note, note } from '../note.ts';
import { wallClock } from '../words.ts';

/** What a time of day covers on the wall clock: as wide as the last figure written. */
export function timeStretch(written: EdtfDate, writtenTime: EdtfTime, zone: string): WallStretch {
  const [year, month, day] = [written.year, written.month ?? 'X', written.day ?? 'X'].map(Number) as [number, number, number];
  if ([year, month, day].some(Number.isNaN)) throw new Refusal('timeNeedsDate');
  if (!isDate(year, month, day)) throw new Refusal('noSuchDate');
  const { hour, minute, second, fraction, offset } = writtenTime;
  const beyondMidnight = hour === 24 && ((minute ?? 0) > 0 || (second ?? 0) > 0 || Number(fraction) > 0);
  if (hour > 24 || beyondMidnight || (minute ?? 0) > 59 || (second ?? 0) > 60) throw new Refusal('noSuchTime');
  const leapSecond = second === 60;
  const figure = wallOf(year, month, day) + hour * HOUR + (minute ?? 0) * MINUTE + (leapSecond ? 59 : (second ?? 0)) * SECOND;
  const [from, to, precision] = extent(figure, writtenTime);
  const notes: Note[] = [];
  if (precision !== 'second') notes.push(note(`basis.${precision}`));
  notes.push(offset === '' ? note('basis.local', { zone }) : note('basis.offset', { offset: offset === 'Z' ? 'UTC' : `UTC${offset}` }));
  if (leapSecond) notes.push(note('basis.leapSecond'));
  if (hour === 24) notes.push(note('basis.midnight'));
  const time = { ...writtenTime, hour: hour % 24, second: leapSecond ? 59 : second, fraction: leapSecond ? '' : fraction };
  return { from, to, precision, widening: timeWidening(figure, writtenTime), notes, date: { ...onDayOf(figure, written), time } };
}

function extent(figure: number, { minute, second, fraction }: EdtfTime): readonly [number, number, 'hour' | 'minute' | 'second'] {
  if (minute === null) return [figure, figure + HOUR, 'hour'];
  if (second === null) return [figure, figure + MINUTE, 'minute'];
  if (fraction === '' || second === 60) return [figure, figure + SECOND, 'second'];
  // Decimals beyond the millisecond are kept in the text; the bounds take in the whole millisecond.
  const thousandths = fraction.slice(0, 3);
  const width = 10 ** (3 - thousandths.length);
  const from = figure + Number(thousandths) * width;
  return [from, from + width, 'second'];
}

/** "About half past eleven" is not half past eleven give or take a minute: a round figure is widened by the step it is round to. */
function timeWidening(figure: number, { minute, second, fraction }: EdtfTime): Widening {
  if (minute === null) return timeWideningBy(HOUR, note('basis.approximate', { amount: note('unit.hour') }));
  const finest = second === null ? 'minute' : 'second';
  const step = second === null ? roundStep(minute) : fraction === '' ? roundStep(second) : 1;
  const amount = step * (finest === 'minute' ? MINUTE : SECOND);
  if (step === 1) return timeWideningBy(amount, note('basis.approximate', { amount: note(`unit.${finest}`) }));
  const words = note('basis.round', {
    clock: wallClock(figure, finest),
    amount: note(`unit.${finest}s`, { count: step }),
  });
  return timeWideningBy(amount, words);
}

function timeWideningBy(amount: number, words: Note): Widening {
  return { by: 'time', amount, note: words };
}

function roundStep(figure: number): number {
  return [30, 15, 10, 5].find((step) => figure % step === 0) ?? 1;
}

/** Moves the date on when 24:00 made it the next day. */
function onDayOf(figure: number, date: EdtfDate): EdtfDate {
  const { year, month, day } = wallParts(figure);
  const figures = (value: number, length: number): string => String(value).padStart(length, '0');
  return { ...date, year: figures(year, 4), month: figures(month, 2), day: figures(day, 2) };
}
