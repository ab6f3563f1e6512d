import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { migrate } from '../../electron/core/vault/database/migrations/migrate.ts';
import { migrations, SCHEMA } from '../../electron/core/vault/database/migrations/index.ts';
import { openDatabase } from '../../electron/core/vault/database/database.ts';
import type { OpenVault, VaultOptions } from '../../electron/core/vault/open-vault.ts';
import { createTending } from '../../electron/core/vault/tending.ts';
import { createVault, openVault } from '../../electron/core/vault/vault.ts';
import { createWorkerPool } from '../../electron/core/workers/pool.ts';
import { FailureError } from '../../shared/result.ts';
import { befalls, faultKinds, type Faults, injectFaults } from '../support/faults.ts';
import { quickOpener } from '../support/quick-open.ts';
import { openRawVault, PASSPHRASE, type RawVault } from '../support/raw-vault.ts';

const NEXT = 'eleven ferries by the harbour';
const workers = createWorkerPool({ size: 1 });
const options: VaultOptions = { workers, version: '0.0.0-test', program: 'test', now: Date.now };
/** Every fourth call, another one for each way; every single one with CASEWRIGHT_CAMPAIGN=whole, which takes its while. */
const EVERY = process.env['CASEWRIGHT_CAMPAIGN'] === 'whole' ? 1 : 4;
const inTurn = <T>(work: () => Promise<T>): Promise<T> => work();
let source: RawVault;
let temporary = '';
let folder = '';
let faults: Faults;
let openQuickly: (copy: string) => Promise<OpenVault>;

beforeAll(async () => {
  source = await openRawVault();
  source.addCase('R-1');
  source.close();
  openQuickly = await quickOpener(source.folder, PASSPHRASE, options);
});
afterAll(async () => {
  await source.dispose();
  await workers.close();
});
beforeEach(() => {
  temporary = mkdtempSync(join(tmpdir(), 'casewright-faults-'));
  faults = injectFaults();
});
afterEach(() => {
  faults.restore();
  rmSync(temporary, { recursive: true, force: true });
});

const freshCopy = () => {
  folder = join(mkdtempSync(join(temporary, 'copy-')), 'Raw.casewright');
  cpSync(source.folder, folder, { recursive: true });
};
const openWith = (passphrase: string, user = 'Inés Marlow') => openVault(folder, { user, passphrase, known: [] }, options);

/** Runs `act` once for every call of the file system it makes, and once for each way in which that call can go wrong. */
async function strikeEverywhere(
  prepare: () => Promise<void>,
  act: () => Promise<void>,
  prove: (acknowledged: boolean) => Promise<void>,
): Promise<number> {
  // The checkpoint is written when its time has come, within the act or after it: what counts is what it makes every time.
  let calls: readonly string[] = [];
  for (const round of [1, 2, 3]) {
    await prepare();
    faults.arm(Number.POSITIVE_INFINITY, 'EIO');
    await act();
    if (round === 1 || faults.calls.length < calls.length) calls = [...faults.calls];
    await prove(true);
  }
  let [struck, tried] = [0, 0];
  for (const [turn, kind] of faultKinds.entries())
    for (const [index, call] of calls.entries()) {
      if (!befalls(kind, call) || (index + 3 * turn) % EVERY !== 0) continue;
      tried += 1;
      const number = index + 1;
      await prepare();
      faults.arm(number, kind);
      const acknowledged = await act().then(
        () => true,
        (error: unknown) => {
          // Whatever a disk refuses is told as such: a failure with a sentence, never a defect.
          if (!(error instanceof FailureError)) throw error;
          return false;
        },
      );
      faults.disarm();
      if (faults.struck !== undefined) struck += 1;
      try {
        await prove(acknowledged);
      } catch (error) {
        throw new Error(`after ${kind} of call ${number} (${call}), ${acknowledged ? 'acknowledged' : 'refused'}`, { cause: error });
      }
    }
  expect(struck).toBeGreaterThan(tried / 2);
  return struck;
}

/** It opens for writing, holds what it held, lets go again, and leaves nothing unfinished. */
function expectWhole(open: OpenVault): void {
  expect(open.damage).toBeUndefined();
  expect(open.vault.read.cases.findByReference('R-1')).toBeDefined();
  open.close('asked');
  expect(readdirSync(folder).filter((name) => name.endsWith('.pending') || name === 'vault.lock')).toEqual([]);
}

describe('every call of the file system that fails or takes less than it was given', () => {
  it('leaves a vault that is being made whole under its name, or no vault at all', async () => {
    let count = 0;
    const made = async () => {
      const { open } = await createVault(folder, 'Inés Marlow', PASSPHRASE, options);
      open.close('asked');
    };
    await strikeEverywhere(
      async () => void (folder = join(temporary, `Made-${(count += 1)}.casewright`)),
      made,
      async (acknowledged) => {
        expect(existsSync(folder) || !acknowledged).toBe(true);
        if (existsSync(folder)) (await openWith(PASSPHRASE)).close('asked');
        expect(readdirSync(temporary).filter((name) => name.includes('.unfinished'))).toEqual([]);
        rmSync(folder, { recursive: true, force: true });
      },
    );
  }, 600_000);

  it('while a user is added leaves the vault to its old users, and to the new one where the adding was acknowledged', async () => {
    let open: OpenVault;
    const prepare = async () => {
      freshCopy();
      open = await openQuickly(folder);
    };
    await strikeEverywhere(
      prepare,
      async () => void (await createTending(open, inTurn).addUser('Wen Li', NEXT)),
      async (acknowledged) => {
        open.close('asked');
        expectWhole(await openQuickly(folder));
        if (acknowledged) expectWhole(await openWith(NEXT, 'Wen Li'));
      },
    );
  }, 600_000);

  it('while a passphrase is changed leaves the old one or the new one, and the new one where the change was acknowledged', async () => {
    let open: OpenVault;
    const prepare = async () => {
      freshCopy();
      open = await openQuickly(folder);
    };
    await strikeEverywhere(
      prepare,
      () => createTending(open, inTurn).changePassphrase(PASSPHRASE, NEXT),
      async (acknowledged) => {
        open.close('asked');
        if (acknowledged) await expect(openWith(PASSPHRASE)).rejects.toMatchObject({ code: 'vault.wrong-passphrase' });
        expectWhole(acknowledged ? await openWith(NEXT) : await openWith(PASSPHRASE).catch(() => openWith(NEXT)));
      },
    );
  }, 600_000);

  it('while work is written down and the vault is closed leaves what was acknowledged, and lets go', async () => {
    let open: OpenVault;
    let acted = false;
    const prepare = async () => {
      freshCopy();
      open = await openQuickly(folder);
    };
    await strikeEverywhere(
      prepare,
      async () => {
        acted = false;
        open.vault.transact(({ ledger }) => ledger.audit('test.noted', {}, {}));
        acted = true;
        open.keeper.flush();
        open.close('asked');
      },
      async () => {
        faults.disarm();
        open.close('asked');
        const again = await openQuickly(folder);
        const acts = [...again.vault.read.ledger.entries('audit')].map(({ body }) => body.act);
        expect(acts.filter((act) => act === 'test.noted')).toHaveLength(acted ? 1 : 0);
        expectWhole(again);
      },
    );
  }, 600_000);

  it('while a vault is opened leaves it to be opened again by the same process', async () => {
    await strikeEverywhere(
      async () => freshCopy(),
      async () => (await openQuickly(folder)).close('asked'),
      async () => expectWhole(await openQuickly(folder)),
    );
  }, 600_000);

  it('before a migration leaves the database as it was, with a whole copy beside it or none', async () => {
    const key = source.databaseKey;
    let path = '';
    const next = {
      version: SCHEMA + 1,
      name: 'next',
      apply: (to: { execute(sql: string): void }) => to.execute('CREATE TABLE next (one TEXT)'),
    };
    await strikeEverywhere(
      async () => {
        freshCopy();
        path = join(folder, 'case.db');
      },
      async () => {
        const database = openDatabase({ path, key, mode: 'open' });
        try {
          migrate(database, path, () => undefined, [...migrations, next]);
        } finally {
          database.close();
        }
      },
      async (acknowledged) => {
        const versionOf = (file: string): unknown => {
          const database = openDatabase({ path: join(folder, file), key, mode: 'examine' });
          const version = database.pragma('user_version');
          database.close();
          return version;
        };
        expect([SCHEMA, SCHEMA + 1]).toContain(versionOf('case.db'));
        const copies = readdirSync(folder).filter((name) => name.startsWith('case.db.schema-') && !/-(wal|shm)$/.test(name));
        expect(copies.some((name) => name.endsWith('.pending'))).toBe(false);
        if (versionOf('case.db') !== SCHEMA) expect(copies).toHaveLength(1);
        for (const copy of copies) expect(versionOf(copy)).toBe(SCHEMA);
        if (acknowledged) expect(versionOf('case.db')).toBe(SCHEMA + 1);
      },
    );
  }, 600_000);
});
