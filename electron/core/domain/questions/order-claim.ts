import type { ListedOrderClaim } from '../../../../shared/contract/question.ts';
import type { OrderClaim } from '../../../../shared/model/order-claim.ts';
import type { CaseId, EventId, ExhibitId, Instant, OrderClaimId } from '../../../../shared/model/identifier.ts';
import { FailureError } from '../../../../shared/result.ts';
import { requireCase } from '../case/index.ts';
import { citationKey, resolveCitations } from '../evidence/index.ts';
import { requireEvent } from '../events/index.ts';
import type { ReadRecords, Vault } from '../ports/index.ts';
import { compareOrderClaim } from './sequence.ts';

export interface OrderClaimInput {
  readonly earlier: EventId;
  readonly later: EventId;
  readonly exhibitId: ExhibitId;
  readonly place: string;
  readonly quote: string;
}

/** With what the clocks say of each, in the order of entry; claims about removed events are left out. Throws case.unknown. */
export function listOrderClaims({ read }: Vault, caseId: CaseId): ListedOrderClaim[] {
  requireCase(read, caseId);
  return read.orderClaims.list(caseId).flatMap((claim) => {
    const events = eventsOf(read, claim);
    const exhibit = read.exhibits.find(claim.exhibitId);
    if (!events || !exhibit) return [];
    const { earlier, later } = events;
    return [
      {
        claim,
        exhibitNumber: exhibit.number,
        earlierTitle: earlier.title,
        laterTitle: later.title,
        outcome: compareOrderClaim(earlier.happened, later.happened),
      },
    ];
  });
}

/** Throws event.unknown, claim.same-event, exhibit.unknown, citation.invalid and citation.place-outside. */
export function addOrderClaim(vault: Vault, draft: OrderClaimInput, now: Instant): OrderClaim {
  return vault.transact((records) => {
    const earlier = requireEvent(records, draft.earlier);
    const later = requireEvent(records, draft.later);
    if (earlier.caseId !== later.caseId) throw new FailureError('event.unknown');
    if (earlier.id === later.id) throw new FailureError('claim.same-event');
    const { caseId } = earlier;
    const [cited] = resolveCitations(records, caseId, [{ ...draft, stance: 'context' }]);
    const claim: OrderClaim = {
      id: crypto.randomUUID() as OrderClaimId,
      caseId,
      earlier: earlier.id,
      later: later.id,
      exhibitId: draft.exhibitId,
      place: cited?.place ?? '',
      quote: draft.quote,
      enteredAt: now,
      enteredBy: vault.user.name,
    };
    records.orderClaims.insert(claim);
    records.ledger.audit('claim.added', { caseId, exhibitId: claim.exhibitId }, entryOf(records, claim));
    return claim;
  });
}

/** Takes a claim out of the comparison; it stays in the vault. Throws claim.unknown, also for one already removed. */
export function removeOrderClaim(vault: Vault, orderClaimId: OrderClaimId): void {
  vault.transact((records) => {
    const found = records.orderClaims.find(orderClaimId);
    if (!found || found.removed) throw new FailureError('claim.unknown');
    records.orderClaims.remove(orderClaimId);
    const { caseId, exhibitId } = found.claim;
    records.ledger.audit('claim.removed', { caseId, exhibitId }, entryOf(records, found.claim));
  });
}

/** Brings a removed claim back as it was. Throws claim.unknown; one that was not removed leaves no entry. */
export function restoreOrderClaim(vault: Vault, orderClaimId: OrderClaimId): OrderClaim {
  return vault.transact((records) => {
    const found = records.orderClaims.find(orderClaimId);
    if (!found) throw new FailureError('claim.unknown');
    if (!found.removed) return found.claim;
    records.orderClaims.restore(orderClaimId);
    const { caseId, exhibitId } = found.claim;
    records.ledger.audit('claim.restored', { caseId, exhibitId }, entryOf(records, found.claim));
    return found.claim;
  });
}

/** The two events of a claim; undefined where one of them was removed. */
export function eventsOf({ events }: Pick<ReadRecords, 'events'>, claim: OrderClaim) {
  const [earlier, later] = [events.find(claim.earlier), events.find(claim.later)];
  return earlier && later && !earlier.removed && !later.removed ? { earlier: earlier.event, later: later.event } : undefined;
}

/** All a ledger entry needs to prove what was claimed, and where. */
function entryOf(
  { events, exhibits }: Pick<ReadRecords, 'events' | 'exhibits'>,
  { id, earlier, later, exhibitId, place, quote }: OrderClaim,
) {
  const title = (event: EventId): string => events.find(event)?.event.title ?? '';
  return {
    claim: id,
    earlier,
    'earlier.title': title(earlier),
    later,
    'later.title': title(later),
    citation: citationKey({ exhibitNumber: exhibits.find(exhibitId)?.number ?? '', place }),
    quote,
  };
}
