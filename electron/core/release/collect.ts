import type { Language } from '../../../shared/model/language.ts';
import type { Case } from '../../../shared/model/case.ts';
import type { ExhibitId } from '../../../shared/model/identifier.ts';
import type { LedgerEntry } from '../../../shared/model/ledger.ts';
import type { GateCheck } from '../../../shared/model/release.ts';
import { listClocks, listClockVersions } from '../domain/clocks/index.ts';
import type { Vault } from '../domain/ports/index.ts';
import type { Appearance, CaseFileContent, ClockContent, SignerFacts, SilencesContent } from '../tasks/case-file.ts';
import type { LedgerLine, WithheldLine } from '../verifier/manifest.ts';
import { leafOf } from '../verifier/ledger-check.ts';

/** The case's part of the ledger at one moment: entries, proofs and the heads they lead to. */
export interface LedgerSnapshot {
  readonly heads: CaseFileContent['heads'];
  readonly checkpoint: string | null;
  readonly lines: readonly (LedgerLine | WithheldLine)[];
  readonly custody: ReadonlyMap<ExhibitId, readonly LedgerEntry[]>;
}

/** Reads synchronously, so that no entry can come in between a proof and the head it leads to. */
export function snapshotLedger(vault: Vault, one: Case): LedgerSnapshot {
  const { ledger } = vault.read;
  const lines: (LedgerLine | WithheldLine)[] = [];
  const custody = new Map<ExhibitId, LedgerEntry[]>();
  for (const chain of ['custody', 'audit'] as const) {
    for (const entry of ledger.entries(chain)) {
      if (entry.body.caseId !== one.id) continue;
      const proof = [...ledger.inclusionProof(chain, entry.body.sequence)];
      if (hasWorkingNotes(entry)) lines.push(withhold(entry, proof));
      else lines.push({ body: entry.body, hash: entry.hash, signature: entry.signature, publicKey: entry.publicKey, proof });
      if (chain !== 'custody' || entry.body.exhibitId === null) continue;
      const known = custody.get(entry.body.exhibitId);
      if (known) known.push(entry);
      else custody.set(entry.body.exhibitId, [entry]);
    }
  }
  return { heads: [ledger.head('custody'), ledger.head('audit')], checkpoint: vault.checkpoint?.() ?? null, lines, custody };
}

/** Notes about people are for the investigation only; a change of one leaves its words in the audit ledger. */
function hasWorkingNotes({ body }: LedgerEntry): boolean {
  return body.chain === 'audit' && Object.keys(body.detail).some((field) => /^note(\.|$)/.test(field));
}

function withhold({ body, hash }: LedgerEntry, proof: string[]): WithheldLine {
  return {
    withheld: 'working-notes',
    chain: body.chain,
    sequence: body.sequence,
    at: body.at,
    act: body.act,
    hash,
    leaf: leafOf(body),
    proof,
  };
}

/** Everything the case file says, read from the vault once. */
export function collectContent(
  vault: Vault,
  one: Case,
  given: {
    readonly language: Language;
    readonly release: CaseFileContent['release'];
    readonly version: string;
    readonly gate: readonly GateCheck[];
    readonly signer: SignerFacts;
    readonly ledger: LedgerSnapshot;
    readonly appearances: ReadonlyMap<string, Appearance>;
    readonly silences: SilencesContent;
  },
): CaseFileContent {
  const { read } = vault;
  return {
    language: given.language,
    case: one,
    vaultId: vault.id,
    release: given.release,
    version: given.version,
    parties: read.parties.list(one.id),
    events: read.events.narrated(one.id),
    logRows: read.events
      .logRows(one.id)
      .map(({ exhibitId, ...rows }) => ({ ...rows, exhibit: read.exhibits.find(exhibitId)?.number ?? '' })),
    exhibits: read.exhibits.list(one.id).map((exhibit) => ({
      exhibit,
      acquisitions: read.exhibits.acquisitions(exhibit.id),
      custody: given.ledger.custody.get(exhibit.id) ?? [],
      appearance: given.appearances.get(exhibit.number) ?? { as: 'slip', reason: 'native', problem: '', attachment: null },
      passages: exhibit.covered ? [] : (read.exhibits.content(exhibit.id)?.passages ?? []),
    })),
    clocks: collectClocks(vault, one, given.language),
    silences: given.silences,
    gate: given.gate,
    heads: given.ledger.heads,
    checkpoint: given.ledger.checkpoint,
    signer: given.signer,
  };
}

function collectClocks(vault: Vault, { id }: Case, language: Language): readonly ClockContent[] {
  return listClocks(vault, id, language).map(({ clock, wording, events }) => ({
    clock,
    wording,
    events,
    former: listClockVersions(vault, clock.id, language),
  }));
}
