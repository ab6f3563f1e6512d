import type { Preferences } from './desk.ts';
import type { Answer, CoreMessage, Input, ScreenName } from './index.ts';
import type { JobId } from '../model/identifier.ts';

/** A `File` of the window: this layer knows no DOM, and the window must not look inside either. */
export type DroppedFile = object;

/** What the window is told without asking: what the core says, and preferences that changed, wherever that was done. */
export type WindowMessage = CoreMessage | { readonly kind: 'preferences'; readonly preferences: Preferences };

/** The two functions the preload script gives the window, as `window.casewright`. */
export interface Bridge {
  /**
   * Asks one conversation by name. `jobId` names a job so that its progress can be followed and it can be cancelled;
   * `files` are files dropped on the window, whose paths only the main process learns.
   */
  call<N extends ScreenName>(
    name: N,
    input: Input<N>,
    options?: { readonly jobId?: JobId; readonly files?: readonly DroppedFile[] },
  ): Promise<Answer<N>>;
  /** Listens to what is said without being asked; returns the way to stop listening. */
  on(listener: (message: WindowMessage) => void): () => void;
}
