import type { EventSort } from '../../../../shared/contract/event.ts';
import { type EventColumns, type RawColumns, sortedPositions, type TitleStore } from '../columns/index.ts';
import { isEstablished, laneOf } from './row.ts';

/** Events by earliest bound, then latest, then order of entry: in columns, because there may be a million. */
export interface Happened {
  readonly ordinals: Uint32Array<ArrayBuffer>;
  readonly flags: Uint16Array<ArrayBuffer>;
  readonly titles: Uint32Array<ArrayBuffer>;
}

/** What the record says of an event beside its columns, by ordinal; of those that have it. */
export interface Beside {
  readonly recorded: () => Iterable<readonly [ordinal: number, earliest: number | null, latest: number | null]>;
  readonly learned: Beside['recorded'];
  readonly citations: () => Iterable<readonly [ordinal: number, citations: number]>;
}

/** The events of all groups in one order. Each group is in order already: they are merged. */
export function mergeGroups(groups: Iterable<EventColumns>): Happened {
  const lanes = [...groups].map((columns) => columns.raw);
  const size = lanes.reduce((sum, { ordinals }) => sum + ordinals.length, 0);
  const merged = { ordinals: new Uint32Array(size), flags: new Uint16Array(size), titles: new Uint32Array(size) };
  const heads = lanes.map(() => 0);
  for (let at = 0; at < size; at += 1) {
    let first = -1;
    for (let lane = 0; lane < lanes.length; lane += 1) {
      if ((heads[lane] as number) >= (lanes[lane] as RawColumns).ordinals.length) continue;
      if (first < 0 || comesBefore(lanes[lane] as RawColumns, heads[lane] as number, lanes[first] as RawColumns, heads[first] as number))
        first = lane;
    }
    const from = lanes[first] as RawColumns;
    const head = heads[first] as number;
    merged.ordinals[at] = from.ordinals[head] as number;
    merged.flags[at] = from.flags[head] as number;
    merged.titles[at] = from.titles[head] as number;
    heads[first] = head + 1;
  }
  return merged;
}

function comesBefore(one: RawColumns, at: number, other: RawColumns, there: number): boolean {
  const start = (one.earliest[at] as number) - (other.earliest[there] as number);
  // Two open bounds: infinity less infinity is no number, and neither comes before the other.
  if (start !== 0 && !Number.isNaN(start)) return start < 0;
  const end = (one.latest[at] as number) - (other.latest[there] as number);
  if (end !== 0 && !Number.isNaN(end)) return end < 0;
  return (one.ordinals[at] as number) < (other.ordinals[there] as number);
}

/** Ordinals in an order. What lacks what is sorted by comes last in both directions; what is equal stays in the order of what happened. */
export function sortHappened(happened: Happened, by: EventSort, descending: boolean, titles: TitleStore, beside: Beside): Uint32Array {
  const { ordinals, flags } = happened;
  switch (by) {
    case 'happened':
      return descending ? ordinals.slice().reverse() : ordinals;
    case 'entered': {
      const entered = ordinals.slice().sort();
      return descending ? entered.reverse() : entered;
    }
    case 'lane':
      return byKey(happened, (at) => laneOf(flags[at] as number), descending);
    case 'standing':
      return byKey(happened, (at) => (isEstablished(flags[at] as number) ? 1 : 0), descending);
    case 'title': {
      const ranks = rankTitles(happened.titles, titles);
      return byKey(happened, (at) => ranks.get(happened.titles[at] as number) as number, descending);
    }
    case 'citations': {
      const counts = new Map(beside.citations());
      return byKey(happened, (at) => counts.get(ordinals[at] as number) ?? 0, descending);
    }
    case 'recorded':
    case 'learned':
      return byMoment(happened, beside[by](), descending);
  }
}

function byKey({ ordinals }: Happened, keyAt: (at: number) => number, descending: boolean): Uint32Array {
  const keys = Float64Array.from(ordinals, (_, at) => (descending ? -keyAt(at) : keyAt(at)));
  return gather(ordinals, sortedPositions(keys, new Float64Array(keys.length), keys.length));
}

function byMoment(
  { ordinals }: Happened,
  moments: Iterable<readonly [number, number | null, number | null]>,
  descending: boolean,
): Uint32Array {
  const known = new Map<number, readonly [number | null, number | null]>();
  for (const [ordinal, earliest, latest] of moments) known.set(ordinal, [earliest, latest]);
  const sign = descending ? -1 : 1;
  const first = new Float64Array(ordinals.length);
  const second = new Float64Array(ordinals.length);
  for (let at = 0; at < ordinals.length; at += 1) {
    const [earliest = null, latest = null] = known.get(ordinals[at] as number) ?? [];
    first[at] = earliest === null ? Number.POSITIVE_INFINITY : sign * earliest;
    second[at] = latest === null ? Number.POSITIVE_INFINITY : sign * latest;
  }
  return gather(ordinals, sortedPositions(first, second, ordinals.length));
}

/** Where each title stands among all of them, whatever its case; a log says few things, and often. */
function rankTitles(starts: Uint32Array, titles: TitleStore): ReadonlyMap<number, number> {
  const words = new Map<number, string>();
  for (const start of starts) if (!words.has(start)) words.set(start, titles.read(start).toLowerCase());
  const distinct = [...new Set(words.values())].sort();
  const rank = new Map(distinct.map((title, index) => [title, index]));
  return new Map([...words].map(([start, title]) => [start, rank.get(title) as number]));
}

function gather(values: Uint32Array, positions: Uint32Array): Uint32Array {
  const gathered = new Uint32Array(positions.length);
  for (let at = 0; at < positions.length; at += 1) gathered[at] = values[positions[at] as number] as number;
  return gathered;
}
