import { spawn } from 'node:child_process';
import process from 'node:process';
import type { Readable } from 'node:stream';

/** Whether a window finds no screen here unless one is made for it. */
export function needsScreen(): boolean {
  return process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY'];
}

/** The screen there is, or one that nobody sees. */
export async function openScreen(): Promise<{ readonly display: string; readonly close: () => void }> {
  const present = process.env['DISPLAY'];
  if (present) return { display: present, close: () => undefined };
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1440x960x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const number = await new Promise<string>((resolve, reject) => {
    server.once('error', reject);
    (server.stdio[3] as Readable).once('data', (data: Buffer) => resolve(String(data).trim()));
  });
  return { display: `:${number}`, close: () => void server.kill() };
}
