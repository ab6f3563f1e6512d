import type { Acceptance, PassageKey } from '../../../../shared/contract/suggestion.ts';
import type { Language } from '../../../../shared/model/language.ts';
import type { Case } from '../../../../shared/model/case.ts';
import type { CaseEvent } from '../../../../shared/model/event.ts';
import type { CaseId, EventId, ExhibitId, Instant } from '../../../../shared/model/identifier.ts';
import type { Moment } from '../../../../shared/model/moment.ts';
import { FailureError } from '../../../../shared/result.ts';
import { type DayOrder, interpretMoment, note } from '../../../../shared/time/index.ts';
import { requireCase } from '../case/index.ts';
import { citationKey, referenceOf, resolveCitations } from '../evidence/index.ts';
import { type Drafted, enterEvent, takeOutEvent } from '../events/index.ts';
import type { Work } from '../ports/work.ts';
import type { ReadRecords, Vault, WriteRecords } from '../ports/index.ts';
import { decisionsOf, exhibitOf, keyOf } from './suggestion.ts';
import { type Searched, searchExhibit } from './search.ts';
import type { ScannedPassage } from '../../tasks/suggestion.ts';

export interface AcceptOrder {
  readonly caseId: CaseId;
  readonly dayOrder?: DayOrder | undefined;
  readonly language: Language;
  readonly suggestions: readonly Acceptance[];
}

interface Accepted {
  readonly passage: ScannedPassage;
  readonly wanted: Acceptance;
  readonly happened: Moment;
}

/**
 * Makes an event of every named passage, each citing the very words, in one transaction. A passage that is accepted already
 * answers nothing and stays as it is. Throws case.unknown, exhibit.unknown, suggestion.unknown, suggestion.changed,
 * suggestion.unanswered and moment.invalid; then no event was made.
 */
export async function acceptSuggestions(work: Work, order: AcceptOrder): Promise<{ readonly events: readonly CaseEvent[] }> {
  const { vault, now } = work;
  const matter = requireCase(vault.read, order.caseId);
  const searches = await searchAll(work, matter, order);
  const accepted = order.suggestions.map((wanted) => readAcceptance(vault, matter, wanted, searches.get(wanted.exhibitId), order.language));
  const events = vault.transact((records) => {
    const taken = decided(records, accepted);
    return accepted.flatMap((one) => {
      const key = `${one.wanted.exhibitId} ${keyOf(one.passage)}`;
      if (taken.has(key)) return [];
      taken.add(key);
      return [enter(vault, records, matter, one, now())];
    });
  });
  return { events };
}

/** Throws case.unknown and exhibit.unknown. One that was accepted has to be opened again first and is left as it is. */
export function dismissSuggestions(
  vault: Vault,
  caseId: CaseId,
  given: readonly PassageKey[],
  now: Instant,
): { readonly dismissed: number } {
  const keys = distinct(given);
  const dismissed = vault.transact((records) => {
    const known = knownDecisions(records, caseId, keys);
    return keys.filter((key) => {
      const { number, decisions } = known(key);
      if (decisions.has(keyOf(key))) return false;
      records.suggestions.decide({ ...key, decision: 'dismissed', eventId: null }, now, vault.user.name);
      record(records, 'suggestion.dismissed', caseId, number, key);
      return true;
    }).length;
  });
  return { dismissed };
}

/** Opens what was decided again; the event of an accepted passage leaves the timeline. Throws case.unknown and exhibit.unknown. */
export function reopenSuggestions(vault: Vault, caseId: CaseId, given: readonly PassageKey[]): { readonly reopened: number } {
  const keys = distinct(given);
  const reopened = vault.transact((records) => {
    const known = knownDecisions(records, caseId, keys);
    return keys.filter((key) => {
      const { number, decisions } = known(key);
      const decision = decisions.get(keyOf(key));
      if (!decision) return false;
      if (decision.eventId !== null) takeOutEvent(records, decision.eventId);
      records.suggestions.reopen(key);
      record(records, 'suggestion.reopened', caseId, number, key, decision.eventId);
      return true;
    }).length;
  });
  return { reopened };
}

function distinct(keys: readonly PassageKey[]): readonly PassageKey[] {
  return [...new Map(keys.map((key) => [`${key.exhibitId} ${keyOf(key)}`, key])).values()];
}

interface Known {
  readonly number: string;
  readonly decisions: ReturnType<typeof decisionsOf>;
}

/** The exhibits of the keys, each looked up once, as they were before anything is decided. Throws case.unknown and exhibit.unknown. */
function knownDecisions(records: ReadRecords, caseId: CaseId, keys: readonly PassageKey[]): (key: PassageKey) => Known {
  requireCase(records, caseId);
  const known = new Map<ExhibitId, Known>();
  for (const exhibitId of new Set(keys.map((key) => key.exhibitId)))
    known.set(exhibitId, { number: exhibitOf(records, caseId, exhibitId).number, decisions: decisionsOf(records, exhibitId) });
  return ({ exhibitId }) => known.get(exhibitId) as Known;
}

async function searchAll(work: Work, matter: Case, order: AcceptOrder): Promise<ReadonlyMap<ExhibitId, Searched>> {
  const { zone, id } = matter;
  const searches = new Map<ExhibitId, Searched>();
  for (const exhibitId of new Set(order.suggestions.map((one) => one.exhibitId))) {
    const exhibit = exhibitOf(work.vault.read, id, exhibitId);
    searches.set(exhibitId, await searchExhibit(work, exhibit, { zone, language: order.language, dayOrder: order.dayOrder }));
  }
  return searches;
}

function readAcceptance(vault: Vault, matter: Case, wanted: Acceptance, searched: Searched | undefined, language: Language): Accepted {
  const passage = searched?.scan.found.find((one) => keyOf(one) === keyOf(wanted));
  const place = `${vault.read.exhibits.find(wanted.exhibitId)?.number ?? ''}#${wanted.place}`;
  if (!searched || !passage) throw new FailureError('suggestion.unknown', { place });
  const happened =
    wanted.when === undefined
      ? chosenMoment(vault, passage, wanted, place)
      : ownReading(vault, matter, passage, wanted, searched, language);
  return { passage, wanted, happened };
}

/** The bounds that were shown, or one of the readings that were offered. */
function chosenMoment({ user }: Vault, { moment, alternatives }: ScannedPassage, { edtf }: Acceptance, place: string): Moment {
  if (moment && (edtf === undefined || edtf === moment.edtf)) return moment;
  const chosen = edtf === undefined ? undefined : alternatives.find((one) => one.edtf === edtf);
  if (chosen) return { ...chosen, basis: [...chosen.basis, note('basis.chosenBy', { user: user.name })] };
  throw new FailureError(edtf === undefined ? 'suggestion.unanswered' : 'suggestion.changed', { place });
}

/** What the person read into the source's words: those stay the moment's phrase, and the basis says who read them so. */
function ownReading(
  { user, read: records }: Vault,
  matter: Case,
  { phrase, moment }: ScannedPassage,
  { when = '', zone, relativeTo }: Acceptance,
  { reference }: Searched,
  language: Language,
): Moment {
  if (moment && (when === moment.edtf || when === moment.phrase) && (zone ?? moment.zone) === moment.zone) return moment;
  const read = interpretMoment(
    when,
    zone ?? matter.zone,
    language,
    relativeTo ? referenceOf(records, relativeTo) : (reference ?? undefined),
  );
  return { ...read, phrase, basis: [...read.basis, note('basis.understoodBy', { text: when, user: user.name })] };
}

function decided(records: ReadRecords, accepted: readonly Accepted[]): Set<string> {
  const exhibits = new Set(accepted.map(({ wanted }) => wanted.exhibitId));
  return new Set(
    [...exhibits].flatMap((id) =>
      [...decisionsOf(records, id)].filter(([, one]) => one.decision === 'accepted').map(([key]) => `${id} ${key}`),
    ),
  );
}

function enter(vault: Vault, records: WriteRecords, matter: Case, { passage, wanted, happened }: Accepted, now: Instant): CaseEvent {
  const { exhibitId, title = passage.title, lane = 'incident' } = wanted;
  const { place, start, phrase, quote } = passage;
  const citations = resolveCitations(records, matter.id, [{ exhibitId, place, stance: 'supports', quote }]);
  const drafted: Drafted = {
    title,
    lane,
    happened,
    citations,
    standing: 'asserted',
    kind: 'happening',
    description: '',
    location: '',
    recorded: null,
    learned: null,
    clockId: null,
    parties: [],
    allegations: [],
    tags: [],
  };
  const event = enterEvent(vault, records, matter.id, drafted, now);
  records.suggestions.decide({ exhibitId, place, start, phrase, decision: 'accepted', eventId: event.id }, now, vault.user.name);
  record(records, 'suggestion.accepted', matter.id, citations[0]?.exhibitNumber ?? '', { exhibitId, place, start, phrase }, event.id);
  return event;
}

function record(
  { ledger }: WriteRecords,
  act: string,
  caseId: CaseId,
  number: string,
  { exhibitId, place, start, phrase }: PassageKey,
  event: EventId | null = null,
): void {
  const source = citationKey({ exhibitNumber: number, place });
  ledger.audit(act, { caseId, exhibitId }, { source, start, phrase, ...(event === null ? {} : { event }) });
}
