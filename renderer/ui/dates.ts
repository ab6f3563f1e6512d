import type { Language } from '../../shared/locales/index.ts';
import type { Instant } from '../../shared/model/identifier.ts';

export type InstantStyle = 'day' | 'minute' | 'second';

/** Day, month by name, year: unambiguous in every country. `zone` is a tz database name. */
export function formatInstant(at: Instant, zone: string, style: InstantStyle, language: Language): string {
  return formatter(zone, style, language).format(at);
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(zone: string, style: InstantStyle, language: Language): Intl.DateTimeFormat {
  const key = `${zone} ${style} ${language}`;
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    timeZone: zone,
    year: 'numeric',
    month: language === 'en' ? 'short' : 'long',
    day: 'numeric',
    ...(style === 'day' ? {} : { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
    ...(style === 'second' ? { second: '2-digit' } : {}),
  });
  formatters.set(key, made);
  return made;
}
