import type {
  Acquisition,
  Exhibit,
  ExhibitContent,
  FindingsStatus,
  MetadataField,
  Passage,
} from '../../../../../../shared/model/exhibit.ts';
import type { CaseId, ExhibitId, Sha256 } from '../../../../../../shared/model/identifier.ts';
import { invariant } from '../../../../../../shared/assert.ts';
import type { EvidenceRecords, ReadExhibits, SealedObject, WriteExhibits } from '../../../../domain/ports/index.ts';
import type { Moment } from '../../../../../../shared/model/moment.ts';
import type { Database } from '../../database.ts';
import { readFacts, writeFacts } from '../facts.ts';
import { MOMENT, MOMENT_PLACES, type MomentRow, momentValues, toMoment } from '../events/moment.ts';
import type { OpenTable } from '../../table.ts';

const COLUMNS = `id, case_id AS caseId, number, title, file_name AS fileName, kind, media_type AS mediaType, bytes, sha256, source,
acquired_at AS acquiredAt, acquired_by AS acquiredBy, method, modified_at AS modifiedAt, pages, reading, reading_note AS note, notes, covered`;

const OBJECT = 'name, salt, sealed_bytes AS sealedBytes, sealed_object.sha256 AS sha256, sealed_object.bytes AS bytes';

const ACQUISITION = `file_name AS fileName, original_path AS originalPath, source, method, acquired_at AS acquiredAt, acquired_by AS acquiredBy,
modified_at AS modifiedAt`;

/** The first ones entered, found in the order of their index, and only those put in order of time: a log may be cited a million times. */
const CITED_BY = `
SELECT eventId, title, place, stance FROM (
  SELECT event.id AS eventId, event.title, citation.place, citation.stance, event.earliest, event.latest, event.ordinal, citation.position FROM citation
  JOIN event ON event.ordinal = citation.event_ordinal
  WHERE citation.exhibit_id = ? AND event.removed = 0
  ORDER BY citation.event_ordinal, citation.position LIMIT ?)
ORDER BY earliest, latest, ordinal, position`;

type Row = Omit<Exhibit, 'covered' | 'dated' | 'findings'> & {
  readonly covered: 0 | 1;
  readonly reading: FindingsStatus;
  readonly note: string;
  readonly notes: string | null;
};

export function openExhibits(database: Database): OpenTable<EvidenceRecords['exhibits']> {
  return { notes: 'exhibit', read: readExhibits(database), write: writeExhibits(database) };
}

/**
 * Takes over the salt of an object that was sealed anew because its file was missing or damaged; its content is the same by name and hash.
 * Answers whether there was such an object under another salt.
 */
export function adoptResealed(database: Database, object: SealedObject): boolean {
  const sql = 'UPDATE sealed_object SET salt = ?, sealed_bytes = ? WHERE name = ? AND sha256 = ? AND salt <> ?';
  return database.run(sql, object.salt, object.sealedBytes, object.name, object.sha256, object.salt).changes > 0;
}

/** The exhibits of any case whose original is this object. */
export function exhibitsOf(
  database: Database,
  object: SealedObject,
): readonly { readonly caseId: CaseId; readonly exhibitId: ExhibitId; readonly number: string }[] {
  return database.all('SELECT case_id AS caseId, id AS exhibitId, number FROM exhibit WHERE object_name = ? ORDER BY ordinal', object.name);
}

/** Every object the vault must hold, with the exhibits that need it: `CASE-REF/EX-0001`. */
export function listObjects(database: Database): (SealedObject & { readonly exhibits: string })[] {
  return database.all(`SELECT ${OBJECT}, COALESCE(GROUP_CONCAT(reference || '/' || number, ', '), '') AS exhibits FROM sealed_object
    LEFT JOIN exhibit ON exhibit.object_name = sealed_object.name LEFT JOIN case_record ON case_record.id = exhibit.case_id
    GROUP BY name ORDER BY MIN(exhibit.ordinal)`);
}

function readExhibits(database: Database): ReadExhibits {
  const find = (where: string, ...values: string[]) => {
    const row = database.get<Row>(`SELECT ${COLUMNS} FROM exhibit WHERE ${where}`, ...values);
    return row && toExhibit(row, readDate(database, row.id));
  };
  return {
    list(caseId) {
      const dated = new Map(
        database
          .all<MomentRow & { readonly exhibitId: ExhibitId }>(
            `SELECT exhibit_id AS exhibitId, ${MOMENT} FROM exhibit_date WHERE exhibit_id IN (SELECT id FROM exhibit WHERE case_id = ?)`,
            caseId,
          )
          .map((row) => [row.exhibitId, toMoment(row)]),
      );
      return database
        .all<Row>(`SELECT ${COLUMNS} FROM exhibit WHERE case_id = ? ORDER BY serial`, caseId)
        .map((row) => toExhibit(row, dated.get(row.id) ?? null));
    },
    find: (id) => find('id = ?', id),
    findByNumber: (caseId, number) => find('case_id = ? AND number = ?', caseId, number),
    findByHash: (caseId, sha256) => find('case_id = ? AND sha256 = ?', caseId, sha256),
    acquisitions: (id) => database.all<Acquisition>(`SELECT ${ACQUISITION} FROM acquisition WHERE exhibit_id = ? ORDER BY ordinal`, id),
    content: (id) => readContent(database, id),
    metadata: (id) => readMetadata(database, id),
    citationCounts: (caseId) => countCitations(database, caseId),
    citedBy: (id, most) => database.all(CITED_BY, id, most),
    object(id) {
      const object = database.get<SealedObject>(
        `SELECT ${OBJECT} FROM exhibit JOIN sealed_object ON name = object_name WHERE exhibit.id = ?`,
        id,
      );
      invariant(object, 'every exhibit has a sealed object');
      return object;
    },
    objectByHash: (sha256: Sha256) => database.get<SealedObject>(`SELECT ${OBJECT} FROM sealed_object WHERE sha256 = ?`, sha256),
    objectByName: (name) => database.get<SealedObject>(`SELECT ${OBJECT} FROM sealed_object WHERE name = ?`, name),
    nextNumber(caseId) {
      const last =
        database.get<{ serial: number | null }>('SELECT MAX(serial) AS serial FROM exhibit WHERE case_id = ?', caseId)?.serial ?? 0;
      return `EX-${String(last + 1).padStart(4, '0')}`;
    },
    pending: () =>
      database
        .all<Row>(`SELECT ${COLUMNS} FROM exhibit WHERE reading = 'pending' ORDER BY ordinal`)
        .map((row) => toExhibit(row, readDate(database, row.id))),
  };
}

function writeExhibits(database: Database): WriteExhibits {
  return {
    insert(exhibit, acquisition, object) {
      database.run(
        'INSERT INTO sealed_object (name, salt, sealed_bytes, sha256, bytes) VALUES (?, ?, ?, ?, ?) ON CONFLICT (name) DO NOTHING',
        object.name,
        object.salt,
        object.sealedBytes,
        object.sha256,
        object.bytes,
      );
      database.run(
        `INSERT INTO exhibit (id, case_id, serial, number, title, file_name, kind, media_type, bytes, sha256, object_name, source, acquired_at, acquired_by,
          method, modified_at, pages, reading, reading_note, notes, covered) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        exhibit.id,
        exhibit.caseId,
        Number(exhibit.number.slice(3)),
        exhibit.number,
        exhibit.title,
        exhibit.fileName,
        exhibit.kind,
        exhibit.mediaType,
        exhibit.bytes,
        exhibit.sha256,
        object.name,
        exhibit.source,
        exhibit.acquiredAt,
        exhibit.acquiredBy,
        exhibit.method,
        exhibit.modifiedAt,
        exhibit.pages,
        exhibit.findings.status,
        '',
        writeFacts(exhibit.findings.notes),
        Number(exhibit.covered),
      );
      putDate(database, exhibit);
      insertAcquisition(database, exhibit.id, acquisition);
    },
    addAcquisition: (id, acquisition) => insertAcquisition(database, id, acquisition),
    update(exhibit) {
      // All columns are set, so that the table's own guard refuses a change of what must not change.
      database.run(
        `UPDATE exhibit SET title = ?, file_name = ?, kind = ?, media_type = ?, source = ?, pages = ?, reading = ?, reading_note = ?, notes = ?, covered = ?,
          case_id = ?, number = ?, bytes = ?, sha256 = ?, acquired_at = ?, acquired_by = ?, method = ?, modified_at = ? WHERE id = ?`,
        exhibit.title,
        exhibit.fileName,
        exhibit.kind,
        exhibit.mediaType,
        exhibit.source,
        exhibit.pages,
        exhibit.findings.status,
        '',
        writeFacts(exhibit.findings.notes),
        Number(exhibit.covered),
        exhibit.caseId,
        exhibit.number,
        exhibit.bytes,
        exhibit.sha256,
        exhibit.acquiredAt,
        exhibit.acquiredBy,
        exhibit.method,
        exhibit.modifiedAt,
        exhibit.id,
      );
      putDate(database, exhibit);
    },
    putContent: (id, content) => putContent(database, id, content),
  };
}

function insertAcquisition(database: Database, id: ExhibitId, one: Acquisition): void {
  database.run(
    `INSERT INTO acquisition (exhibit_id, file_name, original_path, source, method, acquired_at, acquired_by, modified_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    id,
    one.fileName,
    one.originalPath,
    one.source,
    one.method,
    one.acquiredAt,
    one.acquiredBy,
    one.modifiedAt,
  );
}

function readContent(database: Database, id: ExhibitId): ExhibitContent | null {
  if (!database.get('SELECT 1 FROM exhibit WHERE id = ? AND has_content = 1', id)) return null;
  return {
    passages: database.all<Passage>('SELECT place, body AS text FROM passage WHERE exhibit_id = ? ORDER BY ordinal', id),
    metadata: readMetadata(database, id),
    parts: database.all('SELECT name, media_type AS mediaType, bytes FROM part WHERE exhibit_id = ? ORDER BY ordinal', id),
  };
}

function readMetadata(database: Database, id: ExhibitId): readonly MetadataField[] {
  return database.all<MetadataField>('SELECT name, value FROM metadata_field WHERE exhibit_id = ? ORDER BY ordinal', id);
}

function putContent(database: Database, id: ExhibitId, content: ExhibitContent): void {
  for (const table of ['passage', 'metadata_field', 'part']) database.run(`DELETE FROM ${table} WHERE exhibit_id = ?`, id);
  for (const one of content.passages)
    database.run('INSERT INTO passage (exhibit_id, place, body) VALUES (?, ?, ?)', id, one.place, one.text);
  for (const one of content.metadata)
    database.run('INSERT INTO metadata_field (exhibit_id, name, value) VALUES (?, ?, ?)', id, one.name, one.value);
  for (const one of content.parts)
    database.run('INSERT INTO part (exhibit_id, name, media_type, bytes) VALUES (?, ?, ?, ?)', id, one.name, one.mediaType, one.bytes);
  database.run('UPDATE exhibit SET has_content = 1 WHERE id = ?', id);
}

/** By the index of citations alone, and then without the few that removed events hold: a join of a million would keep everybody waiting. */
function countCitations(database: Database, caseId: CaseId): ReturnType<ReadExhibits['citationCounts']> {
  type Count = { readonly exhibitId: ExhibitId; readonly events: number };
  const all = database.all<Count>(
    `SELECT exhibit_id AS exhibitId, COUNT(DISTINCT event_ordinal) AS events FROM citation
      WHERE exhibit_id IN (SELECT id FROM exhibit WHERE case_id = ?) GROUP BY exhibit_id`,
    caseId,
  );
  const removed = database.all<Count>(
    `SELECT exhibit_id AS exhibitId, COUNT(DISTINCT event_ordinal) AS events FROM event JOIN citation ON event_ordinal = event.ordinal
      WHERE case_id = ? AND removed = 1 GROUP BY exhibit_id`,
    caseId,
  );
  const gone = new Map(removed.map(({ exhibitId, events }) => [exhibitId, events]));
  return all
    .map(({ exhibitId, events }) => ({ exhibitId, events: events - (gone.get(exhibitId) ?? 0) }))
    .filter(({ events }) => events > 0);
}

function readDate(database: Database, id: ExhibitId): Moment | null {
  const row = database.get<MomentRow>(`SELECT ${MOMENT} FROM exhibit_date WHERE exhibit_id = ?`, id);
  return row ? toMoment(row) : null;
}

function putDate(database: Database, { id, dated }: Exhibit): void {
  database.run('DELETE FROM exhibit_date WHERE exhibit_id = ?', id);
  if (dated) database.run(`INSERT INTO exhibit_date (exhibit_id, ${MOMENT}) VALUES (?, ${MOMENT_PLACES})`, id, ...momentValues(dated));
}

function toExhibit({ reading, note, notes, ...row }: Row, dated: Moment | null): Exhibit {
  return { ...row, covered: row.covered === 1, findings: { status: reading, notes: readFacts(notes, note) }, dated };
}
