import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** One window at a time: the tests share the clipboard, the screen and the two processors of a small machine. */
export default defineConfig({
  testDir: at('../../tests/e2e'),
  outputDir: at('../../tests/e2e/artefacts'),
  fullyParallel: false,
  workers: 1,
  retries: 0,
  timeout: 120_000,
  globalTimeout: 1_800_000,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env['CI']),
  reporter: [['list'], [at('./playwright-tally.ts')]],
});
