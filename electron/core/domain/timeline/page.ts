import type { EventSort } from '../../../../shared/contract/event.ts';
import type { CaseEvent } from '../../../../shared/model/event.ts';
import type { CaseId, EventId, PartyId } from '../../../../shared/model/identifier.ts';
import { requireCase } from '../case/index.ts';
import type { Vault } from '../ports/index.ts';
import { projection } from '../ports/projection.ts';
import { mergeGroups, sortHappened } from './order.ts';
import { indexByLanes } from './timeline.ts';
import { narrow, type TimelineIndex } from './index-of-events.ts';

export interface EventSelection {
  readonly caseId: CaseId;
  /** Matches titles, whatever their case; empty for all. */
  readonly filter: string;
  readonly differing: boolean;
  readonly by: EventSort;
  readonly descending: boolean;
  readonly partyId?: PartyId | undefined;
}

/** The last order asked for, row by row: paging through a million events sorts them once. It holds until the events change. */
interface KnownOrder {
  readonly key: string;
  readonly index: TimelineIndex;
  readonly revision: number;
  readonly ordinals: Uint32Array;
}

const lastOrders = projection((): { order?: KnownOrder } => ({}));

/** A page of the case's events in an order. Throws case.unknown. */
export function pageEvents(
  vault: Vault,
  selection: EventSelection,
  from: number,
  count: number,
): { readonly total: number; readonly events: CaseEvent[] } {
  const ordinals = orderOf(vault, selection);
  return { total: ordinals.length, events: [...vault.read.events.byOrdinal([...ordinals.subarray(from, from + count)])] };
}

/** Where an event stands in that order, from 0; null when it is not among them. Throws case.unknown. */
export function positionOfEvent(vault: Vault, selection: EventSelection, eventId: EventId): number | null {
  const ordinal = vault.read.events.ordinal(eventId);
  const position = ordinal === undefined ? -1 : orderOf(vault, selection).indexOf(ordinal);
  return position < 0 ? null : position;
}

/** Every tag of the case, the most used first. Throws case.unknown. */
export function listTags({ read }: Vault, caseId: CaseId): { readonly tag: string; readonly events: number }[] {
  requireCase(read, caseId);
  return [...read.events.tags(caseId)];
}

function orderOf(vault: Vault, selection: EventSelection): Uint32Array {
  const { caseId, filter, differing, by, descending, partyId } = selection;
  const index = indexByLanes(vault, caseId);
  const key = JSON.stringify([caseId, filter, differing, by, descending, partyId]);
  const last = lastOrders(vault);
  const before = last.order;
  if (before?.key === key && before.index === index && before.revision === index.revision) return before.ordinals;
  const { events } = vault.read;
  const happened = mergeGroups(narrow(index, { filter, differing }).values());
  const sorted = sortHappened(happened, by, descending, index.titles, {
    recorded: () => events.moments('recorded'),
    learned: () => events.moments('learned'),
    citations: () => events.citations(),
  });
  const named = partyId && new Set(events.ofParty(partyId));
  const ordinals = named ? sorted.filter((ordinal) => named.has(ordinal)) : sorted;
  last.order = { key, index, revision: index.revision, ordinals };
  return ordinals;
}
