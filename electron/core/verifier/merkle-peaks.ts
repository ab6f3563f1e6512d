import { createHash } from 'node:crypto';

/** Computes a root while leaves come by (RFC 9162, 2.1.1), with as many hashes in hand as the tree is high. */
export interface Peaks {
  /** Adds the root of a perfect subtree of 2^level leaves; a leaf has level 0. The leaves before must be a multiple of as many. */
  add(hash: Buffer, level?: number): void;
  /** Base64. */
  root(): string;
}

export function createPeaks(): Peaks {
  // Roots of perfect subtrees, largest first.
  const peaks: { level: number; hash: Buffer }[] = [];
  return {
    add(added, from = 0) {
      let [hash, level] = [added, from];
      for (let peak = peaks.at(-1); peak?.level === level; peak = peaks.at(-1)) {
        hash = hashPair(peak.hash, hash);
        peaks.pop();
        level += 1;
      }
      peaks.push({ level, hash });
    },
    root() {
      const tops = [...peaks].reverse();
      const first = tops.shift();
      if (!first) return createHash('sha256').digest('base64');
      return tops.reduce((right, left) => hashPair(left.hash, right), first.hash).toString('base64');
    },
  };
}

/** `canonical` is the entry's body as it was signed. */
export function hashLeaf(canonical: string): Buffer {
  return createHash('sha256').update(Buffer.of(0)).update(canonical).digest();
}

export function hashPair(left: Buffer, right: Buffer): Buffer {
  return createHash('sha256').update(Buffer.of(1)).update(left).update(right).digest();
}
