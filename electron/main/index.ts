import { app, type BrowserWindow, protocol, session } from 'electron';
import { serveApp } from './app-protocol.ts';
import { type Answerer, openThreshold } from './threshold.ts';
import { closeNetwork, guardContents, guardSession } from './session-guard.ts';
import { createWindow, furnishWindow } from './window.ts';

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

// Read while Chromium starts and the page loads; needed only once the window is shown and asks its first question.
const opening = import('./open-desk.ts');
const storing = import('./stored-file.ts');

// Two windows on one vault list would only lock each other out: the second start shows the first one.
if (app.requestSingleInstanceLock()) void app.whenReady().then(start);
else app.quit();

/** The window first; the core, the menus and the locks while its page loads. */
async function start(): Promise<void> {
  // A session in memory: nothing of what the window shows is ever cached on the disk.
  const pages = session.fromPartition('casewright', { cache: false });
  serveApp(pages);
  let window: BrowserWindow | null = null;
  const answerer = Promise.withResolvers<Answerer>();
  openThreshold(() => window, answerer.promise);
  const made = createWindow(pages);
  const shown = made.window;
  window = shown;
  app.on('second-instance', () => {
    if (shown.isMinimized()) shown.restore();
    shown.focus();
  });
  const { openStoredFile } = await storing;
  const stored = openStoredFile();
  furnishWindow(made, stored);
  const { openDesk } = await opening;
  answerer.resolve(openDesk({ pages, stored, ...made }));
}
