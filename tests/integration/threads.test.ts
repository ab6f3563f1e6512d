import { copyFileSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { BroadcastChannel } from 'node:worker_threads';
import { writeXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { terms } from '../../electron/core/tasks/index.ts';
import { createWorkerPool } from '../../electron/core/workers/pool.ts';
import type { CaseId } from '../../shared/model/identifier.ts';
import { picture, textPdf } from '../support/case-file.ts';
import { decided, doorLog, sealLog } from '../support/logs.ts';
import { CHANNEL, type Told } from '../support/telling-worker.ts';
import { createTestVault, type TestVault } from '../support/vault.ts';

const open: TestVault[] = [];
afterAll(async () => {
  for (const vault of open) await vault.dispose();
});

async function caseWithEvidence(vault: TestVault): Promise<CaseId> {
  open.push(vault);
  const { id } = await vault.ask('case.create', { reference: 'HR-2031-014', title: 'Trip to Lanzhen', zone: 'Asia/Shanghai' });
  const evidence = join(vault.temporary, 'evidence');
  await mkdir(evidence);
  await writeFile(join(evidence, '1 account.pdf'), await textPdf(3));
  await writeFile(join(evidence, '2 chat.txt'), 'On 14 May 2031 at 22:41 the guests had not left.\n');
  await writeFile(join(evidence, '3 photo.jpg'), picture(320, 240, 'image/jpeg'));
  await vault.ask('exhibit.import', { caseId: id, paths: [evidence] });
  return id;
}

/** A copy of something sealed, as a sweep would leave it in quarantine. */
function setAside(folder: string): void {
  const objects = join(folder, 'objects');
  const found = readdirSync(objects, { recursive: true, encoding: 'utf8' }).find((path) => /[0-9a-f]{64}$/.test(path));
  if (!found) throw new Error('nothing is sealed');
  mkdirSync(join(folder, 'quarantine'), { recursive: true });
  copyFileSync(join(objects, found), join(folder, 'quarantine', `${basename(found)}.00000001`));
}

describe('threads', () => {
  const told: Told[] = [];
  const channel = new BroadcastChannel(CHANNEL);

  beforeAll(async () => {
    channel.onmessage = (event) => told.push((event as { data: Told }).data);
    const workers = createWorkerPool({ size: 2, entry: new URL('../support/telling-worker.ts', import.meta.url) });
    const vault = await createTestVault({ workers });
    const caseId = await caseWithEvidence(vault);
    const bytes = new TextEncoder().encode('a note');
    const rows = [['time', 'event'], ...Array.from({ length: 5 }, (_, index) => [`2031-05-01 10:0${index}:00`, `Door ${index}`])];
    const book = await sealLog(vault, caseId, 'book.xlsx', Buffer.from(await writeXlsx({ sheets: [{ name: 'Log', rows }] })));
    const log = await sealLog(vault, caseId, 'log.csv', doorLog(50));
    const exhibits = await vault.ask('exhibit.list', { caseId });
    for (const round of [1, 2]) {
      await vault.ask('exhibit.verify', { caseId });
      for (const { id, pages } of exhibits) {
        if (pages !== null) await vault.ask('exhibit.page', { exhibitId: id, page: 1, width: 64 });
        await vault.ask('suggestion.list', { caseId, exhibitId: id });
        await vault.ask('exhibit.export', { exhibitId: id, path: join(vault.temporary, `${round} ${id}`), purpose: 'asked for' });
      }
      setAside(vault.folder);
      await vault.ask('quarantine.takeIn', { caseId });
      await workers.run('exhibit.detect', { fileName: 'note.txt', total: bytes.length, slices: [{ from: 0, bytes }] });
      await vault.ask('log.preview', { exhibitId: book, language: 'en' });
      const preview = await vault.ask('log.preview', { exhibitId: log, language: 'en' });
      await vault.ask('log.import', { exhibitId: log, mapping: decided(preview, { zone: { fixed: 'Asia/Shanghai' } }), language: 'en' });
      await vault.ask('log.row', { exhibitId: log, sheet: null, row: 3 });
      const path = join(vault.temporary, `${round}.pdf`);
      await vault.ask('release.caseFile', { caseId, path });
      await vault.ask('timeline.export', { caseId, format: 'svg', path: join(vault.temporary, `${round}.svg`) });
      await vault.ask('release.verify', { path });
    }
  }, 240_000);

  afterAll(() => channel.close());

  const threadsOf = (which: (one: Told) => boolean): ReadonlySet<number> => new Set(told.filter(which).map(({ thread }) => thread));

  test('ran every task there is, with keys in exactly those of the trusted lane', () => {
    expect([...new Set(told.map(({ name }) => name))].toSorted()).toEqual(Object.keys(terms).toSorted());
    const keyed = new Set(told.filter(({ keys }) => keys.length > 0).map(({ name }) => name));
    expect([...keyed].toSorted()).toEqual(
      Object.entries(terms)
        .filter(([, { lane }]) => lane === 'trusted')
        .map(([name]) => name)
        .toSorted(),
    );
  });

  test('handed keys never are those in which foreign bytes were read or a file was composed', () => {
    const lanes = (['trusted', 'foreign', 'print'] as const).map((lane) =>
      threadsOf(({ name }) => terms[name as keyof typeof terms].lane === lane),
    );
    const [keys, foreign, print] = lanes as [ReadonlySet<number>, ReadonlySet<number>, ReadonlySet<number>];
    for (const threads of lanes) expect(threads.size).toBeGreaterThan(0);
    expect([...keys].filter((thread) => foreign.has(thread) || print.has(thread))).toEqual([]);
    expect([...foreign].filter((thread) => print.has(thread))).toEqual([]);
    expect([...threadsOf((one) => one.keys.length > 0)].filter((thread) => !keys.has(thread))).toEqual([]);
  });

  test('were used again, so that they could have met', () => {
    for (const lane of ['trusted', 'foreign', 'print']) {
      const runs = told.filter(({ name }) => terms[name as keyof typeof terms].lane === lane);
      expect(runs.length, lane).toBeGreaterThan(threadsOf((one) => runs.includes(one)).size);
    }
  });
});

describe('a case file that outgrows its limit', () => {
  test('is refused with the reason, and leaves no file, no release and a vault that goes on', async () => {
    const strict = { ...terms, 'print.caseFile': { ...terms['print.caseFile'], megabytes: 24 } };
    const vault = await createTestVault({ workers: createWorkerPool({ size: 1, terms: strict }) });
    const caseId = await caseWithEvidence(vault);
    const path = join(vault.temporary, 'case file.pdf');
    expect(await vault.core.call('release.caseFile', { caseId, path })).toMatchObject({
      ok: false,
      failure: {
        code: 'print.memory',
        message: 'Making the file needed more than 24 MB of memory and was stopped. No file was left.',
      },
    });
    expect(existsSync(path)).toBe(false);
    expect(await vault.ask('release.list', { caseId })).toEqual([]);
    const { exhibits } = await vault.ask('exhibit.verify', { caseId });
    expect(exhibits.map(({ outcome }) => outcome)).toEqual(['matches', 'matches', 'matches']);
    expect(await vault.ask('ledger.verify', {})).toMatchObject({ sound: true });
  }, 120_000);
});
