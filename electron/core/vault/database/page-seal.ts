import { createHmac, pbkdf2Sync } from 'node:crypto';
import type { Database } from './database.ts';

/**
 * SQLCipher 4 seals every page by itself: the last 80 of its 4096 bytes are a 16-byte initialisation vector and an
 * HMAC-SHA512 over ciphertext, vector and page number. The HMAC key comes from the database key and the file's salt,
 * the first 16 bytes of page 1, which are not part of that page's seal.
 */
const PAGE = 4096;
const SEAL = 64;
const SALT = 16;
const BATCH = 256;

/** Numbers (from 1) of the pages in the database file whose seal does not hold; pages still in the log are not looked at. */
export function* checkPageSeals(
  database: Database,
  key: Uint8Array,
): Generator<{ readonly pages: number; readonly broken: readonly number[] }> {
  const salt = database.readFile(0, SALT).map((byte) => byte ^ 0x3a);
  const sealKey = pbkdf2Sync(key, salt, 2, 32, 'sha512');
  const pages = Math.ceil(database.fileBytes() / PAGE);
  for (let first = 1; first <= pages; first += BATCH) {
    const bytes = database.readFile((first - 1) * PAGE, BATCH * PAGE);
    const broken: number[] = [];
    const count = Math.ceil(bytes.length / PAGE);
    for (let index = 0; index < count; index += 1) {
      const page = bytes.subarray(index * PAGE, (index + 1) * PAGE);
      if (!holds(sealKey, page, first + index)) broken.push(first + index);
    }
    yield { pages: count, broken };
  }
  sealKey.fill(0);
}

function holds(sealKey: Uint8Array, page: Buffer, number: number): boolean {
  if (page.length !== PAGE) return false;
  const suffix = Buffer.alloc(4);
  suffix.writeUInt32LE(number);
  const sealed = page.subarray(number === 1 ? SALT : 0, PAGE - SEAL);
  return createHmac('sha512', sealKey)
    .update(sealed)
    .update(suffix)
    .digest()
    .equals(page.subarray(PAGE - SEAL));
}
