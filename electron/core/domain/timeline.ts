import type { TimelineItem, TimelineView } from '../../../shared/contract/timeline.ts';
import { type CaseEvent, type Lane, lanes } from '../../../shared/model/event.ts';
import type { CaseId, EventId } from '../../../shared/model/identifier.ts';
import { requireCase } from './case.ts';
import type { EventRow, Vault } from './ports.ts';
import { LaneColumns, type Row } from './timeline-columns.ts';
import { createTitleStore, type TitleStore } from './timeline-titles.ts';

/** A case's events in columns, a tenth of the weight of the events themselves. */
export interface TimelineIndex {
  readonly lanes: ReadonlyMap<Lane, LaneColumns>;
  readonly titles: TitleStore;
  /** The events of the last filter, so that panning through them costs as little as through all. */
  narrowed: { readonly filter: string; readonly lanes: ReadonlyMap<Lane, LaneColumns> } | null;
}

export interface Viewport {
  readonly from: number;
  readonly to: number;
  /** Of the canvas, in pixels: one column each where events are counted. */
  readonly width: number;
  /** Matches titles, whatever their case; empty for all. */
  readonly filter: string;
}

/** More events than this in one view cannot be told apart, at one per pixel and in number. */
const MOST_ITEMS = 1000;
const FEWEST_ITEMS = 300;

const EXACT = 1;
const APPROXIMATE = 2;
const ESTABLISHED = 4;
const DIFFERS = 8;
const CITED = 16;

/** Indexes live as long as the open vault they were read from. */
const indexes = new WeakMap<Vault, Map<CaseId, TimelineIndex>>();

/** What a canvas shows of [from, to): the events that touch it, or how many do. Throws case.unknown. */
export function viewTimeline(vault: Vault, caseId: CaseId, viewport: Viewport): TimelineView {
  return viewIndex(timelineOf(vault, caseId), viewport);
}

/** The stretch from the first known bound to the last, or null where none is known. Throws case.unknown. */
export function measureTimeline(
  vault: Vault,
  caseId: CaseId,
  columns: number,
): { from: number; to: number; events: number; density: number[] } | null {
  return measureIndex(timelineOf(vault, caseId), columns);
}

/** Shows an event that was added, changed or restored; does nothing while no index was asked for. */
export function showInTimeline(vault: Vault, event: CaseEvent): void {
  const index = indexes.get(vault)?.get(event.caseId);
  if (!index) return;
  forget(index, event.id);
  index.lanes.get(event.lane)?.insert(toRow(rowOfEvent(event), index.titles));
}

/** Takes a removed event out; does nothing while no index was asked for. */
export function forgetInTimeline(vault: Vault, caseId: CaseId, eventId: EventId): void {
  const index = indexes.get(vault)?.get(caseId);
  if (index) forget(index, eventId);
}

/** Reads every row once. */
export function buildIndex(rows: Iterable<EventRow>): TimelineIndex {
  const titles = createTitleStore();
  const columns = new Map<Lane, LaneColumns>(lanes.map((lane) => [lane, new LaneColumns()]));
  for (const row of rows) columns.get(row.lane)?.collect(toRow(row, titles));
  for (const lane of columns.values()) lane.finish();
  titles.trim();
  return { lanes: columns, titles, narrowed: null };
}

export function viewIndex(index: TimelineIndex, { from, to, width, filter }: Viewport): TimelineView {
  const shown = narrow(index, filter);
  if (to <= from) return { kind: 'events', items: [] };
  const touching = [...shown.values()].reduce((sum, lane) => sum + lane.count(from, to), 0);
  if (touching > Math.min(MOST_ITEMS, Math.max(FEWEST_ITEMS, width)))
    return { kind: 'buckets', lanes: [...shown].map(([lane, columns]) => ({ lane, counts: countLane(columns, from, to, width) })) };
  const items: TimelineItem[] = [];
  for (const [lane, columns] of shown) columns.touching(from, to, (row) => void items.push(toItem(row, lane, index.titles)));
  return { kind: 'events', items: items.sort(byBounds) };
}

export function measureIndex(
  index: TimelineIndex,
  columns: number,
): { from: number; to: number; events: number; density: number[] } | null {
  const extents = [...index.lanes.values()].map((lane) => lane.extent()).filter((extent) => extent !== null);
  if (extents.length === 0) return null;
  const from = Math.min(...extents.map((extent) => extent.from));
  const to = Math.max(from + 1, ...extents.map((extent) => extent.to));
  const density = new Uint32Array(columns);
  for (const lane of index.lanes.values()) lane.countColumns(from, to, density);
  return { from, to, events: [...index.lanes.values()].reduce((sum, lane) => sum + lane.size, 0), density: [...density] };
}

function timelineOf(vault: Vault, caseId: CaseId): TimelineIndex {
  let cases = indexes.get(vault);
  if (!cases) indexes.set(vault, (cases = new Map()));
  let index = cases.get(caseId);
  if (!index) {
    requireCase(vault.read, caseId);
    cases.set(caseId, (index = buildIndex(vault.read.events.scan(caseId))));
  }
  return index;
}

function forget(index: TimelineIndex, eventId: EventId): void {
  index.narrowed = null;
  for (const lane of index.lanes.values()) if (lane.remove(eventId)) return;
}

function narrow(index: TimelineIndex, filter: string): ReadonlyMap<Lane, LaneColumns> {
  const wanted = filter.trim().toLowerCase();
  if (wanted === '') return index.lanes;
  if (index.narrowed?.filter === wanted) return index.narrowed.lanes;
  const narrowed = new Map<Lane, LaneColumns>();
  for (const [lane, columns] of index.lanes) {
    const matching = new LaneColumns();
    for (const row of columns.rows()) if (index.titles.read(row.title).toLowerCase().includes(wanted)) matching.collect(row);
    narrowed.set(lane, matching.finish());
  }
  index.narrowed = { filter: wanted, lanes: narrowed };
  return narrowed;
}

function countLane(columns: LaneColumns, from: number, to: number, width: number): number[] {
  const counts = new Uint32Array(width);
  columns.countColumns(from, to, counts);
  return [...counts];
}

function toRow(row: EventRow, titles: TitleStore): Row {
  return {
    id: row.id,
    earliest: row.earliest ?? Number.NEGATIVE_INFINITY,
    latest: row.latest ?? Number.POSITIVE_INFINITY,
    flags:
      (row.precision === 'second' && !row.approximate ? EXACT : 0) |
      (row.approximate ? APPROXIMATE : 0) |
      (row.standing === 'established' ? ESTABLISHED : 0) |
      (row.supports > 0 && row.contradicts > 0 ? DIFFERS : 0) |
      (row.citations > 0 ? CITED : 0),
    title: titles.add(row.title),
  };
}

function toItem({ id, earliest, latest, flags, title }: Row, lane: Lane, titles: TitleStore): TimelineItem {
  return {
    eventId: id,
    title: titles.read(title),
    lane,
    earliest: earliest === Number.NEGATIVE_INFINITY ? null : earliest,
    latest: latest === Number.POSITIVE_INFINITY ? null : latest,
    exact: (flags & EXACT) !== 0,
    approximate: (flags & APPROXIMATE) !== 0,
    standing: (flags & ESTABLISHED) === 0 ? 'asserted' : 'established',
    differs: (flags & DIFFERS) !== 0,
    cited: (flags & CITED) !== 0,
  };
}

function rowOfEvent({ id, title, lane, standing, happened, citations }: CaseEvent): EventRow {
  const counted = (stance: string): number => citations.filter((one) => one.stance === stance).length;
  const { earliest, latest, precision, approximate } = happened;
  return {
    id,
    title,
    lane,
    standing,
    earliest,
    latest,
    precision,
    approximate,
    supports: counted('supports'),
    contradicts: counted('contradicts'),
    citations: citations.length,
  };
}

function byBounds(one: TimelineItem, other: TimelineItem): number {
  const order = (one.earliest ?? Number.NEGATIVE_INFINITY) - (other.earliest ?? Number.NEGATIVE_INFINITY);
  if (order !== 0 && !Number.isNaN(order)) return order;
  return (one.latest ?? Number.POSITIVE_INFINITY) < (other.latest ?? Number.POSITIVE_INFINITY) ? -1 : 1;
}
