import { z } from 'zod';
import { facts } from './fact.ts';
import { instant, zoneName } from './identifier.ts';

export const precision = z.enum(['second', 'minute', 'hour', 'part-of-day', 'day', 'month', 'year', 'interval']);
export type Precision = z.infer<typeof precision>;

/**
 * When something happened, as far as it is known: it lies in the half-open interval [earliest, latest).
 * A date alone is a whole day in its zone; a second is one second wide; null is an open bound.
 */
export const moment = z
  .object({
    earliest: instant.nullable(),
    /** The first instant that is too late. */
    latest: instant.nullable(),
    /**
     * Extended Date/Time Format (ISO 8601-2:2019), normalised; `shared/time/edtf.ts` says how much of it. `a/b` lasted from the one
     * to the other, `[a..b]` is a single moment somewhere in between.
     */
    edtf: z.string(),
    /** The source's own words, or what was typed. */
    phrase: z.string(),
    /** The zone in which local times were read: a tz name, or an offset such as +09:00 where the text named its own. */
    zone: zoneName,
    precision,
    /** Marked approximate (`~`) or uncertain (`?`) by whoever entered it. */
    approximate: z.boolean(),
    uncertain: z.boolean(),
    /** How we got from the phrase to the bounds, a sentence at a time. */
    basis: facts,
  })
  .readonly();
export type Moment = z.infer<typeof moment>;
