import type { TimelineItem } from '../../../../shared/contract/timeline.ts';
import { type Lane, lanes } from '../../../../shared/model/event.ts';
import type { Instant } from '../../../../shared/model/identifier.ts';
import { type Crowd, crowdsOf, itemOf, stretchOf } from './crowd.ts';

/** Where one event is drawn. Horizontal pixels count from the layout's origin instant, so that panning needs no new layout. */
export interface Mark {
  readonly item: TimelineItem;
  /** The events this mark stands for together; null for an event with a mark of its own. */
  readonly crowd: Crowd | null;
  readonly lane: Lane;
  readonly row: number;
  readonly left: number;
  readonly right: number;
  readonly label: Label | null;
  /** Free pixels before the mark in its row. */
  readonly roomBefore: number;
}

export interface Label {
  readonly text: string;
  readonly left: number;
  readonly width: number;
  /** Written on the bar itself, because it is wide enough. */
  readonly inside: boolean;
}

export interface LaneLayout {
  readonly lane: Lane;
  readonly rows: number;
  /** Events whose label found no room: zooming in brings it back. */
  readonly unlabelled: number;
}

export interface Layout {
  readonly origin: Instant;
  /** Milliseconds per pixel. */
  readonly resolution: number;
  readonly lanes: readonly LaneLayout[];
  readonly marks: readonly Mark[];
}

export interface LayoutRequest {
  readonly items: readonly TimelineItem[];
  readonly origin: Instant;
  readonly resolution: number;
  /** Rows that fit on the canvas in all lanes together. */
  readonly rows: number;
  /** Width of a label in pixels. */
  readonly measure: (text: string) => number;
  /** What is written beside events that share one mark. */
  readonly nameCrowd: (count: number, from: Instant, to: Instant) => string;
  /** The rows of the layout before: an event keeps its row where it can, so that nothing jumps while one pans. */
  readonly previous?: ReadonlyMap<string, number>;
}

export const ROW_HEIGHT = 23;
export const POINT_RADIUS = 6;
/** A bar narrower than this could not be seen. */
export const NARROWEST_BAR = 4;
const LABEL_GAP = 8;
const ROW_GAP = 14;
const BARE_GAP = 3;
/** Widths at which labels are cut off, tried in this order. */
const LABEL_WIDTHS = [320, 200, 130] as const;
const OPEN_REACH = 100_000;
const FEWEST_ROWS = 2;

/** Places every event in a row of its lane so that no label covers another mark or label. */
export function layOut(request: LayoutRequest): Layout {
  // No lane can be granted more rows than there are; looking for more would cost the square of the events.
  const wanted = lanes.map((lane) => place(boxesOf(lane, request, LABEL_WIDTHS[0]), request.rows, request.previous).rows);
  const granted = shareRows(wanted, request.rows);
  const tried = lanes.map((lane, index) => placeLane(lane, granted[index] ?? FEWEST_ROWS, request));
  // A lane whose events share marks may need less than it was granted: the others get what it leaves.
  const needed = tried.map((one, index) => (countLabels(one) === one.marks.length ? one.rows : (wanted[index] ?? FEWEST_ROWS)));
  const final = shareRows(needed, request.rows);
  const placed = lanes.map((lane, index) => ({
    lane,
    ...((final[index] ?? 0) > (granted[index] ?? 0) ? placeLane(lane, final[index] ?? FEWEST_ROWS, request) : (tried[index] as Placed)),
  }));
  return {
    origin: request.origin,
    resolution: request.resolution,
    lanes: placed.map(({ lane, rows, marks }) => ({
      lane,
      rows: Math.max(rows, FEWEST_ROWS),
      unlabelled: marks.filter((mark) => !mark.label).length,
    })),
    marks: placed.flatMap(({ marks }) => marks),
  };
}

/** Events that cannot be named one by one are gathered where they stand. */
function placeLane(lane: Lane, capacity: number, request: LayoutRequest): Placed {
  const alone = placeLabelled((widest) => boxesOf(lane, request, widest), capacity, request);
  const crowds = crowdsOf(alone.marks);
  if (crowds.length === 0) return alone;
  const gathered = new Set(crowds.flat().map((item) => item.eventId));
  const boxes = (widest: number): readonly Box[] =>
    [
      ...boxesOf(lane, request, widest).filter((box) => !gathered.has(box.item.eventId)),
      ...crowds.map((crowd) => crowdBoxOf(crowd, request, widest)),
    ].sort(fromTheLeft);
  return placeLabelled(boxes, capacity, request);
}

/** Where a lane is crowded its labels are cut shorter before any is left out. */
function placeLabelled(boxes: (widest: number) => readonly Box[], capacity: number, request: LayoutRequest): Placed {
  let best: Placed | null = null;
  for (const widest of LABEL_WIDTHS) {
    const tried = place(boxes(widest), capacity, request.previous);
    if (!best || countLabels(tried) > countLabels(best)) best = tried;
    if (countLabels(tried) === tried.marks.length) break;
  }
  return best as Placed;
}

function countLabels({ marks }: Placed): number {
  return marks.filter((mark) => mark.label).length;
}

export function rowsByEvent(layout: Layout): ReadonlyMap<string, number> {
  return new Map(layout.marks.map((mark) => [mark.item.eventId, mark.row]));
}

/** Every lane gets what it wants while there is room; then the fullest ones give way first, down to two rows each. */
export function shareRows(wanted: readonly number[], available: number): readonly number[] {
  const granted = wanted.map((rows) => Math.max(FEWEST_ROWS, rows));
  let excess = granted.reduce((sum, rows) => sum + rows, 0) - Math.max(available, FEWEST_ROWS * wanted.length);
  while (excess > 0) {
    const fullest = granted.indexOf(Math.max(...granted));
    granted[fullest] = (granted[fullest] ?? 0) - 1;
    excess -= 1;
  }
  return granted;
}

/** Shortens a label to what a person reads at a glance, with an ellipsis. */
export function shortenLabel(text: string, measure: (text: string) => number, widest: number): string {
  if (measure(text) <= widest) return text;
  let length = Math.max(1, Math.floor((text.length * widest) / measure(text)));
  while (length > 1 && measure(`${text.slice(0, length)}…`) > widest) length -= 1;
  return `${text.slice(0, length).trimEnd()}…`;
}

interface Box {
  readonly item: TimelineItem;
  readonly crowd: Crowd | null;
  readonly left: number;
  readonly right: number;
  readonly label: Label;
}

function boxesOf(lane: Lane, request: LayoutRequest, widest: number): readonly Box[] {
  return request.items
    .filter((item) => item.lane === lane)
    .map((item) => boxOf(item, request, widest))
    .sort(fromTheLeft);
}

function fromTheLeft(a: Box, b: Box): number {
  return a.left - b.left || a.right - b.right || (a.item.eventId < b.item.eventId ? -1 : 1);
}

function crowdBoxOf(crowd: Crowd, request: LayoutRequest, widest: number): Box {
  const { from, to } = stretchOf(crowd);
  return { ...boxOf(itemOf(crowd, request.nameCrowd(crowd.length, from, to)), request, widest), crowd };
}

function boxOf(item: TimelineItem, { origin, resolution, measure }: LayoutRequest, widest: number): Box {
  const { left, right } = extentOf(item, origin, resolution);
  const text = shortenLabel(item.title, measure, widest);
  const width = measure(text);
  const inside = right - left > width + 4 * LABEL_GAP;
  return {
    item,
    crowd: null,
    left,
    right,
    label: {
      text,
      width,
      inside,
      left: inside ? left + 2 * LABEL_GAP : right + LABEL_GAP,
    },
  };
}

function extentOf(item: TimelineItem, origin: Instant, resolution: number): { readonly left: number; readonly right: number } {
  const at = (instant: Instant | null, otherwise: number): number => (instant === null ? otherwise : (instant - origin) / resolution);
  const left = at(item.earliest, -OPEN_REACH);
  const right = at(item.latest, OPEN_REACH);
  if (item.exact) return { left: left - POINT_RADIUS, right: left + POINT_RADIUS };
  if (right - left >= NARROWEST_BAR) return { left, right };
  const middle = (left + right) / 2;
  return {
    left: middle - NARROWEST_BAR / 2,
    right: middle + NARROWEST_BAR / 2,
  };
}

interface Placed {
  readonly rows: number;
  readonly marks: readonly Mark[];
}

/** A row while it is filled: where its last mark ends, and where that mark's label ends. */
interface Row {
  markEnd: number;
  labelEnd: number;
  last: number;
}

/**
 * First fit from the left, the event's former row first. What finds no room for its label is drawn without; what finds no
 * room at all takes the label of the mark before it, and only where even the marks meet are they drawn over each other.
 */
function place(boxes: readonly Box[], capacity: number, previous?: ReadonlyMap<string, number>): Placed {
  const rows: Row[] = [];
  const marks: Mark[] = [];
  for (const box of boxes) {
    const labelled = findRow(rows, box.left, ROW_GAP, capacity, previous?.get(box.item.eventId));
    const row = labelled ?? findRow(rows, box.left, BARE_GAP, capacity) ?? mostRoom(rows);
    const taken = rows[row] as Row;
    const covered = marks[taken.last];
    if (labelled === null && covered?.label && taken.labelEnd > box.left)
      marks[taken.last] = { ...covered, label: covered.label.inside ? covered.label : null };
    rows[row] = { markEnd: Math.max(taken.markEnd, box.right), labelEnd: labelled === null ? box.right : endOf(box), last: marks.length };
    const roomBefore = box.left - Math.max(taken.markEnd, taken.labelEnd);
    marks.push({
      item: box.item,
      crowd: box.crowd,
      lane: box.item.lane,
      row,
      left: box.left,
      right: box.right,
      label: labelled === null ? null : box.label,
      roomBefore,
    });
  }
  return { rows: rows.length, marks: nameLast(rows, marks, boxes) };
}

/** The last mark of a row has nothing beside it: it can always be named. */
function nameLast(rows: readonly Row[], marks: readonly Mark[], boxes: readonly Box[]): readonly Mark[] {
  const last = new Set(rows.map((row) => row.last));
  return marks.map((mark, index) => (mark.label || !last.has(index) ? mark : { ...mark, label: boxes[index]?.label ?? null }));
}

function endOf({ label, right }: Box): number {
  return label.inside ? right : label.left + label.width;
}

/** The row whose last mark ends first. */
function mostRoom(rows: readonly Row[]): number {
  return rows.reduce((best, row, index) => (row.markEnd < (rows[best] as Row).markEnd ? index : best), 0);
}

function findRow(rows: Row[], left: number, gap: number, capacity: number, former?: number): number | null {
  const free = (row: Row | undefined): boolean => row !== undefined && Math.max(row.markEnd, row.labelEnd) + gap <= left;
  if (former !== undefined && former < capacity && free(rows[former])) return former;
  const found = rows.findIndex(free);
  if (found >= 0) return found;
  if (rows.length >= capacity) return null;
  rows.push({ markEnd: Number.NEGATIVE_INFINITY, labelEnd: Number.NEGATIVE_INFINITY, last: -1 });
  return rows.length - 1;
}
