import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ProtocolRequest, ProtocolResponse, Session } from 'electron';
import { createContentPolicy } from './content-policy.ts';

export const APP_ORIGIN = 'app://casewright';
export const APP_START = `${APP_ORIGIN}/index.html`;

const ROOT = fileURLToPath(new URL('../renderer/', import.meta.url));

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.wasm': 'application/wasm',
};

/**
 * Serves the window's own files under `app://casewright/`, so that no page of the app is a `file:` page. By buffer and not by
 * `protocol.handle`: the first Request and Response of a process load Node's whole fetch, 50 ms before the first picture.
 */
export function serveApp(session: Session): void {
  session.protocol.registerBufferProtocol('app', (request, respond) => void answer(request).then(respond));
}

async function answer(request: ProtocolRequest): Promise<ProtocolResponse> {
  const file = fileFor(new URL(request.url));
  const mediaType = file && mediaTypes[extname(file)];
  if (!file || !mediaType || request.method !== 'GET') return missing;
  const policy = createContentPolicy();
  try {
    const content = await readFile(file);
    const page = mediaType === mediaTypes['.html'];
    return {
      data: page ? Buffer.from(content.toString('utf8').replaceAll('{{nonce}}', policy.nonce)) : content,
      mimeType: mediaType,
      ...(mediaType.startsWith('text/') ? { charset: 'utf-8' } : {}),
      headers: { 'Content-Security-Policy': policy.header, 'Referrer-Policy': 'no-referrer', 'X-Content-Type-Options': 'nosniff' },
    };
  } catch {
    return missing;
  }
}

const missing: ProtocolResponse = { statusCode: 404, data: Buffer.alloc(0) };

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
