import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readJson, root } from './places.js';

/**
 * What a bundle of the command line was made from: every file by its path from the top of the checkout, with its mark, and
 * the folder it lies in. `entry` is what to run.
 * @typedef {{ readonly entry: string, readonly files: Readonly<Record<string, Mark>> }} Stamp
 */

/**
 * Size, time of the last change to the content, and to the entry, which nobody can set by hand; undefined where there is none.
 * @typedef {readonly [size: number, changed: number, touched: number] | undefined} Mark
 */

/** Where bundles of the command line lie, each in a folder of its own that is never changed once the stamp names it. */
export const bundles = '.cache/command-line';
export const stampFile = `${bundles}/current.json`;

/**
 * The program of the command line's bundle, where there is one and every file it was made from is still the one it was.
 * No content is read, and nothing is done that can be left out: every command waits for this.
 * @param {string} [folder] the top folder of the checkout
 * @returns {string | undefined}
 */
export function findBundle(folder = root) {
  /** @type {Stamp | undefined} */
  const stamp = readJson(join(folder, stampFile));
  if (typeof stamp?.entry !== 'string' || typeof stamp.files !== 'object') return undefined;
  for (const path in stamp.files) if (!sameMark(markOf(`${folder}/${path}`), stamp.files[path])) return undefined;
  const entry = join(folder, stamp.entry);
  return existsSync(entry) ? entry : undefined;
}

/** @param {string} path @returns {Mark} */
export function markOf(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  return found && [found.size, found.mtimeMs, found.ctimeMs];
}

/** @param {Mark} one @param {Mark} other */
export function sameMark(one, other) {
  return one?.[0] === other?.[0] && one?.[1] === other?.[1] && one?.[2] === other?.[2];
}
