import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { diskFailure, syncFolder } from './durable.ts';

/** A proven new generation of a file that still has to be given its name. */
export interface StagedFile {
  /** Gives it its name, durably. When this throws, either generation may stand there, and either is whole. */
  commit(): void;
  /** Lets go of it; the former generation stays. */
  discard(): void;
}

const PENDING = '.pending';
const CHUNK_BYTES = 4 * 1024 * 1024;

/**
 * Puts `content` in the place of the file at `path`. At every moment, and whatever fails, the file is whole: the former generation
 * or the new one. Throws disk.*.
 */
export function replaceFile(path: string, content: string | Uint8Array): void {
  stageFile(path, [content]).commit();
}

/**
 * Writes the next generation of a file beside it, makes it durable and reads it back, so that what still may fail after this is
 * a rename. Several files that belong together are all staged before the first is committed. Throws disk.*; nothing is then left.
 */
export function stageFile(path: string, content: Iterable<string | Uint8Array>): StagedFile {
  const pending = `${path}${PENDING}`;
  const discard = (): void => discardFile(pending);
  try {
    // Not opened over what lies there: a link planted under this name would be followed.
    rmSync(pending, { force: true });
    const written = writeNew(pending, content);
    if (hashOfFile(pending) !== written) throw new UnprovenError(pending);
  } catch (error) {
    discard();
    throw diskFailure(error, path);
  }
  return {
    commit() {
      try {
        renameSync(pending, path);
        syncFolder(dirname(path));
      } catch (error) {
        discard();
        throw diskFailure(error, path);
      }
    },
    discard,
  };
}

/** Takes a file away where that is possible: what is left of it means nothing. */
export function discardFile(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // Said already is what made it meaningless.
  }
}

/** Reads on until `into` is full or the file ends; answers how many bytes that are. A system may hand over fewer at a time. */
export function readFully(handle: number, into: Uint8Array, position: number): number {
  let filled = 0;
  while (filled < into.byteLength) {
    const count = readSync(handle, into, filled, into.byteLength - filled, position + filled);
    if (count === 0) break;
    filled += count;
  }
  return filled;
}

/** Answers the SHA-256 of what was to be written. */
function writeNew(path: string, content: Iterable<string | Uint8Array>): string {
  const hash = createHash('sha256');
  const handle = openSync(path, 'wx', 0o600);
  try {
    for (const part of content) {
      const bytes = typeof part === 'string' ? Buffer.from(part) : part;
      hash.update(bytes);
      writeFully(handle, bytes);
    }
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  return hash.digest('hex');
}

/** A disk that is nearly full takes a part of what it is given, and says so only by the count. */
function writeFully(handle: number, bytes: Uint8Array): void {
  for (let written = 0; written < bytes.byteLength; ) {
    const count = writeSync(handle, bytes, written, bytes.byteLength - written);
    if (count === 0) throw new UnprovenError('it');
    written += count;
  }
}

function hashOfFile(path: string): string {
  const hash = createHash('sha256');
  const handle = openSync(path, 'r');
  try {
    const chunk = Buffer.alloc(CHUNK_BYTES);
    for (let position = 0; ; ) {
      const count = readFully(handle, chunk, position);
      hash.update(chunk.subarray(0, count));
      position += count;
      if (count < chunk.byteLength) return hash.digest('hex');
    }
  } finally {
    closeSync(handle);
  }
}

/** The disk took what it was given and holds something else. */
class UnprovenError extends Error {
  readonly code = 'EIO';

  constructor(path: string) {
    super(`EIO: what was written to ${path} is not what is read from it`);
  }
}
