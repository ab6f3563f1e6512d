import { closeSync, existsSync, linkSync, lstatSync, mkdirSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { FailureError } from '../../../../shared/result.ts';
import type { SealedObject } from '../../domain/ports/index.ts';
import type { SealResult } from '../../tasks/object.ts';
import type { TaskPort } from '../../tasks/task-port.ts';
import { syncFolder } from '../../disk/durable.ts';
import { objectPath, objectsFolder } from './objects.ts';
import { listQuarantine, putBack, quarantinePath, setAside } from './quarantine.ts';
import { authenticate, type ObjectKeys } from './read-through.ts';

const UNLINKABLE = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EINVAL', 'EMLINK', 'EXDEV'];
const PATIENCE_MILLISECONDS = 5000;

type Published = Pick<SealResult, 'object' | 'stored' | 'displaced'>;
type Vault = ObjectKeys & { readonly folder: string };

/**
 * Gives a finished, fsynced pending file its name, durably. A name is given once: of two threads that seal equal content at
 * the same time one wins, and the other learns the winner's salt. Renaming would let the second silently replace what a
 * row of the first already refers to. What stands under the name is believed only once it was read to its last byte: when it
 * is not what its name says, it goes to quarantine, and the good bytes take its place.
 */
export function publishObject(vault: Vault, pending: string, object: SealedObject, port: TaskPort): Published {
  const target = objectPath(vault.folder, object.name);
  const folder = dirname(target);
  if (!existsSync(folder)) {
    mkdirSync(folder, { recursive: true });
    syncFolder(objectsFolder(vault.folder));
  }
  const kept = existsSync(target) ? undefined : takeFromQuarantine(vault, object, port);
  if (kept) {
    rmSync(pending, { force: true });
    return { object: kept, stored: true };
  }
  let displaced: Published['displaced'];
  while (!give(pending, target)) {
    awaitClaim(target);
    const found = judge(vault, target, object, port);
    if (found.whole) {
      rmSync(pending, { force: true });
      return { object: found.whole, stored: false, ...(displaced ? { displaced } : {}) };
    }
    // Meanwhile another thread may have put the good bytes there.
    if (lstatSync(target, { throwIfNoEntry: false })?.ino === found.ino)
      displaced = { file: setAside(vault.folder, object.name), problem: found.problem };
  }
  rmSync(pending, { force: true });
  syncFolder(folder);
  return { object, stored: true, ...(displaced ? { displaced } : {}) };
}

/** The same content, whole, waiting in quarantine is as good as what was just sealed, and then nothing lies there twice. */
function takeFromQuarantine(vault: Vault, object: SealedObject, port: TaskPort): SealedObject | undefined {
  for (const { file, name, arriving } of listQuarantine(vault.folder)) {
    if (name !== object.name || arriving) continue;
    const { whole } = judge(vault, quarantinePath(vault.folder, file), object, port);
    if (whole && putBack(vault.folder, file, name)) return whole;
  }
  return undefined;
}

type Judged = { readonly whole: SealedObject } | { readonly whole?: undefined; readonly problem: string; readonly ino: number | undefined };

function judge(vault: Vault, path: string, object: SealedObject, port: TaskPort): Judged {
  const ino = lstatSync(path, { throwIfNoEntry: false })?.ino;
  try {
    const whole = authenticate(vault, path, object.name, { ...port, progress: () => undefined });
    return whole.name === object.name ? { whole } : { problem: 'another object stands in its place', ino };
  } catch (error) {
    // A disk that cannot read it back has lost it as well.
    if (!(error instanceof FailureError) || !['object.altered', 'object.missing', 'disk.failed'].includes(error.code)) throw error;
    return { problem: String(error.failure.values['problem'] ?? error.message), ino };
  }
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

/** An empty target is a claim whose owner is about to rename; one left by a crash is swept at the next open. */
function awaitClaim(target: string): void {
  const until = Date.now() + PATIENCE_MILLISECONDS;
  const signal = new Int32Array(new SharedArrayBuffer(4));
  while (statSync(target, { throwIfNoEntry: false })?.size === 0 && Date.now() < until) Atomics.wait(signal, 0, 0, 20);
}
