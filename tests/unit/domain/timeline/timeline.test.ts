import { describe, expect, it } from 'vitest';
import type { EventRow } from '../../../../electron/core/domain/ports/index.ts';
import { buildIndex, measureIndex, type TimelineIndex, viewIndex } from '../../../../electron/core/domain/timeline/index-of-events.ts';
import { EventColumns, type Row } from '../../../../electron/core/domain/columns/columns.ts';
import { sortedPositions } from '../../../../electron/core/domain/columns/sort.ts';
import { createTitleStore } from '../../../../electron/core/domain/columns/titles.ts';
import type { TimelineItem } from '../../../../shared/contract/timeline.ts';
import { lanes } from '../../../../shared/model/event.ts';
import type { EventId } from '../../../../shared/model/identifier.ts';
import { type Chance, chanceFrom } from '../../../support/random.ts';

const START = Date.parse('2031-05-01T00:00:00Z');
const DAY = 86_400_000;

function randomRow(chance: Chance): EventRow {
  const earliest = START + chance.whole(0, 30 * 24 * 60) * 60_000;
  const length = chance.pick([1, 1000, 60_000, DAY, 10 * DAY]);
  const supports = chance.whole(0, 2);
  const contradicts = chance.whole(0, 1);
  const lane = chance.pick(lanes);
  return {
    id: randomId(chance),
    title: chance.pick(['Door 1216 opened', 'Dinner with the client', '走廊监控 camera 3', 'É́criture', '']) + chance.whole(0, 99),
    lane,
    kind: chance.pick(['happening', 'memory-gap']),
    clocked: chance.next() < 0.2,
    groups: [lane],
    standing: chance.pick(['established', 'asserted']),
    earliest: chance.next() < 0.05 ? null : earliest,
    latest: chance.next() < 0.05 ? null : earliest + length,
    precision: chance.pick(['second', 'day', 'interval']),
    approximate: chance.next() < 0.2,
    supports,
    contradicts,
    citations: supports + contradicts,
    ordinal: chance.whole(1, 2 ** 31),
  };
}

function randomId(chance: Chance): EventId {
  const hex = (figures: number): string => Array.from({ length: figures }, () => chance.whole(0, 15).toString(16)).join('');
  return `${hex(8)}-${hex(4)}-4${hex(3)}-${chance.pick(['8', '9', 'a', 'b'])}${hex(3)}-${hex(12)}` as EventId;
}

function toItem(row: EventRow): TimelineItem {
  return {
    eventId: row.id,
    title: row.title,
    lane: row.lane,
    group: row.lane,
    kind: row.kind,
    unplaced: row.clocked && row.earliest === null && row.latest === null,
    earliest: row.earliest,
    latest: row.latest,
    standing: row.standing,
    approximate: row.approximate,
    exact: row.precision === 'second' && !row.approximate,
    differs: row.supports > 0 && row.contradicts > 0,
    cited: row.citations > 0,
  };
}

function touches(row: { readonly earliest: number | null; readonly latest: number | null }, from: number, to: number): boolean {
  if (row.earliest === null && row.latest === null) return false;
  return (row.earliest ?? Number.NEGATIVE_INFINITY) < to && (row.latest ?? Number.POSITIVE_INFINITY) > from;
}

/** What a view lists: what touches it, and what has no place in time. */
function isListed(row: { readonly earliest: number | null; readonly latest: number | null }, from: number, to: number): boolean {
  return touches(row, from, to) || (row.earliest === null && row.latest === null);
}

const byId = (one: TimelineItem, other: TimelineItem): number => (one.eventId < other.eventId ? -1 : 1);

function shown(index: TimelineIndex, from: number, to: number, filter = ''): readonly TimelineItem[] {
  const view = viewIndex(index, { from, to, width: 16_384, filter });
  if (view.kind !== 'events') throw new Error('too dense for this test');
  return view.items;
}

describe('the timeline index', () => {
  it('answers exactly the events that touch a stretch, as looking at every event would', () => {
    const chance = chanceFrom(1);
    for (const size of [0, 1, 63, 64, 65, 700, 1000]) {
      const rows = Array.from({ length: size }, () => randomRow(chance));
      const index = buildIndex(rows);
      for (let turn = 0; turn < 40; turn += 1) {
        const from = START + chance.whole(-2, 42) * DAY + chance.whole(0, DAY);
        const to = from + chance.pick([1, 60_000, 3_600_000, DAY, 50 * DAY]);
        const expected = rows
          .filter((row) => isListed(row, from, to))
          .map(toItem)
          .sort(byId);
        const found = shown(index, from, to);
        expect([...found].sort(byId)).toEqual(expected);
        for (let at = 1; at < found.length; at += 1) {
          expect((found[at - 1]?.earliest ?? Number.NEGATIVE_INFINITY) <= (found[at]?.earliest ?? Number.NEGATIVE_INFINITY)).toBe(true);
        }
      }
    }
  });

  it('keeps up with events that are added, changed and removed', () => {
    const chance = chanceFrom(2);
    const columns = new EventColumns().finish();
    const expected = new Map<EventId, Row>();
    for (let turn = 0; turn < 1500; turn += 1) {
      if (expected.size > 0 && chance.next() < 0.3) {
        const id = chance.pick([...expected.keys()]);
        expect(columns.remove(id)).toBe(true);
        expect(columns.remove(id)).toBe(false);
        expected.delete(id);
      } else {
        const { id, earliest, latest } = randomRow(chance);
        const row: Row = {
          id,
          earliest: earliest ?? Number.NEGATIVE_INFINITY,
          latest: latest ?? Number.POSITIVE_INFINITY,
          flags: chance.whole(0, 31),
          title: turn,
          ordinal: turn,
        };
        columns.insert(row);
        expected.set(id, row);
      }
      if (turn % 25 !== 0) continue;
      const from = START + chance.whole(0, 30) * DAY;
      const to = from + chance.pick([1, 3_600_000, 5 * DAY]);
      const found: Row[] = [];
      columns.touching(from, to, (row) => void found.push(row));
      const wanted = [...expected.values()].filter(
        (row) =>
          row.earliest < to && row.latest > from && !(row.earliest === Number.NEGATIVE_INFINITY && row.latest === Number.POSITIVE_INFINITY),
      );
      expect(new Map(found.map((row) => [row.id, row]))).toEqual(new Map(wanted.map((row) => [row.id, row])));
      expect(columns.count(from, to)).toBe(wanted.length);
      expect(columns.size).toBe(expected.size);
    }
  });

  it('never counts what has no place in time in a column: it is named apart, and listed up to a hundred', () => {
    const chance = chanceFrom(7);
    const nowhere = (lane: (typeof lanes)[number]): EventRow => ({
      ...randomRow(chance),
      earliest: null,
      latest: null,
      lane,
      groups: [lane],
      clocked: true,
    });
    const placed = Array.from({ length: 20 }, () => ({ ...randomRow(chance), earliest: START, latest: START + DAY }));
    const index = buildIndex([...placed, ...Array.from({ length: 150 }, () => nowhere('incident')), nowhere('public')]);
    const density = measureIndex(index, 4)?.density ?? [];
    expect(density).toEqual([20, 20, 20, 20]);
    const view = viewIndex(index, { from: START + 9 * DAY, to: START + 10 * DAY, width: 800, filter: '' });
    expect(view.groups.map(({ unplaced }) => unplaced)).toEqual([150, 0, 0, 1]);
    expect(view.kind === 'events' && view.items.map((item) => item.unplaced)).toEqual(Array.from({ length: 101 }, () => true));
  });

  it('counts, above the density a canvas can show, how many events touch each of its columns', () => {
    const chance = chanceFrom(3);
    const rows = Array.from({ length: 4000 }, () => randomRow(chance));
    const [from, to, width] = [START + DAY, START + 25 * DAY, 97];
    const view = viewIndex(buildIndex(rows), { from, to, width, filter: '' });
    expect(view.kind).toBe('buckets');
    if (view.kind !== 'buckets') return;
    const column = (to - from) / width;
    for (const { key: lane, counts } of view.groups) {
      const expected = Array.from(
        { length: width },
        (_, at) => rows.filter((row) => row.lane === lane && touches(row, from + at * column, from + (at + 1) * column)).length,
      );
      expect(counts).toEqual(expected);
    }
    expect(view.groups.map(({ key }) => key)).toEqual(lanes);
  });

  it('filters titles whatever their case, in any script, and forgets the filter when an event changes', () => {
    const chance = chanceFrom(4);
    const rows = Array.from({ length: 300 }, () => randomRow(chance));
    const index = buildIndex(rows);
    for (const filter of ['DINNER', '走廊', 'camera 3', 'é́CRI', 'nothing of the kind']) {
      const expected = rows.filter(
        (row) => isListed(row, START, START + 40 * DAY) && row.title.toLowerCase().includes(filter.toLowerCase()),
      );
      expect([...shown(index, START, START + 40 * DAY, filter)].sort(byId)).toEqual(expected.map(toItem).sort(byId));
    }
  });

  it('measures from the first known bound to the last, and nothing where nothing is known', () => {
    const row = { ...randomRow(chanceFrom(5)), lane: 'incident' } as const;
    expect(measureIndex(buildIndex([]), 10)).toBeNull();
    expect(measureIndex(buildIndex([{ ...row, earliest: null, latest: null }]), 10)).toBeNull();
    const rows = [
      { ...row, earliest: START + DAY, latest: START + 2 * DAY },
      { ...row, id: randomId(chanceFrom(6)), earliest: null, latest: START + DAY / 2 },
      { ...row, id: randomId(chanceFrom(7)), earliest: START + 3 * DAY, latest: null },
    ];
    expect(measureIndex(buildIndex(rows), 5)).toEqual({
      from: START + DAY / 2 - 1,
      to: START + 3 * DAY + 1,
      events: 3,
      density: [1, 1, 1, 0, 1],
    });
  });

  it('sorts any bounds, near or far apart, with open ones at the ends', () => {
    const chance = chanceFrom(8);
    for (const reach of [10, 1e6, 1e12, 1e16]) {
      const size = 2000;
      const value = (): number =>
        chance.pick([
          Number.NEGATIVE_INFINITY,
          Number.POSITIVE_INFINITY,
          ...Array.from({ length: 20 }, () => Math.floor((chance.next() - 0.5) * reach)),
        ]);
      const first = Float64Array.from({ length: size }, value);
      const second = Float64Array.from({ length: size }, value);
      const positions = [...sortedPositions(first, second, size)];
      expect(new Set(positions).size).toBe(size);
      for (let at = 1; at < size; at += 1) {
        const [before, after] = [positions[at - 1] as number, positions[at] as number];
        const inOrder =
          (first[before] as number) < (first[after] as number) ||
          (first[before] === first[after] && (second[before] as number) <= (second[after] as number));
        expect(inOrder).toBe(true);
      }
    }
  });

  it('keeps titles byte for byte, long ones included', () => {
    const titles = createTitleStore();
    const given = ['', 'plain', '走廊监控', 'x'.repeat(300), '界'.repeat(300), '𠮷'.repeat(150), 'Zoë’s note'];
    const starts = given.map((title) => titles.add(title));
    titles.trim();
    expect(starts.map((start) => titles.read(start))).toEqual(given);
  });
});
