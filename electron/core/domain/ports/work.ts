import type { Progress } from '../../../../shared/contract/index.ts';
import type { Instant } from '../../../../shared/model/identifier.ts';
import type { WorkerPool } from '../../tasks/pool.ts';
import type { Vault } from './index.ts';

/** What the longer works are given: the open vault, threads, and somebody who waits. */
export interface Work {
  readonly vault: Vault;
  readonly workers: WorkerPool;
  readonly job: { readonly signal: AbortSignal; progress(progress: Progress): void };
  now(): Instant;
  readonly version: string;
}
