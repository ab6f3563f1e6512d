import { BroadcastChannel, threadId } from 'node:worker_threads';
import type { TaskPort } from '../../electron/core/tasks/task-port.ts';
import { registry } from '../../electron/core/workers/registry.ts';
import { serveTasks } from '../../electron/core/workers/serve.ts';

/** What a run of a task says of itself. */
export interface Told {
  readonly name: string;
  readonly thread: number;
  /** Names in its input under which keys were handed over. */
  readonly keys: readonly string[];
}

export const CHANNEL = 'casewright-test-threads';

/** The product's own tasks, each of which says first in which thread it runs and whether it was handed keys. */
if (threadId !== 0) {
  const channel = new BroadcastChannel(CHANNEL);
  channel.unref();
  serveTasks(
    Object.fromEntries(
      Object.entries(registry).map(([name, load]) => [
        name,
        async () => {
          const task = (await load()) as (input: object, port: TaskPort) => unknown;
          return (input: object, port: TaskPort) => {
            const keys = Object.entries(input).flatMap(([field, value]) =>
              /key$/i.test(field) && value instanceof Uint8Array ? [field] : [],
            );
            channel.postMessage({ name, thread: threadId, keys } satisfies Told);
            return task(input, port);
          };
        },
      ]),
    ),
  );
}
