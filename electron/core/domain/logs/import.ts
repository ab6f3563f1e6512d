import type { LogResult } from '../../../../shared/contract/log.ts';
import type { Language } from '../../../../shared/model/language.ts';
import type { SourceClock } from '../../../../shared/model/clock.ts';
import type { Exhibit } from '../../../../shared/model/exhibit.ts';
import type { CaseId, ExhibitId, LogImportId } from '../../../../shared/model/identifier.ts';
import type { LogImport, LogMapping, LogProblem } from '../../../../shared/model/log.ts';
import { FailureError } from '../../../../shared/result.ts';
import { isZone } from '../../../../shared/time/index.ts';
import type { EventsOutput, Previewed } from '../../tasks/log.ts';
import { requireCase } from '../case/index.ts';
import type { Work } from '../ports/work.ts';
import { requireExhibit } from '../evidence/index.ts';
import { findClock, lookAt } from './preview.ts';
import { findRelations, type RelationFinder } from './relations.ts';
import { type LogSource, openLog, readPieces } from './source.ts';
import { moveImport } from './withdraw.ts';
import { orderedIds } from './ordered-id.ts';
import { nextTurn } from '../ports/turn.ts';

export interface ImportOrder {
  readonly exhibitId: ExhibitId;
  readonly mapping: LogMapping;
  readonly language: Language;
}

/** Events written in one transaction: some hundredths of a second, between which others are answered. */
const AT_ONCE = 2000;
/** Problems told with the result; the others are listed. */
const TOLD = 200;

/**
 * Puts the rows of a log into the timeline, each event citing its row. The import stands in the vault before its first event; when it
 * is cancelled or fails, all of its events are taken out again, and after a crash at the next opening.
 * Throws exhibit.unknown, log.*, clock.unknown, reader.*, object.*, disk.*, job.cancelled.
 */
export async function importLog(work: Work, order: ImportOrder): Promise<LogResult> {
  const { vault } = work;
  const exhibit = requireExhibit(vault.read, order.exhibitId);
  const clock = order.mapping.clockId ? findClock(vault.read, exhibit, order.mapping.clockId) : null;
  const source = await openLog(work, exhibit, order.mapping.sheet);
  try {
    const looked = await lookAt(work, exhibit, source, { ...order, hints: {} });
    assertReadable(order.mapping, looked);
    const begun = begin(work, exhibit, order.mapping);
    try {
      return await run(work, { exhibit, source, looked, begun, clock, order });
    } catch (error) {
      // The vault may be closed by now; then the next opening finds the import unfinished and withdraws it.
      if (!(error instanceof FailureError && error.code === 'vault.locked'))
        await moveImport(
          work,
          begun,
          'withdrawn',
          error instanceof FailureError && error.code === 'job.cancelled' ? 'cancelled' : 'failed',
        );
      throw error;
    }
  } finally {
    source.close();
  }
}

export function listLogImports({ read }: Work['vault'], caseId: CaseId): LogImport[] {
  requireCase(read, caseId);
  return [...read.logImports.list(caseId)];
}

/** Throws log.unknown. */
export function listLogProblems(
  { read }: Work['vault'],
  importId: LogImportId,
  from: number,
  count: number,
): { readonly total: number; readonly problems: readonly LogProblem[] } {
  if (!read.logImports.find(importId)) throw new FailureError('log.unknown');
  return read.logImports.problems(importId, from, count);
}

function begin({ vault, now }: Work, exhibit: Exhibit, mapping: LogMapping): LogImport {
  const one: LogImport = {
    id: crypto.randomUUID() as LogImportId,
    caseId: exhibit.caseId,
    exhibitId: exhibit.id,
    mapping,
    state: 'unfinished',
    rows: 0,
    imported: 0,
    unparsed: 0,
    enteredAt: now(),
    enteredBy: vault.user.name,
  };
  vault.transact(({ logImports }) => logImports.insert(one));
  return one;
}

interface Running {
  readonly exhibit: Exhibit;
  readonly source: LogSource;
  readonly looked: Previewed;
  readonly begun: LogImport;
  readonly clock: SourceClock | null;
  readonly order: ImportOrder;
}

async function run(work: Work, running: Running): Promise<LogResult> {
  const { vault, workers, job } = work;
  const { exhibit, source, looked, begun, clock, order } = running;
  const { zone } = requireCase(vault.read, exhibit.caseId);
  const { layout, columns } = looked;
  const plan = { mapping: order.mapping, columns, caseZone: zone, language: order.language, clock };
  const relations = findRelations(vault.read, exhibit.caseId);
  const nextIds = orderedIds(work.now);
  const told: LogProblem[] = [];
  const count = { imported: 0, unparsed: 0, blank: 0, ragged: 0 };
  const place = layout.kind === 'lines' ? 'line=' : order.mapping.sheet === null ? 'row=' : `sheet=${order.mapping.sheet}&row=`;
  const pieces = readPieces(source, looked.mark, (piece) =>
    workers.run('log.events', { ...piece, layout, plan }, { signal: job.signal, transfer: [piece.bytes.buffer as ArrayBuffer] }),
  );
  for await (const { end: batch, bytes } of pieces) {
    const events = {
      import: begun,
      clockId: order.mapping.clockId,
      ids: nextIds(batch.row.length),
      place,
      columns: batch,
      related: relatedOf(batch, relations),
    };
    for (let from = 0; from < batch.row.length || from === 0; from += AT_ONCE) {
      if (job.signal.aborted) throw new FailureError('job.cancelled');
      vault.transact(({ logImports }) => {
        logImports.append(events, from, Math.min(batch.row.length, from + AT_ONCE));
        if (from === 0) logImports.addProblems(begun.id, batch.problems);
      });
      await nextTurn();
    }
    count.imported += batch.row.length;
    count.unparsed += batch.problems.length;
    count.blank += batch.blank;
    count.ragged += batch.ragged;
    if (told.length < TOLD) told.push(...batch.problems.slice(0, TOLD - told.length));
    job.progress({ done: count.imported, total: null, bytes, totalBytes: source.bytes, item: exhibit.number });
  }
  return finish(work, running, count, relations, told);
}

interface Count {
  readonly imported: number;
  readonly unparsed: number;
  readonly blank: number;
  readonly ragged: number;
}

function finish(
  { vault }: Work,
  { exhibit, begun, order }: Running,
  { imported, unparsed, blank, ragged }: Count,
  relations: RelationFinder,
  problems: readonly LogProblem[],
): LogResult {
  const done: LogImport = { ...begun, state: 'standing', rows: imported + unparsed, imported, unparsed };
  const digest = vault.transact(({ logImports, ledger }) => {
    const sum = logImports.digest(begun.id);
    logImports.update(done);
    const { number, sha256 } = exhibit;
    ledger.audit(
      'log.imported',
      { caseId: exhibit.caseId, exhibitId: exhibit.id },
      {
        import: begun.id,
        exhibit: number,
        sha256,
        mapping: JSON.stringify(order.mapping),
        rows: done.rows,
        imported,
        unparsed,
        blank,
        digest: sum,
      },
    );
    return sum;
  });
  return {
    import: done,
    blank,
    ragged,
    strangers: relations.strangers(),
    lostCitations: relations.lostCitations(),
    problems,
    digest,
  };
}

function relatedOf({ rare }: EventsOutput, relations: RelationFinder): readonly (ReturnType<RelationFinder['find']> | null)[] {
  return rare.map((one) => (one?.people || one?.citations ? relations.find(one.people ?? [], one.citations ?? []) : null));
}

/** A mapping that names what the log does not have would make an event of nothing. */
function assertReadable(mapping: LogMapping, { columns, shape }: Previewed): void {
  const fail = (problem: string): never => {
    throw new FailureError('log.mapping', { problem });
  };
  if (mapping.shape === 'casewright') {
    if (shape !== 'casewright') fail('it is no export of Casewright');
    return;
  }
  const { title, time, end, description, location, person, zone, lane } = mapping;
  if (title.length === 0) fail('no column is the title');
  if (time.length === 0) fail('no column is the time');
  const single = [location, person, zone && 'column' in zone ? zone.column : null, 'column' in lane ? lane.column : null];
  const used = [...title, ...time, ...end, ...description, ...single.filter((one) => one !== null)];
  const missing = used.find((column) => column >= columns.length);
  if (missing !== undefined) fail(`it has no column ${missing + 1}`);
  if (zone && 'fixed' in zone && !isZone(zone.fixed)) fail(`${zone.fixed} is no zone`);
}
