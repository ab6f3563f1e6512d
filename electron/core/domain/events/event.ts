import type { CaseEvent } from '../../../../shared/model/event.ts';
import type { Case } from '../../../../shared/model/case.ts';
import type { AllegationId, CaseId, EventId, Instant, PartyId } from '../../../../shared/model/identifier.ts';
import { FailureError } from '../../../../shared/result.ts';
import { requireCase } from '../case/index.ts';
import { type CitationDraft, resolveCitations } from '../evidence/index.ts';
import { entryOf, changedEntry } from './entry.ts';
import { type MomentsDraft, readMoments } from './moments.ts';
import type { ReadRecords, Vault, WriteRecords } from '../ports/index.ts';

export interface EventDraft extends Pick<CaseEvent, 'title' | 'description' | 'lane' | 'standing' | 'location'>, MomentsDraft {
  readonly kind?: CaseEvent['kind'] | undefined;
  readonly parties: readonly PartyId[];
  readonly allegations?: readonly AllegationId[] | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly citations: readonly CitationDraft[];
}

/** Throws case.unknown, moment.invalid, party.unknown, clock.unknown and what a citation can fail with; then nothing was added. */
export function addEvent(vault: Vault, { caseId, ...draft }: EventDraft & { readonly caseId: CaseId }, now: Instant): CaseEvent {
  return vault.transact((records): CaseEvent => {
    const matter = requireCase(records, caseId);
    return enterEvent(vault, records, caseId, readDraft(records, matter, draft), now);
  });
}

/** Writes a new event with its audit entry. */
export function enterEvent(vault: Vault, records: WriteRecords, caseId: CaseId, drafted: Drafted, now: Instant): CaseEvent {
  const event: CaseEvent = {
    id: crypto.randomUUID() as EventId,
    caseId,
    ...drafted,
    enteredAt: now,
    enteredBy: vault.user.name,
    version: 1,
  };
  records.events.insert(event);
  records.ledger.audit('event.added', { caseId }, { event: event.id, ...entryOf(event) });
  return event;
}

/** Replaces every field but who entered it and when; what it said before stays as a version. Throws event.unknown and what adding throws. */
export function updateEvent(vault: Vault, { eventId, ...draft }: EventDraft & { readonly eventId: EventId }, now: Instant): CaseEvent {
  return vault.transact((records): CaseEvent => {
    const before = requireEvent(records, eventId);
    const matter = requireCase(records, before.caseId);
    return replaceEvent(vault, records, before, { ...before, ...readDraft(records, matter, draft, before) }, now);
  });
}

/**
 * Writes an event's next version, keeps the one before and records field by field what changed. What stays the same leaves no
 * version and no entry.
 */
export function replaceEvent(vault: Vault, records: WriteRecords, before: CaseEvent, next: CaseEvent, now: Instant): CaseEvent {
  const detail = changedEntry(entryOf(before), entryOf(next));
  if (!detail) return before;
  const after = { ...next, version: before.version + 1 };
  records.events.keepVersion(before, now, vault.user.name);
  records.events.update(after);
  records.ledger.audit(
    'event.updated',
    { caseId: before.caseId },
    { event: after.id, title: after.title, edtf: after.happened.edtf, version: after.version, ...detail },
  );
  return after;
}

/** Takes the event out of the timeline; it stays in the vault. Throws event.unknown, also for one already removed. */
export function removeEvent(vault: Vault, eventId: EventId): void {
  vault.transact((records) => void takeOutEvent(records, eventId));
}

/** The same within a transaction. */
export function takeOutEvent({ events, ledger }: Pick<WriteRecords, 'events' | 'ledger'>, eventId: EventId): CaseEvent {
  const event = requireEvent({ events }, eventId);
  events.remove(event);
  ledger.audit('event.removed', { caseId: event.caseId }, { event: eventId, ...entryOf(event) });
  return event;
}

/** Brings a removed event back as it was. Throws event.unknown; one that was not removed leaves no entry. */
export function restoreEvent(vault: Vault, eventId: EventId): CaseEvent {
  return vault.transact(({ events, ledger }) => {
    const found = events.find(eventId);
    if (!found) throw new FailureError('event.unknown');
    if (!found.removed) return found.event;
    events.restore(found.event);
    ledger.audit('event.restored', { caseId: found.event.caseId }, { event: eventId, ...entryOf(found.event) });
    return found.event;
  });
}

/** In chronological order: by earliest bound, then latest, open bounds first. Throws case.unknown. */
export function listEvents({ read }: Vault, caseId: CaseId): CaseEvent[] {
  requireCase(read, caseId);
  return [...read.events.list(caseId)];
}

/** Throws event.unknown, also for a removed one. */
export function getEvent({ read }: Vault, eventId: EventId): CaseEvent {
  return requireEvent(read, eventId);
}

/** Throws event.unknown, also for a removed one. */
export function requireEvent({ events }: Pick<ReadRecords, 'events'>, eventId: EventId): CaseEvent {
  const found = events.find(eventId);
  if (!found || found.removed) throw new FailureError('event.unknown');
  return found.event;
}

/** Everything about an event but who entered it, when and as what. */
export type Drafted = Omit<CaseEvent, 'id' | 'caseId' | 'enteredAt' | 'enteredBy' | 'version'>;

function readDraft(records: ReadRecords, matter: Case, draft: EventDraft, before?: CaseEvent): Drafted {
  const { title, description, lane, standing, location, kind = 'happening', allegations = [], tags = [] } = draft;
  return {
    title,
    description,
    lane,
    standing,
    location,
    kind,
    ...readMoments(records, matter, draft, before),
    parties: resolveParties(records, matter.id, draft.parties),
    allegations: resolveAllegations(records, matter.id, allegations),
    tags: [...new Set(tags.map((tag) => tag.trim()))],
    citations: resolveCitations(records, matter.id, draft.citations, before?.citations),
  };
}

function resolveParties({ parties }: Pick<ReadRecords, 'parties'>, caseId: CaseId, ids: readonly PartyId[]): readonly PartyId[] {
  const unique = [...new Set(ids)];
  if (unique.some((id) => parties.find(id)?.caseId !== caseId)) throw new FailureError('party.unknown');
  return unique;
}

function resolveAllegations(
  { allegations }: Pick<ReadRecords, 'allegations'>,
  caseId: CaseId,
  ids: readonly AllegationId[],
): readonly AllegationId[] {
  const unique = [...new Set(ids)];
  if (unique.some((id) => allegations.find(id)?.caseId !== caseId)) throw new FailureError('allegation.unknown');
  return unique;
}
