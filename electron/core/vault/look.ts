import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { VaultId } from '../../../shared/model/identifier.ts';
import type { LedgerHead } from '../../../shared/model/ledger.ts';
import { type FailureCode, FailureError } from '../../../shared/result.ts';
import { stageFile } from '../disk/replace-file.ts';
import type { Database } from './database/database.ts';
import { SCHEMA } from './database/migrations/index.ts';
import { assertKnownSchema } from './database/migrations/migrate.ts';
import { openForReading, openUpgradedCopy, type Reading } from './database/reading.ts';
import { assertExtends, assertWholeTail, CHECKPOINT_FILE, type CheckpointHead, readCheckpoint } from './ledger/checkpoint.ts';
import { DATABASE_FILE } from './open-vault.ts';

/** What a look can find wrong and the vault be read in spite of. */
const READABLE: ReadonlySet<FailureCode> = new Set([
  'vault.database-damaged',
  'vault.checkpoint-missing',
  'vault.checkpoint-damaged',
  'vault.ledger-short',
  'vault.ledger-other',
  'disk.denied',
  'disk.failed',
]);

/** What a person who has read of it may go on writing in spite of: the pages that are written to are whole. */
const PASSABLE: ReadonlySet<FailureCode> = new Set([
  'vault.header-damaged',
  'vault.checkpoint-missing',
  'vault.checkpoint-damaged',
  'vault.ledger-short',
  'vault.ledger-other',
]);

export interface Look {
  readonly folder: string;
  readonly vaultId: VaultId;
  readonly databaseKey: Uint8Array;
  readonly checkpointKey: Uint8Array;
  readonly known: readonly LedgerHead[];
  /** Found wrong before: the header, or a disk that takes no lock. */
  readonly before: readonly FailureError[];
}

export interface Found {
  readonly findings: readonly FailureError[];
  readonly reading: Reading;
  readonly schema: number;
}

/**
 * Looks before anything is touched: a vault that is damaged or was rolled back stays exactly as it was found, and can be read.
 * The database stays open for that. Throws vault.rollback, vault.database-future and what lets nothing be read.
 */
export function look(at: Look): Found {
  const reading = openForReading(join(at.folder, DATABASE_FILE), at.databaseKey);
  try {
    const { database } = reading;
    const schema = assertKnownSchema(database);
    const heads: CheckpointHead[] = [...at.known];
    // Each by itself: damage in one place must not hide that the rest was rolled back.
    const findings = [
      () => assertOwner(database, at.vaultId),
      () => assertWholeTail(database),
      () => void heads.push(...readCheckpoint(at.folder, at.vaultId, at.checkpointKey)),
      () => database.assertFileSize(false),
    ].flatMap(findingOf);
    findings.push(...heads.flatMap((head) => findingOf(() => assertExtends(database, [head]))));
    return { findings: withoutRepetition([...at.before, ...findings]), reading, schema };
  } catch (error) {
    leave(reading);
    throw error;
  }
}

export function leave({ database, forget }: Reading): void {
  try {
    database.close();
  } finally {
    forget();
  }
}

/** The same for a database of an older schema, which only a copy of it can be brought to. Throws vault.damaged-older. */
export function readableBy({ folder, databaseKey }: Look, { findings, reading, schema }: Found): Reading {
  if (schema === SCHEMA) return reading;
  leave(reading);
  try {
    return openUpgradedCopy(join(folder, DATABASE_FILE), databaseKey);
  } catch (error) {
    if (!(error instanceof FailureError)) throw error;
    throw new FailureError('vault.damaged-older', { problem: sentenceOf(findings), version: schema }, { cause: error });
  }
}

export function sentenceOf(findings: readonly FailureError[]): string {
  return findings.map(wordsOf).join(' ');
}

/**
 * What a person must repeat who has read the findings and goes on: it changes with every word of them, so that nobody goes on in spite of
 * something else than was read. Undefined where nobody can.
 */
export function passOf(findings: readonly FailureError[]): string | undefined {
  if (findings.length === 0 || findings.some(({ code }) => !PASSABLE.has(code))) return undefined;
  return createHash('sha256').update(sentenceOf(findings)).digest('hex').slice(0, 8);
}

/** What going on would write over is kept beside it: the checkpoint, and the log whose damaged part is left out. Answers the names. */
export function keepFound(folder: string, now: number): readonly string[] {
  const stamp = new Date(now).toISOString().replace(/[-:]/g, '').replace(/\..*/, 'Z');
  return [CHECKPOINT_FILE, `${DATABASE_FILE}-wal`]
    .filter((name) => existsSync(join(folder, name)))
    .map((name) => {
      const kept = `${name}.found.${stamp}`;
      stageFile(join(folder, kept), [readFileSync(join(folder, name))]).commit();
      return kept;
    });
}

function assertOwner(database: Database, vaultId: VaultId): void {
  const owner = database.get<{ vaultId: string }>('SELECT vault_id AS vaultId FROM vault')?.vaultId;
  if (owner !== vaultId) throw new FailureError('vault.rollback', { problem: 'case.db belongs to another vault' });
}

function findingOf(work: () => void): FailureError[] {
  try {
    work();
    return [];
  } catch (error) {
    if (!(error instanceof FailureError)) throw error;
    if (READABLE.has(error.code)) return [error];
    throw error;
  }
}

function withoutRepetition(findings: readonly FailureError[]): readonly FailureError[] {
  return [...new Map(findings.map((one) => [one.message, one])).values()];
}

function wordsOf({ code, failure }: FailureError): string {
  const problem = String(failure.values['problem']);
  if (code === 'vault.header-damaged') return `vault.json: ${problem}; its copy was used`;
  return code === 'vault.database-damaged' ? problem : failure.message;
}
