import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { say } from './say.js';

/** What Electron links to, and the Debian package that carries it. Found with `ldd` on Electron 42; 45 asks for the same. */
const LIBRARIES = {
  'libglib-2.0.so.0': 'libglib2.0-0',
  'libgobject-2.0.so.0': 'libglib2.0-0',
  'libgio-2.0.so.0': 'libglib2.0-0',
  'libnspr4.so': 'libnspr4',
  'libnss3.so': 'libnss3',
  'libnssutil3.so': 'libnss3',
  'libsmime3.so': 'libnss3',
  'libatk-1.0.so.0': 'libatk1.0-0',
  'libatk-bridge-2.0.so.0': 'libatk-bridge2.0-0',
  'libatspi.so.0': 'libatspi2.0-0',
  'libcups.so.2': 'libcups2',
  'libdbus-1.so.3': 'libdbus-1-3',
  'libcairo.so.2': 'libcairo2',
  'libpango-1.0.so.0': 'libpango-1.0-0',
  'libgtk-3.so.0': 'libgtk-3-0',
  'libX11.so.6': 'libx11-6',
  'libXcomposite.so.1': 'libxcomposite1',
  'libXdamage.so.1': 'libxdamage1',
  'libXext.so.6': 'libxext6',
  'libXfixes.so.3': 'libxfixes3',
  'libXrandr.so.2': 'libxrandr2',
  'libgbm.so.1': 'libgbm1',
  'libexpat.so.1': 'libexpat1',
  'libxcb.so.1': 'libxcb1',
  'libxkbcommon.so.0': 'libxkbcommon0',
  'libudev.so.1': 'libudev1',
  'libasound.so.2': 'libasound2',
};

/** Programs by the package that brings them: a screen that nobody sees, and judges of our PDF files that are not ours. */
const SCREEN = { Xvfb: 'xvfb' };
const JUDGES = { pdfsig: 'poppler-utils', pdftotext: 'poppler-utils', pdftoppm: 'poppler-utils', qpdf: 'qpdf', openssl: 'openssl' };

/** @typedef {{ readonly electron?: string | undefined, readonly screen?: boolean, readonly fonts?: boolean, readonly judges?: boolean }} SystemNeeds */

/**
 * The Debian packages that are still missing for what is wanted.
 * @param {SystemNeeds} needs
 * @returns {string[]}
 */
export function missingSystemPackages({ electron, screen = false, fonts = false, judges = false }) {
  if (process.platform !== 'linux') return [];
  const missing = /** @type {Set<string>} */ (new Set());
  if (electron)
    for (const library of missingLibraries(electron)) missing.add(LIBRARIES[/** @type {keyof typeof LIBRARIES} */ (library)] ?? library);
  for (const [program, name] of Object.entries({ ...(screen ? SCREEN : {}), ...(judges ? JUDGES : {}) }))
    if (!onPath(program)) missing.add(name);
  if (fonts && !chineseFont()) missing.add('fonts-noto-cjk');
  return [...missing].sort();
}

/**
 * As root on Debian or Ubuntu, installs; else prints the command and goes on: whoever can do without loses nothing.
 * @param {readonly string[]} names
 */
export function installSystemPackages(names) {
  if (names.length === 0) return;
  const debian = onPath('apt-get') && /^(ID|ID_LIKE)=.*(debian|ubuntu)/m.test(osRelease());
  const command = `apt-get install -y --no-install-recommends ${names.join(' ')}`;
  if (!debian) return say(`this machine lacks what Debian calls ${names.join(', ')}; please install it by the means of your system.`);
  if (process.getuid?.() !== 0) return say(`this machine lacks some system packages; please run: sudo ${command}`);
  say(`installing system packages: ${names.join(' ')} …`);
  if (!apt(['update', '-qq'])) say('the package lists could not be renewed; trying with the old ones.');
  const exact = names.map(nameHere);
  if (!apt(['install', '-y', '-qq', '--no-install-recommends', ...exact])) say(`apt-get could not install them; please run: ${command}`);
}

/**
 * @param {string} electron path of the executable
 * @returns {string[]} libraries the loader cannot find
 */
export function missingLibraries(electron) {
  const listing = spawnSync('ldd', [electron], { encoding: 'utf8' }).stdout ?? '';
  return [...listing.matchAll(/^\s*(\S+) => not found/gm)].map((match) => String(match[1]));
}

/** @param {string} program */
export function onPath(program) {
  const folders = `${process.env.PATH ?? ''}${delimiter}/usr/sbin${delimiter}/sbin`.split(delimiter);
  return folders.some((folder) => folder !== '' && existsSync(join(folder, program)));
}

/** Newer releases renamed libraries for 64-bit time (libgtk-3-0t64); the old name may then be a virtual package nobody can install. */
function nameHere(/** @type {string} */ name) {
  const known = (/** @type {string} */ candidate) =>
    /Candidate: (?!\(none\))/.test(
      spawnSync('apt-cache', ['policy', candidate], { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } }).stdout ?? '',
    );
  return !known(name) && known(`${name}t64`) ? `${name}t64` : name;
}

/** @param {readonly string[]} parameters */
function apt(parameters) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', NEEDRESTART_SUSPEND: '1' };
  // Another apt-get may hold the lock, as on a machine that has just started.
  const result = spawnSync('apt-get', ['-o', 'DPkg::Lock::Timeout=120', ...parameters], { encoding: 'utf8', env, maxBuffer: 64 << 20 });
  if (result.status !== 0) process.stderr.write(`${result.stdout ?? ''}${result.stderr ?? ''}`);
  return result.status === 0;
}

function chineseFont() {
  const usual = ['opentype/noto/NotoSansCJK-Regular.ttc', 'truetype/wqy/wqy-microhei.ttc', 'truetype/wqy/wqy-zenhei.ttc'];
  if (usual.some((file) => existsSync(join('/usr/share/fonts', file)))) return true;
  return (spawnSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8' }).stdout ?? '').trim() !== '';
}

function osRelease() {
  return existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
}
