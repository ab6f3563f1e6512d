import type { CaseEvent } from '../../../shared/model/event.ts';
import type { CaseId, EventId, Instant, PartyId } from '../../../shared/model/identifier.ts';
import type { Moment } from '../../../shared/model/moment.ts';
import { FailureError } from '../../../shared/result.ts';
import { interpretMoment } from '../../../shared/time/index.ts';
import { requireCase } from './case.ts';
import { changedFields } from './change.ts';
import { type CitationDraft, citationKey, resolveCitations } from './citation.ts';
import type { ReadRecords, Vault } from './ports.ts';
import { forgetInTimeline, showInTimeline } from './timeline.ts';

export interface EventDraft extends Pick<CaseEvent, 'title' | 'description' | 'lane' | 'standing' | 'location'> {
  /** As typed; local times are read in `zone`, by default the case's. */
  readonly when: string;
  readonly zone?: string | undefined;
  /** The language the moment's basis is written in. */
  readonly locale?: 'en' | 'zh-CN' | undefined;
  readonly parties: readonly PartyId[];
  readonly citations: readonly CitationDraft[];
}

/** Throws case.unknown, moment.invalid, party.unknown and what a citation can fail with; then nothing was added. */
export function addEvent(vault: Vault, { caseId, ...draft }: EventDraft & { readonly caseId: CaseId }, now: Instant): CaseEvent {
  const added = vault.transact(({ cases, parties, exhibits, events, ledger }): CaseEvent => {
    const { zone } = requireCase({ cases }, caseId);
    const { title, description, lane, standing, location } = draft;
    const event: CaseEvent = {
      id: crypto.randomUUID() as EventId,
      caseId,
      title,
      description,
      lane,
      standing,
      location,
      happened: interpretMoment(draft.when, draft.zone ?? zone, draft.locale),
      parties: resolveParties({ parties }, caseId, draft.parties),
      citations: resolveCitations({ cases, exhibits }, caseId, draft.citations),
      enteredAt: now,
      enteredBy: vault.user.name,
    };
    events.insert(event);
    ledger.audit('event.added', { caseId }, { event: event.id, ...account(event) });
    return event;
  });
  showInTimeline(vault, added);
  return added;
}

/** Replaces every field but who entered it and when. What stays the same leaves no entry. Throws event.unknown and what adding throws. */
export function updateEvent(vault: Vault, { eventId, ...draft }: EventDraft & { readonly eventId: EventId }): CaseEvent {
  const updated = vault.transact(({ cases, parties, exhibits, events, ledger }): CaseEvent => {
    const before = requireEvent({ events }, eventId);
    const { zone } = requireCase({ cases }, before.caseId);
    const { title, description, lane, standing, location } = draft;
    const after: CaseEvent = {
      ...before,
      title,
      description,
      lane,
      standing,
      location,
      happened: happenedAgain(before.happened, draft, zone),
      parties: resolveParties({ parties }, before.caseId, draft.parties),
      citations: resolveCitations({ cases, exhibits }, before.caseId, draft.citations, before.citations),
    };
    const [accountBefore, accountAfter] = [account(before), account(after)];
    const detail = changedFields(accountBefore, accountAfter, Object.keys(accountAfter) as (keyof Account)[]);
    if (!detail) return before;
    events.update(after);
    ledger.audit('event.updated', { caseId: before.caseId }, { event: eventId, title: after.title, edtf: after.happened.edtf, ...detail });
    return after;
  });
  showInTimeline(vault, updated);
  return updated;
}

/** Takes the event out of the timeline; it stays in the vault. Throws event.unknown, also for one already removed. */
export function removeEvent(vault: Vault, eventId: EventId): void {
  const removed = vault.transact(({ events, ledger }) => {
    const event = requireEvent({ events }, eventId);
    events.remove(eventId);
    ledger.audit('event.removed', { caseId: event.caseId }, { event: eventId, ...account(event) });
    return event;
  });
  forgetInTimeline(vault, removed.caseId, eventId);
}

/** Brings a removed event back as it was. Throws event.unknown; one that was not removed leaves no entry. */
export function restoreEvent(vault: Vault, eventId: EventId): CaseEvent {
  const restored = vault.transact(({ events, ledger }) => {
    const found = events.find(eventId);
    if (!found) throw new FailureError('event.unknown');
    if (!found.removed) return found.event;
    events.restore(eventId);
    ledger.audit('event.restored', { caseId: found.event.caseId }, { event: eventId, ...account(found.event) });
    return found.event;
  });
  showInTimeline(vault, restored);
  return restored;
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

function requireEvent({ events }: Pick<ReadRecords, 'events'>, eventId: EventId): CaseEvent {
  const found = events.find(eventId);
  if (!found || found.removed) throw new FailureError('event.unknown');
  return found.event;
}

/** The same words in the same zone mean the same moment: what it was read as, and the words for it, stay untouched. */
function happenedAgain(before: Moment, draft: EventDraft, caseZone: string): Moment {
  const { when, locale } = draft;
  const untouched = when.trim() === before.phrase || when.trim() === before.edtf;
  if (untouched && (draft.zone === undefined || draft.zone === before.zone)) return before;
  return interpretMoment(when, draft.zone ?? caseZone, locale);
}

function resolveParties({ parties }: Pick<ReadRecords, 'parties'>, caseId: CaseId, ids: readonly PartyId[]): readonly PartyId[] {
  const unique = [...new Set(ids)];
  if (unique.some((id) => parties.find(id)?.caseId !== caseId)) throw new FailureError('party.unknown');
  return unique;
}

type Account = Readonly<Record<string, string | number | null>>;

/** Everything a ledger entry needs to prove what an event said, field by field. */
function account(event: CaseEvent): Account {
  const { earliest, latest, edtf, phrase, zone, basis } = event.happened;
  return {
    title: event.title,
    edtf,
    phrase,
    zone,
    earliest,
    latest,
    basis,
    lane: event.lane,
    standing: event.standing,
    location: event.location,
    description: event.description,
    parties: event.parties.join(' '),
    citations: event.citations.map((one) => `${citationKey(one)} ${one.stance}${one.quote === '' ? '' : ` “${one.quote}”`}`).join('\n'),
    citationCount: event.citations.length,
    partyCount: event.parties.length,
  };
}
