import { z } from 'zod';
import { caseId, instant, releaseId, sha256 } from './identifier.ts';

/** One thing the gate looked at before it allowed a signature. */
export const gateCheck = z
  .object({
    name: z.enum(['custody-unbroken', 'hashes-verified', 'events-cited', 'exhibits-readable', 'exhibits-drawn', 'contrary-evidence']),
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
    name: z.enum(['form', 'signature', 'digest', 'coverage', 'certificate', 'agreement', 'manifest', 'attachments', 'ledger', 'exhibits']),
    /** `unknown` is what Casewright cannot say; it is no fault of the file. */
    outcome: z.enum(['passed', 'warning', 'failed', 'unknown']),
    detail: z.string(),
  })
  .readonly();

/** A certificate that was compared with its owner once, by whom and when. */
export const knownSigner = z
  .object({ name: z.string(), certificateSha256: sha256, comparedBy: z.string(), comparedAt: instant })
  .readonly();
export type KnownSigner = z.infer<typeof knownSigner>;

/** What the reader of a file knows of signers from elsewhere: the file cannot tell who made it. */
export interface KnownBefore {
  /** Of the certificate, as its owner gave it, lower-case hex. */
  readonly fingerprint?: string | undefined;
  readonly known?: readonly KnownSigner[] | undefined;
}

/** What the fingerprint in the file was held against. */
export const comparison = z
  .object({
    with: z.enum(['given', 'remembered']),
    agrees: z.boolean(),
    /** The one it was held against, in full. */
    certificateSha256: z.string(),
    /** Of one that is remembered: whose it is, who compared it and when. */
    name: z.string(),
    comparedBy: z.string(),
    comparedAt: instant.nullable(),
  })
  .readonly();
export type Comparison = z.infer<typeof comparison>;

/** What a stranger learns from the file alone. */
export const verdict = z
  .object({
    /** Intact and its signer identified; altered or contradicting itself; or nothing that can be said for certain. */
    outcome: z.enum(['intact', 'altered', 'undecided']),
    reason: z.enum([
      'identified',
      'changed',
      'contradictory',
      'other-certificate',
      'not-identified',
      'not-our-form',
      'unknown-algorithm',
      'other-program',
      'unread',
    ]),
    summary: z.string(),
    /** What to do about it; empty where there is nothing to do. */
    advice: z.string(),
    /** The form of the case file, by its manifest; null for what is no case file. */
    form: z.int().nullable(),
    /** Whoever was identified by a fingerprint; else empty: a file names nobody by itself. */
    signer: z.string(),
    /** The name in the certificate, which is a claim. */
    claimedSigner: z.string(),
    certificateSha256: z.string(),
    comparison: comparison.nullable(),
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
