import { invariant } from '../../../../../../shared/assert.ts';
import type { CaseEvent } from '../../../../../../shared/model/event.ts';
import type { EventId, LogImportId } from '../../../../../../shared/model/identifier.ts';
import type { Database } from '../../database.ts';
import { MOMENT, MOMENT_PLACES, momentValues } from './moment.ts';

export function insertEvent(database: Database, event: CaseEvent, importId: LogImportId | null = null): void {
  const { rowid } = database.run(
    `INSERT INTO event (id, case_id, lane, standing, kind, title, location, clock_id, import_id, version, entered_at, entered_by, description, ${MOMENT})
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ${MOMENT_PLACES})`,
    event.id,
    event.caseId,
    event.lane,
    event.standing,
    event.kind,
    event.title,
    event.location,
    event.clockId,
    importId,
    event.version,
    event.enteredAt,
    event.enteredBy,
    event.description,
    ...momentValues(event.happened),
  );
  insertRelations(database, rowid, event);
}

export function updateEvent(database: Database, event: CaseEvent): void {
  const ordinal = ordinalOf(database, event.id);
  database.run(
    `UPDATE event SET lane = ?, standing = ?, kind = ?, title = ?, location = ?, clock_id = ?, version = ?, description = ?,
      ${MOMENT.replaceAll(',', ' = ?,')} = ? WHERE ordinal = ?`,
    event.lane,
    event.standing,
    event.kind,
    event.title,
    event.location,
    event.clockId,
    event.version,
    event.description,
    ...momentValues(event.happened),
    ordinal,
  );
  for (const table of ['event_party', 'event_allegation', 'event_tag', 'event_moment', 'citation'])
    database.run(`DELETE FROM ${table} WHERE event_ordinal = ?`, ordinal);
  insertRelations(database, ordinal, event);
}

/** Keeps what an event said before it is replaced. */
export function keepVersion(database: Database, before: CaseEvent, at: number, by: string): void {
  database.run(
    'INSERT INTO event_version (event_id, version, body, replaced_at, replaced_by) VALUES (?, ?, ?, ?, ?)',
    before.id,
    before.version,
    JSON.stringify(before),
    at,
    by,
  );
}

function insertRelations(database: Database, ordinal: number, event: CaseEvent): void {
  event.parties.forEach((partyId, position) => {
    database.run('INSERT INTO event_party (event_ordinal, position, party_id) VALUES (?, ?, ?)', ordinal, position, partyId);
  });
  event.allegations.forEach((allegationId, position) => {
    database.run('INSERT INTO event_allegation (event_ordinal, position, allegation_id) VALUES (?, ?, ?)', ordinal, position, allegationId);
  });
  event.tags.forEach((tag, position) => {
    database.run('INSERT INTO event_tag (event_ordinal, position, tag) VALUES (?, ?, ?)', ordinal, position, tag);
  });
  for (const which of ['recorded', 'learned'] as const) {
    const moment = event[which];
    if (moment)
      database.run(
        `INSERT INTO event_moment (event_ordinal, which, ${MOMENT}) VALUES (?, ?, ${MOMENT_PLACES})`,
        ordinal,
        which,
        ...momentValues(moment),
      );
  }
  event.citations.forEach((one, position) => {
    database.run(
      'INSERT INTO citation (event_ordinal, position, id, exhibit_id, stance, place, quote) VALUES (?, ?, ?, ?, ?, ?, ?)',
      ordinal,
      position,
      one.id,
      one.exhibitId,
      one.stance,
      one.place,
      one.quote,
    );
  });
}

function ordinalOf(database: Database, id: EventId): number {
  const row = database.get<{ ordinal: number }>('SELECT ordinal FROM event WHERE id = ?', id);
  invariant(row, 'an event is found before it is changed');
  return row.ordinal;
}
