import type { z } from 'zod';

/**
 * query: reads and changes nothing. command: changes the vault, quickly. job: may take long, reports progress, can be cancelled.
 * Who may ask: `screen` conversations come from the window; `trusted` ones carry paths and come only from the
 * Electron main process or the command line; `desk` ones are asked by the window and answered by the main process.
 */
export interface Conversation<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType> {
  readonly kind: 'query' | 'command' | 'job';
  readonly audience: 'screen' | 'trusted' | 'desk';
  readonly input: Input;
  readonly output: Output;
}

type Kind = Conversation['kind'];
type Audience = Conversation['audience'];

interface Defined<K extends Kind, A extends Audience, I extends z.ZodType, O extends z.ZodType> {
  readonly kind: K;
  readonly audience: A;
  readonly input: I;
  readonly output: O;
}

const define =
  <K extends Kind, A extends Audience>(kind: K, audience: A) =>
  <I extends z.ZodType, O extends z.ZodType>(input: I, output: O): Defined<K, A, I, O> => ({ kind, audience, input, output });

export const query = define('query', 'screen');
export const command = define('command', 'screen');
export const job = define('job', 'screen');
export const trustedQuery = define('query', 'trusted');
export const trustedCommand = define('command', 'trusted');
export const trustedJob = define('job', 'trusted');
export const deskQuery = define('query', 'desk');
export const deskCommand = define('command', 'desk');
export const deskJob = define('job', 'desk');
