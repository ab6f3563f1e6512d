import type { EventEdit } from '../../../../shared/contract/event.ts';
import type { CaseEvent } from '../../../../shared/model/event.ts';
import type { EventId, Instant } from '../../../../shared/model/identifier.ts';
import { FailureError, required } from '../../../../shared/result.ts';
import { requireCase } from '../case/index.ts';
import { replaceEvent, requireEvent } from './event.ts';
import { followClock } from './moments.ts';
import type { EventVersion, Vault, WriteRecords } from '../ports/index.ts';

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
 * Says again what the events said in the named versions, who entered them and when excepted. A party or an allegation that has been
 * removed since stays away; what a source clock stamped has the time which that clock tells now. Throws event.unknown, event.version-unknown, and event.changed-since where an event is not in the
 * version `from` any more; then none was changed.
 */
export function revertEvents(
  vault: Vault,
  edits: readonly { readonly eventId: EventId; readonly version: number; readonly from?: number | undefined }[],
  now: Instant,
): { edits: EventEdit[] } {
  const wanted = new Map(edits.map((edit) => [edit.eventId, edit]));
  return editEach(vault, [...wanted.keys()], now, (before, records) => {
    const { version, from = before.version } = wanted.get(before.id) ?? {};
    if (from !== before.version) throw new FailureError('event.changed-since', { title: before.title });
    if (version === before.version) return before;
    const found = required(
      records.events.versions(before.id).find((one) => one.version === version),
      'event.version-unknown',
    );
    return {
      ...followClock(records, requireCase(records, before.caseId), found.event, before),
      parties: found.event.parties.filter((id) => records.parties.find(id) !== undefined),
      allegations: found.event.allegations.filter((id) => records.allegations.find(id) !== undefined),
    };
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
  return { edits: changed.map(({ before, after }) => ({ eventId: after.id, before: before.version, after: after.version })) };
}
