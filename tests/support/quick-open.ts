import { enterVault } from '../../electron/core/vault/enter.ts';
import { readHeader } from '../../electron/core/vault/keys/header.ts';
import { openIdentity, openUserSlot, passphraseBytes } from '../../electron/core/vault/keys/slot.ts';
import { unlockedFrom } from '../../electron/core/vault/keys/unlocked.ts';
import type { OpenVault, VaultOptions } from '../../electron/core/vault/open-vault.ts';

/** Opens copies of one vault without deriving the key from its passphrase each time: for tests that open it a hundred times. */
export async function quickOpener(
  folder: string,
  passphrase: string,
  options: VaultOptions,
): Promise<(copy: string) => Promise<OpenVault>> {
  const { slots, vaultId } = readHeader(folder);
  const [slot] = slots.filter((one) => one.kind === 'user');
  const opened = slot && (await openUserSlot(vaultId, slot, passphraseBytes(passphrase)));
  if (!slot || !opened) throw new Error('the passphrase opens the vault that is copied');
  return async (copy) => {
    const [vaultKey, slotKey] = [Uint8Array.from(opened.vaultKey), Uint8Array.from(opened.slotKey)];
    const header = readHeader(copy);
    const unlocked = unlockedFrom(slot, vaultKey, slotKey, openIdentity(vaultId, slot, slotKey));
    return enterVault({ folder: copy, found: header, header, unlocked, options });
  };
}
