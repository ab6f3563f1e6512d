import { type BrowserWindow, type IpcMainInvokeEvent, ipcMain } from 'electron';
import { z } from 'zod';
import type { WindowMessage } from '../../shared/contract/bridge.ts';
import type { Conversation } from '../../shared/contract/conversation.ts';
import { type CoreName, contract, type DeskName, type Input, type ScreenName } from '../../shared/contract/index.ts';
import { deskContract } from '../../shared/contract/desk.ts';
import { exhibitId, jobId } from '../../shared/model/identifier.ts';
import { describeFailure, FailureError, type Result } from '../../shared/result.ts';
import { APP_ORIGIN } from './app-protocol.ts';
import type { AutoLock } from './auto-lock.ts';
import type { Desk } from './desk/desk.ts';
import { answerDesk } from './desk/index.ts';
import type { ExhibitProtocol } from './exhibit-protocol.ts';

const envelope = z.object({
  name: z.string().max(80),
  input: z.unknown(),
  jobId: jobId.nullable(),
  paths: z.array(z.string().max(32_768)).max(10_000).nullable(),
});

interface GateOptions {
  readonly desk: Desk;
  readonly exhibits: ExhibitProtocol;
  readonly autoLock: AutoLock;
  readonly window: () => BrowserWindow | null;
  /** Takes a line about a refusal or a defect: names and codes, never content. */
  readonly log: (line: string) => void;
}

/** The only way from the window into the main process, and the only file that names ipcMain. */
export function openGate({ desk, exhibits, autoLock, window, log }: GateOptions): void {
  ipcMain.handle('call', async (event, message): Promise<Result<unknown>> => {
    try {
      if (!isOurs(event, window())) throw new FailureError('conversation.unknown', { name: 'from a stranger' });
      const call = parse(envelope, message);
      const { name, conversation } = findConversation(call.name);
      const input = parse(conversation.input, call.input);
      const work = answer(desk, name, conversation, input, call);
      const result = await (call.jobId ? autoLock.during(call.jobId, work) : work);
      if (result.ok && name === 'exhibit.uncover') exhibits.uncovered(exhibitId.parse((input as { exhibitId: unknown }).exhibitId));
      return result;
    } catch (error) {
      if (error instanceof FailureError) {
        if (error.code === 'conversation.unknown') log(`refused ${String(error.failure.values['name'])}`);
        return { ok: false, failure: error.failure };
      }
      log(`defect in the gate: ${error instanceof Error ? error.name : typeof error}`);
      return { ok: false, failure: describeFailure('unexpected', { reference: 'desk' }) };
    }
  });
}

async function answer(desk: Desk, name: ScreenName, conversation: Conversation, input: unknown, call: z.output<typeof envelope>): Promise<Result<unknown>> {
  if (isDesk(name)) return { ok: true, value: parse(conversation.output, await answerDesk(desk, name, input, { jobId: call.jobId, paths: call.paths })) };
  // The core has checked its answer against the contract before it sent it.
  return desk.host.call(name as CoreName, input as Input<CoreName>, call.jobId);
}

/** Tells what the core says and what preferences became; nothing else ever goes to the window unasked. */
export function tellWindow(window: BrowserWindow | null, message: WindowMessage): void {
  if (window && !window.isDestroyed()) window.webContents.send('message', message);
}

/** Only the top frame of our own window, showing our own page, may ask. */
function isOurs(event: IpcMainInvokeEvent, window: BrowserWindow | null): boolean {
  const frame = event.senderFrame;
  if (!frame || !window || window.isDestroyed()) return false;
  return event.sender === window.webContents && frame === window.webContents.mainFrame && frame.url.startsWith(`${APP_ORIGIN}/`);
}

function findConversation(name: string): { readonly name: ScreenName; readonly conversation: Conversation } {
  const conversation: Conversation | undefined = Object.hasOwn(contract, name) ? contract[name as ScreenName] : undefined;
  if (!conversation || conversation.audience === 'host') throw new FailureError('conversation.unknown', { name });
  return { name: name as ScreenName, conversation };
}

function isDesk(name: ScreenName): name is DeskName {
  return Object.hasOwn(deskContract, name);
}

/** Names the field and the rule, never the value: it may be a passphrase. */
function parse<T extends z.ZodType>(schema: T, value: unknown): z.output<T> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const problem = parsed.error.issues.slice(0, 3).map((issue) => `${issue.path.join('.') || 'input'}: ${issue.message}`).join('; ');
  throw new FailureError('input.invalid', { problem });
}
