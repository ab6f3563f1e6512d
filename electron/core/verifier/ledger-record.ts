import type { EntryLine } from './ledger-file.ts';
import { LedgerFault } from './ledger-fault.ts';
import type { Manifest } from './manifest.ts';

/** Acts that bring a user's signing key into the ledger; the key counts from that very entry on. */
const introductions: ReadonlySet<string> = new Set(['vault.created', 'user.added', 'user.recovered']);

interface Acquired {
  readonly id: string;
  readonly number: unknown;
  readonly sha256: unknown;
  readonly bytes: unknown;
  covered: boolean;
  read: boolean;
  /** Undefined where the ledger does not say. */
  mediaType: unknown;
}

/** What the entries in the file record, gathered one by one and compared with the manifest at the end. */
export class LedgerRecord {
  readonly #manifest: Manifest;
  readonly #numbers: ReadonlyMap<string, string>;
  readonly #acquired = new Map<string, Acquired>();
  readonly #introduced = new Set<string>();
  /** Keys of the custody chain, which stands before the entries that introduce them, with where each was first used. */
  readonly #used = new Map<string, LedgerFault>();
  /** Introductions that are in the file although nobody's key needs them would tell of strangers. */
  readonly #introducedFor = new Map<string, number>();
  #created = 0;
  #stated: Record<'reference' | 'title' | 'zone', unknown> = { reference: undefined, title: undefined, zone: undefined };
  #releases = 0;
  /** Of the vault's first entry; raw, base64. */
  logKey = '';

  /** Before form 2 the entries that brought in the keys were not in the file, and what an entry leaves out is not compared. */
  readonly #whole: boolean;

  constructor(manifest: Manifest) {
    this.#manifest = manifest;
    this.#whole = manifest.formatVersion !== 1;
    this.#numbers = new Map(manifest.exhibits.map(({ id, number }) => [id, number]));
  }

  /** Throws LedgerFault for an entry that cannot stand in this file. */
  take({ body, publicKey }: EntryLine): void {
    const introduces = this.#whole ? this.#takeKey(body, publicKey) : false;
    if (!introduces && body.caseId !== this.#manifest.case.id)
      throw new LedgerFault('ledger.stranger', { chain: body.chain, sequence: body.sequence });
    if (body.chain === 'custody') this.#custody(body);
    else this.#audit(body);
  }

  /** Throws LedgerFault where the entries contradict the manifest. */
  end(): void {
    if (this.#whole) this.#compareKeys();
    const { case: one, release } = this.#manifest;
    if (this.#created !== 1) throw new LedgerFault('ledger.case-created', { count: this.#created });
    for (const field of ['reference', 'title', 'zone'] as const)
      if (this.#differs(this.#stated[field], one[field]))
        throw new LedgerFault('ledger.case', { said: one[field], recorded: String(this.#stated[field]) });
    if (this.#releases !== release.number - 1) throw new LedgerFault('ledger.releases', { number: release.number, count: this.#releases });
    this.#compareExhibits();
  }

  /** Whether the entry brings in a key. Throws where it is signed with one that nothing brought in. */
  #takeKey(body: EntryLine['body'], publicKey: string): boolean {
    const { chain, sequence, actor, act } = body;
    const key = `${actor.id} ${publicKey}`;
    const fault = () => new LedgerFault('ledger.key', { chain, sequence, name: actor.name });
    if (chain === 'custody') {
      if (!this.#used.has(key)) this.#used.set(key, fault());
      return false;
    }
    if (sequence === 1) this.#begin(body, publicKey);
    const introduced = introductions.has(act) ? this.#introduce(body) : undefined;
    if (!this.#introduced.has(key)) throw fault();
    // Who brings in a key by that very key does not yet need it.
    if (introduced !== key) this.#introducedFor.delete(key);
    return introduced !== undefined;
  }

  #compareKeys(): void {
    if (this.logKey === '') throw new LedgerFault('ledger.first');
    for (const [key, fault] of this.#used) {
      if (!this.#introduced.has(key)) throw fault;
      this.#introducedFor.delete(key);
    }
    for (const sequence of this.#introducedFor.values()) throw new LedgerFault('ledger.stranger', { chain: 'audit', sequence });
  }

  /** The first entry of all makes the vault: it names it, its log key, and the key of who made it. */
  #begin({ act, actor, detail }: EntryLine['body'], publicKey: string): void {
    const { vault, user, checkpointKey } = detail;
    const sound =
      act === 'vault.created' &&
      vault === this.#manifest.vault &&
      user === actor.id &&
      detail['publicKey'] === publicKey &&
      typeof checkpointKey === 'string' &&
      Buffer.from(checkpointKey, 'base64').length === 32;
    if (!sound) throw new LedgerFault('ledger.first');
    this.logKey = checkpointKey;
  }

  #introduce({ act, sequence, caseId, exhibitId, detail }: EntryLine['body']): string {
    const { user, publicKey } = detail;
    const sound = caseId === null && exhibitId === null && (act === 'vault.created') === (sequence === 1);
    if (!sound) throw new LedgerFault('ledger.stranger', { chain: 'audit', sequence });
    const key = `${String(user)} ${String(publicKey)}`;
    this.#introduced.add(key);
    if (act !== 'vault.created') this.#introducedFor.set(key, sequence);
    return key;
  }

  #audit({ act, sequence, exhibitId, detail }: EntryLine['body']): void {
    if (exhibitId !== null) this.#numberOf('audit', sequence, exhibitId, detail['number']);
    if (act === 'case.created') {
      this.#created += 1;
      this.#stated = { reference: detail['reference'], title: detail['title'], zone: detail['zone'] };
    }
    if (act === 'case.updated')
      for (const field of ['reference', 'title', 'zone'] as const)
        if (`${field}.after` in detail) this.#stated[field] = detail[`${field}.after`];
    if (act === 'release.signed') {
      this.#releases += 1;
      if (detail['release'] !== this.#releases)
        throw new LedgerFault('ledger.releases', { number: this.#manifest.release.number, count: this.#releases });
    }
  }

  #custody({ act, sequence, exhibitId, detail }: EntryLine['body']): void {
    if (exhibitId === null) throw new LedgerFault('ledger.stranger', { chain: 'custody', sequence });
    const number = this.#numberOf('custody', sequence, exhibitId, detail['number']);
    const known = this.#acquired.get(exhibitId);
    if (act === 'acquired') {
      if (known) throw new LedgerFault('ledger.acquired-twice', { number });
      const { sha256, bytes } = detail;
      this.#acquired.set(exhibitId, {
        id: exhibitId,
        number: detail['number'],
        sha256,
        bytes,
        covered: false,
        read: false,
        mediaType: 'application/octet-stream',
      });
      return;
    }
    if (!known) throw new LedgerFault('ledger.acquired-never', { number });
    if (act === 'covered' || act === 'uncovered') known.covered = act === 'covered';
    if (act === 'read') follow(known, detail);
  }

  /** The number of an exhibit of the file. Throws where the entry is about another one, or calls it otherwise. */
  #numberOf(chain: 'custody' | 'audit', sequence: number, exhibitId: string, said: unknown): string {
    const number = this.#numbers.get(exhibitId);
    if (number === undefined) throw new LedgerFault('ledger.left-out', { chain, sequence, number: typeof said === 'string' ? said : '?' });
    if (said !== undefined && said !== number) throw new LedgerFault('ledger.renamed', { chain, sequence, number });
    return number;
  }

  /** Every acquired exhibit is in the file and every exhibit of the file was acquired, in the same order, with the same facts. */
  #compareExhibits(): void {
    const acquired = [...this.#acquired.values()];
    for (const [index, { id, number, sha256, bytes, mediaType, included }] of this.#manifest.exhibits.entries()) {
      const recorded = acquired[index];
      if (recorded?.id !== id) throw new LedgerFault(this.#acquired.has(id) ? 'ledger.exhibit-order' : 'ledger.acquired-never', { number });
      if (this.#differs(recorded.number, number) || recorded.sha256 !== sha256 || recorded.bytes !== bytes)
        throw new LedgerFault('ledger.acquired', { number });
      if (!this.#whole) continue;
      if (recorded.mediaType !== undefined && recorded.mediaType !== mediaType) throw new LedgerFault('ledger.type', { number });
      const covered = included.as === 'withheld' && included.reason === 'covered';
      if (covered !== recorded.covered) throw new LedgerFault(recorded.covered ? 'ledger.covered' : 'ledger.not-covered', { number });
    }
  }

  #differs(recorded: unknown, said: unknown): boolean {
    return recorded !== said && (this.#whole || recorded !== undefined);
  }
}

/** A later reader that fails does not take away what an earlier one found. */
function follow(known: Acquired, { outcome, mediaType }: EntryLine['body']['detail']): void {
  if (known.read && outcome === 'unreadable') return;
  known.read = outcome === 'read';
  known.mediaType = mediaType;
}
