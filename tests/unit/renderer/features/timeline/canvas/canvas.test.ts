import { describe, expect, it } from 'vitest';
import { axisOf } from '../../../../../../renderer/features/timeline/canvas/axis.ts';
import { readTimelineKey } from '../../../../../../renderer/features/timeline/canvas/keys.ts';
import { layOut, shareRows } from '../../../../../../renderer/features/timeline/canvas/layout.ts';
import type { Layout, Mark } from '../../../../../../renderer/features/timeline/canvas/marks.ts';
import { shortenLabel } from '../../../../../../renderer/features/timeline/canvas/shorten-label.ts';
import { isPoint, keyOf } from '../../../../../../renderer/features/timeline/canvas/thing.ts';
import { firstView, fitView, panView, revealInView, zoomView } from '../../../../../../renderer/features/timeline/canvas/view.ts';
import type { TimelineItem } from '../../../../../../shared/contract/timeline.ts';
import { type Lane, lanes } from '../../../../../../shared/model/event.ts';
import type { EventId } from '../../../../../../shared/model/identifier.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const START = Date.UTC(2031, 4, 14);

/** Seven pixels a letter: what a label needs is known without a screen. */
const measure = (text: string) => text.length * 7;

let made = 0;
function item(from: number, to: number, more: Partial<TimelineItem> = {}): TimelineItem {
  made += 1;
  const eventId = `00000000-0000-4000-8000-${String(made).padStart(12, '0')}` as EventId;
  return {
    eventId,
    title: `Event number ${made}`,
    lane: 'incident',
    group: more.lane ?? 'incident',
    kind: 'happening',
    earliest: START + from,
    latest: START + to,
    exact: to - from <= 1000,
    approximate: false,
    standing: 'established',
    differs: false,
    cited: true,
    unplaced: false,
    ...more,
  };
}

function layOutOver(items: readonly TimelineItem[], width: number, pixels: number, rows = 20, previous?: Layout): Layout {
  return layOut({
    things: items,
    groups: lanes.map((key) => ({ key, collapsed: false, unplaced: 0 })),
    origin: START,
    resolution: width / pixels,
    rows,
    measure,
    nameCrowd: (count) => `${count} events`,
    ...(previous ? { previous } : {}),
  });
}

const marksOf = (layout: Layout): readonly Mark[] => layout.bands.flatMap((band) => band.marks);

/** Everything a mark covers in its row: itself and its name. */
function reach(mark: Mark): readonly [number, number] {
  const end = mark.label && !mark.label.inside ? mark.label.left + mark.label.width : mark.right;
  return [mark.left, Math.max(mark.right, end)];
}

describe('placing events on the canvas', () => {
  it('lets no name cover another mark or name', () => {
    let seed = 7;
    const random = () => {
      seed = (seed * 16_807) % 2_147_483_647;
      return seed / 2_147_483_647;
    };
    const items = Array.from({ length: 300 }, () => {
      const from = random() * 20 * DAY;
      const width = random() < 0.4 ? 1000 : random() * DAY;
      return item(from, from + width, { lane: lanes[Math.floor(random() * lanes.length)] as Lane });
    });
    for (const pixels of [400, 1200, 9000, 60_000]) {
      const marks = marksOf(layOutOver(items, 21 * DAY, pixels));
      for (const lane of lanes) {
        const rows = Map.groupBy(
          marks.filter((mark) => mark.group === lane),
          (mark) => mark.row,
        );
        for (const row of rows.values()) {
          const sorted = row.toSorted((a, b) => a.left - b.left);
          for (const [index, mark] of sorted.entries()) {
            const next = sorted[index + 1];
            if (mark.label && next)
              expect(reach(mark)[1], `${mark.item.title} before ${next.item.title} at ${pixels} px`).toBeLessThanOrEqual(next.left + 0.001);
          }
        }
      }
    }
  });

  it('loses no event: each has a mark of its own or belongs to a crowd', () => {
    const items = Array.from({ length: 120 }, (_, index) => item(index * MINUTE, index * MINUTE + 1000));
    const marks = marksOf(layOutOver(items, 20 * DAY, 1000, 8));
    const drawn = marks.flatMap((mark) => (mark.crowd ? mark.crowd.map((one) => one.eventId) : [keyOf(mark.item)]));
    expect(drawn.toSorted()).toEqual(items.map((one) => one.eventId).toSorted());
  });

  it('draws what is known to the second as a point and anything else as a bar that can be seen', () => {
    const marks = marksOf(layOutOver([item(0, 1000), item(5 * DAY, 5 * DAY + MINUTE)], 20 * DAY, 1000));
    const [point, bar] = marks;
    expect(isPoint((point as Mark).item)).toBe(true);
    expect(isPoint((bar as Mark).item)).toBe(false);
    expect((bar as Mark).right - (bar as Mark).left).toBeGreaterThanOrEqual(4);
  });

  it('lets a bar without a bound reach beyond every edge', () => {
    const marks = marksOf(layOutOver([item(0, 0, { earliest: null, exact: false, latest: START + DAY })], 20 * DAY, 1000));
    expect((marks[0] as Mark).left).toBeLessThan(-10_000);
  });

  it('keeps an event in its row while others come into view', () => {
    const first = [item(2 * DAY, 2 * DAY + HOUR), item(2 * DAY + HOUR, 2 * DAY + 2 * HOUR)];
    const before = layOutOver(first, 20 * DAY, 1000);
    const rows = new Map(marksOf(before).map((mark) => [keyOf(mark.item), mark.row]));
    const after = layOutOver([item(10 * DAY, 10 * DAY + HOUR), ...first], 20 * DAY, 1000, 20, before);
    for (const mark of marksOf(after)) if (rows.has(keyOf(mark.item))) expect(mark.row).toBe(rows.get(keyOf(mark.item)));
  });

  it('takes rows from the fullest lane first, and leaves two to each', () => {
    expect(shareRows([1, 2, 9, 4], 12)).toEqual([2, 2, 4, 4]);
    expect(shareRows([9, 9, 9, 9], 3)).toEqual([2, 2, 2, 2]);
    expect(shareRows([1, 1, 1, 1], 40)).toEqual([2, 2, 2, 2]);
    expect(shareRows([5, 1, 1], 4, 1)).toEqual([2, 1, 1]);
  });

  it('shortens a name to its width with an ellipsis, Chinese as well', () => {
    expect(shortenLabel('short', measure, 100)).toBe('short');
    for (const text of ['a name that is much too long for its place', '一个对它的位置来说太长太长太长的名字']) {
      const short = shortenLabel(text, measure, 90);
      expect(short.endsWith('…')).toBe(true);
      expect(measure(short)).toBeLessThanOrEqual(90);
    }
  });
});

describe('moving the view', () => {
  const view = { from: START, to: START + 10 * DAY };

  it('zooms around the instant under the pointer', () => {
    const anchor = START + 3 * DAY;
    const zoomed = zoomView(view, anchor, 0.5);
    expect((anchor - zoomed.from) / (zoomed.to - zoomed.from)).toBeCloseTo(0.3, 9);
    expect(zoomed.to - zoomed.from).toBeCloseTo(5 * DAY, 0);
  });

  it('never gets narrower than two seconds nor wider than four centuries', () => {
    expect(zoomView(view, START, 1e-12).to - zoomView(view, START, 1e-12).from).toBeCloseTo(2000, 3);
    expect(zoomView(view, START, 1e12).to - zoomView(view, START, 1e12).from).toBeLessThan(401 * 366 * DAY);
  });

  it('shows everything with room for the last name', () => {
    const whole = fitView(START, START + 10 * DAY);
    expect(whole.from).toBeLessThan(START);
    expect(whole.to - (START + 10 * DAY)).toBeGreaterThan(START - whole.from);
    expect(fitView(START, START).to - fitView(START, START).from).toBeGreaterThanOrEqual(HOUR);
  });

  it('opens where most events lie when a few lie a year away, and on everything otherwise', () => {
    const density = Array.from({ length: 100 }, (_, column) => (column < 2 ? 1 : column > 94 ? 12 : 0));
    const close = firstView({ from: START, to: START + 400 * DAY, density });
    expect(close.from).toBeGreaterThan(START + 300 * DAY);
    expect(close.to).toBeGreaterThan(START + 400 * DAY);
    const even = { from: START, to: START + 400 * DAY, density: Array.from({ length: 100 }, () => 3) };
    expect(firstView(even)).toEqual(fitView(even.from, even.to));
  });

  it('moves no farther than needed to show an event', () => {
    expect(revealInView(view, START + 4 * DAY, START + 5 * DAY)).toEqual(view);
    const later = revealInView(view, START + 20 * DAY, START + 20 * DAY + HOUR);
    expect(later.to).toBeGreaterThan(START + 20 * DAY + HOUR);
    expect(later.to - later.from).toBeCloseTo(10 * DAY, 0);
    expect(panView(view, DAY)).toEqual({ from: START + DAY, to: START + 11 * DAY });
  });
});

describe('the axis', () => {
  it('puts its ticks on the wall clock of the zone', () => {
    const { ticks, spans } = axisOf({ from: START - 8 * HOUR, to: START + 16 * HOUR }, 1000, 'Asia/Shanghai', 'en');
    for (const tick of ticks) expect(tick.label).toMatch(/^\d\d:00$/);
    expect(ticks.find((tick) => tick.label === '12:00')?.at).toBe(Date.UTC(2031, 4, 14, 4));
    expect(spans[0]?.label).toContain('May 2031');
  });

  it('follows the wall over a change of the clocks: the hour that was skipped has no tick', () => {
    const spring = Date.UTC(2031, 2, 30);
    const { ticks } = axisOf({ from: spring - 2 * HOUR, to: spring + 6 * HOUR }, 1200, 'Europe/Berlin', 'en');
    const labels = ticks.map((tick) => tick.label);
    expect(labels).toContain('01:00');
    expect(labels).toContain('03:00');
    expect(ticks.find((tick) => tick.label === '03:00')?.at).toBe(Date.UTC(2031, 2, 30, 1));
    expect(new Set(ticks.map((tick) => tick.at)).size).toBe(ticks.length);
    for (const [index, tick] of ticks.entries()) if (index > 0) expect(tick.at).toBeGreaterThan((ticks[index - 1] as { at: number }).at);
  });

  it('speaks of days above hours, months above days, years above months, in both languages', () => {
    const wide = axisOf({ from: START, to: START + 40 * DAY }, 1000, 'Asia/Shanghai', 'zh-CN');
    expect(wide.ticks[0]?.label).toMatch(/^\d+月\d+日$/);
    expect(wide.spans[0]?.label).toBe('2031年5月');
    const years = axisOf({ from: START, to: START + 900 * DAY }, 1000, 'Asia/Shanghai', 'en');
    expect(years.spans.some((span) => span.label === '2032')).toBe(true);
  });

  it('never crowds: neighbouring ticks stand far enough apart at every zoom', () => {
    for (let width = 4000; width < 300 * 366 * DAY; width *= 1.7) {
      const { ticks } = axisOf({ from: START, to: START + width }, 1000, 'Asia/Shanghai', 'en');
      for (const [index, tick] of ticks.entries()) {
        const before = ticks[index - 1];
        if (before) expect(((tick.at - before.at) / width) * 1000, `${before.label} | ${tick.label}`).toBeGreaterThan(34);
      }
    }
  });
});

describe('keys on the timeline', () => {
  const key = (name: string, more: Partial<{ shiftKey: boolean; ctrlKey: boolean; metaKey: boolean; altKey: boolean }> = {}) =>
    readTimelineKey({ key: name, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...more });

  it('steps, changes lanes, zooms, and shows everything', () => {
    expect(key('ArrowRight')).toEqual({ kind: 'step', by: 1 });
    expect(key('ArrowUp')).toEqual({ kind: 'lane', by: -1 });
    expect(key('ArrowLeft', { shiftKey: true })).toEqual({ kind: 'pan', by: -0.2 });
    expect(key('Home')).toEqual({ kind: 'all' });
    expect(key('+')).toMatchObject({ kind: 'zoom' });
    expect(key('PageDown')).toEqual({ kind: 'scroll', by: 1 });
    expect(key('g')).toEqual({ kind: 'jump' });
    expect(key('p')).toEqual({ kind: 'pin' });
  });

  it('leaves the combinations of the window and of a screen reader alone', () => {
    expect(key('ArrowRight', { ctrlKey: true })).toBeNull();
    expect(key('ArrowRight', { altKey: true })).toBeNull();
    expect(key('Tab')).toBeNull();
  });
});
