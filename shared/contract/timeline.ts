import { z } from 'zod';
import { eventKind, lane, standing } from '../model/event.ts';
import { caseId, eventId, instant } from '../model/identifier.ts';
import { query } from './conversation.ts';

/** What the bands of the picture stand for. An event that names two people stands in both of their bands. */
export const groupings = ['lane', 'person', 'place', 'source', 'allegation'] as const;
export const grouping = z.enum(groupings);
export type Grouping = z.infer<typeof grouping>;

/** The group of events of which nothing is known: nobody is named, no place, no source. */
export const UNGROUPED = '';
/** The group of all that have no band of their own, because there are too many. */
export const OTHERS = '*';
/** Bands a picture has at most, the one of others included. */
export const MOST_GROUPS = 24;

/**
 * `key` is a lane, an identifier, or a place's name; `name` is what the record says, empty for lanes and for UNGROUPED and OTHERS.
 * `unplaced`: how many of its events have no place in time, because nobody knows the offset of the clock that stamped them. They are
 * in no count, and of a great many only some are among the items.
 */
const group = { key: z.string(), name: z.string(), unplaced: z.int() };

export const timelineItem = z
  .object({
    eventId,
    title: z.string(),
    lane,
    /** The key of the group it is shown in. */
    group: z.string(),
    kind: eventKind,
    earliest: instant.nullable(),
    latest: instant.nullable(),
    /** Known to the second: drawn as a point. */
    exact: z.boolean(),
    approximate: z.boolean(),
    standing,
    differs: z.boolean(),
    cited: z.boolean(),
    /** Stamped by a source clock whose offset nobody knows: it has no place in time. */
    unplaced: z.boolean(),
  })
  .readonly();
export type TimelineItem = z.infer<typeof timelineItem>;

export const timelineView = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('events'),
    groups: z.array(z.object(group)).readonly(),
    items: z.array(timelineItem).readonly(),
  }),
  /** Too dense to draw one by one: how many events touch each column of the view, per group. */
  z.object({ kind: z.literal('buckets'), groups: z.array(z.object({ ...group, counts: z.array(z.int()).readonly() })).readonly() }),
]);
export type TimelineView = z.infer<typeof timelineView>;

const filtered = {
  caseId,
  /** Matches titles, case-insensitively. */
  filter: z.string().max(200).default(''),
  /** Only events on which accounts differ. */
  differing: z.boolean().default(false),
};

export const timelineContract = {
  /** The stretch of time the case's events cover, or null for an empty timeline; `density` counts events in equal columns of it. */
  'timeline.extent': query(
    z.object({ caseId, columns: z.int().min(1).max(2000).default(200) }),
    z.object({ from: instant, to: instant, events: z.int(), density: z.array(z.int()).readonly() }).nullable(),
    { of: ['event'] },
  ),
  /** What a canvas `width` pixels wide shows of [from, to). */
  'timeline.view': query(
    z.object({ ...filtered, from: instant, to: instant, width: z.int().min(1).max(16384), grouping: grouping.default('lane') }),
    timelineView,
    { of: ['event', 'party', 'exhibit', 'allegation'] },
  ),
  /**
   * The same, with how long the core took for it alone: `milliseconds` with the index built and the filter met before, `coldMilliseconds`
   * for the first answer, which builds what is not there yet. Changes nothing but what is kept in memory.
   */
  'timeline.measured': query(
    z.object({ ...filtered, from: instant, to: instant, width: z.int().min(1).max(16384), grouping: grouping.default('lane') }),
    z.object({ view: timelineView, milliseconds: z.number(), coldMilliseconds: z.number() }),
    { of: ['event', 'party', 'exhibit', 'allegation'] },
  ),
  /**
   * The neighbour of an event in chronological order; with nothing selected, the first one that does not begin before `from`.
   * `across` steps to the event nearest in time in the next lane that has any. Null where there is none.
   */
  'timeline.step': query(
    z.object({
      ...filtered,
      eventId: eventId.nullable(),
      by: z.union([z.literal(1), z.literal(-1)]),
      across: z.boolean().default(false),
      from: instant.default(0),
    }),
    eventId.nullable(),
    { of: ['event'] },
  ),
} as const;
