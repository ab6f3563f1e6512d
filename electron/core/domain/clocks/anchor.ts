import type { AnchorProblem, ClockStatus } from '../../../../shared/contract/clock.ts';
import type { SourceClock } from '../../../../shared/model/clock.ts';
import type { ClockId } from '../../../../shared/model/identifier.ts';
import type { Moment } from '../../../../shared/model/moment.ts';
import type { ReadRecords } from '../ports/index.ts';

type Records = Pick<ReadRecords, 'clocks' | 'events'>;

/** The events by which a clock is anchored, and what has become of them. A reading keeps the bounds it was taken with. */
export function listAnchors(records: Records, clock: SourceClock): ClockStatus['anchors'] {
  return clock.readings.flatMap(({ id, anchor, reference, withdrawn }) => {
    const found = anchor === null || withdrawn ? undefined : records.events.find(anchor);
    if (!found) return [];
    const { id: eventId, title, happened, clockId } = found.event;
    const circular = clockId !== null && restsOn(records, clockId, clock.id);
    const problem: AnchorProblem | null = found.removed
      ? 'removed'
      : circular
        ? 'circular'
        : writeBounds(happened) === reference
          ? null
          : 'moved';
    return [{ readingId: id, eventId, title, problem }];
  });
}

/** Whether what is known of a clock goes back, through the anchors that count, to another one, or is that clock. */
export function restsOn(records: Records, clockId: ClockId, other: ClockId, seen = new Set<ClockId>()): boolean {
  if (clockId === other) return true;
  if (seen.has(clockId)) return false;
  seen.add(clockId);
  const readings = records.clocks.find(clockId)?.readings ?? [];
  return readings.some(({ anchor, withdrawn }) => {
    const stampedBy = anchor === null || withdrawn ? null : (records.events.find(anchor)?.event.clockId ?? null);
    return stampedBy !== null && restsOn(records, stampedBy, other, seen);
  });
}

/** Bounds as they are kept with an anchor, to be compared with the event's later on. */
export function writeBounds({ earliest, latest }: Pick<Moment, 'earliest' | 'latest'>): string {
  return [earliest, latest].map((instant) => (instant === null ? '..' : new Date(instant).toISOString())).join('/');
}
