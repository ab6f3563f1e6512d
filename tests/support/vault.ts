import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Core, type CoreOptions, createCore } from '../../electron/core/index.ts';
import type { CoreName, Input, Output } from '../../shared/contract/index.ts';
import type { CallOptions } from '../../electron/core/router.ts';
import type { VaultSession } from '../../shared/contract/vault.ts';
import { FailureError } from '../../shared/result.ts';

export interface TestVault {
  /** A folder of the test's own, removed by `dispose`; the vault lies in it. */
  readonly temporary: string;
  /** The vault folder. */
  readonly folder: string;
  readonly user: string;
  readonly passphrase: string;
  readonly recoveryCode: string;
  readonly session: VaultSession;
  readonly core: Core;
  /** Asks the core and answers the value; a failure is thrown as `FailureError`. */
  ask<N extends CoreName>(name: N, input: Input<N>, options?: CallOptions): Promise<Output<N>>;
  /** Locks the vault and opens it again, as after a restart. */
  reopen(): Promise<VaultSession>;
  dispose(): Promise<void>;
}

/** A real vault in a temporary folder, made and opened by a real core. */
export async function createTestVault(options: CoreOptions = {}): Promise<TestVault> {
  const temporary = await mkdtemp(join(tmpdir(), 'casewright-test-'));
  const folder = join(temporary, 'Test.casewright');
  const user = 'Inés Marlow';
  const passphrase = 'seven lamps on the corridor';
  const core = createCore(options);
  const ask = askOf(core);
  const { session, recoveryCode } = await ask('vault.create', { folder, user, passphrase });
  return {
    temporary,
    folder,
    user,
    passphrase,
    recoveryCode,
    session,
    core,
    ask,
    async reopen() {
      await ask('vault.lock', {});
      return ask('vault.open', { folder, passphrase });
    },
    async dispose() {
      await core.close();
      await rm(temporary, { recursive: true, force: true });
    },
  };
}

/** The core's `call` for tests that expect success: a failure is thrown. */
export function askOf(core: Core): TestVault['ask'] {
  return async (name, input, options) => {
    const answer = await core.call(name, input, options);
    if (!answer.ok) throw new FailureError(answer.failure.code, answer.failure.values);
    return answer.value;
  };
}
