import { spawn } from 'node:child_process';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CaseId, ExhibitId } from '../../shared/model/identifier.ts';
import { doorLog, sealLog } from '../support/logs.ts';
import { openTemplateVault, type TestVault } from '../support/vault.ts';

const ROWS = 60_000;
const ZONE = 'Asia/Shanghai';
const PROCESS = new URL('../support/log-importing-process.ts', import.meta.url).pathname;
let vault: TestVault;
let caseId: CaseId;
let exhibitId: ExhibitId;

beforeAll(async () => {
  vault = await openTemplateVault();
  caseId = (await vault.ask('case.create', { reference: 'L-1', title: 'Log', zone: ZONE })).id;
  exhibitId = await sealLog(vault, caseId, 'door.csv', doorLog(ROWS));
});
afterAll(() => vault.dispose());

/** Runs the import in a process of its own and kills it once so many rows were reported. */
function importUntil(rows: number): Promise<'killed' | 'done'> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [PROCESS, vault.folder, exhibitId, ZONE], {
      env: { TEST_PASSPHRASE: vault.passphrase, NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'] },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let errors = '';
    child.stderr.on('data', (piece: Buffer) => (errors += piece));
    child.stdout.on('data', (piece: Buffer) => {
      const last = Number(String(piece).trim().split('\n').at(-1));
      if (last >= rows) child.kill('SIGKILL');
    });
    child.on('error', reject);
    child.on('close', (code, signal) =>
      signal === 'SIGKILL' ? resolve('killed') : code === 0 ? resolve('done') : reject(new Error(errors)),
    );
  });
}

test('an import a crash cut short is named and withdrawn at the next opening, and the log can be imported again', {
  timeout: 180_000,
}, async () => {
  for (const rows of [1, 25_000]) {
    await vault.ask('vault.lock', {});
    expect(await importUntil(rows)).toBe('killed');
    await vault.ask('vault.open', { folder: vault.folder, passphrase: vault.passphrase });
    const imports = await vault.ask('log.list', { caseId });
    expect(imports.at(-1)).toMatchObject({ exhibitId, state: 'withdrawn' });
    expect((await vault.ask('event.page', { caseId, from: 0, count: 1 })).total).toBe(0);
    const { entries } = await vault.ask('ledger.list', { chain: 'audit', caseId, limit: 1 });
    expect(entries[0]?.body).toMatchObject({
      act: 'log.withdrawn',
      exhibitId,
      detail: { import: imports.at(-1)?.id, reason: 'unfinished' },
    });
    expect(Number(entries[0]?.body.detail['events'])).toBeGreaterThan(0);
    const check = await vault.ask('vault.check', { deep: true });
    expect([check.sound, check.problems]).toEqual([true, []]);
  }
  await vault.ask('vault.lock', {});
  expect(await importUntil(Number.POSITIVE_INFINITY)).toBe('done');
  await vault.ask('vault.open', { folder: vault.folder, passphrase: vault.passphrase });
  expect((await vault.ask('event.page', { caseId, from: 0, count: 1 })).total).toBe(ROWS);
  expect((await vault.ask('log.list', { caseId })).map(({ state }) => state)).toEqual(['withdrawn', 'withdrawn', 'standing']);
});
