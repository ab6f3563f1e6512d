import { z } from 'zod';
import { lane, standing } from '../model/event.ts';
import { caseId, eventId, instant } from '../model/identifier.ts';
import { query } from './conversation.ts';

export const timelineItem = z
  .object({
    eventId,
    title: z.string(),
    lane,
    earliest: instant.nullable(),
    latest: instant.nullable(),
    /** Known to the second: drawn as a point. */
    exact: z.boolean(),
    approximate: z.boolean(),
    standing,
    differs: z.boolean(),
    cited: z.boolean(),
  })
  .readonly();
export type TimelineItem = z.infer<typeof timelineItem>;

export const timelineView = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('events'), items: z.array(timelineItem).readonly() }),
  /** Too dense to draw one by one: how many events touch each column of the view, per lane. */
  z.object({ kind: z.literal('buckets'), lanes: z.array(z.object({ lane, counts: z.array(z.int()).readonly() })).readonly() }),
]);
export type TimelineView = z.infer<typeof timelineView>;

export const timelineContract = {
  /** The stretch of time the case's events cover, or null for an empty timeline; `density` counts events in equal columns of it. */
  'timeline.extent': query(
    z.object({ caseId, columns: z.int().min(1).max(2000).default(200) }),
    z.object({ from: instant, to: instant, events: z.int(), density: z.array(z.int()).readonly() }).nullable(),
  ),
  /** What a canvas `width` pixels wide shows of [from, to). `filter` matches titles, case-insensitively. */
  'timeline.view': query(
    z.object({ caseId, from: instant, to: instant, width: z.int().min(1).max(16384), filter: z.string().max(200).default('') }),
    timelineView,
  ),
} as const;
