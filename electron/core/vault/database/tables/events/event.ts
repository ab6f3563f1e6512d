import type { EventRecords } from '../../../../domain/ports/index.ts';
import type { Database } from '../../database.ts';
import { countLogRows, findEvent, listEvents, NARRATED, readByOrdinal, readVersions } from './event-read.ts';
import { scanEvents } from './event-scan.ts';
import { insertEvent, keepVersion, updateEvent } from './event-write.ts';
import type { OpenTable } from '../../table.ts';

export function openEvents(database: Database): OpenTable<EventRecords['events']> {
  return {
    notes: {
      insert: (notes, [event]) => notes.event(event),
      update: (notes, [event]) => notes.event(event),
      keepVersion: 'event',
      remove: (notes, [event]) => notes.event(event),
      restore: (notes, [event]) => notes.event(event),
    },
    read: {
      list: (caseId) => listEvents(database, caseId),
      narrated: (caseId) => listEvents(database, caseId, NARRATED),
      logRows: (caseId) => countLogRows(database, caseId),
      find: (id) => findEvent(database, id),
      scan: (caseId, grouping) => scanEvents(database, caseId, grouping),
      moments: (which) => database.stream('SELECT event_ordinal, earliest, latest FROM event_moment WHERE which = ?', which),
      citations: () => database.stream('SELECT event_ordinal, COUNT(*) FROM citation GROUP BY event_ordinal'),
      ofParty: (id) =>
        database
          .all<{ ordinal: number }>('SELECT event_ordinal AS ordinal FROM event_party WHERE party_id = ?', id)
          .map(({ ordinal }) => ordinal),
      ordinal: (id) => database.get<{ ordinal: number }>('SELECT ordinal FROM event WHERE id = ? AND removed = 0', id)?.ordinal,
      tags: (caseId) =>
        database.all(
          `SELECT tag, COUNT(*) AS events FROM event_tag JOIN event ON event.ordinal = event_ordinal WHERE case_id = ? AND removed = 0
            GROUP BY tag ORDER BY events DESC, tag`,
          caseId,
        ),
      byOrdinal: (ordinals) => readByOrdinal(database, ordinals),
      versions: (id) => readVersions(database, id),
    },
    write: {
      insert: (event, importId) => insertEvent(database, event, importId),
      update: (event) => updateEvent(database, event),
      keepVersion: (before, at, by) => keepVersion(database, before, at, by),
      remove: ({ id }) => void database.run('UPDATE event SET removed = 1 WHERE id = ?', id),
      restore: ({ id }) => void database.run('UPDATE event SET removed = 0 WHERE id = ?', id),
    },
  };
}
