import type { CaseEvent } from '../../../shared/model/event.ts';
import type { CaseId, EventId } from '../../../shared/model/identifier.ts';
import type { Moment } from '../../../shared/model/moment.ts';
import { reachOf } from '../../../shared/time/order.ts';
import type { AskedEvent, AskedMoment, Vault } from './ports.ts';

/** More than these are not kept between two askings: they would weigh more than the timeline's own index. */
const MOST_KEPT = 50_000;

/** What questions were last asked of, case by case, as long as the vault is open. */
const known = new WeakMap<Vault, Map<CaseId, Map<EventId, AskedEvent>>>();

/** Every event questions can be asked of. Rows of logs that name nobody and told nobody anything are passed over unread. */
export function askedEvents(vault: Vault, caseId: CaseId): readonly AskedEvent[] {
  const kept = known.get(vault)?.get(caseId);
  if (kept) return [...kept.values()];
  const found = [...vault.read.questions.scan(caseId)];
  if (found.length <= MOST_KEPT) casesOf(vault).set(caseId, new Map(found.map((event) => [event.id, event])));
  return found;
}

/** Notes an event that was added, changed or restored; does nothing while no question was asked. */
export function noteAsked(vault: Vault, event: CaseEvent): void {
  const kept = known.get(vault)?.get(event.caseId);
  if (!kept) return;
  if (isAsked(event)) kept.set(event.id, toAsked(event));
  else kept.delete(event.id);
  if (kept.size > MOST_KEPT) forgetAsked(vault, event.caseId);
}

/** Forgets a removed event, or all of them where so much changed that reading them again is the shorter way. */
export function forgetAsked(vault: Vault, caseId: CaseId, eventId?: EventId): void {
  if (eventId === undefined) known.get(vault)?.delete(caseId);
  else known.get(vault)?.get(caseId)?.delete(eventId);
}

/** Of a moment, when it can have begun and ended. */
export function toAskedMoment(moment: Moment): AskedMoment {
  return { ...reachOf(moment), doubtful: moment.uncertain };
}

function isAsked({ lane, kind, parties, learned }: CaseEvent): boolean {
  return lane === 'knowledge' || lane === 'institution' || kind === 'memory-gap' || parties.length > 0 || learned !== null;
}

function toAsked({ id, title, lane, kind, location, happened, learned, parties }: CaseEvent): AskedEvent {
  return { id, title, lane, kind, location, happened: toAskedMoment(happened), learned: learned && toAskedMoment(learned), parties };
}

function casesOf(vault: Vault): Map<CaseId, Map<EventId, AskedEvent>> {
  let cases = known.get(vault);
  if (!cases) known.set(vault, (cases = new Map()));
  return cases;
}
