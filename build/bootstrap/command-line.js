import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { findBundle } from './bundle.js';
import { requireNode } from './node.js';
import { isPrepared, prepare } from './prepare.js';
import { root } from './places.js';

const builder = join(root, 'build/bundle/command-line.js');

/**
 * The long way to a program that can be run: prepares the checkout where it is not, and bundles the command line anew.
 * Where that cannot be done, in a folder that may not be written or with sources that do not parse, the sources
 * themselves are the program; what is wrong with them they say best.
 * @returns {Promise<string>}
 */
export async function prepareCommandLine() {
  if (!isPrepared('demo')) await prepare('demo');
  return findBundle() ?? bundle() ?? join(root, 'electron/cli/index.ts');
}

/** @returns {string | undefined} */
function bundle() {
  if (!existsSync(join(root, 'node_modules/vite')) || !writable()) return undefined;
  spawnSync(requireNode(), [builder], { cwd: root, stdio: 'ignore', env: withoutSecrets() });
  return findBundle();
}

function writable() {
  try {
    accessSync(root, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** A passphrase in a variable is for the command, not for its bundler. */
function withoutSecrets() {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('CASEWRIGHT_')));
}
