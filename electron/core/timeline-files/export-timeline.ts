import type { TimelineExport, TimelineFormat } from '../../../shared/contract/timeline-export.ts';
import type { Language } from '../../../shared/model/language.ts';
import type { Case } from '../../../shared/model/case.ts';
import type { CaseEvent } from '../../../shared/model/event.ts';
import type { CaseId } from '../../../shared/model/identifier.ts';
import { FailureError } from '../../../shared/result.ts';
import { recordOrExplain } from '../domain/entries/index.ts';
import { requireCase } from '../domain/case/index.ts';
import type { Work } from '../domain/ports/work.ts';
import {
  calendarEntry,
  calendarFoot,
  calendarHead,
  exportedEvents,
  exportNames,
  type ExportNames,
  isUnplaced,
  tableHead,
  tableRow,
  timesketchHead,
  timesketchLine,
  timesketchRow,
} from '../domain/timeline/index.ts';
import { createExportFile, type ExportFile } from './export-file.ts';
import { nextTurn } from '../domain/ports/turn.ts';

/** A picture is made in one piece. */
const MOST_IN_PICTURE = 100_000;

export interface TimelineOrder {
  readonly caseId: CaseId;
  readonly format: TimelineFormat;
  readonly path: string;
  readonly filter: string;
  readonly differing: boolean;
  readonly language: Language;
}

/**
 * Writes the timeline to a new file, event by event, and records what left: format, count and SHA-256. A file that could not be
 * finished or accounted for does not stay. Throws case.unknown, exhibit.destination-exists, disk.*, job.cancelled.
 */
export async function exportTimeline(work: Work, order: TimelineOrder): Promise<TimelineExport> {
  const { vault } = work;
  const matter = requireCase(vault.read, order.caseId);
  const file = createExportFile(order.path);
  try {
    const count = await (order.format === 'pdf' || order.format === 'svg'
      ? writePicture(work, matter, order, order.format, file)
      : writeLines(work, matter, order, file));
    const written = file.finish();
    const { format, filter, differing } = order;
    const recorded = recordOrExplain(vault, ({ ledger }) => {
      ledger.audit(
        'timeline.exported',
        { caseId: matter.id },
        { format, destination: order.path, filter, differing, ...count, ...written },
      );
    });
    return { format, ...count, ...written, ...recorded };
  } catch (error) {
    file.withdraw();
    throw error;
  }
}

interface Count {
  readonly events: number;
  readonly unplaced: number;
}

async function writeLines(work: Work, matter: Case, order: TimelineOrder, file: ExportFile): Promise<Count> {
  const { head, row, foot } = writerOf(work, matter, order, exportNames(work.vault, matter.id));
  file.write(head);
  const count = await eachPart(work, matter, order, (events) => file.write(events.map(row).join('')));
  file.write(foot);
  return count;
}

function writerOf(
  { now, version }: Work,
  matter: Case,
  { format, language }: TimelineOrder,
  names: ExportNames,
): { readonly head: string; row(event: CaseEvent): string; readonly foot: string } {
  switch (format) {
    case 'timesketch-jsonl':
      return { head: '', row: (event) => timesketchLine(event, names), foot: '' };
    case 'timesketch-csv':
      return { head: timesketchHead(), row: (event) => timesketchRow(event, names), foot: '' };
    case 'ics': {
      const how = { language, zone: matter.zone, now: now() };
      return { head: calendarHead(matter, version), row: (event) => calendarEntry(event, names, how), foot: calendarFoot() };
    }
    default:
      return { head: tableHead(language), row: (event) => tableRow(event, names, { language, zone: matter.zone }), foot: '' };
  }
}

async function writePicture(work: Work, matter: Case, order: TimelineOrder, format: 'pdf' | 'svg', file: ExportFile): Promise<Count> {
  const { vault, workers, job, version, now } = work;
  const events: CaseEvent[] = [];
  const count = await eachPart(work, matter, order, (some, total) => {
    if (total > MOST_IN_PICTURE) throw new FailureError('timeline.too-many-to-draw', { events: total, most: MOST_IN_PICTURE });
    events.push(...some);
  });
  const { filter, differing, language } = order;
  const selection = { filter, differing };
  const bytes = await workers.run(
    'print.timelinePicture',
    { format, case: matter, events, selection, language, version, by: vault.user.name, drawnAt: now() },
    { signal: job.signal },
  );
  file.write(bytes);
  return count;
}

async function eachPart(
  { vault, job }: Work,
  matter: Case,
  { filter, differing }: TimelineOrder,
  take: (events: readonly CaseEvent[], total: number) => void,
): Promise<Count> {
  let done = 0;
  let unplaced = 0;
  for (const { events, total } of exportedEvents(vault, matter, { filter, differing })) {
    if (job.signal.aborted) throw new FailureError('job.cancelled');
    take(events, total);
    done += events.length;
    unplaced += events.filter(isUnplaced).length;
    job.progress({ done, total, bytes: 0, totalBytes: null, item: matter.reference });
    await nextTurn();
  }
  return { events: done, unplaced };
}
