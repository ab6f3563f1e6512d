import type { EventEdit } from '../../../shared/contract/event.ts';
import type { CaseEvent } from '../../../shared/model/event.ts';
import type { EventId, Instant } from '../../../shared/model/identifier.ts';
import { FailureError } from '../../../shared/result.ts';
import { replaceEvent, requireEvent } from './event.ts';
import type { EventVersion, Vault, WriteRecords } from './ports.ts';
import { showInTimeline } from './timeline.ts';

export interface CommonChange {
  readonly eventIds: readonly EventId[];
  readonly lane?: CaseEvent['lane'] | undefined;
  readonly standing?: CaseEvent['standing'] | undefined;
  readonly addTags: readonly string[];
  readonly removeTags: readonly string[];
}

/** Changes the named events alike. Throws event.unknown; then none was changed. */
export function changeEvents(vault: Vault, change: CommonChange, now: Instant): { edits: EventEdit[] } {
  return editEach(vault, change.eventIds, now, (before) => ({
    ...before,
    lane: change.lane ?? before.lane,
    standing: change.standing ?? before.standing,
    tags: [...new Set([...before.tags.filter((tag) => !change.removeTags.includes(tag)), ...change.addTags])],
  }));
}

/**
 * Says again what the events said in the named versions, who entered them and when excepted. What has been removed since, a party
 * or a reading of a clock, stays as it is now. Throws event.unknown and event.version-unknown; then none was changed.
 */
export function revertEvents(
  vault: Vault,
  edits: readonly { readonly eventId: EventId; readonly version: number }[],
  now: Instant,
): { edits: EventEdit[] } {
  const wanted = new Map(edits.map(({ eventId, version }) => [eventId, version]));
  return editEach(vault, [...wanted.keys()], now, (before, records) => {
    const version = wanted.get(before.id);
    if (version === before.version) return before;
    const found = records.events.versions(before.id).find((one) => one.version === version);
    if (!found) throw new FailureError('event.version-unknown');
    const known = found.event.parties.filter((id) => records.parties.find(id) !== undefined);
    return { ...found.event, parties: known };
  });
}

/** Oldest first; what it says now is not among them. Throws event.unknown. */
export function listVersions({ read }: Vault, eventId: EventId): EventVersion[] {
  requireEvent(read, eventId);
  return [...read.events.versions(eventId)];
}

function editEach(
  vault: Vault,
  eventIds: readonly EventId[],
  now: Instant,
  next: (before: CaseEvent, records: WriteRecords) => CaseEvent,
): { edits: EventEdit[] } {
  const changed = vault.transact((records) =>
    [...new Set(eventIds)].flatMap((eventId) => {
      const before = requireEvent(records, eventId);
      const after = replaceEvent(vault, records, before, next(before, records), now);
      return after === before ? [] : [{ before, after }];
    }),
  );
  for (const { after } of changed) showInTimeline(vault, after);
  return { edits: changed.map(({ before, after }) => ({ eventId: after.id, before: before.version, after: after.version })) };
}
