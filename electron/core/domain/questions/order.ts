import type { ClockFact, EventOrder } from '../../../../shared/contract/question.ts';
import type { CaseEvent } from '../../../../shared/model/event.ts';
import type { CaseId, EventId } from '../../../../shared/model/identifier.ts';
import { FailureError } from '../../../../shared/result.ts';
import { compareMoments, explainOrder, reachOf, type Side } from '../../../../shared/time/index.ts';
import { requireCase } from '../case/index.ts';
import { requireEvent } from '../events/index.ts';
import type { ReadRecords, Vault } from '../ports/index.ts';

/** How two events stand to each other, why, and what would settle it. Throws event.unknown and claim.same-event. */
export function orderEvents({ read }: Vault, first: EventId, second: EventId): EventOrder {
  const [one, other] = [requireEvent(read, first), requireEvent(read, second)];
  if (one.caseId !== other.caseId) throw new FailureError('event.unknown');
  if (one.id === other.id) throw new FailureError('claim.same-event');
  const explanation = explainOrder(one.happened, other.happened);
  const open = explanation.orderIfRight === 'cannot-tell';
  const shared = one.clockId !== null && one.clockId === other.clockId && one.recorded && other.recorded;
  const clock = shared && one.clockId ? read.clocks.find(one.clockId) : undefined;
  return {
    explanation,
    clocks:
      open && !shared ? [clockFact(read, 'one', one, other), clockFact(read, 'other', other, one)].filter((fact) => fact !== null) : [],
    sameClock:
      clock && one.clockId && one.recorded && other.recorded
        ? { clockId: one.clockId, name: clock.name, order: compareMoments(one.recorded, other.recorded) }
        : null,
  };
}

/** The one event of a case that a text means. Throws case.unknown, event.unknown and event.ambiguous. */
export function findEvent({ read }: Vault, caseId: CaseId, text: string): EventId {
  requireCase(read, caseId);
  const [found, another] = read.questions.meant(caseId, text);
  if (!found) throw new FailureError('event.unknown');
  if (another) throw new FailureError('event.ambiguous', { text });
  return found;
}

/**
 * What the clock that stamped `event` showed is fixed; how far off it was is not. Before the other: all that it stamped, less the
 * offset, lies before the other's earliest bound; after: the reverse. What lies outside the offsets that are possible now, no
 * reading can show that agrees with the readings there are, and it is not asked for.
 */
function clockFact({ clocks }: Pick<ReadRecords, 'clocks'>, side: Side, event: CaseEvent, against: CaseEvent): ClockFact | null {
  const { clockId, recorded, happened } = event;
  const clock = clockId === null ? undefined : clocks.find(clockId);
  if (!clock || clockId === null || recorded?.earliest == null || recorded.latest === null) return null;
  const { beginsFrom, endsBy } = reachOf(against.happened);
  const least = happened.latest === null ? Number.NEGATIVE_INFINITY : recorded.latest - happened.latest;
  const most = happened.earliest === null ? Number.POSITIVE_INFINITY : recorded.earliest - happened.earliest;
  const before = beginsFrom === null ? Number.POSITIVE_INFINITY : recorded.latest - beginsFrom;
  const after = endsBy === null ? Number.NEGATIVE_INFINITY : recorded.earliest - endsBy;
  const middle = (least + most) / 2;
  const within = Math.floor(Math.max(middle - before, after - middle));
  return {
    side,
    clockId,
    name: clock.name,
    readings: clock.readings.filter(({ withdrawn }) => !withdrawn).length,
    beforeFrom: before <= most && Number.isFinite(before) ? before : null,
    afterUpTo: after >= least && Number.isFinite(after) ? after : null,
    within: Number.isFinite(within) && within >= 1 ? within : null,
  };
}
