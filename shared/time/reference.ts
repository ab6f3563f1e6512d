import type { Moment } from '../model/moment.ts';
import { momentNote } from './basis.ts';
import { note } from './note.ts';
import type { TimeReference } from './phrase/ground.ts';

/** Whose date relative words are counted from, and how that date is known. */
export type ReferenceSource =
  | { readonly by: 'stated' | 'header'; readonly exhibit: string }
  | { readonly by: 'event'; readonly event: string }
  | { readonly by: 'message' | 'quoted' | 'comment' };

/**
 * What relative words are counted from, named so that the basis of the moment says which; null for a date that is not known on
 * both sides. `zone`: in which the name writes the date, that of the case.
 */
export function referenceTo(source: ReferenceSource, moment: Moment, zone: string): TimeReference | null {
  const { earliest, latest } = moment;
  if (earliest === null || latest === null) return null;
  const { by, ...named } = source;
  return { earliest, latest, zone: moment.zone, name: note(`reference.${by}`, { ...named, when: momentNote(moment, zone) }) };
}
