import { EventEmitter } from 'node:events';
import { fileURLToPath } from 'node:url';
import { type UtilityProcess, utilityProcess } from 'electron';
import type { Answer, CoreMessage, CoreName, Input, Output } from '../../shared/contract/index.ts';
import { coreContract } from '../../shared/contract/index.ts';
import type { FromCore, ToCore } from '../../shared/contract/wire.ts';
import type { JobId } from '../../shared/model/identifier.ts';
import { describeFailure, FailureError, type Result } from '../../shared/result.ts';

const ENTRY = fileURLToPath(new URL('../core/process.js', import.meta.url));

/** A core that dies this soon and this often in a row is broken, and starting it again for ever would only hide it. */
const SOON = 5_000;
const ATTEMPTS = 3;

/** A query that takes longer is answered as a defect instead of leaving a screen waiting for ever. */
const QUERY_LIMIT = 120_000;

interface Waiting {
  readonly answer: (result: Result<unknown>) => void;
  readonly timer: NodeJS.Timeout | null;
}

/** The core's process: started at the first call or before, started again when it dies, and every call to it answered in every case. */
export class Host {
  readonly #events = new EventEmitter<{ message: [CoreMessage] }>();
  readonly #waiting = new Map<number, Waiting>();
  #process: UtilityProcess | null = null;
  #number = 0;
  #closing = false;
  #startedAt = 0;
  #earlyEnds = 0;

  start(): void {
    if (this.#process || this.#closing) return;
    // Its standard streams stay empty: the core writes no content anywhere but into the vault.
    const child = utilityProcess.fork(ENTRY, [], { serviceName: 'Casewright core', stdio: ['ignore', 'inherit', 'inherit'] });
    this.#process = child;
    this.#startedAt = Date.now();
    child.on('message', (message: FromCore) => this.#receive(message));
    child.once('exit', () => this.#ended(child));
  }

  /** Never rejects: a core that dies answers everything it owed with `vault.locked`. */
  call<N extends CoreName>(name: N, input: Input<N>, jobId: JobId | null = null): Promise<Answer<N>> {
    return new Promise((resolve) => {
      if (this.#earlyEnds < ATTEMPTS) this.start();
      const child = this.#process;
      if (!child) return resolve({ ok: false, failure: describeFailure('unexpected', { reference: 'core' }) });
      const number = ++this.#number;
      const timer =
        coreContract[name].kind === 'query'
          ? setTimeout(
              () => this.#answer(number, { ok: false, failure: describeFailure('unexpected', { reference: 'timeout' }) }),
              QUERY_LIMIT,
            )
          : null;
      this.#waiting.set(number, { answer: (result) => resolve(result as Answer<N>), timer });
      child.postMessage({ kind: 'call', number, name, input, jobId } satisfies ToCore);
    });
  }

  /** Like `call`, but a failure is thrown, for those who only go on with an answer. */
  async ask<N extends CoreName>(name: N, input: Input<N>, jobId: JobId | null = null): Promise<Output<N>> {
    const answer = await this.call(name, input, jobId);
    if (answer.ok) return answer.value;
    throw new FailureError(answer.failure.code, answer.failure.values);
  }

  on(listener: (message: CoreMessage) => void): void {
    this.#events.on('message', listener);
  }

  /** Locks the vault and ends the core; resolves when its process has left, at the latest after `limit` milliseconds. */
  close(limit = 5_000): Promise<void> {
    this.#closing = true;
    const child = this.#process;
    if (!child) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(() => child.kill(), limit);
      child.once('exit', () => {
        clearTimeout(timer);
        resolve();
      });
      child.postMessage({ kind: 'close' } satisfies ToCore);
    });
  }

  #receive(message: FromCore): void {
    if (message.kind === 'answer') this.#answer(message.number, message.result);
    else if (message.kind === 'message') this.#events.emit('message', message.message);
  }

  #answer(number: number, result: Result<unknown>): void {
    const waiting = this.#waiting.get(number);
    if (!waiting) return;
    this.#waiting.delete(number);
    if (waiting.timer) clearTimeout(waiting.timer);
    waiting.answer(result);
  }

  #ended(child: UtilityProcess): void {
    if (this.#process !== child) return;
    this.#process = null;
    for (const number of [...this.#waiting.keys()]) this.#answer(number, { ok: false, failure: describeFailure('vault.locked') });
    if (this.#closing) return;
    // Its keys died with it: the window goes back to the lock screen and a new core waits for the passphrase.
    this.#earlyEnds = Date.now() - this.#startedAt < SOON ? this.#earlyEnds + 1 : 0;
    if (this.#earlyEnds < ATTEMPTS) this.start();
    this.#events.emit('message', { kind: 'locked', reason: 'closed' });
  }
}
