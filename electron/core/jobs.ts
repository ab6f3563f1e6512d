import type { Name, Progress } from '../../shared/contract/index.ts';
import type { JobId } from '../../shared/model/identifier.ts';
import type { JobPort } from './handlers/handler.ts';

type Announce = (jobId: JobId, name: Name, progress: Progress) => void;

export interface Jobs {
  /** Opens a job; without an id it can be neither followed nor cancelled one by one, only all together. */
  start(name: Name, jobId: JobId | undefined): RunningJob;
  cancel(jobId: JobId): boolean;
  cancelAll(): void;
}

export interface RunningJob {
  readonly port: JobPort;
  /** Says the last progress that was held back and forgets the job. */
  finish(): void;
}

/** Ten times a second: more than a person sees, and little beside the work itself. */
const INTERVAL = 100;

export function createJobs(announce: Announce, now: () => number = Date.now): Jobs {
  const running = new Map<JobId, AbortController>();
  const controllers = new Set<AbortController>();
  return {
    start(name, jobId) {
      const controller = new AbortController();
      controllers.add(controller);
      if (jobId) running.set(jobId, controller);
      const throttle = jobId ? throttled((progress) => announce(jobId, name, progress), now) : undefined;
      return {
        port: { signal: controller.signal, progress: (progress) => throttle?.offer(progress) },
        finish() {
          throttle?.flush();
          controllers.delete(controller);
          if (jobId && running.get(jobId) === controller) running.delete(jobId);
        },
      };
    },
    cancel(jobId) {
      const controller = running.get(jobId);
      controller?.abort();
      return controller !== undefined;
    },
    cancelAll() {
      for (const controller of controllers) controller.abort();
    },
  };
}

/** Lets the first and then one value per interval through; the last one is never lost. */
function throttled(say: (progress: Progress) => void, now: () => number): { offer(progress: Progress): void; flush(): void } {
  let held: Progress | undefined;
  let last = -Infinity;
  const flush = () => {
    if (!held) return;
    const progress = held;
    held = undefined;
    last = now();
    say(progress);
  };
  return {
    offer(progress) {
      held = progress;
      if (now() - last >= INTERVAL) flush();
    },
    flush,
  };
}
