import type { Citation } from '../../../../../../shared/model/citation.ts';
import { verbatim } from '../../../../../../shared/model/fact.ts';
import { type CaseEvent, caseEvent } from '../../../../../../shared/model/event.ts';
import type { AllegationId, CaseId, EventId, PartyId } from '../../../../../../shared/model/identifier.ts';
import type { EventVersion, LogRows, ReadEvents } from '../../../../domain/ports/index.ts';
import type { Database, SqlValue } from '../../database.ts';
import { MOMENT, type MomentRow, toMoment } from './moment.ts';

const COLUMNS = `ordinal, removed, id, case_id AS caseId, title, description, lane, standing, location, kind, clock_id AS clockId, version,
${MOMENT}, entered_at AS enteredAt, entered_by AS enteredBy`;

/** The tables that hold the rest of an event, one row each thing, in the event's own order. */
const RELATIONS = {
  parties: 'SELECT event_ordinal AS ordinal, party_id AS value FROM event_party',
  allegations: 'SELECT event_ordinal AS ordinal, allegation_id AS value FROM event_allegation',
  tags: 'SELECT event_ordinal AS ordinal, tag AS value FROM event_tag',
} as const;
const MOMENTS = `SELECT event_ordinal AS ordinal, which, ${MOMENT} FROM event_moment`;
const CITATIONS = `SELECT citation.event_ordinal AS ordinal, citation.id, citation.exhibit_id AS exhibitId, exhibit.number AS exhibitNumber,
citation.place, citation.stance, citation.quote FROM citation JOIN exhibit ON exhibit.id = citation.exhibit_id`;

type Row = Omit<CaseEvent, 'happened' | 'recorded' | 'learned' | 'parties' | 'allegations' | 'tags' | 'citations'> &
  MomentRow & { readonly ordinal: number; readonly removed: 0 | 1 };
type ValueRow = { readonly ordinal: number; readonly value: string };
type OtherMoment = MomentRow & { readonly ordinal: number; readonly which: 'recorded' | 'learned' };
type CitationRow = Citation & { readonly ordinal: number };

/** Events with these ordinals are asked for in one statement: as many as SQLite takes places in one, with room to spare. */
const MOST_AT_ONCE = 500;

/** An import of more rows than this is a log nobody reads row by row. */
const MOST_LISTED_ROWS = 500;
const LOG_ROW = `import_id IS NOT NULL AND version = 1 AND standing = 'asserted'
AND import_id IN (SELECT id FROM log_import WHERE imported > ${MOST_LISTED_ROWS})`;
/** Every event but the untouched rows of large logs. */
export const NARRATED = `AND NOT (${LOG_ROW})`;

export function listEvents(database: Database, caseId: CaseId, also = ''): CaseEvent[] {
  const rows = database.all<Row>(
    `SELECT ${COLUMNS} FROM event WHERE case_id = ? AND removed = 0 ${also} ORDER BY earliest, latest, ordinal`,
    caseId,
  );
  return complete(database, rows, `SELECT ordinal FROM event WHERE case_id = ? AND removed = 0 ${also}`, [caseId]);
}

export function countLogRows(database: Database, caseId: CaseId): LogRows[] {
  return database.all(
    `SELECT log_import.exhibit_id AS exhibitId, COUNT(*) AS events, MIN(earliest) AS "from", MAX(latest) AS "to"
      FROM event JOIN log_import ON log_import.id = event.import_id
      WHERE event.case_id = ? AND removed = 0 AND ${LOG_ROW} GROUP BY log_import.exhibit_id ORDER BY MIN(event.ordinal)`,
    caseId,
  );
}

export function findEvent(database: Database, id: EventId): ReturnType<ReadEvents['find']> {
  const row = database.get<Row>(`SELECT ${COLUMNS} FROM event WHERE id = ?`, id);
  if (!row) return undefined;
  const [event] = complete(database, [row], '?', [row.ordinal]);
  return event && { event, removed: row.removed === 1 };
}

/** In the order of `ordinals`; unknown ones are left out. */
export function readByOrdinal(database: Database, ordinals: readonly number[]): CaseEvent[] {
  const found = new Map<number, CaseEvent>();
  for (let from = 0; from < ordinals.length; from += MOST_AT_ONCE) {
    const some = ordinals.slice(from, from + MOST_AT_ONCE);
    const places = some.map(() => '?').join(', ');
    const rows = database.all<Row>(`SELECT ${COLUMNS} FROM event WHERE ordinal IN (${places})`, ...some);
    complete(database, rows, places, some).forEach((event, index) => found.set((rows[index] as Row).ordinal, event));
  }
  return ordinals.map((ordinal) => found.get(ordinal)).filter((event) => event !== undefined);
}

/** Oldest first; each as it was before it was replaced. */
export function readVersions(database: Database, id: EventId): EventVersion[] {
  return database
    .all<{ version: number; body: string; replacedAt: number; replacedBy: string }>(
      'SELECT version, body, replaced_at AS replacedAt, replaced_by AS replacedBy FROM event_version WHERE event_id = ? ORDER BY version',
      id,
    )
    .map(({ body, ...rest }) => ({ ...rest, event: readBody(body) }));
}

/** A version is kept as it was written: before reasons were facts, they stood in it as a sentence. */
function readBody(body: string): CaseEvent {
  const kept = JSON.parse(body) as Record<string, { readonly basis?: unknown } | null>;
  const moments = ['happened', 'recorded', 'learned'].map((which) => {
    const moment = kept[which] ?? null;
    return [which, typeof moment?.basis === 'string' ? { ...moment, basis: verbatim(moment.basis) } : moment];
  });
  return caseEvent.parse({ ...kept, ...Object.fromEntries(moments) });
}

/** Brings to each row what other tables know of it; `wanted` is an expression for their ordinals with its values. */
function complete(database: Database, rows: readonly Row[], wanted: string, values: readonly SqlValue[]): CaseEvent[] {
  const read = <One extends { readonly ordinal: number }>(select: string, order = 'position'): Map<number, One[]> =>
    gather(database.all<One>(`${select} WHERE event_ordinal IN (${wanted}) ORDER BY event_ordinal, ${order}`, ...values));
  const parties = read<ValueRow>(RELATIONS.parties);
  const allegations = read<ValueRow>(RELATIONS.allegations);
  const tags = read<ValueRow>(RELATIONS.tags);
  const moments = read<OtherMoment>(MOMENTS, 'which');
  const citations = read<CitationRow>(CITATIONS);
  return rows.map((row) => {
    const { ordinal, id, caseId, title, description, lane, standing, location, kind, clockId, version, enteredAt, enteredBy } = row;
    const other = (which: OtherMoment['which']) => {
      const found = moments.get(ordinal)?.find((one) => one.which === which);
      return found ? toMoment(found) : null;
    };
    return {
      id,
      caseId,
      title,
      description,
      lane,
      standing,
      location,
      kind,
      happened: toMoment(row),
      recorded: other('recorded'),
      learned: other('learned'),
      clockId,
      allegations: (allegations.get(ordinal) ?? []).map(({ value }) => value as AllegationId),
      tags: (tags.get(ordinal) ?? []).map(({ value }) => value),
      parties: (parties.get(ordinal) ?? []).map(({ value }) => value as PartyId),
      citations: (citations.get(ordinal) ?? []).map(({ ordinal: _of, ...citation }) => citation),
      enteredAt,
      enteredBy,
      version,
    };
  });
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
