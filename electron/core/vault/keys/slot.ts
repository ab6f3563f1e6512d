import { randomUUID } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Instant, UserId, VaultId } from '../../../../shared/model/identifier.ts';
import { FailureError } from '../../../../shared/result.ts';
import { deriveSlotKey, freshDerivation } from './argon2.ts';
import { closeBox, openBox, type Box } from './box.ts';
import type { KeyDerivation, RecoverySlot, UserSlot, VaultHeader } from './header.ts';
import { SEED_BYTES, signingKeyFrom, type SigningKey } from './identity.ts';
import { KEY_BYTES, wipe } from './keys.ts';

export interface Identity {
  readonly signing: SigningKey;
  /** PKCS#8 DER. */
  readonly certificateKey: Uint8Array;
  /** DER, leaf first. */
  readonly chain: readonly Uint8Array[];
  readonly ownMade: boolean;
}

interface SlotKeys {
  readonly vaultKey: Uint8Array;
  /** Random, one per user: opens that user's identity, and stays the same when the passphrase changes. */
  readonly slotKey: Uint8Array;
}

/**
 * NFKC, so that one passphrase is the same bytes from every keyboard: macOS hands out accents decomposed, others composed,
 * and a Chinese input method may type full-width letters and digits.
 */
export function passphraseBytes(passphrase: string): Uint8Array {
  return new TextEncoder().encode(passphrase.normalize('NFKC'));
}

/** `secret` is wiped. */
export async function closeUserSlot(
  vault: VaultId,
  id: UserId,
  secret: Uint8Array,
  keys: SlotKeys,
): Promise<{ readonly kdf: KeyDerivation; readonly wrapped: Box }> {
  const both = Uint8Array.from([...keys.vaultKey, ...keys.slotKey]);
  const closed = await wrap(vault, id, secret, both);
  wipe(both);
  return closed;
}

/** Undefined when the secret is another one. `secret` is wiped. */
export async function openUserSlot(vault: VaultId, slot: UserSlot, secret: Uint8Array): Promise<SlotKeys | undefined> {
  const both = await unwrap(vault, slot, secret);
  if (both?.byteLength !== 2 * KEY_BYTES) return undefined;
  const keys = { vaultKey: both.slice(0, KEY_BYTES), slotKey: both.slice(KEY_BYTES) };
  wipe(both);
  return keys;
}

/** `secret` is wiped. */
export async function closeRecoverySlot(vault: VaultId, secret: Uint8Array, vaultKey: Uint8Array, now: Instant): Promise<RecoverySlot> {
  const id = randomUUID();
  return { kind: 'recovery', id, createdAt: now, ...(await wrap(vault, id, secret, vaultKey)) };
}

/** Tries every recovery slot; undefined when none opens. */
export async function openRecoverySlot(header: VaultHeader, secret: Uint8Array): Promise<Uint8Array | undefined> {
  for (const slot of header.slots) {
    const vaultKey = slot.kind === 'recovery' ? await unwrap(header.vaultId, slot, Uint8Array.from(secret)) : undefined;
    if (vaultKey?.byteLength === KEY_BYTES) return vaultKey;
  }
  return undefined;
}

export function closeIdentity(vault: VaultId, id: UserId, slotKey: Uint8Array, identity: Identity): Box {
  const bytes = join([identity.signing.seed, identity.certificateKey, Uint8Array.of(identity.ownMade ? 1 : 0), ...identity.chain]);
  const closed = closeBox(slotKey, bytes, identityContext(vault, id));
  wipe(bytes);
  return closed;
}

/** Throws vault.header-damaged: whoever had the right passphrase is not told it was wrong. */
export function openIdentity(vault: VaultId, slot: UserSlot, slotKey: Uint8Array): Identity {
  const bytes = openBox(slotKey, slot.identity, identityContext(vault, slot.id));
  const parts = bytes ? split(bytes) : undefined;
  if (bytes) wipe(bytes);
  const [seed, certificateKey, ownMade, ...chain] = parts ?? [];
  if (seed?.byteLength !== SEED_BYTES || !certificateKey || !ownMade)
    throw new FailureError('vault.header-damaged', { problem: `the signing key of ${slot.name} does not open` });
  const signing = signingKeyFrom(seed);
  if (Buffer.from(signing.publicKey).toString('base64') !== slot.publicKey)
    throw new FailureError('vault.header-damaged', { problem: `the public key of ${slot.name} is not that of the signing key` });
  return { signing, certificateKey, chain, ownMade: ownMade[0] === 1 };
}

async function wrap(
  vault: VaultId,
  id: string,
  secret: Uint8Array,
  keys: Uint8Array,
): Promise<{ readonly kdf: KeyDerivation; readonly wrapped: Box }> {
  const kdf = freshDerivation();
  const key = await deriveSlotKey(secret, kdf);
  wipe(secret);
  const wrapped = closeBox(key, keys, slotContext(vault, id, kdf));
  wipe(key);
  return { kdf, wrapped };
}

async function unwrap(vault: VaultId, slot: UserSlot | RecoverySlot, secret: Uint8Array): Promise<Uint8Array | undefined> {
  const key = await deriveSlotKey(secret, slot.kdf);
  wipe(secret);
  const keys = openBox(key, slot.wrapped, slotContext(vault, slot.id, slot.kdf));
  wipe(key);
  return keys;
}

function slotContext(vault: VaultId, slot: string, kdf: KeyDerivation): string {
  return `casewright/1/slot ${canonicalize({ vault, slot, kdf }) ?? ''}`;
}

function identityContext(vault: VaultId, slot: UserId): string {
  return `casewright/1/identity ${canonicalize({ vault, slot }) ?? ''}`;
}

/** Each part after its length as 32 bits, big-endian. Bytes rather than JSON, so that no secret becomes a string nobody can wipe. */
function join(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + 4 + part.byteLength, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const part of parts) {
    view.setUint32(at, part.byteLength);
    bytes.set(part, at + 4);
    at += 4 + part.byteLength;
  }
  return bytes;
}

function split(bytes: Uint8Array): readonly Uint8Array[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: Uint8Array[] = [];
  for (let at = 0; at + 4 <= bytes.byteLength; ) {
    const length = view.getUint32(at);
    parts.push(bytes.slice(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return parts;
}
