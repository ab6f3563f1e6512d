import { randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, lstatSync, mkdirSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { FailureError } from '../../../../shared/result.ts';
import type { Exported, InspectInput, Inspected, OpenInput, SealInput, SealResult, Verified } from '../../tasks/object.ts';
import type { TaskPort } from '../../tasks/task-port.ts';
import { besideName, giveName } from '../../disk/beside.ts';
import { diskFailure } from '../../disk/durable.ts';
import { wipe } from '../keys/keys.ts';
import { openSealedFile } from './sealed-file.ts';
import { objectName, objectsFolder, PENDING_PREFIX, sealedSize } from './objects.ts';
import { publishObject } from './publish.ts';
import { quarantinePath } from './quarantine.ts';
import { authenticate, readThrough } from './read-through.ts';
import { sealStream } from './seal-stream.ts';
import { openSource } from './source-file.ts';

/** Worker task `object.seal`: reports bytes read since the last report. Its copies of the keys are wiped. */
export async function sealTask(input: SealInput, port: TaskPort): Promise<SealResult> {
  const source = openSource(input.path, input.rawPath);
  const pending = join(objectsFolder(input.folder), `${PENDING_PREFIX}${randomUUID()}`);
  try {
    makeRoom(input.folder, source.bytes);
    const { sha256, salt } = await sealStream({ ...input, source, pending, port });
    const name = objectName(input.objectNameKey, sha256);
    const sealedBytes = sealedSize(source.bytes);
    const published = publishObject(input, pending, { name, salt, sealedBytes, sha256, bytes: source.bytes }, port);
    return { ...published, modifiedAt: source.modifiedAt };
  } catch (error) {
    rmSync(pending, { force: true });
    throw diskFailure(error, input.folder);
  } finally {
    source.close();
    wipe(input.objectKey, input.objectNameKey);
  }
}

/** Worker task `object.verify`: every segment authenticated, the whole hashed. Reports bytes since the last report. */
export function verifyTask(input: OpenInput, port: TaskPort): Verified {
  try {
    const actual = readThrough(openSealedFile(input, subjectOf(input)), port, () => undefined);
    return { outcome: actual === input.object.sha256 ? 'matches' : 'altered', actual };
  } catch (error) {
    if (error instanceof FailureError && error.code === 'object.missing') return { outcome: 'missing', actual: null };
    if (error instanceof FailureError && error.code === 'object.altered') return { outcome: 'altered', actual: null };
    throw error;
  } finally {
    wipe(input.objectKey);
  }
}

/** Worker task `object.inspect`: what a file in quarantine holds, known from itself alone. Reports bytes since the last report. */
export function inspectTask(input: InspectInput, port: TaskPort): Inspected {
  try {
    return { object: authenticate(input, quarantinePath(input.folder, input.file), input.file.slice(0, 12), port) };
  } catch (error) {
    if (error instanceof FailureError && error.code === 'object.altered') return { problem: String(error.failure.values['problem']) };
    throw error;
  } finally {
    wipe(input.objectKey, input.objectNameKey);
  }
}

/** Worker task `object.export`: writes beside the new file's place, private and durable, and names it once it is whole; whatever fails, no half file stays. Reports bytes since the last report. */
export function exportTask(input: OpenInput & { readonly path: string }, port: TaskPort): Exported {
  const { path } = input;
  const unfinished = besideName(path);
  try {
    const handle = createDestination(path, unfinished);
    try {
      writeOut(input, port, handle);
      closeSync(handle);
      if (!giveName(unfinished, path)) throw new FailureError('exhibit.destination-exists', { path });
    } catch (error) {
      // Windows refuses to remove an open file.
      closeQuietly(handle);
      rmSync(unfinished, { force: true });
      throw diskFailure(error, path);
    }
  } finally {
    wipe(input.objectKey);
  }
  return { bytes: input.object.bytes, sha256: input.object.sha256 };
}

function writeOut(input: OpenInput, port: TaskPort, handle: number): void {
  const actual = readThrough(openSealedFile(input, subjectOf(input)), port, (plain) => writeFully(handle, plain));
  if (actual !== input.object.sha256)
    throw new FailureError('object.altered', { exhibit: subjectOf(input), problem: 'its content has another SHA-256' });
  fsyncSync(handle);
}

function subjectOf({ exhibit, object }: OpenInput): string {
  return exhibit ?? object.name.slice(0, 12);
}

/** A disk that cannot hold the object is refused before it is filled to the last byte. */
function makeRoom(folder: string, bytes: number): void {
  mkdirSync(objectsFolder(folder), { recursive: true });
  const { bavail, bsize, blocks } = statfsSync(objectsFolder(folder));
  // Some network and user-space file systems count nothing at all.
  if (blocks > 0 && bavail * bsize < sealedSize(bytes)) throw new FailureError('disk.full');
}

/** A link that points nowhere has the name as well. */
function createDestination(path: string, unfinished: string): number {
  try {
    if (lstatSync(path, { throwIfNoEntry: false })) throw new FailureError('exhibit.destination-exists', { path });
    return openSync(unfinished, 'wx', 0o600);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new FailureError('disk.folder-missing', { folder: dirname(path) });
    throw diskFailure(error, path);
  }
}

function writeFully(handle: number, bytes: Uint8Array): void {
  for (let written = 0; written < bytes.byteLength; ) written += writeSync(handle, bytes, written);
}

function closeQuietly(handle: number): void {
  try {
    closeSync(handle);
  } catch {
    // It was closed before; what matters is the failure that brought us here.
  }
}
