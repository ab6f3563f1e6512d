import {
  type Grouping,
  MOST_GROUPS,
  OTHERS,
  type TimelineItem,
  type TimelineView,
  UNGROUPED,
} from '../../../../shared/contract/timeline.ts';
import { lanes } from '../../../../shared/model/event.ts';
import type { EventId } from '../../../../shared/model/identifier.ts';
import type { EventRow } from '../ports/index.ts';
import { createTitleStore, EventColumns, type Row, type TitleStore } from '../columns/index.ts';
import { DIFFERS, toItem, toRow } from './row.ts';

/** A case's events in columns, group by group: a tenth of the weight of the events themselves. */
export interface TimelineIndex {
  readonly grouping: Grouping;
  readonly groups: Map<string, EventColumns>;
  readonly titles: TitleStore;
  /** How many events there are; one that belongs to two groups counts once. */
  events: number;
  /** Counts the changes. */
  revision: number;
  /** The events of the last filter, so that panning through them costs as little as through all. */
  narrowed: { readonly key: string; readonly groups: ReadonlyMap<string, EventColumns> } | null;
}

export interface Narrowing {
  /** Matches titles, whatever their case; empty for all. */
  readonly filter: string;
  /** Only events on which accounts differ. */
  readonly differing?: boolean | undefined;
}

export interface Viewport extends Narrowing {
  readonly from: number;
  readonly to: number;
  /** Of the canvas, in pixels: one column each where events are counted. */
  readonly width: number;
}

/** More events than this in one view cannot be told apart, at one per pixel and in number. */
const MOST_ITEMS = 1000;
const FEWEST_ITEMS = 300;
/** Events without a place in time share one mark, which leads through as many as anybody steps through by hand. */
const MOST_UNPLACED = 100;

/** Reads every row once. */
export function buildIndex(rows: Iterable<EventRow>, grouping: Grouping = 'lane'): TimelineIndex {
  const titles = createTitleStore();
  const groups = new Map<string, EventColumns>(grouping === 'lane' ? lanes.map((lane) => [lane, new EventColumns()]) : []);
  let events = 0;
  for (const event of rows) {
    const row = toRow(event, titles);
    for (const key of keysOf(event)) columnsOf(groups, key).collect(row);
    events += 1;
  }
  const shown = grouping === 'lane' ? groups : inOrder(mergeSmall(groups));
  for (const columns of shown.values()) columns.finish();
  titles.trim();
  return { grouping, groups: shown, titles, events, revision: 0, narrowed: null };
}

/** Shows an event as it is now, wherever it stood before. */
export function putInIndex(index: TimelineIndex, event: EventRow): void {
  takeFromIndex(index, event.id);
  const row = toRow(event, index.titles);
  for (const key of keysOf(event)) {
    const known = index.groups.has(key) || index.groups.size < MOST_GROUPS;
    columnsOf(index.groups, known ? key : OTHERS).insert(row);
  }
  index.events += 1;
}

export function takeFromIndex(index: TimelineIndex, eventId: EventId): void {
  index.narrowed = null;
  index.revision += 1;
  const found = [...index.groups.values()].filter((columns) => columns.remove(eventId)).length;
  if (found > 0) index.events -= 1;
}

/** What a canvas shows of [from, to): the events that touch it, or how many do. Groups carry no names here. */
export function viewIndex(index: TimelineIndex, viewport: Viewport): TimelineView {
  const { from, to, width } = viewport;
  const shown = narrow(index, viewport);
  const groups = [...shown].map(([key, columns]) => ({ key, name: '', unplaced: columns.unplaced.to - columns.unplaced.from }));
  if (to <= from) return { kind: 'events', groups, items: [] };
  const touching = [...shown.values()].reduce((sum, columns) => sum + columns.count(from, to), 0);
  if (touching > Math.min(MOST_ITEMS, Math.max(FEWEST_ITEMS, width)))
    return {
      kind: 'buckets',
      groups: groups.map((group) => ({ ...group, counts: count(shown.get(group.key) as EventColumns, from, to, width) })),
    };
  const items: TimelineItem[] = [];
  for (const [key, columns] of shown) {
    const { unplaced } = columns;
    for (let at = unplaced.from; at < Math.min(unplaced.to, unplaced.from + MOST_UNPLACED); at += 1)
      items.push(toItem(columns.at(at) as Row, key, index.titles));
    columns.touching(from, to, (row) => void items.push(toItem(row, key, index.titles)));
  }
  return { kind: 'events', groups, items: items.sort(byBounds) };
}

/** The stretch from the first known bound to the last, or null where none is known; `index` is one by lanes. */
export function measureIndex(
  index: TimelineIndex,
  columns: number,
): { from: number; to: number; events: number; density: number[] } | null {
  const extents = [...index.groups.values()].map((lane) => lane.extent()).filter((extent) => extent !== null);
  if (extents.length === 0) return null;
  const from = Math.min(...extents.map((extent) => extent.from));
  const to = Math.max(from + 1, ...extents.map((extent) => extent.to));
  const density = new Uint32Array(columns);
  for (const lane of index.groups.values()) lane.countColumns(from, to, density);
  return { from, to, events: index.events, density: [...density] };
}

/** The groups, with only the events that match. */
export function narrow(index: TimelineIndex, { filter, differing = false }: Narrowing): ReadonlyMap<string, EventColumns> {
  if (filter.trim() === '' && !differing) return index.groups;
  const key = `${differing} ${filter.trim().toLowerCase()}`;
  if (index.narrowed?.key === key) return index.narrowed.groups;
  const matches = matcher(filter);
  const groups = new Map<string, EventColumns>();
  for (const [group, columns] of index.groups) {
    const matching = new EventColumns();
    for (const row of columns.rows())
      if ((!differing || (row.flags & DIFFERS) !== 0) && matches(index.titles.read(row.title))) matching.collect(row);
    groups.set(group, matching.finish());
  }
  index.narrowed = { key, groups };
  return groups;
}

/** Whether a title matches a filter, whatever their case. */
export function matcher(filter: string): (title: string) => boolean {
  const wanted = filter.trim().toLowerCase();
  return wanted === '' ? () => true : (title) => title.toLowerCase().includes(wanted);
}

function keysOf({ groups }: EventRow): readonly string[] {
  return groups.length === 0 ? [UNGROUPED] : groups;
}

function columnsOf(groups: Map<string, EventColumns>, key: string): EventColumns {
  let columns = groups.get(key);
  if (!columns) groups.set(key, (columns = new EventColumns().finish()));
  return columns;
}

/** Beyond the number of bands a picture can have, the smallest groups share one. */
function mergeSmall(groups: Map<string, EventColumns>): Map<string, EventColumns> {
  if (groups.size <= MOST_GROUPS) return groups;
  const ranked = [...groups].filter(([key]) => key !== UNGROUPED).sort(([, one], [, other]) => other.size - one.size);
  const kept = ranked.slice(0, MOST_GROUPS - (groups.has(UNGROUPED) ? 2 : 1));
  const others = new EventColumns();
  const met = new Set<EventId>();
  for (const [, columns] of ranked.slice(kept.length))
    for (const row of columns.rows())
      if (!met.has(row.id)) {
        met.add(row.id);
        others.collect(row);
      }
  const ungrouped = groups.get(UNGROUPED);
  return new Map([...kept, [OTHERS, others], ...(ungrouped ? [[UNGROUPED, ungrouped] as const] : [])]);
}

/** The largest group first; what has no band of its own, and what belongs nowhere, last. */
function inOrder(groups: Map<string, EventColumns>): Map<string, EventColumns> {
  const rank = (key: string): number => (key === UNGROUPED ? 2 : key === OTHERS ? 1 : 0);
  return new Map([...groups].sort(([one, a], [other, b]) => rank(one) - rank(other) || b.size - a.size || (one < other ? -1 : 1)));
}

function count(columns: EventColumns, from: number, to: number, width: number): number[] {
  const counts = new Uint32Array(width);
  columns.countColumns(from, to, counts);
  return [...counts];
}

function byBounds(one: TimelineItem, other: TimelineItem): number {
  const order = (one.earliest ?? Number.NEGATIVE_INFINITY) - (other.earliest ?? Number.NEGATIVE_INFINITY);
  if (order !== 0 && !Number.isNaN(order)) return order;
  return (one.latest ?? Number.POSITIVE_INFINITY) < (other.latest ?? Number.POSITIVE_INFINITY) ? -1 : 1;
}
