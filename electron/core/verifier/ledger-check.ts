import { createHash, createPublicKey, verify, type KeyObject } from 'node:crypto';
import type { Chain, LedgerBody, LedgerEntry } from '../../../shared/model/ledger.ts';
import { canonicalText } from './manifest.ts';

export type EntryFault = 'hash' | 'signature' | 'link' | 'order' | 'proof';

const nothingBefore = '0'.repeat(64);
/** RFC 8410: what stands before the 32 bytes of an Ed25519 key in a SubjectPublicKeyInfo. */
const keyPrefix = Buffer.from('302a300506032b6570032100', 'hex');

/** Recomputes an entry on its own: the hash of its canonical body, and the actor's signature over it. */
export function createEntryCheck(): (entry: LedgerEntry) => EntryFault | null {
  const keys = new Map<string, KeyObject>();
  return ({ body, hash, signature, publicKey }) => {
    const canonical = canonicalText(body);
    if (createHash('sha256').update(canonical).digest('hex') !== hash) return 'hash';
    try {
      let key = keys.get(publicKey);
      if (!key)
        keys.set(
          publicKey,
          (key = createPublicKey({ key: Buffer.concat([keyPrefix, Buffer.from(publicKey, 'base64')]), format: 'der', type: 'spki' })),
        );
      return verify(null, Buffer.from(canonical), key, Buffer.from(signature, 'base64')) ? null : 'signature';
    } catch {
      return 'signature';
    }
  };
}

/** Follows a whole chain from its first entry on: every entry, every link, and the Merkle root over all of them. */
export function createChainCheck(chain: Chain): {
  next(entry: LedgerEntry): EntryFault | null;
  readonly size: number;
  root(): string;
  readonly last: string;
} {
  const check = createEntryCheck();
  // Roots of perfect subtrees, largest first: enough to compute the root of the whole (RFC 9162, 2.1.1).
  const peaks: { level: number; hash: Buffer }[] = [];
  let size = 0;
  let last = nothingBefore;
  return {
    next(entry) {
      const fault = check(entry);
      if (fault) return fault;
      if (entry.body.chain !== chain || entry.body.sequence !== size + 1) return 'order';
      if (entry.body.previous !== last) return 'link';
      size += 1;
      last = entry.hash;
      let hash = hashLeaf(entry.body);
      let level = 0;
      for (let peak = peaks.at(-1); peak?.level === level; peak = peaks.at(-1)) {
        hash = hashPair(peak.hash, hash);
        peaks.pop();
        level += 1;
      }
      peaks.push({ level, hash });
      return null;
    },
    get size() {
      return size;
    },
    get last() {
      return last;
    },
    root() {
      const tops = [...peaks].reverse();
      const first = tops.shift();
      if (!first) return createHash('sha256').digest('base64');
      return tops.reduce((right, left) => hashPair(left.hash, right), first.hash).toString('base64');
    },
  };
}

/** The entry's leaf in the Merkle tree, base64. */
export function leafOf(body: LedgerBody): string {
  return hashLeaf(body).toString('base64');
}

/** RFC 9162, 2.1.3.2: whether the path leads from the leaf, number `sequence` from 1, to the root. */
export function provesInclusion(leaf: string, sequence: number, size: number, proof: readonly string[], root: string): boolean {
  let position = sequence - 1;
  let last = size - 1;
  if (position > last) return false;
  let hash: Buffer = Buffer.from(leaf, 'base64');
  for (const step of proof) {
    const sibling = Buffer.from(step, 'base64');
    if (last === 0 || sibling.length !== 32) return false;
    if (position % 2 === 1 || position === last) {
      hash = hashPair(sibling, hash);
      while (position % 2 === 0 && position > 0) {
        position /= 2;
        last = Math.floor(last / 2);
      }
    } else hash = hashPair(hash, sibling);
    position = Math.floor(position / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 && hash.toString('base64') === root;
}

function hashLeaf(body: LedgerBody): Buffer {
  return createHash('sha256').update(Buffer.of(0)).update(canonicalText(body)).digest();
}

function hashPair(left: Buffer, right: Buffer): Buffer {
  return createHash('sha256').update(Buffer.of(1)).update(left).update(right).digest();
}
