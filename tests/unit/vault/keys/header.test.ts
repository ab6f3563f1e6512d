import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import canonicalize from 'canonicalize';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readHeader, type VaultHeader, writeHeader } from '../../../../electron/core/vault/keys/header.ts';
import { createSlots, unlock } from '../../../../electron/core/vault/keys/slots.ts';

const passphrase = 'seven lamps on the corridor';
let folder: string;
let header: VaultHeader;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'casewright-header-'));
  ({ header } = await createSlots('Inés Marlow', passphrase, Date.UTC(2026, 10, 21)));
});
beforeEach(() => writeHeader(folder, header));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What an attacker with an editor sees. */
interface Editable {
  format: number;
  vaultId: string;
  createdAt: number;
  ciphers: { database: string };
  slots: [{ id: string; name: string; publicKey: string; kdf: { memoryKibibytes: number; passes: number; salt: string } }, ...unknown[]];
  extra?: boolean;
  checksum?: string;
  seal?: string;
}

function path(): string {
  return join(folder, 'vault.json');
}

/** Somebody edits the header and knows how its checksum is made, but not the vault key. */
function forge(change: (raw: Editable) => void): void {
  const raw = JSON.parse(readFileSync(path(), 'utf8')) as Editable;
  change(raw);
  const { checksum: _checksum, seal: _seal, ...content } = raw;
  writeFileSync(
    path(),
    JSON.stringify({
      ...raw,
      checksum: createHash('sha256')
        .update(canonicalize(content) ?? '')
        .digest('hex'),
    }),
  );
}

const damaged = expect.objectContaining({ code: 'vault.header-damaged' });

describe('the vault header', () => {
  test('is read as it was written, and nothing else is left beside it', () => {
    expect(readHeader(folder)).toEqual(header);
    expect(readdirSync(folder)).toEqual(['vault.json', 'vault.json.copy']);
  });

  test('replaces what a crashed writer left', () => {
    writeFileSync(join(folder, 'vault.json.pending'), 'half');
    writeHeader(folder, header);
    expect(readdirSync(folder)).toEqual(['vault.json', 'vault.json.copy']);
  });

  test('is missed where there is none', () => {
    expect(() => readHeader(join(folder, 'nowhere'))).toThrow(expect.objectContaining({ code: 'vault.missing' }));
    expect(() => readHeader(path())).toThrow(expect.objectContaining({ code: 'vault.missing' }));
  });

  test('cut anywhere is called damaged before any passphrase', () => {
    const whole = readFileSync(path());
    // The last byte is a line's end, which says nothing.
    for (let length = 0; length < whole.length - 1; length += 7) {
      writeFileSync(path(), whole.subarray(0, length));
      expect(() => readHeader(folder)).toThrow(damaged);
    }
  });

  test('with any one bit flipped is called damaged, or reads as the very same', () => {
    const whole = readFileSync(path());
    for (let at = 0; at < whole.length; at += 1) {
      const changed = Buffer.from(whole);
      changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8));
      writeFileSync(path(), changed);
      let read: VaultHeader | undefined;
      try {
        read = readHeader(folder);
      } catch (error) {
        expect(error).toEqual(damaged);
      }
      // White space between values carries nothing; a flipped seal is found when the vault is unlocked.
      if (read) expect({ ...read, seal: '' }).toEqual({ ...header, seal: '' });
    }
  });

  test.each([
    ['four gigabytes of memory', (raw: Editable) => (raw.slots[0].kdf.memoryKibibytes = 4 * 1024 * 1024)],
    ['a thousand passes', (raw: Editable) => (raw.slots[0].kdf.passes = 1000)],
    ['no passes', (raw: Editable) => (raw.slots[0].kdf.passes = 0)],
    ['a weaker derivation', (raw: Editable) => (raw.slots[0].kdf.memoryKibibytes = 8)],
    ['no salt', (raw: Editable) => (raw.slots[0].kdf.salt = '')],
    ['another cipher', (raw: Editable) => (raw.ciphers.database = 'none')],
    ['a field nobody knows', (raw: Editable) => (raw.extra = true)],
    ['no slot', (raw: Editable) => Object.assign(raw, { slots: [] })],
    ['a thousand slots', (raw: Editable) => Object.assign(raw, { slots: Array(1000).fill(raw.slots[0]) })],
  ])('asking for %s is refused before any work', (_, change) => {
    forge(change);
    const start = performance.now();
    expect(() => readHeader(folder)).toThrow(damaged);
    expect(performance.now() - start).toBeLessThan(500);
  });

  test.each([
    ['the name of a user', (raw: Editable) => (raw.slots[0].name = 'Somebody Else')],
    ['the date of creation', (raw: Editable) => (raw.createdAt += 1)],
    ['the public key of a user', (raw: Editable) => (raw.slots[0].publicKey = Buffer.alloc(32, 1).toString('base64'))],
    ['the recovery slot away', (raw: Editable) => raw.slots.pop()],
  ])('edited by somebody who mended the checksum (%s) is found when it is unlocked', async (_, change) => {
    forge(change);
    await expect(unlock(readHeader(folder), undefined, passphrase)).rejects.toEqual(damaged);
  });

  test.each([
    ['another salt', (raw: Editable) => (raw.slots[0].kdf.salt = Buffer.alloc(16).toString('base64'))],
    ['another vault', (raw: Editable) => (raw.vaultId = '3f2b8e0a-9f0f-4c2e-8d4b-0f5a3c1e7b22')],
    ['another slot', (raw: Editable) => (raw.slots[0].id = '3f2b8e0a-9f0f-4c2e-8d4b-0f5a3c1e7b22')],
  ])('does not open a wrapped key under %s', async (_, change) => {
    forge(change);
    await expect(unlock(readHeader(folder), undefined, passphrase)).rejects.toMatchObject({ code: 'vault.wrong-passphrase' });
  });

  test('of a newer Casewright says so', () => {
    forge((raw) => (raw.format = 2));
    expect(() => readHeader(folder)).toThrow(
      expect.objectContaining({ code: 'vault.header-future', message: expect.stringContaining('format 2') }),
    );
  });

  test('that is a folder, a device or a huge file is refused at once', () => {
    rmSync(path());
    writeFileSync(path(), Buffer.alloc(2 * 1024 * 1024, 32));
    expect(() => readHeader(folder)).toThrow(damaged);
    rmSync(path());
    mkdirSync(path());
    expect(() => readHeader(folder)).toThrow(damaged);
    rmSync(path(), { recursive: true });
    symlinkSync('/dev/zero', path());
    expect(() => readHeader(folder)).toThrow(damaged);
    rmSync(path());
  });
});
