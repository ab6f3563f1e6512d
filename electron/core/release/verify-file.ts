import { resolve } from 'node:path';
import type { Language } from '../../../shared/model/language.ts';
import type { Verdict } from '../../../shared/model/release.ts';
import type { WorkerPool } from '../tasks/pool.ts';

/** A stranger's file is parsed in a worker that may be killed. */
const limits = { seconds: 600, megabytes: 3072 } as const;

/** Throws verify.not-pdf, verify.unsigned, reader.timeout, reader.memory, disk.failed and job.cancelled. */
export async function verifyFile(
  workers: WorkerPool,
  { path, locale }: { readonly path: string; readonly locale: Language },
  signal: AbortSignal,
): Promise<Verdict> {
  return await workers.run('report.verify', { path: resolve(path), locale }, { ...limits, signal });
}
