import { createHash, randomBytes, verify } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../../../electron/core/vault/database/database.ts';
import { createSigningKey, verifyingKeyFrom } from '../../../../electron/core/vault/keys/identity.ts';
import type { ReadLedger, WriteLedger } from '../../../../electron/core/domain/ports/index.ts';
import { canonicalBody, NOTHING_BEFORE, openLedger } from '../../../../electron/core/vault/ledger/ledger.ts';
import { verifyLedger } from '../../../../electron/core/vault/ledger/ledger-check.ts';
import { hashLeaf, inclusionProof, verifyInclusion } from '../../../../electron/core/vault/ledger/merkle.ts';
import { migrate } from '../../../../electron/core/vault/database/migrations/migrate.ts';
import type { CaseId, ExhibitId, UserId } from '../../../../shared/model/identifier.ts';

const actor = { id: '6f1d8d9e-4b0a-4b52-9e0c-3a4c5a1f0001' as UserId, name: 'Inés Marlow' };
const caseId = '6f1d8d9e-4b0a-4b52-9e0c-3a4c5a1f0002' as CaseId;
const exhibitId = '6f1d8d9e-4b0a-4b52-9e0c-3a4c5a1f0003' as ExhibitId;
const signing = createSigningKey();
const publicKey = Buffer.from(signing.publicKey).toString('base64');
let folder: string;
let database: Database;
let ledger: ReadLedger & WriteLedger;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'casewright-ledger-'));
  const path = join(folder, 'case.db');
  database = openDatabase({ path, key: randomBytes(32), mode: 'create' });
  migrate(database, path, () => undefined);
  const { read, write } = openLedger(database, { actor, key: signing.key, publicKey: signing.publicKey }, () => 1_900_000_000_000);
  ledger = { ...read, ...write };
  ledger.audit('vault.created', {}, { user: actor.id, publicKey });
});
afterEach(() => {
  database.close();
  rmSync(folder, { recursive: true, force: true });
});

const verifyAll = () => verifyLedger(database, { signal: new AbortController().signal, progress: () => undefined });

describe('the ledger', () => {
  it('writes the canonical form of RFC 8785: sorted names, no spaces, numbers and text as the standard wants them', () => {
    const entry = ledger.audit('test.noted', { caseId }, { b: 1e21, a: 'é\u0001"', Ä: null, '1': true });
    expect(canonicalBody(entry.body)).toBe(
      `{"act":"test.noted","actor":{"id":"${actor.id}","name":"Inés Marlow"},"at":1900000000000,"caseId":"${caseId}","chain":"audit",` +
        `"detail":{"1":true,"a":"é\\u0001\\"","b":1e+21,"Ä":null},"exhibitId":null,"previous":"${entry.body.previous}","sequence":2}`,
    );
  });

  it('chains every entry to the one before and signs it so that a stranger can check it', () => {
    const first = ledger.custody('acquired', { caseId, exhibitId }, { sha256: 'x' });
    const second = ledger.custody('verified', { caseId, exhibitId }, { outcome: 'matches' });
    expect(first.body.previous).toBe(NOTHING_BEFORE);
    expect(second.body.previous).toBe(first.hash);
    for (const entry of [first, second]) {
      const bytes = Buffer.from(canonicalBody(entry.body));
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(entry.hash);
      expect(verify(null, bytes, verifyingKeyFrom(Buffer.from(entry.publicKey, 'base64')), Buffer.from(entry.signature, 'base64'))).toBe(
        true,
      );
    }
  });

  it('gives back what it wrote, oldest first and from any entry on, and newest first in pages', () => {
    const written = Array.from({ length: 5 }, (_, index) => ledger.custody('read', { caseId, exhibitId }, { index }));
    expect([...ledger.entries('custody')]).toEqual(written);
    expect([...ledger.entries('custody', 4)]).toEqual(written.slice(3));
    const page = ledger.page({ chain: 'custody', exhibitId, limit: 2 });
    expect([page.total, page.entries.map(({ body }) => body.sequence)]).toEqual([5, [5, 4]]);
    expect(ledger.page({ chain: 'custody', caseId, before: 3, limit: 9 }).entries.map(({ body }) => body.sequence)).toEqual([2, 1]);
    expect(ledger.page({ chain: 'audit', exhibitId, limit: 9 })).toEqual({ entries: [], total: 0 });
  });

  it('may be appended to while somebody reads it', () => {
    ledger.custody('read', { caseId, exhibitId }, {});
    const reader = ledger.entries('custody')[Symbol.iterator]();
    expect(reader.next().value).toMatchObject({ body: { sequence: 1 } });
    ledger.custody('read', { caseId, exhibitId }, {});
    expect(reader.next().done).toBe(false);
  });

  it('proves that an entry is in it, against the head alone', () => {
    const entries = Array.from({ length: 13 }, (_, index) => ledger.custody('read', { caseId, exhibitId }, { index }));
    const { size, root, lastHash } = ledger.head('custody');
    expect([size, lastHash]).toEqual([13, entries.at(-1)?.hash]);
    for (const [index, entry] of entries.entries()) {
      const node = {
        get: (level: number, position: number) => Buffer.from(ledger.node('custody', level, position), 'base64'),
        put: () => undefined,
      };
      const proof = inclusionProof(node, index, size);
      expect(verifyInclusion(hashLeaf(canonicalBody(entry.body)), index, size, proof, Buffer.from(root, 'base64'))).toBe(true);
    }
  });

  it('takes back entry and tree together when the transaction fails', async () => {
    const before = ledger.head('custody');
    expect(() =>
      database.transact(() => {
        ledger.custody('acquired', { caseId, exhibitId }, {});
        throw new Error('stop');
      }),
    ).toThrow('stop');
    expect(ledger.head('custody')).toEqual(before);
    ledger.custody('acquired', { caseId, exhibitId }, {});
    expect((await verifyAll()).problems).toEqual([]);
  });

  it('verifies as a whole: two chains, thousands of entries', async () => {
    database.transact(() => {
      for (let index = 0; index < 1500; index += 1) ledger.custody('read', { caseId, exhibitId }, { index });
    });
    expect(await verifyAll()).toMatchObject({ entries: 1501, problems: [] });
  });

  it('does not accept an actor’s key before the audit chain has introduced it', async () => {
    const stranger = createSigningKey();
    const { write: other } = openLedger(
      database,
      { actor: { ...actor, name: 'Somebody' }, key: stranger.key, publicKey: stranger.publicKey },
      () => 1,
    );
    other.custody('exported', { caseId, exhibitId }, {});
    expect((await verifyAll()).problems).toEqual([
      { chain: 'custody', sequence: 1, problem: 'it is signed with a key the ledger does not know for Somebody' },
    ]);
  });
});
