import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { randomBytes } from 'node:crypto';
import type { LedgerHead } from '../../../shared/model/ledger.ts';
import { FailureError } from '../../../shared/result.ts';
import { writeCheckpoint } from './ledger/checkpoint.ts';
import { openDatabase } from './database/database.ts';
import { diskFailure, syncFolder } from '../disk/durable.ts';
import { enterVault } from './enter.ts';
import { findCopy, findHeader, type FoundHeader, readHeader, type VaultHeader, writeHeader } from './keys/header.ts';
import { signingKeyFrom } from './keys/identity.ts';
import { readHead } from './ledger/ledger.ts';
import { migrate } from './database/migrations/migrate.ts';
import { openRecords } from './records.ts';
import type { Unlocked } from './keys/unlocked.ts';
import { DATABASE_FILE, type OpenVault, type VaultOptions } from './open-vault.ts';

/**
 * Makes the whole vault under a temporary name beside its place and renames it: a crash leaves no folder that looks like a vault.
 * Throws vault.exists, vault.weak-passphrase, disk.*.
 */
export async function createVault(
  folder: string,
  user: string,
  passphrase: string,
  options: VaultOptions,
): Promise<{ open: OpenVault; recoveryCode: string }> {
  const place = resolve(folder);
  assertFree(place);
  const { createSlots } = await import('./keys/slots.ts');
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
  return { open: await enterVault({ folder: place, found: header, header, unlocked, options }), recoveryCode };
}

/** Throws vault.missing, vault.header-*, vault.wrong-passphrase, vault.user-ambiguous, vault.in-use, vault.rollback, vault.database-*. */
export async function openVault(
  folder: string,
  credentials: {
    readonly user?: string | undefined;
    readonly passphrase: string;
    readonly known: readonly LedgerHead[];
    readonly goOn?: string | undefined;
  },
  options: VaultOptions,
): Promise<OpenVault> {
  const place = resolve(folder);
  const found = findHeader(place);
  const entered = await unlockFound(place, found, credentials);
  return enterVault({ folder: place, found: found.header, ...entered, options, known: credentials.known, goOn: credentials.goOn });
}

/** An edit that mended its own checksum shows only here: then the copy, where it says something else, may still open. */
async function unlockFound(
  folder: string,
  found: FoundHeader,
  { user, passphrase }: { readonly user?: string | undefined; readonly passphrase: string },
): Promise<FoundHeader & { readonly unlocked: Unlocked }> {
  const { unlock } = await import('./keys/slots.ts');
  try {
    return { ...found, unlocked: await unlock(found.header, user, passphrase) };
  } catch (error) {
    const copy = found.damage ? undefined : findCopy(folder);
    if (!copy || copy.checksum === found.header.checksum) throw error;
    try {
      const unlocked = await unlock(copy, user, passphrase);
      return { header: copy, damage: new FailureError('vault.header-damaged', { problem: 'it is not what Casewright wrote' }), unlocked };
    } catch {
      throw error;
    }
  }
}

/** Opens with the recovery code; the user's new slot is written only once the vault is known to be sound. */
export async function recoverVault(
  folder: string,
  credentials: { readonly user: string; readonly recoveryCode: string; readonly passphrase: string },
  options: VaultOptions,
): Promise<OpenVault> {
  const place = resolve(folder);
  const { unlockWithRecoveryCode } = await import('./keys/slots.ts');
  const former = readHeader(place);
  const { header, unlocked } = await unlockWithRecoveryCode(
    former,
    credentials.recoveryCode,
    credentials.user,
    credentials.passphrase,
    options.now(),
  );
  return enterVault({ folder: place, found: former, header, unlocked, options, recovered: true });
}

/** Everything a vault folder holds, durable, the header last. */
function furnish(folder: string, header: VaultHeader, unlocked: Unlocked, options: VaultOptions): void {
  mkdirSync(join(folder, 'objects'), { mode: 0o700 });
  const path = join(folder, DATABASE_FILE);
  const logKey = signingKeyFrom(unlocked.keys.ledger);
  const database = openDatabase({ path, key: unlocked.keys.database, mode: 'create' });
  try {
    const { write } = openRecords(database, { actor: unlocked.user, key: unlocked.signingKey, publicKey: unlocked.publicKey }, options.now);
    migrate(database, path, () => {
      database.run('INSERT INTO vault (only, vault_id, created_at) VALUES (1, ?, ?)', header.vaultId, header.createdAt);
      write.ledger.audit(
        'vault.created',
        {},
        {
          vault: header.vaultId,
          user: unlocked.user.id,
          name: unlocked.user.name,
          publicKey: base64(unlocked.publicKey),
          checkpointKey: base64(logKey.publicKey),
          version: options.version,
        },
      );
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
