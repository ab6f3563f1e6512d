import { z } from 'zod';
import { allegationId, caseId, clockId, eventId, instant, partyId } from './identifier.ts';
import { citation } from './citation.ts';
import { moment } from './moment.ts';

/** The order is the order of the lanes on the canvas, from the top. */
export const lanes = ['incident', 'knowledge', 'institution', 'public'] as const;
export const lane = z.enum(lanes);
export type Lane = z.infer<typeof lane>;

/** Established: supported and not disputed, by the investigator's judgement. Asserted: somebody says so. */
export const standing = z.enum(['established', 'asserted']);
export type Standing = z.infer<typeof standing>;

/** A memory gap is a period of which a person says that they remember nothing, or little: recorded as such, never held against anybody. */
export const eventKind = z.enum(['happening', 'memory-gap']);
export type EventKind = z.infer<typeof eventKind>;

export const tag = z
  .string()
  .trim()
  .min(1)
  .max(60)
  .regex(/^[^\p{Cc}]*$/u);

/**
 * Something that happened, or is said to have. Of its four moments only the first must be known: when it happened, when its
 * source recorded it, when the organisation learned of it, and when it was entered here.
 */
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
    kind: eventKind,
    happened: moment,
    /** When the source recorded it; of an event stamped by a source clock, what that clock showed, read in its zone and not corrected. */
    recorded: moment.nullable(),
    /** When the organisation learned of it. */
    learned: moment.nullable(),
    /** The source clock that stamped it: `happened` is then `recorded`, corrected by that clock, and follows it when it is corrected again. */
    clockId: clockId.nullable(),
    allegations: z.array(allegationId).readonly(),
    tags: z.array(tag).readonly(),
    parties: z.array(partyId).readonly(),
    citations: z.array(citation).readonly(),
    enteredAt: instant,
    enteredBy: z.string(),
    /** Counts the edits: 1 as it was entered. */
    version: z.int().min(1),
  })
  .readonly();
export type CaseEvent = z.infer<typeof caseEvent>;

/** Accounts differ when one event has both supporting and contradicting citations. */
export function accountsDiffer(event: Pick<CaseEvent, 'citations'>): boolean {
  return event.citations.some((one) => one.stance === 'contradicts') && event.citations.some((one) => one.stance === 'supports');
}
