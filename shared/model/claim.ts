import { z } from 'zod';
import { caseId, eventId, exhibitId, instant, sequenceClaimId } from './identifier.ts';

/** What a source says about order, without a clock: "after dinner she went up". Compared with the clocks, never called true or untrue. */
export const sequenceClaim = z
  .object({
    id: sequenceClaimId,
    caseId,
    earlier: eventId,
    later: eventId,
    exhibitId,
    place: z.string(),
    quote: z.string().max(2000),
    enteredAt: instant,
    enteredBy: z.string(),
  })
  .readonly();
export type SequenceClaim = z.infer<typeof sequenceClaim>;
