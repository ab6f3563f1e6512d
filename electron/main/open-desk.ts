import { app, type BrowserWindow, nativeTheme, type Session } from 'electron';
import type { CoreMessage } from '../../shared/contract/index.ts';
import { languageFor } from '../../shared/model/language.ts';
import { AutoLock } from './auto-lock.ts';
import { createAnswerer } from './conversations.ts';
import { clearClipboard } from './desk/clipboard.ts';
import type { Desk } from './desk/desk.ts';
import { forgetReleases } from './desk/release.ts';
import { rememberHeads } from './desk/vault.ts';
import { ExhibitProtocol } from './exhibit-protocol.ts';
import { type Answerer, tellWindow } from './threshold.ts';
import { Host } from './host.ts';
import { showMenu } from './menu.ts';
import { PreferenceStore } from './preferences.ts';
import type { StoredFile } from './stored-file.ts';

/** Milliseconds after the window stands until the core is started: it takes a processor from the first picture, and nobody types a passphrase sooner. */
const AFTER_WINDOW = 400;

interface OpenDeskOptions {
  readonly pages: Session;
  readonly stored: StoredFile;
  readonly window: BrowserWindow;
  readonly ready: Promise<void>;
}

/** Everything behind the threshold: the core's process, the exhibits, the locks, the menu. */
export function openDesk({ pages, stored, window, ready }: OpenDeskOptions): Answerer {
  const host = new Host();
  const preferences = new PreferenceStore(stored);
  const exhibits = new ExhibitProtocol(host);
  const desk: Desk = {
    host,
    preferences,
    exhibits,
    version: app.getVersion(),
    language,
    applyPreferences,
    openVault: null,
    window: () => window,
  };
  const autoLock = new AutoLock({
    host,
    isOpen: () => desk.openVault !== null,
    lockAfterMinutes: () => preferences.get().lockAfterMinutes,
  });

  exhibits.serve(pages);
  host.on(follow);
  autoLock.start();
  void ready.then(() => {
    setTimeout(() => {
      host.start();
      applyPreferences();
    }, AFTER_WINDOW);
  });
  endInOrder(host);
  return createAnswerer({ desk, exhibits, autoLock, log: (line) => process.stderr.write(`${line}\n`) });

  function language() {
    const chosen = preferences.get().language;
    return chosen === 'system' ? languageFor(app.getPreferredSystemLanguages()[0] ?? app.getLocale()) : chosen;
  }

  function applyPreferences(): void {
    const present = preferences.get();
    nativeTheme.themeSource = present.theme;
    showMenu({ language: language(), isOpen: desk.openVault !== null, onLock: () => void host.call('vault.lock', { reason: 'asked' }) });
    tellWindow(window, { kind: 'preferences', preferences: present });
  }

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
}

/** The vault is locked and its last checkpoint written before the app leaves. */
function endInOrder(host: Host): void {
  let left = false;
  app.on('before-quit', (event) => {
    if (left) return;
    event.preventDefault();
    left = true;
    void clearClipboard();
    void host.close().then(() => app.quit());
  });
}
