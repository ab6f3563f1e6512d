import { Worker } from 'node:worker_threads';
import { FailureError } from '../../../shared/result.ts';
import type { ThreadMessage } from './messages.ts';
import type { TaskOptions } from '../tasks/pool.ts';

const MEBIBYTE = 1024 * 1024;
const POLL_MILLISECONDS = 50;

/** How long a task may take to notice that it was asked to stop before its thread is ended. */
const GRACE_MILLISECONDS = 3000;

export interface Thread {
  /** Limit in MiB the thread was started with; null for trusted work. */
  readonly megabytes: number | null;
  /** Whether another task may still be given to it. */
  readonly usable: boolean;
  run(name: string, input: unknown, options: TaskOptions): Promise<unknown>;
  end(): Promise<void>;
}

/**
 * One worker thread. It is given no environment, no standard input and no process arguments, and what it prints is
 * dropped: a foreign library's chatter must never reach a terminal or a log, since it may quote evidence.
 */
export function startThread(entry: URL, megabytes: number | null): Thread {
  const worker = new Worker(entry, {
    env: {},
    argv: [],
    execArgv: [],
    stdin: false,
    stdout: true,
    stderr: true,
    ...(megabytes === null ? {} : { resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: 32 } }),
  });
  worker.stdout.resume();
  worker.stderr.resume();
  // An idle thread must not keep the process alive.
  worker.unref();
  let usable = true;
  let current: Run | null = null;

  worker.on('message', (message: ThreadMessage) => current?.hear(message));
  worker.on('error', (error: Error & { readonly code?: string }) => {
    usable = false;
    const full = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
    current?.fail(full ? outOfMemory(megabytes) : broken(megabytes, `${error.name}: ${error.message}`, error.stack ?? ''));
  });
  worker.on('messageerror', () => current?.fail(broken(megabytes, 'the answer cannot cross', '')));
  worker.on('exit', () => {
    usable = false;
    current?.fail(broken(megabytes, 'the reader stopped without an answer', ''));
  });

  const retire = (): void => {
    usable = false;
    void worker.terminate();
  };

  return {
    megabytes,
    get usable() {
      return usable;
    },
    async end() {
      usable = false;
      current?.fail(new FailureError('job.cancelled'));
      await worker.terminate();
    },
    run: (name, input, options) =>
      new Promise((resolve, reject) => {
        const stop = new SharedArrayBuffer(4);
        worker.ref();
        const run = startRun({ megabytes, options, stop, retire }, (settle) => {
          current = null;
          worker.unref();
          settle(resolve, reject);
        });
        current = run;
        if (megabytes !== null) void watchMemory(worker, megabytes, run);
        try {
          worker.postMessage({ name, input, stop }, [...(options.transfer ?? [])]);
        } catch (error) {
          run.fail(new Error('the input of a worker task cannot cross', { cause: error }));
        }
      }),
  };
}

/** One task on its way. It settles once: whatever is late (a timer, a measurement, a dying thread) finds it over and leaves the next alone. */
interface Run {
  readonly over: boolean;
  hear(message: ThreadMessage): void;
  fail(error: Error): void;
  /** Answers at once and ends the thread: one deep in native code may take a while to die. */
  kill(error: Error): void;
}

interface RunOptions {
  readonly megabytes: number | null;
  readonly options: TaskOptions;
  readonly stop: SharedArrayBuffer;
  retire(): void;
}

type Settle = (resolve: (output: unknown) => void, reject: (error: Error) => void) => void;

function startRun(
  { megabytes, options: { seconds, signal, onProgress }, stop, retire }: RunOptions,
  settled: (settle: Settle) => void,
): Run {
  let over = false;
  let limit: NodeJS.Timeout | undefined;
  let grace: NodeJS.Timeout | undefined;
  const finish = (settle: Settle): void => {
    if (over) return;
    over = true;
    clearTimeout(limit);
    clearTimeout(grace);
    signal?.removeEventListener('abort', askToStop);
    settled(settle);
  };
  const fail = (error: Error): void => finish((_, reject) => reject(error));
  const kill = (error: Error): void => {
    if (over) return;
    retire();
    fail(error);
  };
  const askToStop = (): void => {
    Atomics.store(new Int32Array(stop), 0, 1);
    grace ??= setTimeout(() => kill(new FailureError('job.cancelled')), GRACE_MILLISECONDS);
  };
  if (seconds !== undefined) limit = setTimeout(() => kill(new FailureError('reader.timeout', { seconds })), seconds * 1000);
  signal?.addEventListener('abort', askToStop);
  if (signal?.aborted) askToStop();
  return {
    get over() {
      return over;
    },
    fail,
    kill,
    hear(message) {
      if (message.kind === 'progress') onProgress?.(message.value);
      else if (message.kind === 'done') finish((resolve) => resolve(message.output));
      else {
        // What a hostile file broke once is not trusted with the next one.
        if (megabytes !== null) retire();
        fail(refusal(message, megabytes));
      }
    },
  };
}

/**
 * The heap limit of a thread knows nothing of buffers and WebAssembly memory, and some tables overflow the whole
 * process before it acts: both are measured from outside, one measurement at a time.
 */
async function watchMemory(worker: Worker, megabytes: number, run: Run): Promise<void> {
  while (!run.over) {
    try {
      const used = await worker.getHeapStatistics();
      if (used.total_heap_size + used.external_memory > megabytes * MEBIBYTE) run.kill(outOfMemory(megabytes));
    } catch {
      // The thread has not started yet or is gone; its own events tell the rest.
    }
    await new Promise((resolve) => setTimeout(resolve, POLL_MILLISECONDS).unref());
  }
}

function refusal(message: Exclude<ThreadMessage, { kind: 'progress' | 'done' }>, megabytes: number | null): Error {
  if (message.kind === 'failed') return new FailureError(message.failure.code, message.failure.values);
  return broken(megabytes, message.problem, message.stack);
}

/** In a limited thread the file is to blame; in a trusted one, the code is. */
function broken(megabytes: number | null, problem: string, stack: string): Error {
  const cause = new Error(stack || problem);
  return megabytes === null
    ? new Error(`a worker task broke: ${problem}`, { cause })
    : new FailureError('reader.failed', { problem }, { cause });
}

function outOfMemory(megabytes: number | null): Error {
  return megabytes === null ? new Error('a worker task ran out of memory') : new FailureError('reader.memory', { megabytes });
}
