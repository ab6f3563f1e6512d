import { z } from 'zod';
import { caseId, partyId } from './identifier.ts';

export const partyRole = z.enum(['complainant', 'respondent', 'witness', 'duty-holder', 'third-party', 'support-person', 'investigator']);
export type PartyRole = z.infer<typeof partyRole>;

/** A person or organisation in a case, with a role. */
export const party = z
  .object({
    id: partyId,
    caseId,
    name: z.string().min(1).max(200),
    kind: z.enum(['person', 'organisation']),
    role: partyRole,
    /** Post or function at the time, such as "regional sales manager". */
    position: z.string().max(200),
    note: z.string().max(4000),
  })
  .readonly();
export type Party = z.infer<typeof party>;
