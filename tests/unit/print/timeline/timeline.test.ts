import { describe, expect, test } from 'vitest';
import { axisOf } from '../../../../electron/core/print/timeline/axis.ts';
import { startOf, type TimelineItem, timelineItems } from '../../../../electron/core/print/timeline/item.ts';
import { layOut, type Placed, type Scale } from '../../../../electron/core/print/timeline/layout.ts';
import { splitPeriod } from '../../../../electron/core/print/timeline/stretches.ts';
import { lanes } from '../../../../shared/model/event.ts';
import { contentFrom, type Told, zone } from '../../../support/case-file.ts';
import { chanceFrom } from '../../../support/random.ts';

const sheet = { width: 634, rows: 18, labelWidth: () => 120 };

function item(number: number, earliest: number | null, latest: number | null, lane = lanes[number % 4]): TimelineItem {
  return {
    number,
    title: `Event ${number}`,
    lane: lane ?? 'incident',
    standing: 'asserted',
    differs: false,
    earliest,
    latest,
    point: earliest !== null && latest !== null && latest - earliest <= 1000,
    clocked: null,
    gap: false,
  };
}

/** A dense night and then two weeks, as real cases have. */
function nightAndWeeks(count: number, seed = 7): TimelineItem[] {
  const random = chanceFrom(seed).next;
  const night = Date.UTC(2031, 4, 14, 10);
  const items = Array.from({ length: count }, (_, index) => {
    const at = index < count / 2 ? night + random() * 8 * 36e5 : night + random() * 16 * 864e5;
    return item(index, Math.round(at), Math.round(at + (random() < 0.5 ? 1000 : random() * 864e5)));
  });
  return items.sort((a, b) => startOf(a) - startOf(b));
}

function touch(one: Placed, other: Placed): boolean {
  const [a, b] = [one, other].map((placed) => ({
    from: Math.min(placed.left, placed.labelLeft),
    to: Math.max(placed.right, placed.labelLeft + placed.labelWidth),
  })) as [{ from: number; to: number }, { from: number; to: number }];
  return one.row === other.row && a.from < b.to && b.from < a.to;
}

describe('laying out', () => {
  test('lets no mark or label touch another one of its lane', () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const items = nightAndWeeks(60, seed);
      const scale: Scale = { from: startOf(items[0] as TimelineItem), to: startOf(items.at(-1) as TimelineItem) + 864e5, width: 634 };
      for (const lane of layOut(items, scale, (one) => 40 + (one.number % 7) * 20)) {
        expect(lane.placed.flatMap((one, index) => lane.placed.slice(index + 1).filter((other) => touch(one, other)))).toEqual([]);
      }
    }
  });

  test('keeps every mark and label on the sheet', () => {
    const items = nightAndWeeks(80);
    const scale: Scale = { from: startOf(items[0] as TimelineItem), to: startOf(items.at(-1) as TimelineItem), width: 634 };
    for (const placed of layOut(items, scale, () => 200).flatMap((lane) => lane.placed)) {
      expect(Math.min(placed.left, placed.labelLeft)).toBeGreaterThanOrEqual(-4);
      expect(Math.max(placed.right, placed.labelLeft + placed.labelWidth)).toBeLessThanOrEqual(634 + 26);
    }
  });
});

describe('splitting the period', () => {
  test('shows every event where it begins, in order', () => {
    const items = nightAndWeeks(120);
    const stretches = splitPeriod(items, sheet);
    const begun = stretches.flatMap((stretch) => stretch.items.filter((one) => startOf(one) >= stretch.from));
    expect(new Set(begun.map((one) => one.number)).size).toBe(120);
    for (const [index, stretch] of stretches.entries())
      if (index > 0) expect(stretch.to).toBeGreaterThanOrEqual(stretches[index - 1]?.from as number);
  });

  test('gives a dense night its own scale', () => {
    const night = Date.UTC(2031, 4, 14, 14);
    const dense = Array.from({ length: 8 }, (_, index) => item(index, night + index * 9e5, night + index * 9e5 + 1000, 'incident'));
    const quiet = Array.from({ length: 5 }, (_, index) =>
      item(20 + index, night + (index + 3) * 2 * 864e5, night + (index + 3) * 2 * 864e5 + 1000, 'institution'),
    );
    const [first, ...rest] = splitPeriod([...dense, ...quiet], sheet);
    expect(first?.items.map((one) => one.number)).toEqual(dense.map((one) => one.number));
    expect(rest.length).toBeGreaterThan(0);
  });

  test('leaves a quiet case on one sheet', () => {
    const items = Array.from({ length: 6 }, (_, index) => item(index, index * 864e5, index * 864e5 + 1000));
    expect(splitPeriod(items, sheet)).toHaveLength(1);
  });

  test('takes a thousand events, events at the same instant, and open bounds', () => {
    expect(splitPeriod(nightAndWeeks(1000), sheet).length).toBeGreaterThan(30);
    const same = Array.from({ length: 50 }, (_, index) => item(index, 1e12, 1e12 + 1000, 'public'));
    expect(splitPeriod(same, sheet).flatMap((one) => one.items).length).toBeGreaterThanOrEqual(50);
    expect(splitPeriod([item(1, null, 5e11), item(2, 6e11, null)], sheet)).toHaveLength(1);
  });
});

test('only what is known to the second is a point; what has no bound is named, not drawn', async () => {
  const told: Told[] = [
    { when: '2031-05-14T23:33:55', title: 'Seconds', lane: 'incident' },
    { when: '2031-05-14T23:33', title: 'Minutes', lane: 'incident' },
    { when: '2031-05-14T23:33:55~', title: 'About', lane: 'incident' },
    { when: '../..', title: 'Unknown', lane: 'incident' },
  ];
  const timed = told.slice(0, 3);
  const { content } = await contentFrom({ originals: [], events: timed });
  const points = timelineItems(content.events)
    .items.filter((one) => one.point)
    .map((one) => one.title);
  expect(points).toEqual(['Seconds']);
  const unknown = content.events.map((event) => ({ ...event, happened: { ...event.happened, earliest: null, latest: null } }));
  expect(timelineItems(unknown)).toEqual({ items: [], untimed: [1, 2, 3] });
});

describe('the axis', () => {
  test('falls on whole local hours and days, across a change of the clocks', () => {
    const from = Date.UTC(2031, 2, 29, 12);
    const axis = axisOf({ from, to: from + 2 * 864e5, width: 634 }, 'Europe/Berlin', 'en');
    expect(axis.ticks.map((tick) => tick.label).filter((label) => label === '00:00')).toHaveLength(2);
    expect(axis.ticks.every((tick) => /^\d\d:00$/.test(tick.label))).toBe(true);
  });

  test('names days in both languages', () => {
    const from = Date.UTC(2031, 4, 14, 3);
    expect(axisOf({ from, to: from + 36e5, width: 634 }, zone, 'en').spans[0]?.label).toBe('Wed 14 May 2031');
    expect(axisOf({ from, to: from + 36e5, width: 634 }, zone, 'zh-CN').spans[0]?.label).toMatch(/^2031年5月14日/);
  });

  test('never has more marks than can be read, from a second to centuries', () => {
    for (const span of [1e3, 6e4, 36e5, 864e5, 3e9, 3e11, 1e13]) {
      const { ticks } = axisOf({ from: 0, to: span, width: 634 }, zone, 'en');
      expect(ticks.length).toBeLessThanOrEqual(20);
    }
  });
});
