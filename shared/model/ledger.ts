import { z } from 'zod';
import { caseId, exhibitId, instant, sha256, userId } from './identifier.ts';

/** custody: what was done to exhibits. audit: what was done to the vault and its records. */
export const chain = z.enum(['custody', 'audit']);
export type Chain = z.infer<typeof chain>;

export const custodyAct = z.enum([
  'acquired',
  'received-again',
  'read',
  'uncovered',
  'covered',
  'uncover-viewed',
  'verified',
  'resealed',
  'export-begun',
  'export-withdrawn',
  'exported',
  'released',
]);
export type CustodyAct = z.infer<typeof custodyAct>;

/** Facts of an act by name: hash before and after, source, purpose, destination. */
export const ledgerDetail = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));

/** Whether a fact of that name is an instant, as `modifiedAt` and `learned.earliest` are; numbers under other names count or measure. */
export function isInstantFact(name: string): boolean {
  return name.split('.').some((part) => /At$|^(?:earliest|latest)$/.test(part));
}

/** The signed content of a ledger row: canonical JSON (RFC 8785) of exactly these fields. */
export const ledgerBody = z.object({
  chain,
  sequence: z.int().min(1),
  at: instant,
  /** Copied into the entry, so that it outlives the user's key slot. */
  actor: z.object({ id: userId, name: z.string() }),
  act: z.string(),
  caseId: caseId.nullable(),
  exhibitId: exhibitId.nullable(),
  detail: ledgerDetail,
  /** SHA-256 of the entry before, as `entryHash` gives it; 64 zeros before the first. */
  previous: sha256,
});
export type LedgerBody = z.infer<typeof ledgerBody>;

export const ledgerEntry = z
  .object({
    body: ledgerBody,
    /** SHA-256 of the canonical body. */
    hash: sha256,
    /** Ed25519 over the canonical body by the actor's key, base64. */
    signature: z.string(),
    /** The actor's Ed25519 public key, raw 32 bytes, base64. */
    publicKey: z.string(),
  })
  .readonly();
export type LedgerEntry = z.infer<typeof ledgerEntry>;

/** Head of one chain: its size and its RFC 9162 Merkle root. */
export const ledgerHead = z.object({ chain, size: z.int().min(0), root: z.string(), lastHash: sha256 }).readonly();
export type LedgerHead = z.infer<typeof ledgerHead>;
