import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import { bringElectron, electronIsThere, findElectron } from './electron.js';
import { findNode, requireNode } from './node.js';
import { installPackages, packagesAreThere } from './packages.js';
import { localCache } from './places.js';
import { say } from './say.js';
import { installSystemPackages, missingSystemPackages } from './system.js';

/**
 * What each purpose needs beyond the packages and Node 24. The demo needs no screen and no rights on the machine.
 * @type {Readonly<Record<string, { readonly electron: boolean, readonly screen: boolean, readonly fonts: boolean, readonly judges: boolean }>>}
 */
export const PURPOSES = {
  demo: { electron: false, screen: false, fonts: false, judges: false },
  start: { electron: true, screen: false, fonts: true, judges: false },
  test: { electron: true, screen: true, fonts: true, judges: true },
};

/**
 * True when nothing needs to be done.
 * @param {string} purpose a key of PURPOSES
 */
export function isPrepared(purpose) {
  const needs = PURPOSES[purpose] ?? fail(purpose);
  if (!packagesAreThere() || !findNode()) return false;
  return (!needs.electron || electronIsThere()) && missingFor(purpose).length === 0;
}

/**
 * Makes a bare machine ready for the purpose. Two runs at once wait for each other.
 * @param {string} purpose a key of PURPOSES
 */
export async function prepare(purpose) {
  if (isPrepared(purpose)) return;
  const release = await alone();
  try {
    if (!packagesAreThere()) {
      const started = Date.now();
      installPackages();
      say(`packages installed in ${Math.round((Date.now() - started) / 1000)} s`);
    }
    say(`Node: ${requireNode()}`);
    if (PURPOSES[purpose]?.electron && !electronIsThere()) await bringElectron();
    installSystemPackages(missingFor(purpose));
  } finally {
    release();
  }
}

/** @param {string} purpose */
function missingFor(purpose) {
  const needs = PURPOSES[purpose] ?? fail(purpose);
  return missingSystemPackages({ ...needs, electron: needs.electron ? findElectron()?.path : undefined });
}

/** @param {string} purpose @returns {never} */
function fail(purpose) {
  throw new TypeError(`Nobody knows the purpose "${purpose}"; there are: ${Object.keys(PURPOSES).join(', ')}.`);
}

/** Two `npm ci` in one folder would destroy each other's work. */
async function alone() {
  mkdirSync(localCache, { recursive: true });
  const file = join(localCache, 'bootstrap.lock');
  for (let told = false; ; told = true) {
    try {
      const handle = openSync(file, 'wx');
      writeFileSync(handle, String(process.pid));
      closeSync(handle);
      return () => rmSync(file, { force: true });
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
      if (!alive(file)) rmSync(file, { force: true });
      else if (!told) say('another run is preparing this checkout; waiting for it …');
      await wait(500);
    }
  }
}

/** @param {string} file */
function alive(file) {
  try {
    process.kill(Number(readFileSync(file, 'utf8')) || Number.NaN, 0);
    return true;
  } catch (error) {
    // Somebody else's process lives as well, although we may not signal it.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
