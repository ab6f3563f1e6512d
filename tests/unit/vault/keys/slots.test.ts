import { sign, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { hashRaw } from '@node-rs/argon2';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { headerBodyOf, sealHeader, type VaultHeader } from '../../../../electron/core/vault/keys/header.ts';
import { verifyingKeyFrom } from '../../../../electron/core/vault/keys/identity.ts';
import { deriveKeys } from '../../../../electron/core/vault/keys/keys.ts';
import { readPkcs12 } from '../../../../electron/core/vault/keys/certificate.ts';
import {
  addUser,
  changePassphrase,
  createSlots,
  replaceCertificate,
  unlock,
  unlockWithRecoveryCode,
  usersOf,
  type Unlocked,
} from '../../../../electron/core/vault/keys/slots.ts';

// The real function, watched.
vi.mock('@node-rs/argon2', { spy: true });

const passphrase = 'seven lamps on the corridor';
const now = Date.UTC(2026, 10, 21);
let header: VaultHeader;
let unlocked: Unlocked;
let recoveryCode: string;

beforeAll(async () => {
  ({ header, unlocked, recoveryCode } = await createSlots('Inés Marlow', passphrase, now));
});

function signs(one: Unlocked): boolean {
  return verify(null, Buffer.from('entry'), verifyingKeyFrom(one.publicKey), sign(null, Buffer.from('entry'), one.signingKey));
}

describe('key slots', () => {
  test('open to the same keys with the right passphrase', async () => {
    const again = await unlock(header, undefined, passphrase);
    expect(again.vaultKey).toEqual(unlocked.vaultKey);
    expect(again.keys).toEqual(deriveKeys(unlocked.vaultKey));
    expect(again.publicKey).toEqual(unlocked.publicKey);
    expect(again.certificateChain).toEqual(unlocked.certificateChain);
    expect(again.certificateKey).toEqual(unlocked.certificateKey);
    expect(again.ownMade).toBe(true);
    expect(signs(again)).toBe(true);
  });

  test('derive a distinct key for every purpose', () => {
    const keys = Object.values(unlocked.keys).map((key) => Buffer.from(key).toString('hex'));
    expect(new Set([...keys, Buffer.from(unlocked.vaultKey).toString('hex')]).size).toBe(6);
    expect(keys.every((key) => key.length === 64)).toBe(true);
  });

  test('hold no secret in the open', () => {
    const text = JSON.stringify(header);
    for (const secret of [unlocked.vaultKey, unlocked.signingSeed, unlocked.slotKey, ...Object.values(unlocked.keys)]) {
      expect(text).not.toContain(Buffer.from(secret).toString('base64').slice(0, 40));
      expect(text).not.toContain(Buffer.from(secret).toString('hex'));
    }
    expect(text).not.toContain(recoveryCode.slice(0, 5));
  });

  test('open with a passphrase typed on another keyboard', async () => {
    const composed = await createSlots('Ada', 'pass\u00e9 口令12345', now);
    await expect(unlock(composed.header, 'Ada', 'passe\u0301 口令１２３４５')).resolves.toMatchObject({ user: { name: 'Ada' } });
  });

  test('find a user whatever the case and spaces of the name', async () => {
    await expect(unlock(header, '  inés marlow', passphrase)).resolves.toMatchObject({ user: { name: 'Inés Marlow' } });
  });

  test.each([
    ['a wrong passphrase', undefined, 'seven lamps on the corridoR'],
    ['an empty passphrase', undefined, ''],
    ['a user the vault does not have', 'Nobody', passphrase],
  ])('refuse %s in one sentence', async (_, user, typed) => {
    await expect(unlock(header, user, typed)).rejects.toMatchObject({
      code: 'vault.wrong-passphrase',
      message: 'That passphrase does not open this vault',
    });
  });

  // How long each takes is what the passphrase function is made to do; that work is counted, because a clock also sees the rest of the machine.
  test('do the same costly work to refuse as to open, whoever asks', async () => {
    const asked = [
      [undefined, passphrase],
      [undefined, 'another passphrase'],
      ['Nobody', passphrase],
    ] as const;
    const work: unknown[] = [];
    for (const [user, typed] of asked) {
      vi.mocked(hashRaw).mockClear();
      await unlock(header, user, typed).catch(() => undefined);
      const computed = vi.mocked(hashRaw).mock.calls.map(([, options]) => options ?? {});
      work.push(computed.map(({ memoryCost, timeCost, parallelism, outputLen }) => ({ memoryCost, timeCost, parallelism, outputLen })));
    }
    const once = [{ memoryCost: 65_536, timeCost: 3, parallelism: 4, outputLen: 32 }];
    expect(work).toEqual([once, once, once]);
  });

  test('refuse a weak passphrase for every door', async () => {
    const weak = expect.objectContaining({ code: 'vault.weak-passphrase' });
    await expect(createSlots('Ada', 'seven77', now)).rejects.toEqual(weak);
    await expect(changePassphrase(header, unlocked, passphrase, '口令口令口令口')).rejects.toEqual(weak);
    await expect(addUser(header, unlocked, 'Bo', '', now)).rejects.toEqual(weak);
    await expect(unlockWithRecoveryCode(header, recoveryCode, 'Inés Marlow', 'short', now)).rejects.toEqual(weak);
  });
});

describe('changing the passphrase', () => {
  test('lets the new one in and the old one out, to the same keys', async () => {
    const changed = await changePassphrase(header, unlocked, passphrase, 'a lamp less on the corridor');
    await expect(unlock(changed, undefined, passphrase)).rejects.toMatchObject({ code: 'vault.wrong-passphrase' });
    const again = await unlock(changed, undefined, 'a lamp less on the corridor');
    expect(again.vaultKey).toEqual(unlocked.vaultKey);
    expect(again.publicKey).toEqual(unlocked.publicKey);
  });

  test('needs the present one', async () => {
    await expect(changePassphrase(header, unlocked, 'not the present one', 'a lamp less on the corridor')).rejects.toMatchObject({
      code: 'vault.wrong-passphrase',
    });
  });
});

describe('a second user', () => {
  test('opens the same vault, signs with an own key, and must be named from then on', async () => {
    const added = await addUser(header, unlocked, ' 林 晓 ', 'another good passphrase', now + 1);
    expect(usersOf(added.header).map(({ name, createdAt }) => [name, createdAt])).toEqual([
      ['Inés Marlow', now],
      ['林 晓', now + 1],
    ]);
    await expect(unlock(added.header, undefined, passphrase)).rejects.toMatchObject({
      code: 'vault.user-ambiguous',
      message: expect.stringContaining('Inés Marlow, 林 晓'),
    });
    const second = await unlock(added.header, '林 晓', 'another good passphrase');
    expect(second.vaultKey).toEqual(unlocked.vaultKey);
    expect(second.publicKey).toEqual(added.publicKey);
    expect(second.publicKey).not.toEqual(unlocked.publicKey);
    expect(second.slotKey).not.toEqual(unlocked.slotKey);
    await expect(unlock(added.header, '林 晓', passphrase)).rejects.toMatchObject({ code: 'vault.wrong-passphrase' });
  });

  test('cannot have a name that is taken', async () => {
    await expect(addUser(header, unlocked, 'INÉS MARLOW', 'another good passphrase', now)).rejects.toMatchObject({
      code: 'vault.user-exists',
    });
  });
});

describe('the recovery code', () => {
  test('gives a user a new passphrase and a new signing key, and keeps the former public key', async () => {
    const typed = recoveryCode.toLowerCase().replaceAll('-', ' ');
    const recovered = await unlockWithRecoveryCode(header, typed, 'Inés Marlow', 'a new passphrase altogether', now + 5);
    expect(recovered.unlocked.vaultKey).toEqual(unlocked.vaultKey);
    expect(recovered.unlocked.user).toEqual(unlocked.user);
    expect(recovered.unlocked.publicKey).not.toEqual(unlocked.publicKey);
    expect(signs(recovered.unlocked)).toBe(true);
    const slot = recovered.header.slots.find((one) => one.kind === 'user');
    expect(slot?.formerPublicKeys).toEqual([Buffer.from(unlocked.publicKey).toString('base64')]);
    await expect(unlock(recovered.header, undefined, passphrase)).rejects.toMatchObject({ code: 'vault.wrong-passphrase' });
    await expect(unlock(recovered.header, undefined, 'a new passphrase altogether')).resolves.toMatchObject({ user: unlocked.user });
  });

  test('opens nothing when it is another vault’s', async () => {
    const other = await createSlots('Ada', passphrase, now);
    await expect(unlockWithRecoveryCode(header, other.recoveryCode, 'Inés Marlow', passphrase, now)).rejects.toMatchObject({
      code: 'vault.wrong-recovery-code',
    });
  });

  test('does not make a user the vault never had', async () => {
    await expect(unlockWithRecoveryCode(header, recoveryCode, 'Nobody', passphrase, now)).rejects.toMatchObject({
      code: 'vault.user-unknown',
    });
  });
});

describe('an imported certificate', () => {
  test('takes the place of the own one and stays after the next unlock', async () => {
    const fresh = await unlock(header, undefined, passphrase);
    const imported = await readPkcs12(readFileSync(new URL('./fixtures/ec-aes.p12', import.meta.url)), 'fixture passphrase');
    const replaced = replaceCertificate(header, fresh, imported.chain, imported.privateKey);
    expect(replaced.unlocked.ownMade).toBe(false);
    const again = await unlock(replaced.header, undefined, passphrase);
    expect(again.certificateChain).toEqual(imported.chain);
    expect(again.certificateKey).toEqual(imported.privateKey);
    expect(again.publicKey).toEqual(unlocked.publicKey);
    expect(again.ownMade).toBe(false);
  });
});

describe('locking', () => {
  test('overwrites every key', async () => {
    const fresh = await unlock(header, undefined, passphrase);
    fresh.wipe();
    for (const key of [fresh.vaultKey, fresh.slotKey, fresh.signingSeed, fresh.certificateKey, ...Object.values(fresh.keys)])
      expect(key.every((byte) => byte === 0)).toBe(true);
  });

  test('of an older vault whose names differ by a space within them open each to its own user', async () => {
    const { header: both } = await addUser(header, unlocked, 'Wu Lan', 'four kettles by the river', now);
    const slots = both.slots.map((slot) => (slot.kind === 'user' && slot.name === 'Wu Lan' ? { ...slot, name: 'Inés  Marlow' } : slot));
    const respaced = sealHeader({ ...headerBodyOf(both), slots }, unlocked.keys.header);
    expect(usersOf(respaced).map(({ name }) => name)).toEqual(['Inés Marlow', 'Inés  Marlow']);
    expect((await unlock(respaced, 'Inés Marlow', passphrase)).user.name).toBe('Inés Marlow');
    expect((await unlock(respaced, 'inés  marlow', 'four kettles by the river')).user.name).toBe('Inés  Marlow');
    await expect(unlock(respaced, 'Inés  Marlow', passphrase)).rejects.toMatchObject({ code: 'vault.wrong-passphrase' });
  });
});
