import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { openTemplateVault } from '../support/vault.ts';

const EXPORTING = new URL('../support/exporting-process.ts', import.meta.url).pathname;
const KILLING = new URL('../support/kill-at-call.ts', import.meta.url).href;

test('an export killed at every call leaves a whole file or none, privately, and never one without a custody entry', {
  timeout: 240_000,
}, async () => {
  const vault = await openTemplateVault();
  try {
    const { id: caseId } = await vault.ask('case.create', { reference: 'HR-1', title: 'Trip', zone: 'Asia/Shanghai' });
    const original = join(vault.temporary, 'a.txt');
    writeFileSync(original, 'the content\n'.repeat(20_000));
    await vault.ask('exhibit.import', { caseId, paths: [original] });
    const [exhibit] = await vault.ask('exhibit.list', { caseId });
    const exhibitId = exhibit?.id ?? ('' as never);
    let killed = 0;
    for (let at = 1; ; at += 1) {
      await vault.ask('vault.lock', {});
      const path = join(vault.temporary, `out-${at}.txt`);
      const signal = await exportUntil(at, [vault.folder, exhibitId, path], vault.passphrase);
      await vault.ask('vault.open', { folder: vault.folder, passphrase: vault.passphrase });
      const custody = (await vault.ask('ledger.list', { chain: 'custody', exhibitId, limit: 5 })).entries
        .map(({ body }) => body)
        .filter(({ detail }) => detail['destination'] === path);
      expect(custody.map(({ act }) => act)).toContain('export-begun');
      const left = readdirSync(vault.temporary).filter((name) => name.includes(basename(path)));
      for (const name of left) expect(statSync(join(vault.temporary, name)).mode & 0o777).toBe(0o600);
      if (existsSync(path)) expect(readFileSync(path).equals(readFileSync(original))).toBe(true);
      else expect(custody.map(({ act }) => act)).not.toContain('exported');
      if (signal === null) break;
      killed += 1;
    }
    expect(killed).toBeGreaterThan(8);
  } finally {
    await vault.dispose();
  }
});

/** Answers what ended the process: null when it came to its end. */
function exportUntil(at: number, given: readonly string[], passphrase: string): Promise<string | null> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', KILLING, EXPORTING, ...given], {
      env: { TEST_PASSPHRASE: passphrase, CASEWRIGHT_KILL_AFTER: '.unfinished', CASEWRIGHT_KILL_AT: String(at) },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let errors = '';
    child.stderr.on('data', (piece: Buffer) => (errors += piece));
    child.on('error', reject);
    child.on('close', (code, signal) => (code === 0 || signal === 'SIGKILL' ? resolve(signal) : reject(new Error(errors))));
  });
}
