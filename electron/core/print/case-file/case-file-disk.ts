import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, fstatSync, openSync, readSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Sha256 } from '../../../../shared/model/identifier.ts';
import { FailureError } from '../../../../shared/result.ts';
import type { Sink } from '../press/pdf-writer.ts';
import type { SignatureSlot } from '../../tasks/print.ts';
import { slotBytes } from '../press/signature-slot.ts';

const piece = 4 << 20;

/** Takes a name that nobody has. Throws release.destination-exists and disk.*. */
export function reserve(path: string): number {
  return onDisk(path, () => openSync(path, 'wx+', 0o600));
}

/**
 * Writes into a file that exists. The thread that writes opens it itself: were it ended in the middle, a descriptor lent
 * to it might by then be another file's.
 */
export async function writeInto<T>(path: string, write: (sink: Sink) => Promise<T>): Promise<T> {
  const file = onDisk(path, () => openSync(path, 'r+'));
  try {
    return await write((bytes) =>
      onDisk(path, () => {
        for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at, Math.min(bytes.length - at, piece));
      }),
    );
  } finally {
    closeSync(file);
  }
}

/**
 * Puts the signature into its slot and makes the file last. Reads it back whole: what was signed must be what stands on
 * the disk. Answers the hash of the file. Throws disk.* and release.failed.
 */
export function signOnDisk(file: number, path: string, bytes: number, slot: SignatureSlot, signature: Uint8Array): Sha256 {
  return onDisk(path, () => {
    const filled = slotBytes(slot, signature);
    for (let at = 0; at < filled.length; ) at += writeSync(file, filled, at, filled.length - at, slot.start + at);
    fsyncSync(file);
    keepName(path);
    if (fstatSync(file).size !== bytes) throw new FailureError('release.failed', { problem: 'the file on the disk has another size' });
    const signed = createHash('sha256');
    feed(file, 0, slot.start, (part) => signed.update(part));
    const whole = signed.copy();
    feed(file, slot.start, slot.end, (part) => whole.update(part));
    feed(file, slot.end, bytes, (part) => {
      signed.update(part);
      whole.update(part);
    });
    if (signed.digest('hex') !== slot.digest)
      throw new FailureError('release.failed', { problem: 'the file on the disk is not what was signed' });
    return whole.digest('hex') as Sha256;
  });
}

/** A folder holds the file's name, and is written on its own; Windows has no such step. */
function keepName(path: string): void {
  if (process.platform === 'win32') return;
  const folder = openSync(dirname(path), 'r');
  fsyncSync(folder);
  closeSync(folder);
}

function feed(file: number, from: number, to: number, take: (part: Uint8Array) => void): void {
  const buffer = Buffer.allocUnsafe(Math.min(piece, to - from));
  for (let at = from; at < to; ) {
    const read = readSync(file, buffer, 0, Math.min(buffer.length, to - at), at);
    if (read === 0) throw new Error('the file ended early');
    take(buffer.subarray(0, read));
    at += read;
  }
}

function onDisk<T>(path: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    throw error instanceof FailureError ? error : diskFailure(error, path);
  }
}

function diskFailure(error: unknown, path: string): FailureError {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'EEXIST') return new FailureError('release.destination-exists', { path });
  if (code === 'ENOSPC' || code === 'EDQUOT') return new FailureError('disk.full', {}, { cause: error });
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return new FailureError('disk.denied', { path }, { cause: error });
  return new FailureError('disk.failed', { path, problem: error instanceof Error ? error.message : String(error) }, { cause: error });
}
