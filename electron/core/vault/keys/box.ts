import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { z } from 'zod';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** A few secret bytes under AES-256-GCM: ciphertext with the tag appended, both as base64. */
export const box = z.strictObject({ nonce: z.base64().length(16), sealed: z.base64().min(24).max(131_072) }).readonly();
export type Box = z.infer<typeof box>;

/** `context` is authenticated but not stored: a box moved to another place does not open there. */
export function closeBox(key: Uint8Array, secret: Uint8Array, context: string): Box {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES }).setAAD(Buffer.from(context));
  const sealed = Buffer.concat([cipher.update(secret), cipher.final(), cipher.getAuthTag()]);
  return { nonce: nonce.toString('base64'), sealed: sealed.toString('base64') };
}

/** Undefined when the key, the context or a single bit is not the one it was closed with. */
export function openBox(key: Uint8Array, closed: Box, context: string): Uint8Array | undefined {
  const sealed = Buffer.from(closed.sealed, 'base64');
  if (sealed.byteLength < TAG_BYTES) return undefined;
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(closed.nonce, 'base64'), { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(context)).setAuthTag(sealed.subarray(-TAG_BYTES));
  const parts = [decipher.update(sealed.subarray(0, -TAG_BYTES))];
  try {
    parts.push(decipher.final());
    const secret = Uint8Array.from(Buffer.concat(parts));
    return secret;
  } catch {
    return undefined;
  } finally {
    for (const part of parts) part.fill(0);
  }
}
