import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Language } from '../../../shared/model/language.ts';
import type { KnownBefore, Verdict } from '../../../shared/model/release.ts';
import type { WorkerPool } from '../tasks/pool.ts';

interface Asked extends KnownBefore {
  readonly path: string;
  readonly language: Language;
}

/** Throws verify.not-pdf, verify.unsigned, reader.timeout, reader.memory, disk.failed and job.cancelled. */
export async function verifyFile(workers: WorkerPool, { path, ...asked }: Asked, signal: AbortSignal): Promise<Verdict> {
  const place = resolve(path);
  // What keeps a file from being looked at keeps it from being read, too, and is said there.
  const { size } = await stat(place).catch(() => ({ size: 0 }));
  return await workers.run('verify.caseFile', { ...asked, path: place, bytes: size }, { signal });
}
