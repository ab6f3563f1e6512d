import type { Label } from './rows.ts';
import type { Period } from './thing.ts';

/** A period and what it covers, in pixels from the layout's origin. */
export interface PeriodBox {
  readonly period: Period;
  readonly start: number;
  readonly end: number;
}

/** A period in a row of its own kind, below the events; in row -1 it has none, and lies behind the band. */
export interface PeriodSeat extends PeriodBox {
  readonly row: number;
  readonly label: Label | null;
}

/** Narrower than this, a period says nothing by its length. */
const NARROWEST = 16;
/** Room for a word on the period itself. */
const WORD = 70;
const GAP = 8;
const BESIDE = 220;

/**
 * Silence first, then what is not accounted for, each in the first row where nothing meets it. What finds no row among `capacity`, or is
 * too narrow to be read, lies behind the events.
 */
export function seatPeriods(
  boxes: readonly PeriodBox[],
  capacity: number,
  measure: (text: string) => number,
  shorten: (text: string, widest: number) => string,
): readonly PeriodSeat[] {
  const rows: { readonly left: number; readonly right: number }[][] = Array.from({ length: capacity }, () => []);
  const inOrder = boxes.toSorted((a, b) => rank(a.period) - rank(b.period) || a.start - b.start);
  return inOrder.map((box) => {
    const width = box.end - box.start;
    if (width < NARROWEST) return { ...box, row: -1, label: null };
    const label = labelOf(box, measure, shorten);
    const free = (right: number): number =>
      rows.findIndex((row) => row.every((one) => one.right + GAP <= box.start || one.left >= right + GAP));
    const named = free(label.inside ? box.end : label.left + label.width);
    const row = named >= 0 ? named : free(box.end);
    if (row < 0) return { ...box, row, label: null };
    const shown = named >= 0 ? label : null;
    rows[row]?.push({ left: box.start, right: shown && !shown.inside ? shown.left + shown.width : box.end });
    return { ...box, row, label: shown };
  });
}

function rank(period: Period): number {
  return period.kind === 'silence' ? 0 : 1;
}

function labelOf(
  { period, start, end }: PeriodBox,
  measure: (text: string) => number,
  shorten: (text: string, widest: number) => string,
): Label {
  const inside = end - start >= WORD;
  const text = shorten(period.title, inside ? end - start - 2 * GAP : BESIDE);
  return { text, width: measure(text), inside, left: inside ? start + GAP : end + GAP };
}
