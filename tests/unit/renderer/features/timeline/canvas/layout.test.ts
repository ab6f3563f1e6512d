import { describe, expect, it } from 'vitest';
import { createStore } from 'zustand';
import { stretchWords } from '../../../../../../shared/time/index.ts';
import { stretchOf } from '../../../../../../renderer/features/timeline/canvas/crowd.ts';
import type { LayoutRequest } from '../../../../../../renderer/features/timeline/canvas/band-seats.ts';
import { layOut } from '../../../../../../renderer/features/timeline/canvas/layout.ts';
import { LABEL_GAP, type Layout, type Mark } from '../../../../../../renderer/features/timeline/canvas/marks.ts';
import { countThings } from '../../../../../../renderer/features/timeline/canvas/density.ts';
import { COLLAPSED_HEIGHT, fitOf, hasRoom, heightsOf, leftOf, rightOf } from '../../../../../../renderer/features/timeline/canvas/scene.ts';
import { isPeriod, isPoint, keyOf, type Period, type Thing } from '../../../../../../renderer/features/timeline/canvas/thing.ts';
import { panView, zoomView } from '../../../../../../renderer/features/timeline/canvas/view.ts';
import { keepSameScale } from '../../../../../../renderer/features/timeline/same-scale.ts';
import type { TimelineItem } from '../../../../../../shared/contract/timeline.ts';
import { lanes } from '../../../../../../shared/model/event.ts';

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

const item = (minute: number, more: Partial<TimelineItem> = {}): TimelineItem => ({
  eventId: `event-${minute}` as TimelineItem['eventId'],
  title: `Event at minute ${minute}`,
  lane: 'incident',
  group: 'incident',
  kind: 'happening',
  earliest: minute * MINUTE,
  latest: minute * MINUTE,
  exact: true,
  approximate: false,
  standing: 'established',
  differs: false,
  cited: true,
  unplaced: false,
  ...more,
});

const period = (from: number | null, to: number | null, more: Partial<Period> = {}): Period => ({
  periodKey: `period-${String(from)}`,
  kind: 'silence',
  title: '5 d 6 h, no recorded act',
  group: 'incident',
  earliest: from === null ? null : from * MINUTE,
  latest: to === null ? null : to * MINUTE,
  certain: null,
  ...more,
});

const request = (things: readonly Thing[], more: Partial<LayoutRequest> = {}): LayoutRequest => ({
  things,
  groups: lanes.map((key) => ({ key, collapsed: false, unplaced: 0 })),
  origin: 0,
  resolution: DAY / 50,
  rows: 12,
  measure: (text) => text.length * 7,
  nameCrowd: (count, stretch) => (stretch ? `${count} events` : `${count} without a place in time`),
  ...more,
});

const bandOf = (layout: Layout, key = 'incident') => layout.bands.find((band) => band.key === key) as Layout['bands'][number];

/** What a mark and its label cover, as drawn after the mark. */
const covered = ({ left, right, label }: Mark) => [left, label ? Math.max(right, label.left + label.width) : right] as const;

describe('a lane in which a night holds two dozen events', () => {
  const night = Array.from({ length: 24 }, (_, index) => item(10_000 + index * 20, { differs: index === 7 }));
  const layout = layOut(request([item(0), ...night, item(40_000)]));
  const { marks } = bandOf(layout);

  it('draws those that cannot be named as one mark, and loses none', () => {
    const crowds = marks.filter((mark) => mark.crowd);
    expect(crowds).toHaveLength(1);
    const shown = marks.flatMap((mark): readonly Thing[] => mark.crowd ?? [mark.item]).map(keyOf);
    expect(new Set(shown).size).toBe(26);
    expect(shown).toHaveLength(26);
  });

  it('names the crowd by its size and keeps its bounds and its contradiction', () => {
    const crowd = marks.find((mark) => mark.crowd) as Mark;
    expect(crowd.label?.text).toBe(`${String(crowd.crowd?.length)} events`);
    expect(stretchOf(crowd.crowd ?? [])).toEqual({ from: crowd.item.earliest, to: crowd.item.latest });
    expect((crowd.item as TimelineItem).differs).toBe(crowd.crowd?.some((one) => one.differs));
  });

  it('lets no label cover another mark or label of its row', () => {
    for (const mark of marks.filter((one) => one.label))
      for (const other of marks)
        if (other !== mark && other.row === mark.row && other.left > mark.left)
          expect(covered(mark)[1]).toBeLessThanOrEqual(covered(other)[0]);
  });

  it('names none over the mark after it while it is stretched by zooming out', () => {
    const plot = { left: 0, right: 1000, top: 0, bottom: 300 };
    for (const stretch of [1, 1.1, 1.3, 1.5]) {
      const fit = fitOf(layout, { from: 0, to: 1000 * layout.resolution * stretch }, plot);
      for (const mark of marks) {
        const end = rightOf(mark, fit) + LABEL_GAP + (mark.label?.width ?? 0);
        if (mark.label && mark.next && hasRoom(mark, fit, end)) expect(end).toBeLessThanOrEqual(leftOf(mark.next, fit) + 0.001);
      }
    }
  });

  it('gives no lane more rows than fit together', () => {
    expect(layout.bands.reduce((sum, band) => sum + band.rows, 0)).toBeLessThanOrEqual(12);
  });

  it('is told apart again once it is wide enough', () => {
    const near = layOut(request(night, { resolution: MINUTE / 40, origin: 10_000 * MINUTE }));
    expect(bandOf(near).marks.every((mark) => mark.crowd === null && mark.label !== null)).toBe(true);
  });
});

describe('bands', () => {
  const people = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight'];
  const crowded = people.flatMap((group) => Array.from({ length: 9 }, (_, index) => item(index * 700 + 3, { group })));

  it('have one row where two do not fit, and what they need where they are scrolled', () => {
    const groups = people.map((key) => ({ key, collapsed: false, unplaced: 0 }));
    expect(layOut(request(crowded, { groups, rows: 9 })).bands.map((band) => band.rows)).toContain(1);
    expect(layOut(request(crowded, { groups, rows: 6 })).bands.every((band) => band.rows > 1)).toBe(true);
  });

  it('keep no row once they are folded, and leave it to the others', () => {
    const folded = layOut(request(crowded, { groups: people.map((key) => ({ key, collapsed: key !== 'one', unplaced: 0 })), rows: 12 }));
    expect(folded.bands.map((band) => band.rows > 0)).toEqual(people.map((key) => key === 'one'));
    expect(folded.bands[0]?.unlabelled).toBe(0);
  });

  it('fill the canvas, and grow beyond it only where they must be scrolled', () => {
    const groups = people.map((key) => ({ key, collapsed: key === 'two', unplaced: 0 }));
    const few = heightsOf(900, groups, layOut(request(crowded, { groups, rows: 30 })));
    expect(few.reduce((sum, height) => sum + height, 0)).toBeCloseTo(900, 6);
    expect(few[1]).toBe(COLLAPSED_HEIGHT);
    const many = heightsOf(150, groups, layOut(request(crowded, { groups, rows: 3 })));
    expect(many.reduce((sum, height) => sum + height, 0)).toBeGreaterThan(150);
  });

  it('show an event that belongs to two of them in both', () => {
    const both = ['one', 'two'].map((group) => item(10, { group }));
    const layout = layOut(request(both, { groups: people.map((key) => ({ key, collapsed: false, unplaced: 0 })), rows: 40 }));
    expect(['one', 'two', 'three'].map((key) => bandOf(layout, key).marks.length)).toEqual([1, 1, 0]);
  });
});

describe('periods', () => {
  it('share no row with an event, and stand below all of them', () => {
    const layout = layOut(request([item(0), item(9000), period(100, 8000), period(9000, 20_000)]));
    const { marks } = bandOf(layout);
    const rows = (periods: boolean) => marks.filter((mark) => isPeriod(mark.item) === periods).map((mark) => mark.row);
    expect(Math.min(...rows(true))).toBeGreaterThan(Math.max(...rows(false)));
  });

  it('have their length written on them, shortened to what fits', () => {
    const [mark] = bandOf(layOut(request([period(0, 4000)]))).marks;
    expect(mark?.label?.inside).toBe(true);
    expect(mark?.label?.width).toBeLessThan((mark?.right ?? 0) - (mark?.left ?? 0));
  });

  it('lie behind the band where they are too narrow to be read or no row is left', () => {
    const narrow = bandOf(layOut(request([item(0), period(0, 100)])));
    expect(narrow.marks.map((mark) => mark.row)).toEqual([-1, 0]);
    const oneRow = layOut(request([item(0), period(0, 9000)], { rows: 1, groups: [{ key: 'incident', collapsed: false, unplaced: 0 }] }));
    expect(bandOf(oneRow).marks[0]?.row).toBe(-1);
  });

  it('without an end reach beyond every edge', () => {
    const [mark] = bandOf(layOut(request([period(0, null)]))).marks;
    expect(mark?.right).toBeGreaterThan(10_000);
  });
});

describe('events stamped by a clock of unknown offset', () => {
  const unplaced = (minute: number) => item(minute, { earliest: null, latest: null, exact: false, unplaced: true });

  it('stand at no place: they reach over everything', () => {
    const [mark] = bandOf(layOut(request([unplaced(1)]))).marks;
    expect(mark?.left).toBeLessThan(-10_000);
    expect(mark?.right).toBeGreaterThan(10_000);
    expect(isPoint(mark?.item as Thing)).toBe(false);
  });

  it('share one row, named by how many they are, and leave the rows to what has a place', () => {
    const { marks } = bandOf(layOut(request([unplaced(1), unplaced(2), unplaced(3), item(50)])));
    const together = marks.find((mark) => mark.crowd);
    expect(together?.crowd).toHaveLength(3);
    expect(together?.label?.text).toBe('3 without a place in time');
    expect(marks.filter((mark) => mark.row === together?.row)).toHaveLength(1);
  });
});

describe('two stretches at one scale', () => {
  const width = ({ from, to }: { readonly from: number; readonly to: number }) => to - from;
  const upper = createStore(() => ({ from: 0, to: 10 * DAY }));
  const lower = createStore(() => ({ from: 100 * DAY, to: 110 * DAY }));
  const stop = keepSameScale(upper, lower);

  it('zoom together, each around its own middle, whichever is zoomed', () => {
    upper.setState(zoomView(upper.getState(), 2 * DAY, 0.5), true);
    expect(width(lower.getState())).toBeCloseTo(5 * DAY, 3);
    expect((lower.getState().from + lower.getState().to) / 2).toBeCloseTo(105 * DAY, 3);
    lower.setState(zoomView(lower.getState(), 105 * DAY, 3), true);
    expect(width(upper.getState())).toBeCloseTo(15 * DAY, 3);
  });

  it('pan alone, and let go of each other when unpinned', () => {
    const before = lower.getState();
    upper.setState(panView(upper.getState(), 40 * DAY), true);
    expect(lower.getState()).toBe(before);
    stop();
    upper.setState(zoomView(upper.getState(), 0, 0.1), true);
    expect(lower.getState()).toBe(before);
  });
});

it('counts what a folded band holds, column by column', () => {
  const things = [item(0), item(1, { latest: 3 * MINUTE }), item(2, { group: 'public' }), item(9, { earliest: null, latest: null })];
  expect(countThings(things, 'incident', { from: 0, to: 4 * MINUTE }, 4)).toEqual([1, 1, 1, 0]);
});

it('says a stretch by its days, and within one day by its clock', () => {
  const evening = Date.UTC(2031, 4, 14, 10, 30);
  expect(stretchWords(evening, evening + 180 * MINUTE, 'Asia/Shanghai', 'en')).toBe('14 May 18:30 – 21:30');
  expect(stretchWords(evening, evening + DAY, 'Asia/Shanghai', 'en')).toBe('14 May – 15 May');
  expect(stretchWords(evening, evening + DAY, 'Asia/Shanghai', 'zh-CN')).toBe('5月14日 – 5月15日');
});
