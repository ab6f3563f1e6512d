import type { Answer, CoreMessage, CoreName, Input } from '../../shared/contract/index.ts';
import { toTheEnd } from '../../shared/to-the-end.ts';
import { createAnnouncements, loadHolders } from './announcements.ts';
import type { HandlerContext } from './handlers/handler.ts';
import { createJobs } from './jobs.ts';
import type { buildSampleCase } from './sample/build.ts';
import { type CallOptions, createRouter } from './router.ts';
import { createDoor } from './vault/door.ts';
import { VERSION } from './version.ts';
import { createWorkerPool } from './workers/pool.ts';
import type { WorkerPool } from './tasks/pool.ts';

export { VERSION } from './version.ts';
export type { SampleStep } from './sample/build.ts';

/** Builds the sample case through the core's own conversations, step by step; loaded for whoever wants it. */
export async function loadSampleCase(): Promise<typeof buildSampleCase> {
  return (await import('./sample/build.ts')).buildSampleCase;
}

export interface CoreOptions {
  readonly version?: string;
  /** What runs this core, for whoever finds the vault in use: `desktop`, `command line`. */
  readonly program?: string;
  /** Takes lines about defects; they carry no content. Standard error when left out. */
  readonly log?: (line: string) => void;
  readonly workers?: WorkerPool;
  /** Milliseconds since 1970, for tests that need a fixed clock. */
  readonly now?: () => number;
}

/** The whole product without a screen: the desktop, the command line and the tests all ask this one object. */
export interface Core {
  /** Never rejects: every end is a `Result`. */
  call<N extends CoreName>(name: N, input: Input<N>, options?: CallOptions): Promise<Answer<N>>;
  /** Listens to progress, changes and locking; returns the way to stop listening. */
  on(listener: (message: CoreMessage) => void): () => void;
  /** Cancels what runs, locks the vault and ends the workers. */
  close(): Promise<void>;
}

export function createCore(options: CoreOptions = {}): Core {
  const { version = VERSION, program = 'command line', log = (line) => void process.stderr.write(`${line}\n`), now = Date.now } = options;
  const listeners = new Set<(message: CoreMessage) => void>();
  const say = (message: CoreMessage) => {
    for (const listener of listeners) listener(message);
  };
  const workers = options.workers ?? createWorkerPool();
  const jobs = createJobs((jobId, name, progress) => say({ kind: 'progress', jobId, name, progress }));
  const announcements = createAnnouncements(say);
  const door = createDoor({
    workers,
    version,
    program,
    now,
    opening: loadHolders,
    locking: () => jobs.cancelAll(),
    changed: ({ nouns }) => announcements.note(nouns),
    locked: (reason) => {
      announcements.forget();
      say({ kind: 'locked', reason });
    },
  });
  const context = (job: HandlerContext['job']): HandlerContext => ({
    vault: () => door.vault(),
    door,
    cancel: (jobId) => jobs.cancel(jobId),
    workers,
    job,
    now,
    version,
    work: () => ({ vault: door.vault(), workers, job, now, version }),
  });
  const route = createRouter({ jobs, announcements, context, log });
  return {
    call: (name, input, callOptions) => route(name, input, callOptions),
    on(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    async close() {
      // Threads that outlived a failed locking would keep the process alive for ever.
      try {
        toTheEnd(
          () => jobs.cancelAll(),
          () => door.lock('closed'),
        );
      } finally {
        await workers.close();
        listeners.clear();
      }
    },
  };
}
