import { randomUUID } from 'node:crypto';
import { accessSync, constants, existsSync, readFileSync, rmSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { instant, type Instant } from '../../../../shared/model/identifier.ts';
import { FailureError } from '../../../../shared/result.ts';
import { diskFailure } from '../../disk/durable.ts';
import { replaceFile } from '../../disk/replace-file.ts';
import { isThisProcess, liveness, processIdentity, thisProcess } from './live-process.ts';

const LOCK_FILE = 'vault.lock';
/** Stays empty for ever; the system's lock on it serialises looking at the lock file and changing it. */
const GUARD_FILE = 'vault.lock-guard';
const GUARD_PATIENCE_MILLISECONDS = 10_000;

const lockRecord = z.strictObject({
  token: z.uuid(),
  user: z.string().max(256),
  program: z.string().max(256),
  since: instant,
  process: processIdentity,
});
type LockRecord = z.infer<typeof lockRecord>;

export interface LockHolder {
  /** What holds the vault, for whoever finds it in use: `desktop`, `command line`. */
  readonly program: string;
  readonly now: Instant;
  /** The system's user name when not given. */
  readonly user?: string;
}

/**
 * Makes this process the only one that has the vault open, until the answered function is called.
 *
 * The lock file names its holder. A process on this machine that no longer runs (its identifier is free, belongs to a
 * process started at another time, or the machine was restarted since) has lost it. What runs on another machine, or in
 * another container, cannot be seen from here and is never guessed.
 * Throws vault.in-use, vault.in-use-elsewhere, vault.missing, disk.*.
 */
export function acquireLock(folder: string, holder: LockHolder): () => void {
  if (!existsSync(folder)) throw new FailureError('vault.missing', { folder });
  const record: LockRecord = {
    token: randomUUID(),
    user: holder.user ?? systemUser(),
    program: holder.program,
    since: holder.now,
    process: thisProcess(),
  };
  guarded(folder, () => {
    refuseWhileHeld(folder);
    try {
      replaceFile(join(folder, LOCK_FILE), JSON.stringify(record));
    } catch (error) {
      removeOwn(folder, record.token);
      throw error;
    }
  });
  held.add(record.token);
  return () => releaseLock(folder, record.token);
}

/** Tokens of the locks this process has: another one that names it was left by an opening or closing that failed. */
const held = new Set<string>();

function releaseLock(folder: string, token: string): void {
  held.delete(token);
  // A folder that is gone took its lock with it.
  if (!existsSync(folder)) return;
  try {
    guarded(folder, () => removeOwn(folder, token));
  } catch {
    // While its holder runs nobody else touches the lock file, so that it can be taken away without the guard, too.
    removeOwn(folder, token);
  }
}

/**
 * Runs `work` while no other process does. The system drops this lock with its process, so that it can never be stale;
 * it is not the vault's lock itself because it would tell neither who holds it nor, on a network drive, always the truth.
 */
function guarded(folder: string, work: () => void): void {
  const path = join(folder, GUARD_FILE);
  let guard: Database.Database | undefined;
  try {
    guard = new Database(path, { timeout: GUARD_PATIENCE_MILLISECONDS });
    guard.exec('BEGIN EXCLUSIVE');
    work();
  } catch (error) {
    if (error instanceof Database.SqliteError) assertWritable(folder);
    if (error instanceof Database.SqliteError && error.code === 'SQLITE_FULL') throw new FailureError('disk.full', {}, { cause: error });
    if (error instanceof Database.SqliteError) throw new FailureError('disk.failed', { path, problem: error.code }, { cause: error });
    throw diskFailure(error, path);
  } finally {
    guard?.close();
  }
}

/** The system's own reason where the folder takes no file; SQLite says only that it could not. Throws disk.denied. */
function assertWritable(folder: string): void {
  try {
    accessSync(folder, constants.W_OK);
  } catch (error) {
    throw diskFailure(error, folder);
  }
}

/**
 * For whoever only reads, where the folder takes no lock: a full disk, or media that cannot be written to. Nobody who runs here may have it
 * open for writing; what an elsewhere that is long gone left on such media can be taken away by nobody. Throws vault.in-use.
 */
export function assertNotHeldHere(folder: string): void {
  const present = read(folder);
  if (typeof present !== 'object' || liveness(present.process) !== 'alive') return;
  if (!isThisProcess(present.process) || held.has(present.token)) throw new FailureError('vault.in-use', { holder: describe(present) });
}

function refuseWhileHeld(folder: string): void {
  const present = read(folder);
  if (present === 'none') return;
  const file = join(folder, LOCK_FILE);
  // Written by rename, so never half there: something else overwrote it, and who holds the vault is unknown.
  if (present === 'unreadable') throw new FailureError('vault.in-use-elsewhere', { holder: '?', file });
  switch (liveness(present.process)) {
    case 'dead':
      return;
    case 'alive':
      if (isThisProcess(present.process) && !held.has(present.token)) return;
      throw new FailureError('vault.in-use', { holder: describe(present) });
    case 'elsewhere':
      throw new FailureError('vault.in-use-elsewhere', { holder: describe(present), file });
  }
}

function removeOwn(folder: string, token: string): void {
  const present = read(folder);
  if (present !== 'none' && present !== 'unreadable' && present.token === token) rmSync(join(folder, LOCK_FILE), { force: true });
}

function describe({ user, program, since, process }: LockRecord): string {
  const time = Temporal.Instant.fromEpochMilliseconds(since).toString({ smallestUnit: 'second' });
  return `${user}@${process.host} (${program} ${process.pid}, ${time})`;
}

function read(folder: string): LockRecord | 'none' | 'unreadable' {
  try {
    const parsed = lockRecord.safeParse(JSON.parse(readFileSync(join(folder, LOCK_FILE), 'utf8')));
    return parsed.success ? parsed.data : 'unreadable';
  } catch (error) {
    if (error instanceof SyntaxError) return 'unreadable';
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 'none';
    throw error;
  }
}

function systemUser(): string {
  try {
    return userInfo().username;
  } catch {
    // A process may run under a number that has no name.
    return String(process.getuid?.() ?? '?');
  }
}
