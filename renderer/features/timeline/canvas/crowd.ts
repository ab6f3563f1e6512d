import type { TimelineItem } from '../../../../shared/contract/timeline.ts';
import type { Instant } from '../../../../shared/model/identifier.ts';
import { isPeriod, type Thing } from './thing.ts';

/** Events too close together to be named one by one at this zoom: they share one mark until somebody zooms in. */
export type Crowd = readonly TimelineItem[];

interface Placeable {
  readonly item: Thing;
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
  const groups: TimelineItem[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const mark of nameless) {
    if (isPeriod(mark.item)) continue;
    if (mark.left - end > APART) groups.push([]);
    groups.at(-1)?.push(mark.item);
    end = Math.max(end, mark.right);
  }
  return groups.filter((group) => group.length >= FEWEST);
}

/** The crowd as one item of its band: as wide as all of it, differing where any of its accounts differ. */
export function itemOf(crowd: Crowd, title: string): TimelineItem {
  const first = crowd[0] as TimelineItem;
  const { from, to } = first.unplaced ? { from: null, to: null } : stretchOf(crowd);
  return {
    ...first,
    title,
    kind: 'happening',
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
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  for (const { earliest, latest } of crowd) {
    from = Math.min(from, earliest ?? latest ?? from);
    to = Math.max(to, latest ?? earliest ?? to);
  }
  return { from, to };
}

/** Where a member stands among the others. */
export function middleOf(item: TimelineItem): Instant {
  const from = item.earliest ?? item.latest ?? 0;
  return (from + (item.latest ?? from)) / 2;
}
