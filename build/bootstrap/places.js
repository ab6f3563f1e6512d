import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

/** The top folder of the checkout. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** What we keep inside the checkout between runs; ignored by git. */
export const localCache = join(root, '.cache');

/** What outlives a checkout; outside the tree, so that no package can pick it up by accident. */
export function userCache() {
  return join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'casewright');
}

/**
 * @param {string} path
 * @returns {any} the parsed file, or undefined when it is absent or not JSON
 */
export function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}
