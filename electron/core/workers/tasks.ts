import type { TaskPort } from './pool-port.ts';

/**
 * Everything a worker can be asked to do. Each task is loaded on first use, so that a reader's library
 * never weighs on start-up, and a hostile file meets only the library it needs.
 * A task takes and answers structured-cloneable values: `(input, port) => output | Promise<output>`.
 */
export const tasks = {
  // 'object.seal': () => import('../vault/sealing.ts').then((module) => module.sealTask),
} as const satisfies Record<string, () => Promise<(input: never, port: TaskPort) => unknown>>;

export type TaskName = keyof typeof tasks;
type Task<N extends TaskName> = Awaited<ReturnType<(typeof tasks)[N]>>;
export type TaskInput<N extends TaskName> = Parameters<Task<N>>[0];
export type TaskOutput<N extends TaskName> = Awaited<ReturnType<Task<N>>>;
