import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { askOf, openTemplateVault, type TestVault } from '../support/vault.ts';
import { createCore } from '../../electron/core/index.ts';
import { runCasewright } from '../support/command-line.ts';

let vault: TestVault;
beforeEach(async () => {
  vault = await openTemplateVault();
  await vault.ask('case.create', { reference: 'R-1', title: 'Trip', zone: 'Asia/Shanghai' });
  await vault.reopen();
});
afterEach(() => vault.dispose());

const at = (file: string) => join(vault.folder, file);
const flip = (file: string, position: number) => {
  const bytes = readFileSync(at(file));
  bytes[position] = (bytes[position] as number) ^ 1;
  writeFileSync(at(file), bytes);
};
const open = (goOn?: string, folder = vault.folder) =>
  vault.ask('vault.open', { folder, passphrase: vault.passphrase, ...(goOn === undefined ? {} : { goOn }) });
/** Leaves what a process leaves that was killed after a second case was made: its log, its lock, the checkpoint of that moment. */
const crash = async () => {
  await vault.ask('case.create', { reference: 'R-2', title: 'Lost', zone: 'Asia/Shanghai' });
  const until = Date.now() + 60_000;
  const sizeOf = () => Number(readFileSync(at('checkpoint'), 'utf8').split('audit\n')[1]?.split('\n')[0]);
  const heads = await vault.ask('ledger.heads', {});
  while (sizeOf() < (heads.find(({ chain }) => chain === 'audit')?.size ?? 0) && Date.now() < until) await new Promise(setImmediate);
  const crashed = join(vault.temporary, 'crashed');
  cpSync(vault.folder, crashed, { recursive: true });
  await vault.ask('vault.lock', {});
  for (const file of ['case.db', 'case.db-wal', 'checkpoint']) cpSync(join(crashed, file), at(file));
};

const damages: readonly (readonly [string, string, () => void | Promise<void>])[] = [
  ['a flipped bit in the checkpoint', 'vault.checkpoint-damaged', () => flip('checkpoint', 60)],
  ['a checkpoint that was cut', 'vault.checkpoint-damaged', () => truncateSync(at('checkpoint'), 40)],
  ['an empty checkpoint', 'vault.checkpoint-damaged', () => truncateSync(at('checkpoint'), 0)],
  ['no checkpoint', 'vault.checkpoint-missing', () => rmSync(at('checkpoint'))],
  ['a header that was cut', 'vault.header-damaged', () => truncateSync(at('vault.json'), 300)],
  [
    'a flipped bit in the last commits of a crashed log',
    'vault.ledger-short',
    () => flip('case.db-wal', readFileSync(at('case.db-wal')).length - 2000),
  ],
  ['a flipped bit in the head of a crashed log', 'vault.ledger-short', () => flip('case.db-wal', 18)],
];

describe('a damaged vault', () => {
  it.each(damages)(
    'with %s is read, says %s, and is written to only by a person who read that',
    async (what, code, damage) => {
      if (what.includes('crashed')) await crash();
      else await vault.ask('vault.lock', {});
      await damage();
      const files = readdirSync(vault.folder).filter((name) => name !== 'objects' && name !== 'case.db-shm');
      const before = files.map((name) => readFileSync(at(name)));
      const session = await open();
      expect(session.findings?.map((one) => one.code)).toContain(code);
      expect((await vault.ask('case.list', {})).map((one) => one.case.reference)).toEqual(['R-1']);
      expect((await vault.core.call('case.create', { reference: 'R-3', title: 'No', zone: 'Asia/Shanghai' })).ok).toBe(false);
      expect((await vault.ask('vault.check', { deep: true })).sound).toBe(false);
      await vault.ask('vault.lock', {});
      for (const [index, name] of files.entries()) expect(readFileSync(at(name)).equals(before[index] as Buffer)).toBe(true);

      // What was not read is not gone on in spite of.
      expect((await open('00000000')).damage).toBeDefined();
      const whole = await open(session.goOn);
      expect(whole.damage).toBeUndefined();
      await vault.ask('case.create', { reference: 'R-3', title: 'Yes', zone: 'Asia/Shanghai' });
      const { entries } = await vault.ask('ledger.list', { chain: 'audit' });
      const entry = entries.find(({ body }) => body.act === 'vault.overridden');
      expect(entry?.body.actor.name).toBe(vault.user);
      expect(entry?.body.detail['found']).toBe(session.damage);
      for (const kept of String(entry?.body.detail['kept']).split(' ').filter(Boolean)) expect(existsSync(at(kept))).toBe(true);
      expect((await vault.reopen()).damage).toBeUndefined();
      expect((await vault.ask('vault.check', { deep: true })).problems).toEqual([]);
    },
    120_000,
  );

  it('is named in the language of the terminal, with the word by which a person goes on', async () => {
    await vault.ask('vault.lock', {});
    flip('checkpoint', 60);
    const secret = join(vault.temporary, 'passphrase');
    writeFileSync(secret, vault.passphrase);
    const run = (language: string, ...more: string[]) =>
      runCasewright(['case', 'list', vault.folder, '--passphrase-file', secret, ...more], {
        cwd: vault.temporary,
        environment: { CASEWRIGHT_LANGUAGE: language },
      });
    const english = await run('en');
    expect(english).toMatchObject({ status: 0, stdout: expect.stringContaining('R-1') });
    expect(english.stderr).toMatch(/opened for reading only: The checkpoint file is damaged.*\n.*--go-on [0-9a-f]{8};/);
    const chinese = await run('zh-CN');
    expect(chinese.stderr).toMatch(/只读方式打开：检查点文件.*已损坏/);
    const word = /--go-on ([0-9a-f]{8})/.exec(english.stderr)?.[1] as string;
    expect(await run('en', '--go-on', word)).toMatchObject({ status: 0, stderr: '' });
    expect(await run('en')).toMatchObject({ status: 0, stderr: '' });
  }, 120_000);
});

/** A disk of the test's own; only root may mount one, and only on Linux. */
function mountDisk(bytes: string): string | undefined {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return undefined;
  const place = mkdtempSync(join(tmpdir(), 'casewright-way-in-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${bytes}`, 'tmpfs', place], { stdio: 'ignore' });
    return place;
  } catch {
    rmSync(place, { recursive: true, force: true });
    return undefined;
  }
}

function unmount(place: string): void {
  execFileSync('umount', [place]);
  rmSync(place, { recursive: true, force: true });
}

describe.each([false, true])('a disk that takes nothing, after %s crash', (crashed) => {
  it.each([
    ['full', 'disk.full', (place: string) => fill(place)],
    ['read-only', 'disk.denied', (place: string) => execFileSync('mount', ['-o', 'remount,ro', place])],
  ])(
    'and is %s is read from, and says so',
    async (_, code, harm) => {
      if (crashed) await crash();
      else await vault.ask('vault.lock', {});
      const place = mountDisk('8m');
      if (place === undefined) return expect(process.getuid?.() === 0 && process.platform === 'linux').toBe(false);
      const core = createCore();
      try {
        const folder = join(place, 'Test.casewright');
        cpSync(vault.folder, folder, { recursive: true });
        harm(place);
        const ask = askOf(core);
        const session = await ask('vault.open', { folder, passphrase: vault.passphrase });
        expect(session.findings?.map((one) => one.code)).toEqual([code]);
        expect(session.goOn).toBeUndefined();
        expect((await ask('case.list', {})).map((one) => one.case.reference)).toEqual(crashed ? ['R-1', 'R-2'] : ['R-1']);
        expect(await core.call('case.create', { reference: 'R-3', title: 'No', zone: 'Asia/Shanghai' })).toMatchObject({ ok: false });
        await ask('vault.lock', {});
      } finally {
        await core.close();
        unmount(place);
      }
    },
    120_000,
  );
});

function fill(place: string): void {
  for (const bytes of [1 << 20, 4096, 1])
    try {
      for (let index = 0; ; index += 1) writeFileSync(join(place, `fill-${bytes}-${index}`), Buffer.alloc(bytes));
    } catch {
      // There is no room for one more of this size.
    }
}
