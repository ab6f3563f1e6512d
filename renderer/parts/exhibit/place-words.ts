import { parsePlace, sayPlace } from '../../../shared/model/place.ts';
import { FailureError } from '../../../shared/result.ts';
import type { Say } from '../../ui/words.ts';

/** A place in an exhibit as a person says it; a place nobody can read is shown as it is written. */
export function describePlace(place: string, say: Say<'event'>): string {
  try {
    const parsed = parsePlace(place);
    if (parsed.kind === 'whole') return say('place.whole');
    const { word, values } = sayPlace(parsed);
    return say(word, values);
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
