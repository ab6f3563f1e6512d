import type { Instant } from '../../model/identifier.ts';
import type { Moment } from '../../model/moment.ts';
import { parseEdtf } from '../edtf/edtf.ts';
import { type Interpretation, interpretEdtf } from '../interpret.ts';
import { Refusal } from '../refusal.ts';
import { isZone } from '../zone.ts';

export type Order = 'before' | 'after' | 'overlaps' | 'cannot-tell';

/**
 * How two moments stand to each other, for certain or not at all.
 *
 * `before`: the first was over when the second began, whatever the truth within the bounds: `a.latest <= b.earliest`. A strict partial order.
 * `overlaps`: there surely is an instant common to both. Only what lasts (an EDTF interval `a/b`) can be known to share one;
 * two uncertain instants within the same bounds may have come in either order, and that is `cannot-tell`.
 * A moment marked doubtful (`?`) is never ordered: its bounds hold only if its source is right.
 */
export function compareMoments(one: Moment, other: Moment): Order {
  if (one.uncertain || other.uncertain) return 'cannot-tell';
  if (isBefore(one, other)) return 'before';
  if (isBefore(other, one)) return 'after';
  return surelyOverlap(one, other) ? 'overlaps' : 'cannot-tell';
}

/** The order of lists: by earliest bound, then by latest, open bounds first. It says nothing about what came first. */
export function compareByBounds(one: Pick<Moment, 'earliest' | 'latest'>, other: Pick<Moment, 'earliest' | 'latest'>): number {
  const [first, second] = [one.earliest ?? Number.NEGATIVE_INFINITY, other.earliest ?? Number.NEGATIVE_INFINITY];
  if (first !== second) return first < second ? -1 : 1;
  const [firstEnd, secondEnd] = [one.latest ?? Number.NEGATIVE_INFINITY, other.latest ?? Number.NEGATIVE_INFINITY];
  return firstEnd === secondEnd ? 0 : firstEnd < secondEnd ? -1 : 1;
}

/** What a moment's text says, where it still says what the bounds say: bounds corrected afterwards stand alone, and answer null. */
export function readStated(moment: Moment): Interpretation | null {
  if (!isZone(moment.zone)) return null;
  try {
    const expression = parseEdtf(moment.edtf);
    if (!expression) return null;
    const read = interpretEdtf(expression, moment.zone);
    return read.earliest === moment.earliest && read.latest === moment.latest ? read : null;
  } catch (problem) {
    if (problem instanceof Refusal) return null;
    throw problem;
  }
}

function isBefore(one: Moment, other: Moment): boolean {
  return one.latest !== null && other.earliest !== null && one.latest <= other.earliest;
}

/** When something can have begun and ended; what does not last does both somewhere within its bounds. Null is open. */
export interface Reach {
  readonly beginsFrom: Instant | null;
  /** By then it surely had begun. */
  readonly beginsBy: Instant | null;
  /** Before then it surely was not over. */
  readonly endsFrom: Instant | null;
  readonly endsBy: Instant | null;
  readonly lasts: boolean;
}

export function reachOf(moment: Moment): Reach {
  const { earliest, latest } = moment;
  const read = moment.precision === 'interval' ? readStated(moment) : null;
  const stated = read?.expression.kind === 'interval' ? read : null;
  return {
    beginsFrom: earliest,
    // It had begun by its end, which says more than a start that is not known or only roughly; and the reverse.
    beginsBy: least(stated?.start?.latest ?? latest, latest),
    endsFrom: most(stated?.end?.earliest ?? earliest, earliest),
    endsBy: latest,
    lasts: stated !== null,
  };
}

function surelyOverlap(one: Moment, other: Moment): boolean {
  const first = reachOf(one);
  const second = reachOf(other);
  return (first.lasts || second.lasts) && begunWhileLasting(first, second) && begunWhileLasting(second, first);
}

function begunWhileLasting({ beginsBy }: Reach, { endsFrom }: Reach): boolean {
  return beginsBy !== null && endsFrom !== null && beginsBy <= endsFrom;
}

function least(one: Instant | null, other: Instant | null): Instant | null {
  return one === null || other === null ? (one ?? other) : Math.min(one, other);
}

function most(one: Instant | null, other: Instant | null): Instant | null {
  return one === null || other === null ? (one ?? other) : Math.max(one, other);
}
