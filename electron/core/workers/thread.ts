import { Worker } from 'node:worker_threads';
import { FailureError } from '../../../shared/result.ts';
import type { ThreadMessage } from './messages.ts';
import type { TaskOptions } from './pool-port.ts';

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
  let fail: ((error: Error) => void) | null = null;
  let listen: ((message: ThreadMessage) => void) | null = null;

  worker.on('message', (message: ThreadMessage) => listen?.(message));
  worker.on('error', (error: Error & { readonly code?: string }) => {
    usable = false;
    fail?.(
      error.code === 'ERR_WORKER_OUT_OF_MEMORY'
        ? outOfMemory(megabytes)
        : broken(megabytes, `${error.name}: ${error.message}`, error.stack ?? ''),
    );
  });
  worker.on('exit', () => {
    usable = false;
    fail?.(broken(megabytes, 'the reader stopped without an answer', ''));
  });

  const end = async (): Promise<void> => {
    usable = false;
    fail?.(new FailureError('job.cancelled'));
    await worker.terminate();
  };

  return {
    megabytes,
    get usable() {
      return usable;
    },
    end,
    run: (name, input, options) =>
      new Promise((resolve, reject) => {
        const stop = new SharedArrayBuffer(4);
        const finish = (settle: () => void): void => {
          if (fail === null) return;
          fail = null;
          listen = null;
          clearTimeout(limit);
          clearTimeout(grace);
          options.signal?.removeEventListener('abort', askToStop);
          worker.unref();
          settle();
        };
        const kill = (failure: Error): void => {
          usable = false;
          // Answered at once: a thread deep in native code may take a while to die.
          finish(() => reject(failure));
          void worker.terminate();
        };
        let grace: NodeJS.Timeout | undefined;
        const askToStop = (): void => {
          Atomics.store(new Int32Array(stop), 0, 1);
          grace ??= setTimeout(() => kill(new FailureError('job.cancelled')), GRACE_MILLISECONDS);
        };
        const seconds = options.seconds;
        const limit =
          seconds === undefined ? undefined : setTimeout(() => kill(new FailureError('reader.timeout', { seconds })), seconds * 1000);
        fail = (error) => finish(() => reject(error));
        listen = (message) => {
          if (message.kind === 'progress') {
            options.onProgress?.(message.value);
            return;
          }
          // What a hostile file broke once is not trusted with the next one.
          if (message.kind !== 'done' && megabytes !== null) retire();
          finish(() => (message.kind === 'done' ? resolve(message.output) : reject(refusal(message, megabytes))));
        };
        const retire = (): void => {
          usable = false;
          void worker.terminate();
        };
        worker.ref();
        options.signal?.addEventListener('abort', askToStop);
        if (options.signal?.aborted) askToStop();
        if (megabytes !== null)
          void watchMemory(
            worker,
            megabytes,
            () => fail !== null,
            () => kill(outOfMemory(megabytes)),
          );
        try {
          worker.postMessage({ name, input, stop }, [...(options.transfer ?? [])]);
        } catch (error) {
          finish(() => reject(new Error('the input of a worker task cannot cross', { cause: error })));
        }
      }),
  };
}

/**
 * The heap limit of a thread knows nothing of buffers and WebAssembly memory, and some tables overflow the whole
 * process before it acts: both are measured from outside, one measurement at a time.
 */
async function watchMemory(worker: Worker, megabytes: number, running: () => boolean, kill: () => void): Promise<void> {
  while (running()) {
    try {
      const used = await worker.getHeapStatistics();
      if (!running()) return;
      if (used.total_heap_size + used.external_memory > megabytes * MEBIBYTE) {
        kill();
        return;
      }
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
