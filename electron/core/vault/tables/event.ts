import { invariant } from '../../../../shared/assert.ts';
import type { Citation } from '../../../../shared/model/citation.ts';
import type { CaseEvent } from '../../../../shared/model/event.ts';
import type { CaseId, EventId, PartyId } from '../../../../shared/model/identifier.ts';
import type { Moment } from '../../../../shared/model/moment.ts';
import type { EventRow, ReadEvents, WriteEvents } from '../../domain/ports.ts';
import type { Database } from '../database.ts';

const COLUMNS = `ordinal, removed, id, case_id AS caseId, title, description, lane, standing, location, earliest, latest, edtf, phrase, zone, precision,
approximate, uncertain, basis, entered_at AS enteredAt, entered_by AS enteredBy`;

const CITATION = `citation.event_ordinal AS ordinal, citation.id, citation.exhibit_id AS exhibitId, exhibit.number AS exhibitNumber, citation.place,
citation.stance, citation.quote`;

type Row = Omit<CaseEvent, 'happened' | 'parties' | 'citations'> &
  Omit<Moment, 'approximate' | 'uncertain'> & {
    readonly ordinal: number;
    readonly removed: 0 | 1;
    readonly approximate: 0 | 1;
    readonly uncertain: 0 | 1;
  };
type PartyRow = { readonly ordinal: number; readonly partyId: PartyId };
type CitationRow = Citation & { readonly ordinal: number };

export function openEvents(database: Database): ReadEvents & WriteEvents {
  return {
    list: (caseId) => listEvents(database, caseId),
    find: (id) => findEvent(database, id),
    scan: (caseId) => scanEvents(database, caseId),
    insert(event) {
      const { happened } = event;
      const { rowid } = database.run(
        `INSERT INTO event (id, case_id, earliest, latest, lane, standing, precision, approximate, uncertain, title, edtf, phrase, zone, basis, location,
          entered_at, entered_by, description) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        event.id,
        event.caseId,
        happened.earliest,
        happened.latest,
        event.lane,
        event.standing,
        happened.precision,
        Number(happened.approximate),
        Number(happened.uncertain),
        event.title,
        happened.edtf,
        happened.phrase,
        happened.zone,
        happened.basis,
        event.location,
        event.enteredAt,
        event.enteredBy,
        event.description,
      );
      insertRelations(database, rowid, event);
    },
    update(event) {
      const { happened } = event;
      const ordinal = ordinalOf(database, event.id);
      database.run(
        `UPDATE event SET earliest = ?, latest = ?, lane = ?, standing = ?, precision = ?, approximate = ?, uncertain = ?, title = ?, edtf = ?, phrase = ?,
          zone = ?, basis = ?, location = ?, description = ? WHERE ordinal = ?`,
        happened.earliest,
        happened.latest,
        event.lane,
        event.standing,
        happened.precision,
        Number(happened.approximate),
        Number(happened.uncertain),
        event.title,
        happened.edtf,
        happened.phrase,
        happened.zone,
        happened.basis,
        event.location,
        event.description,
        ordinal,
      );
      database.run('DELETE FROM event_party WHERE event_ordinal = ?', ordinal);
      database.run('DELETE FROM citation WHERE event_ordinal = ?', ordinal);
      insertRelations(database, ordinal, event);
    },
    remove: (id) => void database.run('UPDATE event SET removed = 1 WHERE id = ?', id),
    restore: (id) => void database.run('UPDATE event SET removed = 0 WHERE id = ?', id),
  };
}

function listEvents(database: Database, caseId: CaseId): CaseEvent[] {
  const rows = database.all<Row>(
    `SELECT ${COLUMNS} FROM event WHERE case_id = ? AND removed = 0 ORDER BY earliest, latest, ordinal`,
    caseId,
  );
  const parties = gather(
    database.all<PartyRow>(
      `SELECT event_ordinal AS ordinal, party_id AS partyId FROM event JOIN event_party ON event_ordinal = event.ordinal
        WHERE event.case_id = ? AND event.removed = 0 ORDER BY event_ordinal, event_party.position`,
      caseId,
    ),
  );
  const citations = gather(
    database.all<CitationRow>(
      `SELECT ${CITATION} FROM event JOIN citation ON citation.event_ordinal = event.ordinal JOIN exhibit ON exhibit.id = citation.exhibit_id
        WHERE event.case_id = ? AND event.removed = 0 ORDER BY citation.event_ordinal, citation.position`,
      caseId,
    ),
  );
  return rows.map((row) => toEvent(row, parties.get(row.ordinal) ?? [], citations.get(row.ordinal) ?? []));
}

function findEvent(database: Database, id: EventId): ReturnType<ReadEvents['find']> {
  const row = database.get<Row>(`SELECT ${COLUMNS} FROM event WHERE id = ?`, id);
  if (!row) return undefined;
  const parties = database.all<PartyRow>(
    'SELECT event_ordinal AS ordinal, party_id AS partyId FROM event_party WHERE event_ordinal = ? ORDER BY position',
    row.ordinal,
  );
  const citations = database.all<CitationRow>(
    `SELECT ${CITATION} FROM citation JOIN exhibit ON exhibit.id = citation.exhibit_id WHERE citation.event_ordinal = ? ORDER BY citation.position`,
    row.ordinal,
  );
  return { event: toEvent(row, parties, citations), removed: row.removed === 1 };
}

type Scanned = readonly [
  number,
  EventId,
  string,
  EventRow['lane'],
  EventRow['standing'],
  number | null,
  number | null,
  EventRow['precision'],
  0 | 1,
];

function* scanEvents(database: Database, caseId: CaseId): Generator<EventRow> {
  // Two flat scans and a map: joining a million events with their citations row by row would cost several times as much.
  const counts = new Map<number, { supports: number; contradicts: number; citations: number }>();
  for (const [ordinal, stance] of database.stream<[number, Citation['stance']]>(
    'SELECT event_ordinal, stance FROM citation ORDER BY event_ordinal',
  )) {
    let count = counts.get(ordinal);
    if (!count) counts.set(ordinal, (count = { supports: 0, contradicts: 0, citations: 0 }));
    count.citations += 1;
    if (stance !== 'context') count[stance] += 1;
  }
  // Without its index: reading the table in its own order is the fastest way to see nearly all of it.
  const rows = database.stream<Scanned>(
    `SELECT ordinal, id, title, lane, standing, earliest, latest, precision, approximate FROM event NOT INDEXED WHERE case_id = ? AND removed = 0`,
    caseId,
  );
  for (const [ordinal, id, title, lane, standing, earliest, latest, precision, approximate] of rows) {
    const count = counts.get(ordinal) ?? NO_CITATIONS;
    yield {
      id,
      title,
      lane,
      standing,
      earliest,
      latest,
      precision,
      approximate: approximate === 1,
      supports: count.supports,
      contradicts: count.contradicts,
      citations: count.citations,
    };
  }
}

const NO_CITATIONS = { supports: 0, contradicts: 0, citations: 0 } as const;

function insertRelations(database: Database, ordinal: number, event: CaseEvent): void {
  event.parties.forEach((partyId, position) => {
    database.run('INSERT INTO event_party (event_ordinal, position, party_id) VALUES (?, ?, ?)', ordinal, position, partyId);
  });
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

function gather<Row extends { readonly ordinal: number }>(rows: readonly Row[]): Map<number, Row[]> {
  const gathered = new Map<number, Row[]>();
  for (const row of rows) {
    const known = gathered.get(row.ordinal);
    if (known) known.push(row);
    else gathered.set(row.ordinal, [row]);
  }
  return gathered;
}

function toEvent(row: Row, parties: readonly PartyRow[], citations: readonly CitationRow[]): CaseEvent {
  const {
    ordinal: _ordinal,
    removed: _removed,
    earliest,
    latest,
    edtf,
    phrase,
    zone,
    precision,
    approximate,
    uncertain,
    basis,
    ...rest
  } = row;
  return {
    ...rest,
    happened: { earliest, latest, edtf, phrase, zone, precision, approximate: approximate === 1, uncertain: uncertain === 1, basis },
    parties: parties.map((one) => one.partyId),
    citations: citations.map(({ ordinal: _of, ...citation }) => citation),
  };
}
