import { basename, dirname, join } from 'node:path';
import { invariant } from '../../../../../shared/assert.ts';
import { FailureError } from '../../../../../shared/result.ts';
import type { Database } from '../database.ts';
import { damaged } from '../database-errors.ts';
import { stageFile } from '../../../disk/replace-file.ts';
import { migrations } from './index.ts';
import type { Migration } from './migration.ts';

export interface Migrated {
  readonly from: number;
  readonly to: number;
  /** File name of the copy of the database as it was before, in the vault folder; null for a database just made. */
  readonly copy: string | null;
}

/** Throws vault.database-future. */
export function assertKnownSchema(database: Database, steps: readonly Migration[] = migrations): number {
  const version = Number(database.pragma('user_version'));
  if (version > steps.length) throw new FailureError('vault.database-future', { version });
  return version;
}

/**
 * Brings the database to the newest schema: every missing step, `user_version` and what `record` writes into the ledger are one transaction.
 * Before an existing database is touched, a copy is put beside it. Throws vault.migration-failed; the database is then as it was.
 */
export function migrate(
  database: Database,
  path: string,
  record: (migrated: Migrated) => void,
  steps: readonly Migration[] = migrations,
): Migrated | undefined {
  steps.forEach((step, index) => invariant(step.version === index + 1, 'migrations are numbered 1, 2, 3, … without gaps'));
  const from = assertKnownSchema(database, steps);
  if (from === steps.length) return undefined;
  const copy = from === 0 ? null : copyDatabase(database, path, from);
  const migrated = { from, to: steps.length, copy };
  try {
    database.transact(() => {
      for (const step of steps.slice(from)) step.apply(database);
      database.pragma(`user_version = ${steps.length}`);
      const loose = database.all('PRAGMA foreign_key_check');
      if (loose.length > 0) throw new Error(`${loose.length} rows would point nowhere`);
      record(migrated);
    });
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    throw new FailureError('vault.migration-failed', { version: steps.length, problem, copy: copy ?? '-' }, { cause: error });
  }
  return migrated;
}

const CHUNK = 4 * 1024 * 1024;

function copyDatabase(database: Database, path: string, version: number): string {
  database.checkpoint();
  const stamp = new Date().toISOString().replace(/[-:]/g, '').replace(/\..*/, 'Z');
  const copy = `${basename(path)}.schema-${version}.${stamp}`;
  stageFile(join(dirname(path), copy), chunksOf(database)).commit();
  return copy;
}

function* chunksOf(database: Database): Generator<Uint8Array> {
  const length = database.fileBytes();
  for (let at = 0; at < length; ) {
    const chunk = database.readFile(at, Math.min(CHUNK, length - at));
    if (chunk.byteLength === 0) throw damaged(`the file ends after ${at} of ${length} bytes`);
    yield chunk;
    at += chunk.byteLength;
  }
}
