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
  /** Of a query: the nouns its answer holds something of. When the core says that one of them changed, the answer is old. */
  readonly of?: readonly string[];
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

/** A query says what it holds: one that forgot would go on showing what is no longer so. */
const defineQuery =
  <A extends Audience>(audience: A) =>
  <I extends z.ZodType, O extends z.ZodType, const N extends readonly string[]>(
    input: I,
    output: O,
    { of }: { readonly of: N },
  ): Defined<'query', A, I, O> & { readonly of: N } => ({ kind: 'query', audience, input, output, of });

export const query = defineQuery('screen');
export const command = define('command', 'screen');
export const job = define('job', 'screen');
export const trustedQuery = defineQuery('trusted');
export const trustedCommand = define('command', 'trusted');
export const trustedJob = define('job', 'trusted');
export const deskQuery = defineQuery('desk');
export const deskCommand = define('command', 'desk');
export const deskJob = define('job', 'desk');
