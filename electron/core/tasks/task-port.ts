/** What a running task is given. */
export interface TaskPort {
  /** Reports a number on the way (bytes since the last report, or items done, as the task documents). */
  progress(value: number): void;
  /** True once somebody asked it to stop; a task looks between units of work, tidies up and throws job.cancelled. */
  cancelled(): boolean;
}
