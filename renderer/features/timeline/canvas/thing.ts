import type { TimelineItem } from '../../../../shared/contract/timeline.ts';
import type { Instant } from '../../../../shared/model/identifier.ts';

/** The part of a period that is certain: [from, to), null where it is open. */
export interface Certain {
  readonly from: Instant | null;
  readonly to: Instant | null;
}

/** A stretch that was worked out, not entered: nobody acted, or nobody can account for it. */
export interface Period {
  readonly periodKey: string;
  readonly kind: 'silence' | 'unaccounted';
  /** What it is and how long it lasted, in words. */
  readonly title: string;
  /** The band it is drawn in. */
  readonly group: string;
  /** The most it can have been: [earliest, latest). */
  readonly earliest: Instant | null;
  readonly latest: Instant | null;
  /** Null where no part of it is certain. */
  readonly certain: Certain | null;
}

/** Whatever stands on the canvas with bounds and a name. */
export type Thing = TimelineItem | Period;

export function isPeriod(thing: Thing): thing is Period {
  return 'periodKey' in thing;
}

export function keyOf(thing: Thing): string {
  return 'periodKey' in thing ? thing.periodKey : thing.eventId;
}

/** Known to the second: a point. */
export function isPoint(thing: Thing): boolean {
  return 'exact' in thing && thing.exact && thing.earliest !== null && thing.latest !== null;
}

/** Stamped by a clock nobody ever compared: it has no place in time. */
export function isUnplaced(thing: Thing): boolean {
  return 'unplaced' in thing && thing.unplaced;
}
