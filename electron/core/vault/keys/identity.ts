import { createPrivateKey, createPublicKey, randomBytes, type KeyObject } from 'node:crypto';

/** RFC 8410: everything of an Ed25519 PKCS#8 key before its 32-byte seed. */
const PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');
/** RFC 8410: everything of an Ed25519 SubjectPublicKeyInfo before its 32-byte key. */
const SPKI_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');

export const SEED_BYTES = 32;

/** What a user signs ledger entries with: Ed25519 (RFC 8032). */
export interface SigningKey {
  readonly seed: Uint8Array;
  readonly key: KeyObject;
  /** Raw 32 bytes. */
  readonly publicKey: Uint8Array;
}

export function createSigningKey(): SigningKey {
  return signingKeyFrom(Uint8Array.from(randomBytes(SEED_BYTES)));
}

export function signingKeyFrom(seed: Uint8Array): SigningKey {
  if (seed.byteLength !== SEED_BYTES) throw new Error('an Ed25519 seed has 32 bytes');
  const der = Buffer.concat([PKCS8_PREFIX, seed]);
  const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  der.fill(0);
  const spki = createPublicKey(key).export({ format: 'der', type: 'spki' });
  return { seed, key, publicKey: Uint8Array.from(spki.subarray(SPKI_PREFIX.byteLength)) };
}

/** The key that verifies what `publicKey` (raw 32 bytes) stands for. */
export function verifyingKeyFrom(publicKey: Uint8Array): KeyObject {
  return createPublicKey({ key: Buffer.concat([SPKI_PREFIX, publicKey]), format: 'der', type: 'spki' });
}
