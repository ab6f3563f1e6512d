import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  appendLeaf,
  consistencyProof,
  EMPTY_ROOT,
  hashLeaf,
  inclusionProof,
  memoryNodes,
  rootOf,
  verifyConsistency,
  verifyInclusion,
} from '../../../../electron/core/vault/ledger/merkle.ts';

/** The leaves and roots that certificate transparency implementations share as their test vectors. */
const LEAVES = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
const ROOTS = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

function grow(contents: readonly (string | Uint8Array)[]) {
  const store = memoryNodes();
  contents.forEach((content, index) => appendLeaf(store, index, hashLeaf(content)));
  return store;
}

/** RFC 9162, 2.1.1, word for word and without any memory: the independent computation. */
function treeHead(leaves: readonly Uint8Array[]): Uint8Array {
  const sha = (...parts: Uint8Array[]) => createHash('sha256').update(Buffer.concat(parts)).digest();
  if (leaves.length === 0) return sha();
  if (leaves.length === 1) return sha(Uint8Array.of(0), leaves[0] as Uint8Array);
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  return sha(Uint8Array.of(1), treeHead(leaves.slice(0, split)), treeHead(leaves.slice(split)));
}

describe('the Merkle tree of RFC 9162', () => {
  it('gives the published roots for the published leaves', () => {
    const store = grow(LEAVES.map((leaf) => Buffer.from(leaf, 'hex')));
    expect(ROOTS.map((_, index) => hex(rootOf(store, index + 1)))).toEqual(ROOTS);
    expect(hex(EMPTY_ROOT)).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  });

  it('gives the published inclusion path of leaf 0 in a tree of 8', () => {
    const store = grow(LEAVES.map((leaf) => Buffer.from(leaf, 'hex')));
    expect(inclusionProof(store, 0, 8).map(hex)).toEqual([
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ]);
  });

  it('gives the published consistency path from 6 leaves to 8', () => {
    const store = grow(LEAVES.map((leaf) => Buffer.from(leaf, 'hex')));
    expect(consistencyProof(store, 6, 8).map(hex)).toEqual([
      '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ]);
  });

  it('agrees with the definition at every size up to 70, also for sizes it has outgrown', () => {
    const leaves = Array.from({ length: 70 }, (_, index) => Buffer.from(`entry ${index}`));
    const store = grow(leaves);
    for (let size = 0; size <= 70; size += 1) expect(hex(rootOf(store, size))).toBe(hex(treeHead(leaves.slice(0, size))));
  });

  it('proves every leaf in every size up to 20, and no other leaf', () => {
    const leaves = Array.from({ length: 20 }, (_, index) => `entry ${index}`);
    const store = grow(leaves);
    for (let size = 1; size <= 20; size += 1) {
      const root = rootOf(store, size);
      for (let index = 0; index < size; index += 1) {
        const proof = inclusionProof(store, index, size);
        expect(verifyInclusion(hashLeaf(leaves[index] as string), index, size, proof, root)).toBe(true);
        expect(verifyInclusion(hashLeaf('forged'), index, size, proof, root)).toBe(false);
        if (size > 1) expect(verifyInclusion(hashLeaf(leaves[index] as string), (index + 1) % size, size, proof, root)).toBe(false);
      }
    }
  });

  it('proves that every size extends every smaller one, and refuses another history', () => {
    const store = grow(Array.from({ length: 20 }, (_, index) => `entry ${index}`));
    const other = grow(Array.from({ length: 20 }, (_, index) => (index === 0 ? 'another beginning' : `entry ${index}`)));
    for (let later = 1; later <= 20; later += 1) {
      for (let earlier = 1; earlier <= later; earlier += 1) {
        const proof = consistencyProof(store, earlier, later);
        const head = { size: later, root: rootOf(store, later) };
        expect(verifyConsistency({ size: earlier, root: rootOf(store, earlier) }, head, proof)).toBe(true);
        expect(verifyConsistency({ size: earlier, root: rootOf(other, earlier) }, head, proof)).toBe(false);
      }
    }
  });
});
