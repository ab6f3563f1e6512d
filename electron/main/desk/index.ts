import type { DeskName } from '../../../shared/contract/index.ts';
import { certificateHandlers } from './certificate.ts';
import { clipboardHandlers } from './clipboard.ts';
import type { Desk, DeskCall, DeskHandlers } from './desk.ts';
import { evidenceHandlers } from './evidence.ts';
import { releaseHandlers } from './release.ts';
import { sampleHandlers } from './sample.ts';
import { startHandlers } from './start.ts';
import { timelineHandlers } from './timeline.ts';
import { vaultHandlers } from './vault.ts';

const handlers: DeskHandlers<DeskName> = {
  ...startHandlers,
  ...vaultHandlers,
  ...sampleHandlers,
  ...evidenceHandlers,
  ...releaseHandlers,
  ...certificateHandlers,
  ...clipboardHandlers,
  ...timelineHandlers,
};

/** Answers one desk conversation whose input the threshold has parsed. */
export function answerDesk(desk: Desk, name: DeskName, input: unknown, call: DeskCall): Promise<unknown> {
  const handler = handlers[name] as (desk: Desk, input: unknown, call: DeskCall) => unknown;
  return Promise.resolve(handler(desk, input, call));
}
