import type { Grouping, TimelineView } from '../../../../shared/contract/timeline.ts';
import type { CaseEvent } from '../../../../shared/model/event.ts';
import type { CaseId, EventId } from '../../../../shared/model/identifier.ts';
import { requireCase } from '../case/index.ts';
import type { Vault } from '../ports/index.ts';
import { forgetAsked, noteAsked } from '../questions/asked.ts';
import { groupName, groupsOfEvent } from './groups.ts';
import { buildIndex, measureIndex, putInIndex, takeFromIndex, type TimelineIndex, viewIndex, type Viewport } from './index-of-events.ts';
import { rowOfEvent } from './row.ts';
import { type Step, stepInIndex } from './step.ts';

/** Of one case: the index by lanes, and of other groupings the last one asked for. */
interface Indexes {
  lanes?: TimelineIndex;
  grouped?: TimelineIndex;
}

/** Indexes live as long as the open vault they were read from. */
const known = new WeakMap<Vault, Map<CaseId, Indexes>>();

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

/** Shows an event that was added, changed or restored; does nothing while no index was asked for. */
export function showInTimeline(vault: Vault, event: CaseEvent): void {
  noteAsked(vault, event);
  const indexes = indexesOf(vault, event.caseId);
  const ordinal = indexes.length === 0 ? undefined : vault.read.events.ordinal(event.id);
  if (ordinal === undefined) return;
  for (const index of indexes) putInIndex(index, rowOfEvent(event, groupsOfEvent(event, index.grouping), ordinal));
}

/** Takes a removed event out; does nothing while no index was asked for. */
export function forgetInTimeline(vault: Vault, caseId: CaseId, eventId: EventId): void {
  forgetAsked(vault, caseId, eventId);
  for (const index of indexesOf(vault, caseId)) takeFromIndex(index, eventId);
}

/** So much was changed that reading everything again is the shorter way. */
export function forgetTimeline(vault: Vault, caseId: CaseId): void {
  forgetAsked(vault, caseId);
  known.get(vault)?.delete(caseId);
}

/** The case's index by lanes, which every other order of its events is made from. Throws case.unknown. */
export function indexByLanes(vault: Vault, caseId: CaseId): TimelineIndex {
  return indexOf(vault, caseId, 'lane');
}

function indexesOf(vault: Vault, caseId: CaseId): readonly TimelineIndex[] {
  const { lanes, grouped } = known.get(vault)?.get(caseId) ?? {};
  return [lanes, grouped].filter((index) => index !== undefined);
}

function indexOf(vault: Vault, caseId: CaseId, grouping: Grouping): TimelineIndex {
  let cases = known.get(vault);
  if (!cases) known.set(vault, (cases = new Map()));
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
