import { createHash } from 'node:crypto';
import { sha256 as sha256Schema, type Sha256, type VaultId } from '../../../../shared/model/identifier.ts';
import { FailureError } from '../../../../shared/result.ts';
import type { SealedObject } from '../../domain/ports/index.ts';
import type { TaskPort } from '../../tasks/task-port.ts';
import { discard, objectName } from './objects.ts';
import { describeSealedFile, openSealedPath, type SealedFile } from './sealed-file.ts';

/** Segments read between two looks at the stop flag: 1 MiB. */
const BATCH = 16;

/** What authenticates a sealed file by itself, without a row that knows it. */
export interface ObjectKeys {
  readonly vaultId: VaultId;
  readonly objectKey: Uint8Array;
  readonly objectNameKey: Uint8Array;
}

/** Every segment authenticated and handed on, the whole hashed; the file is closed at the end. Throws object.altered, job.cancelled. */
export function readThrough(file: SealedFile, port: TaskPort, take: (plain: Uint8Array) => void): Sha256 {
  const hash = createHash('sha256');
  let unreported = 0;
  try {
    for (let index = 0; index < file.segments; index += 1) {
      if (index % BATCH === 0 && port.cancelled()) throw new FailureError('job.cancelled');
      const plain = file.segment(index);
      hash.update(plain);
      take(plain);
      unreported += plain.byteLength;
      discard(plain);
      if (index % BATCH === BATCH - 1 || index === file.segments - 1) {
        port.progress(unreported);
        unreported = 0;
      }
    }
  } finally {
    file.close();
  }
  return sha256Schema.parse(hash.digest('hex'));
}

/**
 * What a sealed file holds, known from itself alone: only the key of this vault opens its segments, and its content says its name.
 * Throws object.missing, object.altered, job.cancelled.
 */
export function authenticate(
  { vaultId, objectKey, objectNameKey }: ObjectKeys,
  path: string,
  subject: string,
  port: TaskPort,
): SealedObject {
  const object = describeSealedFile(path, subject);
  const sha256 = readThrough(openSealedPath({ path, vaultId, objectKey, object }, subject), port, () => undefined);
  const { salt, sealedBytes, bytes } = object;
  return { name: objectName(objectNameKey, sha256), salt, sealedBytes, sha256, bytes };
}
