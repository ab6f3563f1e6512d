import { join } from 'node:path';
import { createCore } from '../../electron/core/index.ts';
import { openDatabase } from '../../electron/core/vault/database/database.ts';
import { readHeader } from '../../electron/core/vault/keys/header.ts';
import { unlock } from '../../electron/core/vault/keys/slots.ts';
import type { CaseId } from '../../shared/model/identifier.ts';
import { askOf } from './vault.ts';

export interface BigTimeline {
  readonly folder: string;
  readonly passphrase: string;
  readonly caseId: CaseId;
}

const PASSPHRASE = 'seven lamps on the corridor';
const YEAR = 365 * 86_400_000;
const START = Date.UTC(2031, 0, 1);

/**
 * A vault whose one case holds `events` events over a year, as a door log and a telephone would fill it: most known to the second,
 * some to the minute, the hour or the day, a tenth approximate. The same number always gives the same events. The rows go straight into the
 * database, because a million entered one by one would take an hour; the vault must be closed.
 */
export async function makeBigTimeline(folder: string, events: number): Promise<BigTimeline> {
  const core = createCore();
  const ask = askOf(core);
  await ask('vault.create', { folder, user: 'Inés Marlow', passphrase: PASSPHRASE });
  const { id } = await ask('case.create', { reference: 'HR-2031-014', title: 'Business trip to Lanzhen', zone: 'Asia/Shanghai' });
  await core.close();
  const { keys } = await unlock(readHeader(folder), undefined, PASSPHRASE);
  const database = openDatabase({ path: join(folder, 'case.db'), key: keys.database, mode: 'open' });
  database.run(FILL, events, id);
  database.checkpoint();
  database.close();
  return { folder, passphrase: PASSPHRASE, caseId: id };
}

/**
 * `one` and `two` are two spread numbers below 2^20 made of the row's number. Squaring the first gathers the events in the early months, so that
 * density varies as it does in a case.
 */
const FILL = `
INSERT INTO event (id, case_id, earliest, latest, lane, standing, precision, approximate, uncertain, title, edtf, phrase, zone, basis, location,
  entered_at, entered_by, description)
WITH RECURSIVE
  counter (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM counter WHERE n + 1 < ?),
  spread (n, one, two) AS (SELECT n, (n * 697021 + 12345) % 1048573, (n * 364017 + 54321) % 1048571 FROM counter),
  placed (n, one, two, at, length) AS (
    SELECT n, one, two,
      ${START} + ((one * one / 1048573) * ${Math.floor(YEAR / 1_048_573)} / 1000 + two % 30000) * 1000,
      CASE WHEN two % 10 < 5 THEN 1000 WHEN two % 10 < 7 THEN 60000 WHEN two % 10 < 9 THEN 3600000 ELSE 86400000 END
    FROM spread)
SELECT
  printf('%08x-%04x-4%03x-8%03x-%012x', n, two % 65536, n % 4096, one % 4096, one * 4096 + n % 4096),
  ?, at, at + length,
  CASE two % 8 WHEN 0 THEN 'public' WHEN 1 THEN 'institution' WHEN 2 THEN 'institution' WHEN 3 THEN 'knowledge' ELSE 'incident' END,
  CASE one % 3 WHEN 0 THEN 'established' ELSE 'asserted' END,
  CASE length WHEN 1000 THEN 'second' WHEN 60000 THEN 'minute' WHEN 3600000 THEN 'hour' ELSE 'day' END,
  CASE one % 10 WHEN 4 THEN 1 ELSE 0 END, 0,
  CASE two % 6 WHEN 0 THEN 'Door of room ' || (1200 + one % 60) || ' opened with card ' || (two % 900 + 100)
    WHEN 1 THEN 'Message from telephone ' || (one % 9 + 1) WHEN 2 THEN 'Lift stops at floor ' || (one % 22 + 1)
    WHEN 3 THEN 'Corridor camera ' || (one % 12 + 1) || ' sees one person walking' WHEN 4 THEN 'Call of ' || (two % 50) || ' seconds'
    ELSE 'Entry in the night book, line ' || (n + 1) END,
  strftime('%Y-%m-%dT%H:%M:%SZ', at / 1000, 'unixepoch'), strftime('%Y-%m-%dT%H:%M:%SZ', at / 1000, 'unixepoch'),
  'Asia/Shanghai', 'as recorded', '', ${START}, 'Inés Marlow', ''
FROM placed`;
