import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Session } from 'electron';
import { createContentPolicy } from './content-policy.ts';

export const APP_ORIGIN = 'app://casewright';
export const APP_START = `${APP_ORIGIN}/index.html`;

const ROOT = fileURLToPath(new URL('../renderer/', import.meta.url));

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.wasm': 'application/wasm',
};

/** Serves the window's own files under `app://casewright/`, so that no page of the app is a `file:` page. */
export function serveApp(session: Session): void {
  session.protocol.handle('app', async (request) => {
    const file = fileFor(new URL(request.url));
    const mediaType = file && mediaTypes[extname(file)];
    if (!file || !mediaType || request.method !== 'GET') return new Response(null, { status: 404 });
    const policy = createContentPolicy();
    const headers = {
      'Content-Type': mediaType,
      'Content-Security-Policy': policy.header,
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
    };
    try {
      if (extname(file) === '.html') return new Response((await readFile(file, 'utf8')).replaceAll('{{nonce}}', policy.nonce), { headers });
      return new Response(new Uint8Array(await readFile(file)), { headers });
    } catch {
      return new Response(null, { status: 404 });
    }
  });
}

/** The file an address of the app means; null for another host or a way out of the folder. */
export function fileFor(url: URL, root = ROOT): string | null {
  if (url.host !== 'casewright') return null;
  let path: string;
  try {
    path = decodeURIComponent(url.pathname);
  } catch {
    return null;
  }
  const file = normalize(join(root, path));
  return file.startsWith(root.endsWith(sep) ? root : root + sep) && !path.includes('\0') ? file : null;
}
