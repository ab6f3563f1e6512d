import { createHash } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Sha256 } from '../../../shared/model/identifier.ts';
import { FailureError } from '../../../shared/result.ts';
import { besideName, giveName } from '../disk/beside.ts';
import { diskFailure } from '../disk/durable.ts';

/** A file that appears whole or not at all, and never in another's place. */
export interface ExportFile {
  write(bytes: Uint8Array | string): void;
  /** Makes it durable and gives it its name. Throws exhibit.destination-exists, disk.*. */
  finish(): { readonly bytes: number; readonly sha256: Sha256 };
  /** Leaves nothing behind, neither before nor after it was finished. */
  withdraw(): void;
}

/** Throws exhibit.destination-exists and disk.*. */
export function createExportFile(path: string): ExportFile {
  if (existsSync(path)) throw new FailureError('exhibit.destination-exists', { path });
  const unfinished = besideName(path);
  const file = onDisk(path, () => openSync(unfinished, 'wx', 0o600));
  const hash = createHash('sha256');
  let bytes = 0;
  let open = true;
  let named = false;
  const close = (): void => {
    if (open) closeSync(file);
    open = false;
  };
  return {
    write(given) {
      const piece = typeof given === 'string' ? Buffer.from(given) : given;
      hash.update(piece);
      bytes += piece.length;
      onDisk(path, () => {
        for (let at = 0; at < piece.length; ) at += writeSync(file, piece, at);
      });
    },
    finish() {
      onDisk(path, () => {
        fsyncSync(file);
        close();
        if (!giveName(unfinished, path)) throw new FailureError('exhibit.destination-exists', { path });
        named = true;
      });
      return { bytes, sha256: hash.digest('hex') as Sha256 };
    },
    withdraw() {
      close();
      rmSync(unfinished, { force: true });
      if (named) rmSync(path, { force: true });
    },
  };
}

function onDisk<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new FailureError('disk.folder-missing', { folder: dirname(path) });
    throw diskFailure(error, path);
  }
}
