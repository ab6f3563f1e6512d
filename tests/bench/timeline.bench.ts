import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { EventRow } from '../../electron/core/domain/ports/index.ts';
import { buildIndex, type TimelineIndex, viewIndex } from '../../electron/core/domain/timeline/index-of-events.ts';
import { type Lane, lanes } from '../../shared/model/event.ts';
import type { EventId } from '../../shared/model/identifier.ts';
import { type Chance, chanceFrom } from '../support/random.ts';

const EVENTS = 1_000_000;
const WIDTH = 1600;
const START = Date.parse('2031-01-01T00:00:00Z');
const YEAR = 365 * 86_400_000;

/** The timeline's columns over a million events, beside a plain scan of the same bounds. */
export default async function measure() {
  const chance = chanceFrom(1);
  const rows = Array.from({ length: EVENTS }, () => randomRow(chance));
  const scan = plainColumns(rows);
  const before = residentBuffers();
  const index = buildIndex(rows);
  rows.length = 0;
  const megabytes = (residentBuffers() - before) / 1e6;
  const viewports = Array.from({ length: 400 }, () => randomViewport(chance));
  const ours = p95(viewports.map((viewport) => timed(() => view(index, viewport))));
  const peer = p95(viewports.slice(0, 60).map((viewport) => timed(() => scanView(scan, viewport))));
  return [
    { work: 'timeline: view of 1,000,000 events, p95, against a plain scan', ours, peer, ratio: ours / peer, unit: 'ms', bound: 1 },
    { work: 'timeline: view of 1,000,000 events, p95, against 5 ms', ours, peer: 5, ratio: ours / 5, unit: 'ms', bound: 1 },
    {
      work: 'timeline: weight of the index of 1,000,000 events, against 100 MB',
      ours: megabytes,
      peer: 100,
      ratio: megabytes / 100,
      unit: 'MB',
      bound: 1,
    },
  ];
}

interface Viewport {
  readonly from: number;
  readonly to: number;
}

function view(index: TimelineIndex, { from, to }: Viewport): unknown {
  return viewIndex(index, { from, to, width: WIDTH, filter: '' });
}

/** From the whole year down to five minutes, as zooming goes. */
function randomViewport(chance: Chance): Viewport {
  const span = YEAR * 10 ** (-5 * chance.next());
  const from = START + chance.next() * (YEAR - span);
  return { from, to: from + span };
}

/** A door log: most entries are known to the second, some last a day, a few last weeks. */
function randomRow(chance: Chance): EventRow {
  const earliest = START + Math.floor(chance.next() * YEAR);
  const kind = chance.next();
  const length = kind < 0.7 ? 1000 : kind < 0.9 ? 60_000 : kind < 0.99 ? 86_400_000 : Math.floor(chance.next() * 60 * 86_400_000);
  const word = (): string =>
    Math.floor(chance.next() * 2 ** 32)
      .toString(16)
      .padStart(8, '0');
  const [first, second, third, fourth] = [word(), word(), word(), word()];
  const lane = chance.pick(lanes);
  return {
    id: `${first}-${second.slice(0, 4)}-4${second.slice(5)}-8${third.slice(1, 4)}-${third.slice(4)}${fourth}` as EventId,
    title: `Door 1216 opened with card ${first.slice(0, 6)}`,
    lane,
    kind: 'happening',
    clocked: false,
    groups: [lane],
    standing: 'asserted',
    earliest,
    latest: earliest + length,
    precision: 'second',
    approximate: false,
    supports: 1,
    contradicts: 0,
    citations: 1,
    ordinal: Math.floor(chance.next() * 2 ** 31),
  };
}

interface PlainColumns {
  readonly earliest: Float64Array;
  readonly latest: Float64Array;
  readonly lanes: readonly Lane[];
}

function plainColumns(rows: readonly EventRow[]): PlainColumns {
  return {
    earliest: Float64Array.from(rows, (row) => row.earliest as number),
    latest: Float64Array.from(rows, (row) => row.latest as number),
    lanes: rows.map(({ lane }) => lane),
  };
}

/** What a canvas without an index does: look at every event, and count it in each column it touches. */
function scanView({ earliest, latest, lanes: laneOf }: PlainColumns, { from, to }: Viewport): unknown {
  const counts = new Map(lanes.map((lane) => [lane, new Uint32Array(WIDTH)]));
  const scale = WIDTH / (to - from);
  for (let at = 0; at < earliest.length; at += 1) {
    if ((earliest[at] as number) >= to || (latest[at] as number) <= from) continue;
    const columns = counts.get(laneOf[at] as Lane) as Uint32Array;
    const last = Math.min(WIDTH - 1, Math.floor(((latest[at] as number) - from) * scale));
    for (let column = Math.max(0, Math.floor(((earliest[at] as number) - from) * scale)); column <= last; column += 1)
      columns[column]! += 1;
  }
  return counts;
}

/** The best of three, so that another program's turn on the processor is not counted as ours. */
function timed(work: () => unknown): number {
  const times = [0, 1, 2].map(() => {
    const started = performance.now();
    work();
    return performance.now() - started;
  });
  return Math.min(...times);
}

function p95(times: readonly number[]): number {
  return times.toSorted((one, other) => one - other)[Math.floor(times.length * 0.95)] as number;
}

/** The index lives in array buffers; what else the heap holds is other people's. */
function residentBuffers(): number {
  // What one collection only unlinks, the next one gives back.
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  for (let turn = 0; turn < 3; turn += 1) collect();
  return process.memoryUsage().arrayBuffers;
}
