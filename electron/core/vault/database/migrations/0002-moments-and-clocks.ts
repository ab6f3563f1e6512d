import type { Migration } from './migration.ts';

const MOMENT = `
  earliest INTEGER,
  latest INTEGER,
  edtf TEXT NOT NULL,
  phrase TEXT NOT NULL,
  zone TEXT NOT NULL,
  precision TEXT NOT NULL,
  approximate INTEGER NOT NULL CHECK (approximate IN (0, 1)),
  uncertain INTEGER NOT NULL CHECK (uncertain IN (0, 1)),
  basis TEXT NOT NULL`;

const CLOCKS = `
CREATE TABLE source_clock (
  ordinal INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  case_id TEXT NOT NULL REFERENCES case_record (id),
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  make TEXT NOT NULL,
  model TEXT NOT NULL,
  serial TEXT NOT NULL,
  zone TEXT,
  daylight_saving TEXT NOT NULL,
  network_time TEXT NOT NULL,
  stores_utc TEXT NOT NULL,
  changed TEXT NOT NULL,
  changed_at INTEGER,
  drift_allowance INTEGER NOT NULL CHECK (drift_allowance >= 0),
  error_limit INTEGER CHECK (error_limit >= 0),
  limit_reason TEXT NOT NULL,
  note TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version > 0),
  entered_at INTEGER NOT NULL,
  entered_by TEXT NOT NULL
) STRICT;
CREATE INDEX source_clock_by_case ON source_clock (case_id, ordinal);

CREATE TABLE clock_reading (
  ordinal INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  clock_id TEXT NOT NULL REFERENCES source_clock (id),
  shown TEXT NOT NULL,
  shown_at INTEGER NOT NULL,
  resolution INTEGER NOT NULL CHECK (resolution > 0),
  reference TEXT NOT NULL,
  reference_at INTEGER NOT NULL,
  reference_name TEXT NOT NULL,
  uncertainty INTEGER NOT NULL CHECK (uncertainty >= 0),
  anchor TEXT REFERENCES event (id),
  exhibit_id TEXT REFERENCES exhibit (id),
  place TEXT NOT NULL,
  note TEXT NOT NULL,
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  entered_at INTEGER NOT NULL,
  entered_by TEXT NOT NULL
) STRICT;
CREATE INDEX clock_reading_by_clock ON clock_reading (clock_id, ordinal);

CREATE TABLE clock_version (
  clock_id TEXT NOT NULL REFERENCES source_clock (id),
  version INTEGER NOT NULL CHECK (version > 0),
  body TEXT NOT NULL,
  reason TEXT NOT NULL,
  replaced_at INTEGER NOT NULL,
  replaced_by TEXT NOT NULL,
  PRIMARY KEY (clock_id, version)
) STRICT, WITHOUT ROWID;
`;

const EVENTS = `
CREATE TABLE allegation (
  ordinal INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  case_id TEXT NOT NULL REFERENCES case_record (id),
  serial INTEGER NOT NULL CHECK (serial > 0),
  title TEXT NOT NULL,
  respondent TEXT REFERENCES party (id),
  category TEXT NOT NULL,
  location TEXT NOT NULL,
  entered_at INTEGER NOT NULL,
  entered_by TEXT NOT NULL,
  removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
  UNIQUE (case_id, serial)
) STRICT;

CREATE TABLE allegation_moment (
  allegation_id TEXT NOT NULL PRIMARY KEY REFERENCES allegation (id),
  ${MOMENT}
) STRICT, WITHOUT ROWID;

CREATE TABLE log_import (
  ordinal INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  case_id TEXT NOT NULL REFERENCES case_record (id),
  exhibit_id TEXT NOT NULL REFERENCES exhibit (id),
  mapping TEXT NOT NULL,
  row_count INTEGER NOT NULL,
  imported INTEGER NOT NULL,
  unparsed INTEGER NOT NULL,
  entered_at INTEGER NOT NULL,
  entered_by TEXT NOT NULL,
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1))
) STRICT;
CREATE INDEX log_import_by_case ON log_import (case_id, ordinal);

CREATE TABLE log_problem (
  import_id TEXT NOT NULL REFERENCES log_import (id),
  row_number INTEGER NOT NULL,
  body TEXT NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (import_id, row_number)
) STRICT, WITHOUT ROWID;

ALTER TABLE event ADD COLUMN kind TEXT NOT NULL DEFAULT 'happening';
ALTER TABLE event ADD COLUMN clock_id TEXT REFERENCES source_clock (id);
ALTER TABLE event ADD COLUMN import_id TEXT REFERENCES log_import (id);
ALTER TABLE event ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
CREATE INDEX event_by_clock ON event (clock_id) WHERE clock_id IS NOT NULL;
CREATE INDEX event_by_import ON event (import_id) WHERE import_id IS NOT NULL;

CREATE TABLE event_moment (
  event_ordinal INTEGER NOT NULL REFERENCES event (ordinal),
  which TEXT NOT NULL CHECK (which IN ('recorded', 'learned')),
  ${MOMENT},
  PRIMARY KEY (event_ordinal, which)
) STRICT, WITHOUT ROWID;

CREATE TABLE event_tag (
  event_ordinal INTEGER NOT NULL REFERENCES event (ordinal),
  position INTEGER NOT NULL,
  tag TEXT NOT NULL,
  PRIMARY KEY (event_ordinal, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE event_allegation (
  event_ordinal INTEGER NOT NULL REFERENCES event (ordinal),
  position INTEGER NOT NULL,
  allegation_id TEXT NOT NULL REFERENCES allegation (id),
  PRIMARY KEY (event_ordinal, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_allegation_by_allegation ON event_allegation (allegation_id);

CREATE TABLE event_version (
  event_id TEXT NOT NULL REFERENCES event (id),
  version INTEGER NOT NULL CHECK (version > 0),
  body TEXT NOT NULL,
  replaced_at INTEGER NOT NULL,
  replaced_by TEXT NOT NULL,
  PRIMARY KEY (event_id, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE sequence_claim (
  ordinal INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  case_id TEXT NOT NULL REFERENCES case_record (id),
  earlier TEXT NOT NULL REFERENCES event (id),
  later TEXT NOT NULL REFERENCES event (id),
  exhibit_id TEXT NOT NULL REFERENCES exhibit (id),
  place TEXT NOT NULL,
  quote TEXT NOT NULL,
  entered_at INTEGER NOT NULL,
  entered_by TEXT NOT NULL,
  removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1))
) STRICT;
CREATE INDEX sequence_claim_by_case ON sequence_claim (case_id, ordinal);
`;

const EVIDENCE = `
CREATE TABLE exhibit_date (
  exhibit_id TEXT NOT NULL PRIMARY KEY REFERENCES exhibit (id),
  ${MOMENT}
) STRICT, WITHOUT ROWID;

CREATE TABLE suggestion_decision (
  exhibit_id TEXT NOT NULL REFERENCES exhibit (id),
  place TEXT NOT NULL,
  start INTEGER NOT NULL,
  phrase TEXT NOT NULL,
  decision TEXT NOT NULL CHECK (decision IN ('accepted', 'dismissed')),
  event_id TEXT REFERENCES event (id),
  decided_at INTEGER NOT NULL,
  decided_by TEXT NOT NULL,
  PRIMARY KEY (exhibit_id, place, start, phrase)
) STRICT, WITHOUT ROWID;
`;

const refuse = (table: string, act: 'UPDATE' | 'DELETE', reason: string) =>
  `CREATE TRIGGER ${table}_no_${act.toLowerCase()} BEFORE ${act} ON ${table} BEGIN SELECT RAISE(ABORT, '${reason}'); END;`;

// What a clock showed and what an event or a clock said before is never rewritten; only whether a reading still counts may change.
const GUARDS = [
  ...['clock_version', 'event_version', 'log_problem'].flatMap((table) => [
    refuse(table, 'UPDATE', `${table} is append-only`),
    refuse(table, 'DELETE', `${table} is append-only`),
  ]),
  ...['source_clock', 'clock_reading', 'allegation', 'sequence_claim', 'log_import'].map((table) =>
    refuse(table, 'DELETE', `${table} is never deleted`),
  ),
  `CREATE TRIGGER clock_reading_fixed BEFORE UPDATE ON clock_reading
WHEN ${[
    'id',
    'clock_id',
    'shown',
    'shown_at',
    'resolution',
    'reference',
    'reference_at',
    'reference_name',
    'uncertainty',
    'entered_at',
    'entered_by',
  ]
    .map((column) => `OLD.${column} IS NOT NEW.${column}`)
    .join(' OR ')}
BEGIN SELECT RAISE(ABORT, 'clock_reading keeps what was read'); END;`,
].join('\n');

export const momentsAndClocks: Migration = {
  version: 2,
  name: 'moments-and-clocks',
  apply(database) {
    database.execute([CLOCKS, EVENTS, EVIDENCE, GUARDS].join('\n'));
  },
};
