/**
 * The notices of what a package of Casewright carries: every package that is not for development only, its version, its
 * licence and the text it came with. `node build/notices.js` writes THIRD-PARTY-NOTICES.md; `--check` says whether it is true.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { root } from './bootstrap/places.js';

const FILE = join(root, 'THIRD-PARTY-NOTICES.md');
const HEAD = `# Third-party notices

Casewright stands on the work of others. Each of these packages is in what we ship, under its own licence. Made by \`node build/notices.js\` from the lock file and the packages themselves;
\`npm run check\` says when it is no longer true.
`;

/**
 * @typedef {{ readonly version?: string, readonly license?: string, readonly dev?: boolean, readonly devOptional?: boolean, readonly os?: unknown, readonly cpu?: unknown }} Locked
 * @typedef {{ readonly name: string, readonly version: string, readonly licence: string, readonly text: string }} Notice
 */

/** @returns {string} the whole file as it should be */
function composeNotices() {
  const notices = shipped().map(noticeOf);
  /** @type {Map<string, Notice[]>} */
  const alike = new Map();
  for (const notice of notices) {
    const key = `${notice.licence}\n${notice.text}`;
    alike.set(key, [...(alike.get(key) ?? []), notice]);
  }
  return [HEAD, ...[...alike.values()].map(sectionOf)].join('\n');
}

/** A build for one system only carries its parent's licence and is not there on other machines. @returns {readonly (readonly [path: string, locked: Locked])[]} */
function shipped() {
  /** @type {Readonly<Record<string, Locked>>} */
  const packages = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  return Object.entries(packages)
    .filter(([path, { dev, devOptional, os, cpu }]) => path !== '' && !dev && !devOptional && !os && !cpu)
    .toSorted(([one], [other]) => (one < other ? -1 : 1));
}

/** @param {readonly [path: string, locked: Locked]} entry @returns {Notice} */
function noticeOf([path, locked]) {
  const folder = join(root, path);
  const own = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const text = textOf(folder);
  const licence = own.license ?? locked.license ?? (text === '' ? undefined : 'Its own text says what it is under.');
  if (typeof licence !== 'string') throw new Error(`${path} neither names a licence nor carries one; look into it before it is shipped`);
  return { name: own.name, version: own.version, licence, text };
}

/** @param {string} folder */
function textOf(folder) {
  return readdirSync(folder)
    .filter((name) => /^(licen[cs]e|notice|copying|ofl)([.-]|$)/i.test(name))
    .toSorted()
    .map((name) => readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n').trim())
    .join('\n\n');
}

/** @param {readonly Notice[]} notices of one licence text */
function sectionOf(notices) {
  const [{ licence, text }] = /** @type {[Notice]} */ (/** @type {unknown} */ (notices));
  const names = notices.map(({ name, version }) => `${name} ${version}`).join(', ');
  const body = text === '' ? 'The package carries no text of its licence.' : `\`\`\`text\n${text.replaceAll('```', "'''")}\n\`\`\``;
  return `## ${names}\n\n${licence}\n\n${body}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const notices = composeNotices();
  if (process.argv[2] !== '--check') writeFileSync(FILE, notices);
  else if (!existsSync(FILE) || readFileSync(FILE, 'utf8') !== notices) {
    process.stderr.write('THIRD-PARTY-NOTICES.md is not what the lock file says; run: node build/notices.js\n');
    process.exitCode = 1;
  }
}
