import type { VaultProblem } from '../../../../shared/contract/vault.ts';
import { FailureError } from '../../../../shared/result.ts';
import type { Database } from './database.ts';
import { checkPageSeals } from './page-seal.ts';

interface Table {
  readonly name: string;
  /** Whether rows have a number of their own by which they can be fetched around a damaged page. */
  readonly numbered: boolean;
}

/** Page seals, length of the file, and every table with its indexes; damage is followed down to the rows it costs. */
export function* checkDatabase(database: Database, key: Uint8Array, problems: VaultProblem[]): Generator<{ readonly pages: number }> {
  const broken: number[] = [];
  for (const batch of checkPageSeals(database, key)) {
    broken.push(...batch.broken);
    yield { pages: batch.pages };
  }
  if (broken.length > 0) {
    problems.push(
      about(
        'case.db',
        `${broken.length} of its pages are not what was written (${broken.slice(0, 20).join(', ')}${broken.length > 20 ? ', …' : ''})`,
      ),
    );
  }
  const lengthProblem = problemOf(() => {
    if (!database.readOnly) database.checkpoint();
    database.assertFileSize(!database.readOnly);
  });
  if (lengthProblem !== undefined) problems.push(about('case.db', lengthProblem));
  for (const table of listTables(database, problems)) {
    problems.push(...checkTable(database, table));
    yield { pages: 0 };
  }
}

/** Names the lost exhibits, entries or rows: what can be read is read, from both ends of the table. */
function checkTable(database: Database, table: Table): VaultProblem[] {
  const complaint = integrityOf(database, table.name);
  if (complaint === undefined) return [];
  if (!table.numbered) return [about(`table ${table.name}`, complaint)];
  const lost = findLostRows(database, table.name);
  if (!lost) return [about(`table ${table.name}`, `${complaint}; all its rows can be read`)];
  const names = nameLostRows(database, table.name, lost);
  return [about(`table ${table.name}`, `${complaint}; cannot be read: ${names}`)];
}

function listTables(database: Database, problems: VaultProblem[]): Table[] {
  try {
    return database
      .all<{ name: string; wr: 0 | 1 }>(
        `SELECT name, wr FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`,
      )
      .map(({ name, wr }) => ({ name, numbered: wr === 0 && hasOrdinal(database, name) }));
  } catch (error) {
    problems.push(about('case.db', damageOf(error)));
    return [];
  }
}

/** Tables whose rows are numbered on purpose: those are walked by number, and the number means something to a person. */
function hasOrdinal(database: Database, table: string): boolean {
  const columns = database.all<{ name: string }>(`SELECT name FROM pragma_table_info(?)`, table).map(({ name }) => name);
  return columns.includes('ordinal') || columns.includes('sequence');
}

function integrityOf(database: Database, table: string): string | undefined {
  try {
    const rows = database.all<{ integrity_check: string }>(`PRAGMA integrity_check(${table})`);
    const complaints = rows.map((row) => row.integrity_check).filter((line) => line !== 'ok');
    return complaints.length === 0
      ? undefined
      : `its pages do not fit together (${complaints.slice(0, 2).join('; ')}${complaints.length > 2 ? `; and ${complaints.length - 2} more` : ''})`;
  } catch (error) {
    return damageOf(error);
  }
}

interface Gap {
  readonly from: number;
  /** Null when the end of the table cannot be read either. */
  readonly to: number | null;
}

/** The stretch of row numbers between the last row readable from the front and the first readable from the back. */
function findLostRows(database: Database, table: string): Gap | undefined {
  const front = readAlong(database, table, 'ASC');
  if (front.whole) return undefined;
  const back = readAlong(database, table, 'DESC');
  return { from: (front.last ?? 0) + 1, to: back.last === undefined ? null : back.last - 1 };
}

function readAlong(
  database: Database,
  table: string,
  order: 'ASC' | 'DESC',
): { readonly whole: boolean; readonly last: number | undefined } {
  let last: number | undefined;
  try {
    for (const [number] of database.stream<[number]>(`SELECT rowid, * FROM ${table} NOT INDEXED ORDER BY rowid ${order}`)) last = number;
    return { whole: true, last };
  } catch (error) {
    damageOf(error);
    return { whole: false, last };
  }
}

function nameLostRows(database: Database, table: string, { from, to }: Gap): string {
  if (table === 'exhibit') {
    const names = exhibitsBetween(database, from, to);
    if (names.length > 0) return names.join(', ');
  }
  const noun = table.endsWith('_entry') ? 'entries' : 'rows';
  return to === null ? `${noun} from ${from} on` : `${noun} ${from} to ${to}`;
}

/** The index on numbers holds case, number and row number: it names exhibits whose rows themselves are lost. */
function exhibitsBetween(database: Database, from: number, to: number | null): string[] {
  try {
    return database
      .all<{ number: string }>(
        'SELECT number FROM exhibit INDEXED BY exhibit_by_number WHERE ordinal BETWEEN ? AND ? ORDER BY ordinal',
        from,
        to ?? Number.MAX_SAFE_INTEGER,
      )
      .map(({ number }) => number);
  } catch {
    return [];
  }
}

function problemOf(work: () => void): string | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    return damageOf(error);
  }
}

/** The words of a damage; any other error is none of ours to report and goes on. */
function damageOf(error: unknown): string {
  if (error instanceof FailureError && error.code === 'vault.database-damaged') return String(error.failure.values['problem']);
  throw error;
}

function about(subject: string, problem: string): VaultProblem {
  return { area: 'database', subject, problem };
}
