import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import process from 'node:process';
import { nodePackage, nodeProgram } from './node.js';
import { readJson, root, userCache } from './places.js';
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
  const node = isOld() ? borrowNode() : process.execPath;
  if (npm(['ci', ...QUIET], { node }) === 0 && packagesAreThere()) return;
  say('the npm of this machine could not install them; trying npm 11 …');
  if (npm(['exec', '--yes', '--', 'npm@11', 'ci', ...QUIET], { node }) === 0 && packagesAreThere()) return;
  throw new Obstacle('The packages could not be installed; npm says above why. Is the package registry reachable?');
}

/**
 * Runs the npm that started us, else the one on the path. Its output goes to standard error.
 * @param {readonly string[]} parameters
 * @param {{ readonly cwd?: string, readonly node?: string }} [options] `node` runs npm itself
 * @returns {number} npm's exit status
 */
export function npm(parameters, { cwd = root, node = process.execPath } = {}) {
  const program = npmProgram();
  const env = { ...cleanEnvironment(), PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ''}` };
  const result = program
    ? spawnSync(node, [program, ...parameters], { cwd, stdio: ['ignore', 2, 2], env })
    : spawnSync('npm', parameters, { cwd, stdio: ['ignore', 2, 2], env, shell: process.platform === 'win32' });
  if (result.error) throw new Obstacle(`npm could not be started: ${result.error.message}`);
  return result.status ?? 1;
}

// Development packages too, whatever NODE_ENV says: the checkout builds and tests itself.
const QUIET = [
  '--ignore-scripts',
  '--include=dev',
  '--include=optional',
  '--no-audit',
  '--no-fund',
  '--no-update-notifier',
  '--loglevel=error',
];

/** npm leaves out native parts whose Node is newer than the one it runs on itself, silently; from 20.19 on it leaves out none of ours. */
function isOld() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  return major < 20 || (major === 20 && minor < 19) || major === 21 || (major === 22 && minor < 12);
}

/** Brings Node 24 by itself, outside the checkout, so that npm can run on it. */
function borrowNode() {
  const wanted = nodePackage();
  const version = readJson(join(root, 'package.json'))?.optionalDependencies?.[wanted];
  if (!version) throw new Obstacle(`This is Node ${process.versions.node}; please install Node 24 from https://nodejs.org and try again.`);
  const folder = join(userCache(), `node-${version}`);
  const program = join(folder, 'node_modules', wanted, nodeProgram);
  if (existsSync(program)) return program;
  say(`fetching Node ${version} first, because npm on Node ${process.versions.node} would leave packages out …`);
  mkdirSync(folder, { recursive: true });
  const fetched = npm(['install', `${wanted}@${version}`, '--prefix', folder, '--no-save', ...QUIET], { cwd: folder });
  if (fetched !== 0 || !existsSync(program)) throw new Obstacle(`Node ${version} could not be fetched; npm says above why.`);
  return program;
}

/** @returns {string | undefined} npm's own script, where npm is one */
function npmProgram() {
  const running = process.env.npm_execpath;
  if (running && /npm-cli\.c?js$/.test(running) && existsSync(running)) return running;
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const link = join(folder, 'npm');
    if (folder === '' || !existsSync(link)) continue;
    const script = realpathSync(link);
    return script.endsWith('.js') ? script : undefined;
  }
  return undefined;
}

/** The npm that calls us hands its own settings down (silent, dry-run, workspace …); an installation must not inherit them. */
function cleanEnvironment() {
  const kept = /^npm_config_(registry|cache|proxy|https_proxy|noproxy|cafile|userconfig|globalconfig|strict_ssl)$/i;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name) || kept.test(name)));
}
