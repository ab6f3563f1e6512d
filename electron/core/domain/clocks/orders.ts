import type { Moment } from '../../../../shared/model/moment.ts';
import { type Order, reachOf } from '../../../../shared/time/index.ts';
import { countAtLeast, countWithin, Dominance, lowerBound } from '../columns/index.ts';

/** An event's bounds, as far as order goes: an open earliest bound is minus infinity, an open latest one plus infinity. */
export interface Span {
  readonly earliest: number;
  readonly latest: number;
}

/** An event that stays where it is. */
export interface StillEvent extends Span {
  readonly ordinal: number;
  /** Of one that lasted, when it surely was going on: an instant within overlaps it. */
  readonly core: Span | null;
}

/** An event stamped by the clock that was changed; what a clock corrected does not last, it lies between its bounds. */
export interface MovedEvent {
  readonly ordinal: number;
  readonly before: Span;
  readonly after: Span;
}

export interface ChangedPair {
  readonly one: number;
  readonly other: number;
  readonly before: Order;
  readonly after: Order;
}

export interface OrderChanges {
  readonly total: number;
  /** False where the total is only "at least". */
  readonly exact: boolean;
  /** At most `MOST_PAIRS`; those that turned round first, then those that are no longer certain, then those that became so. */
  readonly pairs: readonly ChangedPair[];
}

export const MOST_PAIRS = 100;
/** Comparing every moved event with every other is simplest, as long as there are no more pairs than this. */
const MOST_COMPARED = 400_000;
/** So many candidates are looked at one by one where counting alone does not tell. */
const MOST_LOOKED_AT = 5_000_000;
/** Of a great many moved events, so many are looked at for pairs to show, each with so many neighbours on either side. */
const MOST_SHOWN_OF = 3000;
const NEIGHBOURS = 3;

export function spanOf({ earliest, latest }: Pick<Moment, 'earliest' | 'latest'>): Span {
  return { earliest: earliest ?? Number.NEGATIVE_INFINITY, latest: latest ?? Number.POSITIVE_INFINITY };
}

/** When an event surely was going on; null for one that does not last, or of which that is not known. */
export function coreOf(moment: Moment): Span | null {
  const { beginsBy, endsFrom, lasts } = reachOf(moment);
  return lasts && beginsBy !== null && endsFrom !== null && beginsBy <= endsFrom ? { earliest: beginsBy, latest: endsFrom } : null;
}

/**
 * Which pairs stand to each other in another way after a clock was changed: those of one moved event and any other. Says of doubtful
 * events nothing, so they are left out by the caller. The order is that of `compareMoments`.
 */
export function findOrderChanges(moved: readonly MovedEvent[], still: readonly StillEvent[]): OrderChanges {
  return moved.length * (moved.length + still.length) <= MOST_COMPARED ? compareAll(moved, still) : countAll(moved, still);
}

function compareAll(moved: readonly MovedEvent[], still: readonly StillEvent[]): OrderChanges {
  const pairs: ChangedPair[] = [];
  moved.forEach((one, index) => {
    for (let next = index + 1; next < moved.length; next += 1) pairs.push(...pairOfMoved(one, moved[next] as MovedEvent));
    for (const other of still) pairs.push(...pairWithStill(one, other));
  });
  return { total: pairs.length, exact: true, pairs: mostTelling(pairs, moved) };
}

/**
 * Counts without comparing each with each. A relation "is over before the other begins" flips for exactly those others whose bound lies
 * between the old and the new one, which sorted bounds tell; a pair that turned round flips two such relations and is one pair.
 */
export function countAll(moved: readonly MovedEvent[], still: readonly StillEvent[]): OrderChanges {
  const among = countAmongMoved(moved);
  const withStill = countWithStill(moved, still);
  const overlapping = countOverlaps(moved, still);
  return {
    total: among + withStill.total + overlapping.total,
    exact: withStill.exact && overlapping.exact,
    pairs: mostTelling(samplePairs(moved, still), moved),
  };
}

function countAmongMoved(moved: readonly MovedEvent[]): number {
  const starts = { before: sorted(moved.map(({ before }) => before.earliest)), after: sorted(moved.map(({ after }) => after.earliest)) };
  let flipped = 0;
  for (const { before, after } of moved) {
    flipped += countAtLeast(starts.before, before.latest) + countAtLeast(starts.after, after.latest);
  }
  // Pairs that are so before and after were counted twice and did not flip.
  const stayed = new Dominance(moved.map(({ before, after }) => ({ first: before.earliest, second: after.earliest })));
  const turned = new Dominance(moved.map(({ before, after }) => ({ first: before.earliest, second: -after.latest })));
  const kept = stayed.countAll(moved.map(({ before, after }) => ({ first: before.latest, second: after.latest })));
  const round = turned.countAll(moved.map(({ before, after }) => ({ first: before.latest, second: -after.earliest })));
  return flipped - 2 * kept - round;
}

function countWithStill(moved: readonly MovedEvent[], still: readonly StillEvent[]): { readonly total: number; readonly exact: boolean } {
  const byStart = [...still].sort((one, other) => one.earliest - other.earliest);
  const starts = Float64Array.from(byStart, ({ earliest }) => earliest);
  const ends = sorted(still.map(({ latest }) => latest));
  let total = 0;
  let looked = 0;
  let exact = true;
  for (const { before, after } of moved) {
    total += countWithin(starts, Math.min(before.latest, after.latest), Math.max(before.latest, after.latest));
    // (from, to] instead of [from, to): an event that ends where another begins is over before it.
    total += countWithin(ends, justAfter(Math.min(before.earliest, after.earliest)), justAfter(Math.max(before.earliest, after.earliest)));
    // Those that it jumped over, whole, were counted for both relations.
    const [from, to] = before.latest <= after.earliest ? [before.latest, after.earliest] : [after.latest, before.earliest];
    for (let at = lowerBound(starts, from); at < starts.length && (starts[at] as number) < to; at += 1) {
      if (looked >= MOST_LOOKED_AT) {
        exact = false;
        total -= countWithin(starts, starts[at] as number, to);
        break;
      }
      looked += 1;
      if ((byStart[at] as StillEvent).latest <= to) total -= 1;
    }
  }
  return { total, exact };
}

/** Pairs that came to overlap, or do so no longer, and of which nothing else was or is known. */
function countOverlaps(moved: readonly MovedEvent[], still: readonly StillEvent[]): { readonly total: number; readonly exact: boolean } {
  const lasting = still.filter(({ core }) => core !== null);
  let total = 0;
  let looked = 0;
  for (const side of ['before', 'after'] as const) {
    const byStart = [...moved].sort((one, other) => one[side].earliest - other[side].earliest);
    const starts = Float64Array.from(byStart, (one) => one[side].earliest);
    for (const event of lasting) {
      const { earliest, latest } = event.core as Span;
      for (let at = lowerBound(starts, earliest); at < starts.length && (starts[at] as number) <= latest; at += 1) {
        if ((looked += 1) > MOST_LOOKED_AT) return { total, exact: false };
        const one = byStart[at] as MovedEvent;
        const other = side === 'before' ? 'after' : 'before';
        if (one[side].latest <= latest && orderOf(one[other], event) === 'cannot-tell') total += 1;
      }
    }
  }
  return { total, exact: true };
}

/** Pairs to show where there are too many to compare: each moved event with those next to it, before and after. */
function samplePairs(moved: readonly MovedEvent[], still: readonly StillEvent[]): readonly ChangedPair[] {
  const found = new Map<string, ChangedPair>();
  const add = (pairs: readonly ChangedPair[]): void => pairs.forEach((pair) => found.set(`${pair.one} ${pair.other}`, pair));
  const byStart = [...still].sort((one, other) => one.earliest - other.earliest);
  const byEnd = [...still].sort((one, other) => one.latest - other.latest);
  const starts = Float64Array.from(byStart, ({ earliest }) => earliest);
  const ends = Float64Array.from(byEnd, ({ latest }) => latest);
  const step = Math.max(1, Math.ceil(moved.length / MOST_SHOWN_OF));
  for (const side of ['before', 'after'] as const) {
    const inOrder = [...moved].sort((one, other) => one[side].earliest - other[side].earliest || one.ordinal - other.ordinal);
    for (let at = 0; at < inOrder.length; at += step) {
      const one = inOrder[at] as MovedEvent;
      for (let next = at + 1; next <= at + NEIGHBOURS && next < inOrder.length; next += 1)
        add(pairOfMoved(one, inOrder[next] as MovedEvent));
      for (const other of [...around(byStart, starts, one[side].latest), ...around(byEnd, ends, one[side].earliest)])
        add(pairWithStill(one, other));
    }
  }
  return [...found.values()];
}

function around(events: readonly StillEvent[], keys: Float64Array, key: number): readonly StillEvent[] {
  const at = lowerBound(keys, key);
  return events.slice(Math.max(0, at - NEIGHBOURS), at + NEIGHBOURS);
}

function pairOfMoved(one: MovedEvent, other: MovedEvent): readonly ChangedPair[] {
  const [first, second] = one.ordinal < other.ordinal ? [one, other] : [other, one];
  return pairOf(first.ordinal, second.ordinal, orderOf(first.before, second.before), orderOf(first.after, second.after));
}

function pairWithStill(one: MovedEvent, other: StillEvent): readonly ChangedPair[] {
  return pairOf(one.ordinal, other.ordinal, orderOf(one.before, other), orderOf(one.after, other));
}

const REVERSED: Readonly<Record<Order, Order>> = { before: 'after', after: 'before', overlaps: 'overlaps', 'cannot-tell': 'cannot-tell' };

/** The one that came first, before or else after the change, stands first. */
function pairOf(one: number, other: number, before: Order, after: Order): readonly ChangedPair[] {
  if (before === after) return [];
  const turn = before === 'after' || (before !== 'before' && after === 'after');
  return [turn ? { one: other, other: one, before: REVERSED[before], after: REVERSED[after] } : { one, other, before, after }];
}

function orderOf(one: Span, other: Span & { readonly core?: Span | null }): Order {
  if (one.latest <= other.earliest) return 'before';
  if (other.latest <= one.earliest) return 'after';
  const core = other.core ?? null;
  return core && core.earliest <= one.earliest && one.latest <= core.latest ? 'overlaps' : 'cannot-tell';
}

function mostTelling(pairs: readonly ChangedPair[], moved: readonly MovedEvent[]): readonly ChangedPair[] {
  const starts = new Map(moved.map(({ ordinal, after }) => [ordinal, after.earliest]));
  const startOf = ({ one, other }: ChangedPair): number => starts.get(one) ?? starts.get(other) ?? 0;
  const weight = ({ before, after }: ChangedPair): number => (before === 'cannot-tell' ? 2 : after === 'cannot-tell' ? 1 : 0);
  return [...pairs]
    .sort(
      (one, other) =>
        weight(one) - weight(other) || compare(startOf(one), startOf(other)) || one.one - other.one || one.other - other.other,
    )
    .slice(0, MOST_PAIRS);
}

function compare(one: number, other: number): number {
  return one === other ? 0 : one < other ? -1 : 1;
}

/** Bounds are whole milliseconds. */
function justAfter(instant: number): number {
  return instant + 1;
}

function sorted(figures: readonly number[]): Float64Array {
  return Float64Array.from(figures).sort();
}
