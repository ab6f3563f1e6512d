import type { z } from 'zod';
import type { Conversation } from '../../../shared/contract/conversation.ts';
import type { Progress } from '../../../shared/contract/index.ts';
import type { Instant, JobId } from '../../../shared/model/identifier.ts';
import type { Vault, VaultDoor } from '../domain/ports/index.ts';
import type { Work } from '../domain/ports/work.ts';
import type { WorkerPool } from '../tasks/pool.ts';

/** What every handler is given. Handlers are one line per conversation: no rule, no SQL. */
export interface HandlerContext {
  /** The open vault; throws vault.locked. */
  vault(): Vault;
  /** For the few conversations that make, open, tend or lock the vault itself. */
  readonly door: VaultDoor;
  /** For `job.cancel`: asks a running job to stop. */
  cancel(jobId: JobId): boolean;
  readonly workers: WorkerPool;
  readonly job: JobPort;
  now(): Instant;
  /** Casewright's version, as it goes into acquisition methods and case files. */
  readonly version: string;
  /** All of it at once, for a longer work. The vault is asked for once: a work that outlives a lock must not find its way into the next vault. */
  work(): Work;
}

export interface JobPort {
  readonly signal: AbortSignal;
  progress(progress: Progress): void;
}

/** One handler per conversation of a feature's contract. */
export type Handlers<C extends Record<string, Conversation>> = {
  readonly [N in keyof C]: (
    context: HandlerContext,
    input: z.output<C[N]['input']>,
  ) => Answered<z.output<C[N]['output']>> | Promise<Answered<z.output<C[N]['output']>>>;
};

/** Where the answer is empty, a handler may answer nothing. */
type Answered<Output> = Output extends Record<string, never> ? Output | void : Output;
