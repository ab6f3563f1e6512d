import { randomBytes, randomUUID } from 'node:crypto';
import { userId, vaultId, type Instant, type UserId } from '../../../../shared/model/identifier.ts';
import { nameKey } from '../../../../shared/model/name-key.ts';
import { FailureError } from '../../../../shared/result.ts';
import { createOwnCertificate, checkCertificate } from './certificate.ts';
import { cipherNames, checkSeal, HEADER_FORMAT, headerBodyOf, sealHeader, type UserSlot, type VaultHeader } from './header.ts';
import { createSigningKey } from './identity.ts';
import { deriveKeys, KEY_BYTES, wipe, wipeKeys } from './keys.ts';
import { createRecoveryCode, parseRecoveryCode } from './recovery-code.ts';
import {
  closeIdentity,
  closeRecoverySlot,
  closeUserSlot,
  openIdentity,
  openRecoverySlot,
  openUserSlot,
  passphraseBytes,
  type Identity,
} from './slot.ts';
import { unlockedFrom, type Unlocked } from './unlocked.ts';

export type { Unlocked } from './unlocked.ts';

/** A new vault's header with its first user. The recovery code is answered once and stored nowhere. */
export async function createSlots(
  userName: string,
  passphrase: string,
  now: Instant,
): Promise<{ readonly header: VaultHeader; readonly unlocked: Unlocked; readonly recoveryCode: string }> {
  checkPassphrase(passphrase);
  const id = vaultId.parse(randomUUID());
  const vaultKey = Uint8Array.from(randomBytes(KEY_BYTES));
  const recoveryCode = createRecoveryCode();
  const recovery = await closeRecoverySlot(id, parseRecoveryCode(recoveryCode), vaultKey, now);
  const { slot, slotKey, identity } = await makeUser(id, tidyName(userName), passphrase, vaultKey, now);
  const unlocked = unlockedFrom(slot, vaultKey, slotKey, identity);
  const header = sealHeader(
    { format: HEADER_FORMAT, vaultId: id, createdAt: now, ciphers: cipherNames, slots: [slot, recovery] },
    unlocked.keys.header,
  );
  return { header, unlocked, recoveryCode };
}

/**
 * Throws vault.wrong-passphrase after the work a right one takes, also for a user the vault does not have;
 * vault.user-ambiguous when several have a slot and none is named; vault.header-damaged when the header was edited.
 */
export async function unlock(header: VaultHeader, userName: string | undefined, passphrase: string): Promise<Unlocked> {
  const slot = chooseSlot(header, userName);
  const opened = await openUserSlot(header.vaultId, slot ?? decoySlot(header), passphraseBytes(passphrase));
  if (!slot || !opened) throw new FailureError('vault.wrong-passphrase');
  const unlocked = unlockedFrom(slot, opened.vaultKey, opened.slotKey, openIdentity(header.vaultId, slot, opened.slotKey));
  try {
    checkSeal(header, unlocked.keys.header);
  } catch (error) {
    unlocked.wipe();
    throw error;
  }
  return unlocked;
}

/**
 * Gives a user who forgot the passphrase a new one. The recovery slot wraps the vault key only, so that nobody who finds
 * the code can sign in another's name: the user gets a new signing key and a new own certificate, and the former public
 * key stays listed in the slot. The code itself stays valid.
 * Throws vault.recovery-code-mistyped, vault.wrong-recovery-code, vault.user-unknown, vault.weak-passphrase.
 */
export async function unlockWithRecoveryCode(
  header: VaultHeader,
  code: string,
  userName: string,
  newPassphrase: string,
  now: Instant,
): Promise<{ readonly header: VaultHeader; readonly unlocked: Unlocked }> {
  checkPassphrase(newPassphrase);
  const secret = parseRecoveryCode(code);
  const vaultKey = await openRecoverySlot(header, secret);
  wipe(secret);
  if (!vaultKey) throw new FailureError('vault.wrong-recovery-code');
  const keys = deriveKeys(vaultKey);
  try {
    checkSeal(header, keys.header);
    const former = findSlot(header, userName);
    if (!former) throw new FailureError('vault.user-unknown', { user: userName });
    const made = await makeUser(header.vaultId, former.name, newPassphrase, vaultKey, now, former);
    const unlocked = unlockedFrom(made.slot, vaultKey, made.slotKey, made.identity, keys);
    return { header: replaceSlot(header, made.slot, unlocked), unlocked };
  } catch (error) {
    wipe(vaultKey);
    wipeKeys(keys);
    throw error;
  }
}

/** Wraps the same keys anew, with a fresh salt. Throws vault.wrong-passphrase for `current`, vault.weak-passphrase for `next`. */
export async function changePassphrase(header: VaultHeader, unlocked: Unlocked, current: string, next: string): Promise<VaultHeader> {
  checkPassphrase(next);
  const slot = ownSlot(header, unlocked);
  const opened = await openUserSlot(header.vaultId, slot, passphraseBytes(current));
  if (!opened) throw new FailureError('vault.wrong-passphrase');
  const wrapped = await closeUserSlot(header.vaultId, slot.id, passphraseBytes(next), opened);
  wipe(opened.vaultKey, opened.slotKey);
  return replaceSlot(header, { ...slot, ...wrapped }, unlocked);
}

/** The new user's signing key passes through this process once, at creation; it is wiped and wrapped for that user alone. */
export async function addUser(
  header: VaultHeader,
  unlocked: Unlocked,
  name: string,
  passphrase: string,
  now: Instant,
): Promise<{
  readonly header: VaultHeader;
  readonly user: { readonly id: UserId; readonly name: string };
  readonly publicKey: Uint8Array;
}> {
  checkPassphrase(passphrase);
  if (findSlot(header, name)) throw new FailureError('vault.user-exists', { user: tidyName(name) });
  const { slot, slotKey, identity } = await makeUser(header.vaultId, tidyName(name), passphrase, unlocked.vaultKey, now);
  const publicKey = identity.signing.publicKey;
  wipe(slotKey, identity.signing.seed, identity.certificateKey);
  const slots = [...header.slots, slot];
  return {
    header: sealHeader({ ...headerBodyOf(header), slots }, unlocked.keys.header),
    user: { id: slot.id, name: slot.name },
    publicKey,
  };
}

/**
 * Puts another certificate and its key in the place of the user's. `unlocked` of the answer shares its keys with the one
 * given, which must not be used any further. Throws identity.pkcs12 when key and certificate do not belong together.
 */
export function replaceCertificate(
  header: VaultHeader,
  unlocked: Unlocked,
  chain: readonly Uint8Array[],
  privateKey: Uint8Array,
): { readonly header: VaultHeader; readonly unlocked: Unlocked } {
  checkCertificate({ chain, privateKey });
  const slot = ownSlot(header, unlocked);
  const identity: Identity = {
    signing: { seed: unlocked.signingSeed, key: unlocked.signingKey, publicKey: unlocked.publicKey },
    certificateKey: Uint8Array.from(privateKey),
    chain,
    ownMade: false,
  };
  const changed = { ...slot, identity: closeIdentity(header.vaultId, slot.id, unlocked.slotKey, identity) };
  wipe(unlocked.certificateKey);
  return {
    header: replaceSlot(header, changed, unlocked),
    unlocked: unlockedFrom(changed, unlocked.vaultKey, unlocked.slotKey, identity, unlocked.keys),
  };
}

/** Who has a key slot; needs no passphrase. */
export function usersOf(header: VaultHeader): readonly { readonly id: UserId; readonly name: string; readonly createdAt: Instant }[] {
  return userSlots(header).map(({ id, name, createdAt }) => ({ id, name, createdAt }));
}

async function makeUser(
  vault: VaultHeader['vaultId'],
  name: string,
  passphrase: string,
  vaultKey: Uint8Array,
  now: Instant,
  former?: UserSlot,
): Promise<{ readonly slot: UserSlot; readonly slotKey: Uint8Array; readonly identity: Identity }> {
  const id = former?.id ?? userId.parse(randomUUID());
  const slotKey = Uint8Array.from(randomBytes(KEY_BYTES));
  const own = await createOwnCertificate(name, now);
  const identity: Identity = { signing: createSigningKey(), certificateKey: own.privateKey, chain: own.chain, ownMade: true };
  const slot: UserSlot = {
    kind: 'user',
    id,
    name,
    createdAt: former?.createdAt ?? now,
    ...(await closeUserSlot(vault, id, passphraseBytes(passphrase), { vaultKey, slotKey })),
    identity: closeIdentity(vault, id, slotKey, identity),
    publicKey: Buffer.from(identity.signing.publicKey).toString('base64'),
    formerPublicKeys: former ? [...former.formerPublicKeys, former.publicKey] : [],
  };
  return { slot, slotKey, identity };
}

function userSlots(header: VaultHeader): readonly UserSlot[] {
  return header.slots.filter((slot) => slot.kind === 'user');
}

function chooseSlot(header: VaultHeader, userName: string | undefined): UserSlot | undefined {
  const users = userSlots(header);
  if (userName !== undefined) return findSlot(header, userName);
  if (users.length > 1) throw new FailureError('vault.user-ambiguous', { users: users.map(({ name }) => name).join(', ') });
  return users[0];
}

/** Older vaults may hold two names that differ by a space within them alone: the one that was typed goes first. */
function findSlot(header: VaultHeader, userName: string): UserSlot | undefined {
  const alike = userSlots(header).filter(({ name }) => nameKey(name) === nameKey(userName));
  return alike.find(({ name }) => outerKey(name) === outerKey(userName)) ?? alike[0];
}

function outerKey(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase();
}

function tidyName(name: string): string {
  return name.normalize('NFC').trim();
}

function ownSlot(header: VaultHeader, unlocked: Unlocked): UserSlot {
  const slot = userSlots(header).find(({ id }) => id === unlocked.user.id);
  if (!slot) throw new FailureError('vault.user-unknown', { user: unlocked.user.name });
  return slot;
}

function replaceSlot(header: VaultHeader, changed: UserSlot, unlocked: Unlocked): VaultHeader {
  const slots = header.slots.map((slot) => (slot.id === changed.id ? changed : slot));
  return sealHeader({ ...headerBodyOf(header), slots }, unlocked.keys.header);
}

/** A slot nothing opens, as costly to try as a real one: how long a refusal takes must not tell who has a slot. */
function decoySlot(header: VaultHeader): UserSlot {
  const [model] = userSlots(header);
  if (!model) throw new FailureError('vault.header-damaged', { problem: 'it has no user' });
  return { ...model, wrapped: { nonce: randomBytes(12).toString('base64'), sealed: randomBytes(2 * KEY_BYTES + 16).toString('base64') } };
}

/** At least eight characters as a person counts them, after normalisation. */
function checkPassphrase(passphrase: string): void {
  const minimum = 8;
  if ([...passphrase.normalize('NFKC')].length < minimum) throw new FailureError('vault.weak-passphrase', { minimum });
}
