import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import type { VaultId } from '../../../../shared/model/identifier.ts';
import { FailureError } from '../../../../shared/result.ts';
import type { SealedObject } from '../../domain/ports/index.ts';
import { diskFailure } from '../../disk/durable.ts';
import { assertFolder } from '../folder/vault-folder.ts';
import { wipe } from '../keys/keys.ts';
import {
  associatedData,
  deriveObjectKey,
  HEADER_BYTES,
  objectPath,
  openSegment,
  plainSize,
  saltOf,
  SEGMENT_BYTES,
  sealedSize,
  segmentCount,
  segmentPlace,
} from './objects.ts';

/** An object's file with its segments, each authenticated before it is answered. */
export interface SealedFile {
  readonly bytes: number;
  readonly segments: number;
  /** The plaintext of one segment. Throws object.altered. */
  segment(index: number): Buffer;
  close(): void;
}

/**
 * Size, salt and header are compared with what the database knows before anything is decrypted.
 * `exhibit` is how a failure names the object. Throws object.missing, object.altered; vault.folder-missing where the whole folder
 * is gone (a drive taken out, say), because that one exhibit is missing would be the wrong alarm.
 */
export function openSealedFile(
  at: { readonly folder: string; readonly vaultId: VaultId; readonly objectKey: Uint8Array; readonly object: SealedObject },
  exhibit: string,
): SealedFile {
  assertFolder(at.folder);
  return openSealedPath({ ...at, path: objectPath(at.folder, at.object.name) }, exhibit);
}

/** The same wherever the file lies. */
export function openSealedPath(
  at: {
    readonly path: string;
    readonly vaultId: VaultId;
    readonly objectKey: Uint8Array;
    readonly object: Pick<SealedObject, 'salt' | 'sealedBytes' | 'bytes'>;
  },
  exhibit: string,
): SealedFile {
  const { object, path } = at;
  const altered = (problem: string): FailureError => new FailureError('object.altered', { exhibit, problem });
  const handle = openObject(path, exhibit);
  try {
    const { size } = fstatSync(handle);
    if (object.sealedBytes !== sealedSize(object.bytes)) throw altered('the database gives it an impossible size');
    if (size !== object.sealedBytes) throw altered(`it has ${size} bytes instead of ${object.sealedBytes}`);
    const scratch = Buffer.alloc(SEGMENT_BYTES);
    const header = Uint8Array.from(readAt(handle, 0, scratch.subarray(0, HEADER_BYTES), path));
    const salt = saltOf(header);
    if (salt === undefined) throw altered('its header was overwritten');
    if (salt !== object.salt) throw altered('another object stands in its place');
    const key = deriveObjectKey(at.objectKey, header, associatedData(at.vaultId));
    return {
      bytes: object.bytes,
      segments: segmentCount(object.bytes),
      segment: (index) => {
        const place = segmentPlace(index, object.bytes);
        const plain = openSegment(
          key,
          index,
          place.last,
          readAt(handle, place.sealedFrom, scratch.subarray(0, place.sealedTo - place.sealedFrom), path),
        );
        if (!plain) throw altered(`segment ${index + 1} of ${segmentCount(object.bytes)} is not what was sealed`);
        return plain;
      },
      close: () => {
        wipe(key.key);
        closeSync(handle);
      },
    };
  } catch (error) {
    closeSync(handle);
    throw error;
  }
}

/** What a sealed file says of itself without being opened: its size and its salt. Throws object.missing, object.altered. */
export function describeSealedFile(path: string, exhibit: string): Pick<SealedObject, 'salt' | 'sealedBytes' | 'bytes'> {
  const handle = openObject(path, exhibit);
  try {
    const sealedBytes = fstatSync(handle).size;
    const bytes = plainSize(sealedBytes);
    if (bytes === undefined) throw new FailureError('object.altered', { exhibit, problem: `no object has ${sealedBytes} bytes` });
    const salt = saltOf(Uint8Array.from(readAt(handle, 0, Buffer.alloc(HEADER_BYTES), path)));
    if (salt === undefined) throw new FailureError('object.altered', { exhibit, problem: 'its header was overwritten' });
    return { salt, sealedBytes, bytes };
  } finally {
    closeSync(handle);
  }
}

function openObject(path: string, exhibit: string): number {
  try {
    return openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new FailureError('object.missing', { exhibit });
    if (code === 'ELOOP') throw new FailureError('object.altered', { exhibit, problem: 'a link stands in its place' });
    throw diskFailure(error, path);
  }
}

/** Shorter than asked for only where the file ends; its authentication fails then. */
function readAt(handle: number, position: number, into: Buffer, path: string): Buffer {
  try {
    let filled = 0;
    while (filled < into.byteLength) {
      const count = readSync(handle, into, filled, into.byteLength - filled, position + filled);
      if (count === 0) break;
      filled += count;
    }
    return into.subarray(0, filled);
  } catch (error) {
    throw diskFailure(error, path);
  }
}
