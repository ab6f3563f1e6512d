import { createHash } from 'node:crypto';
import { sha256 as sha256Schema, type Sha256, type VaultId } from '../../../../shared/model/identifier.ts';
import { FailureError } from '../../../../shared/result.ts';
import type { TaskPort } from '../../tasks/task-port.ts';
import { wipe } from '../keys/keys.ts';
import {
  associatedData,
  createObjectHeader,
  deriveObjectKey,
  FIRST_PLAIN_BYTES,
  HEADER_BYTES,
  type ObjectKey,
  PLAIN_BYTES,
  saltOf,
  SEGMENT_BYTES,
  sealSegment,
  segmentCount,
} from './objects.ts';
import { createPendingFile, giveBack, takeAligned } from './pending-file.ts';
import type { SourceFile } from './source-file.ts';

/** Segments read, hashed, sealed and written together: 1 MiB. */
const BATCH = 16;

interface Sealing {
  readonly source: SourceFile;
  readonly path: string;
  readonly pending: string;
  readonly vaultId: VaultId;
  readonly objectKey: Uint8Array;
  readonly port: TaskPort;
}

/**
 * Hashes and seals in one pass into the new file `pending`, durable when it resolves. This thread hashes and encrypts one
 * batch while the system reads the next and writes the last: two buffers of each kind, no queue.
 */
export async function sealStream(sealing: Sealing): Promise<{ readonly sha256: Sha256; readonly salt: string }> {
  const { source, port } = sealing;
  const header = createObjectHeader();
  const object = deriveObjectKey(sealing.objectKey, header, associatedData(sealing.vaultId));
  const hash = createHash('sha256');
  const segments = segmentCount(source.bytes);
  const { plain, sealed, release } = takeBuffers(segments);
  const file = createPendingFile(sealing.pending);
  let reading: Promise<Uint8Array> = Promise.resolve(plain[0]);
  let writing: Promise<void> = Promise.resolve();
  try {
    reading = started(readBatch(sealing, plain[0], 0));
    for (let index = 0, at = 0, turn: 0 | 1 = 0; index < segments; index += BATCH, turn = turn === 0 ? 1 : 0) {
      if (port.cancelled()) throw new FailureError('job.cancelled');
      const batch = await reading;
      at += batch.byteLength;
      if (index + BATCH < segments) reading = started(readBatch(sealing, plain[turn === 0 ? 1 : 0], at));
      hash.update(batch);
      const full = sealBatch(object, index, segments, batch, sealed[turn], index === 0 ? header : undefined);
      await writing;
      writing = started(file.write(full));
      port.progress(batch.byteLength);
    }
    await writing;
    await source.checkUnchanged();
    await file.sync();
  } finally {
    // Nothing may still read into or write from a buffer, or use the file, when they are given back.
    await Promise.allSettled([reading, writing]);
    file.close();
    wipe(object.key);
    release();
  }
  return { sha256: sha256Schema.parse(hash.digest('hex')), salt: saltOf(header) ?? '' };
}

/** A failure waits to be met where the promise is awaited; until then it must not count as met by nobody. */
function started<T>(work: Promise<T>): Promise<T> {
  work.catch(() => undefined);
  return work;
}

type Pair = readonly [Buffer, Buffer];

/** One small buffer of each kind for a file of one batch: thousands of small files must not cost thousands of megabytes. */
function takeBuffers(segments: number): { readonly plain: Pair; readonly sealed: Pair; readonly release: () => void } {
  const count = Math.min(segments, BATCH);
  const first = Buffer.alloc(count * PLAIN_BYTES);
  if (segments <= BATCH) {
    const only = Buffer.alloc(count * SEGMENT_BYTES);
    return { plain: [first, first], sealed: [only, only], release: () => wipe(first) };
  }
  const second = Buffer.alloc(count * PLAIN_BYTES);
  const sealed: Pair = [takeAligned(count * SEGMENT_BYTES), takeAligned(count * SEGMENT_BYTES)];
  const release = (): void => {
    wipe(first, second);
    giveBack(...sealed);
  };
  return { plain: [first, second], sealed, release };
}

async function readBatch({ source, path }: Sealing, into: Buffer, at: number): Promise<Uint8Array> {
  const wanted = Math.min(source.bytes - at, BATCH * PLAIN_BYTES - (at === 0 ? PLAIN_BYTES - FIRST_PLAIN_BYTES : 0));
  const batch = into.subarray(0, wanted);
  if ((await source.read(batch)) !== batch.byteLength || batch.byteLength !== wanted)
    throw new FailureError('exhibit.source-changed', { path });
  return batch;
}

function sealBatch(
  object: ObjectKey,
  first: number,
  segments: number,
  batch: Uint8Array,
  into: Buffer,
  header: Uint8Array | undefined,
): Buffer {
  if (header) into.set(header);
  let end = header ? HEADER_BYTES : 0;
  let from = 0;
  for (let index = first; index < Math.min(first + BATCH, segments); index += 1) {
    const to = from + (index === 0 ? FIRST_PLAIN_BYTES : PLAIN_BYTES);
    end = sealSegment(object, index, index === segments - 1, batch.subarray(from, to), into, end);
    from = to;
  }
  return into.subarray(0, end);
}
