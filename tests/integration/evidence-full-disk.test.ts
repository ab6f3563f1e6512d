import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTemplateVault, type TestVault } from '../support/vault.ts';

const MEGABYTE = 1024 * 1024;
const usual = tmpdir();
let small = '';
let evidence = '';
let vault: TestVault;

/** A disk of 24 MB of the test's own; only root may mount one, and only on Linux. */
function mountSmallDisk(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  small = mkdtempSync(join(usual, 'casewright-small-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=24m', 'tmpfs', small], { stdio: 'ignore' });
    return true;
  } catch {
    rmSync(small, { recursive: true, force: true });
    return false;
  }
}

const mounted = mountSmallDisk();

beforeAll(async () => {
  if (!mounted) return;
  evidence = mkdtempSync(join(usual, 'casewright-evidence-'));
  process.env['TMPDIR'] = small;
  vault = await openTemplateVault();
});

afterAll(async () => {
  if (!mounted) return;
  process.env['TMPDIR'] = usual;
  await vault.dispose();
  execFileSync('umount', [small]);
  rmSync(small, { recursive: true, force: true });
  rmSync(evidence, { recursive: true, force: true });
});

test('a full disk fails the file that does not fit, keeps all others, and harms nothing', async ({ skip }) => {
  skip(!mounted, 'a small disk to fill can be mounted only as root on Linux');
  const caseId = (await vault.ask('case.create', { reference: 'HR-1', title: 'Trip', zone: 'Asia/Shanghai' })).id;
  const put = (name: string, bytes: number): string => {
    const path = join(evidence, name);
    writeFileSync(path, randomBytes(bytes));
    return path;
  };
  mkdirSync(join(evidence, 'many'));
  const first = await vault.ask('exhibit.import', {
    caseId,
    paths: [put('1-fits.bin', 2 * MEGABYTE), put('2-does-not.bin', 40 * MEGABYTE), put('3-fits.bin', MEGABYTE)],
  });
  expect(first.files.map(({ status, code }) => [status, code])).toEqual([
    ['imported', ''],
    ['failed', 'disk.full'],
    ['imported', ''],
  ]);

  // Filled to the brim with small files, until there is no room even for a row.
  for (let index = 0; index < 60; index++) put(`many/${String(index).padStart(2, '0')}.bin`, 400_000);
  const rest = await vault.ask('exhibit.import', { caseId, paths: [join(evidence, 'many')] });
  const full = rest.files.filter((file) => file.status === 'failed');
  expect(full.length).toBeGreaterThan(0);
  expect(new Set(full.map((file) => file.code))).toEqual(new Set(['disk.full']));

  execFileSync('mount', ['-o', 'remount,size=64m', small]);
  await vault.reopen();
  expect(await vault.ask('vault.check', { deep: true })).toMatchObject({ sound: true, problems: [] });
  const kept = await vault.ask('exhibit.list', { caseId });
  expect(kept).toHaveLength(2 + rest.files.filter((file) => file.status === 'imported').length);
  const again = await vault.ask('exhibit.import', { caseId, paths: [join(evidence, 'many')] });
  expect(again.files.filter((file) => file.status === 'failed')).toEqual([]);
  expect((await vault.ask('exhibit.list', { caseId })).filter((one) => one.findings.status === 'pending')).toEqual([]);
});
