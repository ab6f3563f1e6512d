import type { Failure } from '../../../shared/result.ts';

/** What the pool sends a thread: one task at a time. `stop` is one shared 32-bit flag; 1 asks the task to stop at its next safe point. */
export interface TaskOrder {
  readonly name: string;
  readonly input: unknown;
  readonly stop: SharedArrayBuffer;
}

/** What a thread answers. A failure crosses as a failure; anything else thrown crosses as the words of a defect. */
export type ThreadMessage =
  | { readonly kind: 'progress'; readonly value: number }
  | { readonly kind: 'done'; readonly output: unknown }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | { readonly kind: 'broke'; readonly problem: string; readonly stack: string };
