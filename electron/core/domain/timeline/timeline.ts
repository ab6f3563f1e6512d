import type { Grouping, TimelineView } from '../../../../shared/contract/timeline.ts';
import type { CaseId, EventId } from '../../../../shared/model/identifier.ts';
import { requireCase } from '../case/index.ts';
import type { Change, Vault } from '../ports/index.ts';
import { projection } from '../ports/projection.ts';
import { groupName, groupsOfEvent } from './groups.ts';
import { buildIndex, measureIndex, putInIndex, takeFromIndex, type TimelineIndex, viewIndex, type Viewport } from './index-of-events.ts';
import { rowOfEvent } from './row.ts';
import { type Step, stepInIndex } from './step.ts';

/** Of one case: the index by lanes, and of other groupings the last one asked for. */
interface Indexes {
  lanes?: TimelineIndex;
  grouped?: TimelineIndex;
}

/** Every index that was asked for, case by case, kept up with what is written. */
const timelines = projection(() => new Map<CaseId, Indexes>(), followChange);

/** What a canvas shows of [from, to): the events that touch it, or how many do, group by group. Throws case.unknown. */
export function viewTimeline(
  vault: Vault,
  caseId: CaseId,
  { grouping, ...viewport }: Viewport & { readonly grouping: Grouping },
): TimelineView {
  const view = viewIndex(indexOf(vault, caseId, grouping), viewport);
  const named = <Group extends { readonly key: string }>(groups: readonly Group[]) =>
    groups.map((group) => ({ ...group, name: groupName(vault, grouping, group.key) }));
  return view.kind === 'events' ? { ...view, groups: named(view.groups) } : { ...view, groups: named(view.groups) };
}

/** The view, and how long it took: as the first answer, and once everything it needs is in memory. Throws case.unknown. */
export function measureView(
  vault: Vault,
  caseId: CaseId,
  viewport: Viewport & { readonly grouping: Grouping },
): { readonly view: TimelineView; readonly milliseconds: number; readonly coldMilliseconds: number } {
  const timed = (): readonly [TimelineView, number] => {
    const start = performance.now();
    const view = viewTimeline(vault, caseId, viewport);
    return [view, performance.now() - start];
  };
  const [, coldMilliseconds] = timed();
  const [view, milliseconds] = timed();
  return { view, milliseconds, coldMilliseconds };
}

/** The stretch from the first known bound to the last, or null where none is known. Throws case.unknown. */
export function measureTimeline(vault: Vault, caseId: CaseId, columns: number): ReturnType<typeof measureIndex> {
  return measureIndex(indexOf(vault, caseId, 'lane'), columns);
}

/** Where an arrow key leads from the selected event. Throws case.unknown. */
export function stepInTimeline(vault: Vault, caseId: CaseId, step: Step): EventId | null {
  return stepInIndex(indexOf(vault, caseId, 'lane'), step);
}

/** The case's index by lanes, which every other order of its events is made from. Throws case.unknown. */
export function indexByLanes(vault: Vault, caseId: CaseId): TimelineIndex {
  return indexOf(vault, caseId, 'lane');
}

function indexOf(vault: Vault, caseId: CaseId, grouping: Grouping): TimelineIndex {
  const cases = timelines(vault);
  let indexes = cases.get(caseId);
  if (!indexes) {
    requireCase(vault.read, caseId);
    cases.set(caseId, (indexes = {}));
  }
  const build = (): TimelineIndex => buildIndex(vault.read.events.scan(caseId, grouping), grouping);
  if (grouping === 'lane') return (indexes.lanes ??= build());
  if (indexes.grouped?.grouping !== grouping) indexes.grouped = build();
  return indexes.grouped;
}

function followChange(cases: Map<CaseId, Indexes>, { events }: Change, vault: Vault): void {
  for (const [caseId, written] of events) {
    const { lanes, grouped } = cases.get(caseId) ?? {};
    const indexes = [lanes, grouped].filter((index) => index !== undefined);
    if (indexes.length === 0) continue;
    if (written === 'many') cases.delete(caseId);
    else for (const eventId of written) showEvent(vault, indexes, eventId);
  }
}

/** Shows an event as it is now, or not at all where it was removed. */
function showEvent({ read }: Vault, indexes: readonly TimelineIndex[], eventId: EventId): void {
  const found = read.events.find(eventId);
  const ordinal = read.events.ordinal(eventId);
  for (const index of indexes) {
    if (found === undefined || ordinal === undefined) takeFromIndex(index, eventId);
    else putInIndex(index, rowOfEvent(found.event, groupsOfEvent(found.event, index.grouping), ordinal));
  }
}
