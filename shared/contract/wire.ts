import type { JobId } from '../model/identifier.ts';
import type { Result } from '../result.ts';
import type { CoreMessage } from './index.ts';

/** What the main process sends the core over its MessagePort. Every call is answered exactly once, under its number. */
export type ToCore =
  | { readonly kind: 'call'; readonly number: number; readonly name: string; readonly input: unknown; readonly jobId: JobId | null }
  /** Lock, release every file and leave. Answered by the end of the process. */
  | { readonly kind: 'close' };

export type FromCore =
  | { readonly kind: 'ready' }
  | { readonly kind: 'answer'; readonly number: number; readonly result: Result<unknown> }
  | { readonly kind: 'message'; readonly message: CoreMessage };
