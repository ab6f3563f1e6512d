import type { Language } from '../model/language.ts';
import { DAY, HOUR, MINUTE, SECOND } from './wall.ts';
import { timeWord } from './words.ts';

/** A length of time in all its units, to the millisecond: "1 d 2 h 7 min 12.5 s". Nothing is cut off, as it is in `formatDuration`. */
export function exactDuration(milliseconds: number, language: Language): string {
  const size = Math.round(Math.abs(milliseconds));
  const figures = [
    ['day', Math.floor(size / DAY)],
    ['hour', Math.floor((size % DAY) / HOUR)],
    ['minute', Math.floor((size % HOUR) / MINUTE)],
    ['second', (size % MINUTE) / SECOND],
  ] as const;
  return figures
    .filter(([unit, count]) => count > 0 || (unit === 'second' && size === 0))
    .map(([unit, count]) => timeWord(language, `duration.${unit}`, { count }))
    .reduce((first, second) => timeWord(language, 'duration.two', { first, second }));
}
