import type { Question, QuestionPart, QuestionSource } from '../../../../shared/contract/question.ts';
import type { OrderClaim } from '../../../../shared/model/order-claim.ts';
import type { CaseEvent } from '../../../../shared/model/event.ts';
import type { CaseId, EventId, PartyId } from '../../../../shared/model/identifier.ts';
import type { Party } from '../../../../shared/model/party.ts';
import { requireCase } from '../case/index.ts';
import { citationKey } from '../evidence/index.ts';
import { eventsOf } from './order-claim.ts';
import type { Vault } from '../ports/index.ts';
import { projection } from '../ports/projection.ts';
import type { Draft } from './draft.ts';
import { type Asked, askedOf } from './asked.ts';
import { listMemoryGaps } from './memory-gap.ts';
import { type Sequence, toSequence } from './sequence.ts';
import { findSilences } from './silence.ts';
import { findTwoPlaces } from './two-places.ts';
import { findUnaccounted } from './unaccounted.ts';

export interface Questions {
  readonly questions: readonly Question[];
  readonly leftOut: number;
}

/** Of each kind as many as somebody can go through; more are counted. */
const MOST_OF_A_KIND = 200;
/** As many of the events meanwhile, and of the places in exhibits, as a reader takes in beside one question. */
const MOST_MEANWHILE = 12;
const MOST_SOURCES = 24;

/** Parts whose sources are the question's own; what merely lies beside it keeps its sources to itself. */
const OWN: ReadonlySet<QuestionPart> = new Set<QuestionPart>(['one', 'other', 'notice', 'act', 'before', 'after', 'gap']);

const answers = projection(() => new Map<CaseId, { readonly head: number; readonly questions: Questions }>());

/**
 * What the record of a case leaves open, by kind and then by time. Throws case.unknown. Answered again from memory until something
 * in the vault changes: every change leaves an entry in the audit ledger.
 */
export async function listQuestions(vault: Vault, caseId: CaseId): Promise<Questions> {
  requireCase(vault.read, caseId);
  const asked = await askedOf(vault, caseId);
  const head = vault.read.ledger.head('audit').size;
  const cases = answers(vault);
  const known = cases.get(caseId);
  if (known?.head === head) return known.questions;
  const questions = findQuestions(vault, caseId, asked);
  cases.set(caseId, { head, questions });
  return questions;
}

function findQuestions(vault: Vault, caseId: CaseId, asked: Asked): Questions {
  const { read } = vault;
  const events = [...asked.named.values()];
  const find = rememberedFind(vault);
  const parties = new Map(read.parties.list(caseId).map((party) => [party.id, party]));
  const persons = [...parties.values()].filter(({ kind }) => kind === 'person');
  const sides = persons.filter(({ role }) => role === 'complainant' || role === 'respondent');
  const idsOf = (some: readonly Party[]): ReadonlySet<PartyId> => new Set(some.map(({ id }) => id));
  let leftOut = 0;
  const first = <One extends Draft>(found: readonly One[]): readonly One[] => {
    leftOut += Math.max(0, found.length - MOST_OF_A_KIND);
    return found.toSorted(byTime).slice(0, MOST_OF_A_KIND);
  };
  const answer = (draft: Draft, meanwhile = NOTHING) => complete(find, draft, parties, meanwhile);
  const questions: readonly Question[] = [
    ...first(findTwoPlaces(events, idsOf(persons))).map((draft) => ({ kind: 'two-places' as const, ...answer(draft) })),
    ...first(listSequences(vault, caseId)).map(({ claim, outcome, ...draft }) => {
      const common = answer(draft);
      return { kind: 'sequence' as const, ...common, sources: saidIn(vault, claim, common.sources), orderClaimId: claim.id, outcome };
    }),
    ...first(findSilences(asked.silences, read.questions.recordEnd(caseId))).map(({ long, end, notices, recordEnds, ...draft }) => ({
      kind: 'silence' as const,
      ...answer(draft),
      long,
      end,
      notices,
      recordEnds,
    })),
    ...first(findUnaccounted(events, idsOf(sides))).map((draft) => ({ kind: 'unaccounted' as const, ...answer(draft) })),
    ...first(listMemoryGaps(events)).map((draft) => ({
      kind: 'memory-gap' as const,
      ...answer(draft, eventsMeanwhile(vault, caseId, draft)),
    })),
  ];
  return { questions, leftOut };
}

function listSequences({ read }: Vault, caseId: CaseId): readonly Sequence[] {
  return read.orderClaims.list(caseId).flatMap((claim) => {
    const two = eventsOf(read, claim);
    const sequence = two && toSequence(claim, two.earlier, two.later);
    return sequence && sequence.outcome !== 'agrees' ? [sequence] : [];
  });
}

interface Meanwhile {
  readonly links: Question['events'];
  readonly more: number;
}

const NOTHING: Meanwhile = { links: [], more: 0 };

type Common = Pick<
  Question,
  'key' | 'lane' | 'people' | 'places' | 'events' | 'moreEvents' | 'sources' | 'certain' | 'possible' | 'atLeast' | 'atMost'
>;

function complete(find: FindEvent, draft: Draft, parties: ReadonlyMap<PartyId, Party>, meanwhile: Meanwhile): Common {
  const { people, links, moreLinks = 0, ...rest } = draft;
  return {
    ...rest,
    people: people.flatMap((id) => {
      const party = parties.get(id);
      return party ? [{ partyId: id, name: party.name, role: party.role }] : [];
    }),
    events: [...links.map(({ id, part }) => ({ eventId: id, title: find(id)?.title ?? '', part })), ...meanwhile.links],
    moreEvents: meanwhile.more + moreLinks,
    sources: sourcesOf(
      find,
      links.filter(({ part }) => OWN.has(part)).map(({ id }) => id),
    ),
  };
}

type FindEvent = (id: EventId) => CaseEvent | undefined;

/** One event may stand in several questions. */
function rememberedFind({ read }: Vault): FindEvent {
  const found = new Map<EventId, CaseEvent | undefined>();
  return (id) => {
    if (!found.has(id)) found.set(id, read.events.find(id)?.event);
    return found.get(id);
  };
}

/** Where in the exhibits the events of a question stand, each place once. */
function sourcesOf(find: FindEvent, eventIds: readonly EventId[]): readonly QuestionSource[] {
  const citations = eventIds.slice(0, MOST_SOURCES).flatMap((id) => find(id)?.citations ?? []);
  const places = new Map(
    citations.map(({ exhibitId, exhibitNumber, place, quote }) => [
      citationKey({ exhibitNumber, place }),
      { exhibitId, exhibitNumber, place, quote },
    ]),
  );
  return [...places.values()].slice(0, MOST_SOURCES);
}

/** Where the order is said comes first, before where the two events stand. */
function saidIn({ read }: Vault, { exhibitId, place, quote }: OrderClaim, others: readonly QuestionSource[]): readonly QuestionSource[] {
  const exhibit = read.exhibits.find(exhibitId);
  if (!exhibit) return others;
  const rest = others.filter((one) => one.exhibitId !== exhibitId || one.place !== place);
  return [{ exhibitId, exhibitNumber: exhibit.number, place, quote }, ...rest];
}

/** What others say of this time: the events that surely lie in it. */
function eventsMeanwhile({ read }: Vault, caseId: CaseId, { possible, links }: Draft): Meanwhile {
  const own = new Set<EventId>(links.map(({ id }) => id));
  const { events, more } = read.questions.within(caseId, possible.from, possible.to, MOST_MEANWHILE);
  return {
    links: events.filter(({ id }) => !own.has(id)).map(({ id, title }) => ({ eventId: id, title, part: 'meanwhile' as const })),
    more,
  };
}

function byTime(one: Draft, other: Draft): number {
  const [first, second] = [one.possible.from ?? Number.NEGATIVE_INFINITY, other.possible.from ?? Number.NEGATIVE_INFINITY];
  return first === second ? 0 : first < second ? -1 : 1;
}
