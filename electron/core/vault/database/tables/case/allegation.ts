import type { Allegation } from '../../../../../../shared/model/allegation.ts';
import type { CaseRecords } from '../../../../domain/ports/index.ts';
import type { Database } from '../../database.ts';
import { MOMENT, MOMENT_PLACES, type MomentRow, momentValues, toMoment } from '../events/moment.ts';
import type { OpenTable } from '../../table.ts';

const COLUMNS = `id, case_id AS caseId, 'A' || serial AS number, title, respondent, category, location, entered_at AS enteredAt, entered_by AS enteredBy`;

const COUNT_EVENTS = `
SELECT COUNT(*) AS events FROM event_allegation JOIN event ON event.ordinal = event_ordinal
WHERE allegation_id = ? AND event.removed = 0`;

type Row = Omit<Allegation, 'happened'>;

export function openAllegations(database: Database): OpenTable<CaseRecords['allegations']> {
  const complete = (row: Row): Allegation => {
    const moment = database.get<MomentRow>(`SELECT ${MOMENT} FROM allegation_moment WHERE allegation_id = ?`, row.id);
    return { ...row, happened: moment ? toMoment(moment) : null };
  };
  const putMoment = ({ id, happened }: Allegation): void => {
    database.run('DELETE FROM allegation_moment WHERE allegation_id = ?', id);
    if (happened)
      database.run(`INSERT INTO allegation_moment (allegation_id, ${MOMENT}) VALUES (?, ${MOMENT_PLACES})`, id, ...momentValues(happened));
  };
  return {
    notes: 'allegation',
    read: {
      list: (caseId) =>
        database.all<Row>(`SELECT ${COLUMNS} FROM allegation WHERE case_id = ? AND removed = 0 ORDER BY serial`, caseId).map(complete),
      find(id) {
        const row = database.get<Row>(`SELECT ${COLUMNS} FROM allegation WHERE id = ? AND removed = 0`, id);
        return row && complete(row);
      },
      countEvents: (id) => database.get<{ events: number }>(COUNT_EVENTS, id)?.events ?? 0,
      nextNumber(caseId) {
        const last = database.get<{ serial: number | null }>(
          'SELECT MAX(serial) AS serial FROM allegation WHERE case_id = ?',
          caseId,
        )?.serial;
        return `A${(last ?? 0) + 1}`;
      },
    },
    write: {
      insert(allegation) {
        database.run(
          'INSERT INTO allegation (id, case_id, serial, title, respondent, category, location, entered_at, entered_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
          allegation.id,
          allegation.caseId,
          Number(allegation.number.slice(1)),
          allegation.title,
          allegation.respondent,
          allegation.category,
          allegation.location,
          allegation.enteredAt,
          allegation.enteredBy,
        );
        putMoment(allegation);
      },
      update(allegation) {
        database.run(
          'UPDATE allegation SET title = ?, respondent = ?, category = ?, location = ? WHERE id = ?',
          allegation.title,
          allegation.respondent,
          allegation.category,
          allegation.location,
          allegation.id,
        );
        putMoment(allegation);
      },
      remove: (id) => void database.run('UPDATE allegation SET removed = 1 WHERE id = ?', id),
    },
  };
}
