import { type KeyObject, verify } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Progress } from '../../../../shared/contract/index.ts';
import { ledgerBody } from '../../../../shared/model/ledger.ts';
import type { Chain, LedgerBody } from '../../../../shared/model/ledger.ts';
import { FailureError } from '../../../../shared/result.ts';
import type { Database } from '../database/database.ts';
import { verifyingKeyFrom } from '../keys/identity.ts';
import { hashBody, INTRODUCTIONS, lastEntry, NOTHING_BEFORE, rootAt } from './ledger.ts';
import { appendLeaf, hashLeaf, memoryNodes, rootOf } from './merkle.ts';

export interface LedgerProblem {
  readonly chain: Chain;
  /** The entry it is about; null for the chain as a whole. */
  readonly sequence: number | null;
  readonly problem: string;
}

export interface CheckOptions {
  readonly signal: AbortSignal;
  progress(progress: Progress): void;
}

/** Enough to see what happened; a wholly replaced ledger would otherwise name every entry. */
const LIMIT = 100;
const PAGE = 512;

/**
 * Recomputes everything: that rows follow each other without gap, that each hash is that of its canonical body, that each
 * names the one before, that each is signed by a key the audit chain introduced for that actor, and that rows and Merkle
 * tree give the same root.
 */
export async function verifyLedger(
  database: Database,
  { signal, progress }: CheckOptions,
): Promise<{ readonly entries: number; readonly problems: readonly LedgerProblem[]; readonly keys: ActorKeys }> {
  const problems: LedgerProblem[] = [];
  const keys = new ActorKeys();
  let entries = 0;
  const total = sizeOf(database, 'audit') + sizeOf(database, 'custody');
  // Audit first: it introduces the keys that sign the other chain too.
  for (const chain of ['audit', 'custody'] as const) {
    const walk = new ChainWalk(chain, keys, problems);
    // One page ahead: while the runtime's threads verify signatures, this one prepares the next page.
    let verifying: Promise<void> = Promise.resolve();
    for (const page of readPages(database, chain, problems)) {
      const next = walk.take(page);
      await verifying;
      verifying = next;
      if (signal.aborted) break;
      entries += page.length;
      progress({ done: entries, total, bytes: 0, totalBytes: null, item: `${chain} ledger` });
    }
    await verifying;
    if (signal.aborted) throw new FailureError('job.cancelled');
    walk.end(database);
  }
  return { entries, problems, keys };
}

export function describeProblem({ chain, sequence, problem }: LedgerProblem): string {
  return sequence === null ? `${chain} ledger: ${problem}` : `${chain} ledger, entry ${sequence}: ${problem}`;
}

/** Which Ed25519 keys (raw, base64) the audit chain introduced for which actor. */
export class ActorKeys {
  readonly #known = new Map<string, KeyObject>();

  introduce(actor: string, publicKey: string): void {
    const bytes = Buffer.from(publicKey, 'base64');
    if (bytes.length === 32) this.#known.set(`${actor} ${publicKey}`, verifyingKeyFrom(bytes));
  }

  find(actor: string, publicKey: string): KeyObject | undefined {
    return this.#known.get(`${actor} ${publicKey}`);
  }
}

type Row = readonly [sequence: number, body: string, hash: Buffer, signature: Buffer, publicKey: Buffer];

class ChainWalk {
  readonly #chain: Chain;
  readonly #keys: ActorKeys;
  readonly #problems: LedgerProblem[];
  readonly #tree = memoryNodes();
  #leaves = 0;
  #expected = 1;
  #previous: string = NOTHING_BEFORE;

  constructor(chain: Chain, keys: ActorKeys, problems: LedgerProblem[]) {
    this.#chain = chain;
    this.#keys = keys;
    this.#problems = problems;
  }

  /** Signatures of one page are verified side by side in the runtime's own threads. */
  async take(rows: readonly Row[]): Promise<void> {
    const checks: Promise<void>[] = [];
    for (const row of rows) this.#takeOne(row, checks);
    await Promise.all(checks);
  }

  end(database: Database): void {
    try {
      const { size } = lastEntry(database, this.#chain);
      const root = Buffer.from(rootOf(this.#tree, this.#leaves)).toString('base64');
      if (size === this.#leaves && rootAt(database, this.#chain, size) !== root)
        this.#tell(null, 'its entries do not give the root of its Merkle tree');
    } catch (error) {
      this.#tell(null, damageOf(error));
    }
  }

  #takeOne([sequence, text, hash, signature, publicKey]: Row, checks: Promise<void>[]): void {
    if (sequence !== this.#expected)
      this.#tell(
        this.#expected,
        sequence === this.#expected + 1 ? 'the entry is missing' : `entries ${this.#expected} to ${sequence - 1} are missing`,
      );
    this.#expected = sequence + 1;
    appendLeaf(this.#tree, this.#leaves, hashLeaf(text));
    this.#leaves += 1;
    const stored = hash.toString('hex');
    const previous = this.#previous;
    this.#previous = stored;
    const body = parseBody(text);
    if (!body) return this.#tell(sequence, 'its text is not a ledger entry in canonical form');
    if (hashBody(text) !== stored) this.#tell(sequence, 'its text was changed: it no longer has the hash it was signed with');
    if (body.chain !== this.#chain || body.sequence !== sequence)
      this.#tell(sequence, `its text belongs to entry ${body.sequence} of the ${body.chain} ledger`);
    if (body.previous !== previous) this.#tell(sequence, 'it does not follow from the entry before it');
    const encoded = publicKey.toString('base64');
    if (INTRODUCTIONS.includes(body.act)) this.#introduce(body);
    const key = this.#keys.find(body.actor.id, encoded);
    if (!key) return this.#tell(sequence, `it is signed with a key the ledger does not know for ${body.actor.name}`);
    checks.push(
      verifyInThread(text, key, signature).then((valid) => {
        if (!valid) this.#tell(sequence, `its signature by ${body.actor.name} is not valid`);
      }),
    );
  }

  #introduce({ detail }: LedgerBody): void {
    const { user, publicKey } = detail;
    if (typeof user === 'string' && typeof publicKey === 'string') this.#keys.introduce(user, publicKey);
  }

  #tell(sequence: number | null, problem: string): void {
    tell(this.#problems, { chain: this.#chain, sequence, problem });
  }
}

function verifyInThread(text: string, key: KeyObject, signature: Uint8Array): Promise<boolean> {
  return new Promise((resolve, reject) => {
    verify(null, Buffer.from(text), key, signature, (error, valid) => (error ? reject(error) : resolve(valid)));
  });
}

/** Undefined unless the text is exactly the canonical form of a ledger body. */
function parseBody(text: string): LedgerBody | undefined {
  try {
    const parsed = ledgerBody.safeParse(JSON.parse(text));
    return parsed.success && canonicalize(parsed.data) === text ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

/** All rows that can be read; a damaged page costs the rows on it and is told, and reading goes on behind it. */
function* readPages(database: Database, chain: Chain, problems: LedgerProblem[]): Generator<Row[]> {
  const sql = `SELECT sequence, body, hash, signature, public_key FROM ${chain}_entry WHERE sequence BETWEEN ? AND ? ORDER BY sequence`;
  const last = sizeOf(database, chain);
  for (let from = 1; from <= last; from += PAGE) {
    const to = Math.min(last, from + PAGE - 1);
    try {
      yield [...database.stream<Row>(sql, from, to)];
    } catch (error) {
      if (!(error instanceof FailureError) || error.code !== 'vault.database-damaged') throw error;
      yield readOneByOne(database, sql, from, to, (sequence) =>
        tell(problems, { chain, sequence, problem: 'it lies on a damaged page of the database and cannot be read' }),
      );
    }
  }
}

function readOneByOne(database: Database, sql: string, from: number, to: number, lost: (sequence: number) => void): Row[] {
  const rows: Row[] = [];
  for (let sequence = from; sequence <= to; sequence += 1) {
    try {
      rows.push(...database.stream<Row>(sql, sequence, sequence));
    } catch {
      lost(sequence);
    }
  }
  return rows;
}

/** How many entries the chain has, from its tree when its own last page cannot be read. */
function sizeOf(database: Database, chain: Chain): number {
  try {
    return lastEntry(database, chain).size;
  } catch {
    try {
      return (
        (database.get<{ last: number | null }>('SELECT MAX(position) AS last FROM merkle_node WHERE chain = ? AND level = 0', chain)
          ?.last ?? -1) + 1
      );
    } catch {
      return 0;
    }
  }
}

function tell(problems: LedgerProblem[], problem: LedgerProblem): void {
  if (problems.length < LIMIT) problems.push(problem);
}

function damageOf(error: unknown): string {
  if (error instanceof FailureError) return String(error.failure.values['problem'] ?? error.message);
  throw error;
}
