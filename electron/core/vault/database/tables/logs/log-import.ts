import { createHash, type Hash } from 'node:crypto';
import { z } from 'zod';
import { invariant } from '../../../../../../shared/assert.ts';
import type { LogImportId, Sha256 } from '../../../../../../shared/model/identifier.ts';
import { type LogImport, type LogImportState, logMapping, type LogProblem } from '../../../../../../shared/model/log.ts';
import type { LogRecords } from '../../../../domain/ports/index.ts';
import type { Database } from '../../database.ts';
import { appendEvents } from './log-import-events.ts';
import type { OpenTable } from '../../table.ts';

/**
 * Kept beside the mapping: what is being done with the import, so that a crash in the midst of it is seen and settled, and the
 * events that had been removed one by one before the import was withdrawn, so that bringing it back does not bring them back.
 */
const kept = z.object({
  mapping: logMapping,
  state: z.enum(['unfinished', 'standing', 'withdrawing', 'withdrawn', 'restoring']),
  removedBefore: z.array(z.int()),
});
type Kept = z.infer<typeof kept>;

interface Row extends Omit<LogImport, 'mapping' | 'state'> {
  readonly mapping: string;
}

const COLUMNS = `id, case_id AS caseId, exhibit_id AS exhibitId, mapping, row_count AS rows, imported, unparsed,
entered_at AS enteredAt, entered_by AS enteredBy`;

/** Events moved in one transaction: a tenth of a second, between which others are answered. */
const MOVED_AT_ONCE = 10_000;

export function openLogImports(database: Database): OpenTable<LogRecords['logImports']> {
  const digests = new Map<LogImportId, Hash>();
  const moves = new Map<LogImportId, Move>();
  return {
    notes: {
      insert: 'log',
      // Events of a log are told when all of them stand: a picture that follows every two thousand of a million follows nothing else.
      append: 'log',
      addProblems: 'log',
      digest: 'log',
      update: (notes, [one]) => {
        notes.noun('log');
        notes.manyEvents(one.caseId);
      },
      beginMove: 'log',
      moveSome: (notes, [one], moved) => {
        notes.noun('log');
        if (moved === null) notes.manyEvents(one.caseId);
      },
    },
    read: {
      list: (caseId) => database.all<Row>(`SELECT ${COLUMNS} FROM log_import WHERE case_id = ? ORDER BY ordinal`, caseId).map(toLogImport),
      find: (id) => {
        const row = findRow(database, id);
        return row && toLogImport(row);
      },
      problems: (id, from, count) => ({
        total: database.get<{ total: number }>('SELECT COUNT(*) AS total FROM log_problem WHERE import_id = ?', id)?.total ?? 0,
        problems: database.all<LogProblem>(
          'SELECT row_number AS row, body AS text, reason FROM log_problem WHERE import_id = ? ORDER BY row_number LIMIT ? OFFSET ?',
          id,
          count,
          from,
        ),
      }),
    },
    write: {
      insert(one) {
        digests.set(one.id, createHash('sha256'));
        database.run(
          `INSERT INTO log_import (id, case_id, exhibit_id, mapping, row_count, imported, unparsed, entered_at, entered_by)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
          one.id,
          one.caseId,
          one.exhibitId,
          JSON.stringify({ mapping: one.mapping, state: 'unfinished', removedBefore: [] } satisfies Kept),
          one.rows,
          one.imported,
          one.unparsed,
          one.enteredAt,
          one.enteredBy,
        );
      },
      append: (events, from, to) => {
        const hash = digests.get(events.import.id);
        invariant(hash, 'events are appended to an import that was begun');
        hash.update(appendEvents(database, events, from, to));
      },
      addProblems(id, problems) {
        for (const { row, text, reason } of problems)
          database.run('INSERT INTO log_problem (import_id, row_number, body, reason) VALUES (?, ?, ?, ?)', id, row, text, reason);
      },
      digest(id) {
        const hash = digests.get(id);
        invariant(hash, 'the digest is asked for once, of an import that was begun');
        digests.delete(id);
        return hash.digest('hex') as Sha256;
      },
      update(one) {
        database.run(
          'UPDATE log_import SET row_count = ?, imported = ?, unparsed = ? WHERE id = ?',
          one.rows,
          one.imported,
          one.unparsed,
          one.id,
        );
        if (one.state !== 'unfinished') setState(database, one.id, { state: one.state });
      },
      beginMove: (id, to) => void moves.set(id, beginMove(database, id, to)),
      moveSome({ id }) {
        const move = moves.get(id);
        invariant(move, 'a move is begun before it goes on');
        const moved = moveSome(database, id, move);
        if (moved === null) moves.delete(id);
        return moved;
      },
    },
  };
}

/** What a crash left half done is brought to its end: an import nobody finished is withdrawn. Answers what was, for the ledger. */
export function settleLogImports(database: Database): readonly { readonly one: LogImport; readonly events: number }[] {
  return database
    .all<Row>(`SELECT ${COLUMNS} FROM log_import ORDER BY ordinal`)
    .filter(({ mapping }) => !['standing', 'withdrawn'].includes(readAccount(mapping).state))
    .map((row) => {
      const move = beginMove(database, row.id, readAccount(row.mapping).state === 'restoring' ? 'standing' : 'withdrawn');
      let events = 0;
      for (let moved = moveSome(database, row.id, move); moved !== null; moved = moveSome(database, row.id, move)) events += moved;
      return { one: toLogImport(findRow(database, row.id) as Row), events };
    });
}

interface Move {
  readonly to: 'withdrawn' | 'standing';
  readonly last: number;
  /** Ordinals up to here were looked at. */
  at: number;
}

function beginMove(database: Database, id: LogImportId, to: Move['to']): Move {
  const row = findRow(database, id);
  invariant(row, 'an import is found before its events are moved');
  const { state } = readAccount(row.mapping);
  // Events removed before this are noted once, when the import still stood.
  const removedBefore =
    to === 'withdrawn' && state === 'standing'
      ? database.all<{ ordinal: number }>('SELECT ordinal FROM event WHERE import_id = ? AND removed = 1', id).map(({ ordinal }) => ordinal)
      : readAccount(row.mapping).removedBefore;
  setState(database, id, { state: to === 'withdrawn' ? 'withdrawing' : 'restoring', removedBefore });
  const range = database.get<{ first: number | null; last: number | null }>(
    'SELECT MIN(ordinal) AS first, MAX(ordinal) AS last FROM event WHERE import_id = ?',
    id,
  );
  return { to, at: (range?.first ?? 0) - 1, last: range?.last ?? -1 };
}

function moveSome(database: Database, id: LogImportId, move: Move): number | null {
  if (move.at >= move.last) {
    setState(database, id, { state: move.to });
    return null;
  }
  const until = move.at + MOVED_AT_ONCE;
  const removed = move.to === 'withdrawn' ? 1 : 0;
  const { changes } = database.run(
    `UPDATE event SET removed = ? WHERE import_id = ? AND ordinal > ? AND ordinal <= ? AND removed <> ?
      AND ordinal NOT IN (SELECT value FROM json_each((SELECT mapping FROM log_import WHERE id = ?), '$.removedBefore'))`,
    removed,
    id,
    move.at,
    until,
    removed,
    id,
  );
  move.at = until;
  return changes;
}

function setState(database: Database, id: LogImportId, change: Partial<Kept>): void {
  const row = findRow(database, id);
  invariant(row, 'an import is found before it is changed');
  const next = { ...readAccount(row.mapping), ...change };
  database.run(
    'UPDATE log_import SET mapping = ?, withdrawn = ? WHERE id = ?',
    JSON.stringify(next),
    Number(next.state === 'withdrawn'),
    id,
  );
}

function findRow(database: Database, id: LogImportId): Row | undefined {
  return database.get<Row>(`SELECT ${COLUMNS} FROM log_import WHERE id = ?`, id);
}

function readAccount(text: string): Kept {
  return kept.parse(JSON.parse(text));
}

const SHOWN: Readonly<Record<Kept['state'], LogImportState>> = {
  unfinished: 'unfinished',
  standing: 'standing',
  withdrawing: 'withdrawn',
  withdrawn: 'withdrawn',
  restoring: 'standing',
};

function toLogImport({ mapping: text, ...row }: Row): LogImport {
  const { mapping, state } = readAccount(text);
  return { ...row, mapping, state: SHOWN[state] };
}
