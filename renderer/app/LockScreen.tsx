import type { ReactElement } from 'react';
import { LockedRoom } from '../features/vault/LockedRoom.tsx';

/** What stands before the vault: first run, the list of vaults, creating and recovering one. */
export function LockScreen(): ReactElement {
  return <LockedRoom />;
}
