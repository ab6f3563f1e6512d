import type { TaskInput, TaskName, TaskOutput } from './index.ts';

/**
 * Threads for what is heavy, hostile or handed keys. Where a task runs and what it may use is declared with it; what passes its
 * limits is killed and answered with reader.timeout, reader.memory or, in the lane that prints, print.memory.
 */
export interface WorkerPool {
  run<N extends TaskName>(name: N, input: TaskInput<N>, options?: TaskOptions): Promise<TaskOutput<N>>;
  /** Kills every worker; running tasks are answered with job.cancelled. */
  close(): Promise<void>;
}

export interface TaskOptions {
  /** Buffers handed over rather than copied; they are empty for the caller afterwards. */
  readonly transfer?: readonly ArrayBuffer[];
  readonly signal?: AbortSignal;
  /** Whatever the task reports on its way. */
  readonly onProgress?: (value: number) => void;
}
