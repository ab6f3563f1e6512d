import type { TimelineItem } from '../../../../shared/contract/timeline.ts';
import type { Instant } from '../../../../shared/model/identifier.ts';
import { type Crowd, crowdsOf, itemOf, stretchOf } from './crowd.ts';
import { LABEL_GAP, type Layout, NARROWEST_BAR, POINT_RADIUS } from './marks.ts';
import { type PeriodBox, type PeriodSeat, seatPeriods } from './period-rows.ts';
import { type Box as PlainBox, countLabels, seat, type Seated } from './rows.ts';
import { shortenLabel } from './shorten-label.ts';
import { isPeriod, isPoint, isUnplaced, keyOf, type Thing } from './thing.ts';

export interface LayoutRequest {
  readonly things: readonly Thing[];
  /** The bands from the top, by key. */
  readonly groups: readonly { readonly key: string; readonly collapsed: boolean; readonly unplaced: number }[];
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

/** Widths at which labels are cut off, tried in this order. */
const LABEL_WIDTHS = [320, 200, 130] as const;
const OPEN_REACH = 100_000;
/** Rows for periods below the events of a band. */
const MOST_PERIOD_ROWS = 3;

export interface Box extends PlainBox {
  readonly crowd: Crowd | null;
  readonly start: number;
  readonly end: number;
}

/** A band's events, and its periods below or behind them. */
export interface Placed {
  readonly rows: number;
  readonly events: Seated<Box>;
  readonly periods: readonly PeriodSeat[];
  /** Nothing is left without its name. */
  readonly named: boolean;
}

/** One band's part of the work. */
export class BandSeats {
  readonly key: string;
  readonly #events: readonly TimelineItem[];
  readonly #periods: readonly PeriodBox[];
  readonly #request: LayoutRequest;
  readonly #former: ReadonlyMap<string, number> | undefined;
  readonly #boxes = new Map<number, readonly Box[]>();

  constructor(key: string, things: readonly Thing[], request: LayoutRequest) {
    this.key = key;
    this.#request = request;
    this.#events = gatherUnplaced(
      things.filter((thing) => !isPeriod(thing)),
      request,
    );
    this.#periods = things.filter(isPeriod).map((period) => ({ period, ...boundsOf(period, request) }));
    const former = request.previous?.bands.find((band) => band.key === key);
    this.#former = former && new Map(former.marks.map((mark) => [keyOf(mark.item), mark.row]));
  }

  wanted(available: number): number {
    return seat(this.#boxesAt(LABEL_WIDTHS[0]), available, this.#former).rows + rowsOf(this.#seatPeriods(MOST_PERIOD_ROWS));
  }

  /** Events that cannot be named one by one are gathered where they stand; periods have the rows below. */
  place(capacity: number): Placed {
    const spare = Math.max(0, capacity - Math.max(this.#events.length > 0 ? 1 : 0, Math.ceil(capacity / 2)));
    const periods = this.#seatPeriods(this.#events.length === 0 ? capacity : Math.min(MOST_PERIOD_ROWS, spare));
    const below = rowsOf(periods);
    const alone = this.#placeLabelled((widest) => this.#boxesAt(widest), capacity - below);
    const crowds = crowdsOf(alone.seats);
    const events = crowds.length === 0 ? alone : this.#placeCrowds(crowds, capacity - below);
    return { rows: events.rows + below, events, periods, named: countLabels(events) === events.seats.length };
  }

  #placeCrowds(crowds: readonly Crowd[], capacity: number): Seated<Box> {
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
  #placeLabelled(boxes: (widest: number) => readonly Box[], capacity: number): Seated<Box> {
    let best: Seated<Box> | null = null;
    let most = -1;
    for (const widest of LABEL_WIDTHS) {
      const tried = seat(boxes(widest), capacity, this.#former);
      const labels = countLabels(tried);
      if (labels > most) [best, most] = [tried, labels];
      if (labels === tried.seats.length) break;
    }
    return best as Seated<Box>;
  }

  #seatPeriods(capacity: number): readonly PeriodSeat[] {
    const { measure } = this.#request;
    return seatPeriods(this.#periods, capacity, measure, (text, widest) => shortenLabel(text, measure, widest));
  }

  #boxesAt(widest: number): readonly Box[] {
    let boxes = this.#boxes.get(widest);
    if (!boxes)
      this.#boxes.set(
        widest,
        (boxes = this.#events.map((item) => boxOf(item, unplacedCrowd(item), this.#request, widest)).sort(fromTheLeft)),
      );
    return boxes;
  }
}

export function rowsOf(periods: readonly PeriodSeat[]): number {
  return periods.reduce((most, { row }) => Math.max(most, row + 1), 0);
}

const gatheredCrowds = new WeakMap<Thing, Crowd>();

function unplacedCrowd(thing: Thing): Crowd | null {
  return gatheredCrowds.get(thing) ?? null;
}

/** What has no place in time would fill a row each: a band's share one. */
function gatherUnplaced(things: readonly TimelineItem[], request: LayoutRequest): readonly TimelineItem[] {
  const unplaced = things.filter(isUnplaced);
  if (unplaced.length < 2) return things;
  // Of a great many only some are here; the band knows how many there are.
  const total = request.groups.find(({ key }) => key === unplaced[0]?.group)?.unplaced ?? 0;
  const together = itemOf(unplaced, request.nameCrowd(Math.max(total, unplaced.length), null));
  gatheredCrowds.set(together, unplaced);
  return [together, ...things.filter((thing) => !isUnplaced(thing))];
}

function crowdBoxOf(crowd: Crowd, request: LayoutRequest, widest: number): Box {
  return boxOf(itemOf(crowd, request.nameCrowd(crowd.length, stretchOf(crowd))), crowd, request, widest);
}

function boundsOf({ earliest, latest }: Thing, { origin, resolution }: LayoutRequest): { readonly start: number; readonly end: number } {
  return {
    start: earliest === null ? -OPEN_REACH : (earliest - origin) / resolution,
    end: latest === null ? OPEN_REACH : (latest - origin) / resolution,
  };
}

function boxOf(item: Thing, crowd: Crowd | null, request: LayoutRequest, widest: number): Box {
  const { measure } = request;
  const { start, end } = boundsOf(item, request);
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
