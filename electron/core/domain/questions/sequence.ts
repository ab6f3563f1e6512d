import type { OrderClaimOutcome } from '../../../../shared/contract/question.ts';
import type { OrderClaim } from '../../../../shared/model/order-claim.ts';
import type { CaseEvent } from '../../../../shared/model/event.ts';
import type { Moment } from '../../../../shared/model/moment.ts';
import { explainOrder } from '../../../../shared/time/index.ts';
import { ceiling, closed, type Draft, floor, link } from './draft.ts';
import { toAskedMoment } from './asked.ts';

export interface Sequence extends Draft {
  readonly claim: OrderClaim;
  readonly outcome: OrderClaimOutcome;
}

/**
 * Whether the clocks bear out that one was over before the other began. `differs` only where that cannot be, wherever within their
 * bounds the two lie; a moment marked doubtful is compared with nothing.
 */
export function compareOrderClaim(earlier: Moment, later: Moment): OrderClaimOutcome {
  const { order, oneFirst, doubtful } = explainOrder(earlier, later);
  if (doubtful.length > 0) return 'cannot-tell';
  if (order === 'before') return 'agrees';
  return oneFirst.possibility === 'no' ? 'differs' : 'cannot-tell';
}

/** The claim as a question: its time reaches from the one event to the other; its length is by how much the clocks have it the other way round. */
export function toSequence(claim: OrderClaim, earlier: CaseEvent, later: CaseEvent): Sequence {
  const [first, second] = [toAskedMoment(earlier.happened), toAskedMoment(later.happened)];
  const outcome = compareOrderClaim(earlier.happened, later.happened);
  const from = Math.min(floor(first.beginsFrom), floor(second.beginsFrom));
  const to = Math.max(ceiling(first.endsBy), ceiling(second.endsBy));
  const least = floor(first.beginsFrom) - ceiling(second.endsBy);
  const most = ceiling(first.beginsBy) - floor(second.endsFrom);
  return {
    key: `sequence:${claim.id}`,
    lane: later.lane,
    people: [],
    places: [],
    links: [link(earlier, 'one'), link(later, 'other')],
    certain: null,
    possible: { from: closed(from), to: closed(to) },
    atLeast: outcome === 'differs' ? Math.max(0, least) : 0,
    atMost: closed(Math.max(0, most)),
    claim,
    outcome,
  };
}
