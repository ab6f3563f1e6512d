import { powerMonitor } from 'electron';
import type { CoreMessage } from '../../shared/contract/index.ts';
import type { JobId } from '../../shared/model/identifier.ts';
import type { Host } from './host.ts';

type Reason = (CoreMessage & { kind: 'locked' })['reason'];

const LOOK_EVERY = 5_000;

interface AutoLockOptions {
  readonly host: Host;
  readonly isOpen: () => boolean;
  /** Minutes without input anywhere on the computer. */
  readonly lockAfterMinutes: () => number;
}

/**
 * Locks the vault when nobody is there: after minutes without input, when the computer goes to sleep, when its screen locks.
 * A running job keeps the idle lock away, because locking drops the keys it works with; sleep and screen lock do not wait.
 */
export class AutoLock {
  readonly #options: AutoLockOptions;
  readonly #running = new Set<JobId>();

  constructor(options: AutoLockOptions) {
    this.#options = options;
  }

  start(): void {
    powerMonitor.on('suspend', () => this.#lock('suspend'));
    powerMonitor.on('lock-screen', () => this.#lock('screen'));
    setInterval(() => this.#look(), LOOK_EVERY);
  }

  /** Whatever `work` promises keeps the idle lock away until it is settled. */
  async during<T>(job: JobId, work: Promise<T>): Promise<T> {
    this.#running.add(job);
    try {
      return await work;
    } finally {
      this.#running.delete(job);
    }
  }

  #look(): void {
    if (this.#running.size === 0 && powerMonitor.getSystemIdleTime() >= this.#options.lockAfterMinutes() * 60) this.#lock('idle');
  }

  #lock(reason: Reason): void {
    if (this.#options.isOpen()) void this.#options.host.call('vault.lock', { reason });
  }
}
