import type { Bridge } from '../../shared/contract/bridge.ts';
import type { Input, Output, ScreenName } from '../../shared/contract/index.ts';
import type { JobId } from '../../shared/model/identifier.ts';
import { FailureError } from '../../shared/result.ts';

declare global {
  interface Window {
    readonly casewright: Bridge;
  }
}

export interface AskOptions {
  readonly jobId?: JobId;
  readonly files?: readonly File[];
}

/** Asks one conversation. A failure is thrown as a FailureError, in the form the query client and the screens know. */
export async function ask<N extends ScreenName>(name: N, input: Input<N>, options: AskOptions = {}): Promise<Output<N>> {
  const answer = await window.casewright.call(name, input, options);
  if (answer.ok) return answer.value;
  throw new FailureError(answer.failure.code, answer.failure.values);
}

export const listen: Bridge['on'] = (listener) => window.casewright.on(listener);
