import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ElectronApplication, _electron as electron } from '@playwright/test';
import { findElectron } from '../../build/bootstrap/electron.js';
import { build } from '../../build/steps.js';
import { openScreen } from '../support/screen.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Enough that the median forgets a start in which the machine did something else. */
const STARTS = 9;

/**
 * From starting the program until a passphrase can be typed, against an empty Electron window until its one field can be
 * typed into. Both are started in turns, by the same driver, on fresh user data.
 */
export default async function measureStart() {
  const runtime = findElectron();
  if (!runtime) throw new Error('there is no Electron runtime; run: node build/bootstrap --for test');
  if (build().failed > 0) throw new Error('the bundle was not built');
  const folder = mkdtempSync(join(tmpdir(), 'casewright-bench-'));
  const screen = await openScreen();
  try {
    const empty = writeEmptyApp(join(folder, 'empty'));
    const ours: number[] = [];
    const peer: number[] = [];
    for (let start = 0; start < STARTS; start++) {
      ours.push(await timeStart(runtime.path, root, rememberVault(join(folder, `ours-${start}`)), screen.display));
      peer.push(await timeStart(runtime.path, empty, join(folder, `peer-${start}`), screen.display));
    }
    return [
      {
        work: 'start to a usable lock screen against an empty window',
        ours: median(ours),
        peer: median(peer),
        ratio: median(ours) / median(peer),
        unit: 'ms',
        bound: 1.25,
      },
    ];
  } finally {
    screen.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function timeStart(executablePath: string, app: string, userData: string, display: string): Promise<number> {
  for (let attempt = 1; ; attempt++) {
    const began = performance.now();
    let started: ElectronApplication | undefined;
    try {
      started = await electron.launch({
        executablePath,
        args: [app, `--user-data-dir=${userData}`, '--lang=en-US', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
        env: { ...process.env, DISPLAY: display } as Record<string, string>,
        timeout: 20_000,
      });
      const window = await started.firstWindow();
      await window.waitForSelector('input[type=password]:focus', { timeout: 10_000 });
      return performance.now() - began;
    } catch (error) {
      // The driver sometimes loses the race for Electron's first breath; such a start says nothing about either.
      if (attempt === 3) throw error;
    } finally {
      await started?.close();
    }
  }
}

/** One vault the desktop knows, so that it starts with the lock screen and not with the first run. */
function rememberVault(userData: string): string {
  const folder = join(userData, 'Matters.casewright');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'vault.json'), '{}');
  const vault = { key: '4c1c8a52-0f0e-4a4e-9d38-6b1a5a7e1b10', folder, name: 'Matters', users: ['M. Okafor'], heads: [] };
  writeFileSync(join(userData, 'preferences.json'), JSON.stringify({ vaults: [vault] }));
  return userData;
}

function writeEmptyApp(folder: string): string {
  mkdirSync(folder);
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'empty', version: '1.0.0', type: 'module', main: 'index.js' }));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Empty</title><input type="password" autofocus>');
  writeFileSync(
    join(folder, 'index.js'),
    `import { app, BrowserWindow } from 'electron';
void app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1440, height: 900, show: false, webPreferences: { sandbox: true } });
  window.once('ready-to-show', () => window.show());
  void window.loadFile('index.html');
});
app.on('window-all-closed', () => app.quit());
`,
  );
  return folder;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
