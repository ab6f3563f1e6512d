import type { Language } from '../../shared/model/language.ts';
import type { Instant } from '../../shared/model/identifier.ts';
import { timeWord, wallAt, wallClock, wallDate } from '../../shared/time/index.ts';

export type InstantStyle = 'day' | 'minute' | 'second';

/**
 * An instant in the words of the one formatter (shared/time), as coarse as a list needs it: day, month by name, year, 24-hour
 * clock. `zone` is a tz name; whoever shows the text names the zone beside it or in its tooltip.
 */
export function formatInstant(at: Instant, zone: string, style: InstantStyle, language: Language): string {
  const wall = wallAt(at, zone);
  const date = wallDate(wall, language, 'short');
  return style === 'day' ? date : timeWord(language, 'dateTime', { date, clock: wallClock(wall, style) });
}
