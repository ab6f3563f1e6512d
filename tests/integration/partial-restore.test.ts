import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CaseId } from '../../shared/model/identifier.ts';
import { openTemplateVault, type TestVault } from '../support/vault.ts';

let vault: TestVault;
let caseId: CaseId;

beforeEach(async () => {
  vault = await openTemplateVault();
  caseId = (await vault.ask('case.create', { reference: 'HR-1', title: 'Trip', zone: 'Asia/Shanghai' })).id;
});

afterEach(() => vault.dispose());

const open = () => vault.ask('vault.open', { folder: vault.folder, passphrase: vault.passphrase });

async function take(name: string): Promise<void> {
  const path = join(vault.temporary, name);
  writeFileSync(path, `the content of ${name}\n`.repeat(5000));
  expect((await vault.ask('exhibit.import', { caseId, paths: [path] })).files).toMatchObject([{ status: 'imported' }]);
}

/** Every sealed file of the vault, by content, wherever it lies. */
function sealedFiles(): readonly string[] {
  return ['objects', 'quarantine']
    .flatMap((folder) =>
      existsSync(join(vault.folder, folder)) ? readdirSync(join(vault.folder, folder), { recursive: true, withFileTypes: true }) : [],
    )
    .filter((one) => one.isFile())
    .map((one) => readFileSync(join(one.parentPath, one.name)).toString('base64'))
    .toSorted();
}

/** What a backup program keeps of the vault but for its objects. */
const RECORDS = ['case.db', 'checkpoint', 'vault.json', 'vault.json.copy'];

function keep(as: string): void {
  mkdirSync(join(vault.temporary, as));
  for (const name of RECORDS) cpSync(join(vault.folder, name), join(vault.temporary, as, name));
}

function putBack(as: string): void {
  for (const name of RECORDS) cpSync(join(vault.temporary, as, name), join(vault.folder, name));
  for (const name of ['case.db-wal', 'case.db-shm']) rmSync(join(vault.folder, name), { force: true });
}

describe('an older database beside newer objects', () => {
  it('costs none of them, whatever subset is there, and gives all back once the newer database is', { timeout: 240_000 }, async () => {
    const most = 5;
    for (let taken = 0; taken < most; taken += 1) {
      await vault.ask('vault.lock', {});
      keep(`after-${taken}`);
      await open();
      await take(`${taken}.txt`);
    }
    await vault.ask('vault.lock', {});
    keep(`after-${most}`);
    const place = join(vault.folder, 'objects');
    const whole = join(vault.temporary, 'all-objects');
    cpSync(place, whole, { recursive: true });
    await fc.assert(
      fc.asyncProperty(fc.nat(most), fc.subarray([...Array(most).keys()]), async (age, there) => {
        for (const folder of ['objects', 'quarantine']) rmSync(join(vault.folder, folder), { recursive: true, force: true });
        cpSync(whole, place, { recursive: true });
        for (const [index, name] of objectNames(place).entries()) if (!there.includes(index)) rmSync(join(place, name.slice(0, 2), name));
        const before = sealedFiles();
        const names = objectNames(place);

        putBack(`after-${age}`);
        await open();
        expect(sealedFiles()).toEqual(before);
        const aside = quarantined();
        expect(await sweptNames()).toEqual(aside);
        expect([...objectNames(place), ...aside].toSorted()).toEqual(names);
        // Opened again, nothing more happens to them.
        await vault.reopen();
        expect(sealedFiles()).toEqual(before);
        await vault.ask('vault.lock', {});

        putBack(`after-${most}`);
        await open();
        expect(sealedFiles()).toEqual(before);
        expect(objectNames(place)).toEqual(names);
        expect(quarantined()).toEqual([]);
        const check = await vault.ask('vault.check', { deep: true });
        expect(check.problems).toHaveLength(most - there.length);
        await vault.ask('vault.lock', {});
      }),
      { numRuns: 12 },
    );
  });

  it('keeps what came into quarantine untold because the opening was ended, and tells it at the next', async () => {
    await take('a.txt');
    await vault.ask('vault.lock', {});
    const [name = ''] = objectNames(join(vault.folder, 'objects'));
    const stranger = 'ab'.repeat(32);
    mkdirSync(join(vault.folder, 'quarantine'));
    writeFileSync(join(vault.folder, 'quarantine', `${stranger}.00000000.arriving`), 'moved, and then the power went');
    await open();
    expect(await sweptNames()).toEqual([stranger]);
    expect(readdirSync(join(vault.folder, 'quarantine'))).toEqual([`${stranger}.00000000`]);
    expect((await vault.ask('vault.check', { deep: false })).quarantined).toEqual([
      { file: `${stranger}.00000000`, object: stranger, sealedBytes: 30 },
    ]);
    // A link that a crash left in both places is one file.
    await vault.ask('vault.lock', {});
    const file = join(vault.folder, 'quarantine', `${name}.00000001`);
    renameSync(join(vault.folder, 'objects', name.slice(0, 2), name), file);
    await open();
    expect(objectNames(join(vault.folder, 'objects'))).toEqual([name]);
    expect(await vault.ask('vault.check', { deep: true })).toMatchObject({ sound: true });
    const [entry] = (await vault.ask('ledger.list', { chain: 'audit', limit: 2 })).entries.filter(
      ({ body }) => body.act === 'objects.returned',
    );
    expect(entry?.body.detail).toMatchObject({ objects: 1, names: name });
  });
});

describe('what lies in quarantine', () => {
  it('becomes exhibits of a case again, returns to those it belongs to, and stays where it does not open', async () => {
    await vault.ask('vault.lock', {});
    keep('empty');
    await open();
    for (const name of ['a.txt', 'b.txt', 'c.txt']) await take(name);
    const before = await vault.ask('exhibit.list', { caseId });
    await vault.ask('vault.lock', {});
    putBack('empty');
    await open();
    const listed = await vault.ask('quarantine.list', {});
    expect(listed).toHaveLength(3);
    const [damaged, first, second] = listed.map(({ file }) => file) as [string, string, string];
    const path = join(vault.folder, 'quarantine', damaged);
    const bytes = readFileSync(path);
    bytes[70_000] = (bytes[70_000] ?? 0) ^ 1;
    writeFileSync(path, bytes);

    const { files } = await vault.ask('quarantine.takeIn', { caseId });
    expect(files).toMatchObject([
      { file: damaged, outcome: 'damaged', problem: expect.stringMatching('segment 2 of') },
      { file: first, outcome: 'taken-in', exhibit: 'EX-0001' },
      { file: second, outcome: 'taken-in', exhibit: 'EX-0002' },
    ]);
    const after = await vault.ask('exhibit.list', { caseId });
    expect(before.map(({ sha256 }) => sha256)).toEqual(expect.arrayContaining(after.map(({ sha256 }) => sha256)));
    expect(after.map(({ findings, method }) => [findings.status, method.split(',')[0]])).toEqual([
      ['read', 'taken back from quarantine'],
      ['read', 'taken back from quarantine'],
    ]);
    expect(await vault.ask('vault.check', { deep: true })).toMatchObject({ sound: true, quarantined: [{ file: damaged }] });
    // Opened again, they are known, and stay.
    await vault.reopen();
    expect(await vault.ask('exhibit.list', { caseId })).toHaveLength(2);
    expect(await vault.ask('quarantine.list', {})).toMatchObject([{ file: damaged }]);

    // The original of the damaged one is imported again: the copy holds nothing the vault lacks.
    const paths = ['a.txt', 'b.txt', 'c.txt'].map((name) => join(vault.temporary, name));
    expect((await vault.ask('exhibit.import', { caseId, paths })).files.map(({ status }) => status).toSorted()).toEqual([
      'duplicate',
      'duplicate',
      'imported',
    ]);
    expect(await vault.ask('quarantine.takeIn', { caseId })).toMatchObject({ files: [{ file: damaged, outcome: 'already-there' }] });

    // What an exhibit lacks goes back to it; whatever stood in its place comes here.
    const [lost = ''] = objectNames(join(vault.folder, 'objects'));
    const place = join(vault.folder, 'objects', lost.slice(0, 2), lost);
    renameSync(place, join(vault.folder, 'quarantine', `${lost}.00000001`));
    writeFileSync(place, 'not it');
    expect(await vault.ask('quarantine.takeIn', { caseId })).toMatchObject({ files: [{ outcome: 'returned' }] });
    expect(await vault.ask('vault.check', { deep: true })).toMatchObject({ sound: true, quarantined: [{ sealedBytes: 6 }] });
  });
});

function objectNames(place: string): readonly string[] {
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => one.name)
    .toSorted();
}

function quarantined(): readonly string[] {
  const folder = join(vault.folder, 'quarantine');
  return existsSync(folder)
    ? readdirSync(folder)
        .map((file) => file.slice(0, 64))
        .toSorted()
    : [];
}

async function sweptNames(): Promise<readonly string[]> {
  const [entry] = (await vault.ask('ledger.list', { chain: 'audit', limit: 1 })).entries;
  return entry?.body.act === 'objects.swept' ? String(entry.body.detail['names']).split(' ').toSorted() : [];
}
