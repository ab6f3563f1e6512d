import { FailureError } from '../../../shared/result.ts';
import { toTheEnd } from '../../../shared/to-the-end.ts';
import type { VaultDoor } from '../domain/ports/index.ts';
import type { createTending, InTurn } from './tending.ts';
import type { LockReason, OpenVault, VaultOptions } from './open-vault.ts';

export interface DoorOptions extends VaultOptions {
  /** Awaited before a vault is made or opened. */
  opening(): Promise<void>;
  /** Called before a vault is locked, while it can still be written to. */
  locking(): void;
  locked(reason: LockReason): void;
}

/** What opens a vault is only loaded for one: a case file is verified without any. */
export function createDoor(options: DoorOptions): VaultDoor {
  let open: OpenVault | undefined;
  let tend: typeof createTending | undefined;
  // Two opens at once would both find the door free.
  let queue: Promise<unknown> = Promise.resolve();
  const inTurn: InTurn = (work) => {
    const turn = queue.then(work, work);
    queue = turn.catch(() => undefined);
    return turn;
  };
  const lock = (reason: LockReason) => {
    if (!open) return;
    const closing = open;
    toTheEnd(
      () => options.locking(),
      () => {
        open = undefined;
        closing.close(reason);
      },
      () => options.locked(reason),
    );
  };
  // Before a vault is opened, not after: nobody could lock one between its opening and its entering.
  const prepare = async () => {
    const [{ createTending: tending }] = await Promise.all([import('./tending.ts'), options.opening()]);
    tend = tending;
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
    tending() {
      const vault = opened();
      if (!tend) throw new FailureError('vault.locked');
      return tend(vault, inTurn);
    },
    create: ({ folder, user, passphrase }) =>
      inTurn(async () => {
        const { createVault } = await import('./vault.ts');
        await prepare();
        lock('asked');
        const made = await createVault(folder, user, passphrase, options);
        return { session: enter(made.open), recoveryCode: made.recoveryCode };
      }),
    async users(folder) {
      const [{ usersOf }, { findHeader }, { vaultName }] = await Promise.all([
        import('./keys/slots.ts'),
        import('./keys/header.ts'),
        import('./open-vault.ts'),
      ]);
      return { name: vaultName(folder), users: usersOf(findHeader(folder).header) };
    },
    open: ({ folder, ...credentials }) =>
      inTurn(async () => {
        const { openVault } = await import('./vault.ts');
        await prepare();
        lock('asked');
        return enter(await openVault(folder, credentials, options));
      }),
    recover: ({ folder, ...credentials }) =>
      inTurn(async () => {
        const { recoverVault } = await import('./vault.ts');
        await prepare();
        lock('asked');
        return enter(await recoverVault(folder, credentials, options));
      }),
    lock,
  };
}
