import type { Answer, CoreMessage, Input, ScreenName } from './index.ts';
import type { JobId } from '../model/identifier.ts';

/** A `File` of the window: this layer knows no DOM, and the window must not look inside either. */
export type DroppedFile = object;

/** The two functions the preload script gives the window, as `window.casewright`. */
export interface Bridge {
  /**
   * Asks one conversation by name. `jobId` names a job so that its progress can be followed and it can be cancelled;
   * `files` are files dropped on the window, whose paths only the main process learns.
   */
  call<N extends ScreenName>(name: N, input: Input<N>, options?: { readonly jobId?: JobId; readonly files?: readonly DroppedFile[] }): Promise<Answer<N>>;
  /** Listens to what the core says without being asked; returns the way to stop listening. */
  on(listener: (message: CoreMessage) => void): () => void;
}
