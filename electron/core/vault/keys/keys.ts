import { hkdfSync } from 'node:crypto';

/**
 * What the vault key is used for; the key itself encrypts nothing.
 *
 * Each is HKDF-SHA256 (RFC 5869) of the vault key, 32 bytes, empty salt (the input is uniformly random already),
 * with the label below as info. A label is part of the format: changing one makes every vault unreadable.
 */
const labels = {
  /** Raw key of the SQLCipher database. */
  database: 'casewright/1/database',
  /** Input key of the sealed objects; each object derives its own from it (objects.ts). */
  object: 'casewright/1/object',
  /** HMAC key that turns a plaintext hash into the name of its object. */
  objectName: 'casewright/1/object-name',
  /** HMAC key of whatever the ledger seals outside its signatures. */
  ledger: 'casewright/1/ledger',
  /** HMAC key of the header's seal. */
  header: 'casewright/1/header',
} as const;

export type VaultKeys = { readonly [K in keyof typeof labels]: Uint8Array };

export const KEY_BYTES = 32;

export function deriveKeys(vaultKey: Uint8Array): VaultKeys {
  if (vaultKey.byteLength !== KEY_BYTES) throw new Error('a vault key has 32 bytes');
  return {
    database: deriveKey(vaultKey, labels.database),
    object: deriveKey(vaultKey, labels.object),
    objectName: deriveKey(vaultKey, labels.objectName),
    ledger: deriveKey(vaultKey, labels.ledger),
    header: deriveKey(vaultKey, labels.header),
  };
}

/** Overwrites key bytes. What the runtime copied on the way (strings, key objects) is out of reach. */
export function wipe(...keys: readonly Uint8Array[]): void {
  for (const key of keys) key.fill(0);
}

export function wipeKeys(keys: VaultKeys): void {
  wipe(...Object.values(keys));
}

function deriveKey(vaultKey: Uint8Array, label: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', vaultKey, new Uint8Array(0), label, KEY_BYTES));
}
