import { coreContract, type CoreContract, type Output } from '../../../shared/contract/index.ts';
import type { sampleContract } from '../../../shared/contract/sample.ts';
import { type Ask, buildSampleCase, type SampleStep } from '../sample/build.ts';
import type { HandlerContext, Handlers, JobPort } from './handler.ts';

export type Others = Handlers<Omit<CoreContract, keyof typeof sampleContract>>;

/** The story is told through everybody's conversations. */
export function sampleHandlers(others: Others): Handlers<typeof sampleContract> {
  return {
    'sample.build': async (context, options) => {
      const tell = ({ done, total, name }: SampleStep): void =>
        context.job.progress({ done, total, bytes: 0, totalBytes: null, item: name });
      return (await buildSampleCase(askWithin(context, others), options, tell, context.job.signal)).session;
    },
  };
}

type AnyHandler = (context: HandlerContext, input: unknown) => unknown;

/** Only the story's own steps are reported as progress. */
function askWithin(context: HandlerContext, others: Others): Ask {
  const job: JobPort = { signal: context.job.signal, progress: () => undefined };
  const inner: HandlerContext = { ...context, job, work: () => ({ ...context.work(), job }) };
  return async (name, input) => {
    const handler = (others as Readonly<Record<string, unknown>>)[name] as AnyHandler;
    return (await handler(inner, coreContract[name].input.parse(input))) as Output<typeof name>;
  };
}
