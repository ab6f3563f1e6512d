import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';
import { needsScreen } from '../../tests/support/screen.ts';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/**
 * Two windows at a time, which is what two processors bear, each on a screen of its own that nobody sees. On the screen of a person one at a
 * time: they would share its clipboard and its focus.
 */
export default defineConfig({
  testDir: at('../../tests/e2e'),
  outputDir: at('../../tests/e2e/artefacts'),
  globalSetup: at('../../tests/support/run-folder.ts'),
  fullyParallel: true,
  workers: needsScreen() ? 2 : 1,
  retries: 0,
  // Twice what one window alone was given: each has half of the processors.
  timeout: 240_000,
  globalTimeout: 1_800_000,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env['CI']),
  reporter: [['list'], [at('./playwright-tally.ts')]],
});
