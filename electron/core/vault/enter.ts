import { join } from 'node:path';
import type { VaultSession } from '../../../shared/contract/vault.ts';
import type { LedgerHead } from '../../../shared/model/ledger.ts';
import { FailureError } from '../../../shared/result.ts';
import { toTheEnd } from '../../../shared/to-the-end.ts';
import type { Vault, WriteRecords } from '../domain/ports/index.ts';
import { formatCheckpoint, writeCheckpoint } from './ledger/checkpoint.ts';
import { keepCheckpoint } from './ledger/checkpoint-keeper.ts';
import { type Database, openDatabase } from './database/database.ts';
import { changeHeader } from './header-change.ts';
import { findHeader, type VaultHeader, writeCopy } from './keys/header.ts';
import { type SigningKey, signingKeyFrom } from './keys/identity.ts';
import { readHead } from './ledger/ledger.ts';
import { acquireLock, assertNotHeldHere } from './folder/lock-file.ts';
import { leave, keepFound, type Look, look, passOf, readableBy, sentenceOf } from './look.ts';
import { migrate } from './database/migrations/migrate.ts';
import { createObjectStore } from './objects/object-store.ts';
import { openRecords, type OpenRecords } from './records.ts';
import { nameOf } from './objects/quarantine.ts';
import { sweepObjects } from './objects/sweep.ts';
import { recordResealed } from './resealed.ts';
import { settleLogImports } from './database/tables/logs/log-import.ts';
import type { Unlocked } from './keys/unlocked.ts';
import { DATABASE_FILE, type OpenVault, vaultName, type VaultOptions } from './open-vault.ts';

export interface Entering {
  readonly folder: string;
  /** The header as it was read before anybody was asked for a passphrase; `header` may already be its successor. */
  readonly found: VaultHeader;
  readonly header: VaultHeader;
  /** Why it was opened by the copy of its header. */
  readonly damage?: FailureError;
  readonly unlocked: Unlocked;
  readonly options: VaultOptions;
  readonly known?: readonly LedgerHead[];
  readonly recovered?: boolean;
  /** What a person repeats who has read what is wrong and goes on writing: `VaultSession.goOn`. */
  readonly goOn?: string | undefined;
}

/** The common way in, once somebody has unlocked the header: lock the folder, look, open, settle. */
export async function enterVault(entering: Entering): Promise<OpenVault> {
  const { folder, unlocked } = entering;
  let release: (() => void) | undefined;
  let database: Database | undefined;
  try {
    const lock = lockOrRead(entering);
    ({ release } = lock);
    assertSameHeader(entering);
    const logKey = signingKeyFrom(unlocked.keys.ledger);
    const looking = lookOf(entering, logKey, lock.refused);
    const found = look(looking);
    const { findings } = found;
    if (findings.length > 0 && !goesOn(findings, entering.goOn)) {
      const reading = readableBy(looking, found);
      ({ database } = reading);
      const letGo = release;
      release = () => toTheEnd(reading.forget, letGo);
      return assemble(entering, database, release, logKey, findings);
    }
    leave(found.reading);
    const kept = findings.length > 0 ? keepFound(folder, entering.options.now()) : [];
    database = openDatabase({ path: join(folder, DATABASE_FILE), key: unlocked.keys.database, mode: 'open' });
    const open = assemble(entering, database, release, logKey, []);
    settle(entering, open, { findings, kept });
    return open;
  } catch (error) {
    try {
      toTheEnd(
        () => database?.close(),
        () => unlocked.wipe(),
        () => release?.(),
      );
    } catch {
      // Why it could not be opened is what the person is told.
    }
    throw error;
  }
}

function goesOn(findings: readonly FailureError[], given: string | undefined): boolean {
  return given !== undefined && given === passOf(findings);
}

/** A folder that takes no lock file takes nothing else either: it can be read while nobody here writes to it. */
function lockOrRead({ folder, options, unlocked }: Entering): { readonly release: () => void; readonly refused?: FailureError } {
  try {
    return { release: acquireLock(folder, { program: options.program, now: options.now(), user: unlocked.user.name }) };
  } catch (error) {
    if (!(error instanceof FailureError) || !error.code.startsWith('disk.')) throw error;
    assertNotHeldHere(folder);
    return { release: () => undefined, refused: error };
  }
}

function lookOf({ folder, header, unlocked, known = [], damage }: Entering, logKey: SigningKey, refused?: FailureError): Look {
  return {
    folder,
    vaultId: header.vaultId,
    databaseKey: unlocked.keys.database,
    checkpointKey: logKey.publicKey,
    known,
    before: [...(damage ? [damage] : []), ...(refused ? [refused] : [])],
  };
}

/** Whoever had the vault open until now may have changed the header; writing the one read before would undo that. */
function assertSameHeader({ folder, found }: Entering): void {
  if (findHeader(folder).header.checksum !== found.checksum) throw new FailureError('vault.header-changed');
}

/** What was found wrong and gone on in spite of, and the files in which it was kept; both empty for a sound vault. */
interface Overridden {
  readonly findings: readonly FailureError[];
  readonly kept: readonly string[];
}

/** What an open does to a sound vault: migrate, prove the file's length, introduce a recovered key, sweep, and write it all down. */
function settle({ folder, header, unlocked, recovered = false }: Entering, open: OpenVault, { findings, kept }: Overridden): void {
  const { database, vault } = open;
  const path = join(folder, DATABASE_FILE);
  migrate(database, path, ({ from, to, copy }) => void open.records.write.ledger.audit('vault.migrated', {}, { from, to, copy }));
  database.checkpoint();
  database.assertFileSize(true);
  // Before anything else is written: who goes on, in spite of what, and where that was kept.
  if (findings.length > 0) changeHeader(open, header, 'vault.overridden', { found: sentenceOf(findings), kept: kept.join(' ') });
  if (recovered)
    changeHeader(open, header, 'user.recovered', {
      user: unlocked.user.id,
      name: unlocked.user.name,
      publicKey: Buffer.from(unlocked.publicKey).toString('base64'),
    });
  const renewed = writeCopy(folder, header);
  const swept = sweepObjects(database, open.objects);
  for (const { one, events } of settleLogImports(database))
    vault.transact(({ ledger }) => {
      const { caseId, exhibitId, id, state } = one;
      ledger.audit(
        state === 'withdrawn' ? 'log.withdrawn' : 'log.restored',
        { caseId, exhibitId },
        { import: id, events, reason: 'unfinished' },
      );
    });
  vault.transact(({ ledger }) => {
    ledger.audit('vault.opened', {}, { version: open.options.version });
    if (renewed) ledger.audit('header.copy-renewed', {}, {});
    // A ledger entry is no place for thousands of names; the counts are always whole.
    const { pending, orphans, returned } = swept;
    if (pending + orphans.length > 0)
      ledger.audit('objects.swept', {}, { pending, orphans: orphans.length, names: orphans.slice(0, 100).map(nameOf).join(' ') });
    if (returned.length > 0) ledger.audit('objects.returned', {}, { objects: returned.length, names: returned.slice(0, 100).join(' ') });
  });
  open.objects.settle(swept.orphans);
}

function assemble(
  entering: Entering,
  database: Database,
  release: () => void,
  logKey: SigningKey,
  findings: readonly FailureError[],
): OpenVault {
  const { folder, options } = entering;
  const { header, unlocked } = entering;
  const records = openRecords(database, { actor: unlocked.user, key: unlocked.signingKey, publicKey: unlocked.publicKey }, options.now);
  const keeper = keepCheckpoint(() =>
    writeCheckpoint(folder, header.vaultId, [readHead(database, 'custody'), readHead(database, 'audit')], logKey),
  );
  const objects = createObjectStore({ folder, keys: unlocked.keys, vaultId: header.vaultId, workers: options.workers });
  const followers = new Set(options.changed ? [options.changed] : []);
  const [refusal] = findings;
  let closed = false;
  const vault: Vault = {
    id: header.vaultId,
    name: vaultName(folder),
    user: unlocked.user,
    read: records.read,
    ...(refusal === undefined ? {} : { readingOnly: refusal.failure }),
    objects: {
      ...objects,
      async seal(path, sealing) {
        const sealed = await objects.seal(path, sealing);
        recordResealed({ database, objects, vault }, sealed);
        return sealed;
      },
      takeBack(file, object) {
        const displaced = objects.takeBack(file, object);
        const found = displaced === undefined ? {} : { displaced: { file: displaced, problem: 'it was not what its name says' } };
        recordResealed({ database, objects, vault }, { object, stored: true, ...found });
      },
    },
    transact(work) {
      if (closed) throw new FailureError('vault.locked');
      if (refusal !== undefined) throw new FailureError(refusal.code, refusal.failure.values);
      const value = transactNoted(database, records, work);
      keeper.touch();
      const change = records.notes.take();
      if (change) for (const follower of followers) follower(change);
      return value;
    },
    follow: (follower) => void followers.add(follower),
    signingIdentity: () => ({
      chain: open.unlocked.certificateChain.map((one) => Uint8Array.from(one)),
      privateKey: Uint8Array.from(open.unlocked.certificateKey),
      ownMade: open.unlocked.ownMade,
    }),
    checkpoint: () =>
      [readHead(database, 'custody'), readHead(database, 'audit')].map((head) => formatCheckpoint(header.vaultId, head, logKey)).join('\n'),
  };
  const open: OpenVault = {
    vault,
    records,
    folder,
    database,
    objects,
    options,
    logKey,
    keeper,
    header,
    unlocked,
    findings,
    damage: refusal && sentenceOf(findings),
    session: () => sessionOf(open),
    close(reason) {
      if (closed) return;
      const writeDown = () => {
        // Whoever follows could not ask for it any more.
        followers.clear();
        vault.transact(({ ledger }) => ledger.audit('vault.locked', {}, { reason }));
      };
      const sound = refusal === undefined;
      toTheEnd(
        () => sound && writeDown(),
        () => sound && keeper.flush(),
        () => sound && database.checkpoint(),
        () => {
          closed = true;
          keeper.stop();
        },
        () => objects.close(),
        () => database.close(),
        () => open.unlocked.wipe(),
        () => void logKey.seed.fill(0),
        release,
      );
    },
  };
  return open;
}

/** What is rolled back was not written. */
function transactNoted<T>(database: Database, { write, notes }: OpenRecords, work: (records: WriteRecords) => T): T {
  try {
    return database.transact(() => work(write));
  } catch (error) {
    notes.take();
    throw error;
  }
}

function sessionOf({ vault, header, damage, findings }: OpenVault): VaultSession {
  const slot = header.slots.find((one) => one.kind === 'user' && one.id === vault.user.id);
  return {
    vaultId: vault.id,
    name: vault.name,
    user: { id: vault.user.id, name: vault.user.name, createdAt: slot?.createdAt ?? header.createdAt },
    ...(damage === undefined
      ? {}
      : { damage, findings: findings.map(({ code, failure: { values } }) => ({ code, values })), goOn: passOf(findings) }),
  };
}
