import { BandSeats, type Box, type LayoutRequest, type Placed, rowsOf } from './band-seats.ts';
import type { BandLayout, Layout, Mark } from './marks.ts';
import type { PeriodSeat } from './period-rows.ts';
import type { Seat } from './rows.ts';

/** Rows of a band that is scrolled to. */
const MOST_SCROLLED = 4;

/** Places everything in a row of its band so that no label covers another mark or label. */
export function layOut(request: LayoutRequest): Layout {
  const byGroup = Map.groupBy(request.things, (thing) => thing.group);
  const open = request.groups.filter((group) => !group.collapsed);
  const bands = open.map(({ key }) => new BandSeats(key, byGroup.get(key) ?? [], request));
  const placed = placeBands(bands, request.rows);
  const byKey = new Map(bands.map((band, index) => [band.key, placed[index]]));
  return {
    origin: request.origin,
    resolution: request.resolution,
    bands: request.groups.map(({ key }) => bandOf(key, byKey.get(key))),
  };
}

/** Two rows for every band where that fits, otherwise one; where not even that fits, the bands are scrolled and have what they need. */
function placeBands(bands: readonly BandSeats[], available: number): readonly Placed[] {
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
