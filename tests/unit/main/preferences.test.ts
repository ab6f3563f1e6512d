import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PreferenceStore } from '../../../electron/main/preferences.ts';
import { StoredFile } from '../../../electron/main/stored-file.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'casewright-preferences-'));
});
afterEach(() => rm(folder, { recursive: true }));

const file = () => join(folder, 'preferences.json');
const open = () => new PreferenceStore(new StoredFile(file()));

describe('preferences', () => {
  it('are kept from one start to the next, a change at a time', () => {
    open().set({ theme: 'dark' });
    expect(open().set({ language: 'zh-CN' })).toMatchObject({ theme: 'dark', language: 'zh-CN', lockAfterMinutes: 15 });
  });

  it('begin anew when the file is damaged or holds what no longer parses', async () => {
    await writeFile(file(), '{"preferences":{"theme":"pink"},"vaults":"none"');
    expect(open().get().theme).toBe('system');
    await writeFile(file(), '{"preferences":{"theme":"pink"},"vaults":"none"}');
    expect(open().get().theme).toBe('system');
    expect(open().vaults()).toEqual([]);
  });

  it('remember a vault by its folder, newest first, with the heads last seen', () => {
    const store = open();
    const first = store.rememberVault('/a.casewright', { name: 'a', users: ['M. Okafor'] });
    const head = { chain: 'audit', size: 3, root: 'r', lastHash: '0'.repeat(64) } as never;
    store.rememberHeads(first.key, [head]);
    store.rememberVault('/b.casewright', { name: 'b', users: [] });
    const again = store.rememberVault('/a.casewright', { name: 'a', users: ['M. Okafor', 'R. Brandt'] });
    expect(again.key).toBe(first.key);
    expect(
      open()
        .vaults()
        .map((vault) => vault.name),
    ).toEqual(['a', 'b']);
    expect(open().findVault(first.key)).toMatchObject({ users: ['M. Okafor', 'R. Brandt'], heads: [head] });
    open().forgetVault(first.key);
    expect(
      open()
        .vaults()
        .map((vault) => vault.name),
    ).toEqual(['b']);
  });

  it('are readable by their owner alone', async () => {
    open().set({ theme: 'light' });
    const { stat } = await import('node:fs/promises');
    if (process.platform !== 'win32') expect((await stat(file())).mode & 0o077).toBe(0);
    expect(JSON.parse(await readFile(file(), 'utf8'))).toHaveProperty('preferences.theme', 'light');
  });
});
