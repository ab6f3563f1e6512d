import type { TimelineItem } from '../../../../shared/contract/timeline.ts';
import type { Instant } from '../../../../shared/model/identifier.ts';

/** Events too close together to be named one by one at this zoom: they share one mark until somebody zooms in. */
export type Crowd = readonly TimelineItem[];

interface Placeable {
  readonly item: TimelineItem;
  readonly left: number;
  readonly right: number;
  readonly label: unknown;
}

/** Two can be drawn side by side without a name; three begin to hide each other. */
const FEWEST = 3;
/** Marks with more free pixels between them are seen apart. */
const APART = 12;
/** A longer bar says something by its length and keeps its own mark. */
const LONGEST = 60;

/** The crowds among the marks that found no room for their label, each in the order of time. */
export function crowdsOf(marks: readonly Placeable[]): readonly Crowd[] {
  const nameless = marks
    .filter((mark) => !mark.label && mark.right - mark.left <= LONGEST)
    .sort((a, b) => a.left - b.left || a.right - b.right);
  const groups: Placeable[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const mark of nameless) {
    if (mark.left - end > APART) groups.push([]);
    groups.at(-1)?.push(mark);
    end = Math.max(end, mark.right);
  }
  return groups.filter((group) => group.length >= FEWEST).map((group) => group.map((mark) => mark.item));
}

/** The crowd as one item of its lane: as wide as all of it, differing where any of its accounts differ. */
export function itemOf(crowd: Crowd, title: string): TimelineItem {
  const { from, to } = stretchOf(crowd);
  return {
    ...(crowd[0] as TimelineItem),
    title,
    earliest: from,
    latest: to,
    exact: false,
    approximate: false,
    differs: crowd.some((item) => item.differs),
    cited: crowd.every((item) => item.cited),
  };
}

/** From the first bound of a crowd to its last. */
export function stretchOf(crowd: Crowd): { readonly from: Instant; readonly to: Instant } {
  const bounds = crowd.flatMap((item) => [item.earliest, item.latest]).filter((at) => at !== null);
  return { from: Math.min(...bounds), to: Math.max(...bounds) };
}

/** Where a member stands among the others. */
export function middleOf(item: TimelineItem): Instant {
  const from = item.earliest ?? item.latest ?? 0;
  return (from + (item.latest ?? from)) / 2;
}
