import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { settle } from '../../../build/steps.js';

const at = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

describe('the count of a suite', () => {
  it('is what the suite says when all went well', () => {
    expect(settle('suite', 0, { passed: 3, failed: 0, skipped: ['a: reason'] })).toEqual({ passed: 3, failed: 0, skipped: ['a: reason'] });
  });

  it('is a failure when the suite ran nothing, left nothing, or ended badly without a failing test', () => {
    expect(settle('suite', 0, { passed: 0, failed: 0, skipped: [] }).failed).toBe(1);
    expect(settle('suite', 0, undefined).failed).toBe(1);
    expect(settle('suite', 1, { passed: 3, failed: 0, skipped: [] })).toMatchObject({ passed: 3, failed: 1 });
  });
});

describe('npm test', () => {
  it('refuses a part nobody knows, as wrong usage', () => {
    expect(spawnSync(process.execPath, [at('build/test.js'), '--only', 'everything']).status).toBe(2);
  });
});

describe('the linter', () => {
  it('lets only the gate name ipcMain', () => {
    const folder = mkdtempSync(join(tmpdir(), 'casewright-lint-'));
    try {
      const source = "import { ipcMain } from 'electron';\n\nipcMain.on('anything', () => undefined);\n";
      writeFileSync(join(folder, 'window.ts'), source);
      const lint = () =>
        spawnSync(process.execPath, [at('node_modules/oxlint/bin/oxlint'), '--config', at('build/layers/oxlint.json'), folder], {
          encoding: 'utf8',
        });
      const found = lint();
      expect(found.status).toBe(1);
      expect(found.stdout).toContain('Only electron/main/threshold.ts names ipcMain.');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
