import { parsePlace } from '../../../shared/model/place.ts';
import { FailureError } from '../../../shared/result.ts';
import type { Say } from '../../ui/words.ts';

/** A place in an exhibit as a person says it; a place nobody can read is shown as it is written. */
export function describePlace(place: string, say: Say<'event'>): string {
  try {
    const parsed = parsePlace(place);
    switch (parsed.kind) {
      case 'whole':
        return say('place.whole');
      case 'page':
        return say(parsed.region ? 'place.region' : 'place.page', {
          number: parsed.page,
        });
      case 'time':
        return parsed.to === undefined
          ? say('place.time', { from: formatOffset(parsed.from) })
          : say('place.span', {
              from: formatOffset(parsed.from),
              to: formatOffset(parsed.to),
            });
      case 'row':
        return parsed.sheet === undefined
          ? say('place.row', { number: parsed.number })
          : say('place.sheet-row', { sheet: parsed.sheet, number: parsed.number });
      default:
        return say(`place.${parsed.kind}`, { number: parsed.number });
    }
  } catch (error) {
    if (error instanceof FailureError) return place;
    throw error;
  }
}

export function isPlace(place: string): boolean {
  try {
    parsePlace(place);
    return true;
  } catch {
    return false;
  }
}

/** Seconds from the beginning of a recording as 1:02:03.48. */
export function formatOffset(seconds: number): string {
  const hundredths = Math.round(seconds * 100);
  const hours = Math.floor(hundredths / 360_000);
  const minutes = Math.floor((hundredths % 360_000) / 6000);
  const rest = ((hundredths % 6000) / 100).toFixed(2).padStart(5, '0');
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${rest}` : `${minutes}:${rest}`;
}
