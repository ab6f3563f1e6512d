import { keyOf, type Thing } from './thing.ts';

export interface Label {
  readonly text: string;
  readonly left: number;
  readonly width: number;
  /** Written on the bar itself, because it is wide enough. */
  readonly inside: boolean;
}

/** What wants a place in a row: everything it covers, in pixels from the layout's origin. */
export interface Box {
  readonly item: Thing;
  readonly crowd: unknown;
  readonly left: number;
  readonly right: number;
  readonly label: Label;
}

/** A box in its row; without its label where that found no room. */
export interface Seat<B extends Box> {
  readonly box: B;
  readonly item: Thing;
  readonly row: number;
  readonly left: number;
  readonly right: number;
  label: Label | null;
  /** Free pixels before the mark in its row. */
  readonly roomBefore: number;
}

export interface Seated<B extends Box> {
  readonly rows: number;
  readonly seats: readonly Seat<B>[];
}

const ROW_GAP = 14;
const BARE_GAP = 3;

/** A row while it is filled: where its last mark ends, where that mark's label ends, and which seat it is. */
interface LabelLine {
  markEnd: number;
  labelEnd: number;
  last: number;
}

/**
 * First fit from the left, the former row first. What finds no room for its label is drawn without; what finds no room at all
 * takes the label of the mark before it, and only where even the marks meet are they drawn over each other. `boxes` come from the left.
 */
export function seat<B extends Box>(boxes: readonly B[], capacity: number, former?: ReadonlyMap<string, number>): Seated<B> {
  const rows: LabelLine[] = [];
  const seats: Seat<B>[] = [];
  for (const box of boxes) {
    const labelled = findRow(rows, box.left, ROW_GAP, capacity, former?.get(keyOf(box.item)));
    const row = labelled ?? findRow(rows, box.left, BARE_GAP, capacity) ?? mostRoom(rows);
    const taken = rows[row] as LabelLine;
    const covered = seats[taken.last];
    if (labelled === null && covered?.label && taken.labelEnd > box.left) covered.label = covered.label.inside ? covered.label : null;
    const roomBefore = box.left - Math.max(taken.markEnd, taken.labelEnd);
    taken.markEnd = Math.max(taken.markEnd, box.right);
    taken.labelEnd = labelled === null ? box.right : endOf(box);
    taken.last = seats.length;
    seats.push({ box, item: box.item, row, left: box.left, right: box.right, label: labelled === null ? null : box.label, roomBefore });
  }
  // The last mark of a row has nothing beside it: it can always be named.
  for (const row of rows) {
    const last = seats[row.last];
    if (last) last.label ??= last.box.label;
  }
  return { rows: rows.length, seats };
}

export function countLabels({ seats }: Seated<Box>): number {
  let count = 0;
  for (const one of seats) if (one.label) count += 1;
  return count;
}

function endOf({ label, right }: Box): number {
  return label.inside ? right : label.left + label.width;
}

/** The row whose last mark ends first. */
function mostRoom(rows: readonly LabelLine[]): number {
  let best = 0;
  for (let row = 1; row < rows.length; row += 1) if ((rows[row] as LabelLine).markEnd < (rows[best] as LabelLine).markEnd) best = row;
  return best;
}

function findRow(rows: LabelLine[], left: number, gap: number, capacity: number, former?: number): number | null {
  if (former !== undefined && former < capacity && isFree(rows[former], left, gap)) return former;
  for (let row = 0; row < rows.length; row += 1) if (isFree(rows[row], left, gap)) return row;
  if (rows.length >= capacity) return null;
  rows.push({ markEnd: Number.NEGATIVE_INFINITY, labelEnd: Number.NEGATIVE_INFINITY, last: -1 });
  return rows.length - 1;
}

function isFree(row: LabelLine | undefined, left: number, gap: number): boolean {
  return row !== undefined && Math.max(row.markEnd, row.labelEnd) + gap <= left;
}
