import type { Language } from '../../../../shared/model/language.ts';
import type { Instant } from '../../../../shared/model/identifier.ts';
import type { Moment } from '../../../../shared/model/moment.ts';
import { formatBounds, formatInstant, formatMoment, formatZone } from '../../../../shared/time/index.ts';

/** An instant to the second in the case's zone, with its offset. */
export function sayInstant(at: Instant, zone: string, language: Language): string {
  return formatInstant(at, { language, zone });
}

/** The same where a heading or a note above names the zone. */
export function sayLocal(at: Instant, zone: string, language: Language): string {
  return formatInstant(at, { language, zone, zoneShown: false });
}

export function sayZone(zone: string, at: Instant, language: Language): string {
  return formatZone(at, { language, zone, style: 'full' });
}

/** The heading above names the zone; a source in another zone names its own. */
export function sayMoment(moment: Moment, zone: string, language: Language): string {
  return formatMoment(moment, { language, zone, zoneShown: false });
}

/** How far an approximate moment may reach. */
export function sayBounds(moment: Moment, zone: string, language: Language): string {
  return formatBounds(moment, { language, zone, zoneShown: false });
}
