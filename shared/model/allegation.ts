import { z } from 'zod';
import { allegationId, caseId, instant, partyId } from './identifier.ts';
import { moment } from './moment.ts';

/** One alleged act by one respondent, with a category, place and time. Alleged until found. */
export const allegation = z
  .object({
    id: allegationId,
    caseId,
    /** A1, A2, … in the order of entry; never used twice. */
    number: z.string().regex(/^A\d+$/),
    title: z.string().min(1).max(300),
    respondent: partyId.nullable(),
    /** The kind of conduct, in the words of the policy. */
    category: z.string().max(200),
    location: z.string().max(300),
    happened: moment.nullable(),
    enteredAt: instant,
    enteredBy: z.string(),
  })
  .readonly();
export type Allegation = z.infer<typeof allegation>;
