import type { Instant } from '../../model/identifier.ts';
import type { Moment } from '../../model/moment.ts';
import { compareMoments, type Order, type Reach, reachOf } from './order.ts';

/** `surely`, `no`, or `cannot-tell`: it may have, and it may not have. */
export type Possibility = 'surely' | 'no' | 'cannot-tell';

export type Side = 'one' | 'other';

/**
 * What a bound says of a moment. `over-by`: over by then. `not-before`: not begun before then. Of what lasts, also `begun-by` and
 * `lasted-until`: not over before then.
 */
export type BoundKind = 'over-by' | 'not-before' | 'begun-by' | 'lasted-until';

/** A bound of one of the two moments; null where it is open. */
export interface OrderBound {
  readonly side: Side;
  readonly kind: BoundKind;
  readonly at: Instant | null;
}

/** What would have to be known for certain for the order to be told. */
export interface Settlement {
  readonly order: Exclude<Order, 'cannot-tell'>;
  /** How much narrower the bounds would have to be, in ms, both taken together; null where one is open, so that any size may be needed. */
  readonly by: number | null;
  /** Either of these alone would do; empty where only both together do. */
  readonly facts: readonly OrderBound[];
  /** Where neither alone can be true: any instant within [from, to] by which the one was over and before which the other had not begun. */
  readonly between: { readonly from: Instant | null; readonly to: Instant | null } | null;
}

export interface OrderAnswer {
  readonly possibility: Possibility;
  /**
   * The two bounds the answer rests on, of what would have come first and of what would have come second. `surely`: the first was
   * over by the one, the second did not begin before the other. `no`, `cannot-tell`: the first was not over before the one, the second
   * had begun by the other; where that is no contradiction, it may have come first.
   */
  readonly because: readonly [OrderBound, OrderBound];
}

export interface OrderExplanation {
  readonly order: Order;
  /** Could the other have come before the one: over before it began? */
  readonly otherFirst: OrderAnswer;
  /** Could the one have come before the other? */
  readonly oneFirst: OrderAnswer;
  /**
   * The bounds that decide it, in pairs, as in `OrderAnswer`. One pair where one came before the other; two where they overlap,
   * each `lasted-until` at or after the other's `begun-by`; two where it cannot be told, each `over-by` running beyond the other's `not-before`.
   */
  readonly decidedBy: readonly (readonly [OrderBound, OrderBound])[];
  /** By how much the bounds run into each other, in ms; null where an open bound leaves that unsaid, 0 where they do not. */
  readonly overlap: number | null;
  /** Whose source is marked doubtful; then nothing is concluded, whatever the bounds. */
  readonly doubtful: readonly Side[];
  /** What the order would be if the doubtful sources were right; the same as `order` where none is doubtful. */
  readonly orderIfRight: Order;
  /** What would settle it, the smallest fact first; empty where it is settled. Holds on top of the doubtful sources being right. */
  readonly settledBy: readonly Settlement[];
}

/** How two moments stand to each other and why; agrees with `compareMoments`, and mirrors itself when the two are swapped. */
export function explainOrder(one: Moment, other: Moment): OrderExplanation {
  const reaches = { one: reachOf(one), other: reachOf(other) };
  const doubtful = (['one', 'other'] as const).filter((side) => (side === 'one' ? one : other).uncertain);
  const order = compareMoments(one, other);
  const orderIfRight = doubtful.length === 0 ? order : compareMoments({ ...one, uncertain: false }, { ...other, uncertain: false });
  const answer = (first: Side): OrderAnswer => {
    const possibility = wasFirst(first, reaches);
    return {
      possibility: doubtful.length > 0 ? 'cannot-tell' : possibility,
      because: possibility === 'surely' ? boundsApart(first, reaches) : boundsShared(first, reaches),
    };
  };
  return {
    order,
    oneFirst: answer('one'),
    otherFirst: answer('other'),
    decidedBy: decidingBounds(orderIfRight, reaches),
    overlap: overlapOf(reaches),
    doubtful,
    orderIfRight,
    settledBy: orderIfRight === 'cannot-tell' ? settlements(reaches) : [],
  };
}

type Reaches = Readonly<Record<Side, Reach>>;

function wasFirst(first: Side, reaches: Reaches): Possibility {
  const [early, late] = [reaches[first], reaches[opposite(first)]];
  if (isApart(early, late)) return 'surely';
  return early.endsFrom !== null && late.beginsBy !== null && late.beginsBy <= early.endsFrom ? 'no' : 'cannot-tell';
}

function boundsApart(first: Side, reaches: Reaches): readonly [OrderBound, OrderBound] {
  const second = opposite(first);
  return [
    { side: first, kind: 'over-by', at: reaches[first].endsBy },
    { side: second, kind: 'not-before', at: reaches[second].beginsFrom },
  ];
}

function boundsShared(first: Side, reaches: Reaches): readonly [OrderBound, OrderBound] {
  const second = opposite(first);
  return [
    { side: first, kind: 'lasted-until', at: reaches[first].endsFrom },
    { side: second, kind: 'begun-by', at: reaches[second].beginsBy },
  ];
}

function decidingBounds(order: Order, reaches: Reaches): OrderExplanation['decidedBy'] {
  if (order === 'before') return [boundsApart('one', reaches)];
  if (order === 'after') return [boundsApart('other', reaches)];
  const bounds = order === 'overlaps' ? boundsShared : boundsApart;
  return [bounds('one', reaches), bounds('other', reaches)];
}

function overlapOf({ one, other }: Reaches): number | null {
  if (isApart(one, other) || isApart(other, one)) return 0;
  if (one.beginsFrom === null || other.beginsFrom === null || one.endsBy === null || other.endsBy === null) return null;
  return Math.min(one.endsBy, other.endsBy) - Math.max(one.beginsFrom, other.beginsFrom);
}

function isApart(early: Reach, late: Reach): boolean {
  return early.endsBy !== null && late.beginsFrom !== null && early.endsBy <= late.beginsFrom;
}

function settlements(reaches: Reaches): readonly Settlement[] {
  const found = [separation('one', reaches), separation('other', reaches), sharing(reaches)].filter((one) => one !== null);
  return found.sort((first, second) => (first.by ?? Number.POSITIVE_INFINITY) - (second.by ?? Number.POSITIVE_INFINITY) || 0);
}

/** What would make the first surely over when the second began. */
function separation(first: Side, reaches: Reaches): Settlement | null {
  if (wasFirst(first, reaches) === 'no') return null;
  const [early, late] = [reaches[first], reaches[opposite(first)]];
  const facts: OrderBound[] = [];
  if (late.beginsFrom !== null && (early.endsFrom === null || early.endsFrom < late.beginsFrom)) {
    facts.push({ side: first, kind: 'over-by', at: late.beginsFrom });
  }
  if (early.endsBy !== null && (late.beginsBy === null || early.endsBy < late.beginsBy)) {
    facts.push({ side: opposite(first), kind: 'not-before', at: early.endsBy });
  }
  return {
    order: first === 'one' ? 'before' : 'after',
    by: early.endsBy === null || late.beginsFrom === null ? null : early.endsBy - late.beginsFrom,
    facts,
    between: facts.length > 0 ? null : { from: early.endsFrom, to: late.beginsBy },
  };
}

/** What would make them surely share an instant: only where one of them lasts, and one of the two inner bounds is the one in doubt. */
function sharing(reaches: Reaches): Settlement | null {
  if (!reaches.one.lasts && !reaches.other.lasts) return null;
  const open = (['one', 'other'] as const).filter((first) => wasFirst(first, reaches) !== 'no');
  const [first] = open;
  if (open.length !== 1 || first === undefined) return null;
  const [early, late] = [reaches[first], reaches[opposite(first)]];
  const facts: OrderBound[] = [];
  if (late.beginsBy !== null && early.lasts && (early.endsBy === null || late.beginsBy < early.endsBy)) {
    facts.push({ side: first, kind: 'lasted-until', at: late.beginsBy });
  }
  if (early.endsFrom !== null && (late.beginsFrom === null || late.beginsFrom < early.endsFrom)) {
    facts.push({ side: opposite(first), kind: 'begun-by', at: early.endsFrom });
  }
  if (facts.length === 0) return null;
  return {
    order: 'overlaps',
    by: late.beginsBy === null || early.endsFrom === null ? null : late.beginsBy - early.endsFrom,
    facts,
    between: null,
  };
}

function opposite(side: Side): Side {
  return side === 'one' ? 'other' : 'one';
}
