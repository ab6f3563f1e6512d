import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ElectronApplication, _electron as electron, expect, type Page, test as base } from '@playwright/test';
import { needsScreen, openScreen } from '../support/screen.ts';
import { Desktop } from './pages/desktop.ts';
import { Looks } from './pages/looks.ts';
import { Room } from './pages/room.ts';
import { ShellPage } from './pages/shell-page.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

interface WorkerFixtures {
  /** Where nobody looks on, every worker has a screen of its own, and with it a clipboard and a focus of its own. */
  readonly ownScreen: undefined;
}

interface Fixtures {
  /** Folder of this test alone: the app's own data and whatever vaults and exports the test makes. Removed afterwards. */
  readonly folder: string;
  readonly desktop: Desktop;
  readonly window: Page;
  readonly room: Room;
  readonly shell: ShellPage;
  readonly looks: Looks;
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  ownScreen: [
    async ({}, use) => {
      const made = needsScreen() ? await openScreen() : undefined;
      if (made) process.env['DISPLAY'] = made.display;
      await use(undefined);
      made?.close();
    },
    { scope: 'worker', auto: true },
  ],

  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'casewright-e2e-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true });
  },

  desktop: async ({ folder }, use) => {
    const desktop = await launchDesktop(folder);
    await use(desktop);
    await desktop.close().catch(() => undefined);
  },

  window: async ({ desktop }, use) => {
    await use(await firstWindow(desktop));
  },

  room: async ({ window, desktop }, use) => use(new Room(window, desktop)),
  shell: async ({ window }, use) => use(new ShellPage(window)),
  looks: async ({ window }, use, info) => use(new Looks(window, info)),
});

export { expect };

export async function launchDesktop(folder: string, options: { readonly language?: 'en-US' | 'zh-CN' } = {}): Promise<Desktop> {
  await mkdir(folder, { recursive: true });
  const launch = () =>
    electron.launch({
      executablePath: process.env['CASEWRIGHT_ELECTRON'] ?? '',
      // As root Chromium has no sandbox to build; a person's start keeps it.
      args: [
        root,
        `--user-data-dir=${join(folder, 'user-data')}`,
        `--lang=${options.language ?? 'en-US'}`,
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ],
      cwd: folder,
      timeout: LAUNCH_LIMIT,
      env: { ...process.env, LANGUAGE: (options.language ?? 'en-US').replace('-', '_'), LC_ALL: 'C.UTF-8', TZ: 'Europe/Berlin' } as Record<
        string,
        string
      >,
    });
  return new Desktop(await launchPatiently(launch), () => launchPatiently(launch));
}

/** A start takes two seconds. Now and then the test driver loses the race for Electron's first breath, with an empty app as with this one. */
const LAUNCH_LIMIT = 20_000;
const LAUNCH_ATTEMPTS = 3;

async function launchPatiently(launch: () => Promise<ElectronApplication>): Promise<ElectronApplication> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await launch();
    } catch (error) {
      if (attempt === LAUNCH_ATTEMPTS) throw error;
    }
  }
}

export async function firstWindow(desktop: Desktop): Promise<Page> {
  const window = await desktop.app.firstWindow();
  // A sentence that Chromium refused something, or an error of the page, fails the test that caused it.
  window.on('pageerror', (error) => {
    throw error;
  });
  await window.waitForSelector('#root > *');
  return window;
}
