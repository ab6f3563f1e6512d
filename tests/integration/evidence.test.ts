import { createHash, randomBytes } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { appendFile, chmod, mkdir, readFile, rm, symlink, truncate, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createCanvas } from '@napi-rs/canvas';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CoreMessage } from '../../shared/contract/index.ts';
import type { CaseId, ExhibitId, JobId } from '../../shared/model/identifier.ts';
import { makeDocx, makePdf } from '../support/sample-originals.ts';
import { openTemplateVault, type TestVault } from '../support/vault.ts';
import { describeNotes } from '../../shared/words/notes.ts';

let vault: TestVault;
let caseId: CaseId;
let folder: string;

beforeEach(async () => {
  vault = await openTemplateVault();
  caseId = (await vault.ask('case.create', { reference: 'HR-1', title: 'Trip', zone: 'Asia/Shanghai' })).id;
  folder = join(vault.temporary, 'evidence');
  await mkdir(folder);
});

afterEach(() => vault.dispose());

async function put(name: string, content: Uint8Array | string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

const take = async (...paths: readonly string[]) =>
  (await vault.ask('exhibit.import', { caseId, paths: [...paths], source: 'Reception' })).files;
const hash = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');
const custody = async (exhibitId: ExhibitId) => (await vault.ask('exhibit.get', { exhibitId })).custody.map((entry) => entry.body);

describe('importing', () => {
  test('takes a folder in the order of its names, one exhibit per file, hashed, described and read', async () => {
    const pdf = await makePdf(['Room 1216', 'Second page']);
    await put('b-account.pdf', pdf);
    await put('a-log.csv', 'time,card\n23:33,guest\n');
    await mkdir(join(folder, 'c'));
    await put('c/memo.docx', makeDocx('<w:p><w:r><w:t>Memo</w:t></w:r></w:p>'));
    const files = await take(folder);
    expect(files.map(({ exhibit, status, findings, code }) => [exhibit, status, findings?.status, code])).toEqual([
      ['EX-0001', 'imported', 'read', ''],
      ['EX-0002', 'imported', 'read', ''],
      ['EX-0003', 'imported', 'read', ''],
    ]);
    const exhibits = await vault.ask('exhibit.list', { caseId });
    expect(exhibits.map((one) => [one.fileName, one.kind, one.pages, one.sha256 === hash(pdf)])).toEqual([
      ['a-log.csv', 'data', null, false],
      ['b-account.pdf', 'document', 2, true],
      ['memo.docx', 'document', null, false],
    ]);
    expect(exhibits[1]).toMatchObject({
      source: 'Reception',
      acquiredBy: vault.user,
      bytes: pdf.byteLength,
      method: expect.stringMatching(/^copied from disk, Casewright \d/),
    });
    expect((await vault.ask('exhibit.content', { exhibitId: (exhibits[1] as { id: ExhibitId }).id })).passages[1]).toEqual({
      place: 'page=2',
      text: 'Second page',
    });
  });

  test('leaves a custody entry for taking and one for reading', async () => {
    const path = await put('notes.txt', 'one line');
    const [file] = await take(path);
    const entries = await custody(file?.exhibitId as ExhibitId);
    expect(entries.map((entry) => entry.act)).toEqual(['acquired', 'read']);
    expect(entries[0]?.detail).toMatchObject({
      number: 'EX-0001',
      originalPath: path,
      source: 'Reception',
      sha256: hash('one line'),
      bytes: 8,
    });
    expect(entries[1]?.detail).toMatchObject({ reader: 'text', outcome: 'read', version: expect.stringMatching(/^\d/) });
    expect(await vault.ask('ledger.verify', {})).toMatchObject({ sound: true });
  });

  test('links the same bytes to the exhibit they equal instead of storing them twice', async () => {
    await take(await put('first.txt', 'same bytes'));
    const [again] = await take(await put('second.txt', 'same bytes'));
    expect(again).toMatchObject({ status: 'duplicate', exhibit: 'EX-0001', findings: { status: 'read' } });
    const { acquisitions, exhibit } = await vault.ask('exhibit.get', { exhibitId: again?.exhibitId as ExhibitId });
    expect(acquisitions.map((one) => one.fileName)).toEqual(['first.txt', 'second.txt']);
    expect((await custody(exhibit.id)).map((entry) => entry.act)).toEqual(['acquired', 'read', 'received-again']);
    expect(await vault.ask('vault.info', {})).toMatchObject({ objects: 1, exhibits: 1 });
  });

  test('knows a file it met before and leaves no second trace of it', async () => {
    const path = await put('first.txt', 'same bytes');
    await take(path);
    const [again] = await take(path);
    expect(again).toMatchObject({ status: 'duplicate', exhibit: 'EX-0001' });
    expect((await custody(again?.exhibitId as ExhibitId)).map((entry) => entry.act)).toEqual(['acquired', 'read']);
    await utimes(path, new Date(1e12), new Date(1e12));
    await take(path);
    expect((await custody(again?.exhibitId as ExhibitId)).map((entry) => entry.act)).toEqual(['acquired', 'read', 'received-again']);
  });

  test('makes an exhibit of its own of the same bytes in another case, over the same sealed object', async () => {
    const path = await put('shared.txt', 'in two cases');
    await take(path);
    const other = (await vault.ask('case.create', { reference: 'HR-2', title: 'Other', zone: 'Asia/Shanghai' })).id;
    const { files } = await vault.ask('exhibit.import', { caseId: other, paths: [path] });
    expect(files[0]).toMatchObject({ status: 'imported', exhibit: 'EX-0001' });
    expect(await vault.ask('vault.info', {})).toMatchObject({ objects: 1, exhibits: 2 });
  });

  test('gives each awkward file a clear outcome and goes on', async () => {
    await put('00-empty.pdf', '');
    await put('01-录像 说明.txt', '监控');
    await put('02-..\\..%2f..txt', 'dots');
    await symlink(join(folder, '00-empty.pdf'), join(folder, '03-link.pdf'));
    execFileSync('mkfifo', [join(folder, '04-pipe')]);
    await put('05-last.txt', 'last');
    const files = await take(folder, join(folder, 'missing.txt'));
    expect(
      files.map(({ status, findings, code }) => [status, findings?.status ?? null, code || describeNotes(findings?.notes ?? [], 'en')]),
    ).toEqual([
      ['imported', 'minimal', 'The file is empty.'],
      ['imported', 'read', ''],
      ['imported', 'read', ''],
      ['failed', null, 'exhibit.source-link'],
      ['failed', null, 'exhibit.source-special'],
      ['imported', 'read', ''],
      ['failed', null, 'exhibit.source-missing'],
    ]);
    const exhibits = await vault.ask('exhibit.list', { caseId });
    expect(exhibits.map((one) => one.fileName)).toEqual(['00-empty.pdf', '01-录像 说明.txt', '02-..\\..%2f..txt', '05-last.txt']);
    expect(await vault.ask('vault.check', { deep: true })).toMatchObject({ sound: true });
  });

  test('imports a name that is not UTF-8 and loses nothing of it', async ({ skip }) => {
    skip(process.platform !== 'linux', 'only file systems of Linux keep such a name');
    const raw = Buffer.concat([Buffer.from(`${folder}/`), Buffer.from([0xcd, 0xea, 0xff]), Buffer.from('.txt')]);
    await writeFile(raw, 'named in another code');
    const [file] = await take(folder);
    expect(file).toMatchObject({ status: 'imported', findings: { status: 'read' } });
    const { exhibit } = await vault.ask('exhibit.get', { exhibitId: file?.exhibitId as ExhibitId });
    expect(exhibit.fileName).toBe('\\xcd\\xea\\xff.txt');
    expect((await custody(exhibit.id))[0]?.detail).toMatchObject({ originalPathBytes: raw.toString('hex') });
  });

  test('says that a file or folder may not be read', async ({ skip }) => {
    skip(process.getuid?.() === 0, 'root may read everything');
    await chmod(await put('secret.txt', 'x'), 0o000);
    expect((await take(folder))[0]).toMatchObject({ status: 'failed', code: 'disk.denied' });
  });

  test('passes by a vault that lies in the folder, and says so', async () => {
    await put('a.txt', 'beside it');
    expect(await take(vault.temporary)).toMatchObject([
      { status: 'failed', file: vault.folder, code: 'exhibit.source-vault' },
      { status: 'imported', exhibit: 'EX-0001' },
    ]);
  });

  test('refuses a file that changes while it is read', async () => {
    const path = await put('growing.log', randomBytes(24 * 1024 * 1024));
    const growing = setInterval(() => void appendFile(path, 'more'), 1);
    const files = await take(path).finally(() => clearInterval(growing));
    expect(files[0]).toMatchObject({ status: 'failed', code: 'exhibit.source-changed' });
    expect(await vault.ask('exhibit.list', { caseId })).toEqual([]);
  });

  test('keeps hostile files sealed, says why they are unreadable, and reads the next', async () => {
    const bombs = {
      '1-bomb.docx': makeDocx('x', { 'word/footnotes.xml': new Uint8Array(120 * 1024 * 1024) }),
      '2-cut.pdf': (await makePdf(['one'])).slice(0, 300),
      '3-random.pdf': new Uint8Array(Buffer.concat([Buffer.from([0, 1, 2]), randomBytes(4000)])),
      '4-fine.txt': 'fine',
    };
    for (const [name, content] of Object.entries(bombs)) await put(name, content);
    const files = await take(folder);
    expect(files.map(({ status, findings }) => [status, findings?.status])).toEqual([
      ['imported', 'unreadable'],
      ['imported', 'unreadable'],
      ['imported', 'minimal'],
      ['imported', 'read'],
    ]);
    expect((await vault.ask('exhibit.verify', { caseId })).exhibits.map((one) => one.outcome)).toEqual([
      'matches',
      'matches',
      'matches',
      'matches',
    ]);
  });

  test('reports progress, and keeps what was finished when it is cancelled', async () => {
    for (let index = 0; index < 30; index++) await put(`${String(index).padStart(2, '0')}.bin`, randomBytes(400_000));
    const jobId = crypto.randomUUID() as JobId;
    const seen: CoreMessage[] = [];
    vault.core.on((message) => {
      if (message.kind === 'progress') seen.push(message);
      if (message.kind === 'progress' && message.progress.done >= 3) void vault.ask('job.cancel', { jobId });
    });
    await expect(vault.ask('exhibit.import', { caseId, paths: [folder] }, { jobId })).rejects.toMatchObject({ code: 'job.cancelled' });
    expect(seen.length).toBeGreaterThan(1);
    expect(seen[0]).toMatchObject({ progress: { total: 30, totalBytes: 12_000_000 } });
    const kept = await vault.ask('exhibit.list', { caseId });
    expect(kept.length).toBeGreaterThanOrEqual(3);
    expect(kept.length).toBeLessThan(30);
    expect(await vault.ask('vault.check', { deep: true })).toMatchObject({ sound: true });
    const files = await take(folder);
    expect(files.filter((file) => file.status === 'duplicate')).toHaveLength(kept.length);
    expect((await vault.ask('exhibit.list', { caseId })).filter((one) => one.findings.status === 'pending')).toEqual([]);
  });
});

test('a vault locked in the middle of an import stays sound, and the import goes on after the next opening', async () => {
  for (let index = 0; index < 12; index++) await put(`${String(index).padStart(2, '0')}.bin`, randomBytes(1_000_000));
  const running = vault.ask('exhibit.import', { caseId, paths: [folder] }).catch((error: { readonly code: string }) => error.code);
  await new Promise((resolve) => setTimeout(resolve, 150));
  await vault.reopen();
  expect(['job.cancelled', 'vault.locked']).toContain(await running);
  expect(await vault.ask('vault.check', { deep: true })).toMatchObject({ sound: true });
  await take(folder);
  const exhibits = await vault.ask('exhibit.list', { caseId });
  expect(exhibits.map((one) => one.findings.status)).toEqual(Array.from({ length: 12 }, () => 'minimal'));
});

describe('an exhibit', () => {
  test('is exported as the very bytes, never over another file, with a custody entry', async () => {
    const bytes = randomBytes(300_000);
    const [file] = await take(await put('clip.bin', bytes));
    const path = join(vault.temporary, 'out.bin');
    const exhibitId = file?.exhibitId as ExhibitId;
    expect(await vault.ask('exhibit.export', { exhibitId, path, purpose: 'for the court' })).toEqual({
      bytes: 300_000,
      sha256: hash(bytes),
    });
    expect(execFileSync('sha256sum', [path]).toString().slice(0, 64)).toBe(hash(bytes));
    await expect(vault.ask('exhibit.export', { exhibitId, path })).rejects.toMatchObject({ code: 'exhibit.destination-exists' });
    await expect(vault.ask('exhibit.export', { exhibitId, path: join(vault.temporary, 'no', 'x') })).rejects.toMatchObject({
      code: 'disk.folder-missing',
      message: `There is no folder ${join(vault.temporary, 'no')}.`,
    });
    expect((await readFile(path)).equals(bytes)).toBe(true);
    expect((await custody(exhibitId)).filter((entry) => entry.act === 'exported').map((entry) => entry.detail)).toEqual([
      expect.objectContaining({ purpose: 'for the court', destination: path, 'sha256.before': hash(bytes), 'sha256.after': hash(bytes) }),
    ]);
  });

  test('answers any range of its bytes', async () => {
    const bytes = randomBytes(300_000);
    const [file] = await take(await put('clip.bin', bytes));
    for (const [from, to] of [
      [0, 10],
      [65_530, 65_550],
      [131_000, 300_000],
      [299_999, 400_000],
      [5, 5],
      [400_000, 500_000],
    ] as const) {
      const answer = await vault.ask('exhibit.bytes', { exhibitId: file?.exhibitId as ExhibitId, from, to });
      expect(answer.total).toBe(300_000);
      expect(Buffer.from(answer.bytes).equals(bytes.subarray(from, to))).toBe(true);
    }
    await vault.ask('vault.lock', {});
    await expect(vault.ask('exhibit.bytes', { exhibitId: file?.exhibitId as ExhibitId, from: 0, to: 1 })).rejects.toMatchObject({
      code: 'vault.locked',
    });
  });

  test('shows its pages as pictures', async () => {
    const canvas = createCanvas(200, 100);
    const files = await take(
      await put('a.pdf', await makePdf(['Room 1216'])),
      await put('b.png', canvas.toBuffer('image/png')),
      await put('c.txt', 'text'),
    );
    const page = await vault.ask('exhibit.page', { exhibitId: files[0]?.exhibitId as ExhibitId, page: 1, width: 300 });
    expect(page).toMatchObject({
      width: 300,
      words: [expect.objectContaining({ text: 'Room' }), expect.objectContaining({ text: '1216' })],
    });
    expect(await vault.ask('exhibit.page', { exhibitId: files[1]?.exhibitId as ExhibitId, page: 1, width: 100 })).toMatchObject({
      width: 100,
      height: 50,
    });
    await expect(vault.ask('exhibit.page', { exhibitId: files[0]?.exhibitId as ExhibitId, page: 2, width: 100 })).rejects.toMatchObject({
      code: 'exhibit.no-picture',
    });
    await expect(vault.ask('exhibit.page', { exhibitId: files[2]?.exhibitId as ExhibitId, page: 1, width: 100 })).rejects.toMatchObject({
      code: 'exhibit.no-picture',
    });
  });

  test('is covered and uncovered by acts of custody, and every look is logged with its purpose', async () => {
    const [file] = await take(await put('photo.txt', 'intimate'));
    const exhibitId = file?.exhibitId as ExhibitId;
    await vault.ask('exhibit.uncover', { exhibitId, purpose: 'nothing to uncover' });
    await vault.ask('exhibit.update', { exhibitId, covered: true });
    await vault.ask('exhibit.uncover', { exhibitId, purpose: 'interview preparation' });
    const updated = await vault.ask('exhibit.update', { exhibitId, covered: false, title: 'Photograph' });
    expect(updated).toMatchObject({ covered: false, title: 'Photograph', number: 'EX-0001' });
    expect((await custody(exhibitId)).slice(2).map((entry) => [entry.act, entry.detail['purpose']])).toEqual([
      ['covered', undefined],
      ['uncover-viewed', 'interview preparation'],
      ['uncovered', undefined],
    ]);
  });

  test('is verified with hash before and after, and an altered one is named', async () => {
    const files = await take(await put('a.txt', 'sound'), await put('b.bin', randomBytes(200_000)));
    const { objects } = {
      objects: execFileSync('find', [join(vault.folder, 'objects'), '-type', 'f', '-size', '+100k'])
        .toString()
        .trim()
        .split('\n'),
    };
    expect(objects).toHaveLength(1);
    const sealed = await readFile(objects[0] as string);
    sealed[100_000] = (sealed[100_000] as number) ^ 1;
    await writeFile(objects[0] as string, sealed);
    const { exhibits } = await vault.ask('exhibit.verify', { caseId });
    expect(exhibits.map((one) => [one.number, one.outcome])).toEqual([
      ['EX-0001', 'matches'],
      ['EX-0002', 'altered'],
    ]);
    expect((await custody(files[1]?.exhibitId as ExhibitId)).at(-1)).toMatchObject({
      act: 'verified',
      detail: { outcome: 'altered', 'sha256.before': files[1]?.sha256, 'sha256.after': null },
    });
    await expect(
      vault.ask('exhibit.export', { exhibitId: files[1]?.exhibitId as ExhibitId, path: join(vault.temporary, 'x') }),
    ).rejects.toMatchObject({ code: 'object.altered', message: expect.stringContaining('EX-0002') });
    await rm(objects[0] as string);
    await expect(
      vault.ask('exhibit.export', { exhibitId: files[1]?.exhibitId as ExhibitId, path: join(vault.temporary, 'x') }),
    ).rejects.toMatchObject({ code: 'object.missing', message: 'The sealed object of EX-0002 is missing.' });
  });

  test('comes out of a damaged vault too, which says that no custody entry could be made', async () => {
    const [file] = await take(await put('a.bin', randomBytes(100_000)));
    await vault.ask('vault.lock', {});
    await appendFile(join(vault.folder, 'case.db'), new Uint8Array(4096));
    expect((await vault.reopen()).damage).toContain('its pages have');
    const unrecorded = expect.stringContaining('is damaged');
    expect((await vault.ask('exhibit.verify', { caseId })).exhibits).toMatchObject([{ outcome: 'matches', unrecorded }]);
    const path = join(vault.temporary, 'rescued.bin');
    const exported = await vault.ask('exhibit.export', { exhibitId: file?.exhibitId as ExhibitId, path });
    expect(exported).toMatchObject({ sha256: file?.sha256, unrecorded });
    expect(
      createHash('sha256')
        .update(await readFile(path))
        .digest('hex'),
    ).toBe(file?.sha256);
  });

  test('of more than 256 MB is recorded by its two ends', async () => {
    const path = await put('recorder.dat', '');
    await truncate(path, 300 * 1024 * 1024);
    const [file] = await take(path);
    expect(file).toMatchObject({ status: 'imported', findings: { status: 'minimal' }, bytes: 300 * 1024 * 1024 });
    expect(
      await vault.ask('exhibit.bytes', { exhibitId: file?.exhibitId as ExhibitId, from: 299 * 1024 * 1024, to: 299 * 1024 * 1024 + 2 }),
    ).toMatchObject({ bytes: new Uint8Array(2), total: 300 * 1024 * 1024 });
  });

  test('is read again when asked', async () => {
    await take(await put('a.txt', 'text'), await put('b.pdf', (await makePdf(['one'])).slice(0, 300)));
    expect(await vault.ask('exhibit.read', { caseId })).toEqual({ read: 0, unreadable: 1 });
  });
});
