/** The core as a process of the desktop: answers conversations over the port its parent holds. */
import type { CoreName, Input } from '../../shared/contract/index.ts';
import type { FromCore, ToCore } from '../../shared/contract/wire.ts';
import { createCore } from './index.ts';

/** The one thing of Electron's utility process that the core touches, so that it imports no Electron. */
interface ParentPort {
  postMessage(message: FromCore): void;
  on(event: 'message', listener: (event: { readonly data: ToCore }) => void): void;
}

const port = (process as NodeJS.Process & { readonly parentPort?: ParentPort }).parentPort;
if (!port) throw new Error('The core process is started by the desktop.');
const core = createCore({ program: 'desktop' });

core.on((message) => port.postMessage({ kind: 'message', message }));

port.on('message', ({ data }) => {
  if (data.kind === 'close') void core.close().finally(() => process.exit(0));
  else void answer(data);
});

port.postMessage({ kind: 'ready' });

async function answer(call: ToCore & { readonly kind: 'call' }): Promise<void> {
  const name = call.name as CoreName;
  const result = await core.call(name, call.input as Input<typeof name>, { jobId: call.jobId ?? undefined });
  port?.postMessage({ kind: 'answer', number: call.number, result });
}
