import type { Decision, EvidenceRecords } from '../../../../domain/ports/index.ts';
import type { Database } from '../../database.ts';
import type { OpenTable } from '../../table.ts';

const COLUMNS = 'exhibit_id AS exhibitId, place, start, phrase, decision, event_id AS eventId';

export function openSuggestions(database: Database): OpenTable<EvidenceRecords['suggestions']> {
  return {
    notes: 'suggestion',
    read: {
      decisions: (exhibitId) => database.all<Decision>(`SELECT ${COLUMNS} FROM suggestion_decision WHERE exhibit_id = ?`, exhibitId),
    },
    write: {
      decide({ exhibitId, place, start, phrase, decision, eventId }, at, by) {
        database.run(
          `INSERT INTO suggestion_decision (exhibit_id, place, start, phrase, decision, event_id, decided_at, decided_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (exhibit_id, place, start, phrase)
            DO UPDATE SET decision = excluded.decision, event_id = excluded.event_id, decided_at = excluded.decided_at, decided_by = excluded.decided_by`,
          exhibitId,
          place,
          start,
          phrase,
          decision,
          eventId,
          at,
          by,
        );
      },
      reopen({ exhibitId, place, start, phrase }) {
        database.run(
          'DELETE FROM suggestion_decision WHERE exhibit_id = ? AND place = ? AND start = ? AND phrase = ?',
          exhibitId,
          place,
          start,
          phrase,
        );
      },
    },
  };
}
