import { FailureError } from '../../../shared/result.ts';
import type { VaultDoor } from '../domain/ports/index.ts';
import { findHeader } from './keys/header.ts';
import { createTending, type InTurn } from './tending.ts';
import { createVault, openVault, recoverVault } from './vault.ts';
import { type LockReason, type OpenVault, vaultName, type VaultOptions } from './open-vault.ts';

export interface DoorOptions extends VaultOptions {
  /** Called before a vault is locked, while it can still be written to. */
  locking(): void;
  locked(reason: LockReason): void;
}

export function createDoor(options: DoorOptions): VaultDoor {
  let open: OpenVault | undefined;
  // Two opens at once would both find the door free.
  let queue: Promise<unknown> = Promise.resolve();
  const inTurn: InTurn = (work) => {
    const turn = queue.then(work, work);
    queue = turn.catch(() => undefined);
    return turn;
  };
  const lock = (reason: LockReason) => {
    if (!open) return;
    options.locking();
    const closing = open;
    open = undefined;
    try {
      closing.close(reason);
    } finally {
      options.locked(reason);
    }
  };
  const enter = (entered: OpenVault) => {
    open = entered;
    return entered.session();
  };
  const opened = () => {
    if (!open) throw new FailureError('vault.locked');
    return open;
  };
  return {
    session: () => open?.session() ?? null,
    vault: () => opened().vault,
    tending: () => createTending(opened(), inTurn),
    create: ({ folder, user, passphrase }) =>
      inTurn(async () => {
        lock('asked');
        const made = await createVault(folder, user, passphrase, options);
        return { session: enter(made.open), recoveryCode: made.recoveryCode };
      }),
    async users(folder) {
      const { usersOf } = await import('./keys/slots.ts');
      return { name: vaultName(folder), users: usersOf(findHeader(folder).header) };
    },
    open: ({ folder, ...credentials }) =>
      inTurn(async () => {
        lock('asked');
        return enter(await openVault(folder, credentials, options));
      }),
    recover: ({ folder, ...credentials }) =>
      inTurn(async () => {
        lock('asked');
        return enter(await recoverVault(folder, credentials, options));
      }),
    lock,
  };
}
