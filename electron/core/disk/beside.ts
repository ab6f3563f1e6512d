import { randomUUID } from 'node:crypto';
import { existsSync, linkSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { syncFolder } from './durable.ts';

/** A name beside a place, for a file that is not finished: only a whole one gets the name a person gave. */
export function besideName(path: string): string {
  return join(dirname(path), `.${basename(path)}.${randomUUID().slice(0, 8)}.unfinished`);
}

/** Gives a whole, durable file the name a person gave, durably; false where somebody has it, and nothing is replaced. */
export function giveName(unfinished: string, path: string): boolean {
  if (!take(unfinished, path)) return false;
  syncFolder(dirname(path));
  return true;
}

/** A link is refused where the name is taken; a file system without links is asked first. */
function take(unfinished: string, path: string): boolean {
  try {
    linkSync(unfinished, path);
    rmSync(unfinished, { force: true });
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST' || existsSync(path)) return false;
    if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'ENOSYS' && code !== 'EXDEV') throw error;
    renameSync(unfinished, path);
    return true;
  }
}
