import { z } from 'zod';
import { citationId, exhibitId } from './identifier.ts';
import { exhibitNumber } from './exhibit.ts';

export const stance = z.enum(['supports', 'contradicts', 'context']);
export type Stance = z.infer<typeof stance>;

/** An exhibit and an exact place in it. `place` is a fragment as `shared/model/place.ts` parses it: `page=3`, `line=118`, `t=12.5`. */
export const citation = z
  .object({
    id: citationId,
    exhibitId,
    exhibitNumber,
    place: z.string(),
    stance,
    /** The exact words cited, or empty. */
    quote: z.string(),
  })
  .readonly();
export type Citation = z.infer<typeof citation>;
