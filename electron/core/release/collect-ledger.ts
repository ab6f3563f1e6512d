import type { Case } from '../../../shared/model/case.ts';
import type { ExhibitId } from '../../../shared/model/identifier.ts';
import type { Chain, LedgerEntry } from '../../../shared/model/ledger.ts';
import type { ReadLedger, Vault } from '../domain/ports/index.ts';
import type { CaseFileContent } from '../tasks/case-file.ts';
import type { LedgerInFile } from '../tasks/print.ts';
import { writeEntry } from '../verifier/ledger-file.ts';
import { canonicalText } from '../verifier/manifest.ts';

/** The ledger at one moment, as it stands in a case file: every number of both chains, and the heads they lead to. */
export interface LedgerSnapshot {
  readonly heads: CaseFileContent['heads'];
  readonly checkpoint: string;
  readonly file: LedgerInFile;
  readonly custody: ReadonlyMap<ExhibitId, readonly LedgerEntry[]>;
}

/** Lines turned into bytes at a time: a large ledger is not held as text. */
const linesAtOnce = 1000;

/** Reads synchronously, so that no entry can come in between a line and the head it leads to. */
export function snapshotLedger(vault: Vault, one: Case): LedgerSnapshot {
  const { ledger } = vault.read;
  const heads = [ledger.head('custody'), ledger.head('audit')] as const;
  const custody = new Map<ExhibitId, LedgerEntry[]>();
  const keys = new Set<string>();
  const lines = new LineWriter(ledger);
  for (const entry of ledger.ofCase('custody', one.id)) {
    lines.entry(entry);
    keys.add(keyOf(entry.body.actor.id, entry.publicKey));
    const { exhibitId } = entry.body;
    if (exhibitId === null) continue;
    const known = custody.get(exhibitId);
    if (known) known.push(entry);
    else custody.set(exhibitId, [entry]);
  }
  lines.endOf('custody', heads[0].size);
  const about = [...ledger.ofCase('audit', one.id)];
  for (const { body, publicKey } of about) keys.add(keyOf(body.actor.id, publicKey));
  for (const entry of [...introductionsOf(ledger.introductions(), keys), ...about].sort((a, b) => a.body.sequence - b.body.sequence))
    if (hasWorkingNotes(entry)) lines.withheld(entry);
    else lines.entry(entry);
  lines.endOf('audit', heads[1].size);
  return { heads, checkpoint: vault.checkpoint(), file: lines.end(), custody };
}

/** The vault's first entry, and of the others those that brought in a key which signed an entry of the file. */
function introductionsOf(introductions: readonly LedgerEntry[], keys: ReadonlySet<string>): readonly LedgerEntry[] {
  const first = new Map<string, LedgerEntry>();
  for (const entry of introductions) {
    const { user, publicKey } = entry.body.detail;
    const key = keyOf(String(user), String(publicKey));
    if (!first.has(key)) first.set(key, entry);
  }
  const needed = new Set(introductions.filter(({ body }) => body.sequence === 1));
  // Who brought in a key signed with one that was brought in before.
  for (let open = [...keys]; open.length > 0; ) {
    const found = open.flatMap((key) => first.get(key) ?? []).filter((entry) => !needed.has(entry));
    for (const entry of found) needed.add(entry);
    open = found.map(({ body, publicKey }) => keyOf(body.actor.id, publicKey));
  }
  return [...needed];
}

function keyOf(actor: string, publicKey: string): string {
  return `${actor} ${publicKey}`;
}

/** Notes about people are for the investigation only; a change of one leaves its words in the audit ledger. */
function hasWorkingNotes({ body }: LedgerEntry): boolean {
  return Object.keys(body.detail).some((field) => /^note(\.|$)/.test(field));
}

/** Writes the lines of a ledger in their order, and between them the nodes over what is not told. */
class LineWriter {
  readonly #ledger: ReadLedger;
  readonly #pieces: Uint8Array[] = [];
  readonly #counts = { entries: 0, withheld: 0, others: 0 };
  #lines: string[] = [];
  #next = 1;

  constructor(ledger: ReadLedger) {
    this.#ledger = ledger;
  }

  entry(entry: LedgerEntry): void {
    this.#others(entry.body.chain, entry.body.sequence);
    this.#write(writeEntry(canonicalText(entry.body), entry));
    this.#counts.entries += 1;
    this.#next += 1;
  }

  withheld({ body: { chain, sequence, at, act } }: LedgerEntry): void {
    this.#others(chain, sequence);
    this.#write(canonicalText({ withheld: 'working-notes', chain, sequence, at, act, leaf: this.#ledger.node(chain, 0, sequence - 1) }));
    this.#counts.withheld += 1;
    this.#next += 1;
  }

  endOf(chain: Chain, size: number): void {
    this.#others(chain, size + 1);
    this.#next = 1;
  }

  end(): LedgerInFile {
    this.#flush();
    const bytes = new Uint8Array(this.#pieces.reduce((sum, piece) => sum + piece.length, 0));
    let at = 0;
    for (const piece of this.#pieces) {
      bytes.set(piece, at);
      at += piece.length;
    }
    return { bytes, ...this.#counts };
  }

  /** The fewest nodes over the entries up to the one before `sequence`. */
  #others(chain: Chain, sequence: number): void {
    while (this.#next < sequence) {
      const position = this.#next - 1;
      let [leaves, level] = [1, 0];
      while (position % (leaves * 2) === 0 && position + leaves * 2 < sequence) [leaves, level] = [leaves * 2, level + 1];
      this.#write(canonicalText({ chain, from: this.#next, leaves, node: this.#ledger.node(chain, level, position / leaves) }));
      this.#counts.others += leaves;
      this.#next += leaves;
    }
  }

  #write(line: string): void {
    this.#lines.push(`${line}\n`);
    if (this.#lines.length >= linesAtOnce) this.#flush();
  }

  #flush(): void {
    this.#pieces.push(new TextEncoder().encode(this.#lines.join('')));
    this.#lines = [];
  }
}
