import { randomBytes, verify } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Database, openDatabase } from '../../electron/core/vault/database/database.ts';
import { createSigningKey, verifyingKeyFrom } from '../../electron/core/vault/keys/identity.ts';
import { openLedger, rawEntries } from '../../electron/core/vault/ledger/ledger.ts';
import { verifyLedger } from '../../electron/core/vault/ledger/ledger-check.ts';
import { migrate } from '../../electron/core/vault/database/migrations/migrate.ts';
import type { CaseId, ExhibitId, UserId } from '../../shared/model/identifier.ts';

const ENTRIES = 100_000;
const BATCH = 512;
const actor = { id: '6f1d8d9e-4b0a-4b52-9e0c-3a4c5a1f0001' as UserId, name: 'Bench' };
const about = { caseId: '6f1d8d9e-4b0a-4b52-9e0c-3a4c5a1f0002' as CaseId, exhibitId: '6f1d8d9e-4b0a-4b52-9e0c-3a4c5a1f0003' as ExhibitId };

interface Row {
  readonly work: string;
  readonly ours: number;
  readonly peer?: number;
  readonly unit: string;
  readonly bound: number;
}

/** A whole ledger checked (rows, hashes, canonical form, chain, keys, signatures, tree), against its bare signatures in as many threads. */
export default async function measureLedger(): Promise<readonly Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'casewright-bench-'));
  const path = join(folder, 'case.db');
  const database = openDatabase({ path, key: randomBytes(32), mode: 'create' });
  try {
    write(database, path);
    const times = { ours: [] as number[], peer: [] as number[] };
    for (let round = 0; round < 3; round += 1) {
      times.peer.push(await timed(() => verifySignatures(database)));
      times.ours.push(await timed(() => verifyWhole(database)));
    }
    const [ours, peer] = [Math.min(...times.ours), Math.min(...times.peer)];
    return [
      { work: `verify a ledger of ${ENTRIES} entries: against its bare signatures`, ours, peer, unit: 's', bound: 2 },
      { work: `verify a ledger of ${ENTRIES} entries`, ours, unit: 's', bound: 10 },
    ];
  } finally {
    database.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function write(database: Database, path: string): void {
  migrate(database, path, () => undefined);
  const { key, publicKey } = createSigningKey();
  const { write: ledger } = openLedger(database, { actor, key, publicKey }, Date.now);
  ledger.audit('vault.created', {}, { user: actor.id, publicKey: Buffer.from(publicKey).toString('base64') });
  for (let written = 1; written < ENTRIES; ) {
    database.transact(() => {
      for (let index = 0; index < 5000 && written < ENTRIES; index += 1, written += 1) {
        ledger.custody('verified', about, { number: 'EX-0001', sha256: '0'.repeat(64), outcome: 'matches', purpose: 'before release' });
      }
    });
  }
}

async function verifyWhole(database: Database): Promise<void> {
  const { entries, problems } = await verifyLedger(database, { signal: new AbortController().signal, progress: () => undefined });
  if (entries !== ENTRIES || problems.length > 0) throw new Error(`${entries} entries, ${problems.length} problems`);
}

async function verifySignatures(database: Database): Promise<void> {
  const signatures = [...rawEntries(database, 'custody')]
    .flat()
    .map(({ row: [body, , signature, publicKey] }) => ({ body: Buffer.from(body), signature, publicKey }));
  const key = verifyingKeyFrom(signatures[0]?.publicKey ?? new Uint8Array());
  for (let from = 0; from < signatures.length; from += BATCH) {
    await Promise.all(
      signatures.slice(from, from + BATCH).map(
        ({ body, signature }) =>
          new Promise<void>((resolve, reject) => {
            verify(null, body, key, signature, (error, valid) => (error || !valid ? reject(error ?? new Error('not valid')) : resolve()));
          }),
      ),
    );
  }
}

async function timed(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}
