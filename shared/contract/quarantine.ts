import { z } from 'zod';
import { caseId } from '../model/identifier.ts';
import { job, query } from './conversation.ts';

/** A sealed file that no exhibit needed when it was found, or a damaged one that a whole one replaced. */
export const quarantinedFile = z.object({ file: z.string(), object: z.string(), sealedBytes: z.int() }).readonly();
export type QuarantinedFile = z.infer<typeof quarantinedFile>;

export const takenIn = z
  .object({
    file: z.string(),
    outcome: z.enum(['taken-in', 'returned', 'already-there', 'damaged']),
    /** The number it has now, when it became an exhibit. */
    exhibit: z.string().nullable(),
    problem: z.string(),
  })
  .readonly();
export type TakenIn = z.infer<typeof takenIn>;

export const quarantineContract = {
  'quarantine.list': query(z.object({}), z.array(quarantinedFile), { of: ['ledger'] }),
  /** Opens and hashes what lies in quarantine, all or the files named, and takes back what is whole. */
  'quarantine.takeIn': job(z.object({ caseId, files: z.array(z.string()).optional() }), z.object({ files: z.array(takenIn) })),
} as const;
