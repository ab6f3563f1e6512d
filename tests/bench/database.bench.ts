import { randomBytes } from 'node:crypto';
import { openSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { Database, openDatabase } from '../../electron/core/vault/database/database.ts';

const PASSAGES = 30_000;
const ROWS = 200_000;
/** Many short rounds in turns: the machine's other work, and how long the disk takes to be sure, vary more than what is compared. */
const ROUNDS = 20;

interface Row {
  readonly work: string;
  readonly ours: number;
  readonly peer: number;
  readonly ratio: number;
  readonly unit: string;
  readonly bound: number;
}

/** The same work by the same driver with the same settings, on an encrypted file and on a plain one, in turns. */
export default function measureDatabase(): readonly Row[] {
  const folder = mkdtempSync(join(tmpdir(), 'casewright-bench-'));
  const ours = openDatabase({ path: join(folder, 'ours.db'), key: randomBytes(32), mode: 'create' });
  const peer = openPlain(join(folder, 'peer.db'));
  try {
    for (const database of [ours, peer]) prepare(database);
    // SQLCipher keeps 80 bytes of every page for its seal: full-text leaves of the usual 4050 bytes would each spill onto a second page.
    ours.execute("INSERT INTO passage_text (passage_text, rank) VALUES ('pgsz', 3900)");
    const texts = writeTexts();
    const compare = (work: string, bound: number, run: (database: Database, round: number) => void): Row => {
      const times = { ours: [] as number[], peer: [] as number[] };
      for (let round = 0; round < ROUNDS; round += 1) {
        times.peer.push(timed(() => run(peer, round)));
        times.ours.push(timed(() => run(ours, round)));
      }
      // The least of the rounds: what the disk or the machine's other work adds is not what is compared.
      const [our, their] = [Math.min(...times.ours), Math.min(...times.peer)];
      return { work, ours: our, peer: their, ratio: our / their, unit: 'ms', bound };
    };
    const part = PASSAGES / ROUNDS;
    return [
      compare(`index ${part} passages of full text`, 1.2, (database, round) =>
        indexTexts(database, texts.slice(round * part, (round + 1) * part)),
      ),
      compare('80 full-text queries', 1.2, (database) => query(database)),
      compare('40 durable commits', 1.5, (database) => commit(database)),
      compare('400 warm range queries', 1.3, (database) => range(database)),
    ];
  } finally {
    ours.close();
    peer.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What openDatabase does, without cipher and key. */
function openPlain(path: string): Database {
  const sqlite = new Sqlite(path);
  const settings = [
    'locking_mode = EXCLUSIVE',
    'journal_mode = WAL',
    'synchronous = FULL',
    'temp_store = MEMORY',
    'foreign_keys = ON',
    'secure_delete = ON',
    'trusted_schema = OFF',
    'cell_size_check = ON',
    'mmap_size = 0',
  ];
  for (const setting of settings) sqlite.pragma(setting);
  return new Database(sqlite, path, openSync(path, 'r'));
}

function prepare(database: Database): void {
  database.execute(`
    CREATE VIRTUAL TABLE passage_text USING fts5(body, tokenize = 'unicode61 remove_diacritics 2', content = '', contentless_delete = 1);
    CREATE TABLE event (ordinal INTEGER PRIMARY KEY, case_id TEXT NOT NULL, earliest INTEGER NOT NULL, latest INTEGER NOT NULL, title TEXT NOT NULL) STRICT;
    CREATE INDEX event_by_earliest ON event (case_id, earliest, latest, ordinal);
    CREATE TABLE note (ordinal INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT;`);
  database.transact(() => {
    for (let ordinal = 0; ordinal < ROWS; ordinal += 1) {
      database.run(
        'INSERT INTO event (case_id, earliest, latest, title) VALUES (?, ?, ?, ?)',
        'case',
        ordinal * 60_000,
        ordinal * 60_000 + 1000,
        `What happened in minute ${ordinal}`,
      );
    }
  });
  database.checkpoint();
}

const WORDS =
  'corridor camera dinner hotel manager report statement memo witness leaflet policy training hotline dismissal meeting room key card lift lobby morning evening night message call'.split(
    ' ',
  );
const HAN = Array.from('监控酒店走廊陪酒员工经理报告声明证人会议房间钥匙电梯大堂早上晚上消息电话处理公司制度培训热线');

function pick(list: readonly string[], index: number): string {
  return list[index % list.length] ?? '';
}

function writeTexts(): string[] {
  let state = 42;
  const next = (limit: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * limit);
  };
  const word = () =>
    next(3) === 0
      ? `${pick(HAN, next(HAN.length))} ${pick(HAN, next(HAN.length))}`
      : `${pick(WORDS, next(WORDS.length))}${next(40) === 0 ? next(5000) : ''}`;
  return Array.from({ length: PASSAGES }, () => Array.from({ length: 22 }, word).join(' '));
}

function indexTexts(database: Database, texts: readonly string[]): void {
  database.transact(() => {
    for (const text of texts) database.run('INSERT INTO passage_text (body) VALUES (?)', text);
  });
}

function query(database: Database): void {
  for (let index = 0; index < 20; index += 1) {
    const [one, other] = [pick(WORDS, index), pick(WORDS, index * 7 + 3)];
    for (const match of [
      `${one} AND ${other}`,
      `"${one} ${other}"`,
      `"${pick(HAN, index)} ${pick(HAN, index + 5)}"`,
      `${one}${index * 11}`,
    ]) {
      database.all('SELECT rowid FROM passage_text WHERE passage_text MATCH ? ORDER BY rank LIMIT 50', match);
    }
  }
}

function commit(database: Database): void {
  for (let index = 0; index < 40; index += 1)
    database.transact(() => database.run('INSERT INTO note (body) VALUES (?)', 'a custody entry of ordinary length '.repeat(12)));
}

function range(database: Database): void {
  for (let index = 0; index < 400; index += 1) {
    const from = ((index * 97) % ROWS) * 60_000;
    database.all(
      'SELECT ordinal, earliest, latest FROM event WHERE case_id = ? AND earliest >= ? AND earliest < ? ORDER BY earliest',
      'case',
      from,
      from + 300 * 60_000,
    );
  }
}

function timed(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
