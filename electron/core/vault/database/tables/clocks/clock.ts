import { invariant } from '../../../../../../shared/assert.ts';
import type { ClockReading, SourceClock } from '../../../../../../shared/model/clock.ts';
import { sourceClock } from '../../../../../../shared/model/clock.ts';
import type { CaseEvent } from '../../../../../../shared/model/event.ts';
import type { CaseId, ClockId } from '../../../../../../shared/model/identifier.ts';
import type { BoundedEvent, ClockRecords, StampedEvent } from '../../../../domain/ports/index.ts';
import type { Database } from '../../database.ts';
import { MOMENT, momentValues, toMoment } from '../events/moment.ts';
import type { OpenTable } from '../../table.ts';

const COLUMNS = `id, case_id AS caseId, name, kind, make, model, serial, zone, daylight_saving AS daylightSaving, network_time AS networkTime,
stores_utc AS storesUtc, changed, changed_at AS changedAt, drift_allowance AS driftAllowance, error_limit AS "limit", limit_reason AS limitReason,
note, entered_at AS enteredAt, entered_by AS enteredBy, version`;
const READING = `id, shown, shown_at AS shownAt, resolution, reference, reference_at AS referenceAt, reference_name AS referenceName, uncertainty,
anchor, exhibit_id AS exhibitId, place, note, withdrawn, entered_at AS enteredAt, entered_by AS enteredBy`;
/** The columns of a moment in a table that others are joined to. */
const momentOf = (table: string): string =>
  MOMENT.split(', ')
    .map((column) => `${table}.${column}`)
    .join(', ');
const MOMENT_WIDTH = MOMENT.split(', ').length;
const SETTINGS = [
  'name',
  'kind',
  'make',
  'model',
  'serial',
  'zone',
  'daylight_saving',
  'network_time',
  'stores_utc',
  'changed',
  'changed_at',
  'drift_allowance',
  'error_limit',
  'limit_reason',
  'note',
  'version',
];

const RETIME = `UPDATE event SET ${MOMENT.split(', ')
  .map((column) => `${column} = ?`)
  .join(', ')} WHERE ordinal = ? RETURNING id, case_id AS caseId`;

type Row = Omit<SourceClock, 'readings'>;
type ReadingRow = Omit<ClockReading, 'withdrawn'> & { readonly withdrawn: 0 | 1 };
type MomentColumns = readonly [
  number | null,
  number | null,
  string,
  string,
  string,
  StampedEvent['happened']['precision'],
  0 | 1,
  0 | 1,
  string,
  string | null,
];
type StampedRow = readonly [number, 0 | 1, ...MomentColumns, ...MomentColumns];
type BoundedRow = readonly [number, string | null, ...MomentColumns];

export function openClocks(database: Database): OpenTable<ClockRecords['clocks']> {
  const complete = (row: Row): SourceClock => ({
    ...row,
    readings: database
      .all<ReadingRow>(`SELECT ${READING} FROM clock_reading WHERE clock_id = ? ORDER BY ordinal`, row.id)
      .map((reading) => ({ ...reading, withdrawn: reading.withdrawn === 1 })),
  });
  const find = (id: ClockId): SourceClock | undefined => {
    const row = database.get<Row>(`SELECT ${COLUMNS} FROM source_clock WHERE id = ?`, id);
    return row && complete(row);
  };
  return {
    notes: {
      insert: 'clock',
      update: 'clock',
      keepVersion: 'clock',
      insertReading: 'clock',
      withdrawReading: 'clock',
      retime: (notes, _, event) => notes.event(event),
    },
    read: {
      list: (caseId) =>
        database.all<Row>(`SELECT ${COLUMNS} FROM source_clock WHERE case_id = ? ORDER BY name, ordinal`, caseId).map(complete),
      find,
      findByReading(id) {
        const row = database.get<{ clockId: ClockId }>('SELECT clock_id AS clockId FROM clock_reading WHERE id = ?', id);
        return row && find(row.clockId);
      },
      versions: (id) =>
        database
          .all<{ body: string; reason: string; replacedAt: number; replacedBy: string }>(
            `SELECT body, reason, replaced_at AS replacedAt, replaced_by AS replacedBy FROM clock_version WHERE clock_id = ? ORDER BY version`,
            id,
          )
          .map(({ body, ...rest }) => ({ ...rest, clock: sourceClock.parse(JSON.parse(body)) })),
      countEvents: (id) =>
        database.get<{ events: number }>('SELECT COUNT(*) AS events FROM event WHERE clock_id = ? AND removed = 0', id)?.events ?? 0,
      stamped: (id) => streamStamped(database, id),
      bounds: (caseId) => streamBounds(database, caseId),
    },
    write: {
      insert: (clock) => {
        const columns = ['id', 'case_id', 'entered_at', 'entered_by', ...SETTINGS];
        database.run(
          `INSERT INTO source_clock (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
          clock.id,
          clock.caseId,
          clock.enteredAt,
          clock.enteredBy,
          ...settingValues(clock),
        );
      },
      update: (clock) =>
        void database.run(
          `UPDATE source_clock SET ${SETTINGS.map((column) => `${column} = ?`).join(', ')} WHERE id = ?`,
          ...settingValues(clock),
          clock.id,
        ),
      keepVersion: (before, reason, at, by) =>
        void database.run(
          'INSERT INTO clock_version (clock_id, version, body, reason, replaced_at, replaced_by) VALUES (?, ?, ?, ?, ?, ?)',
          before.id,
          before.version,
          JSON.stringify(before),
          reason,
          at,
          by,
        ),
      insertReading: (clockId, reading) => insertReading(database, clockId, reading),
      withdrawReading: (id) => void database.run('UPDATE clock_reading SET withdrawn = 1 WHERE id = ?', id),
      retime: (ordinal, happened) => {
        const event = database.get<Pick<CaseEvent, 'id' | 'caseId'>>(RETIME, ...momentValues(happened), ordinal);
        invariant(event, 'an event is found before it is timed anew');
        return event;
      },
    },
  };
}

function* streamStamped(database: Database, id: ClockId): Generator<StampedEvent> {
  const rows = database.stream<StampedRow>(
    `SELECT event.ordinal, event.removed, ${momentOf('event')}, ${momentOf('event_moment')}
      FROM event JOIN event_moment ON event_moment.event_ordinal = event.ordinal AND event_moment.which = 'recorded'
      WHERE event.clock_id = ? ORDER BY event.ordinal`,
    id,
  );
  for (const [ordinal, removed, ...columns] of rows)
    yield {
      ordinal,
      removed: removed === 1,
      happened: momentFrom(columns.slice(0, MOMENT_WIDTH) as unknown as MomentColumns),
      recorded: momentFrom(columns.slice(MOMENT_WIDTH) as unknown as MomentColumns),
    };
}

/** Without its index: reading the table in its own order is the fastest way to see nearly all of it. */
function* streamBounds(database: Database, caseId: CaseId): Generator<BoundedEvent> {
  const rows = database.stream<BoundedRow>(
    `SELECT ordinal, clock_id, ${MOMENT.replace(', phrase,', ", '',").replace(', basis, facts', ", '', NULL")}
      FROM event NOT INDEXED WHERE case_id = ? AND removed = 0 ORDER BY ordinal`,
    caseId,
  );
  for (const [ordinal, clockId, ...columns] of rows) yield { ordinal, clockId: clockId as ClockId | null, happened: momentFrom(columns) };
}

function momentFrom([
  earliest,
  latest,
  edtf,
  phrase,
  zone,
  precision,
  approximate,
  uncertain,
  basis,
  facts,
]: MomentColumns): StampedEvent['happened'] {
  return toMoment({ earliest, latest, edtf, phrase, zone, precision, approximate, uncertain, basis, facts });
}

function insertReading(database: Database, clockId: ClockId, reading: ClockReading): void {
  database.run(
    `INSERT INTO clock_reading (id, clock_id, shown, shown_at, resolution, reference, reference_at, reference_name, uncertainty, anchor,
      exhibit_id, place, note, withdrawn, entered_at, entered_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    reading.id,
    clockId,
    reading.shown,
    reading.shownAt,
    reading.resolution,
    reading.reference,
    reading.referenceAt,
    reading.referenceName,
    reading.uncertainty,
    reading.anchor,
    reading.exhibitId,
    reading.place,
    reading.note,
    Number(reading.withdrawn),
    reading.enteredAt,
    reading.enteredBy,
  );
}

function settingValues(clock: SourceClock) {
  return [
    clock.name,
    clock.kind,
    clock.make,
    clock.model,
    clock.serial,
    clock.zone,
    clock.daylightSaving,
    clock.networkTime,
    clock.storesUtc,
    clock.changed,
    clock.changedAt,
    clock.driftAllowance,
    clock.limit,
    clock.limitReason,
    clock.note,
    clock.version,
  ];
}
