import { createHash, createPublicKey, verify, type KeyObject } from 'node:crypto';
import type { Chain, LedgerEntry } from '../../../shared/model/ledger.ts';
import { canonicalText } from './canonical.ts';
import { createPeaks, hashLeaf } from './merkle-peaks.ts';

export type EntryFault = 'hash' | 'signature' | 'link' | 'order' | 'proof';

export const nothingBefore = '0'.repeat(64);
/** RFC 8410: what stands before the 32 bytes of an Ed25519 key in a SubjectPublicKeyInfo. */
const keyPrefix = Buffer.from('302a300506032b6570032100', 'hex');

/** Recomputes an entry on its own: the hash of its canonical body, and the actor's signature over it. */
export function createEntryCheck(): (
  entry: Pick<LedgerEntry, 'hash' | 'signature' | 'publicKey'>,
  canonical: string,
) => 'hash' | 'signature' | null {
  const keys = new Map<string, KeyObject>();
  return ({ hash, signature, publicKey }, canonical) => {
    if (createHash('sha256').update(canonical).digest('hex') !== hash) return 'hash';
    try {
      let key = keys.get(publicKey);
      if (!key) keys.set(publicKey, (key = ed25519Key(Buffer.from(publicKey, 'base64'))));
      return verify(null, Buffer.from(canonical), key, Buffer.from(signature, 'base64')) ? null : 'signature';
    } catch {
      return 'signature';
    }
  };
}

/** From the raw 32 bytes. */
export function ed25519Key(raw: Uint8Array): KeyObject {
  return createPublicKey({ key: Buffer.concat([keyPrefix, raw]), format: 'der', type: 'spki' });
}

/** Follows a whole chain from its first entry on: every entry, every link, and the Merkle root over all of them. */
export function createChainCheck(chain: Chain): {
  next(entry: LedgerEntry): EntryFault | null;
  readonly size: number;
  root(): string;
  readonly last: string;
} {
  const check = createEntryCheck();
  const peaks = createPeaks();
  let size = 0;
  let last = nothingBefore;
  return {
    next(entry) {
      const canonical = canonicalText(entry.body);
      const fault = check(entry, canonical);
      if (fault) return fault;
      if (entry.body.chain !== chain || entry.body.sequence !== size + 1) return 'order';
      if (entry.body.previous !== last) return 'link';
      size += 1;
      last = entry.hash;
      peaks.add(hashLeaf(canonical));
      return null;
    },
    get size() {
      return size;
    },
    get last() {
      return last;
    },
    root: () => peaks.root(),
  };
}
