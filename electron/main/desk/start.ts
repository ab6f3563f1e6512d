import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';
import type { DeskHandlers } from './desk.ts';
import type { RememberedVault } from '../preferences.ts';
import type { KnownVault } from '../../../shared/contract/desk.ts';

export const startHandlers: DeskHandlers<'desk.start' | 'desk.setPreferences'> = {
  'desk.start': async ({ preferences, host, openVault, version }) => ({
    vaults: preferences.vaults().map(describeVault),
    preferences: preferences.get(),
    systemLanguage: app.getPreferredSystemLanguages()[0] ?? app.getLocale(),
    version,
    // Only a window that was loaded again finds a vault open; a first start need not wait for the core.
    session: openVault === null ? null : await host.ask('vault.session', {}),
  }),
  'desk.setPreferences': ({ preferences, applyPreferences }, change) => {
    const next = preferences.set(change);
    applyPreferences();
    return next;
  },
};

/** What the window may know of a vault: no path, and its users as they stood in the header when it was last seen. */
export function describeVault(vault: RememberedVault): KnownVault {
  return { key: vault.key, name: vault.name, users: [...vault.users], present: existsSync(join(vault.folder, 'vault.json')) };
}
