import { beforeEach, describe, expect, it } from 'vitest';
import { PreferenceStore } from '../../../electron/main/preferences.ts';

/** What lies in the file; that it outlives a start is seen in the real window (tests/e2e/settings.test.ts). */
let kept: Map<string, unknown>;
beforeEach(() => {
  kept = new Map();
});

const open = () =>
  new PreferenceStore({ get: (name) => kept.get(name), set: (name, value) => void kept.set(name, structuredClone(value)) });

describe('preferences', () => {
  it('are kept from one start to the next, a change at a time', () => {
    open().set({ theme: 'dark' });
    expect(open().set({ language: 'zh-CN' })).toMatchObject({ theme: 'dark', language: 'zh-CN', lockAfterMinutes: 15 });
  });

  it('begin anew when the file holds what no longer parses', () => {
    kept.set('preferences', { theme: 'pink' });
    kept.set('vaults', 'none');
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
});
