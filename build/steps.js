import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { findElectron } from './bootstrap/electron.js';
import { localCache, root } from './bootstrap/places.js';
import { onPath } from './bootstrap/system.js';

/**
 * What one suite came to. `skipped` carries the reason with the name, so that a test that did not run is never silent.
 * @typedef {{ readonly passed: number, readonly failed: number, readonly skipped: readonly string[] }} Tally
 */

/** @param {readonly string[]} [parameters] handed on to vitest @returns {Tally} */
export function runUnitTests(parameters = []) {
  const file = freshFile('vitest.json');
  const command = ['node_modules/vitest/vitest.mjs', 'run', '--config', 'build/bundle/vitest.config.ts', ...parameters];
  const status = run(process.execPath, command, { CASEWRIGHT_TALLY: file });
  return settle('vitest', status, read(file));
}

/** Bundles for Electron: the core by itself, then main, preload and the window. @returns {Tally} */
export function build() {
  const steps = [
    ['node_modules/vite/bin/vite.js', 'build', '--config', 'build/bundle/core.vite.config.ts', '--logLevel', 'warn'],
    ['node_modules/electron-vite/bin/electron-vite.js', 'build', '--config', 'build/bundle/electron.vite.config.ts', '--logLevel', 'warn'],
  ];
  const failed = steps.filter((command) => run(process.execPath, command) !== 0).length;
  return { passed: steps.length - failed, failed, skipped: [] };
}

/**
 * End-to-end tests in the real Electron. Without a screen one that nobody sees is made for them.
 * @param {readonly string[]} [parameters] handed on to Playwright
 * @param {Readonly<Record<string, string>>} [environment]
 * @returns {Tally}
 */
export function runWindowTests(parameters = [], environment = {}) {
  const electron = findElectron();
  if (!electron) return lost('there is no Electron runtime; run: node build/bootstrap --for test');
  const blind = process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;
  if (blind && !onPath('Xvfb')) return lost('there is no screen and no Xvfb to make one; run: node build/bootstrap --for test');
  const file = freshFile('playwright.json');
  const command = ['node_modules/@playwright/test/cli.js', 'test', '--config', 'build/bundle/playwright.config.ts', ...parameters];
  const status = run(process.execPath, command, { ...environment, CASEWRIGHT_TALLY: file, CASEWRIGHT_ELECTRON: electron.path });
  return settle('playwright', status, read(file));
}

/**
 * Runs a program of the checkout with our input and output.
 * @param {string} program
 * @param {readonly string[]} parameters
 * @param {Readonly<Record<string, string>>} [environment]
 * @returns {number} its exit status
 */
export function run(program, parameters, environment = {}) {
  const result = spawnSync(program, parameters, { cwd: root, stdio: 'inherit', env: { ...process.env, ...environment } });
  if (result.error) process.stderr.write(`${program}: ${result.error.message}\n`);
  return result.status ?? 1;
}

/**
 * A suite that ran nothing, or that failed without a failing test, has failed: silence must not pass for success.
 * @param {string} suite
 * @param {number} status
 * @param {Tally | undefined} tally
 * @returns {Tally}
 */
export function settle(suite, status, tally) {
  if (!tally) return lost(`${suite} left no result`);
  if (tally.passed + tally.failed === 0) return { ...lost(`${suite} ran nothing`), skipped: tally.skipped };
  if (status !== 0 && tally.failed === 0) return { ...tally, failed: 1 };
  return tally;
}

/** @param {string} reason @returns {Tally} */
function lost(reason) {
  process.stderr.write(`${reason}\n`);
  return { passed: 0, failed: 1, skipped: [] };
}

/** @param {string} name */
function freshFile(name) {
  mkdirSync(localCache, { recursive: true });
  const file = join(localCache, name);
  rmSync(file, { force: true });
  return file;
}

/** @param {string} file @returns {Tally | undefined} */
function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
