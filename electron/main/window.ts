import { fileURLToPath } from 'node:url';
import { BrowserWindow, nativeTheme, type Session } from 'electron';
import { APP_START } from './app-protocol.ts';
import { guardContents } from './session-guard.ts';
import type { StoredFile } from './stored-file.ts';

const PRELOAD = fileURLToPath(new URL('../preload/index.cjs', import.meta.url));

/** The paper of either theme (renderer/ui/tokens.css), so that the window never flashes in the other one. */
const PAPER = { light: '#fbfaf7', dark: '#15181d' };

const USUAL = { width: 1440, height: 900 };

export interface NewWindow {
  readonly window: BrowserWindow;
  /** Its page stands and can be shown. */
  readonly ready: Promise<void>;
}

/** The window begins to load at once; it is shown when its page stands, and by then `furnishWindow` has made it the user's own. */
export function createWindow(session: Session): NewWindow {
  const window = new BrowserWindow({
    ...USUAL,
    minWidth: 640,
    minHeight: 480,
    show: false,
    title: 'Casewright',
    autoHideMenuBar: true,
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
  const ready = new Promise<void>((resolve) => window.once('ready-to-show', () => resolve()));
  void window.loadURL(APP_START);
  return { window, ready };
}

/** Theme and size as the user left them; then the window is shown as soon as its page stands. */
export function furnishWindow({ window, ready }: NewWindow, stored: StoredFile): void {
  nativeTheme.themeSource = chosenTheme(stored);
  window.setBackgroundColor(PAPER[nativeTheme.shouldUseDarkColors ? 'dark' : 'light']);
  const { width, height, maximized } = readBounds(stored.get('window'));
  if (width !== USUAL.width || height !== USUAL.height) {
    window.setSize(width, height);
    window.center();
  }
  void ready.then(() => (maximized ? window.maximize() : window.show()));
  window.on('close', () => stored.set('window', { ...window.getNormalBounds(), maximized: window.isMaximized() }));
}

function chosenTheme(stored: StoredFile): 'system' | 'light' | 'dark' {
  const theme = (stored.get('preferences') as { readonly theme?: unknown } | undefined)?.theme;
  return theme === 'light' || theme === 'dark' ? theme : 'system';
}

interface Bounds {
  readonly width: number;
  readonly height: number;
  readonly maximized: boolean;
}

function readBounds(stored: unknown): Bounds {
  const { width, height, maximized } = (stored ?? {}) as Partial<Record<keyof Bounds, unknown>>;
  const known = typeof width === 'number' && typeof height === 'number';
  return { width: known ? width : USUAL.width, height: known ? height : USUAL.height, maximized: maximized === true };
}
