import { z } from 'zod';
import { sha256 } from './identifier.ts';

/** What people put between the digits when they read, print or type them. */
const between = /[\s:.,;\-‐-―·_]/g;

/** A SHA-256 fingerprint as somebody gave it: in any case and grouping, and with the name of the hash before it. */
export const fingerprint = z
  .string()
  .max(400)
  .transform((given) =>
    given
      .normalize('NFKC')
      .trim()
      .replace(/^sha-?256\s*(?:fingerprint)?\s*[:=]?/i, '')
      .replace(between, '')
      .toLowerCase(),
  )
  .pipe(sha256);

/** Sixty-four digits in groups of four, as they are printed: people compare them aloud. */
export function grouped(hex: string): string {
  return hex.replace(/(.{4})(?=.)/g, '$1 ');
}
