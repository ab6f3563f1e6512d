/**
 * Where sealed files go that are not what the vault knows: `quarantine/NAME.XXXXXXXX`, NAME being what they were called among the objects.
 * Nothing here is ever removed by the program of its own accord. A file that no ledger entry names yet ends in `.arriving`.
 */
import { randomBytes } from 'node:crypto';
import { linkSync, lstatSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { diskFailure, syncFolder } from '../../disk/durable.ts';
import { objectPath } from './objects.ts';

const FORM = /^([0-9a-f]{64})\.[0-9a-f]{8}(\.arriving)?$/;
const ARRIVING = '.arriving';

export interface QuarantinedFile {
  /** Its name in the quarantine, without the mark of an arrival. */
  readonly file: string;
  /** What it was called among the objects. */
  readonly name: string;
  readonly sealedBytes: number;
  readonly arriving: boolean;
}

/** What a file in quarantine was called among the objects. */
export function nameOf(file: string): string {
  return file.slice(0, 64);
}

export function quarantinePath(vaultFolder: string, file: string): string {
  if (!FORM.test(file)) throw new Error('a file in quarantine is named after an object');
  return join(quarantineFolder(vaultFolder), file);
}

function quarantineFolder(vaultFolder: string): string {
  return join(vaultFolder, 'quarantine');
}

/** Takes the object of this name away from the others, durably; answers the file's name in the quarantine. */
export function setAside(vaultFolder: string, name: string): string {
  const folder = quarantineFolder(vaultFolder);
  const place = objectPath(vaultFolder, name);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = `${name}.${randomBytes(4).toString('hex')}`;
  renameSync(place, join(folder, `${file}${ARRIVING}`));
  syncFolder(vaultFolder);
  syncFolder(folder);
  syncFolder(dirname(place));
  return file;
}

/** The ledger names these now. */
export function settleArrivals(vaultFolder: string, files: readonly string[]): void {
  const folder = quarantineFolder(vaultFolder);
  for (const file of files) renameSync(join(folder, `${file}${ARRIVING}`), join(folder, file));
  if (files.length > 0) syncFolder(folder);
}

/**
 * Gives a file in quarantine its place among the objects again, durably and replacing nothing. False when the place is taken;
 * one that stands in both places after a crash leaves the quarantine.
 */
export function putBack(vaultFolder: string, file: string, name: string): boolean {
  const from = quarantinePath(vaultFolder, file);
  const place = objectPath(vaultFolder, name);
  mkdirSync(dirname(place), { recursive: true });
  if (!linkOrMove(from, place)) return false;
  syncFolder(dirname(place));
  rmSync(from, { force: true });
  syncFolder(quarantineFolder(vaultFolder));
  return true;
}

/** The same where something else may stand in the place: that comes here, and its name here is the answer. */
export function takeBack(vaultFolder: string, file: string, name: string): string | undefined {
  if (putBack(vaultFolder, file, name)) return undefined;
  const displaced = setAside(vaultFolder, name);
  if (!putBack(vaultFolder, file, name)) throw new Error('an object was sealed in the place of the one that was taken back');
  return displaced;
}

function linkOrMove(from: string, place: string): boolean {
  const standing = lstatSync(place, { throwIfNoEntry: false });
  if (standing) return standing.ino === lstatSync(from).ino && standing.nlink > 1;
  try {
    linkSync(from, place);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    renameSync(from, place);
  }
  return true;
}

/** Once the same content stands whole among the objects, and the ledger says so. */
export function removeQuarantined(vaultFolder: string, file: string): void {
  rmSync(quarantinePath(vaultFolder, file), { force: true });
  syncFolder(quarantineFolder(vaultFolder));
}

export function listQuarantine(vaultFolder: string): readonly QuarantinedFile[] {
  const folder = quarantineFolder(vaultFolder);
  return listFolder(folder).flatMap((file) => {
    const [, name, arriving] = FORM.exec(file) ?? [];
    if (name === undefined) return [];
    const sealedBytes = lstatSync(join(folder, file)).size;
    return [{ file: arriving === undefined ? file : file.slice(0, -ARRIVING.length), name, sealedBytes, arriving: arriving !== undefined }];
  });
}

/** Empty when there is no such folder. */
export function listFolder(folder: string): readonly string[] {
  try {
    return readdirSync(folder).toSorted();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw diskFailure(error, folder);
  }
}
