import type { TimelineItem } from '../../../../shared/contract/timeline.ts';
import type { Instant } from '../../../../shared/model/identifier.ts';
import { type Crowd, crowdsOf, itemOf, stretchOf } from './crowd.ts';
import { type Box as PlainBox, countLabels, seat, type Seat, type Seated } from './rows.ts';
import { isPoint, isUnplaced, keyOf, type Thing } from './thing.ts';

/**
 * Where one event or period is drawn. Horizontal pixels count from the layout's origin instant at the layout's resolution, so that
 * neither panning nor a little zooming needs a new layout.
 */
export interface Mark {
  readonly item: Thing;
  /** The events this mark stands for together; null for one with a mark of its own. */
  readonly crowd: Crowd | null;
  readonly group: string;
  readonly row: number;
  /** Its bounds. */
  readonly start: number;
  readonly end: number;
  /** What it covers: a point has a size, and no bar is too narrow to be seen. */
  readonly left: number;
  readonly right: number;
  readonly label: Label | null;
  /** Free pixels before the mark in its row. */
  readonly roomBefore: number;
  /** The mark after it in its row. */
  next: Mark | null;
}

export interface Label {
  readonly text: string;
  readonly left: number;
  readonly width: number;
  /** Written on the bar itself, because it is wide enough. */
  readonly inside: boolean;
}

export interface BandLayout {
  readonly key: string;
  readonly rows: number;
  /** Those whose label found no room: zooming in brings it back. */
  readonly unlabelled: number;
  /** From the left. */
  readonly marks: readonly Mark[];
}

export interface Layout {
  readonly origin: Instant;
  /** Milliseconds per pixel. */
  readonly resolution: number;
  /** In the order of the groups; collapsed ones have no rows. */
  readonly bands: readonly BandLayout[];
}

export interface LayoutRequest {
  readonly things: readonly Thing[];
  /** The bands from the top, by key. */
  readonly groups: readonly { readonly key: string; readonly collapsed: boolean }[];
  readonly origin: Instant;
  readonly resolution: number;
  /** Rows that fit on the canvas in all open bands together. */
  readonly rows: number;
  /** Width of a label in pixels. */
  readonly measure: (text: string) => number;
  /** What is written beside events that share one mark; without bounds, beside those that have no place in time. */
  readonly nameCrowd: (count: number, stretch: { readonly from: Instant; readonly to: Instant } | null) => string;
  /** The layout before: a mark keeps its row where it can, so that nothing jumps while one pans. */
  readonly previous?: Layout | null;
}

export const ROW_HEIGHT = 23;
export const POINT_RADIUS = 6;
/** A bar narrower than this could not be seen. */
export const NARROWEST_BAR = 4;
export const LABEL_GAP = 8;
/** Widths at which labels are cut off, tried in this order. */
const LABEL_WIDTHS = [320, 200, 130] as const;
const OPEN_REACH = 100_000;

/** Places everything in a row of its band so that no label covers another mark or label. */
export function layOut(request: LayoutRequest): Layout {
  const byGroup = Map.groupBy(request.things, (thing) => thing.group);
  const open = request.groups.filter((group) => !group.collapsed);
  const fewest = fewestRows(open.length, request.rows);
  const bands = open.map(({ key }) => new BandRequest(key, byGroup.get(key) ?? [], request));
  // No band can be granted more rows than there are; looking for more would cost the square of the events.
  const wanted = bands.map((band) => band.wanted(request.rows));
  const granted = shareRows(wanted, request.rows, fewest);
  const tried = bands.map((band, index) => band.place(granted[index] ?? fewest));
  // A band whose events share marks may need less than it was granted: the others get what it leaves.
  const needed = tried.map((one, index) => (countLabels(one) === one.seats.length ? one.rows : (wanted[index] ?? fewest)));
  const final = shareRows(needed, request.rows, fewest);
  const placed = new Map(
    bands.map((band, index) => [
      band.key,
      (final[index] ?? 0) > (granted[index] ?? 0) ? band.place(final[index] ?? fewest) : (tried[index] as Placed),
    ]),
  );
  return {
    origin: request.origin,
    resolution: request.resolution,
    bands: request.groups.map(({ key }) => bandOf(key, placed.get(key), fewest)),
  };
}

/** Two rows for every band where that fits, otherwise one. */
function fewestRows(bands: number, available: number): number {
  return 2 * bands <= available ? 2 : 1;
}

/** Every band gets what it wants while there is room; then the fullest ones give way first, down to `fewest` rows each. */
export function shareRows(wanted: readonly number[], available: number, fewest = 2): readonly number[] {
  const granted = wanted.map((rows) => Math.max(fewest, rows));
  let excess = granted.reduce((sum, rows) => sum + rows, 0) - Math.max(available, fewest * wanted.length);
  while (excess > 0) {
    const fullest = granted.indexOf(Math.max(...granted));
    granted[fullest] = (granted[fullest] ?? 0) - 1;
    excess -= 1;
  }
  return granted;
}

/** Shortens a label to what a person reads at a glance, with an ellipsis. */
export function shortenLabel(text: string, measure: (text: string) => number, widest: number): string {
  const whole = measure(text);
  if (whole <= widest) return text;
  let fits = 1;
  let fails = text.length;
  let guess = Math.max(1, Math.min(fails - 1, Math.floor((text.length * widest) / whole)));
  while (fails - fits > 1) {
    if (measure(`${text.slice(0, guess)}…`) <= widest) fits = guess;
    else fails = guess;
    guess = Math.floor((fits + fails) / 2);
  }
  return `${text.slice(0, fits).trimEnd()}…`;
}

interface Box extends PlainBox {
  readonly crowd: Crowd | null;
  readonly start: number;
  readonly end: number;
}
type Placed = Seated<Box>;

/** One band's part of the work. */
class BandRequest {
  readonly key: string;
  readonly #things: readonly Thing[];
  readonly #request: LayoutRequest;
  readonly #former: ReadonlyMap<string, number> | undefined;
  readonly #boxes = new Map<number, readonly Box[]>();

  constructor(key: string, things: readonly Thing[], request: LayoutRequest) {
    this.key = key;
    this.#request = request;
    this.#things = gatherUnplaced(things, request);
    const former = request.previous?.bands.find((band) => band.key === key);
    this.#former = former && new Map(former.marks.map((mark) => [keyOf(mark.item), mark.row]));
  }

  wanted(available: number): number {
    return seat(this.#boxesAt(LABEL_WIDTHS[0]), available, this.#former).rows;
  }

  /** Events that cannot be named one by one are gathered where they stand. */
  place(capacity: number): Placed {
    const alone = this.#placeLabelled((widest) => this.#boxesAt(widest), capacity);
    const crowds = crowdsOf(alone.seats);
    if (crowds.length === 0) return alone;
    const gathered = new Set(crowds.flat().map((item) => item.eventId as string));
    return this.#placeLabelled(
      (widest) =>
        [
          ...this.#boxesAt(widest).filter((box) => !gathered.has(keyOf(box.item))),
          ...crowds.map((crowd) => crowdBoxOf(crowd, this.#request, widest)),
        ].sort(fromTheLeft),
      capacity,
    );
  }

  /** Where a band is crowded its labels are cut shorter before any is left out. */
  #placeLabelled(boxes: (widest: number) => readonly Box[], capacity: number): Placed {
    let best: Placed | null = null;
    let most = -1;
    for (const widest of LABEL_WIDTHS) {
      const tried = seat(boxes(widest), capacity, this.#former);
      const labels = countLabels(tried);
      if (labels > most) [best, most] = [tried, labels];
      if (labels === tried.seats.length) break;
    }
    return best as Placed;
  }

  #boxesAt(widest: number): readonly Box[] {
    let boxes = this.#boxes.get(widest);
    if (!boxes)
      this.#boxes.set(
        widest,
        (boxes = this.#things.map((thing) => boxOf(thing, unplacedCrowd(thing), this.#request, widest)).sort(fromTheLeft)),
      );
    return boxes;
  }
}

const gatheredCrowds = new WeakMap<Thing, Crowd>();

function unplacedCrowd(thing: Thing): Crowd | null {
  return gatheredCrowds.get(thing) ?? null;
}

/** What has no place in time would fill a row each: a band's share one. */
function gatherUnplaced(things: readonly Thing[], request: LayoutRequest): readonly Thing[] {
  const unplaced = things.filter((thing): thing is TimelineItem => isUnplaced(thing));
  if (unplaced.length < 2) return things;
  const together = itemOf(unplaced, request.nameCrowd(unplaced.length, null));
  gatheredCrowds.set(together, unplaced);
  return [together, ...things.filter((thing) => !isUnplaced(thing))];
}

function crowdBoxOf(crowd: Crowd, request: LayoutRequest, widest: number): Box {
  return boxOf(itemOf(crowd, request.nameCrowd(crowd.length, stretchOf(crowd))), crowd, request, widest);
}

function boxOf(item: Thing, crowd: Crowd | null, { origin, resolution, measure }: LayoutRequest, widest: number): Box {
  const start = item.earliest === null ? -OPEN_REACH : (item.earliest - origin) / resolution;
  const end = item.latest === null ? OPEN_REACH : (item.latest - origin) / resolution;
  const point = isPoint(item);
  const half = point ? POINT_RADIUS : Math.max(NARROWEST_BAR, end - start) / 2;
  // A point stands where its second begins.
  const middle = point ? start : (start + end) / 2;
  const [left, right] = [middle - half, middle + half];
  const text = shortenLabel(item.title, measure, widest);
  const width = measure(text);
  const inside = right - left > width + 4 * LABEL_GAP;
  return { item, crowd, start, end, left, right, label: { text, width, inside, left: inside ? left + 2 * LABEL_GAP : right + LABEL_GAP } };
}

function fromTheLeft(a: Box, b: Box): number {
  return a.left - b.left || a.right - b.right || (keyOf(a.item) < keyOf(b.item) ? -1 : 1);
}

function bandOf(key: string, placed: Placed | undefined, fewest: number): BandLayout {
  if (!placed) return { key, rows: 0, unlabelled: 0, marks: [] };
  const marks = placed.seats.map((one) => markOf(one, key));
  const last: (Mark | undefined)[] = [];
  for (const mark of marks) {
    const before = last[mark.row];
    if (before) before.next = mark;
    last[mark.row] = mark;
  }
  return { key, rows: Math.max(placed.rows, fewest), unlabelled: marks.filter((mark) => !mark.label).length, marks };
}

function markOf({ box, row, label, roomBefore }: Seat<Box>, group: string): Mark {
  const { item, crowd, start, end, left, right } = box;
  return { item, crowd, group, row, start, end, left, right, label, roomBefore, next: null };
}
