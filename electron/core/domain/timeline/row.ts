import type { TimelineItem } from '../../../../shared/contract/timeline.ts';
import { type CaseEvent, lanes } from '../../../../shared/model/event.ts';
import type { EventRow } from '../ports/index.ts';
import type { Row, TitleStore } from '../columns/index.ts';

const EXACT = 1;
const APPROXIMATE = 2;
const ESTABLISHED = 4;
export const DIFFERS = 8;
const CITED = 16;
const MEMORY_GAP = 32;
const CLOCKED = 64;
/** The lane, as its number, stands above the flags. */
const LANE_BIT = 8;

export function toRow(row: EventRow, titles: TitleStore): Row {
  return {
    id: row.id,
    earliest: row.earliest ?? Number.NEGATIVE_INFINITY,
    latest: row.latest ?? Number.POSITIVE_INFINITY,
    flags:
      (row.precision === 'second' && !row.approximate ? EXACT : 0) |
      (row.approximate ? APPROXIMATE : 0) |
      (row.standing === 'established' ? ESTABLISHED : 0) |
      (row.supports > 0 && row.contradicts > 0 ? DIFFERS : 0) |
      (row.citations > 0 ? CITED : 0) |
      (row.kind === 'memory-gap' ? MEMORY_GAP : 0) |
      (row.clocked ? CLOCKED : 0) |
      (lanes.indexOf(row.lane) << LANE_BIT),
    title: titles.add(row.title),
    ordinal: row.ordinal,
  };
}

/** The lane's number, from the top. */
export function laneOf(flags: number): number {
  return flags >> LANE_BIT;
}

export function isEstablished(flags: number): boolean {
  return (flags & ESTABLISHED) !== 0;
}

export function toItem({ id, earliest, latest, flags, title }: Row, group: string, titles: TitleStore): TimelineItem {
  const open = earliest === Number.NEGATIVE_INFINITY && latest === Number.POSITIVE_INFINITY;
  return {
    eventId: id,
    title: titles.read(title),
    lane: lanes[laneOf(flags)] ?? 'incident',
    group,
    kind: (flags & MEMORY_GAP) === 0 ? 'happening' : 'memory-gap',
    earliest: earliest === Number.NEGATIVE_INFINITY ? null : earliest,
    latest: latest === Number.POSITIVE_INFINITY ? null : latest,
    exact: (flags & EXACT) !== 0,
    approximate: (flags & APPROXIMATE) !== 0,
    standing: isEstablished(flags) ? 'established' : 'asserted',
    differs: (flags & DIFFERS) !== 0,
    cited: (flags & CITED) !== 0,
    unplaced: open && (flags & CLOCKED) !== 0,
  };
}

export function rowOfEvent(event: CaseEvent, groups: readonly string[], ordinal: number): EventRow {
  const { id, title, lane, standing, kind, happened, citations, clockId } = event;
  const counted = (stance: string): number => citations.filter((one) => one.stance === stance).length;
  const { earliest, latest, precision, approximate } = happened;
  return {
    id,
    title,
    lane,
    standing,
    kind,
    earliest,
    latest,
    precision,
    approximate,
    clocked: clockId !== null,
    supports: counted('supports'),
    contradicts: counted('contradicts'),
    citations: citations.length,
    groups,
    ordinal,
  };
}
