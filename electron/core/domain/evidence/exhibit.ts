import type { ExhibitDetail } from '../../../../shared/contract/exhibit.ts';
import type { Exhibit, ExhibitContent } from '../../../../shared/model/exhibit.ts';
import type { CaseId, ExhibitId } from '../../../../shared/model/identifier.ts';
import type { Moment } from '../../../../shared/model/moment.ts';
import { required } from '../../../../shared/result.ts';
import { interpretMoment } from '../../../../shared/time/index.ts';
import { requireCase } from '../case/index.ts';
import { changedFields } from '../entries/index.ts';
import type { ReadRecords, Vault } from '../ports/index.ts';
import type { Language } from '../../../../shared/model/language.ts';

interface Change {
  readonly exhibitId: ExhibitId;
  readonly title?: string | undefined;
  readonly source?: string | undefined;
  readonly covered?: boolean | undefined;
  /** The document's own date as typed, read in the case's zone; empty takes it away. */
  readonly dated?: string | undefined;
  readonly language?: Language | undefined;
}

/** How much of an exhibit's history a detail carries; the ledger pages through the rest. */
const HISTORY = 500;

/** How many of the events that cite an exhibit a detail names: a log may be cited by every one of its rows. */
const CITED_BY = 500;

/** Throws exhibit.unknown. */
export function requireExhibit({ exhibits }: Pick<ReadRecords, 'exhibits'>, exhibitId: ExhibitId): Exhibit {
  return required(exhibits.find(exhibitId), 'exhibit.unknown', { number: exhibitId, reference: '' });
}

export function listExhibits({ read }: Vault, caseId: CaseId): Exhibit[] {
  requireCase(read, caseId);
  return [...read.exhibits.list(caseId)];
}

/** How many events cite each exhibit. Throws case.unknown. */
export function countCitations({ read }: Vault, caseId: CaseId): { readonly exhibitId: ExhibitId; readonly events: number }[] {
  requireCase(read, caseId);
  return [...read.exhibits.citationCounts(caseId)];
}

/** Throws exhibit.unknown, case.unknown. */
export function findExhibit({ read }: Vault, caseId: CaseId, number: string): Exhibit {
  const { reference } = requireCase(read, caseId);
  return required(read.exhibits.findByNumber(caseId, number), 'exhibit.unknown', { number, reference });
}

export function getExhibit({ read }: Vault, exhibitId: ExhibitId): ExhibitDetail {
  const citedBy = read.exhibits.citedBy(exhibitId, CITED_BY + 1);
  return {
    exhibit: requireExhibit(read, exhibitId),
    acquisitions: read.exhibits.acquisitions(exhibitId),
    custody: [...read.ledger.page({ chain: 'custody', exhibitId, limit: HISTORY }).entries].reverse(),
    citedBy: citedBy.slice(0, CITED_BY),
    citedByMore: citedBy.length > CITED_BY,
  };
}

/** Empty while no reader has been through it. */
export function getContent({ read }: Vault, exhibitId: ExhibitId): ExhibitContent {
  requireExhibit(read, exhibitId);
  return read.exhibits.content(exhibitId) ?? { passages: [], metadata: [], parts: [] };
}

/**
 * Title and source may be corrected, with before and after in the audit ledger; covering and uncovering are acts on the
 * exhibit itself and stand in its custody. What stays the same leaves no entry.
 */
export function updateExhibit(vault: Vault, { exhibitId, ...change }: Change): Exhibit {
  return vault.transact(({ cases, exhibits, ledger }) => {
    const before = requireExhibit({ exhibits }, exhibitId);
    const { zone } = requireCase({ cases }, before.caseId);
    const after: Exhibit = {
      ...before,
      title: change.title ?? before.title,
      source: change.source ?? before.source,
      covered: change.covered ?? before.covered,
      dated: change.dated === undefined ? before.dated : readDate(change.dated, zone, change.language, before.dated),
    };
    const about = { caseId: before.caseId, exhibitId };
    const described = changedFields(describe(before), describe(after), ['title', 'source', 'dated', 'dated.zone']);
    if (!described && before.covered === after.covered) return before;
    exhibits.update(after);
    if (described) ledger.audit('exhibit.updated', about, { number: before.number, ...described });
    if (before.covered !== after.covered) ledger.custody(after.covered ? 'covered' : 'uncovered', about, { number: before.number });
    return after;
  });
}

/** A document's own date as typed; empty for none, and what says the same as before stays as it is. Throws moment.invalid. */
export function readDate(text: string, zone: string, language: Language | undefined, before: Moment | null = null): Moment | null {
  if (text === '') return null;
  return before && (text === before.edtf || text === before.phrase) ? before : interpretMoment(text, zone, language);
}

function describe({ title, source, dated }: Exhibit) {
  return { title, source, dated: dated?.edtf ?? null, 'dated.zone': dated?.zone ?? null };
}

/** Records that a covered exhibit was looked at, and why; an exhibit that is not covered needs no entry. */
export function uncoverExhibit(vault: Vault, exhibitId: ExhibitId, purpose: string): Record<string, never> {
  vault.transact(({ exhibits, ledger }) => {
    const exhibit = requireExhibit({ exhibits }, exhibitId);
    if (exhibit.covered) ledger.custody('uncover-viewed', { caseId: exhibit.caseId, exhibitId }, { number: exhibit.number, purpose });
  });
  return {};
}
