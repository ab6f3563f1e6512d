import { time } from '../locales/time.ts';
import type { Language } from '../model/language.ts';
import { type FailureValues, fillSentence } from '../result.ts';
import { type Wall, wallParts } from './wall.ts';

export type TimeWord = keyof (typeof time)['en'];

export type TimeStyle = 'short' | 'full';

/** One word or sentence about time in a language, its places filled. */
export function timeWord(language: Language, word: TimeWord, values: FailureValues = {}): string {
  return fillSentence(time[language][word], values);
}

export function isTimeWord(text: string): text is TimeWord {
  return Object.hasOwn(time.en, text);
}

/** Day, month by name and year, as a wall clock's calendar shows them; on an axis, with the weekday in short. */
export function wallDate(wall: Wall, language: Language, style: TimeStyle | 'axis'): string {
  const { weekday, day } = wallParts(wall);
  return timeWord(language, `date.${style}`, {
    ...monthWords(wall, language),
    day,
    weekday: timeWord(language, `weekday.${weekday}` as TimeWord),
    weekdayShort: timeWord(language, `weekday.short.${weekday}` as TimeWord),
  });
}

/** Day and month by name, where the year stands beside it. */
export function wallDayOfYear(wall: Wall, language: Language): string {
  return timeWord(language, 'day.axis', { ...monthWords(wall, language), day: wallParts(wall).day });
}

export function wallMonth(wall: Wall, language: Language, style: TimeStyle): string {
  return timeWord(language, `month.of.${style}`, monthWords(wall, language));
}

export function wallYear(wall: Wall, language: Language): string {
  return timeWord(language, 'year', { year: wallParts(wall).year });
}

/** `23:34`, `23:34:07` or `23:34:07.250`: as fine as asked, on the 24-hour clock. */
export function wallClock(wall: Wall, finest: 'minute' | 'second' | 'millisecond'): string {
  const { hour, minute, second, millisecond } = wallParts(wall);
  const figures = [hour, minute, ...(finest === 'minute' ? [] : [second])].map((figure) => String(figure).padStart(2, '0')).join(':');
  return finest === 'millisecond' ? `${figures}.${String(millisecond).padStart(3, '0')}` : figures;
}

/** Date and time of day, without seconds where they are zero. */
export function wallDateTime(wall: Wall, language: Language, style: TimeStyle): string {
  return timeWord(language, 'dateTime', { date: wallDate(wall, language, style), clock: wallTime(wall) });
}

/** The time of day alone, as fine as it needs to be. */
export function wallTime(wall: Wall): string {
  return wallClock(wall, wall % 1000 !== 0 ? 'millisecond' : wall % 60_000 !== 0 ? 'second' : 'minute');
}

function monthWords(wall: Wall, language: Language): FailureValues {
  const { year, month } = wallParts(wall);
  return {
    year,
    month: timeWord(language, `month.${month}` as TimeWord),
    monthShort: timeWord(language, `month.short.${month}` as TimeWord),
  };
}
