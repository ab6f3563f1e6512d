import { useCallback, useState } from 'react';
import { create } from 'zustand';
import type { Input, Output, Progress } from '../../shared/contract/index.ts';
import type { JobId } from '../../shared/model/identifier.ts';
import { type Failure, FailureError } from '../../shared/result.ts';
import { ask } from './bridge.ts';
import type { JobName } from './queries.ts';

export interface RunningJob {
  readonly id: JobId;
  readonly name: JobName;
  readonly startedAt: number;
  readonly progress: Progress | null;
  /** When the progress was told, by this window's clock. */
  readonly heardAt: number;
  readonly cancelling: boolean;
  /** null while it runs. */
  readonly outcome: 'finished' | 'cancelled' | Failure | null;
}

interface Jobs {
  readonly jobs: readonly RunningJob[];
  start(job: RunningJob): void;
  change(id: JobId, change: Partial<RunningJob>): void;
  dismiss(id: JobId): void;
  clear(): void;
}

/** Every job of this window, running or just ended. A job goes on when the screen that began it is left. */
export const useJobs = create<Jobs>((set) => ({
  jobs: [],
  start: (job) => set((state) => ({ jobs: [...state.jobs, job] })),
  change: (id, change) => set((state) => ({ jobs: state.jobs.map((job) => (job.id === id ? { ...job, ...change } : job)) })),
  dismiss: (id) => set((state) => ({ jobs: state.jobs.filter((job) => job.id !== id) })),
  clear: () => set({ jobs: [] }),
}));

export interface JobHandle<N extends JobName> {
  /** Starts the job; resolves with its output, or with undefined when it was cancelled. Throws any other failure. */
  readonly run: (input: Input<N>, files?: readonly File[]) => Promise<Output<N> | undefined>;
  readonly cancel: () => void;
  readonly running: boolean;
  readonly progress: Progress | null;
  readonly error: Error | null;
  readonly output: Output<N> | undefined;
}

/** One job conversation, followed and cancelled from the component that shows it. */
export function useJob<N extends JobName>(name: N): JobHandle<N> {
  const [id, setId] = useState<JobId | null>(null);
  const [output, setOutput] = useState<Output<N>>();
  const [error, setError] = useState<Error | null>(null);
  const job = useJobs((state) => state.jobs.find((one) => one.id === id));
  const run = useCallback(
    async (input: Input<N>, files?: readonly File[]) => {
      const next = crypto.randomUUID() as string as JobId;
      setId(next);
      setError(null);
      setOutput(undefined);
      try {
        const answer = await runJob(name, input, next, files);
        setOutput(answer);
        return answer;
      } catch (caught) {
        setError(caught as Error);
        throw caught;
      }
    },
    [name],
  );
  const cancel = useCallback(() => void (id && cancelJob(id)), [id]);
  return { run, cancel, running: job !== undefined && job.outcome === null, progress: job?.progress ?? null, error, output };
}

export function cancelJob(id: JobId): void {
  useJobs.getState().change(id, { cancelling: true });
  void ask('job.cancel', { jobId: id }).catch(() => undefined);
}

async function runJob<N extends JobName>(name: N, input: Input<N>, id: JobId, files?: readonly File[]): Promise<Output<N> | undefined> {
  const jobs = useJobs.getState();
  const now = Date.now();
  jobs.start({ id, name, startedAt: now, heardAt: now, progress: null, cancelling: false, outcome: null });
  try {
    const output = await ask(name, input, files ? { jobId: id, files } : { jobId: id });
    // A dialog that was closed is no job worth telling of.
    if (output === null) jobs.dismiss(id);
    else end(id, 'finished');
    return output;
  } catch (error) {
    const failure = error instanceof FailureError ? error.failure : null;
    if (failure?.code === 'job.cancelled') {
      end(id, 'cancelled');
      return undefined;
    }
    end(id, failure ?? { code: 'unexpected', values: { reference: name }, message: '' });
    throw error;
  }
}

/** What ended well leaves the list by itself; a failure stays until it was read. */
const SHOWN_AFTER_END = 6_000;

function end(id: JobId, outcome: 'finished' | 'cancelled' | Failure): void {
  useJobs.getState().change(id, { outcome });
  if (typeof outcome === 'string') setTimeout(() => useJobs.getState().dismiss(id), SHOWN_AFTER_END);
}
