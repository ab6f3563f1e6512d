import { app, type BrowserWindow, nativeTheme, protocol, session } from 'electron';
import type { CoreMessage } from '../../shared/contract/index.ts';
import { languageFor } from '../../shared/locales/index.ts';
import { serveApp } from './app-protocol.ts';
import { AutoLock } from './auto-lock.ts';
import { clearClipboard } from './desk/clipboard.ts';
import type { Desk } from './desk/desk.ts';
import { forgetReleases } from './desk/release.ts';
import { rememberHeads } from './desk/vault.ts';
import { ExhibitProtocol } from './exhibit-protocol.ts';
import { openGate, tellWindow } from './gate.ts';
import { Host } from './host.ts';
import { showMenu } from './menu.ts';
import { PreferenceStore } from './preferences.ts';
import { closeNetwork, guardContents, guardSession } from './session-guard.ts';
import { createWindow } from './window.ts';

closeNetwork();
// Chromium itself refuses to run with both; only test runs as root pass the switch.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  { scheme: 'exhibit', privileges: { standard: true, secure: true, stream: true } },
]);
// Whatever makes another page, it gets the same walls.
app.on('web-contents-created', (_event, contents) => guardContents(contents));
app.on('session-created', guardSession);

// Two windows on one vault list would only lock each other out: the second start shows the first one.
if (app.requestSingleInstanceLock()) void app.whenReady().then(start);
else app.quit();

function start(): void {
  const host = new Host();
  host.start();
  const preferences = new PreferenceStore();
  const exhibits = new ExhibitProtocol(host);
  let window: BrowserWindow | null = null;

  const language = () => {
    const chosen = preferences.get().language;
    return chosen === 'system' ? languageFor(app.getPreferredSystemLanguages()[0] ?? app.getLocale()) : chosen;
  };
  const lock = () => void host.call('vault.lock', { reason: 'asked' });
  const applyPreferences = () => {
    nativeTheme.themeSource = preferences.get().theme;
    showMenu({ language: language(), isOpen: desk.openVault !== null, onLock: lock });
    tellWindow(window, { kind: 'preferences', preferences: preferences.get() });
  };
  const desk: Desk = { host, preferences, exhibits, version: app.getVersion(), language, applyPreferences, openVault: null, window: () => window as BrowserWindow };
  const autoLock = new AutoLock({ host, isOpen: () => desk.openVault !== null, lockAfterMinutes: () => preferences.get().lockAfterMinutes });

  applyPreferences();
  // A session in memory: nothing of what the window shows is ever cached on the disk.
  const pages = session.fromPartition('casewright', { cache: false });
  serveApp(pages);
  exhibits.serve(pages);
  openGate({ desk, exhibits, autoLock, window: () => window, log: (line) => process.stderr.write(`${line}\n`) });

  host.on((message) => follow(message));
  window = createWindow(pages, preferences);
  autoLock.start();

  function follow(message: CoreMessage): void {
    if (message.kind === 'changed' && message.nouns.includes('ledger')) void rememberHeads(desk);
    if (message.kind === 'locked') {
      desk.openVault = null;
      void clearClipboard();
      forgetReleases();
      applyPreferences();
    }
    tellWindow(window, message);
  }

  app.on('second-instance', () => {
    if (window?.isMinimized()) window.restore();
    window?.focus();
  });
  app.on('window-all-closed', () => app.quit());
  let left = false;
  app.on('before-quit', (event) => {
    if (left) return;
    // The vault is locked and its last checkpoint written before the app leaves.
    event.preventDefault();
    left = true;
    void clearClipboard();
    void host.close().then(() => app.quit());
  });
}
