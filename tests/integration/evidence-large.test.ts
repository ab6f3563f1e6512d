import { statfsSync } from 'node:fs';
import { truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CaseId, ExhibitId } from '../../shared/model/identifier.ts';
import { openTemplateVault, type TestVault } from '../support/vault.ts';

const BYTES = 2 ** 32 + 1000;
const { bavail, bsize } = statfsSync(tmpdir());
const room = bavail * bsize > 3 * BYTES;
if (!room) console.log('The test of a file beyond 4 GiB is skipped: it needs 13 GB of free disk.');

let vault: TestVault;
let caseId: CaseId;

beforeAll(async () => {
  vault = await openTemplateVault();
  caseId = (await vault.ask('case.create', { reference: 'HR-1', title: 'Trip', zone: 'Asia/Shanghai' })).id;
});

afterAll(() => vault.dispose());

test('a recording beyond 4 GiB is sealed whole and read at any place', { timeout: 180_000 }, async ({ skip }) => {
  skip(!room, 'the disk has no room for it');
  const path = join(vault.temporary, 'recorder.dat');
  // A sparse file: its beginning and end carry marks, the hours between are zeros.
  await writeFile(path, 'beginning');
  await truncate(path, BYTES - 3);
  await writeFile(path, 'end', { flag: 'a' });
  const { files } = await vault.ask('exhibit.import', { caseId, paths: [path] });
  expect(files[0]).toMatchObject({ status: 'imported', findings: { status: 'minimal' }, bytes: BYTES });
  const exhibitId = files[0]?.exhibitId as ExhibitId;
  const around = await vault.ask('exhibit.bytes', { exhibitId, from: BYTES - 5, to: BYTES + 5 });
  expect([Buffer.from(around.bytes).toString(), around.total]).toEqual(['\0\0end', BYTES]);
  expect((await vault.ask('exhibit.bytes', { exhibitId, from: 2 ** 32 - 2, to: 2 ** 32 + 2 })).bytes).toEqual(new Uint8Array(4));
  expect(Buffer.from((await vault.ask('exhibit.bytes', { exhibitId, from: 0, to: 9 })).bytes).toString()).toBe('beginning');
});
