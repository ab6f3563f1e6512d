import { randomBytes } from 'node:crypto';

export interface ContentPolicy {
  readonly nonce: string;
  readonly header: string;
}

/**
 * What a page of the app may load: itself, and exhibits as pictures and sound. No inline script, no eval, no network, no
 * frame, and no HTML made from strings. The nonce serves the few style rules the component library adds at run time.
 */
export function createContentPolicy(): ContentPolicy {
  const nonce = randomBytes(18).toString('base64');
  const header = [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "font-src 'self'",
    "img-src 'self' blob: exhibit:",
    'media-src blob: exhibit:',
    "worker-src 'self'",
    "connect-src 'none'",
    "object-src 'none'",
    "frame-src 'none'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
  return { nonce, header };
}
