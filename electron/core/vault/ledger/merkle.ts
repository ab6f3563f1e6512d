import { createHash } from 'node:crypto';

/**
 * The Merkle tree of RFC 9162, section 2.1 (the same as RFC 6962): the hash of a perfect subtree of 2^level leaves,
 * the one that starts at leaf position × 2^level, is kept as node (level, position), so that appending, roots of any
 * earlier size and proofs touch only logarithmically many nodes.
 */
export interface NodeStore {
  get(level: number, position: number): Uint8Array;
  put(level: number, position: number, hash: Uint8Array): void;
}

export const EMPTY_ROOT: Uint8Array = createHash('sha256').digest();

export function hashLeaf(content: Uint8Array | string): Uint8Array {
  return createHash('sha256').update(LEAF).update(content).digest();
}

export function hashChildren(left: Uint8Array, right: Uint8Array): Uint8Array {
  return createHash('sha256').update(NODE).update(left).update(right).digest();
}

/** Adds the leaf number `size` (counted from 0) to a tree of `size` leaves. */
export function appendLeaf(store: NodeStore, size: number, leaf: Uint8Array): void {
  let hash = leaf;
  let position = size;
  store.put(0, position, hash);
  for (let level = 0; position % 2 === 1; level += 1) {
    hash = hashChildren(store.get(level, position - 1), hash);
    position = (position - 1) / 2;
    store.put(level + 1, position, hash);
  }
}

/** Root of the first `size` leaves. */
export function rootOf(store: NodeStore, size: number): Uint8Array {
  return size === 0 ? EMPTY_ROOT : rangeHash(store, 0, size);
}

/** RFC 9162, 2.1.3.1: the path from leaf `index` (from 0) to the root of the first `size` leaves, leaf side first. */
export function inclusionProof(store: NodeStore, index: number, size: number): Uint8Array[] {
  if (index < 0 || index >= size) throw new RangeError('the leaf is not in the tree');
  const path: Uint8Array[] = [];
  const descend = (from: number, to: number): void => {
    if (to - from === 1) return;
    const split = from + largestPowerBelow(to - from);
    if (index < split) {
      descend(from, split);
      path.push(rangeHash(store, split, to));
    } else {
      descend(split, to);
      path.push(rangeHash(store, from, split));
    }
  };
  descend(0, size);
  return path;
}

/** RFC 9162, 2.1.4.1: that the tree of `size` leaves extends the one of its first `earlier` leaves. */
export function consistencyProof(store: NodeStore, earlier: number, size: number): Uint8Array[] {
  if (earlier < 1 || earlier > size) throw new RangeError('the earlier tree must have 1 to size leaves');
  const path: Uint8Array[] = [];
  const descend = (from: number, to: number, whole: boolean): void => {
    const boundary = earlier - from;
    const width = to - from;
    if (boundary === width) {
      if (!whole) path.push(rangeHash(store, from, to));
      return;
    }
    const split = largestPowerBelow(width);
    if (boundary <= split) {
      descend(from, from + split, whole);
      path.push(rangeHash(store, from + split, to));
    } else {
      descend(from + split, to, false);
      path.push(rangeHash(store, from, from + split));
    }
  };
  descend(0, size, true);
  return path;
}

/** RFC 9162, 2.1.3.2. */
export function verifyInclusion(leaf: Uint8Array, index: number, size: number, proof: readonly Uint8Array[], root: Uint8Array): boolean {
  if (index < 0 || index >= size) return false;
  let position = index;
  let last = size - 1;
  let hash = leaf;
  for (const sibling of proof) {
    if (last === 0) return false;
    if (position % 2 === 1 || position === last) {
      hash = hashChildren(sibling, hash);
      while (position % 2 === 0 && position !== 0) {
        position /= 2;
        last = Math.floor(last / 2);
      }
    } else {
      hash = hashChildren(hash, sibling);
    }
    position = Math.floor(position / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 && equal(hash, root);
}

/** RFC 9162, 2.1.4.2. */
export function verifyConsistency(
  earlier: { readonly size: number; readonly root: Uint8Array },
  later: { readonly size: number; readonly root: Uint8Array },
  proof: readonly Uint8Array[],
): boolean {
  if (earlier.size > later.size) return false;
  if (earlier.size === later.size) return proof.length === 0 && equal(earlier.root, later.root);
  if (earlier.size === 0) return proof.length === 0;
  const path = isPowerOfTwo(earlier.size) ? [earlier.root, ...proof] : [...proof];
  let position = earlier.size - 1;
  let last = later.size - 1;
  while (position % 2 === 1) {
    position = Math.floor(position / 2);
    last = Math.floor(last / 2);
  }
  const first = path.shift();
  if (!first) return false;
  let before = first;
  let after = first;
  for (const sibling of path) {
    if (last === 0) return false;
    if (position % 2 === 1 || position === last) {
      before = hashChildren(sibling, before);
      after = hashChildren(sibling, after);
      while (position % 2 === 0 && position !== 0) {
        position /= 2;
        last = Math.floor(last / 2);
      }
    } else {
      after = hashChildren(after, sibling);
    }
    position = Math.floor(position / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 && equal(before, earlier.root) && equal(after, later.root);
}

/** A store in memory, for computing a tree anew. */
export function memoryNodes(): NodeStore {
  const levels: Uint8Array[][] = [];
  return {
    get(level, position) {
      const hash = levels[level]?.[position];
      if (!hash) throw new RangeError('there is no such node');
      return hash;
    },
    put(level, position, hash) {
      (levels[level] ??= [])[position] = hash;
    },
  };
}

const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

/** Hash of leaves [from, to), where `from` is a multiple of the largest power of two that fits: true for every range the RFC splits off. */
function rangeHash(store: NodeStore, from: number, to: number): Uint8Array {
  const width = to - from;
  if (isPowerOfTwo(width)) {
    const level = Math.log2(width);
    return store.get(level, from / width);
  }
  const split = from + largestPowerBelow(width);
  return hashChildren(rangeHash(store, from, split), rangeHash(store, split, to));
}

/** The largest power of two smaller than `width`, which is at least 2. */
function largestPowerBelow(width: number): number {
  return 2 ** Math.floor(Math.log2(width - 1));
}

function isPowerOfTwo(value: number): boolean {
  return Number.isInteger(Math.log2(value));
}

function equal(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.compare(one, other) === 0;
}
