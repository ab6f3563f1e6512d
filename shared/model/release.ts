import { z } from 'zod';
import { caseId, instant, releaseId, sha256 } from './identifier.ts';

/** One thing the gate looked at before it allowed a signature. */
export const gateCheck = z
  .object({
    name: z.enum(['custody-unbroken', 'hashes-verified', 'events-cited', 'exhibits-readable', 'contrary-evidence']),
    outcome: z.enum(['passed', 'warning', 'refused']),
    /** Which exhibits or events it is about, counted and named. */
    detail: z.string(),
  })
  .readonly();
export type GateCheck = z.infer<typeof gateCheck>;

/** One signed export. */
export const release = z
  .object({
    id: releaseId,
    caseId,
    number: z.int().min(1),
    kind: z.enum(['case-file']),
    fileName: z.string(),
    signedAt: instant,
    signedBy: z.string(),
    sha256,
    bytes: z.int(),
    pages: z.int(),
    gate: z.array(gateCheck).readonly(),
  })
  .readonly();
export type Release = z.infer<typeof release>;

export const verdictCheck = z
  .object({
    name: z.enum(['signature', 'digest', 'coverage', 'certificate', 'manifest', 'attachments', 'ledger', 'exhibits']),
    outcome: z.enum(['passed', 'warning', 'failed']),
    detail: z.string(),
  })
  .readonly();

/** What a stranger learns from the file alone. */
export const verdict = z
  .object({
    valid: z.boolean(),
    summary: z.string(),
    signer: z.string(),
    certificateSha256: z.string(),
    claimedSigningTime: z.string(),
    reference: z.string(),
    releaseNumber: z.int().nullable(),
    checks: z.array(verdictCheck).readonly(),
    exhibits: z
      .array(z.object({ number: z.string(), sha256: z.string(), outcome: z.enum(['matches', 'differs', 'not-included']) }))
      .readonly(),
  })
  .readonly();
export type Verdict = z.infer<typeof verdict>;
