import { lanes, type Lane } from '../../../../shared/model/event.ts';
import { endOf, startOf, type TimelineItem } from './item.ts';

/** A stretch of time laid over a width, in points from the left edge of the chart. */
export interface Scale {
  readonly from: number;
  readonly to: number;
  readonly width: number;
}

export interface Placed {
  readonly item: TimelineItem;
  readonly row: number;
  /** Left and right edge of the mark, cut to the chart. */
  readonly left: number;
  readonly right: number;
  /** The mark runs on beyond this chart, or its bound is open. */
  readonly openLeft: boolean;
  readonly openRight: boolean;
  readonly labelLeft: number;
  readonly labelWidth: number;
}

export interface LaneLayout {
  readonly lane: Lane;
  readonly rows: number;
  readonly placed: readonly Placed[];
}

/** Space kept free around a mark and its label. */
export const gap = 5;
const labelGap = 4;
const pointRadius = 3.6;
const leastBar = 5;

export function positionOf(at: number, { from, to, width }: Scale): number {
  return to === from ? width / 2 : ((at - from) / (to - from)) * width;
}

/**
 * Puts every item on the first row of its lane where neither its mark nor its label touches another one. A label stands
 * to the right of its mark, or to the left where the right edge is too near.
 */
export function layOut(items: readonly TimelineItem[], scale: Scale, labelWidth: (item: TimelineItem) => number): readonly LaneLayout[] {
  return lanes.map((lane): LaneLayout => {
    const rows: { left: number; right: number }[][] = [];
    const placed = items
      .filter((item) => item.lane === lane)
      .map((item): Placed => {
        const mark = markOf(item, scale);
        const width = labelWidth(item);
        const fitsRight = mark.right + labelGap + width <= scale.width + labelOverhang;
        const labelLeft = fitsRight ? mark.right + labelGap : Math.max(0, mark.left - labelGap - width);
        const taken = { left: Math.min(mark.left, labelLeft) - gap, right: Math.max(mark.right, labelLeft + width) + gap };
        let row = rows.findIndex((one) => one.every((other) => taken.right <= other.left + gap || taken.left >= other.right - gap));
        if (row < 0) row = rows.push([]) - 1;
        rows[row]?.push(taken);
        return { item, row, ...mark, labelLeft, labelWidth: width };
      });
    return { lane, rows: Math.max(1, rows.length), placed };
  });
}

/** Labels may run a little into the right margin. */
const labelOverhang = 24;

function markOf(item: TimelineItem, scale: Scale): Pick<Placed, 'left' | 'right' | 'openLeft' | 'openRight'> {
  const openLeft = item.earliest === null || item.earliest < scale.from;
  const openRight = item.latest === null || item.latest > scale.to;
  if (item.point) {
    const middle = positionOf(startOf(item), scale);
    return { left: middle - pointRadius, right: middle + pointRadius, openLeft: false, openRight: false };
  }
  const start = openLeft
    ? item.earliest === null
      ? Math.max(0, positionOf(endOf(item), scale) - openLength)
      : 0
    : positionOf(startOf(item), scale);
  const end = openRight
    ? item.latest === null
      ? Math.min(scale.width, positionOf(startOf(item), scale) + openLength)
      : scale.width
    : positionOf(endOf(item), scale);
  const left = Math.max(0, Math.min(start, scale.width - leastBar));
  return { left, right: Math.max(left + leastBar, Math.min(end, scale.width)), openLeft, openRight };
}

/** How far a mark with an open bound is drawn before it has faded. */
const openLength = 70;
