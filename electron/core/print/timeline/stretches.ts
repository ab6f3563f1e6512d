import { endOf, startOf, type TimelineItem } from './item.ts';
import { layOut, positionOf, type Scale } from './layout.ts';

/** A part of the period that gets a page of its own. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  /** Items that begin here, and items that began before and still run. */
  readonly items: readonly TimelineItem[];
}

export interface Sheet {
  readonly width: number;
  readonly rows: number;
  readonly labelWidth: (item: TimelineItem) => number;
}

/** Two marks nearer than this cannot be told apart. */
const tooNear = 7;
/** What a further page costs against pairs of marks that cannot be told apart. */
const pageCost = 2.5;
/** A cut in a long silence is better than one in the middle of things. */
const quietWorth = 1;
const hollowCost = 1.5;
const mostPerPage = 24;
const leastSpan = 1000;

/**
 * Splits the period so that every page is readable: a dense night gets its own scale, quiet weeks share one. Chooses among
 * all ways to cut between events the one with the fewest pages and the fewest marks too near to tell apart.
 */
export function splitPeriod(items: readonly TimelineItem[], sheet: Sheet): readonly Stretch[] {
  const count = items.length;
  if (count === 0) return [];
  const whole = Math.max(startOf(items.at(-1) as TimelineItem) - startOf(items[0] as TimelineItem), leastSpan);
  // best[n]: cheapest way to page the first n items, and where its last page begins.
  const best: { cost: number; from: number }[] = [{ cost: 0, from: 0 }];
  for (let end = 1; end <= count; end++) {
    let chosen = { cost: Number.POSITIVE_INFINITY, from: end - 1 };
    for (let from = end - 1; from >= Math.max(0, end - mostPerPage); from--) {
      const crowd = crowding(stretchOf(items, from, end), sheet);
      if (crowd === null && from < end - 1) break;
      const before = items[from - 1];
      const quiet = before ? (startOf(items[from] as TimelineItem) - startOf(before)) / whole : 0;
      const cost = (best[from]?.cost ?? 0) + pageCost + (crowd ?? 0) - quiet * quietWorth;
      if (cost <= chosen.cost) chosen = { cost, from };
    }
    best.push(chosen);
  }
  const stretches: Stretch[] = [];
  for (let end = count; end > 0; end = best[end]?.from ?? 0) stretches.unshift(stretchOf(items, best[end]?.from ?? 0, end));
  return stretches;
}

/** The items from..end and what still runs from before; ends where the next page begins at the latest. */
function stretchOf(items: readonly TimelineItem[], from: number, end: number): Stretch {
  const own = items.slice(from, end);
  const first = startOf(own[0] as TimelineItem);
  const next = items[end];
  const lastStart = startOf(own.at(-1) as TimelineItem);
  const limit = next ? startOf(next) : Number.POSITIVE_INFINITY;
  const last = Math.max(lastStart, ...own.map((item) => Math.min(endOf(item), limit)));
  const running = items
    .slice(0, from)
    .filter((item) => endOf(item) > first && item.latest !== null)
    .slice(-mostRunning);
  const span = Math.max(last - first, leastSpan);
  const margin = Math.max(span * 0.04, leastSpan / 2);
  return { from: first - margin, to: last + margin, items: [...running, ...own] };
}

const mostRunning = 4;

/** Pairs of marks too near to tell apart; null when the page has not enough rows. */
function crowding({ from, to, items }: Stretch, sheet: Sheet): number | null {
  const scale: Scale = { from, to, width: sheet.width };
  const rows = layOut(items, scale, sheet.labelWidth).reduce((sum, lane) => sum + (lane.placed.length > 0 ? lane.rows : 1), 0);
  if (rows > sheet.rows) return null;
  const starts = [...new Set(items.map(startOf))].sort((one, other) => one - other).map((at) => positionOf(at, scale));
  const distances = starts.slice(1).map((at, index) => at - (starts[index] as number));
  // A page that is mostly one gap shows its events huddled at the ends of it.
  const hollow = starts.length > 2 && Math.max(...distances) > sheet.width * 0.6 ? hollowCost : 0;
  return distances.filter((distance) => distance < tooNear).length + hollow;
}
