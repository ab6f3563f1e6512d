import { createHash, type KeyObject, sign } from 'node:crypto';
import canonicalize from 'canonicalize';
import { invariant } from '../../../../shared/assert.ts';
import type { CaseId, Sha256 } from '../../../../shared/model/identifier.ts';
import type { Chain, LedgerBody, LedgerEntry, LedgerHead } from '../../../../shared/model/ledger.ts';
import type { Actor, ReadLedger, Records } from '../../domain/ports/index.ts';
import type { Database, SqlValue } from '../database/database.ts';
import { damaged } from '../database/database-errors.ts';
import type { OpenTable } from '../database/table.ts';
import { appendLeaf, hashLeaf, type NodeStore, rootOf } from './merkle.ts';

/** Who signs the entries: the actor's Ed25519 key, and the same key's public half, raw 32 bytes. */
export interface LedgerSigner {
  readonly actor: Actor;
  readonly key: KeyObject;
  readonly publicKey: Uint8Array;
}

export const chains: readonly Chain[] = ['custody', 'audit'];

/** What stands as `previous` in the first entry. */
export const NOTHING_BEFORE = '0'.repeat(64) as Sha256;

const PAGE = 1000;

/** Acts that bring a user's signing key into the audit chain; the key counts from that very entry on. */
export const INTRODUCTIONS: readonly string[] = ['vault.created', 'user.added', 'user.recovered'];

type EntryRow = readonly [body: string, hash: Buffer, signature: Buffer, publicKey: Buffer];
const ENTRY = 'body, hash, signature, public_key';

/** The bytes that are hashed and signed: canonical JSON (RFC 8785) as UTF-8. */
export function canonicalBody(body: LedgerBody): string {
  const text = canonicalize(body);
  invariant(text !== undefined, 'a ledger body is an object');
  return text;
}

export function hashBody(canonical: string): Sha256 {
  return createHash('sha256').update(canonical).digest('hex') as Sha256;
}

export function openLedger(database: Database, signer: LedgerSigner, now: () => number): OpenTable<Records['ledger']> {
  return {
    notes: 'ledger',
    read: readLedger(database),
    write: {
      custody: (act, about, detail) => append(database, signer, { chain: 'custody', at: now(), act, ...about, detail }),
      audit: (act, about, detail) =>
        append(database, signer, {
          chain: 'audit',
          at: now(),
          act,
          caseId: about.caseId ?? null,
          exhibitId: about.exhibitId ?? null,
          detail,
        }),
    },
  };
}

export function readLedger(database: Database): ReadLedger {
  return {
    head: (chain) => readHead(database, chain),
    entries: (chain, from = 1) => readEntries(database, chain, from),
    page: (filter) => readPage(database, filter),
    ofCase: (chain, caseId) => readOfCase(database, chain, caseId),
    introductions: () =>
      [
        ...database.stream<EntryRow>(
          `SELECT ${ENTRY} FROM audit_entry WHERE case_id IS NULL AND act IN (${INTRODUCTIONS.map(() => '?').join(', ')}) ORDER BY sequence`,
          ...INTRODUCTIONS,
        ),
      ].map(toEntry),
    node: (chain, level, position) => Buffer.from(merkleNodes(database, chain).get(level, position)).toString('base64'),
  };
}

export function readHead(database: Database, chain: Chain): LedgerHead {
  const { size, hash } = lastEntry(database, chain);
  return { chain, size, root: rootAt(database, chain, size), lastHash: hash };
}

/** The Merkle root of the first `size` entries, base64; `size` must not exceed the chain. */
export function rootAt(database: Database, chain: Chain, size: number): string {
  return Buffer.from(rootOf(merkleNodes(database, chain), size)).toString('base64');
}

export function lastEntry(database: Database, chain: Chain): { readonly size: number; readonly hash: Sha256 } {
  const row = database.get<{ sequence: number; hash: Buffer }>(`SELECT sequence, hash FROM ${chain}_entry ORDER BY sequence DESC LIMIT 1`);
  return row ? { size: row.sequence, hash: row.hash.toString('hex') as Sha256 } : { size: 0, hash: NOTHING_BEFORE };
}

/** Rows as they stand, unparsed: what a verifier must look at. */
export function* rawEntries(
  database: Database,
  chain: Chain,
  from = 1,
): Generator<{ readonly sequence: number; readonly row: EntryRow }[]> {
  for (let next = from; ; ) {
    // In pages rather than one open cursor, so that entries may be appended while somebody reads.
    const rows = [
      ...database.stream<[number, ...EntryRow]>(
        `SELECT sequence, ${ENTRY} FROM ${chain}_entry WHERE sequence >= ? ORDER BY sequence LIMIT ${PAGE}`,
        next,
      ),
    ];
    if (rows.length === 0) return;
    yield rows.map(([sequence, ...row]) => ({ sequence, row }));
    next = (rows.at(-1) as [number, ...EntryRow])[0] + 1;
  }
}

function append(database: Database, signer: LedgerSigner, act: Omit<LedgerBody, 'sequence' | 'actor' | 'previous'>): LedgerEntry {
  const { chain } = act;
  const { size, hash: previous } = lastEntry(database, chain);
  const body: LedgerBody = { ...act, sequence: size + 1, actor: { id: signer.actor.id, name: signer.actor.name }, previous };
  const canonical = canonicalBody(body);
  const hash = hashBody(canonical);
  const signature = sign(null, Buffer.from(canonical), signer.key);
  database.run(
    `INSERT INTO ${chain}_entry (sequence, body, hash, signature, public_key) VALUES (?, ?, ?, ?, ?)`,
    body.sequence,
    canonical,
    Buffer.from(hash, 'hex'),
    signature,
    signer.publicKey,
  );
  appendLeaf(merkleNodes(database, chain), size, hashLeaf(canonical));
  return { body, hash, signature: signature.toString('base64'), publicKey: Buffer.from(signer.publicKey).toString('base64') };
}

function* readEntries(database: Database, chain: Chain, from: number): Generator<LedgerEntry> {
  for (const page of rawEntries(database, chain, from)) for (const { row } of page) yield toEntry(row);
}

function* readOfCase(database: Database, chain: Chain, caseId: CaseId): Generator<LedgerEntry> {
  for (let after = 0; ; ) {
    const rows = [
      ...database.stream<EntryRow>(
        `SELECT ${ENTRY} FROM ${chain}_entry WHERE case_id = ? AND sequence > ? ORDER BY sequence LIMIT ${PAGE}`,
        caseId,
        after,
      ),
    ].map(toEntry);
    yield* rows;
    const last = rows.at(-1);
    if (!last) return;
    after = last.body.sequence;
  }
}

function readPage(database: Database, filter: Parameters<ReadLedger['page']>[0]): ReturnType<ReadLedger['page']> {
  const conditions: string[] = [];
  const values: SqlValue[] = [];
  if (filter.caseId) conditions.push('case_id = ?') && values.push(filter.caseId);
  if (filter.exhibitId) conditions.push('exhibit_id = ?') && values.push(filter.exhibitId);
  const where = (more: readonly string[]) => (more.length > 0 ? `WHERE ${more.join(' AND ')}` : '');
  const table = `${filter.chain}_entry`;
  const total = database.get<{ total: number }>(`SELECT COUNT(*) AS total FROM ${table} ${where(conditions)}`, ...values)?.total ?? 0;
  const before = filter.before === undefined ? [] : ['sequence < ?'];
  const rows = database.stream<EntryRow>(
    `SELECT ${ENTRY} FROM ${table} ${where([...conditions, ...before])} ORDER BY sequence DESC LIMIT ?`,
    ...values,
    ...(filter.before === undefined ? [] : [filter.before]),
    filter.limit,
  );
  return { entries: [...rows].map(toEntry), total };
}

function toEntry([body, hash, signature, publicKey]: EntryRow): LedgerEntry {
  return {
    body: JSON.parse(body) as LedgerBody,
    hash: hash.toString('hex') as Sha256,
    signature: signature.toString('base64'),
    publicKey: publicKey.toString('base64'),
  };
}

function merkleNodes(database: Database, chain: Chain): NodeStore {
  return {
    get(level, position) {
      const row = database.get<{ hash: Buffer }>(
        'SELECT hash FROM merkle_node WHERE chain = ? AND level = ? AND position = ?',
        chain,
        level,
        position,
      );
      if (!row) throw damaged(`the Merkle tree of the ${chain} ledger lacks node ${level}/${position}`);
      return row.hash;
    },
    put: (level, position, hash) =>
      void database.run('INSERT INTO merkle_node (chain, level, position, hash) VALUES (?, ?, ?, ?)', chain, level, position, hash),
  };
}
