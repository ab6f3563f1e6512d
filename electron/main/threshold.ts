import { type BrowserWindow, type IpcMainInvokeEvent, ipcMain } from 'electron';
import type { WindowMessage } from '../../shared/contract/bridge.ts';
import { describeFailure, type Result } from '../../shared/result.ts';
import { APP_ORIGIN } from './app-protocol.ts';

/** Answers one message of the window; never rejects. */
export type Answerer = (message: unknown) => Promise<Result<unknown>>;

/**
 * The only way from the window into the main process, and the only file that names ipcMain. It stands before anything else
 * does: a message that comes early waits for `answerer`, which knows the contract.
 */
export function openThreshold(window: () => BrowserWindow | null, answerer: Promise<Answerer>): void {
  ipcMain.handle('call', async (event, message): Promise<Result<unknown>> => {
    if (!isOurs(event, window())) return { ok: false, failure: describeFailure('conversation.unknown', { name: 'from a stranger' }) };
    return (await answerer)(message);
  });
}

/** Tells what the core says and what preferences became; nothing else ever goes to the window unasked. */
export function tellWindow(window: BrowserWindow | null, message: WindowMessage): void {
  if (window && !window.isDestroyed()) window.webContents.send('message', message);
}

/** Only the top frame of our own window, showing our own page, may ask. */
function isOurs(event: IpcMainInvokeEvent, window: BrowserWindow | null): boolean {
  const frame = event.senderFrame;
  if (!frame || !window || window.isDestroyed()) return false;
  return event.sender === window.webContents && frame === window.webContents.mainFrame && frame.url.startsWith(`${APP_ORIGIN}/`);
}
