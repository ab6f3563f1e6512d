import { join } from 'node:path';
import { app, type BrowserWindow, nativeTheme, protocol, session } from 'electron';
import { serveApp } from './app-protocol.ts';
import { type Answerer, openGate } from './gate.ts';
import { closeNetwork, guardContents, guardSession } from './session-guard.ts';
import { StoredFile } from './stored-file.ts';
import { createWindow } from './window.ts';

closeNetwork();
// Chromium itself refuses to run with both; only test runs as root pass the switch.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  { scheme: 'exhibit', privileges: { standard: true, secure: true, stream: true } },
]);
// Whatever makes another page or session, it gets the same walls.
app.on('web-contents-created', (_event, contents) => guardContents(contents));
app.on('session-created', guardSession);
app.on('window-all-closed', () => app.quit());

// Read while Chromium still starts; needed only once the window asks its first question.
const opening = import('./open-desk.ts');

// Two windows on one vault list would only lock each other out: the second start shows the first one.
if (app.requestSingleInstanceLock()) void app.whenReady().then(start);
else app.quit();

/** The window first; the core, the menus and the locks while its page loads. */
async function start(): Promise<void> {
  const stored = new StoredFile(join(app.getPath('userData'), 'preferences.json'));
  nativeTheme.themeSource = chosenTheme(stored);
  // A session in memory: nothing of what the window shows is ever cached on the disk.
  const pages = session.fromPartition('casewright', { cache: false });
  serveApp(pages);
  let window: BrowserWindow | null = null;
  const answerer = Promise.withResolvers<Answerer>();
  openGate(() => window, answerer.promise);
  const shown = createWindow(pages, stored);
  window = shown;
  app.on('second-instance', () => {
    if (shown.isMinimized()) shown.restore();
    shown.focus();
  });
  const { openDesk } = await opening;
  answerer.resolve(openDesk({ pages, stored, window: shown }));
}

function chosenTheme(stored: StoredFile): 'system' | 'light' | 'dark' {
  const theme = (stored.get('preferences') as { readonly theme?: unknown } | undefined)?.theme;
  return theme === 'light' || theme === 'dark' ? theme : 'system';
}
