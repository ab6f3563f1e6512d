/** `npm start`: bundles when a source is newer than the bundle, then opens the desktop. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { findElectron } from './bootstrap/electron.js';
import { launch } from './bootstrap/launch.js';
import { root } from './bootstrap/places.js';
import { build } from './steps.js';

const electron = findElectron();

if (!electron) refuse('There is no Electron runtime yet; run: node build/bootstrap --for start');
else if (process.platform === 'linux' && process.getuid?.() === 0)
  // Chromium cannot build its sandbox for root, and without it a hostile exhibit would meet no wall.
  refuse('The desktop keeps its sandbox, and that does not work for root. Please start it as an ordinary user.');
else if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY)
  refuse('There is no screen here. The command line does the same work: npm run --silent casewright -- --help');
else if (bundleIsOld() && build().failed > 0) process.exitCode = 1;
else await launch(electron.path, [root, ...process.argv.slice(2)], { cwd: root });

/** @param {string} sentence */
function refuse(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 1;
}

function bundleIsOld() {
  const bundle = ['out/main/index.js', 'out/preload/index.cjs', 'out/core/process.js', 'out/renderer/index.html'].map((path) =>
    join(root, path),
  );
  if (!bundle.every((path) => existsSync(path))) return true;
  const built = Math.min(...bundle.map((path) => statSync(path).mtimeMs));
  const sources = ['electron', 'renderer', 'shared', 'build/bundle', 'package-lock.json'].map((path) => join(root, path));
  return sources.some((path) => newest(path) > built);
}

/** @param {string} path @returns {number} milliseconds of the epoch */
function newest(path) {
  const state = statSync(path);
  if (!state.isDirectory()) return state.mtimeMs;
  return Math.max(state.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}
