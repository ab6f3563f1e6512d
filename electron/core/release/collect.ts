import type { Language } from '../../../shared/model/language.ts';
import type { Case } from '../../../shared/model/case.ts';
import type { GateCheck } from '../../../shared/model/release.ts';
import { listClocks, listClockVersions } from '../domain/clocks/index.ts';
import type { Vault } from '../domain/ports/index.ts';
import type { Appearance, CaseFileContent, ClockContent, SignerFacts, SilencesContent } from '../tasks/case-file.ts';
import type { LedgerSnapshot } from './collect-ledger.ts';

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
