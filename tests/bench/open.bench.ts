import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCore } from '../../electron/core/index.ts';
import { openDatabase } from '../../electron/core/vault/database/database.ts';
import { readHeader } from '../../electron/core/vault/keys/header.ts';
import { unlock } from '../../electron/core/vault/keys/slots.ts';
import type { CaseId } from '../../shared/model/identifier.ts';

const PASSPHRASE = 'seven lamps on the corridor';
const ROUNDS = 6;

interface Row {
  readonly work: string;
  readonly ours: number;
  readonly peer: number;
  readonly ratio: number;
  readonly unit: string;
  readonly bound: number;
}

/**
 * From the passphrase to the first answer of the timeline, against one scan of the event table by a connection as cold.
 * 250,000 events; 1,000,000, the number the bound is stated for, with CASEWRIGHT_BENCH_FULL=1.
 */
export default async function measureOpen(): Promise<readonly Row[]> {
  const events = process.env['CASEWRIGHT_BENCH_FULL'] === '1' ? 1_000_000 : 250_000;
  const temporary = mkdtempSync(join(tmpdir(), 'casewright-bench-'));
  const folder = join(temporary, 'Bench.casewright');
  try {
    const caseId = await makeVault(folder, events);
    const path = join(folder, 'case.db');
    const key = await databaseKey(folder);
    const times = { ours: [] as number[], peer: [] as number[] };
    for (let round = 0; round < ROUNDS; round += 1) {
      times.peer.push(scanOnce(path, key, events));
      times.ours.push(await openOnce(folder, caseId));
    }
    const [ours, peer] = [Math.min(...times.ours), Math.min(...times.peer)];
    return [
      {
        work: `open a vault of ${events} events to first answer: against one full scan`,
        ours,
        peer,
        ratio: ours / peer,
        unit: 'ms',
        bound: 2,
      },
    ];
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

async function openOnce(folder: string, caseId: CaseId): Promise<number> {
  const core = createCore();
  const start = performance.now();
  await answer(core.call('vault.open', { folder, passphrase: PASSPHRASE }));
  const extent = await answer(core.call('timeline.extent', { caseId }));
  const elapsed = performance.now() - start;
  if (!extent) throw new Error('the timeline is empty');
  await core.close();
  return elapsed;
}

/** Every row of the table, every column the timeline needs, given to JavaScript and dropped. */
function scanOnce(path: string, key: Uint8Array, events: number): number {
  const start = performance.now();
  const database = openDatabase({ path, key, mode: 'open' });
  let rows = 0;
  for (const _row of database.stream('SELECT ordinal, id, title, lane, standing, earliest, latest, precision, approximate FROM event'))
    rows += 1;
  const elapsed = performance.now() - start;
  database.close();
  if (rows !== events) throw new Error(`the table has ${rows} rows`);
  return elapsed;
}

async function makeVault(folder: string, events: number): Promise<CaseId> {
  const core = createCore();
  await answer(core.call('vault.create', { folder, user: 'Bench', passphrase: PASSPHRASE }));
  const { id } = await answer(core.call('case.create', { reference: 'BENCH', title: 'Bench', zone: 'Asia/Shanghai' }));
  await core.close();
  const database = openDatabase({ path: join(folder, 'case.db'), key: await databaseKey(folder), mode: 'open' });
  database.run(
    `INSERT INTO event (id, case_id, earliest, latest, lane, standing, precision, approximate, uncertain, title, edtf, phrase, zone, basis, location, entered_at, entered_by, description)
      WITH RECURSIVE counter (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM counter WHERE n + 1 < ?)
      SELECT lower(printf('%s-%s-4%s-8%s-%s', hex(randomblob(4)), hex(randomblob(2)), substr(hex(randomblob(2)), 2), substr(hex(randomblob(2)), 2), hex(randomblob(6)))),
        ?, 1900000000000 + n * 37000, 1900000000000 + n * 37000 + 60000, 'incident', 'asserted', 'minute', 0, 0, 'Door of room ' || (n % 1800) || ' opened', '2031-05-14T23:34',
        '2031-05-14 23:34', 'Asia/Shanghai', 'as entered', 'Hotel', 1900000000000, 'Bench', '' FROM counter`,
    events,
    id,
  );
  database.checkpoint();
  database.close();
  return id;
}

async function databaseKey(folder: string): Promise<Uint8Array> {
  return (await unlock(readHeader(folder), undefined, PASSPHRASE)).keys.database;
}

async function answer<T>(
  call: Promise<{ readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: { readonly message: string } }>,
): Promise<T> {
  const result = await call;
  if (!result.ok) throw new Error(result.failure.message);
  return result.value;
}
