import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../../../electron/core/vault/database/database.ts';
import { openEvents } from '../../../../electron/core/vault/database/tables/events/event.ts';
import { migrations, SCHEMA } from '../../../../electron/core/vault/database/migrations/index.ts';
import { describeNotes } from '../../../../shared/words/notes.ts';
import { openExhibits } from '../../../../electron/core/vault/database/tables/evidence/exhibit.ts';
import type { CaseId, EventId } from '../../../../shared/model/identifier.ts';
import { assertKnownSchema, migrate } from '../../../../electron/core/vault/database/migrations/migrate.ts';
import { basisOf } from '../../../support/basis.ts';
import type { Migration } from '../../../../electron/core/vault/database/migrations/migration.ts';

const key = randomBytes(32);
let folder: string;
let path: string;
let database: Database;
const nothing = () => undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'casewright-migrations-'));
  path = join(folder, 'case.db');
  database = openDatabase({ path, key, mode: 'create' });
});
afterEach(() => {
  database.close();
  rmSync(folder, { recursive: true, force: true });
});

const next: Migration = { version: SCHEMA + 1, name: 'next', apply: (to) => to.execute('ALTER TABLE party ADD COLUMN nickname TEXT') };
const broken: Migration = {
  version: SCHEMA + 2,
  name: 'broken',
  apply(to) {
    to.execute('CREATE TABLE half_made (body TEXT)');
    to.execute('ALTER TABLE nowhere ADD COLUMN body TEXT');
  },
};
/** An event as schema 2 kept a version of it: its basis is a sentence. */
const caseEventOfSchemaTwo = {
  id: 'a0000000-0000-4000-8000-000000000001',
  caseId: 'a0000000-0000-4000-8000-000000000002',
  title: 'Door opened',
  description: '',
  lane: 'incident',
  standing: 'asserted',
  location: '',
  kind: 'happening',
  happened: {
    earliest: 10,
    latest: 20,
    edtf: '2031-05-14',
    phrase: '14 May 2031',
    zone: 'Asia/Shanghai',
    precision: 'day',
    approximate: false,
    uncertain: false,
    basis: '',
  },
  recorded: null,
  learned: null,
  clockId: null,
  allegations: [],
  tags: [],
  parties: [],
  citations: [],
  enteredAt: 5,
  enteredBy: 'A',
  version: 1,
};
const plan = (sql: string) =>
  database
    .all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql.replaceAll('?', "'1'")}`)
    .map(({ detail }) => detail)
    .join(' | ');

describe('migrations', () => {
  it('are one numbered file each and import nothing but their own type', () => {
    const files = readdirSync('electron/core/vault/database/migrations')
      .filter((name) => /^\d/.test(name))
      .sort();
    expect(files).toHaveLength(migrations.length);
    files.forEach((name, index) => {
      expect(name).toBe(`${String(index + 1).padStart(4, '0')}-${migrations[index]?.name ?? ''}.ts`);
      const imports = [...readFileSync(join('electron/core/vault/database/migrations', name), 'utf8').matchAll(/from '([^']+)'/g)].map(
        ([, from]) => from,
      );
      expect(imports).toEqual(['./migration.ts']);
    });
  });

  it('make a new database without a copy, and do nothing the second time', () => {
    expect(migrate(database, path, nothing)).toEqual({ from: 0, to: SCHEMA, copy: null });
    expect(database.pragma('user_version')).toBe(SCHEMA);
    expect(migrate(database, path, nothing)).toBeUndefined();
  });

  it('make STRICT tables only', () => {
    migrate(database, path, nothing);
    const loose = database.all(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'",
    );
    expect(loose).toEqual([]);
  });

  it('keep a copy of an existing database, which opens with the same key and has the former schema', () => {
    migrate(database, path, nothing);
    const migrated = migrate(database, path, nothing, [...migrations, next]);
    expect(migrated).toMatchObject({
      from: SCHEMA,
      to: SCHEMA + 1,
      copy: expect.stringMatching(new RegExp(`^case\\.db\\.schema-${SCHEMA}\\.\\d{8}T\\d{6}Z$`)),
    });
    const copy = openDatabase({ path: join(folder, migrated?.copy ?? ''), key, mode: 'examine' });
    expect(copy.pragma('user_version')).toBe(SCHEMA);
    copy.close();
  });

  it('leave everything as it was when one of them fails, and say where the copy is', () => {
    migrate(database, path, nothing);
    expect(() => migrate(database, path, nothing, [...migrations, next, broken])).toThrow(
      expect.objectContaining({
        code: 'vault.migration-failed',
        message: expect.stringMatching(new RegExp(`schema ${SCHEMA + 2}.*case\\.db\\.schema-${SCHEMA}`)),
      }),
    );
    expect(database.pragma('user_version')).toBe(SCHEMA);
    expect(database.get("SELECT 1 FROM sqlite_schema WHERE name = 'half_made'")).toBeUndefined();
    expect(database.all("SELECT 1 FROM pragma_table_info('party') WHERE name = 'nickname'")).toEqual([]);
  });

  it('keep what a vault of schema 1 held: its events have one moment, no clock, and are their own first version', () => {
    migrate(database, path, nothing, migrations.slice(0, 1));
    database.execute(`
      INSERT INTO case_record VALUES ('c', 'R', 'T', 'Asia/Shanghai', '', 'other', 1, 'A');
      INSERT INTO event (id, case_id, earliest, latest, lane, standing, precision, approximate, uncertain, title, edtf, phrase, zone, basis, location, entered_at, entered_by, description)
        VALUES ('e', 'c', 10, 20, 'incident', 'asserted', 'second', 0, 0, 'Door opened', '2031', '2031', 'Asia/Shanghai', 'b', '', 5, 'A', '')`);
    expect(migrate(database, path, nothing)).toMatchObject({ from: 1, to: SCHEMA });
    const [event, ...others] = openEvents(database).read.list('c' as CaseId);
    expect(event).toMatchObject({
      id: 'e',
      kind: 'happening',
      happened: { earliest: 10, latest: 20, phrase: '2031' },
      recorded: null,
      learned: null,
      clockId: null,
      tags: [],
      allegations: [],
      version: 1,
    });
    expect(others).toEqual([]);
  });

  it('keep what a vault of schema 2 said in sentences, and take for facts only what is one of them from end to end', () => {
    migrate(database, path, nothing, migrations.slice(0, 2));
    const insert = (id: string, basis: string) =>
      database.run(
        `INSERT INTO event (id, case_id, earliest, latest, lane, standing, precision, approximate, uncertain, title, edtf, phrase, zone, basis, location, entered_at, entered_by, description)
          VALUES (?, 'c', 10, 20, 'incident', 'asserted', 'day', 0, 0, ?, '2031', '2031', 'Asia/Shanghai', ?, '', 5, 'A', '')`,
        id,
        id,
        basis,
      );
    database.execute(`
      INSERT INTO case_record VALUES ('c', 'R', 'T', 'Asia/Shanghai', '', 'other', 1, 'A');`);
    insert('english', 'The whole day in Asia/Shanghai.');
    insert('chinese', '该整分钟。 按 Asia/Shanghai 的当地时间读取。');
    insert('longer', 'The whole day in Asia/Shanghai. Marked approximate: widened by a day on each side.');
    insert('elsewhere', 'The whole day in Europe/Berlin.');
    insert('nothing', '');
    database.run(
      `INSERT INTO event_moment SELECT ordinal, 'recorded', earliest, latest, edtf, phrase, zone, precision, approximate, uncertain, basis FROM event WHERE id = 'chinese'`,
    );
    const version = { ...caseEventOfSchemaTwo, happened: { ...caseEventOfSchemaTwo.happened, basis: 'The whole day in Asia/Shanghai.' } };
    database.run(`INSERT INTO event_version VALUES ('english', 1, ?, 6, 'B')`, JSON.stringify(version));
    expect(migrate(database, path, nothing)).toMatchObject({ from: 2, to: SCHEMA });
    const events = openEvents(database).read;
    const said = new Map(events.list('c' as CaseId).map((event) => [event.id as string, event]));
    const zone = 'Asia/Shanghai';
    const basis = (id: string) => said.get(id)?.happened.basis;
    expect(basis('english')).toEqual([{ code: 'basis.day', values: { zone } }]);
    const minute = [{ code: 'basis.minute' }, { code: 'basis.local', values: { zone } }];
    expect([basis('chinese'), said.get('chinese')?.recorded?.basis]).toEqual([minute, minute]);
    expect(basisOf(said.get('chinese')?.happened)).toBe('The whole minute. Read as local time in Asia/Shanghai.');
    for (const id of ['longer', 'elsewhere'])
      expect(['en', 'zh-CN'].map((language) => basisOf(said.get(id)?.happened, language as 'en'))).toEqual([
        database.get<{ basis: string }>('SELECT basis FROM event WHERE id = ?', id)?.basis,
        database.get<{ basis: string }>('SELECT basis FROM event WHERE id = ?', id)?.basis,
      ]);
    expect(basis('nothing')).toEqual([]);
    expect(basisOf(events.versions('english' as EventId)[0]?.event.happened, 'zh-CN')).toBe('The whole day in Asia/Shanghai.');
  });

  it('keep what a vault of schema 3 said of its exhibits, as facts where a sentence is known from its first to its last letter', () => {
    migrate(database, path, nothing, migrations.slice(0, 3));
    database.execute("INSERT INTO case_record VALUES ('c', 'R', 'T', 'Asia/Shanghai', '', 'other', 1, 'A')");
    const old: readonly (readonly [note: string, english: string, chinese: RegExp])[] = [
      ['', '', /^$/],
      ['The file is empty.', 'The file is empty.', /^文件为空。$/],
      [
        'The name ends in .jpg, but the content is application/pdf. 1 of 3 pages carry no text (pictures of text are not read yet).',
        'The name ends in .jpg, but the content is application/pdf. 1 of 3 pages carry no text (pictures of text are not read yet).',
        /^[^a-z]*\.jpg[^a-z]*application\/pdf[^a-z]*$/,
      ],
      [
        'Reading took longer than 120 seconds and was stopped.',
        'Reading took longer than 120 seconds and was stopped.',
        /^[^a-z]*120[^a-z]*$/,
      ],
      [
        'The message could not be taken apart: Maximum depth. Stop.',
        'The message could not be taken apart: “Maximum depth. Stop.”.',
        /“Maximum depth\. Stop\.”/,
      ],
      [
        'FailureError: The content could not be read: The picture is damaged or cut short.',
        'The picture is damaged or cut short.',
        /^图片已损坏或不完整。$/,
      ],
      ['The file is empty. And more.', 'The file is empty. And more.', /^文件为空。And more\.$/],
      ['RangeError: offset is out of bounds', 'RangeError: offset is out of bounds', /^RangeError: offset is out of bounds$/],
      ['the file is empty.', 'the file is empty.', /^the file is empty\.$/],
    ];
    for (const [index, [note]] of old.entries()) {
      database.run("INSERT INTO sealed_object VALUES (?, 's', 10, ?, 5)", `o${index}`, `h${index}`);
      database.run(
        `INSERT INTO exhibit (id, case_id, serial, number, title, file_name, kind, media_type, bytes, sha256, object_name, source, acquired_at, acquired_by, method, reading, reading_note, covered)
          VALUES (?, 'c', ?, ?, 't', 'f', 'text', 'text/plain', 5, ?, ?, '', 1, 'A', '', 'minimal', ?, 0)`,
        `e${index}`,
        index + 1,
        `EX-${String(index + 1).padStart(4, '0')}`,
        `h${index}`,
        `o${index}`,
        note,
      );
    }
    expect(migrate(database, path, nothing)).toMatchObject({ from: 3, to: SCHEMA });
    const exhibits = openExhibits(database).read.list('c' as CaseId);
    expect(exhibits.map(({ findings }) => describeNotes(findings.notes, 'en'))).toEqual(old.map(([, english]) => english));
    for (const [index, [, , chinese]] of old.entries())
      expect(describeNotes(exhibits[index]?.findings.notes ?? [], 'zh-CN')).toMatch(chinese);
    expect(database.all<{ note: string }>('SELECT reading_note AS note FROM exhibit ORDER BY serial').map(({ note }) => note)).toEqual(
      old.map(([note]) => note),
    );
  });

  it('undo the schema when its ledger entry cannot be written', () => {
    expect(() =>
      migrate(database, path, () => {
        throw new Error('no room');
      }),
    ).toThrow(expect.objectContaining({ code: 'vault.migration-failed' }));
    expect(database.pragma('user_version')).toBe(0);
  });

  it('refuse a database from the future and steps with a gap', () => {
    database.pragma('user_version = 7');
    expect(() => assertKnownSchema(database)).toThrow(expect.objectContaining({ code: 'vault.database-future' }));
    expect(() => migrate(database, path, nothing, [broken])).toThrow(/without gaps/);
  });
});

describe('the schema', () => {
  beforeEach(() => void migrate(database, path, nothing));

  it('finds events, exhibits and ledger entries by index and without sorting', () => {
    const hot = {
      event: 'SELECT id FROM event WHERE case_id = ? AND removed = 0 ORDER BY earliest, latest, ordinal',
      exhibit: 'SELECT title FROM exhibit WHERE case_id = ? ORDER BY serial',
      'exhibit by number': 'SELECT title FROM exhibit WHERE case_id = ? AND number = ?',
      'exhibit by hash': 'SELECT title FROM exhibit WHERE case_id = ? AND sha256 = ?',
      'custody of one exhibit': 'SELECT body FROM custody_entry WHERE exhibit_id = ? ORDER BY sequence DESC LIMIT 200',
      'audit of one case': 'SELECT body FROM audit_entry WHERE case_id = ? AND sequence < ? ORDER BY sequence DESC LIMIT 200',
      'last entry': 'SELECT hash FROM custody_entry ORDER BY sequence DESC LIMIT 1',
      'tree node': "SELECT hash FROM merkle_node WHERE chain = 'audit' AND level = ? AND position = ?",
      citation: 'SELECT 1 FROM citation WHERE exhibit_id = ?',
    };
    const plans = Object.fromEntries(Object.entries(hot).map(([name, sql]) => [name, plan(sql)]));
    for (const [name, text] of Object.entries(plans)) {
      expect(text, name).not.toMatch(/TEMP B-TREE/);
      if (name !== 'last entry') expect(text, name).toMatch(/SEARCH .* USING .*(INDEX|PRIMARY KEY)/);
    }
    expect(plans['event']).toContain('event_by_earliest');
    expect(plans['exhibit by number']).toMatch(/exhibit_by_number|sqlite_autoindex/);
  });

  it.each(['custody_entry', 'audit_entry'])('refuses to change, replace or delete a row of %s', (table) => {
    const body = JSON.stringify({ act: 'x', caseId: null, exhibitId: null, sequence: 1 });
    const insert = (verb: string) =>
      database.run(
        `${verb} INTO ${table} (sequence, body, hash, signature, public_key) VALUES (1, ?, zeroblob(32), zeroblob(64), zeroblob(32))`,
        body,
      );
    insert('INSERT');
    for (const change of [`UPDATE ${table} SET body = body`, `DELETE FROM ${table}`])
      expect(() => database.run(change)).toThrow(/append-only/);
    expect(() => insert('INSERT OR REPLACE')).toThrow(/append-only/);
    expect(() =>
      database.run(
        `INSERT INTO ${table} (sequence, body, hash, signature, public_key) VALUES (2, ?, zeroblob(32), zeroblob(64), zeroblob(32))`,
        body,
      ),
    ).toThrow(/CHECK/);
  });

  it('refuses to delete evidence or to change its number, hash, bytes, object or acquisition', () => {
    database.execute(`
      INSERT INTO case_record VALUES ('c', 'R', 'T', 'UTC', '', 'other', 1, 'A');
      INSERT INTO sealed_object VALUES ('o', 's', 10, 'h', 5), ('p', 's', 10, 'i', 5);
      INSERT INTO exhibit (id, case_id, serial, number, title, file_name, kind, media_type, bytes, sha256, object_name, source, acquired_at, acquired_by, method, reading, reading_note, covered)
        VALUES ('e', 'c', 1, 'EX-0001', 't', 'f', 'text', 'text/plain', 5, 'h', 'o', '', 1, 'A', '', 'pending', '', 0);
      INSERT INTO acquisition (exhibit_id, file_name, original_path, source, method, acquired_at, acquired_by) VALUES ('e', 'f', 'p', '', '', 1, 'A');`);
    for (const change of [
      "number = 'EX-0002', serial = 2",
      "sha256 = 'i'",
      'bytes = 6',
      "object_name = 'p'",
      'acquired_at = 2',
      "file_name = 'g'",
    ]) {
      expect(() => database.run(`UPDATE exhibit SET ${change}`), change).toThrow(/keeps its identity/);
    }
    expect(() => database.run("UPDATE sealed_object SET sha256 = 'x' WHERE name = 'o'")).toThrow(/keeps its identity/);
    expect(() => database.run("UPDATE acquisition SET source = 'x'")).toThrow(/append-only/);
    for (const table of ['exhibit', 'sealed_object', 'case_record', 'acquisition'])
      expect(() => database.run(`DELETE FROM ${table}`), table).toThrow(/never deleted|append-only/);
    database.run("UPDATE exhibit SET title = 'another', reading = 'read', covered = 1");
  });
});
