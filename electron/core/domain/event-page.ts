import type { EventSort } from '../../../shared/contract/event.ts';
import type { CaseEvent } from '../../../shared/model/event.ts';
import type { CaseId, EventId, PartyId } from '../../../shared/model/identifier.ts';
import { requireCase } from './case.ts';
import type { Vault } from './ports.ts';
import { matcher } from './timeline-index.ts';

export interface EventSelection {
  readonly caseId: CaseId;
  /** Matches titles, whatever their case; empty for all. */
  readonly filter: string;
  readonly differing: boolean;
  readonly by: EventSort;
  readonly descending: boolean;
  readonly partyId?: PartyId | undefined;
}

/** The last order asked for, row by row: paging through a million events sorts them once. Forgotten at every change of the events. */
interface KnownOrder {
  readonly key: string;
  readonly ordinals: Uint32Array;
}

const known = new WeakMap<Vault, KnownOrder>();

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

/** The events were changed: whatever order they were in no longer holds. */
export function forgetOrder(vault: Vault): void {
  known.delete(vault);
}

function orderOf(vault: Vault, { caseId, filter, differing, by, descending, partyId }: EventSelection): Uint32Array {
  requireCase(vault.read, caseId);
  const key = JSON.stringify([caseId, filter, differing, by, descending, partyId]);
  const before = known.get(vault);
  if (before?.key === key) return before.ordinals;
  const matches = matcher(filter);
  let ordinals = new Uint32Array(1024);
  let size = 0;
  for (const { ordinal, title } of vault.read.events.order(caseId, { by, descending, differing, partyId })) {
    if (!matches(title)) continue;
    if (size === ordinals.length) ordinals = grown(ordinals);
    ordinals[size] = ordinal;
    size += 1;
  }
  const order = { key, ordinals: ordinals.slice(0, size) };
  known.set(vault, order);
  return order.ordinals;
}

function grown(ordinals: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(ordinals.length * 2);
  larger.set(ordinals);
  return larger;
}
