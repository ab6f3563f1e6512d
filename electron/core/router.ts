import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { Conversation } from '../../shared/contract/conversation.ts';
import { type Answer, coreContract, type CoreName } from '../../shared/contract/index.ts';
import { parseWith } from '../../shared/contract/parse.ts';
import type { JobId } from '../../shared/model/identifier.ts';
import { describeFailure, type Failure, FailureError } from '../../shared/result.ts';
import type { Announcements } from './announcements.ts';
import type { HandlerContext } from './handlers/handler.ts';
import { handlers } from './handlers/index.ts';
import type { Jobs } from './jobs.ts';

export interface CallOptions {
  readonly jobId?: JobId | undefined;
  /** Who asks. The window may not use conversations that carry paths; the desktop's main process and the command line may. */
  readonly audience?: 'screen' | 'trusted' | undefined;
}

export interface RouterOptions {
  readonly jobs: Jobs;
  readonly announcements: Announcements;
  context(job: HandlerContext['job']): HandlerContext;
  /** Takes a line about a defect: never content, key or passphrase. */
  log(line: string): void;
}

export type Route = <N extends CoreName>(name: N, input: unknown, options?: CallOptions) => Promise<Answer<N>>;

type AnyHandler = (context: HandlerContext, input: unknown) => unknown;

/** Parses what comes in, runs the handler, checks what goes out. The only place where everything that is thrown is caught. */
export function createRouter({ jobs, announcements, context, log }: RouterOptions): Route {
  return async <N extends CoreName>(name: N, input: unknown, { jobId, audience = 'trusted' }: CallOptions = {}): Promise<Answer<N>> => {
    const job = jobs.start(name, jobId);
    let end = (): void => undefined;
    try {
      const conversation = findConversation(name, audience);
      end = announcements.begin(conversation.kind);
      const parsed = parseWith(conversation.input, input);
      const handler = handlers[name] as AnyHandler;
      const answered = await handler(context(job.port), parsed);
      const value = answered === undefined ? {} : answered;
      assertOutput(name, conversation, value);
      return { ok: true, value } as Answer<N>;
    } catch (error) {
      return { ok: false, failure: toFailure(error, name, log) };
    } finally {
      end();
      job.finish();
    }
  };
}

function findConversation(name: string, audience: 'screen' | 'trusted'): Conversation {
  const conversation: Conversation | undefined = Object.hasOwn(coreContract, name) ? coreContract[name as CoreName] : undefined;
  if (!conversation || (audience === 'screen' && conversation.audience === 'trusted'))
    throw new FailureError('conversation.unknown', { name: String(name).slice(0, 80) });
  return conversation;
}

/** Long lists are checked by samples, so that a large answer costs no second walk over all of it. */
function assertOutput(name: string, conversation: Conversation, value: unknown): void {
  const checked = conversation.output.safeParse(sample(value, 4));
  if (!checked.success) throw new OutputError(name, checked.error);
}

const SAMPLE = 32;

function sample(value: unknown, depth: number): unknown {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value) || depth === 0) return value;
  if (Array.isArray(value)) {
    const step = Math.max(1, Math.floor(value.length / SAMPLE));
    const picked: unknown[] = [];
    for (let index = 0; index < value.length; index += step) picked.push(sample(value[index], depth - 1));
    return picked;
  }
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, sample(one, depth - 1)]));
}

class OutputError extends Error {
  constructor(name: string, error: z.ZodError) {
    super(`${name} answered what its contract does not allow at ${error.issues.map((issue) => issue.path.join('.')).join(', ')}`);
    this.name = 'OutputError';
  }
}

function toFailure(error: unknown, name: string, log: (line: string) => void): Failure {
  if (error instanceof FailureError) return error.failure;
  const reference = randomUUID().slice(0, 8);
  log(`${new Date().toISOString()} unexpected ${reference} in ${name}: ${describeDefect(error)}`);
  return describeFailure('unexpected', { reference });
}

/** Kind, code and frames. A foreign message may quote what it choked on, so only our own checks' messages are kept. */
function describeDefect(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const code = 'code' in error ? ` ${String(error.code)}` : '';
  const message = error instanceof OutputError ? ` ${error.message}` : '';
  return [`${error.name}${code}${message}`, ...frames].join('\n');
}
