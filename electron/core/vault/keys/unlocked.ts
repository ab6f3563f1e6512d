import type { KeyObject } from 'node:crypto';
import type { UserId } from '../../../../shared/model/identifier.ts';
import type { UserSlot } from './header.ts';
import { deriveKeys, wipe, wipeKeys, type VaultKeys } from './keys.ts';
import type { Identity } from './slot.ts';

/** All secrets of an open vault. They live in the core process only, and only until `wipe`. */
export interface Unlocked {
  readonly vaultKey: Uint8Array;
  readonly keys: VaultKeys;
  readonly user: { readonly id: UserId; readonly name: string };
  /** Ed25519; for `sign(null, bytes, signingKey)`. */
  readonly signingKey: KeyObject;
  readonly signingSeed: Uint8Array;
  /** Ed25519, raw 32 bytes. */
  readonly publicKey: Uint8Array;
  /** DER, leaf first. */
  readonly certificateChain: readonly Uint8Array[];
  /** PKCS#8 DER. */
  readonly certificateKey: Uint8Array;
  /** Whether the certificate was made here rather than imported. */
  readonly ownMade: boolean;
  /** Wraps the user's identity in the header. */
  readonly slotKey: Uint8Array;
  /** Overwrites every key; nothing of this can be used afterwards. */
  wipe(): void;
}

export function unlockedFrom(
  slot: UserSlot,
  vaultKey: Uint8Array,
  slotKey: Uint8Array,
  identity: Identity,
  keys: VaultKeys = deriveKeys(vaultKey),
): Unlocked {
  return {
    vaultKey,
    keys,
    user: { id: slot.id, name: slot.name },
    signingKey: identity.signing.key,
    signingSeed: identity.signing.seed,
    publicKey: identity.signing.publicKey,
    certificateChain: identity.chain,
    certificateKey: identity.certificateKey,
    ownMade: identity.ownMade,
    slotKey,
    wipe: () => {
      wipe(vaultKey, slotKey, identity.signing.seed, identity.certificateKey);
      wipeKeys(keys);
    },
  };
}
