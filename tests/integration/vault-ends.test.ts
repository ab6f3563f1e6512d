import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCore } from '../../electron/core/index.ts';
import { createWorkerPool } from '../../electron/core/workers/pool.ts';
import { type Faults, injectFaults } from '../support/faults.ts';
import { openTemplateVault, type TestVault } from '../support/vault.ts';
import { runCasewright } from '../support/command-line.ts';

let vault: TestVault;
let faults: Faults | undefined;
beforeEach(async () => {
  vault = await openTemplateVault();
});
afterEach(async () => {
  faults?.restore();
  faults = undefined;
  await vault.dispose();
});

const failsWith = (code: string) => ({ ok: false, failure: expect.objectContaining({ code }) });

describe('a vault that is locked', () => {
  it('is locked, let go and said to be locked whichever call of the file system fails on the way', async () => {
    faults = injectFaults();
    faults.arm(Number.POSITIVE_INFINITY, 'EIO');
    await vault.ask('vault.lock', {});
    const calls = [...faults.calls];
    expect(calls.length).toBeGreaterThan(10);
    for (let number = 1; number <= calls.length; number += 1) {
      await vault.reopen();
      const told: string[] = [];
      const silence = vault.core.on((message) => void told.push(message.kind));
      faults.arm(number, 'EIO');
      const answer = await vault.core.call('vault.lock', {});
      faults.disarm();
      silence();
      if (!answer.ok) expect(answer).toEqual(failsWith('disk.failed'));
      expect(told).toContain('locked');
      expect(await vault.ask('vault.session', {})).toBeNull();
      expect(existsSync(join(vault.folder, 'vault.lock'))).toBe(false);
    }
  }, 300_000);

  it('ends its threads although locking fails', async () => {
    await vault.ask('vault.lock', {});
    const pool = createWorkerPool({ size: 1 });
    let ended = false;
    const workers = { run: pool.run, close: async () => void (await pool.close(), (ended = true)) };
    const core = createCore({ workers });
    expect(await core.call('vault.open', { folder: vault.folder, passphrase: vault.passphrase })).toMatchObject({ ok: true });
    faults = injectFaults();
    faults.arm(1, 'EIO');
    await expect(core.close()).rejects.toMatchObject({ code: 'disk.failed' });
    faults.disarm();
    expect(ended).toBe(true);
    await vault.reopen();
  });

  it('whose folder was moved away says so, lets go, and opens again where it lies now', async () => {
    const { id: caseId } = await vault.ask('case.create', { reference: 'R-1', title: 'Trip', zone: 'Asia/Shanghai' });
    const path = join(vault.temporary, 'a.txt');
    writeFileSync(path, 'first');
    await vault.ask('exhibit.import', { caseId, paths: [path] });
    const [exhibit] = await vault.ask('exhibit.list', { caseId });
    if (!exhibit) throw new Error('the exhibit is listed');
    const moved = join(vault.temporary, 'Moved.casewright');
    renameSync(vault.folder, moved);
    expect(await vault.core.call('exhibit.verify', { caseId })).toEqual(failsWith('vault.folder-missing'));
    expect(await vault.core.call('vault.check', { deep: true })).toEqual(failsWith('vault.folder-missing'));
    await vault.core.call('vault.lock', {});
    expect(await vault.ask('vault.session', {})).toBeNull();
    rmSync(join(moved, 'vault.lock'), { force: true });
    renameSync(moved, vault.folder);
    await vault.ask('vault.open', { folder: vault.folder, passphrase: vault.passphrase });
    expect(await vault.ask('vault.check', { deep: true })).toMatchObject({ sound: true });
  });
});

describe('the command line', () => {
  it('puts the sample case neither into a vault nor beside one', async () => {
    for (const out of [vault.folder, join(vault.folder, 'objects', 'deep'), vault.temporary]) {
      const { status, stderr } = await runCasewright(['demo', '--out', out], { cwd: vault.temporary });
      expect(status).toBe(1);
      expect(stderr).toBe(`${vault.folder} is a vault. The sample case is not put into or beside one; name another folder with --out.\n`);
    }
    expect(existsSync(join(vault.folder, 'objects', 'deep'))).toBe(false);
  });
});
