import { parentPort } from 'node:worker_threads';
import { FailureError } from '../../../shared/result.ts';
import type { TaskOrder, ThreadMessage } from './messages.ts';
import type { TaskPort } from '../tasks/task-port.ts';

type Registry = Readonly<Record<string, () => Promise<(input: never, port: TaskPort) => unknown>>>;

/** Turns this thread into one that works off orders from the pool, one at a time. */
export function serveTasks(registry: Registry): void {
  const pool = parentPort;
  if (!pool) throw new Error('a worker entry was started outside a worker thread');
  const say = (message: ThreadMessage, transfer: readonly ArrayBuffer[] = []): void => pool.postMessage(message, [...transfer]);
  pool.on('message', (order: TaskOrder) => {
    const flag = new Int32Array(order.stop);
    const port: TaskPort = {
      progress: (value) => say({ kind: 'progress', value }),
      cancelled: () => Atomics.load(flag, 0) === 1,
    };
    work(registry, order, port).then(
      (output) => answer(say, output),
      (error: unknown) => say(describe(error)),
    );
  });
}

async function work(registry: Registry, order: TaskOrder, port: TaskPort): Promise<unknown> {
  const load = Object.hasOwn(registry, order.name) ? registry[order.name] : undefined;
  if (!load) throw new Error(`there is no task named ${order.name}`);
  const task = await load();
  return task(order.input as never, port);
}

function answer(say: (message: ThreadMessage, transfer?: readonly ArrayBuffer[]) => void, output: unknown): void {
  try {
    say({ kind: 'done', output }, ownBuffers(output));
  } catch (error) {
    // A value that cannot be cloned is a defect of the task, not a reason to leave the caller without an answer.
    say(describe(error));
  }
}

/** Byte arrays that stand directly in the output and own their whole buffer are handed over rather than copied. */
function ownBuffers(output: unknown): readonly ArrayBuffer[] {
  if (output === null || typeof output !== 'object') return [];
  const found = new Set<ArrayBuffer>();
  for (const value of output instanceof Uint8Array ? [output] : Object.values(output)) {
    if (
      value instanceof Uint8Array &&
      value.buffer instanceof ArrayBuffer &&
      value.byteLength === value.buffer.byteLength &&
      value.byteLength > 0
    ) {
      found.add(value.buffer);
    }
  }
  return [...found];
}

function describe(error: unknown): ThreadMessage {
  if (error instanceof FailureError) return { kind: 'failed', failure: error.failure };
  if (error instanceof Error)
    return { kind: 'broke', problem: `${error.name}: ${error.message}`.slice(0, 500), stack: (error.stack ?? '').slice(0, 4000) };
  return { kind: 'broke', problem: String(error).slice(0, 500), stack: '' };
}
