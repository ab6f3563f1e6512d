import { availableParallelism } from 'node:os';
import { FailureError } from '../../../shared/result.ts';
import type { TaskOptions, WorkerPool } from '../tasks/pool.ts';
import { startThread, type Thread } from './thread.ts';

interface Waiting {
  readonly name: string;
  readonly input: unknown;
  readonly options: TaskOptions;
  readonly resolve: (output: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Threads are started on demand and kept. Limited work (`megabytes` given: readers of foreign files) and trusted work
 * (sealing, which is handed keys) never share a thread; `size` bounds each of the two kinds, one per core when not given.
 * `entry` is the worker's own file; tests pass another.
 */
export function createWorkerPool(options: { readonly size?: number; readonly entry?: URL } = {}): WorkerPool {
  const size = options.size ?? Math.max(1, availableParallelism());
  const entry = options.entry ?? new URL(`./worker${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url);
  const limited = createLane(entry, size);
  const trusted = createLane(entry, size);
  const run = (name: string, input: unknown, taskOptions: TaskOptions = {}): Promise<unknown> =>
    (taskOptions.megabytes === undefined ? trusted : limited).run(name, input, taskOptions);
  return {
    run: run as WorkerPool['run'],
    async close() {
      await Promise.all([limited.close(), trusted.close()]);
    },
  };
}

function createLane(
  entry: URL,
  size: number,
): { run(name: string, input: unknown, options: TaskOptions): Promise<unknown>; close(): Promise<void> } {
  const idle: Thread[] = [];
  const busy = new Set<Thread>();
  const waiting: Waiting[] = [];
  let closed = false;

  const next = (): void => {
    while (!closed && waiting.length > 0 && busy.size < size) {
      const work = waiting.shift() as Waiting;
      if (work.options.signal?.aborted) work.reject(new FailureError('job.cancelled'));
      else void give(takeThread(work.options.megabytes ?? null), work);
    }
  };

  const takeThread = (megabytes: number | null): Thread => {
    for (let index = idle.length - 1; index >= 0; index--) {
      if (!idle[index]?.usable) idle.splice(index, 1);
    }
    const fitting = idle.findIndex((thread) => thread.megabytes === megabytes);
    if (fitting >= 0) return idle.splice(fitting, 1)[0] as Thread;
    if (idle.length + busy.size >= size) void idle.shift()?.end();
    return startThread(entry, megabytes);
  };

  const give = async (thread: Thread, work: Waiting): Promise<void> => {
    busy.add(thread);
    try {
      work.resolve(await thread.run(work.name, work.input, work.options));
    } catch (error) {
      work.reject(error);
    } finally {
      busy.delete(thread);
      if (thread.usable && !closed) idle.push(thread);
      next();
    }
  };

  return {
    run: (name, input, options) =>
      new Promise((resolve, reject) => {
        if (closed || options.signal?.aborted) {
          reject(new FailureError('job.cancelled'));
          return;
        }
        waiting.push({ name, input, options, resolve, reject });
        next();
      }),
    async close() {
      closed = true;
      for (const work of waiting.splice(0)) work.reject(new FailureError('job.cancelled'));
      await Promise.all([...idle.splice(0), ...busy].map((thread) => thread.end()));
    },
  };
}
