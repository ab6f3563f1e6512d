import { z } from 'zod';
import { caseId, instant, zoneName } from './identifier.ts';

export const standardOfProof = z.enum([
  'balance-of-probabilities',
  'high-probability',
  'clear-and-convincing',
  'beyond-reasonable-doubt',
  'other',
]);
export type StandardOfProof = z.infer<typeof standardOfProof>;

/** One matter, with its own reference, zone and mandate. */
export const caseRecord = z
  .object({
    id: caseId,
    reference: z.string().min(1).max(64),
    title: z.string().min(1).max(200),
    /** The zone in which the case's local times are read and shown. */
    zone: zoneName,
    /** Who ordered the investigation, and its scope, in their words. */
    mandate: z.string().max(4000),
    standardOfProof,
    createdAt: instant,
    createdBy: z.string(),
  })
  .readonly();
export type Case = z.infer<typeof caseRecord>;

export const caseSummary = z
  .object({
    case: caseRecord,
    parties: z.int(),
    exhibits: z.int(),
    unreadable: z.int(),
    events: z.int(),
    uncitedEvents: z.int(),
    releases: z.int(),
  })
  .readonly();
export type CaseSummary = z.infer<typeof caseSummary>;
