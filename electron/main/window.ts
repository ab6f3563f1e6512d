import { fileURLToPath } from 'node:url';
import { BrowserWindow, nativeTheme, type Session } from 'electron';
import { APP_START } from './app-protocol.ts';
import { guardContents } from './session-guard.ts';
import type { StoredFile } from './stored-file.ts';

const PRELOAD = fileURLToPath(new URL('../preload/index.cjs', import.meta.url));

/** The paper of either theme (renderer/ui/tokens.css), so that the window never flashes in the other one. */
const PAPER = { light: '#fbfaf7', dark: '#15181d' };

export function createWindow(session: Session, stored: StoredFile): BrowserWindow {
  const { width, height, maximized } = readBounds(stored.get('window'));
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
  window.on('close', () => stored.set('window', { ...window.getNormalBounds(), maximized: window.isMaximized() }));
  void window.loadURL(APP_START);
  return window;
}

interface Bounds {
  readonly width: number;
  readonly height: number;
  readonly maximized: boolean;
}

function readBounds(stored: unknown): Bounds {
  const { width, height, maximized } = (stored ?? {}) as Partial<Record<keyof Bounds, unknown>>;
  const known = typeof width === 'number' && typeof height === 'number';
  return { width: known ? width : 1440, height: known ? height : 900, maximized: maximized === true };
}
