import type { Case } from '../../../../../../shared/model/case.ts';
import type { CaseRecords, ReadCases } from '../../../../domain/ports/index.ts';
import type { Database } from '../../database.ts';
import type { OpenTable } from '../../table.ts';

const COLUMNS = `id, reference, title, zone, mandate, standard_of_proof AS standardOfProof, created_at AS createdAt, created_by AS createdBy`;

const COUNTS = `
SELECT
  (SELECT COUNT(*) FROM party WHERE case_id = wanted.id) AS parties,
  (SELECT COUNT(*) FROM exhibit WHERE case_id = wanted.id) AS exhibits,
  (SELECT COUNT(*) FROM exhibit WHERE case_id = wanted.id AND reading = 'unreadable') AS unreadable,
  (SELECT COUNT(*) FROM event WHERE case_id = wanted.id AND removed = 0) AS events,
  (SELECT COUNT(*) FROM event WHERE case_id = wanted.id AND removed = 0
     AND NOT EXISTS (SELECT 1 FROM citation WHERE event_ordinal = event.ordinal)) AS uncitedEvents,
  (SELECT COUNT(*) FROM release WHERE case_id = wanted.id) AS releases
FROM (SELECT ? AS id) AS wanted`;

export function openCases(database: Database): OpenTable<CaseRecords['cases']> {
  return {
    notes: 'case',
    read: {
      list: () => database.all<Case>(`SELECT ${COLUMNS} FROM case_record ORDER BY reference`),
      find: (id) => database.get<Case>(`SELECT ${COLUMNS} FROM case_record WHERE id = ?`, id),
      findByReference: (reference) => database.get<Case>(`SELECT ${COLUMNS} FROM case_record WHERE reference = ?`, reference),
      counts: (id) => database.get<ReturnType<ReadCases['counts']>>(COUNTS, id) as ReturnType<ReadCases['counts']>,
    },
    write: {
      insert(one) {
        database.run(
          'INSERT INTO case_record (id, reference, title, zone, mandate, standard_of_proof, created_at, created_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
          one.id,
          one.reference,
          one.title,
          one.zone,
          one.mandate,
          one.standardOfProof,
          one.createdAt,
          one.createdBy,
        );
      },
      update(one) {
        database.run(
          'UPDATE case_record SET reference = ?, title = ?, zone = ?, mandate = ?, standard_of_proof = ? WHERE id = ?',
          one.reference,
          one.title,
          one.zone,
          one.mandate,
          one.standardOfProof,
          one.id,
        );
      },
    },
  };
}
