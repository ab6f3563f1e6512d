import type { Migration } from './migration.ts';

const RECORDS = `
CREATE TABLE vault (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  vault_id TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  checked_at INTEGER
) STRICT;

CREATE TABLE case_record (
  id TEXT NOT NULL PRIMARY KEY,
  reference TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  zone TEXT NOT NULL,
  mandate TEXT NOT NULL,
  standard_of_proof TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  created_by TEXT NOT NULL
) STRICT;

CREATE TABLE party (
  ordinal INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  case_id TEXT NOT NULL REFERENCES case_record (id),
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  role TEXT NOT NULL,
  position TEXT NOT NULL,
  note TEXT NOT NULL
) STRICT;
CREATE INDEX party_by_case ON party (case_id, ordinal);
`;

const EVIDENCE = `
CREATE TABLE sealed_object (
  name TEXT NOT NULL PRIMARY KEY,
  salt TEXT NOT NULL,
  sealed_bytes INTEGER NOT NULL,
  sha256 TEXT NOT NULL UNIQUE,
  bytes INTEGER NOT NULL
) STRICT;

CREATE TABLE exhibit (
  ordinal INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  case_id TEXT NOT NULL REFERENCES case_record (id),
  serial INTEGER NOT NULL CHECK (serial > 0),
  number TEXT NOT NULL CHECK (number = printf('EX-%04d', serial)),
  title TEXT NOT NULL,
  file_name TEXT NOT NULL,
  kind TEXT NOT NULL,
  media_type TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  object_name TEXT NOT NULL REFERENCES sealed_object (name),
  source TEXT NOT NULL,
  acquired_at INTEGER NOT NULL,
  acquired_by TEXT NOT NULL,
  method TEXT NOT NULL,
  modified_at INTEGER,
  pages INTEGER,
  reading TEXT NOT NULL,
  reading_note TEXT NOT NULL,
  covered INTEGER NOT NULL CHECK (covered IN (0, 1)),
  has_content INTEGER NOT NULL DEFAULT 0 CHECK (has_content IN (0, 1)),
  UNIQUE (case_id, serial)
) STRICT;
CREATE UNIQUE INDEX exhibit_by_number ON exhibit (case_id, number);
CREATE UNIQUE INDEX exhibit_by_hash ON exhibit (case_id, sha256);
CREATE INDEX exhibit_pending ON exhibit (ordinal) WHERE reading = 'pending';

CREATE TABLE acquisition (
  ordinal INTEGER PRIMARY KEY,
  exhibit_id TEXT NOT NULL REFERENCES exhibit (id),
  file_name TEXT NOT NULL,
  original_path TEXT NOT NULL,
  source TEXT NOT NULL,
  method TEXT NOT NULL,
  acquired_at INTEGER NOT NULL,
  acquired_by TEXT NOT NULL,
  modified_at INTEGER
) STRICT;
CREATE INDEX acquisition_by_exhibit ON acquisition (exhibit_id, ordinal);

CREATE TABLE passage (
  ordinal INTEGER PRIMARY KEY,
  exhibit_id TEXT NOT NULL REFERENCES exhibit (id),
  place TEXT NOT NULL,
  body TEXT NOT NULL
) STRICT;
CREATE INDEX passage_by_exhibit ON passage (exhibit_id, ordinal);

CREATE TABLE metadata_field (
  ordinal INTEGER PRIMARY KEY,
  exhibit_id TEXT NOT NULL REFERENCES exhibit (id),
  name TEXT NOT NULL,
  value TEXT NOT NULL
) STRICT;
CREATE INDEX metadata_field_by_exhibit ON metadata_field (exhibit_id, ordinal);

CREATE TABLE part (
  ordinal INTEGER PRIMARY KEY,
  exhibit_id TEXT NOT NULL REFERENCES exhibit (id),
  name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  bytes INTEGER NOT NULL
) STRICT;
CREATE INDEX part_by_exhibit ON part (exhibit_id, ordinal);
`;

const EVENTS = `
CREATE TABLE event (
  ordinal INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  case_id TEXT NOT NULL REFERENCES case_record (id),
  removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
  earliest INTEGER,
  latest INTEGER,
  lane TEXT NOT NULL,
  standing TEXT NOT NULL,
  precision TEXT NOT NULL,
  approximate INTEGER NOT NULL CHECK (approximate IN (0, 1)),
  uncertain INTEGER NOT NULL CHECK (uncertain IN (0, 1)),
  title TEXT NOT NULL,
  edtf TEXT NOT NULL,
  phrase TEXT NOT NULL,
  zone TEXT NOT NULL,
  basis TEXT NOT NULL,
  location TEXT NOT NULL,
  entered_at INTEGER NOT NULL,
  entered_by TEXT NOT NULL,
  description TEXT NOT NULL,
  CHECK (earliest IS NULL OR latest IS NULL OR earliest <= latest)
) STRICT;
CREATE INDEX event_by_earliest ON event (case_id, earliest, latest, ordinal) WHERE removed = 0;

CREATE TABLE event_party (
  event_ordinal INTEGER NOT NULL REFERENCES event (ordinal),
  position INTEGER NOT NULL,
  party_id TEXT NOT NULL REFERENCES party (id),
  PRIMARY KEY (event_ordinal, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_party_by_party ON event_party (party_id);

CREATE TABLE citation (
  event_ordinal INTEGER NOT NULL REFERENCES event (ordinal),
  position INTEGER NOT NULL,
  id TEXT NOT NULL,
  exhibit_id TEXT NOT NULL REFERENCES exhibit (id),
  stance TEXT NOT NULL,
  place TEXT NOT NULL,
  quote TEXT NOT NULL,
  PRIMARY KEY (event_ordinal, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX citation_by_exhibit ON citation (exhibit_id);
`;

const RELEASES = `
CREATE TABLE release (
  ordinal INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  case_id TEXT NOT NULL REFERENCES case_record (id),
  number INTEGER NOT NULL CHECK (number > 0),
  kind TEXT NOT NULL,
  file_name TEXT NOT NULL,
  signed_at INTEGER NOT NULL,
  signed_by TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  pages INTEGER NOT NULL,
  UNIQUE (case_id, number)
) STRICT;

CREATE TABLE gate_check (
  release_ordinal INTEGER NOT NULL REFERENCES release (ordinal),
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  outcome TEXT NOT NULL,
  detail TEXT NOT NULL,
  PRIMARY KEY (release_ordinal, position)
) STRICT, WITHOUT ROWID;
`;

// The body is kept as the very text that was hashed and signed; what is searched by is read out of it,
// so that no column can say anything else than the signature does.
const ledger = (chain: 'custody' | 'audit') => `
CREATE TABLE ${chain}_entry (
  sequence INTEGER PRIMARY KEY CHECK (sequence > 0),
  body TEXT NOT NULL,
  hash BLOB NOT NULL CHECK (length(hash) = 32),
  signature BLOB NOT NULL CHECK (length(signature) = 64),
  public_key BLOB NOT NULL CHECK (length(public_key) = 32),
  act TEXT NOT NULL GENERATED ALWAYS AS (body ->> '$.act') STORED,
  case_id TEXT GENERATED ALWAYS AS (body ->> '$.caseId') STORED,
  exhibit_id TEXT GENERATED ALWAYS AS (body ->> '$.exhibitId') STORED,
  CHECK (sequence = body ->> '$.sequence')
) STRICT;
CREATE INDEX ${chain}_by_case ON ${chain}_entry (case_id, sequence) WHERE case_id IS NOT NULL;
CREATE INDEX ${chain}_by_exhibit ON ${chain}_entry (exhibit_id, sequence) WHERE exhibit_id IS NOT NULL;
`;

const LEDGER = `
${ledger('custody')}
${ledger('audit')}
CREATE TABLE merkle_node (
  chain TEXT NOT NULL CHECK (chain IN ('custody', 'audit')),
  level INTEGER NOT NULL,
  position INTEGER NOT NULL,
  hash BLOB NOT NULL CHECK (length(hash) = 32),
  PRIMARY KEY (chain, level, position)
) STRICT, WITHOUT ROWID;
`;

const refuse = (table: string, act: 'UPDATE' | 'DELETE', reason: string) =>
  `CREATE TRIGGER ${table}_no_${act.toLowerCase()} BEFORE ${act} ON ${table} BEGIN SELECT RAISE(ABORT, '${reason}'); END;`;

const appendOnly = (table: string) =>
  refuse(table, 'UPDATE', `${table} is append-only`) + refuse(table, 'DELETE', `${table} is append-only`);

const fixed = (table: string, columns: readonly string[]) => `
CREATE TRIGGER ${table}_fixed BEFORE UPDATE ON ${table}
WHEN ${columns.map((column) => `OLD.${column} IS NOT NEW.${column}`).join(' OR ')}
BEGIN SELECT RAISE(ABORT, '${table} keeps its identity, hash and acquisition'); END;`;

const GUARDS = [
  ...['custody_entry', 'audit_entry', 'merkle_node', 'acquisition', 'release', 'gate_check'].map(appendOnly),
  ...['case_record', 'exhibit', 'sealed_object', 'event'].map((table) => refuse(table, 'DELETE', `${table} is never deleted`)),
  fixed('sealed_object', ['name', 'sha256', 'bytes']),
  fixed('exhibit', [
    'ordinal',
    'id',
    'case_id',
    'serial',
    'number',
    'file_name',
    'bytes',
    'sha256',
    'object_name',
    'acquired_at',
    'acquired_by',
    'method',
    'modified_at',
  ]),
  fixed('event', ['ordinal', 'id', 'case_id', 'entered_at', 'entered_by']),
].join('\n');

export const firstSchema: Migration = {
  version: 1,
  name: 'first-schema',
  apply(database) {
    database.execute([RECORDS, EVIDENCE, EVENTS, RELEASES, LEDGER, GUARDS].join('\n'));
  },
};
