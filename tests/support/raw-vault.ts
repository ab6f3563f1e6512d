import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { rawKey } from '../../electron/core/vault/database/database.ts';
import { createTending } from '../../electron/core/vault/tending.ts';
import { createVault, openVault } from '../../electron/core/vault/vault.ts';
import type { OpenVault, VaultOptions } from '../../electron/core/vault/open-vault.ts';
import type { WorkerPool } from '../../electron/core/tasks/pool.ts';
import { createWorkerPool } from '../../electron/core/workers/pool.ts';
import type { VaultCheck } from '../../shared/contract/vault.ts';
import type { Case } from '../../shared/model/case.ts';
import type { Exhibit } from '../../shared/model/exhibit.ts';
import type { CaseId, ExhibitId } from '../../shared/model/identifier.ts';
import type { LedgerHead } from '../../shared/model/ledger.ts';
import { copyTemplate } from './template.ts';

export const PASSPHRASE = 'seven lamps on the corridor';

/** A vault without the router around it, for tests that damage it behind its back. */
export interface RawVault {
  readonly temporary: string;
  readonly folder: string;
  open: OpenVault;
  /** A copy that outlives the vault's own, which is wiped on lock. */
  readonly databaseKey: Uint8Array;
  close(): void;
  reopen(known?: readonly LedgerHead[]): Promise<OpenVault>;
  check(deep?: boolean): Promise<VaultCheck>;
  addCase(reference: string): Case;
  addExhibit(one: Case, name: string, content: string | Uint8Array): Promise<Exhibit>;
  /** A second, unguarded connection to the closed database. */
  raw(work: (sqlite: Sqlite.Database) => void): void;
  /** Changes one byte of a file in the vault folder. */
  flip(file: string, position: number): void;
  dispose(): Promise<void>;
}

/** A copy of one made once per run, opened with its passphrase. */
export async function openRawVault(): Promise<RawVault> {
  const temporary = mkdtempSync(join(tmpdir(), 'casewright-raw-'));
  const folder = join(temporary, 'Raw.casewright');
  await copyTemplate('raw', makeTemplate, folder);
  const workers = createWorkerPool({ size: 1 });
  const options = optionsOf(workers);
  const open = await openVault(folder, { passphrase: PASSPHRASE, known: [] }, options);
  const vault: RawVault = {
    temporary,
    folder,
    open,
    databaseKey: Uint8Array.from(open.unlocked.keys.database),
    close: () => vault.open.close('asked'),
    async reopen(known = []) {
      vault.open.close('asked');
      vault.open = await openVault(folder, { passphrase: PASSPHRASE, known }, options);
      return vault.open;
    },
    check: (deep = false) =>
      createTending(vault.open, (work) => work()).check({ deep, signal: new AbortController().signal, progress: () => undefined }),
    addCase(reference) {
      const one: Case = {
        id: randomUUID() as CaseId,
        reference,
        title: 'Test',
        zone: 'Asia/Shanghai',
        mandate: '',
        standardOfProof: 'balance-of-probabilities',
        createdAt: 1,
        createdBy: 'Inés Marlow',
      };
      vault.open.vault.transact(({ cases, ledger }) => {
        cases.insert(one);
        ledger.audit('case.created', { caseId: one.id }, { reference });
      });
      return one;
    },
    async addExhibit(one, name, content) {
      const path = join(temporary, name);
      writeFileSync(path, content);
      const { object } = await vault.open.vault.objects.seal(path);
      return vault.open.vault.transact(({ exhibits, ledger }) => {
        const acquired = {
          fileName: name,
          source: 'test',
          method: 'copied from disk',
          acquiredAt: 1,
          acquiredBy: 'Inés Marlow',
          modifiedAt: null,
        };
        const exhibit: Exhibit = {
          ...acquired,
          id: randomUUID() as ExhibitId,
          caseId: one.id,
          number: exhibits.nextNumber(one.id),
          title: name,
          kind: 'text',
          mediaType: 'text/plain',
          bytes: object.bytes,
          sha256: object.sha256,
          pages: null,
          findings: { status: 'pending', notes: [] },
          dated: null,
          covered: false,
        };
        exhibits.insert(exhibit, { ...acquired, originalPath: path }, object);
        ledger.custody(
          'acquired',
          { caseId: one.id, exhibitId: exhibit.id },
          { number: exhibit.number, sha256: object.sha256, bytes: object.bytes },
        );
        return exhibit;
      });
    },
    raw(work) {
      const sqlite = new Sqlite(join(folder, 'case.db'));
      try {
        sqlite.pragma("cipher = 'sqlcipher'");
        sqlite.pragma('legacy = 4');
        sqlite.key(rawKey(vault.databaseKey));
        work(sqlite);
        sqlite.pragma('wal_checkpoint(TRUNCATE)');
      } finally {
        sqlite.close();
      }
    },
    flip(file, position) {
      const bytes = readFileSync(join(folder, file));
      bytes[position] = (bytes[position] as number) ^ 1;
      writeFileSync(join(folder, file), bytes);
    },
    async dispose() {
      vault.open.close('asked');
      await workers.close();
      rmSync(temporary, { recursive: true, force: true });
    },
  };
  return vault;
}

async function makeTemplate(folder: string): Promise<void> {
  const workers = createWorkerPool({ size: 1 });
  const { open } = await createVault(folder, 'Inés Marlow', PASSPHRASE, optionsOf(workers));
  open.close('asked');
  await workers.close();
}

const optionsOf = (workers: WorkerPool): VaultOptions => ({ workers, version: '0.0.0-test', program: 'test', now: Date.now });
