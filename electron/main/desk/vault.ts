import { basename, dirname, join } from 'node:path';
import { app, dialog } from 'electron';
import type { VaultSession } from '../../../shared/contract/vault.ts';
import { screen } from '../../../shared/locales/screen.ts';
import { FailureError } from '../../../shared/result.ts';
import type { RememberedVault } from '../preferences.ts';
import type { Desk, DeskHandlers } from './desk.ts';
import { describeVault } from './start.ts';

const ENDING = '.casewright';

export const vaultHandlers: DeskHandlers<
  'desk.createVault' | 'desk.chooseVault' | 'desk.openVault' | 'desk.recoverVault' | 'desk.forgetVault'
> = {
  'desk.createVault': async (desk, { user, passphrase }) => {
    const words = screen[desk.language()].desk;
    const { filePath, canceled } = await dialog.showSaveDialog(desk.window(), {
      title: words['dialog.createVault'],
      buttonLabel: words['dialog.createVault.action'],
      defaultPath: join(app.getPath('documents'), words['dialog.createVault.name'] + ENDING),
      properties: ['createDirectory', 'showOverwriteConfirmation'],
    });
    if (canceled || !filePath) return null;
    const folder = filePath.endsWith(ENDING) ? filePath : filePath + ENDING;
    const made = await desk.host.ask('vault.create', { folder, user, passphrase });
    entered(desk, desk.preferences.rememberVault(folder, { name: made.session.name, users: [user] }), made.session);
    return made;
  },

  'desk.chooseVault': async (desk) => {
    const words = screen[desk.language()].desk;
    const { filePaths, canceled } = await dialog.showOpenDialog(desk.window(), {
      title: words['dialog.chooseVault'],
      buttonLabel: words['dialog.choose'],
      properties: ['openDirectory'],
    });
    const chosen = filePaths[0];
    if (canceled || chosen === undefined) return null;
    // Whoever has gone one level too deep, into objects/ for instance, means the vault around it.
    const folder = !chosen.endsWith(ENDING) && dirname(chosen).endsWith(ENDING) ? dirname(chosen) : chosen;
    return describeVault(await lookAt(desk, folder));
  },

  'desk.openVault': async (desk, { key, user, passphrase, goOn }) => {
    const vault = findVault(desk, key);
    const session = await desk.host.ask('vault.open', {
      folder: vault.folder,
      user,
      passphrase,
      known: [...vault.heads],
      ...(goOn === undefined ? {} : { goOn }),
    });
    return remembered(desk, vault, session);
  },

  'desk.recoverVault': async (desk, { key, user, recoveryCode, passphrase }) => {
    const vault = findVault(desk, key);
    return remembered(desk, vault, await desk.host.ask('vault.recover', { folder: vault.folder, user, recoveryCode, passphrase }));
  },

  'desk.forgetVault': (desk, { key }) => {
    desk.preferences.forgetVault(key);
    return {};
  },
};

/** Puts an opened vault at the head of the list, with the users its header names now. */
export async function remembered(desk: Desk, vault: { readonly folder: string }, session: VaultSession): Promise<VaultSession> {
  entered(desk, await lookAt(desk, vault.folder), session);
  return session;
}

async function lookAt(desk: Desk, folder: string): Promise<RememberedVault> {
  const { name, users } = await desk.host.ask('vault.users', { folder });
  return desk.preferences.rememberVault(folder, { name, users: users.map((user) => user.name) });
}

function entered(desk: Desk, vault: RememberedVault, { damage }: VaultSession): void {
  desk.openVault = vault.key;
  // Remembering the heads of a vault that was put back would forget that it once went further.
  if (damage === undefined) void rememberHeads(desk);
}

/** Keeps the ledger's heads outside the vault, so that an older copy put in its place is noticed at the next opening. */
export async function rememberHeads(desk: Desk): Promise<void> {
  const key = desk.openVault;
  if (key === null) return;
  const heads = await desk.host.call('ledger.heads', {});
  if (heads.ok) desk.preferences.rememberHeads(key, heads.value);
}

function findVault(desk: Desk, key: string): RememberedVault {
  const vault = desk.preferences.findVault(key);
  if (!vault) throw new FailureError('vault.missing', { folder: basename(key) });
  return vault;
}
