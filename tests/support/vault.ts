import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Core, type CoreOptions, createCore } from '../../electron/core/index.ts';
import type { CoreName, Input, Output } from '../../shared/contract/index.ts';
import type { CallOptions } from '../../electron/core/router.ts';
import type { WorkerPool } from '../../electron/core/tasks/pool.ts';
import { createWorkerPool } from '../../electron/core/workers/pool.ts';
import type { VaultSession } from '../../shared/contract/vault.ts';
import { FailureError } from '../../shared/result.ts';
import { copyTemplate } from './template.ts';

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

const USER = 'Inés Marlow';
const PASSPHRASE = 'seven lamps on the corridor';

/** A real vault in a temporary folder, made and opened by a real core with threads of its own. */
export async function createTestVault(options: CoreOptions = {}): Promise<TestVault> {
  const temporary = await mkdtemp(join(tmpdir(), 'casewright-test-'));
  const folder = join(temporary, 'Test.casewright');
  const core = createCore(options);
  const made = await askOf(core)('vault.create', { folder, user: USER, passphrase: PASSPHRASE });
  return testVault({ temporary, folder, core, ...made });
}

/**
 * The same for tests that are not about making a vault: a copy of one made once per run, opened with its passphrase, so that
 * all of them have one identifier. The threads are shared by the tests of a file and have their libraries loaded.
 */
export async function openTemplateVault(): Promise<TestVault> {
  const temporary = await mkdtemp(join(tmpdir(), 'casewright-test-'));
  const given = join(temporary, 'template');
  await copyTemplate('vault', makeTemplate, given);
  const folder = join(temporary, 'Test.casewright');
  await rename(join(given, 'Test.casewright'), folder);
  const recoveryCode = await readFile(join(given, RECOVERY_CODE), 'utf8');
  await rm(given, { recursive: true });
  const core = createCore({ workers: sharedWorkers() });
  const session = await askOf(core)('vault.open', { folder, passphrase: PASSPHRASE });
  return testVault({ temporary, folder, core, session, recoveryCode });
}

const RECOVERY_CODE = 'recovery-code';

async function makeTemplate(place: string): Promise<void> {
  const core = createCore();
  const made = { folder: join(place, 'Test.casewright'), user: USER, passphrase: PASSPHRASE };
  const { recoveryCode } = await askOf(core)('vault.create', made);
  await core.close();
  await writeFile(join(place, RECOVERY_CODE), recoveryCode);
}

let workers: WorkerPool | undefined;

/** They outlive the core that uses them; an idle thread keeps no process alive. */
function sharedWorkers(): WorkerPool {
  workers ??= createWorkerPool();
  const { run } = workers;
  return { run, close: () => Promise.resolve() };
}

type Made = Pick<TestVault, 'temporary' | 'folder' | 'core' | 'session' | 'recoveryCode'>;

function testVault({ temporary, folder, core, session, recoveryCode }: Made): TestVault {
  const ask = askOf(core);
  return {
    temporary,
    folder,
    user: USER,
    passphrase: PASSPHRASE,
    recoveryCode,
    session,
    core,
    ask,
    async reopen() {
      await ask('vault.lock', {});
      return ask('vault.open', { folder, passphrase: PASSPHRASE });
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
