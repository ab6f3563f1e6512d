import type { EventId } from '../../../../shared/model/identifier.ts';
import type { EventColumns, Row } from '../columns/index.ts';
import { narrow, type Narrowing, type TimelineIndex } from './index-of-events.ts';

export interface Step extends Narrowing {
  /** Null while nothing is selected. */
  readonly eventId: EventId | null;
  readonly by: 1 | -1;
  /** To the event nearest in time in the next lane that has any, rather than to the neighbour. */
  readonly across: boolean;
  /** With nothing selected: the first event that does not begin before this. */
  readonly from: number;
}

/** Where an arrow key leads, in an index by lanes; null where there is nothing. */
export function stepInIndex(index: TimelineIndex, step: Step): EventId | null {
  const lanes = [...narrow(index, step).values()];
  const here = step.eventId === null ? null : findRow([...index.groups.values()], step.eventId);
  if (!here) return firstFrom(lanes, step.from);
  if (step.across) return across(lanes, here, step.by);
  const candidates = lanes
    .map((lane, at) => ({ row: lane.at(neighbour(lane, at, here, step.by)), lane: at }))
    .filter((one): one is { row: Row; lane: number } => one.row !== undefined)
    .sort((one, other) => step.by * (compareRows(one.row, other.row) || one.lane - other.lane));
  return candidates[0]?.row.id ?? here.row.id;
}

interface Found {
  readonly row: Row;
  /** The lane's number among all lanes; narrowed ones keep their numbers. */
  readonly lane: number;
}

function findRow(lanes: readonly EventColumns[], id: EventId): Found | null {
  for (const [lane, columns] of lanes.entries()) {
    const row = columns.at(columns.positionOf(id));
    if (row) return { row, lane };
  }
  return null;
}

/** In the order of bounds, and among equal ones in the order of lanes. */
function neighbour(columns: EventColumns, lane: number, { row, lane: own }: Found, by: 1 | -1): number {
  const position = lane === own ? columns.positionOf(row.id) : -1;
  if (position >= 0) return position + by;
  const ahead = columns.before(row.earliest, row.latest, lane < own);
  return by === 1 ? ahead : ahead - 1;
}

function across(lanes: readonly EventColumns[], { row, lane }: Found, by: 1 | -1): EventId {
  for (let at = lane + by; at >= 0 && at < lanes.length; at += by) {
    const columns = lanes[at] as EventColumns;
    const position = columns.before(startOf(row), Number.NEGATIVE_INFINITY, false);
    const near = [columns.at(position - 1), columns.at(position)].filter((one) => one !== undefined);
    const [nearest] = near.sort((one, other) => Math.abs(startOf(one) - startOf(row)) - Math.abs(startOf(other) - startOf(row)));
    if (nearest) return nearest.id;
  }
  return row.id;
}

function firstFrom(lanes: readonly EventColumns[], from: number): EventId | null {
  const first = (position: (lane: EventColumns) => number): Row | undefined =>
    lanes
      .map((lane) => lane.at(position(lane)))
      .filter((row) => row !== undefined)
      .sort(compareRows)[0];
  return (first((lane) => lane.before(from, Number.NEGATIVE_INFINITY, false)) ?? first(() => 0))?.id ?? null;
}

function startOf({ earliest, latest }: Row): number {
  return Number.isFinite(earliest) ? earliest : Number.isFinite(latest) ? latest : 0;
}

function compareRows(one: Row, other: Row): number {
  if (one.earliest !== other.earliest) return one.earliest < other.earliest ? -1 : 1;
  return one.latest === other.latest ? 0 : one.latest < other.latest ? -1 : 1;
}
