import { Worker } from 'node:worker_threads';
import { FailureError } from '../../../shared/result.ts';
import type { ThreadMessage } from './messages.ts';
import type { TaskOptions } from '../tasks/pool.ts';
import type { Lane } from '../tasks/task.ts';

const MEBIBYTE = 1024 * 1024;
const POLL_MILLISECONDS = 50;

/** How long a task may take to notice that it was asked to stop before its thread is ended. */
const GRACE_MILLISECONDS = 3000;

/** What a thread was started for: its lane, and its limit in MiB; null for trusted work. */
export interface Room {
  readonly lane: Lane;
  readonly megabytes: number | null;
}

export interface RunOptions extends TaskOptions {
  readonly room: Room;
  /** Null where the work takes as long as it takes. */
  readonly seconds: number | null;
}

export interface Thread {
  readonly room: Room;
  /** Whether another task may still be given to it. */
  readonly usable: boolean;
  run(name: string, input: unknown, options: RunOptions): Promise<unknown>;
  end(): Promise<void>;
}

/**
 * One worker thread. It is given no environment, no standard input and no process arguments, and what it prints is
 * dropped: a foreign library's chatter must never reach a terminal or a log, since it may quote evidence.
 */
export function startThread(entry: URL, room: Room): Thread {
  const { megabytes } = room;
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
    current?.fail(full ? outOfMemory(room) : broken(room, `${error.name}: ${error.message}`, error.stack ?? ''));
  });
  worker.on('messageerror', () => current?.fail(broken(room, 'the answer cannot cross', '')));
  worker.on('exit', () => {
    usable = false;
    current?.fail(broken(room, 'the reader stopped without an answer', ''));
  });

  const retire = (): void => {
    usable = false;
    void worker.terminate();
  };

  return {
    room,
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
        const run = startRun({ options, stop, retire }, (settle) => {
          current = null;
          worker.unref();
          settle(resolve, reject);
        });
        current = run;
        if (megabytes !== null) void watchMemory(worker, room, megabytes, run);
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

interface Running {
  readonly options: RunOptions;
  readonly stop: SharedArrayBuffer;
  retire(): void;
}

type Settle = (resolve: (output: unknown) => void, reject: (error: Error) => void) => void;

function startRun({ options: { room, seconds, signal, onProgress }, stop, retire }: Running, settled: (settle: Settle) => void): Run {
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
  if (seconds !== null) limit = setTimeout(() => kill(new FailureError('reader.timeout', { seconds })), seconds * 1000);
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
        if (room.lane !== 'trusted') retire();
        fail(refusal(message, room));
      }
    },
  };
}

/** The limits of all limited tasks under way, and of those that ended while another was: what the process may have grown by. */
const underWay = new Set<{ readonly megabytes: number; others: number }>();

/** What the process itself may grow by meanwhile, in MiB. */
const SLACK_MEGABYTES = 256;

/**
 * The heap limit of a thread knows nothing of buffers and WebAssembly memory, and some tables overflow the whole
 * process before it acts: both are measured from outside, one measurement at a time. What a picture is decoded to stands
 * in no statistics of the thread at all. Only the process as a whole shows it: it may not have grown, since the task began,
 * by more than everything that ran meanwhile was allowed together.
 */
async function watchMemory(worker: Worker, room: Room, megabytes: number, run: Run): Promise<void> {
  const own = { megabytes, others: 0 };
  for (const other of underWay) {
    own.others += other.megabytes;
    other.others += megabytes;
  }
  underWay.add(own);
  const before = process.memoryUsage.rss();
  try {
    await watch(worker, run, room, () => process.memoryUsage.rss() - before > (own.megabytes + own.others + SLACK_MEGABYTES) * MEBIBYTE);
  } finally {
    underWay.delete(own);
  }
}

async function watch(worker: Worker, run: Run, room: Room, grown: () => boolean): Promise<void> {
  const megabytes = room.megabytes ?? Infinity;
  while (!run.over) {
    if (grown()) run.kill(outOfMemory(room));
    try {
      const used = await worker.getHeapStatistics();
      if (used.total_heap_size + used.external_memory > megabytes * MEBIBYTE) run.kill(outOfMemory(room));
    } catch {
      // The thread has not started yet or is gone; its own events tell the rest.
    }
    await new Promise((resolve) => setTimeout(resolve, POLL_MILLISECONDS).unref());
  }
}

function refusal(message: Exclude<ThreadMessage, { kind: 'progress' | 'done' }>, room: Room): Error {
  if (message.kind === 'failed') return new FailureError(message.failure.code, message.failure.values);
  return broken(room, message.problem, message.stack);
}

/** What a class of errors is called says nothing to a person; it stands in the cause. */
const CLASS_NAME = /^\w*(?:Error|Exception): /;

/** Where a stranger's bytes are read they are to blame; anywhere else, the code is. */
function broken({ lane }: Room, problem: string, stack: string): Error {
  const cause = new Error(stack || problem);
  return lane === 'foreign'
    ? new FailureError('reader.failed', { problem: problem.replace(CLASS_NAME, '') }, { cause })
    : new Error(`a worker task broke: ${problem}`, { cause });
}

function outOfMemory({ lane, megabytes }: Room): Error {
  if (lane === 'trusted' || megabytes === null) return new Error('a worker task ran out of memory');
  return new FailureError(lane === 'print' ? 'print.memory' : 'reader.memory', { megabytes });
}
