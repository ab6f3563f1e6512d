import { copyFileSync, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { FailureError } from '../../../../shared/result.ts';
import { diskFailure } from '../../disk/durable.ts';
import { type Database, openDatabase } from './database.ts';
import { migrate } from './migrations/migrate.ts';

/** A database that is only read. */
export interface Reading {
  readonly database: Database;
  /** Once it is closed: takes away the copy it was read from, where one was needed. */
  forget(): void;
}

const nothing = (): void => undefined;
const LOG = '-wal';

/**
 * Opens `case.db` for reading by the first way that works: as it lies there; without the shared file SQLite keeps beside it, for which
 * a full disk has no room; as a copy in a private folder, for media that take no file at all; and that copy without its log, when the log
 * itself stands in the way. A copy is as encrypted as its original. Throws what the first way met.
 */
export function openForReading(path: string, key: Uint8Array): Reading {
  const ways = [
    () => ({ database: openDatabase({ path, key, mode: 'examine' }), forget: nothing }),
    // Closing this one would bring its log into the file, which is not looking any more.
    ...(hasLog(path) ? [] : [() => ({ database: openDatabase({ path, key, mode: 'still' }), forget: nothing })]),
    () => openCopy(path, true, (copy) => openDatabase({ path: copy, key, mode: 'examine' })),
    ...(hasLog(path) ? [() => openCopy(path, false, (copy) => openDatabase({ path: copy, key, mode: 'examine' }))] : []),
  ];
  let first: unknown;
  for (const way of ways) {
    try {
      return way();
    } catch (error) {
      if (!(error instanceof FailureError) || error.code === 'vault.in-use' || error.code === 'vault.database-plain') throw error;
      first ??= error;
    }
  }
  throw first;
}

/** A copy brought to the schema it can be read by, where the vault itself cannot be written to. Throws what stands in the way. */
export function openUpgradedCopy(path: string, key: Uint8Array): Reading {
  return openCopy(path, true, (copy) => {
    const database = openDatabase({ path: copy, key, mode: 'open' });
    try {
      migrate(database, copy, nothing);
    } finally {
      database.close();
    }
    return openDatabase({ path: copy, key, mode: 'examine' });
  });
}

function hasLog(path: string): boolean {
  const log = `${path}${LOG}`;
  return existsSync(log) && statSync(log).size > 0;
}

function openCopy(path: string, withLog: boolean, open: (copy: string) => Database): Reading {
  const folder = copyAside(path, withLog);
  const forget = (): void => rmSync(folder, { recursive: true, force: true });
  try {
    return { database: open(join(folder, basename(path))), forget };
  } catch (error) {
    forget();
    throw error;
  }
}

function copyAside(path: string, withLog: boolean): string {
  let folder: string | undefined;
  try {
    folder = mkdtempSync(join(tmpdir(), 'casewright-reading-'));
    copyFileSync(path, join(folder, basename(path)));
    if (withLog && hasLog(path)) copyFileSync(`${path}${LOG}`, join(folder, `${basename(path)}${LOG}`));
    return folder;
  } catch (error) {
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
    throw diskFailure(error, dirname(path));
  }
}
