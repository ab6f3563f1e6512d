import { rmSync } from 'node:fs';
import type { VaultId } from '../../../../shared/model/identifier.ts';
import { toTheEnd } from '../../../../shared/to-the-end.ts';
import type { OpenObject, SealedObject, SealedObjects } from '../../domain/ports/index.ts';
import type { WorkerPool } from '../../tasks/pool.ts';
import type { VaultKeys } from '../keys/keys.ts';
import { segmentOf, segmentPlace } from './objects.ts';
import { listQuarantine, removeQuarantined, settleArrivals, takeBack } from './quarantine.ts';
import { openSealedFile } from './sealed-file.ts';
import { type KnownObjects, sweepFolder, type Swept } from './sweep.ts';

/** Segments kept decrypted per open object: half a megabyte, enough for a player that seeks back and forth. */
const CACHED_SEGMENTS = 8;

export interface ObjectStore extends Omit<SealedObjects, 'takeBack'> {
  /** Answers what stood in its place and went to quarantine. */
  takeBack(file: string, object: SealedObject): string | undefined;
  /** Removes what an interrupted seal left and puts aside the objects nobody knows. Only while nothing is being sealed. */
  sweep(known: KnownObjects): Swept;
  /** These files in quarantine are named by the ledger now. */
  settle(files: readonly string[]): void;
  /** Closes every open object and forgets its plaintext. */
  close(): void;
}

export function createObjectStore(vault: {
  readonly folder: string;
  readonly keys: Pick<VaultKeys, 'object' | 'objectName'>;
  readonly vaultId: VaultId;
  readonly workers: WorkerPool;
}): ObjectStore {
  const { folder, keys, vaultId, workers } = vault;
  const open = new Set<OpenObject>();
  const place = (object: SealedObject) => ({ folder, vaultId, objectKey: keys.object, object });
  return {
    seal: (path, options = {}) =>
      workers.run(
        'object.seal',
        {
          folder,
          vaultId,
          objectKey: keys.object,
          objectNameKey: keys.objectName,
          path,
          ...(options.rawPath ? { rawPath: options.rawPath } : {}),
        },
        taskOptions(options),
      ),
    verify: (object, options = {}) => workers.run('object.verify', place(object), taskOptions(options)),
    export: (object, path, exhibit, options = {}) =>
      workers.run('object.export', { ...place(object), path, exhibit }, taskOptions(options)),
    quarantined: () => listQuarantine(folder),
    inspect: (file, options = {}) =>
      workers.run(
        'object.inspect',
        { folder, vaultId, objectKey: keys.object, objectNameKey: keys.objectName, file },
        taskOptions(options),
      ),
    takeBack: (file, { name }) => takeBack(folder, file, name),
    removeQuarantined: (file) => removeQuarantined(folder, file),
    withdraw: (path) => rmSync(path, { force: true }),
    open: (object, exhibitNumber) => {
      const opened = openForReading(place(object), exhibitNumber, () => open.delete(opened));
      open.add(opened);
      return opened;
    },
    sweep: (known) => sweepFolder(folder, known),
    settle: (files) => settleArrivals(folder, files),
    close: () => toTheEnd(...[...open].map((one) => () => one.close())),
  };
}

function openForReading(at: Parameters<typeof openSealedFile>[0], exhibitNumber: string, closed: () => void): OpenObject {
  const file = openSealedFile(at, exhibitNumber);
  const cache = new Map<number, Uint8Array>();
  let usable = true;
  const segment = (index: number): Uint8Array => {
    const plain = cache.get(index) ?? file.segment(index);
    // Taken out and put back, so that the map's order is the order of use.
    cache.delete(index);
    cache.set(index, plain);
    const [oldest] = cache.keys();
    if (cache.size > CACHED_SEGMENTS && oldest !== undefined) {
      cache.get(oldest)?.fill(0);
      cache.delete(oldest);
    }
    return plain;
  };
  return {
    bytes: file.bytes,
    read: (from, to) => {
      if (!usable) throw new Error('the object was closed');
      const start = Math.max(0, Math.min(from, file.bytes));
      const end = Math.max(start, Math.min(to, file.bytes));
      const out = new Uint8Array(end - start);
      for (let at = start; at < end; ) {
        const index = segmentOf(at);
        const here = segmentPlace(index, file.bytes);
        const part = segment(index).subarray(at - here.from, Math.min(end, here.to) - here.from);
        out.set(part, at - start);
        at += part.byteLength;
      }
      return out;
    },
    close: () => {
      if (!usable) return;
      usable = false;
      for (const plain of cache.values()) plain.fill(0);
      cache.clear();
      file.close();
      closed();
    },
  };
}

function taskOptions(options: { readonly signal?: AbortSignal; readonly onBytes?: (bytes: number) => void }): {
  readonly signal?: AbortSignal;
  readonly onProgress?: (value: number) => void;
} {
  return { ...(options.signal ? { signal: options.signal } : {}), ...(options.onBytes ? { onProgress: options.onBytes } : {}) };
}
