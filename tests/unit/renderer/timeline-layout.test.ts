import { describe, expect, it } from 'vitest';
import { stretchWords } from '../../../renderer/features/timeline/canvas/axis.ts';
import { stretchOf } from '../../../renderer/features/timeline/canvas/crowd.ts';
import { type LayoutRequest, layOut, type Mark } from '../../../renderer/features/timeline/canvas/layout.ts';
import type { TimelineItem } from '../../../shared/contract/timeline.ts';
import type { Lane } from '../../../shared/model/event.ts';

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

const item = (minute: number, more: Partial<TimelineItem> & { readonly lane?: Lane } = {}): TimelineItem => ({
  eventId: `event-${minute}` as TimelineItem['eventId'],
  title: `Event at minute ${minute}`,
  lane: 'incident',
  earliest: minute * MINUTE,
  latest: minute * MINUTE,
  exact: true,
  approximate: false,
  standing: 'established',
  differs: false,
  cited: true,
  ...more,
});

const request = (items: readonly TimelineItem[], more: Partial<LayoutRequest> = {}): LayoutRequest => ({
  items,
  origin: 0,
  resolution: DAY / 50,
  rows: 12,
  measure: (text) => text.length * 7,
  nameCrowd: (count) => `${count} events`,
  ...more,
});

/** What a mark and its label cover, as drawn after the mark. */
const covered = ({ left, right, label }: Mark) => [left, label ? Math.max(right, label.left + label.width) : right] as const;

describe('a lane in which a night holds two dozen events', () => {
  const night = Array.from({ length: 24 }, (_, index) => item(10_000 + index * 20, { differs: index === 7 }));
  const { marks, lanes } = layOut(request([item(0), ...night, item(40_000)]));

  it('draws those that cannot be named as one mark, and loses none', () => {
    const crowds = marks.filter((mark) => mark.crowd);
    expect(crowds).toHaveLength(1);
    const shown = marks.flatMap((mark) => mark.crowd ?? [mark.item]).map((one) => one.eventId);
    expect(new Set(shown).size).toBe(26);
    expect(shown).toHaveLength(26);
  });

  it('names the crowd by its size and keeps its bounds and its contradiction', () => {
    const crowd = marks.find((mark) => mark.crowd);
    expect(crowd?.label?.text).toBe(`${String(crowd?.crowd?.length)} events`);
    expect(stretchOf(crowd?.crowd ?? [])).toEqual({ from: crowd?.item.earliest, to: crowd?.item.latest });
    expect(crowd?.item.differs).toBe(crowd?.crowd?.some((one) => one.differs));
  });

  it('lets no label cover another mark or label of its row', () => {
    for (const mark of marks.filter((one) => one.label))
      for (const other of marks)
        if (other !== mark && other.row === mark.row && other.left > mark.left)
          expect(covered(mark)[1]).toBeLessThanOrEqual(covered(other)[0]);
  });

  it('gives no lane more rows than fit together', () => {
    expect(lanes.reduce((sum, lane) => sum + lane.rows, 0)).toBeLessThanOrEqual(12);
  });

  it('is told apart again once it is wide enough', () => {
    const near = layOut(request(night, { resolution: MINUTE / 40, origin: 10_000 * MINUTE }));
    expect(near.marks.every((mark) => mark.crowd === null && mark.label !== null)).toBe(true);
  });
});

it('says a stretch by its days, and within one day by its clock', () => {
  const evening = Date.UTC(2031, 4, 14, 10, 30);
  expect(stretchWords(evening, evening + 180 * MINUTE, 'Asia/Shanghai', 'en')).toBe('14 May 18:30 – 21:30');
  expect(stretchWords(evening, evening + DAY, 'Asia/Shanghai', 'en')).toBe('14 May – 15 May');
  expect(stretchWords(evening, evening + DAY, 'Asia/Shanghai', 'zh-CN')).toBe('5月14日 – 5月15日');
});
