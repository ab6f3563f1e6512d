import { fileURLToPath } from 'node:url';
import { BrowserWindow, nativeTheme, type Session } from 'electron';
import { APP_START } from './app-protocol.ts';
import type { PreferenceStore } from './preferences.ts';
import { guardContents } from './session-guard.ts';

const PRELOAD = fileURLToPath(new URL('../preload/index.cjs', import.meta.url));

/** The paper of either theme (renderer/ui/tokens.css), so that the window never flashes in the other one. */
const PAPER = { light: '#fbfaf7', dark: '#15181d' };

export function createWindow(session: Session, preferences: PreferenceStore): BrowserWindow {
  const { width, height, maximized } = preferences.window();
  const window = new BrowserWindow({
    width,
    height,
    minWidth: 640,
    minHeight: 480,
    show: false,
    title: 'Casewright',
    autoHideMenuBar: true,
    backgroundColor: PAPER[nativeTheme.shouldUseDarkColors ? 'dark' : 'light'],
    webPreferences: {
      session,
      preload: PRELOAD,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: process.env['CASEWRIGHT_DEVTOOLS'] === '1',
      backgroundThrottling: true,
    },
  });
  guardContents(window.webContents);
  if (maximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('close', () => {
    const { width: wide, height: high } = window.getNormalBounds();
    preferences.setWindow({ width: wide, height: high, maximized: window.isMaximized() });
  });
  void window.loadURL(APP_START);
  return window;
}
