import type { Allegation } from '../../../../shared/model/allegation.ts';
import type { AllegationId, CaseId, Instant } from '../../../../shared/model/identifier.ts';
import type { Moment } from '../../../../shared/model/moment.ts';
import { FailureError, required } from '../../../../shared/result.ts';
import { interpretMoment } from '../../../../shared/time/index.ts';
import { requireCase } from './case.ts';
import { changedFields } from '../entries/index.ts';
import type { ReadRecords, Vault } from '../ports/index.ts';
import type { Language } from '../../../../shared/model/language.ts';

interface Draft extends Pick<Allegation, 'title' | 'respondent' | 'category' | 'location'> {
  /** As typed, read in the case's zone; empty when not known. */
  readonly when: string;
  readonly language: Language;
}

/** Throws case.unknown. */
export function listAllegations({ read }: Vault, caseId: CaseId): Allegation[] {
  requireCase(read, caseId);
  return [...read.allegations.list(caseId)];
}

/** Throws case.unknown, party.unknown and moment.invalid. */
export function addAllegation(vault: Vault, { caseId, ...draft }: Draft & { readonly caseId: CaseId }, now: Instant): Allegation {
  return vault.transact((records) => {
    requireCase(records, caseId);
    const allegation: Allegation = {
      id: crypto.randomUUID() as AllegationId,
      caseId,
      number: records.allegations.nextNumber(caseId),
      ...readDraft(records, caseId, draft, null),
      enteredAt: now,
      enteredBy: vault.user.name,
    };
    records.allegations.insert(allegation);
    records.ledger.audit('allegation.added', { caseId }, { allegation: allegation.id, number: allegation.number, ...entryOf(allegation) });
    return allegation;
  });
}

/** Throws allegation.unknown and what adding throws. What stays the same leaves no entry. */
export function updateAllegation(vault: Vault, { allegationId, ...draft }: Draft & { readonly allegationId: AllegationId }): Allegation {
  return vault.transact((records) => {
    const before = requireAllegation(records, allegationId);
    const after: Allegation = { ...before, ...readDraft(records, before.caseId, draft, before.happened) };
    const detail = changedFields(entryOf(before), entryOf(after), ['title', 'respondent', 'category', 'location', 'edtf']);
    if (!detail) return before;
    records.allegations.update(after);
    records.ledger.audit('allegation.updated', { caseId: after.caseId }, { allegation: allegationId, number: after.number, ...detail });
    return after;
  });
}

/** Throws allegation.unknown, and allegation.in-use while events are about it. */
export function removeAllegation(vault: Vault, allegationId: AllegationId): void {
  vault.transact(({ allegations, ledger }) => {
    const { caseId, number, title } = requireAllegation({ allegations }, allegationId);
    const events = allegations.countEvents(allegationId);
    if (events > 0) throw new FailureError('allegation.in-use', { number, events });
    allegations.remove(allegationId);
    ledger.audit('allegation.removed', { caseId }, { allegation: allegationId, number, title });
  });
}

/** Throws allegation.unknown. */
export function requireAllegation({ allegations }: Pick<ReadRecords, 'allegations'>, allegationId: AllegationId): Allegation {
  return required(allegations.find(allegationId), 'allegation.unknown');
}

function readDraft(
  records: ReadRecords,
  caseId: CaseId,
  { title, respondent, category, location, when, language }: Draft,
  before: Moment | null,
): Pick<Allegation, 'title' | 'respondent' | 'category' | 'location' | 'happened'> {
  if (respondent !== null && records.parties.find(respondent)?.caseId !== caseId) throw new FailureError('party.unknown');
  const same = before !== null && (when === before.edtf || when === before.phrase);
  const happened = when === '' ? null : same ? before : interpretMoment(when, requireCase(records, caseId).zone, language);
  return { title, respondent, category, location, happened };
}

function entryOf({ title, respondent, category, location, happened }: Allegation) {
  return { title, respondent, category, location, edtf: happened?.edtf ?? null };
}
