import { z } from 'zod';
import { caseId, eventId, exhibitId, instant, orderClaimId } from './identifier.ts';

/** What a source says about order, without a clock: "after dinner she went up". Compared with the clocks, never called true or untrue. */
export const orderClaim = z
  .object({
    id: orderClaimId,
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
export type OrderClaim = z.infer<typeof orderClaim>;
