import { createDecipheriv, randomBytes } from 'node:crypto';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Database, openDatabase, rawKey } from '../../../../electron/core/vault/database/database.ts';
import { checkPageSeals } from '../../../../electron/core/vault/database/page-seal.ts';

const PAGE = 4096;
const key = randomBytes(32);
let folder: string;
let path: string;
const opened: Database[] = [];

const open = (mode: 'create' | 'open' | 'examine' = 'open', at = path, secret: Uint8Array = key) => {
  const database = openDatabase({ path: at, key: secret, mode });
  opened.push(database);
  return database;
};

/** A closed database with some hundred rows on dozens of pages. */
function fill(): void {
  const database = open('create');
  database.execute('CREATE TABLE note (ordinal INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT');
  database.transact(() => {
    for (let index = 0; index < 400; index += 1)
      database.run('INSERT INTO note (body) VALUES (?)', `${index} ${'lorem ipsum '.repeat(30)}`);
  });
  database.checkpoint();
  database.close();
}

/** Page by page: AES-256-CBC under the raw key, the vector in the last 80 bytes; page 1 begins with the salt where SQLite has its own header. */
function decrypt(file: Buffer): Buffer {
  const plain = Buffer.alloc(file.length);
  for (let at = 0; at < file.length; at += PAGE) {
    const skip = at === 0 ? 16 : 0;
    const page = file.subarray(at, at + PAGE);
    const decipher = createDecipheriv('aes-256-cbc', key, page.subarray(PAGE - 80, PAGE - 64)).setAutoPadding(false);
    Buffer.concat([decipher.update(page.subarray(skip, PAGE - 80)), decipher.final()]).copy(plain, at + skip);
  }
  plain.write('SQLite format 3\0', 0, 'latin1');
  // Read and written without a log: the copy has none.
  plain[18] = plain[19] = 1;
  return plain;
}

const flip = (position: number, bit = 1) => {
  const bytes = readFileSync(path);
  bytes[position] = (bytes[position] as number) ^ bit;
  writeFileSync(path, bytes);
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'casewright-database-'));
  path = join(folder, 'case.db');
});
afterEach(() => {
  for (const database of opened.splice(0)) {
    try {
      database.close();
    } catch {
      // Closed by the test itself.
    }
  }
  rmSync(folder, { recursive: true, force: true });
});

describe('the encrypted database', () => {
  it('sets every setting and finds it set again after a reopening', () => {
    fill();
    const database = open();
    const read = (name: string) => database.pragma(name);
    expect([read('journal_mode'), read('synchronous'), read('temp_store'), read('foreign_keys')]).toEqual(['wal', 2, 2, 1]);
    expect([read('secure_delete'), read('trusted_schema'), read('cell_size_check'), read('mmap_size')]).toEqual([1, 0, 1, 0]);
    expect([read('recursive_triggers'), read('locking_mode')]).toEqual([1, 'exclusive']);
  });

  it('shows neither SQLite’s header nor any text on disk, in the file and in its log', () => {
    const database = open('create');
    database.execute('CREATE TABLE secret (body TEXT NOT NULL) STRICT');
    database.run('INSERT INTO secret VALUES (?)', 'the corridor camera');
    const log = readFileSync(`${path}-wal`);
    database.checkpoint();
    const file = readFileSync(path);
    expect(file.subarray(0, 16).toString('latin1')).not.toBe('SQLite format 3\0');
    for (const bytes of [file, log]) expect(bytes.includes('corridor')).toBe(false);
  });

  it.each([0, 16, 31, 33, 64])('refuses a key of %i bytes instead of taking it for a passphrase', (length) => {
    expect(() => rawKey(randomBytes(length))).toThrow(/32 bytes/);
    expect(() => open('create', path, randomBytes(length))).toThrow(/32 bytes/);
  });

  it('hands the key over as 64 hexadecimal digits', () => {
    expect(rawKey(Uint8Array.from({ length: 32 }, (_, index) => index * 8)).toString('latin1')).toMatch(/^x'[0-9a-f]{64}'$/);
  });

  it('refuses a database that is not encrypted', () => {
    const plain = new Sqlite(path);
    plain.exec('CREATE TABLE note (body TEXT)');
    plain.close();
    expect(() => open()).toThrow(expect.objectContaining({ code: 'vault.database-plain' }));
  });

  it('refuses another key, an empty file and a missing one, and names what is wrong', () => {
    fill();
    expect(() => open('open', path, randomBytes(32))).toThrow(/first page does not authenticate/);
    writeFileSync(join(folder, 'empty.db'), '');
    expect(() => open('open', join(folder, 'empty.db'))).toThrow(/the file is empty/);
    expect(() => open('open', join(folder, 'none.db'))).toThrow(/the file is missing/);
    expect(existsSync(join(folder, 'none.db'))).toBe(false);
  });

  it('never makes a database over a file that is there', () => {
    writeFileSync(path, 'something');
    expect(() => open('create')).toThrow(/EEXIST/);
    expect(readFileSync(path, 'utf8')).toBe('something');
  });

  it('names the table whose page has one flipped bit, and reads the rows before it', () => {
    fill();
    flip(20 * PAGE + 700);
    const database = open();
    expect(() => database.all('SELECT * FROM note')).toThrow(/a page of the table note does not authenticate/);
    expect(database.get<{ ordinal: number }>('SELECT ordinal FROM note WHERE ordinal = 1')).toEqual({ ordinal: 1 });
  });

  it('finds every flipped bit by the seal of its page, wherever in the page it is', () => {
    fill();
    for (const position of [16, 24, 100, PAGE - 1, 5 * PAGE, 9 * PAGE + 4095, 12 * PAGE + PAGE - 70]) {
      const whole = readFileSync(path);
      const database = open('examine');
      flip(position, 0x80);
      const broken = [...checkPageSeals(database, key)].flatMap((batch) => batch.broken);
      expect(broken).toEqual([Math.floor(position / PAGE) + 1]);
      database.close();
      writeFileSync(path, whole);
    }
  });

  it('sees an appended page of zeros by the length of the file', () => {
    fill();
    writeFileSync(path, Buffer.concat([readFileSync(path), Buffer.alloc(PAGE)]));
    const database = open();
    database.checkpoint();
    expect(database.all('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    expect(() => database.assertFileSize(true)).toThrow(/the file has \d+ bytes and its pages have \d+/);
  });

  it('sees pages cut off at the end', () => {
    fill();
    writeFileSync(path, readFileSync(path).subarray(0, -3 * PAGE));
    expect(() => open().all('SELECT * FROM note')).toThrow(expect.objectContaining({ code: 'vault.database-damaged' }));
  });

  it('loses what lay behind a damaged frame of the log without a word: the reason for the checkpoint file', () => {
    const database = open('create');
    database.execute('CREATE TABLE note (body TEXT NOT NULL) STRICT');
    for (let index = 0; index < 5; index += 1) database.run('INSERT INTO note VALUES (?)', `entry ${index}`);
    const copy = join(folder, 'copy.db');
    copyFileSync(path, copy);
    const log = readFileSync(`${path}-wal`);
    const middle = Math.floor(log.length / 2);
    log[middle] = (log[middle] as number) ^ 1;
    writeFileSync(`${copy}-wal`, log);
    const rows = open('open', copy).all('SELECT * FROM note');
    expect(rows.length).toBeLessThan(5);
  });

  it('refuses a second opener of the same file', () => {
    fill();
    open();
    expect(() => open()).toThrow(expect.objectContaining({ code: 'vault.in-use' }));
  });

  it('changes not one byte when it only examines', () => {
    const first = open('create');
    first.execute('CREATE TABLE note (body TEXT NOT NULL) STRICT');
    first.run("INSERT INTO note VALUES ('kept in the log')");
    const copy = join(folder, 'copy.db');
    copyFileSync(path, copy);
    copyFileSync(`${path}-wal`, `${copy}-wal`);
    const before = [readFileSync(copy), readFileSync(`${copy}-wal`)];
    const examined = open('examine', copy);
    expect(examined.all('SELECT * FROM note')).toEqual([{ body: 'kept in the log' }]);
    expect(() => examined.run("INSERT INTO note VALUES ('more')")).toThrow(expect.objectContaining({ code: 'disk.denied' }));
    examined.close();
    expect([readFileSync(copy), readFileSync(`${copy}-wal`)]).toEqual(before);
  });

  it('says that the disk is full when it is', () => {
    const database = open('create');
    database.execute('CREATE TABLE note (body TEXT NOT NULL) STRICT');
    database.pragma('max_page_count = 5');
    expect(() => database.run('INSERT INTO note VALUES (?)', 'x'.repeat(50_000))).toThrow(expect.objectContaining({ code: 'disk.full' }));
    expect(database.all('SELECT * FROM note')).toEqual([]);
  });

  it('answers that the vault is locked once it is closed, even to a reader that was already reading', () => {
    fill();
    const database = open();
    const reader = database.stream('SELECT * FROM note');
    database.close();
    for (const ask of [() => database.all('SELECT * FROM note'), () => reader.next(), () => database.transact(() => 1)]) {
      expect(ask).toThrow(expect.objectContaining({ code: 'vault.locked' }));
    }
  });

  it('can be decrypted by the published description of SQLCipher 4 alone', () => {
    fill();
    const plain = join(folder, 'plain.db');
    writeFileSync(plain, decrypt(readFileSync(path)));
    const sqlite = new Sqlite(plain, { readonly: true });
    expect(sqlite.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(sqlite.prepare('SELECT COUNT(*) AS rows FROM note').get()).toEqual({ rows: 400 });
    sqlite.close();
  });

  it('undoes a transaction whose work throws or waits', () => {
    const database = open('create');
    database.execute('CREATE TABLE note (body TEXT NOT NULL) STRICT');
    const insert = () => database.run("INSERT INTO note VALUES ('a')");
    expect(() =>
      database.transact(() => {
        insert();
        throw new Error('stop');
      }),
    ).toThrow('stop');
    expect(() => database.transact(async () => insert())).toThrow(/synchronous/);
    expect(database.all('SELECT * FROM note')).toEqual([]);
  });
});
