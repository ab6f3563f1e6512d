import { z } from 'zod';
import type { Conversation } from '../../shared/contract/conversation.ts';
import { deskContract } from '../../shared/contract/desk.ts';
import { type CoreName, contract, type DeskName, type Input, type ScreenName } from '../../shared/contract/index.ts';
import { parseWith } from '../../shared/contract/parse.ts';
import { exhibitId, jobId } from '../../shared/model/identifier.ts';
import { describeFailure, FailureError, type Result } from '../../shared/result.ts';
import type { AutoLock } from './auto-lock.ts';
import type { Desk } from './desk/desk.ts';
import { answerDesk } from './desk/index.ts';
import type { ExhibitProtocol } from './exhibit-protocol.ts';
import type { Answerer } from './threshold.ts';

const envelope = z.object({
  name: z.string().max(80),
  input: z.unknown(),
  jobId: jobId.nullable(),
  paths: z.array(z.string().max(32_768)).max(10_000).nullable(),
});
type Call = z.output<typeof envelope>;

interface AnswererOptions {
  readonly desk: Desk;
  readonly exhibits: ExhibitProtocol;
  readonly autoLock: AutoLock;
  /** Takes a line about a refusal or a defect: names and codes, never content. */
  readonly log: (line: string) => void;
}

/** Lets through what the contract allows the window to ask: desk conversations to the desk, the others to the core. */
export function createAnswerer({ desk, exhibits, autoLock, log }: AnswererOptions): Answerer {
  return async (message) => {
    try {
      const call = parseWith(envelope, message);
      const { name, conversation } = findConversation(call.name);
      const input = parseWith(conversation.input, call.input);
      const work = answer(desk, name, conversation, input, call);
      const result = await (call.jobId ? autoLock.during(call.jobId, work) : work);
      if (result.ok && name === 'exhibit.uncover') exhibits.uncovered(exhibitId.parse((input as { exhibitId: unknown }).exhibitId));
      return result;
    } catch (error) {
      if (error instanceof FailureError) {
        if (error.code === 'conversation.unknown') log(`refused ${String(error.failure.values['name'])}`);
        return { ok: false, failure: error.failure };
      }
      log(`defect at the desk: ${error instanceof Error ? error.name : typeof error}`);
      return { ok: false, failure: describeFailure('unexpected', { reference: 'desk' }) };
    }
  };
}

async function answer(desk: Desk, name: ScreenName, conversation: Conversation, input: unknown, call: Call): Promise<Result<unknown>> {
  if (isDesk(name))
    return {
      ok: true,
      value: parseWith(conversation.output, await answerDesk(desk, name, input, { jobId: call.jobId, paths: call.paths })),
    };
  // The core has checked its answer against the contract before it sent it.
  return desk.host.call(name as CoreName, input as Input<CoreName>, call.jobId);
}

function findConversation(name: string): { readonly name: ScreenName; readonly conversation: Conversation } {
  const conversation: Conversation | undefined = Object.hasOwn(contract, name) ? contract[name as ScreenName] : undefined;
  if (!conversation || conversation.audience === 'trusted') throw new FailureError('conversation.unknown', { name });
  return { name: name as ScreenName, conversation };
}

function isDesk(name: ScreenName): name is DeskName {
  return Object.hasOwn(deskContract, name);
}
