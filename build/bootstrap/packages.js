import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { readJson, root } from './places.js';
import { Obstacle, say } from './say.js';

/**
 * Looks at what is really there instead of trusting a mark: every package of the lock file with its version, and the
 * record npm writes only when an installation came to its end.
 * @param {string} [folder] the top folder of the checkout
 * @returns {boolean}
 */
export function packagesAreThere(folder = root) {
  const wanted = readJson(join(folder, 'package-lock.json'))?.packages;
  const installed = readJson(join(folder, 'node_modules/.package-lock.json'))?.packages;
  if (!wanted || !installed) return false;
  return Object.keys(wanted).every((path) => {
    if (path === '' || (wanted[path].optional && !installed[path])) return true;
    return readJson(join(folder, path, 'package.json'))?.version === wanted[path].version;
  });
}

/** Installs exactly what the lock file names. No package of ours needs its install script, so none runs. */
export function installPackages() {
  say('installing the packages of package-lock.json (npm ci, no install scripts) …');
  if (npm(['ci', ...QUIET]) === 0) return;
  const other = Number(process.versions.node.split('.')[0]) >= 20 ? 'npm@11' : 'npm@10';
  say(`the npm of this machine could not install them; trying ${other} …`);
  if (npm(['exec', '--yes', '--', other, 'ci', ...QUIET]) === 0) return;
  throw new Obstacle('The packages could not be installed; npm says above why. Is the package registry reachable?');
}

/**
 * Runs the npm that started us, else the one on the path. Its output goes to standard error.
 * @param {readonly string[]} parameters
 * @param {{ readonly cwd?: string, readonly capture?: boolean }} [options]
 * @returns {number} npm's exit status
 */
export function npm(parameters, { cwd = root } = {}) {
  const ours = process.env.npm_execpath;
  const viaNode = ours !== undefined && /\.c?js$/.test(ours) && existsSync(ours);
  const result = viaNode
    ? spawnSync(process.execPath, [ours, ...parameters], { cwd, stdio: ['ignore', 2, 2], env: cleanEnvironment() })
    : spawnSync('npm', parameters, { cwd, stdio: ['ignore', 2, 2], env: cleanEnvironment(), shell: process.platform === 'win32' });
  if (result.error) throw new Obstacle(`npm could not be started: ${result.error.message}`);
  return result.status ?? 1;
}

// Development packages too, whatever NODE_ENV says: the checkout builds and tests itself.
const QUIET = ['--ignore-scripts', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];

/** The npm that calls us hands its own settings down (silent, dry-run, workspace …); an installation must not inherit them. */
function cleanEnvironment() {
  const kept = /^npm_(config_(registry|cache|proxy|https_proxy|noproxy|cafile|userconfig|globalconfig|strict_ssl)|execpath)$/i;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name) || kept.test(name)));
}
