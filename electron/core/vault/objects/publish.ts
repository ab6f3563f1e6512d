import { closeSync, existsSync, fstatSync, linkSync, mkdirSync, openSync, readSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { FailureError } from '../../../../shared/result.ts';
import { syncFolder } from '../../disk/durable.ts';
import { HEADER_BYTES, objectPath, objectsFolder, saltOf } from './objects.ts';

const UNLINKABLE = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EINVAL', 'EMLINK', 'EXDEV'];
const PATIENCE_MILLISECONDS = 5000;

/**
 * Gives a finished, fsynced pending file its name, durably. A name is given once: of two threads that seal equal content at
 * the same time one wins, and the other learns the winner's salt. Renaming would let the second silently replace what a
 * row of the first already refers to.
 */
export function publishObject(
  vaultFolder: string,
  pending: string,
  name: string,
  expected: { readonly salt: string; readonly sealedBytes: number },
  source: string,
): { readonly salt: string; readonly stored: boolean } {
  const target = objectPath(vaultFolder, name);
  const folder = dirname(target);
  if (!existsSync(folder)) {
    mkdirSync(folder, { recursive: true });
    syncFolder(objectsFolder(vaultFolder));
  }
  const stored = give(pending, target);
  rmSync(pending, { force: true });
  if (stored) {
    syncFolder(folder);
    return { salt: expected.salt, stored };
  }
  return { salt: saltOfStored(target, expected.sealedBytes, source), stored };
}

function give(pending: string, target: string): boolean {
  try {
    linkSync(pending, target);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return false;
    if (!UNLINKABLE.includes(code ?? '')) throw error;
    return giveWithoutLinks(pending, target);
  }
}

/** FAT and some network drives have no hard links: an empty file claims the name, then ours takes its place. */
function giveWithoutLinks(pending: string, target: string): boolean {
  try {
    closeSync(openSync(target, 'wx', 0o600));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
  renameSync(pending, target);
  return true;
}

function saltOfStored(target: string, sealedBytes: number, source: string): string {
  awaitClaim(target);
  const handle = openSync(target, 'r');
  try {
    const header = new Uint8Array(HEADER_BYTES);
    const count = readSync(handle, header, 0, HEADER_BYTES, 0);
    const salt = saltOf(header.subarray(0, count));
    if (salt !== undefined && fstatSync(handle).size === sealedBytes) return salt;
  } finally {
    closeSync(handle);
  }
  throw new FailureError('object.altered', {
    exhibit: source,
    problem: 'the same content is in the vault already, but its sealed file was cut or overwritten',
  });
}

/** An empty target is a claim whose owner is about to rename; one left by a crash is swept at the next open. */
function awaitClaim(target: string): void {
  const until = Date.now() + PATIENCE_MILLISECONDS;
  const signal = new Int32Array(new SharedArrayBuffer(4));
  while (statSync(target).size === 0 && Date.now() < until) Atomics.wait(signal, 0, 0, 20);
}
