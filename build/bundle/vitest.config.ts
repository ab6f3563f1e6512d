import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { localCache } from '../bootstrap/places.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Processes that tests start load the same sources by the hundred: they strip and compile them once. */
const COMPILED = join(localCache, 'compiled');

export default defineConfig({
  test: {
    root,
    include: ['tests/unit/**/*.test.{ts,tsx}', 'tests/integration/**/*.test.ts'],
    pool: 'forks',
    env: { NODE_COMPILE_CACHE: COMPILED },
    globalSetup: fileURLToPath(new URL('../../tests/support/run-folder.ts', import.meta.url)),
    testTimeout: 30_000,
    hookTimeout: 60_000,
    reporters: ['default', fileURLToPath(new URL('./vitest-tally.ts', import.meta.url))],
  },
});
