import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { createCore } from '../../electron/core/index.ts';
import { doorLog } from './logs.ts';
import { askOf } from './vault.ts';

/** A process of its own that imports a log into a fresh vault and does the bare insertion after it; prints what it measured as JSON. */
const [folder = '', count = '100000'] = process.argv.slice(2);
const rows = Number(count);
const zone = 'Asia/Shanghai';
const AT_ONCE = 2000;

const file = join(folder, 'door.csv');
const handle = openSync(file, 'wx');
for (let from = 0; from < rows; from += 100_000) {
  // Piece by piece, so that the log itself weighs nothing here.
  const text = doorLog(Math.min(rows - from, 100_000), from);
  writeSync(handle, from === 0 ? text : text.slice(text.indexOf('\n') + 1));
}
closeSync(handle);

const core = createCore();
const ask = askOf(core);
await ask('vault.create', { folder: join(folder, 'Bench.casewright'), user: 'Bench', passphrase: 'seven lamps on the corridor' });
const { id: caseId } = await ask('case.create', { reference: 'B-1', title: 'Bench', zone });
const { files } = await ask('exhibit.import', { caseId, paths: [file] });
const exhibitId = files[0]?.exhibitId;
if (!exhibitId) throw new Error('the log was not sealed');
const { mapping } = await ask('log.preview', { exhibitId });

let megabytes = 0;
let longestBlock = 0;
let last = performance.now();
const timer = setInterval(() => {
  const now = performance.now();
  longestBlock = Math.max(longestBlock, now - last - 10);
  last = now;
  megabytes = Math.max(megabytes, process.memoryUsage.rss() / 1e6);
}, 10);
last = performance.now();
const start = performance.now();
const { import: one } = await ask('log.import', { exhibitId, mapping: { ...mapping, zone: { fixed: zone } } });
const seconds = (performance.now() - start) / 1000;
clearInterval(timer);
if (one.imported !== rows) throw new Error(`${one.imported} of ${rows} rows were imported`);
await core.close();
const peerSeconds = insertBare();
process.stdout.write(
  JSON.stringify({ seconds, peerSeconds, megabytes: Math.round(megabytes), longestBlock: Math.round(longestBlock), rows }),
);

/** The same columns, indices, cipher and durability; no reading, no ledger, no digest. */
function insertBare(): number {
  const database = new Sqlite(join(folder, 'bare.db'));
  database.pragma("cipher = 'sqlcipher'");
  database.pragma('legacy = 4');
  database.key(Buffer.from(`x'${'7'.repeat(64)}'`));
  for (const setting of [
    'locking_mode = EXCLUSIVE',
    'journal_mode = WAL',
    'synchronous = FULL',
    'temp_store = MEMORY',
    'secure_delete = ON',
  ])
    database.pragma(setting);
  database.exec(`
    CREATE TABLE event (ordinal INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, case_id TEXT NOT NULL, removed INTEGER NOT NULL DEFAULT 0, earliest INTEGER, latest INTEGER,
      lane TEXT NOT NULL, standing TEXT NOT NULL, precision TEXT NOT NULL, approximate INTEGER NOT NULL, uncertain INTEGER NOT NULL, title TEXT NOT NULL, edtf TEXT NOT NULL,
      phrase TEXT NOT NULL, zone TEXT NOT NULL, basis TEXT NOT NULL, location TEXT NOT NULL, entered_at INTEGER NOT NULL, entered_by TEXT NOT NULL,
      description TEXT NOT NULL, import_id TEXT) STRICT;
    CREATE INDEX event_by_earliest ON event (case_id, earliest, latest, ordinal) WHERE removed = 0;
    CREATE INDEX event_by_import ON event (import_id) WHERE import_id IS NOT NULL;
    CREATE TABLE citation (event_ordinal INTEGER NOT NULL, position INTEGER NOT NULL, id TEXT NOT NULL, exhibit_id TEXT NOT NULL, stance TEXT NOT NULL, place TEXT NOT NULL,
      quote TEXT NOT NULL, PRIMARY KEY (event_ordinal, position)) STRICT, WITHOUT ROWID;
    CREATE INDEX citation_by_exhibit ON citation (exhibit_id);`);
  const event =
    database.prepare(`INSERT INTO event (id, case_id, earliest, latest, lane, standing, precision, approximate, uncertain, title, edtf, phrase, zone, basis, location,
    entered_at, entered_by, description, import_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const citation = database.prepare('INSERT INTO citation VALUES (?, ?, ?, ?, ?, ?, ?)');
  const base = Date.UTC(2031, 4, 1);
  const begun = performance.now();
  for (let from = 0; from < rows; from += AT_ONCE)
    database
      .transaction(() => {
        for (let index = from; index < Math.min(rows, from + AT_ONCE); index += 1) {
          const at = base + index * 2500;
          const text = new Date(at).toISOString().slice(0, 19);
          const id = `01a1fe66-5dea-7000-b151-${String(index).padStart(12, '0')}`;
          const { lastInsertRowid } = event.run(
            id,
            caseId,
            at,
            at + 1000,
            'incident',
            'asserted',
            'second',
            0,
            0,
            `Access granted at reader ${index % 7}`,
            text,
            text,
            zone,
            'Read as local time in Asia/Shanghai.',
            `Door ${index % 40}`,
            at,
            'Bench',
            '',
            one.id,
          );
          citation.run(lastInsertRowid, 0, id, exhibitId, 'supports', `row=${index + 2}`, '');
        }
      })
      .immediate();
  const took = (performance.now() - begun) / 1000;
  database.close();
  return took;
}
