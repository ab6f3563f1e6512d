import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { randomBytes } from 'node:crypto';
import type { VaultSession } from '../../../shared/contract/vault.ts';
import type { VaultId } from '../../../shared/model/identifier.ts';
import type { LedgerHead } from '../../../shared/model/ledger.ts';
import { FailureError } from '../../../shared/result.ts';
import type { ReadRecords, Vault, WriteRecords } from '../domain/ports.ts';
import type { WorkerPool } from '../workers/pool-port.ts';
import { assertExtends, assertWholeTail, readCheckpoint, writeCheckpoint } from './checkpoint.ts';
import { type CheckpointKeeper, keepCheckpoint } from './checkpoint-keeper.ts';
import { damaged, type Database, openDatabase } from './database.ts';
import { diskFailure, syncFolder } from './durable.ts';
import { readHeader, type VaultHeader, writeHeader } from './header.ts';
import { type SigningKey, signingKeyFrom } from './identity.ts';
import { readHead } from './ledger.ts';
import { acquireLock } from './lock-file.ts';
import { assertKnownSchema, migrate } from './migrations/migrate.ts';
import { createObjectStore, type ObjectStore } from './object-store.ts';
import { openRecords } from './records.ts';
import { sweepOrphans } from './sweep.ts';
import type { Unlocked } from './unlocked.ts';

export const DATABASE_FILE = 'case.db';

export interface VaultOptions {
  readonly workers: WorkerPool;
  readonly version: string;
  /** What has the vault open, for whoever finds it in use. */
  readonly program: string;
  now(): number;
}

export type LockReason = 'asked' | 'idle' | 'suspend' | 'screen' | 'closed';

/** Everything of an open vault. Only `electron/core/vault` sees it; the rules see `vault`. */
export interface OpenVault {
  readonly vault: Vault;
  readonly records: ReadRecords & WriteRecords;
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
  session(): VaultSession;
  close(reason: LockReason): void;
}

/** The folder's name as the vault's name. */
export function vaultName(folder: string): string {
  return basename(resolve(folder)).replace(/\.casewright$/i, '');
}

/**
 * Makes the whole vault under a temporary name beside its place and renames it: a crash leaves no folder that looks like a vault.
 * Throws vault.exists, vault.weak-passphrase, disk.*.
 */
export async function createVault(folder: string, user: string, passphrase: string, options: VaultOptions): Promise<{ open: OpenVault; recoveryCode: string }> {
  const place = resolve(folder);
  assertFree(place);
  const { createSlots } = await import('./slots.ts');
  const { header, unlocked, recoveryCode } = await createSlots(user, passphrase, options.now());
  const workshop = join(dirname(place), `.${basename(place)}.${randomBytes(4).toString('hex')}.unfinished`);
  try {
    mkdirSync(dirname(place), { recursive: true });
    mkdirSync(workshop, { mode: 0o700 });
    furnish(workshop, header, unlocked, options);
    assertFree(place);
    renameSync(workshop, place);
    syncFolder(dirname(place));
  } catch (error) {
    unlocked.wipe();
    rmSync(workshop, { recursive: true, force: true });
    throw diskFailure(error, place);
  }
  return { open: await enterVault({ folder: place, header, unlocked, options }), recoveryCode };
}

/** Throws vault.missing, vault.header-*, vault.wrong-passphrase, vault.user-ambiguous, vault.in-use, vault.rollback, vault.database-*. */
export async function openVault(
  folder: string,
  credentials: { readonly user?: string | undefined; readonly passphrase: string; readonly known: readonly LedgerHead[] },
  options: VaultOptions,
): Promise<OpenVault> {
  const place = resolve(folder);
  const { unlock } = await import('./slots.ts');
  const header = readHeader(place);
  const unlocked = await unlock(header, credentials.user, credentials.passphrase);
  return enterVault({ folder: place, header, unlocked, options, known: credentials.known });
}

/** Opens with the recovery code; the user's new slot is written only once the vault is known to be sound. */
export async function recoverVault(
  folder: string,
  credentials: { readonly user: string; readonly recoveryCode: string; readonly passphrase: string },
  options: VaultOptions,
): Promise<OpenVault> {
  const place = resolve(folder);
  const { unlockWithRecoveryCode } = await import('./slots.ts');
  const former = readHeader(place);
  const { header, unlocked } = await unlockWithRecoveryCode(former, credentials.recoveryCode, credentials.user, credentials.passphrase, options.now());
  return enterVault({ folder: place, header, unlocked, options, recovered: true });
}

interface Entering {
  readonly folder: string;
  readonly header: VaultHeader;
  readonly unlocked: Unlocked;
  readonly options: VaultOptions;
  readonly known?: readonly LedgerHead[];
  readonly recovered?: boolean;
}

async function enterVault(entering: Entering): Promise<OpenVault> {
  const { folder, unlocked } = entering;
  let release: (() => void) | undefined;
  let database: Database | undefined;
  try {
    release = acquireLock(folder, { program: entering.options.program, now: entering.options.now(), user: unlocked.user.name });
    const logKey = signingKeyFrom(unlocked.keys.ledger);
    const damage = examine(entering, logKey);
    database = openDatabase({ path: join(folder, DATABASE_FILE), key: unlocked.keys.database, mode: damage === undefined ? 'open' : 'examine' });
    const open = assemble(entering, database, release, logKey, damage);
    if (damage === undefined) settle(entering, open);
    return open;
  } catch (error) {
    database?.close();
    release?.();
    unlocked.wipe();
    throw error;
  }
}

/**
 * Looks before anything is touched: a vault that was rolled back must stay exactly as it was found, and a database that is
 * damaged where it would be written to is opened for reading only (the answer says why). Throws vault.rollback and vault.database-future.
 */
function examine({ folder, header, unlocked, known = [] }: Entering, logKey: SigningKey): string | undefined {
  const database = openDatabase({ path: join(folder, DATABASE_FILE), key: unlocked.keys.database, mode: 'examine' });
  try {
    assertKnownSchema(database);
    const heads = [...readCheckpoint(folder, header.vaultId, logKey.publicKey), ...known];
    // Each by itself: damage in one place must not hide that the rest was rolled back.
    const damages = [
      () => assertOwner(database, header.vaultId),
      () => assertWholeTail(database),
      ...heads.map((head) => () => assertExtends(database, [head])),
      () => database.assertFileSize(false),
    ].map(damageOf);
    return damages.find((damage) => damage !== undefined);
  } finally {
    database.close();
  }
}

function assertOwner(database: Database, vaultId: VaultId): void {
  const owner = database.get<{ vaultId: string }>('SELECT vault_id AS vaultId FROM vault')?.vaultId;
  if (owner !== vaultId) throw new FailureError('vault.rollback', { problem: 'case.db belongs to another vault' });
}

/** What a look found damaged; anything else it throws goes on. */
function damageOf(look: () => void): string | undefined {
  try {
    look();
    return undefined;
  } catch (error) {
    if (error instanceof FailureError && error.code === 'vault.database-damaged') return String(error.failure.values['problem']);
    throw error;
  }
}

/** What an open does to a sound vault: migrate, prove the file's length, introduce a recovered key, sweep, and write it all down. */
function settle({ folder, header, unlocked, recovered = false }: Entering, open: OpenVault): void {
  const { database, vault } = open;
  const path = join(folder, DATABASE_FILE);
  migrate(database, path, ({ from, to, copy }) => void open.records.ledger.audit('vault.migrated', {}, { from, to, copy }));
  database.checkpoint();
  database.assertFileSize(true);
  if (recovered) {
    vault.transact(({ ledger }) =>
      ledger.audit('user.recovered', {}, { user: unlocked.user.id, name: unlocked.user.name, publicKey: base64(unlocked.publicKey) }),
    );
    writeHeader(folder, header);
  }
  const swept = sweepOrphans(database, open.objects);
  vault.transact(({ ledger }) => {
    ledger.audit('vault.opened', {}, { version: open.options.version });
    // A ledger entry is no place for thousands of names; the counts are always whole.
    const { pending, orphans } = swept;
    if (pending + orphans.length > 0) ledger.audit('objects.swept', {}, { pending, orphans: orphans.length, names: orphans.slice(0, 100).join(' ') });
  });
}

function assemble(entering: Entering, database: Database, release: () => void, logKey: SigningKey, damage: string | undefined): OpenVault {
  const { folder, options } = entering;
  const { header, unlocked } = entering;
  const records = openRecords(database, { actor: unlocked.user, key: unlocked.signingKey, publicKey: unlocked.publicKey }, options.now);
  const keeper = keepCheckpoint(() => writeCheckpoint(folder, header.vaultId, [readHead(database, 'custody'), readHead(database, 'audit')], logKey));
  const objects = createObjectStore({ folder, keys: unlocked.keys, vaultId: header.vaultId, workers: options.workers });
  let closed = false;
  const vault: Vault = {
    id: header.vaultId,
    name: vaultName(folder),
    user: unlocked.user,
    read: records,
    objects,
    transact(work) {
      if (closed) throw new FailureError('vault.locked');
      if (damage !== undefined) throw damaged(damage);
      const value = database.transact(() => work(records));
      keeper.touch();
      return value;
    },
    signingIdentity: () => ({
      chain: open.unlocked.certificateChain.map((one) => Uint8Array.from(one)),
      privateKey: Uint8Array.from(open.unlocked.certificateKey),
      ownMade: open.unlocked.ownMade,
    }),
  };
  const open: OpenVault = {
    vault, records, folder, database, objects, options, logKey, keeper, header, unlocked, damage,
    session: () => sessionOf(open),
    close(reason) {
      if (closed) return;
      try {
        if (damage === undefined) {
          vault.transact(({ ledger }) => ledger.audit('vault.locked', {}, { reason }));
          keeper.flush();
          database.checkpoint();
        }
      } finally {
        closed = true;
        keeper.stop();
        objects.close();
        database.close();
        open.unlocked.wipe();
        logKey.seed.fill(0);
        release();
      }
    },
  };
  return open;
}

function sessionOf({ vault, header, damage }: OpenVault): VaultSession {
  const slot = header.slots.find((one) => one.kind === 'user' && one.id === vault.user.id);
  return {
    vaultId: vault.id,
    name: vault.name,
    user: { id: vault.user.id, name: vault.user.name, createdAt: slot?.createdAt ?? header.createdAt },
    ...(damage === undefined ? {} : { damage }),
  };
}

/** Everything a vault folder holds, durable, the header last. */
function furnish(folder: string, header: VaultHeader, unlocked: Unlocked, options: VaultOptions): void {
  mkdirSync(join(folder, 'objects'), { mode: 0o700 });
  const path = join(folder, DATABASE_FILE);
  const logKey = signingKeyFrom(unlocked.keys.ledger);
  const database = openDatabase({ path, key: unlocked.keys.database, mode: 'create' });
  try {
    const { ledger } = openRecords(database, { actor: unlocked.user, key: unlocked.signingKey, publicKey: unlocked.publicKey }, options.now);
    migrate(database, path, () => {
      database.run('INSERT INTO vault (only, vault_id, created_at) VALUES (1, ?, ?)', header.vaultId, header.createdAt);
      ledger.audit('vault.created', {}, {
        vault: header.vaultId,
        user: unlocked.user.id,
        name: unlocked.user.name,
        publicKey: base64(unlocked.publicKey),
        checkpointKey: base64(logKey.publicKey),
        version: options.version,
      });
    });
    database.checkpoint();
    writeCheckpoint(folder, header.vaultId, [readHead(database, 'custody'), readHead(database, 'audit')], logKey);
  } finally {
    database.close();
  }
  writeHeader(folder, header);
  syncFolder(folder);
}

function assertFree(folder: string): void {
  if (existsSync(folder)) throw new FailureError('vault.exists', { folder });
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}
