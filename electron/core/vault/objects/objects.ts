/**
 * The layout of a sealed object, byte for byte: Tink's AES-GCM-HKDF streaming AEAD with a 32-byte derived key,
 * SHA-256, 64 KiB ciphertext segments and no key-id prefix. Any implementation of it opens our objects.
 *
 *   object  = header ‖ segment 0 ‖ segment 1 ‖ … ‖ segment n-1
 *   header  = 1 byte 0x28 (its own length, 40) ‖ 32-byte random salt ‖ 7-byte random nonce prefix
 *   key     = HKDF-SHA256(input key: object key of the vault, salt: salt, info: associated data), 32 bytes
 *   segment = AES-256-GCM(key, nonce, plaintext part, no further associated data) ‖ 16-byte tag
 *   nonce   = nonce prefix ‖ segment number, 4 bytes big-endian ‖ 1 byte: 1 for the last segment, else 0
 *
 * Header and segment 0 together fill 65,536 bytes, every later segment too, only the last may be shorter: segment 0 holds
 * up to 65,480 bytes of plaintext, a later one up to 65,520. A full last segment is followed by nothing; an empty file is
 * one empty last segment. The segment number ends the layout at 2³² segments, about 256 TiB.
 *
 * Associated data: `casewright/1/object ` ‖ vault id, in ASCII. The object's own name cannot stand there, because it is the
 * HMAC of the plaintext's hash and so known only when the single pass is over. What binds a database row to its file is
 * the salt: the row remembers it, so that an object put in another's place is refused although each opens by itself.
 */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Sha256, VaultId } from '../../../../shared/model/identifier.ts';

export const SALT_BYTES = 32;
const PREFIX_BYTES = 7;
export const HEADER_BYTES = 1 + SALT_BYTES + PREFIX_BYTES;
export const SEGMENT_BYTES = 65_536;
export const TAG_BYTES = 16;
export const FIRST_PLAIN_BYTES = SEGMENT_BYTES - HEADER_BYTES - TAG_BYTES;
export const PLAIN_BYTES = SEGMENT_BYTES - TAG_BYTES;
const MAXIMUM_SEGMENTS = 2 ** 32;
export const MAXIMUM_BYTES = FIRST_PLAIN_BYTES + (MAXIMUM_SEGMENTS - 1) * PLAIN_BYTES;

export const PENDING_PREFIX = '.pending-';

/** What seals and opens the segments of one object. */
export interface ObjectKey {
  readonly key: Uint8Array;
  readonly noncePrefix: Uint8Array;
}

export function objectsFolder(vaultFolder: string): string {
  return join(vaultFolder, 'objects');
}

export function objectPath(vaultFolder: string, name: string): string {
  if (!/^[0-9a-f]{64}$/.test(name)) throw new Error('an object is named by 64 hexadecimal digits');
  return join(objectsFolder(vaultFolder), name.slice(0, 2), name);
}

/** Equal content has one name in a vault; without its key a name tells nothing about the content. */
export function objectName(objectNameKey: Uint8Array, sha256: Sha256): string {
  return createHmac('sha256', objectNameKey).update(Buffer.from(sha256, 'hex')).digest('hex');
}

export function associatedData(vaultId: VaultId): Uint8Array {
  return Buffer.from(`casewright/1/object ${vaultId}`, 'ascii');
}

/** Segments of an object that holds `bytes` of plaintext. */
export function segmentCount(bytes: number): number {
  return bytes <= FIRST_PLAIN_BYTES ? 1 : 1 + Math.ceil((bytes - FIRST_PLAIN_BYTES) / PLAIN_BYTES);
}

export function sealedSize(bytes: number): number {
  return HEADER_BYTES + bytes + segmentCount(bytes) * TAG_BYTES;
}

/** How much plaintext a sealed file of this size holds; undefined when none has that size. */
export function plainSize(sealedBytes: number): number | undefined {
  const bytes = sealedBytes - HEADER_BYTES - Math.ceil(sealedBytes / SEGMENT_BYTES) * TAG_BYTES;
  return bytes >= 0 && sealedSize(bytes) === sealedBytes ? bytes : undefined;
}

/** Where a segment stands: in the sealed file and in the plaintext, both [from, to). */
export function segmentPlace(
  index: number,
  bytes: number,
): { readonly sealedFrom: number; readonly sealedTo: number; readonly from: number; readonly to: number; readonly last: boolean } {
  const from = index === 0 ? 0 : FIRST_PLAIN_BYTES + (index - 1) * PLAIN_BYTES;
  const to = Math.min(FIRST_PLAIN_BYTES + index * PLAIN_BYTES, bytes);
  const sealedFrom = index === 0 ? HEADER_BYTES : index * SEGMENT_BYTES;
  return { sealedFrom, sealedTo: sealedFrom + (to - from) + TAG_BYTES, from, to, last: index === segmentCount(bytes) - 1 };
}

/** The segment that holds plaintext byte `at`. */
export function segmentOf(at: number): number {
  return at < FIRST_PLAIN_BYTES ? 0 : 1 + Math.floor((at - FIRST_PLAIN_BYTES) / PLAIN_BYTES);
}

/** Fresh salt and nonce prefix, as the header that begins the object. */
export function createObjectHeader(): Uint8Array {
  return Uint8Array.from([HEADER_BYTES, ...randomBytes(SALT_BYTES + PREFIX_BYTES)]);
}

/** The salt in a header, hex; undefined when it is no header of ours. */
export function saltOf(header: Uint8Array): string | undefined {
  if (header.byteLength !== HEADER_BYTES || header[0] !== HEADER_BYTES) return undefined;
  return Buffer.from(header.subarray(1, 1 + SALT_BYTES)).toString('hex');
}

export function deriveObjectKey(vaultObjectKey: Uint8Array, header: Uint8Array, data: Uint8Array): ObjectKey {
  const salt = header.subarray(1, 1 + SALT_BYTES);
  return {
    key: new Uint8Array(hkdfSync('sha256', vaultObjectKey, salt, data, 32)),
    noncePrefix: Uint8Array.from(header.subarray(1 + SALT_BYTES, HEADER_BYTES)),
  };
}

/** Writes ciphertext and tag to `into` at `at`; answers the position after them. */
export function sealSegment(object: ObjectKey, index: number, last: boolean, plain: Uint8Array, into: Buffer, at: number): number {
  const cipher = createCipheriv('aes-256-gcm', object.key, nonce(object, index, last), { authTagLength: TAG_BYTES });
  const sealed = cipher.update(plain);
  into.set(sealed, at);
  discard(sealed);
  cipher.final();
  into.set(cipher.getAuthTag(), at + plain.byteLength);
  return at + plain.byteLength + TAG_BYTES;
}

/** Undefined unless every bit, the place in the order and the last-segment mark are as they were sealed. */
export function openSegment(object: ObjectKey, index: number, last: boolean, sealed: Uint8Array): Buffer | undefined {
  if (sealed.byteLength < TAG_BYTES) return undefined;
  const end = sealed.byteLength - TAG_BYTES;
  const decipher = createDecipheriv('aes-256-gcm', object.key, nonce(object, index, last), { authTagLength: TAG_BYTES });
  decipher.setAuthTag(sealed.subarray(end));
  const plain = decipher.update(sealed.subarray(0, end));
  try {
    decipher.final();
    return plain;
  } catch {
    discard(plain);
    return undefined;
  }
}

/**
 * Overwrites bytes that are done with and gives their memory back at once rather than at the next collection: measured
 * over a large file, that halves both the time of the cipher and the peak of memory. The bytes are empty afterwards.
 */
export function discard(bytes: Buffer): void {
  bytes.fill(0);
  const { buffer } = bytes;
  if (buffer instanceof ArrayBuffer && buffer.byteLength === bytes.byteLength) buffer.transfer(0);
}

function nonce(object: ObjectKey, index: number, last: boolean): Uint8Array {
  if (index >= MAXIMUM_SEGMENTS) throw new Error('the segment number ends at 2^32');
  const bytes = new Uint8Array(12);
  bytes.set(object.noncePrefix);
  new DataView(bytes.buffer).setUint32(PREFIX_BYTES, index);
  bytes[11] = last ? 1 : 0;
  return bytes;
}
