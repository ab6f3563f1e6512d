import { z } from 'zod';
import { caseId, eventId, instant, partyId } from './identifier.ts';
import { citation } from './citation.ts';
import { moment } from './moment.ts';

/** The order is the order of the lanes on the canvas, from the top. */
export const lanes = ['incident', 'knowledge', 'institution', 'public'] as const;
export const lane = z.enum(lanes);
export type Lane = z.infer<typeof lane>;

/** Established: supported and not disputed, by the investigator's judgement. Asserted: somebody says so. */
export const standing = z.enum(['established', 'asserted']);
export type Standing = z.infer<typeof standing>;

/** Something that happened, or is said to have. */
export const caseEvent = z
  .object({
    id: eventId,
    caseId,
    title: z.string().min(1).max(300),
    description: z.string().max(8000),
    lane,
    standing,
    /** Where it happened, in words. */
    location: z.string().max(300),
    happened: moment,
    parties: z.array(partyId).readonly(),
    citations: z.array(citation).readonly(),
    enteredAt: instant,
    enteredBy: z.string(),
  })
  .readonly();
export type CaseEvent = z.infer<typeof caseEvent>;

/** Accounts differ when one event has both supporting and contradicting citations. */
export function accountsDiffer(event: Pick<CaseEvent, 'citations'>): boolean {
  return event.citations.some((one) => one.stance === 'contradicts') && event.citations.some((one) => one.stance === 'supports');
}
