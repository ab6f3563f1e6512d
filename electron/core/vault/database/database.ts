import { closeSync, fstatSync, openSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { invariant } from '../../../../shared/assert.ts';
import { FailureError } from '../../../../shared/result.ts';
import { toTheEnd } from '../../../../shared/to-the-end.ts';
import { readFully } from '../../disk/replace-file.ts';
import { damaged, explain } from './database-errors.ts';

export type SqlValue = string | number | bigint | null | Uint8Array;

/** Every setting that is set, and read back, at every open: SQLite drops some of them silently. */
const SETTINGS: readonly (readonly [name: string, set: string, expected: string | number])[] = [
  // Held for as long as the vault is open: a second opener is refused by the file itself, not only by the lock file.
  ['locking_mode', 'EXCLUSIVE', 'exclusive'],
  ['journal_mode', 'WAL', 'wal'],
  // A reopened WAL database falls back to NORMAL, which may lose the last commits with the power.
  ['synchronous', 'FULL', 2],
  // On disk, one sort would leave the sorted rows behind as plaintext.
  ['temp_store', 'MEMORY', 2],
  ['foreign_keys', 'ON', 1],
  ['secure_delete', 'ON', 1],
  ['trusted_schema', 'OFF', 0],
  ['cell_size_check', 'ON', 1],
  ['recursive_triggers', 'ON', 1],
  ['mmap_size', '0', 0],
];

/** Settings that write to the file or hold it: not for a look that must change nothing. */
const FILE_SETTINGS: ReadonlySet<string> = new Set(['locking_mode', 'journal_mode', 'synchronous', 'secure_delete']);

const PLAIN_HEADER = Buffer.from('SQLite format 3\0', 'latin1');

/** SQL on one encrypted file. Every error of the driver leaves as a failure that names what is affected. */
export class Database {
  readonly #sqlite: Sqlite.Database;
  readonly #path: string;
  readonly #file: number;
  readonly #statements = new Map<string, Sqlite.Statement<SqlValue[]>>();
  readonly readOnly: boolean;
  readonly #cut: boolean;

  /**
   * `file` is a descriptor of the same file, kept open for as long as SQLite has it open: closing any descriptor of a file
   * drops all locks the process holds on it.
   */
  constructor(sqlite: Sqlite.Database, path: string, file: number, { cut = false, readOnly = sqlite.readonly } = {}) {
    this.#sqlite = sqlite;
    this.#path = path;
    this.#file = file;
    this.readOnly = readOnly;
    this.#cut = cut;
  }

  get<Row>(sql: string, ...values: SqlValue[]): Row | undefined {
    return this.#run(sql, (statement) => statement.get(...values) as Row | undefined);
  }

  all<Row>(sql: string, ...values: SqlValue[]): Row[] {
    return this.#run(sql, (statement) => statement.all(...values) as Row[]);
  }

  run(sql: string, ...values: SqlValue[]): { readonly changes: number; readonly rowid: number } {
    return this.#run(sql, (statement) => {
      const { changes, lastInsertRowid } = statement.run(...values);
      return { changes, rowid: Number(lastInsertRowid) };
    });
  }

  /** Streams rows as arrays in column order; nothing may be written until it has ended. */
  *stream<Row extends readonly unknown[]>(sql: string, ...values: SqlValue[]): Generator<Row> {
    this.#assertOpen();
    try {
      // A statement of its own: a cached one would be busy if two streams of the same query ran side by side.
      yield* this.#sqlite
        .prepare<SqlValue[]>(sql)
        .raw(true)
        .iterate(...values) as IterableIterator<Row>;
    } catch (error) {
      throw explain(error, this.#path, sql);
    }
  }

  execute(sql: string): void {
    this.#assertOpen();
    try {
      this.#sqlite.exec(sql);
    } catch (error) {
      throw explain(error, this.#path, sql);
    }
  }

  pragma(text: string): unknown {
    this.#assertOpen();
    try {
      return this.#sqlite.pragma(text, { simple: true });
    } catch (error) {
      throw explain(error, this.#path, `PRAGMA ${text}`);
    }
  }

  /** Runs `work` in one transaction; it must be synchronous, because a transaction must not outlive the call. */
  transact<T>(work: () => T): T {
    this.#assertOpen();
    try {
      return this.#sqlite
        .transaction(() => {
          const value = work();
          invariant(!(value instanceof Promise), 'a transaction is synchronous');
          return value;
        })
        .immediate();
    } catch (error) {
      throw explain(error, this.#path, 'COMMIT');
    }
  }

  /** Brings everything committed into the database file and empties the write-ahead log. */
  checkpoint(): void {
    this.pragma('wal_checkpoint(TRUNCATE)');
  }

  /**
   * The file must be as long as its pages: SQLite does not notice an appended page. While pages still lie in the log
   * the file may be shorter, so `exactly` is for after a `checkpoint`.
   */
  assertFileSize(exactly: boolean): void {
    const expected = Number(this.pragma('page_count')) * Number(this.pragma('page_size'));
    const actual = this.fileBytes();
    if (this.#cut) throw damaged(`the file was cut off after ${actual} bytes`);
    if (exactly ? actual !== expected : actual > expected) throw damaged(`the file has ${actual} bytes and its pages have ${expected}`);
  }

  /** Length of the database file itself, without its log. */
  fileBytes(): number {
    return fstatSync(this.#file).size;
  }

  /** Bytes of the file as they lie on disk, encrypted; short at the end of the file. */
  readFile(position: number, length: number): Buffer {
    const bytes = Buffer.alloc(length);
    return bytes.subarray(0, readFully(this.#file, bytes, position));
  }

  close(): void {
    if (!this.#sqlite.open) return;
    this.#statements.clear();
    try {
      toTheEnd(
        () => void this.#sqlite.close(),
        () => closeSync(this.#file),
      );
    } catch (error) {
      throw explain(error, this.#path, '');
    }
  }

  #run<T>(sql: string, use: (statement: Sqlite.Statement<SqlValue[]>) => T): T {
    this.#assertOpen();
    try {
      let statement = this.#statements.get(sql);
      if (!statement) {
        statement = this.#sqlite.prepare<SqlValue[]>(sql);
        this.#statements.set(sql, statement);
      }
      return use(statement);
    } catch (error) {
      throw explain(error, this.#path, sql);
    }
  }

  /** A job that outlives the lock by a moment is told so, instead of being taken for a defect. */
  #assertOpen(): void {
    if (!this.#sqlite.open) throw new FailureError('vault.locked');
  }
}

export interface OpenDatabase {
  readonly path: string;
  /** 32 bytes. */
  readonly key: Uint8Array;
  /**
   * `create` makes the file and fails when it is there; `examine` opens read-only and changes not one byte; `still` only reads as well, and
   * holds the file for itself, so that it needs no file beside it.
   */
  readonly mode: 'create' | 'open' | 'examine' | 'still';
}

/** Opens `case.db`: SQLCipher version 4 pages under a raw key. Throws vault.database-* and vault.in-use failures. */
export function openDatabase({ path, key, mode }: OpenDatabase): Database {
  const file = openFile(path, mode);
  const secret = rawKey(key);
  let sqlite: Sqlite.Database | undefined;
  try {
    if (mode !== 'create') assertEncrypted(file);
    sqlite = new Sqlite(path, { fileMustExist: true, readonly: mode === 'examine', timeout: 200 });
    sqlite.pragma("cipher = 'sqlcipher'");
    sqlite.pragma('legacy = 4');
    sqlite.key(secret);
    // Before the first read, so that the log's index is kept in memory and not in a shared file.
    if (mode !== 'examine') sqlite.pragma('locking_mode = EXCLUSIVE');
    const cut = readSchema(sqlite, mode);
    const readOnly = mode === 'examine' || mode === 'still';
    applySettings(sqlite, readOnly ? SETTINGS.filter(([name]) => !FILE_SETTINGS.has(name)) : SETTINGS);
    if (readOnly) sqlite.pragma('query_only = ON');
    return new Database(sqlite, path, file, { cut, readOnly });
  } catch (error) {
    try {
      toTheEnd(
        () => void sqlite?.close(),
        () => closeSync(file),
      );
    } catch {
      // What stood in the way of opening is what is said.
    }
    throw explain(error, path, '');
  } finally {
    secret.fill(0);
  }
}

/**
 * SQLite refuses a file with fewer pages than it should have, whatever is asked of it. For a look, what is left is taken as it is:
 * a read-only connection on which the schema counts as under repair. Answers whether that was needed.
 */
function readSchema(sqlite: Sqlite.Database, mode: OpenDatabase['mode']): boolean {
  const read = () => void sqlite.prepare('SELECT COUNT(*) FROM sqlite_schema').get();
  try {
    read();
    return false;
  } catch (error) {
    if (mode !== 'examine' || (error as { code?: unknown }).code !== 'SQLITE_CORRUPT') throw error;
    sqlite.unsafeMode(true);
    sqlite.pragma('writable_schema = ON');
    read();
    return true;
  }
}

function applySettings(sqlite: Sqlite.Database, settings: typeof SETTINGS): void {
  for (const [name, value] of settings) sqlite.pragma(`${name} = ${value}`);
  for (const [name, , expected] of settings) {
    invariant(sqlite.pragma(name, { simple: true }) === expected, `the database did not accept ${name}`);
  }
}

/**
 * The form in which SQLCipher takes a key as it is: x'…' around exactly 64 hexadecimal digits.
 * Any other length would silently be taken for a passphrase, and a vault made with it would open nowhere else.
 */
export function rawKey(key: Uint8Array): Buffer {
  invariant(key.byteLength === 32, `the database key must have 32 bytes, not ${key.byteLength}`);
  const digits = '0123456789abcdef';
  const text = Buffer.alloc(67);
  text.write("x'", 0, 'latin1');
  key.forEach((byte, at) => {
    text[2 + 2 * at] = digits.charCodeAt(byte >> 4);
    text[3 + 2 * at] = digits.charCodeAt(byte & 15);
  });
  text.write("'", 66, 'latin1');
  const hex = text.subarray(2, 66);
  invariant(
    hex.length === 64 && hex.every((one) => digits.includes(String.fromCharCode(one))),
    'the database key is not 64 hexadecimal digits',
  );
  return text;
}

function openFile(path: string, mode: OpenDatabase['mode']): number {
  try {
    return openSync(path, mode === 'create' ? 'wx+' : 'r', 0o600);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw damaged('the file is missing');
    throw explain(error, path, '');
  }
}

function assertEncrypted(file: number): void {
  if (fstatSync(file).size === 0) throw damaged('the file is empty');
  const head = Buffer.alloc(PLAIN_HEADER.length);
  readFully(file, head, 0);
  if (head.equals(PLAIN_HEADER)) throw new FailureError('vault.database-plain');
}
