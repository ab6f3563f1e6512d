import type { LogPreview } from '../../../../shared/contract/log.ts';
import type { Language } from '../../../../shared/model/language.ts';
import type { SourceClock } from '../../../../shared/model/clock.ts';
import type { Exhibit } from '../../../../shared/model/exhibit.ts';
import type { ClockId, ExhibitId } from '../../../../shared/model/identifier.ts';
import type { LogEncoding, LogMapping } from '../../../../shared/model/log.ts';
import { FailureError } from '../../../../shared/result.ts';
import type { Previewed } from '../../tasks/log.ts';
import { requireCase } from '../case/index.ts';
import type { Work } from '../ports/work.ts';
import { requireExhibit } from '../evidence/index.ts';
import { type LogSource, openLog, readPieces } from './source.ts';
import type { ReadRecords } from '../ports/index.ts';
import { projection } from '../ports/projection.ts';

export interface PreviewOrder {
  readonly exhibitId: ExhibitId;
  readonly mapping?: LogMapping | undefined;
  readonly hints: {
    readonly sheet?: number | undefined;
    readonly delimiter?: string | undefined;
    readonly encoding?: LogEncoding | undefined;
  };
  readonly language: Language;
}

/** What is looked at before anything is decided: the first rows, and the kind of log they show. */
const HEAD = 4 * 1024 * 1024;
const MOST_HEAD = 32 * 1024 * 1024;
const SHOWN = 50;

/**
 * What a log holds and how it would be read. Its whole length is gone through for the number of its rows and for what they say of
 * days and months; zone and order are never guessed. Throws exhibit.unknown, log.*, reader.*, object.*, clock.unknown, job.cancelled.
 */
export async function previewLog(work: Work, order: PreviewOrder): Promise<LogPreview> {
  const exhibit = requireExhibit(work.vault.read, order.exhibitId);
  const source = await openLog(work, exhibit, order.mapping?.sheet ?? order.hints.sheet ?? null);
  try {
    const first = await lookAt(work, exhibit, source, order);
    const survey = await surveyOf(work, exhibit, source, first);
    const dayOrder = orderOf(survey);
    const mapping = { ...first.mapping, format: formatFor(first.mapping, dayOrder, order.mapping !== undefined) };
    // What the whole log says of its days may be more than its beginning did.
    const looked = mapping.format === first.mapping.format ? first : await lookAt(work, exhibit, source, { ...order, mapping });
    const { layout, columns, rows, drafts, sample } = looked;
    return {
      kind: layout.kind,
      sheets: source.sheets,
      columns,
      rows: rows.slice(0, SHOWN),
      mapping,
      asks: asksOf(looked, mapping, dayOrder, order.mapping !== undefined),
      dayOrder,
      drafts,
      sample,
      total: survey.rows,
      standing:
        work.vault.read.logImports.list(exhibit.caseId).findLast((one) => one.exhibitId === exhibit.id && one.state === 'standing') ?? null,
    };
  } finally {
    source.close();
  }
}

/** Throws what the reader of a beginning can. */
export async function lookAt(work: Work, exhibit: Exhibit, source: LogSource, order: PreviewOrder): Promise<Previewed> {
  for (let size = HEAD; ; size *= 2) {
    const looked = await lookAtHead(work, exhibit, source, order, size);
    // A first row longer than the beginning is seen only in a longer one.
    if (looked.rows.length > 0 || size >= Math.min(MOST_HEAD, source.bytes)) return looked;
  }
}

async function lookAtHead(
  { vault, workers, job }: Work,
  exhibit: Exhibit,
  source: LogSource,
  { mapping, hints, language }: PreviewOrder,
  size: number,
): Promise<Previewed> {
  const { zone } = requireCase(vault.read, exhibit.caseId);
  const bytes = source.read(0, Math.min(size, source.bytes));
  return workers.run(
    'log.preview',
    {
      bytes,
      whole: bytes.length === source.bytes,
      sheet: source.sheet,
      sheetNumber: source.sheets.length > 1 ? (mapping?.sheet ?? hints.sheet ?? 1) : null,
      encoding: hints.encoding ?? null,
      delimiter: hints.delimiter ?? null,
      mapping: mapping ?? null,
      caseZone: zone,
      language,
      clock: mapping?.clockId ? findClock(vault.read, exhibit, mapping.clockId) : null,
    },
    { signal: job.signal, transfer: [bytes.buffer] },
  );
}

/** Throws clock.unknown, also for a clock of another case. */
export function findClock({ clocks }: Pick<ReadRecords, 'clocks'>, { caseId }: Exhibit, clockId: ClockId): SourceClock {
  const found = clocks.find(clockId);
  if (found?.caseId !== caseId) throw new FailureError('clock.unknown');
  return found;
}

interface Survey {
  readonly rows: number;
  readonly either: number;
  readonly dayFirst: number;
  readonly monthFirst: number;
}

/** What was counted last; an original never changes. */
const surveys = projection(() => new Map<string, Survey>());
const MOST_SURVEYS = 20;

async function surveyOf(work: Work, exhibit: Exhibit, source: LogSource, looked: Previewed): Promise<Survey> {
  const { workers, job } = work;
  const { layout, mapping, columns } = looked;
  const key = JSON.stringify([exhibit.id, layout, mapping.sheet, mapping.header, mapping.time]);
  const known = surveys(work.vault);
  const before = known.get(key);
  if (before) return before;
  const survey = { rows: 0, either: 0, dayFirst: 0, monthFirst: 0 };
  const pieces = readPieces(source, looked.mark, (piece) =>
    workers.run(
      'log.survey',
      { ...piece, layout, columns, header: mapping.header, time: mapping.time },
      { signal: job.signal, transfer: [piece.bytes.buffer as ArrayBuffer] },
    ),
  );
  for await (const { end, bytes } of pieces) {
    survey.rows += end.rows;
    survey.either += end.either;
    survey.dayFirst += end.dayFirst;
    survey.monthFirst += end.monthFirst;
    job.progress({ done: survey.rows, total: null, bytes, totalBytes: source.bytes, item: exhibit.number });
    if (job.signal.aborted) throw new FailureError('job.cancelled');
  }
  if (known.size >= MOST_SURVEYS) known.clear();
  known.set(key, survey);
  return survey;
}

function orderOf({ either, dayFirst, monthFirst }: Survey): LogPreview['dayOrder'] {
  if (dayFirst > 0 && monthFirst > 0) return 'mixed';
  if (dayFirst > 0) return 'day-first';
  return monthFirst > 0 ? 'month-first' : either > 0 ? 'either' : null;
}

/** Only one value of the whole log needs to say which order it is; where none does, it stays as somebody chose, or as nobody knows. */
function formatFor(mapping: LogMapping, dayOrder: LogPreview['dayOrder'], chosen: boolean): LogMapping['format'] {
  if (chosen || mapping.format.startsWith('epoch')) return mapping.format;
  return dayOrder === 'day-first' || dayOrder === 'month-first' ? dayOrder : 'text';
}

function asksOf(looked: Previewed, mapping: LogMapping, dayOrder: LogPreview['dayOrder'], chosen: boolean): LogPreview['asks'][number][] {
  if (mapping.shape === 'casewright') return [];
  const asks: LogPreview['asks'][number][] = [];
  if (mapping.title.length === 0) asks.push('title');
  if (mapping.time.length === 0) asks.push('time');
  if ((dayOrder === 'either' || dayOrder === 'mixed') && (!chosen || mapping.format === 'text')) asks.push('day-order');
  if (looked.local && mapping.zone === null && mapping.clockId === null) asks.push('zone');
  return asks;
}
