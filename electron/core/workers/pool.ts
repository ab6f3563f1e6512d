import { availableParallelism } from 'node:os';
import { FailureError } from '../../../shared/result.ts';
import { terms } from '../tasks/index.ts';
import type { TaskOptions, WorkerPool } from '../tasks/pool.ts';
import type { Lane, Megabytes, OwnLength } from '../tasks/task.ts';
import { type Room, type RunOptions, startThread, type Thread } from './thread.ts';

/** A task's declaration with the names of its input left out: what the pool looks at. */
export interface Terms {
  readonly lane: Lane;
  readonly seconds: number | OwnLength;
  readonly megabytes: Megabytes<never> | OwnLength;
}

interface Order extends RunOptions {
  readonly name: string;
  readonly input: unknown;
}

interface Waiting extends Order {
  readonly resolve: (output: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Threads are started on demand and kept, each for one lane and one limit: what was handed keys never shares one with what reads
 * foreign bytes. `size` bounds each lane, one per core when not given.
 * `entry` is the worker's own file and `terms` what its tasks declare; tests pass others.
 */
export function createWorkerPool(
  options: { readonly size?: number; readonly entry?: URL; readonly terms?: Readonly<Record<string, Terms>> } = {},
): WorkerPool {
  const size = options.size ?? Math.max(1, availableParallelism());
  const entry = options.entry ?? new URL(`./worker${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url);
  const declared: Readonly<Record<string, Terms>> = options.terms ?? terms;
  const lanes: Readonly<Record<Lane, WorkLane>> = {
    trusted: createLane(entry, size),
    foreign: createLane(entry, size),
    print: createLane(entry, size),
  };
  const run = (name: string, input: unknown, taskOptions: TaskOptions = {}): Promise<unknown> => {
    const found = Object.hasOwn(declared, name) ? declared[name] : undefined;
    if (!found) throw new Error(`no task is declared as ${name}`);
    const { lane, seconds, megabytes } = found;
    return lanes[lane].run({
      ...taskOptions,
      name,
      input,
      seconds: seconds === 'own length' ? null : seconds,
      room: { lane, megabytes: megabytes === 'own length' ? null : limitOf(megabytes, input) },
    });
  };
  return {
    run: run as WorkerPool['run'],
    async close() {
      await Promise.all(Object.values(lanes).map((lane) => lane.close()));
    },
  };
}

function limitOf(megabytes: Megabytes<never>, input: unknown): number {
  return typeof megabytes === 'number' ? megabytes : megabytes(input as never);
}

interface WorkLane {
  run(order: Order): Promise<unknown>;
  close(): Promise<void>;
}

function createLane(entry: URL, size: number): WorkLane {
  const idle: Thread[] = [];
  const busy = new Set<Thread>();
  const waiting: Waiting[] = [];
  let closed = false;

  const next = (): void => {
    while (!closed && waiting.length > 0 && busy.size < size) {
      const work = waiting.shift() as Waiting;
      if (work.signal?.aborted) work.reject(new FailureError('job.cancelled'));
      else void give(takeThread(work.room), work);
    }
  };

  const takeThread = (room: Room): Thread => {
    for (let index = idle.length - 1; index >= 0; index--) {
      if (!idle[index]?.usable) idle.splice(index, 1);
    }
    const fitting = idle.findIndex((thread) => thread.room.megabytes === room.megabytes);
    if (fitting >= 0) return idle.splice(fitting, 1)[0] as Thread;
    if (idle.length + busy.size >= size) void idle.shift()?.end();
    return startThread(entry, room);
  };

  const give = async (thread: Thread, work: Waiting): Promise<void> => {
    busy.add(thread);
    try {
      work.resolve(await thread.run(work.name, work.input, work));
    } catch (error) {
      work.reject(error);
    } finally {
      busy.delete(thread);
      if (thread.usable && !closed) idle.push(thread);
      next();
    }
  };

  return {
    run: (order) =>
      new Promise((resolve, reject) => {
        if (closed || order.signal?.aborted) {
          reject(new FailureError('job.cancelled'));
          return;
        }
        waiting.push({ ...order, resolve, reject });
        next();
      }),
    async close() {
      closed = true;
      for (const work of waiting.splice(0)) work.reject(new FailureError('job.cancelled'));
      await Promise.all([...idle.splice(0), ...busy].map((thread) => thread.end()));
    },
  };
}
