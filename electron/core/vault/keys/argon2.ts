import { randomBytes } from 'node:crypto';
import { hashRaw } from '@node-rs/argon2';
import { KEY_BYTES } from './keys.ts';
import type { KeyDerivation } from './header.ts';

/** About 0.1 s on two cores; RFC 9106 section 4, second recommended option, with three passes over 64 MiB. */
const MEMORY_KIBIBYTES = 65_536;
const PASSES = 3;
const LANES = 4;
const SALT_BYTES = 16;

export function freshDerivation(): KeyDerivation {
  return {
    name: 'argon2id',
    memoryKibibytes: MEMORY_KIBIBYTES,
    passes: PASSES,
    lanes: LANES,
    salt: randomBytes(SALT_BYTES).toString('base64'),
  };
}

/** Runs off the calling thread. `derivation` comes from a header that was parsed, so it is within its bounds. */
export async function deriveSlotKey(secret: Uint8Array, derivation: KeyDerivation): Promise<Uint8Array> {
  return Uint8Array.from(
    await hashRaw(secret, {
      // 2 is Argon2id, 1 its version 0x13: the library declares them as an enum that erasable syntax cannot reach.
      algorithm: 2,
      version: 1,
      memoryCost: derivation.memoryKibibytes,
      timeCost: derivation.passes,
      parallelism: derivation.lanes,
      outputLen: KEY_BYTES,
      salt: Buffer.from(derivation.salt, 'base64'),
    }),
  );
}
