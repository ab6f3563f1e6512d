import type { Party } from '../../../../../../shared/model/party.ts';
import type { CaseRecords } from '../../../../domain/ports/index.ts';
import type { Database } from '../../database.ts';
import type { OpenTable } from '../../table.ts';

const COLUMNS = 'id, case_id AS caseId, name, kind, role, position, note';

const COUNT_EVENTS = `
SELECT COUNT(DISTINCT event_ordinal) AS events FROM event_party
JOIN event ON event.ordinal = event_party.event_ordinal
WHERE event_party.party_id = ? AND event.removed = 0`;

export function openParties(database: Database): OpenTable<CaseRecords['parties']> {
  return {
    notes: 'party',
    read: {
      list: (caseId) => database.all<Party>(`SELECT ${COLUMNS} FROM party WHERE case_id = ? ORDER BY ordinal`, caseId),
      find: (id) => database.get<Party>(`SELECT ${COLUMNS} FROM party WHERE id = ?`, id),
      countEvents: (id) => database.get<{ events: number }>(COUNT_EVENTS, id)?.events ?? 0,
    },
    write: {
      insert(party) {
        database.run(
          'INSERT INTO party (id, case_id, name, kind, role, position, note) VALUES (?, ?, ?, ?, ?, ?, ?)',
          party.id,
          party.caseId,
          party.name,
          party.kind,
          party.role,
          party.position,
          party.note,
        );
      },
      update(party) {
        database.run(
          'UPDATE party SET name = ?, kind = ?, role = ?, position = ?, note = ? WHERE id = ?',
          party.name,
          party.kind,
          party.role,
          party.position,
          party.note,
          party.id,
        );
      },
      remove(id) {
        // A removed event no longer needs the party; its audit entries still name it.
        database.run('DELETE FROM event_party WHERE party_id = ? AND event_ordinal IN (SELECT ordinal FROM event WHERE removed = 1)', id);
        database.run('DELETE FROM party WHERE id = ?', id);
      },
    },
  };
}
