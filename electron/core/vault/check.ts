import type { VaultCheck, VaultProblem } from '../../../shared/contract/vault.ts';
import { FailureError } from '../../../shared/result.ts';
import type { SealedObject, VaultTending } from '../domain/ports/index.ts';
import { assertExtends, assertWholeTail, readCheckpoint } from './ledger/checkpoint.ts';
import { checkDatabase } from './database/database-check.ts';
import { checkSeal, HEADER_COPY_FILE, readHeader } from './keys/header.ts';
import { assertFolder } from './folder/vault-folder.ts';
import { type ActorKeys, type LedgerProblem, verifyLedger } from './ledger/ledger-check.ts';
import { listObjects } from './database/tables/evidence/exhibit.ts';
import type { OpenVault } from './open-vault.ts';
import { nextTurn } from '../domain/ports/turn.ts';

type Options = Parameters<VaultTending['check']>[0];

/** Looks at everything a vault is made of and names what is wrong with each part; nothing is repaired. */
export async function checkVault(open: OpenVault, options: Options): Promise<VaultCheck> {
  const problems: VaultProblem[] = [];
  const counts: Record<string, number> = { pages: 0, entries: 0, objects: 0, objectBytes: 0 };
  const step = (item: string, done = 0, total: number | null = null, bytes = 0, totalBytes: number | null = null) => {
    if (options.signal.aborted) throw new FailureError('job.cancelled');
    options.progress({ done, total, bytes, totalBytes, item });
  };
  assertFolder(open.folder);
  open.keeper.flush();
  for (const { pages } of checkDatabase(open.database, open.unlocked.keys.database, problems)) {
    counts['pages'] = (counts['pages'] ?? 0) + pages;
    step('case.db', counts['pages']);
    await nextTurn();
  }
  const ledger = await verifyLedger(open.database, options);
  counts['entries'] = ledger.entries;
  problems.push(...ledger.problems.map(ledgerProblem), ...checkHeader(open, ledger.keys), ...checkCheckpoint(open));
  await checkObjects(open, options, problems, counts, step);
  problems.push(...checkExhibits(open));
  const quarantined = open.objects.quarantined().map(({ file, name, sealedBytes }) => ({ file, object: name, sealedBytes }));
  const result: VaultCheck = { sound: problems.length === 0, deep: options.deep, problems, counts, quarantined };
  remember(open, result);
  return result;
}

function checkHeader({ folder, header, unlocked }: OpenVault, keys: ActorKeys): VaultProblem[] {
  const problems: VaultProblem[] = [];
  try {
    const onDisk = readHeader(folder);
    checkSeal(onDisk, unlocked.keys.header);
    if (onDisk.seal !== header.seal)
      problems.push({ area: 'header', subject: 'vault.json', problem: 'it was exchanged while the vault was open' });
  } catch (error) {
    problems.push({ area: 'header', subject: 'vault.json', problem: wordsOf(error) });
  }
  try {
    checkSeal(readHeader(folder, HEADER_COPY_FILE), unlocked.keys.header);
  } catch (error) {
    problems.push({ area: 'header', subject: HEADER_COPY_FILE, problem: wordsOf(error) });
  }
  for (const slot of header.slots) {
    if (slot.kind === 'user' && !keys.find(slot.id, slot.publicKey)) {
      problems.push({ area: 'header', subject: slot.name, problem: 'the ledger does not know this user’s signing key' });
    }
  }
  return problems;
}

function checkCheckpoint({ folder, database, header, logKey }: OpenVault): VaultProblem[] {
  try {
    assertWholeTail(database);
    assertExtends(database, readCheckpoint(folder, header.vaultId, logKey.publicKey));
    return [];
  } catch (error) {
    return [{ area: 'checkpoint', subject: 'checkpoint', problem: wordsOf(error) }];
  }
}

async function checkObjects(
  open: OpenVault,
  { deep, signal }: Options,
  problems: VaultProblem[],
  counts: Record<string, number>,
  step: (item: string, done: number, total: number, bytes: number, totalBytes: number) => void,
): Promise<void> {
  let objects: ReturnType<typeof listObjects>;
  try {
    objects = listObjects(open.database);
  } catch (error) {
    problems.push({ area: 'object', subject: 'all objects', problem: `their list cannot be read: ${wordsOf(error)}` });
    return;
  }
  const totalBytes = objects.reduce((sum, one) => sum + one.bytes, 0);
  for (const [index, one] of objects.entries()) {
    const subject = one.exhibits || one.name;
    step(subject, index, objects.length, counts['objectBytes'] ?? 0, totalBytes);
    const problem = checkSealedObject(open, one, subject) ?? (deep ? await checkContent(open, one, signal) : undefined);
    if (problem !== undefined) problems.push({ area: 'object', subject, problem });
    counts['objects'] = index + 1;
    counts['objectBytes'] = (counts['objectBytes'] ?? 0) + one.bytes;
    if (index % 64 === 63) await nextTurn();
  }
  step('objects', objects.length, objects.length, totalBytes, totalBytes);
}

/** Opening compares size, header and salt without reading the content. */
function checkSealedObject({ objects }: OpenVault, object: SealedObject, subject: string): string | undefined {
  try {
    objects.open(object, subject).close();
    return undefined;
  } catch (error) {
    return wordsOf(error);
  }
}

async function checkContent({ objects }: OpenVault, object: SealedObject, signal: AbortSignal): Promise<string | undefined> {
  const { outcome, actual } = await objects.verify(object, { signal });
  if (outcome === 'matches') return undefined;
  return outcome === 'missing' ? 'it is missing' : `it was altered (${actual ? `its SHA-256 is ${actual}` : 'a part of it does not open'})`;
}

/** Rows against the signed ledger: an exhibit whose page was put back to an older state no longer says what was signed. */
function checkExhibits({ database }: OpenVault): VaultProblem[] {
  try {
    const differing = database.all<{ subject: string; acquired: number | null }>(
      `SELECT case_record.reference || '/' || exhibit.number AS subject, custody_entry.sequence AS acquired FROM exhibit
        JOIN case_record ON case_record.id = exhibit.case_id
        LEFT JOIN custody_entry ON custody_entry.exhibit_id = exhibit.id AND custody_entry.act = 'acquired'
        WHERE custody_entry.sequence IS NULL OR COALESCE(custody_entry.body ->> '$.detail.sha256', exhibit.sha256) <> exhibit.sha256`,
    );
    const unknown = database.all<{ sequence: number }>(
      // The table itself, not its index: an old page put back leaves the index knowing more than the rows.
      `SELECT sequence FROM custody_entry WHERE act = 'acquired' AND exhibit_id NOT IN (SELECT +id FROM exhibit NOT INDEXED)`,
    );
    return [
      ...differing.map(
        ({ subject, acquired }): VaultProblem => ({
          area: 'database',
          subject,
          problem:
            acquired === null
              ? 'the custody ledger has no entry of its acquisition'
              : `its hash is not the one signed in custody entry ${acquired}`,
        }),
      ),
      ...unknown.map(
        ({ sequence }): VaultProblem => ({
          area: 'database',
          subject: `custody entry ${sequence}`,
          problem: 'the exhibit it acquired has no row',
        }),
      ),
    ];
  } catch (error) {
    wordsOf(error);
    // The damage itself was named above, table by table.
    return [];
  }
}

function remember(open: OpenVault, { sound, deep, problems }: VaultCheck): void {
  if (open.damage !== undefined) return;
  try {
    open.vault.transact(({ ledger }) => {
      open.database.run('UPDATE vault SET checked_at = ?', open.options.now());
      open.records.notes.noun('vault');
      ledger.audit('vault.checked', {}, { deep, sound, problems: problems.length });
    });
  } catch (error) {
    wordsOf(error);
  }
}

function ledgerProblem({ chain, sequence, problem }: LedgerProblem): VaultProblem {
  return { area: 'ledger', subject: sequence === null ? `${chain} ledger` : `${chain} entry ${sequence}`, problem };
}

/** What a failure says is wrong; whatever is no failure is a defect and goes on. */
function wordsOf(error: unknown): string {
  if (!(error instanceof FailureError) || error.code === 'job.cancelled') throw error;
  return String(error.failure.values['problem'] ?? error.message);
}
