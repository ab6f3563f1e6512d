import { coreContract, type Output } from '../../../shared/contract/index.ts';
import type { sampleContract } from '../../../shared/contract/sample.ts';
import { type Ask, buildSampleCase, type SampleStep } from '../sample/build.ts';
import { allegationHandlers } from './allegation.ts';
import { caseHandlers } from './case.ts';
import { clockHandlers } from './clock.ts';
import { eventHandlers } from './event.ts';
import { exhibitHandlers } from './exhibit.ts';
import type { HandlerContext, Handlers } from './handler.ts';
import { partyHandlers } from './party.ts';
import { questionHandlers } from './question.ts';
import { vaultHandlers } from './vault.ts';

export const sampleHandlers: Handlers<typeof sampleContract> = {
  'sample.build': async (context, options) => {
    const tell = ({ done, total, name }: SampleStep): void =>
      context.job.progress({
        done,
        total,
        bytes: 0,
        totalBytes: null,
        item: name,
      });
    return (await buildSampleCase(askWithin(context), options, tell, context.job.signal)).session;
  },
};

type AnyHandler = (context: HandlerContext, input: unknown) => unknown;
const told: Readonly<Record<string, unknown>> = {
  ...vaultHandlers,
  ...caseHandlers,
  ...partyHandlers,
  ...exhibitHandlers,
  ...eventHandlers,
  ...allegationHandlers,
  ...clockHandlers,
  ...questionHandlers,
};

/** The story is told through everybody's conversations; only the story's own steps are reported as progress. */
function askWithin(context: HandlerContext): Ask {
  const inner: HandlerContext = {
    ...context,
    job: { signal: context.job.signal, progress: () => undefined },
  };
  return async (name, input) => {
    const handler = told[name] as AnyHandler | undefined;
    if (!handler) throw new Error(`the sample story does not use ${name}`);
    return (await handler(inner, coreContract[name].input.parse(input))) as Output<typeof name>;
  };
}
