import type { TimelineItem } from '../../../../shared/contract/timeline.ts';
import type { Instant } from '../../../../shared/model/identifier.ts';
import { type Crowd, crowdsOf, itemOf, stretchOf } from './crowd.ts';
import { type Box as PlainBox, countLabels, seat, type Seat, type Seated } from './rows.ts';
import { type PeriodBox, type PeriodSeat, seatPeriods } from './period-rows.ts';
import { isPeriod, isPoint, isUnplaced, keyOf, type Thing } from './thing.ts';

/**
 * Where one event or period is drawn. Horizontal pixels count from the layout's origin instant at the layout's resolution, so that
 * neither panning nor a little zooming needs a new layout.
 */
export interface Mark {
  readonly item: Thing;
  /** The events this mark stands for together; null for one with a mark of its own. */
  readonly crowd: Crowd | null;
  readonly group: string;
  /** Of a period that lies behind the whole band, -1. */
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

export const ROW_HEIGHT = 23;
export const POINT_RADIUS = 6;
/** A bar narrower than this could not be seen. */
export const NARROWEST_BAR = 4;
export const LABEL_GAP = 8;
/** Widths at which labels are cut off, tried in this order. */
const LABEL_WIDTHS = [320, 200, 130] as const;
const OPEN_REACH = 100_000;
/** Rows of a band that is scrolled to. */
const MOST_SCROLLED = 4;
/** Rows for periods below the events of a band. */
const MOST_PERIOD_ROWS = 3;

/** Places everything in a row of its band so that no label covers another mark or label. */
export function layOut(request: LayoutRequest): Layout {
  const byGroup = Map.groupBy(request.things, (thing) => thing.group);
  const open = request.groups.filter((group) => !group.collapsed);
  const bands = open.map(({ key }) => new BandRequest(key, byGroup.get(key) ?? [], request));
  const placed = placeBands(bands, request.rows);
  const byKey = new Map(bands.map((band, index) => [band.key, placed[index]]));
  return {
    origin: request.origin,
    resolution: request.resolution,
    bands: request.groups.map(({ key }) => bandOf(key, byKey.get(key))),
  };
}

/** Two rows for every band where that fits, otherwise one; where not even that fits, the bands are scrolled and have what they need. */
function placeBands(bands: readonly BandRequest[], available: number): readonly Placed[] {
  if (bands.length > available) return bands.map((band) => band.place(MOST_SCROLLED));
  const fewest = 2 * bands.length <= available ? 2 : 1;
  // No band can be granted more rows than there are; looking for more would cost the square of the events.
  const wanted = bands.map((band) => band.wanted(available));
  const granted = shareRows(wanted, available, fewest);
  const tried = bands.map((band, index) => band.place(granted[index] ?? fewest));
  // A band whose events share marks may need less than it was granted: the others get what it leaves.
  const needed = tried.map((one, index) => (one.named ? one.rows : (wanted[index] ?? fewest)));
  const final = shareRows(needed, available, fewest);
  return bands.map((band, index) => {
    const first = tried[index] as Placed;
    const placed = (final[index] ?? 0) > (granted[index] ?? 0) ? band.place(final[index] ?? fewest) : first;
    return { ...placed, rows: Math.max(placed.rows, fewest) };
  });
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

/** A band's events, and its periods below or behind them. */
interface Placed {
  readonly rows: number;
  readonly events: Seated<Box>;
  readonly periods: readonly PeriodSeat[];
  /** Nothing is left without its name. */
  readonly named: boolean;
}

/** One band's part of the work. */
class BandRequest {
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

function rowsOf(periods: readonly PeriodSeat[]): number {
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

function bandOf(key: string, placed: Placed | undefined): BandLayout {
  if (!placed) return { key, rows: 0, unlabelled: 0, marks: [] };
  const events = placed.events.seats.map((one) => markOf(one, key));
  const last: (Mark | undefined)[] = [];
  for (const mark of events) {
    const before = last[mark.row];
    if (before) before.next = mark;
    last[mark.row] = mark;
  }
  const firstRow = placed.rows - rowsOf(placed.periods);
  const periods = placed.periods.map((one) => markOfPeriod(one, key, firstRow));
  return { key, rows: placed.rows, unlabelled: events.filter((mark) => !mark.label).length, marks: [...periods, ...events] };
}

function markOf({ box, row, label, roomBefore }: Seat<Box>, group: string): Mark {
  const { item, crowd, start, end, left, right } = box;
  return { item, crowd, group, row, start, end, left, right, label, roomBefore, next: null };
}

function markOfPeriod({ period, start, end, row, label }: PeriodSeat, group: string, firstRow: number): Mark {
  const seated = row < 0 ? -1 : firstRow + row;
  return { item: period, crowd: null, group, row: seated, start, end, left: start, right: end, label, roomBefore: 0, next: null };
}
