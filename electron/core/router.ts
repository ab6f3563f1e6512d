import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { Conversation } from '../../shared/contract/conversation.ts';
import type { Answer, CoreName } from '../../shared/contract/index.ts';
import { parseWith } from '../../shared/contract/parse.ts';
import type { JobId } from '../../shared/model/identifier.ts';
import { describeFailure, type Failure, FailureError } from '../../shared/result.ts';
import type { Announcements } from './announcements.ts';
import type { HandlerContext } from './handlers/handler.ts';
import { loadedRoom, loadRoom, type Room } from './handlers/index.ts';
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

/** Parses what comes in, runs the handler, checks what goes out. The only place where everything that is thrown is caught. */
export function createRouter({ jobs, announcements, context, log }: RouterOptions): Route {
  const roomOf = inOrder();
  return async <N extends CoreName>(name: N, input: unknown, { jobId, audience = 'trusted' }: CallOptions = {}): Promise<Answer<N>> => {
    const job = jobs.start(name, jobId);
    let end = (): void => undefined;
    try {
      const found = roomOf(name);
      const { conversation, handler } = findConversation(found instanceof Promise ? await found : found, name, audience);
      end = announcements.begin(conversation.kind);
      const parsed = parseWith(conversation.input, input);
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

/**
 * The room of a conversation: at once where it is there, else as soon as it is loaded. Whoever asked first is answered first, even
 * if a later question finds its room there.
 */
function inOrder(): (name: string) => Room | undefined | Promise<Room | undefined> {
  let last: Promise<unknown> | undefined;
  return (name) => {
    const there = loadedRoom(name);
    if (there && !last) return there;
    const turn = Promise.all([loadRoom(name), last]).then(([room]) => room);
    const settled = turn.then(
      () => void (last === settled && (last = undefined)),
      () => void (last === settled && (last = undefined)),
    );
    last = settled;
    return turn;
  };
}

function findConversation(room: Room | undefined, name: string, audience: 'screen' | 'trusted') {
  const conversation = room && Object.hasOwn(room.contract, name) ? room.contract[name] : undefined;
  const handler = room?.handlers[name];
  if (!conversation || !handler || (audience === 'screen' && conversation.audience === 'trusted'))
    throw new FailureError('conversation.unknown', { name: String(name).slice(0, 80) });
  return { conversation, handler };
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
