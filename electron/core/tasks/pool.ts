import type { TaskInput, TaskName, TaskOutput } from '../workers/tasks.ts';

export type { TaskInput, TaskOutput };

/** Threads for what is heavy or hostile. A task that passes its time or memory limit is killed and answered with reader.timeout or reader.memory. */
export interface WorkerPool {
  run<N extends TaskName>(name: N, input: TaskInput<N>, options?: TaskOptions): Promise<TaskOutput<N>>;
  /** Kills every worker; running tasks are answered with job.cancelled. */
  close(): Promise<void>;
}

export interface TaskOptions {
  /** Time limit in seconds; none for work whose length is the user's own (sealing, verifying). */
  readonly seconds?: number;
  /** Limit of heap plus buffers outside it, in MiB. */
  readonly megabytes?: number;
  /** Buffers handed over rather than copied; they are empty for the caller afterwards. */
  readonly transfer?: readonly ArrayBuffer[];
  readonly signal?: AbortSignal;
  /** Whatever the task reports on its way. */
  readonly onProgress?: (value: number) => void;
}
