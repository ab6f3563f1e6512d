import { closeSync, constants, fstatSync, lstatSync, openSync, read, type BigIntStats } from 'node:fs';
import { promisify } from 'node:util';
import { FailureError } from '../../../../shared/result.ts';
import { diskFailure } from '../../disk/durable.ts';
import { MAXIMUM_BYTES } from './objects.ts';

const readFrom = promisify(read);

export interface SourceFile {
  readonly bytes: number;
  /** Milliseconds since 1970 UTC, as the file system tells it. */
  readonly modifiedAt: number;
  /** Reads on from where it stands; fewer bytes than asked for only at the end. */
  read(into: Uint8Array): Promise<number>;
  /** Throws exhibit.source-changed unless the file is still the one, and in the state, that was opened. */
  checkUnchanged(): Promise<void>;
  close(): void;
}

/**
 * Opens an ordinary file for one pass. Links are not followed: what a link points to can be exchanged behind our back.
 * Throws exhibit.source-missing, -link, -special, -too-large, disk.denied.
 */
export function openSource(path: string, rawPath?: Uint8Array): SourceFile {
  // A name that is not UTF-8 is found by its bytes only; messages carry the readable form.
  const place = rawPath ? Buffer.from(rawPath) : path;
  const seen = look(path, place);
  const handle = openWithoutFollowing(path, place);
  try {
    const before = fstatSync(handle, { bigint: true });
    if (!before.isFile()) throw new FailureError('exhibit.source-special', { path });
    if (before.ino !== seen.ino || before.dev !== seen.dev) throw changed(path);
    if (before.size > BigInt(MAXIMUM_BYTES)) throw new FailureError('exhibit.source-too-large', { path });
    return {
      bytes: Number(before.size),
      modifiedAt: Number(before.mtimeNs / 1_000_000n),
      read: (into) => readFully(handle, into, path),
      checkUnchanged: async () => {
        // One byte more than it had: it grew after the last look at its size.
        if ((await readFully(handle, new Uint8Array(1), path)) > 0) throw changed(path);
        if (!same(before, fstatSync(handle, { bigint: true })) || !same(before, lookAgain(path, place))) throw changed(path);
      },
      close: () => closeSync(handle),
    };
  } catch (error) {
    closeSync(handle);
    throw error;
  }
}

function look(path: string, place: string | Buffer): BigIntStats {
  try {
    const seen = lstatSync(place, { bigint: true });
    if (seen.isSymbolicLink()) throw new FailureError('exhibit.source-link', { path });
    // Looked at before opening: opening a pipe waits for its writer, and opening a device may do something.
    if (!seen.isFile()) throw new FailureError('exhibit.source-special', { path });
    return seen;
  } catch (error) {
    throw sourceFailure(error, path);
  }
}

function lookAgain(path: string, place: string | Buffer): BigIntStats {
  try {
    return lstatSync(place, { bigint: true });
  } catch {
    throw changed(path);
  }
}

function openWithoutFollowing(path: string, place: string | Buffer): number {
  try {
    return openSync(place, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    throw sourceFailure(error, path);
  }
}

async function readFully(handle: number, into: Uint8Array, path: string): Promise<number> {
  let filled = 0;
  try {
    while (filled < into.byteLength) {
      const { bytesRead } = await readFrom(handle, into, filled, into.byteLength - filled, null);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
  } catch (error) {
    throw diskFailure(error, path);
  }
  return filled;
}

/** The change time counts too: unlike the modification time, no program can set it back. */
function same(before: BigIntStats, after: BigIntStats): boolean {
  return (
    before.ino === after.ino &&
    before.dev === after.dev &&
    before.size === after.size &&
    before.mtimeNs === after.mtimeNs &&
    before.ctimeNs === after.ctimeNs
  );
}

function changed(path: string): FailureError {
  return new FailureError('exhibit.source-changed', { path });
}

function sourceFailure(error: unknown, path: string): FailureError {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT' || code === 'ENOTDIR') return new FailureError('exhibit.source-missing', { path });
  if (code === 'ELOOP') return new FailureError('exhibit.source-link', { path });
  return diskFailure(error, path);
}
