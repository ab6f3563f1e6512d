import type { Case, CaseSummary, StandardOfProof } from '../../../../shared/model/case.ts';
import type { CaseId, Instant } from '../../../../shared/model/identifier.ts';
import { FailureError, required } from '../../../../shared/result.ts';
import { changedFields } from '../entries/index.ts';
import type { ReadRecords, Vault, WriteRecords } from '../ports/index.ts';

interface Draft {
  readonly reference: string;
  readonly title: string;
  readonly zone: string;
  readonly mandate: string;
  readonly standardOfProof: StandardOfProof;
}

export type CaseChange = { readonly [K in keyof Draft]?: Draft[K] | undefined } & { readonly caseId: CaseId };

/** Throws case.exists and case.zone-unknown. */
export function createCase(vault: Vault, draft: Draft, now: Instant): Case {
  const zone = knownZone(draft.zone);
  return vault.transact(({ cases, ledger }) => {
    assertFree(cases, draft.reference);
    const created: Case = { ...draft, zone, id: crypto.randomUUID() as CaseId, createdAt: now, createdBy: vault.user.name };
    cases.insert(created);
    const { reference, title, standardOfProof } = created;
    ledger.audit('case.created', { caseId: created.id }, { reference, title, zone, standardOfProof });
    return created;
  });
}

/** Throws case.unknown, case.exists and case.zone-unknown. What stays the same leaves no entry. */
export function changeCase({ cases, ledger }: Pick<WriteRecords, 'cases' | 'ledger'>, { caseId, ...change }: CaseChange): Case {
  const before = requireCase({ cases }, caseId);
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as Partial<Draft>;
  const after: Case = { ...before, ...given, zone: given.zone === undefined ? before.zone : knownZone(given.zone) };
  if (after.reference !== before.reference) assertFree(cases, after.reference);
  const detail = changedFields(before, after, ['reference', 'title', 'zone', 'mandate', 'standardOfProof']);
  if (!detail) return before;
  cases.update(after);
  ledger.audit('case.updated', { caseId }, detail);
  return after;
}

export function listCases({ read }: Vault): CaseSummary[] {
  return read.cases.list().map((one) => ({ case: one, ...read.cases.counts(one.id) }));
}

export function getCase({ read }: Vault, caseId: CaseId): CaseSummary {
  return { case: requireCase(read, caseId), ...read.cases.counts(caseId) };
}

export function findCase({ read }: Vault, reference: string): Case {
  return required(read.cases.findByReference(reference), 'case.unknown', { reference });
}

/** Throws case.unknown. */
export function requireCase({ cases }: Pick<ReadRecords, 'cases'>, caseId: CaseId): Case {
  return required(cases.find(caseId), 'case.unknown', { reference: caseId });
}

function assertFree(cases: ReadRecords['cases'], reference: string): void {
  if (cases.findByReference(reference)) throw new FailureError('case.exists', { reference });
}

/**
 * The zone in the tz database's own spelling. An offset such as +08:00 is refused: it knows nothing of
 * daylight-saving time, past or to come. Throws case.zone-unknown.
 */
export function knownZone(zone: string): string {
  if (/^[+-]/.test(zone)) throw new FailureError('case.zone-unknown', { zone });
  try {
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions();
    // Only the case of letters is taken over: an older name for the same place stays what the investigator chose.
    return timeZone.toLowerCase() === zone.toLowerCase() ? timeZone : zone;
  } catch (error) {
    throw new FailureError('case.zone-unknown', { zone }, { cause: error });
  }
}
