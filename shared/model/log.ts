import { z } from 'zod';
import { caseId, clockId, exhibitId, instant, logImportId, zoneName } from './identifier.ts';
import { lane } from './event.ts';

/** Columns are counted from 0, rows as a person counts them, from 1. */
const column = z.int().min(0).max(16_383);

/**
 * `table`: a log whose columns somebody has assigned. The others say themselves what their columns are: Casewright's own export,
 * and Timesketch's, as CSV or as JSON Lines.
 */
export const logShape = z.enum(['table', 'casewright', 'timesketch']);
export type LogShape = z.infer<typeof logShape>;

export const logEncoding = z.enum(['UTF-8', 'UTF-16LE', 'UTF-16BE', 'GB18030']);
export type LogEncoding = z.infer<typeof logEncoding>;

/**
 * How a log writes its times. `text`: whatever `interpretMoment` takes. The two orders are for days and months in figures, whose
 * order the person has chosen for the whole log. The others count from 1970-01-01T00:00Z.
 */
export const bulkFormats = ['text', 'day-first', 'month-first', 'epoch-seconds', 'epoch-milliseconds', 'epoch-microseconds'] as const;
export type BulkFormat = (typeof bulkFormats)[number];

/** How the rows of a log become events. */
export const logMapping = z
  .object({
    shape: logShape,
    /** Of a book with several sheets, from 1; null where there is one. */
    sheet: z.int().min(1).nullable(),
    /** What stands between cells; empty where cells are no text between delimiters. */
    delimiter: z.string().max(1),
    encoding: logEncoding,
    /** Whether the first row names the columns. */
    header: z.boolean(),
    title: z.array(column).max(8),
    /** One column, or a date and a time of day, which are read as one text with a space between them. */
    time: z.array(column).max(2),
    /** Where it lasted; empty for none. */
    end: z.array(column).max(2),
    format: z.enum(bulkFormats),
    /** In which local times are read: one for all, or a column that names it. Null only where every value carries its offset. */
    zone: z.union([z.object({ fixed: zoneName }), z.object({ column })]).nullable(),
    /** The source clock that stamped it: then times are what that clock showed, in its own zone. */
    clockId: clockId.nullable(),
    location: column.nullable(),
    person: column.nullable(),
    description: z.array(column).max(8),
    lane: z.union([z.object({ fixed: lane }), z.object({ column })]),
    tags: z.array(z.string().trim().min(1).max(60)).max(20),
  })
  .readonly();
export type LogMapping = z.infer<typeof logMapping>;

/** What became of an import. `unfinished` is one that is running, or that a crash left to be withdrawn at the next opening. */
export const logImportState = z.enum(['unfinished', 'standing', 'withdrawn']);
export type LogImportState = z.infer<typeof logImportState>;

/** One log put into the timeline: its events cite its rows. */
export const logImport = z
  .object({
    id: logImportId,
    caseId,
    exhibitId,
    mapping: logMapping,
    state: logImportState,
    /** Rows of the log, blank ones and the one of headings left out. */
    rows: z.int(),
    imported: z.int(),
    unparsed: z.int(),
    enteredAt: instant,
    enteredBy: z.string(),
  })
  .readonly();
export type LogImport = z.infer<typeof logImport>;

/** A row that could not become an event, in its own words, with the reason. */
export const logProblem = z.object({ row: z.int().min(1), text: z.string(), reason: z.string() }).readonly();
export type LogProblem = z.infer<typeof logProblem>;
