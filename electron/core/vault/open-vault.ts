import { basename, resolve } from 'node:path';
import type { VaultSession } from '../../../shared/contract/vault.ts';
import type { FailureError } from '../../../shared/result.ts';
import type { Follower, Vault } from '../domain/ports/index.ts';
import type { WorkerPool } from '../tasks/pool.ts';
import type { CheckpointKeeper } from './ledger/checkpoint-keeper.ts';
import type { Database } from './database/database.ts';
import type { VaultHeader } from './keys/header.ts';
import type { SigningKey } from './keys/identity.ts';
import type { OpenRecords } from './records.ts';
import type { ObjectStore } from './objects/object-store.ts';
import type { Unlocked } from './keys/unlocked.ts';

export const DATABASE_FILE = 'case.db';

export interface VaultOptions {
  readonly workers: WorkerPool;
  readonly version: string;
  /** What has the vault open, for whoever finds it in use. */
  readonly program: string;
  now(): number;
  /** Told of every change first, from the first entry of the opening on. */
  readonly changed?: Follower;
}

export type LockReason = 'asked' | 'idle' | 'suspend' | 'screen' | 'closed';

/** Everything of an open vault. Only `electron/core/vault` sees it; the rules see `vault`. */
export interface OpenVault {
  readonly vault: Vault;
  readonly records: OpenRecords;
  readonly folder: string;
  readonly database: Database;
  readonly objects: ObjectStore;
  readonly options: VaultOptions;
  readonly logKey: SigningKey;
  readonly keeper: CheckpointKeeper;
  /** Both change when a user, a passphrase or a certificate does. */
  header: VaultHeader;
  unlocked: Unlocked;
  /** Why it is open for reading only; undefined when it is whole. */
  readonly damage: string | undefined;
  /** The same, one by one; empty when it is whole. */
  readonly findings: readonly FailureError[];
  session(): VaultSession;
  close(reason: LockReason): void;
}

/** The folder's name as the vault's name. */
export function vaultName(folder: string): string {
  return basename(resolve(folder)).replace(/\.casewright$/i, '');
}
