import { z } from 'zod';
import { language } from './language.ts';
import { caseId, exhibitId, logImportId, sha256 } from '../model/identifier.ts';
import { logEncoding, logImport, logMapping, logProblem } from '../model/log.ts';
import { moment } from '../model/moment.ts';
import { job, query } from './conversation.ts';

const spoken = language.default('en');

/** A row as it was taken apart. */
const logRow = z.object({ row: z.int(), cells: z.array(z.string()).readonly() }).readonly();

/** A row as it would stand in the timeline, or why it could not. */
export const logDraft = z
  .object({
    row: z.int(),
    title: z.string(),
    /** Null where `problem` says why. */
    moment: moment.nullable(),
    lane: z.string(),
    location: z.string(),
    person: z.string(),
    description: z.string(),
    problem: z.string(),
  })
  .readonly();
export type LogDraft = z.infer<typeof logDraft>;

export const logPreview = z
  .object({
    /** `text` is CSV and its kin, `lines` JSON Lines, `sheet` XLSX or ODS. */
    kind: z.enum(['text', 'lines', 'sheet']),
    sheets: z.array(z.string()).readonly(),
    columns: z.array(z.string()).readonly(),
    rows: z.array(logRow).readonly(),
    /** What was asked for, or what Casewright believes; `asks` names what it does not dare to believe. */
    mapping: logMapping,
    asks: z.array(z.enum(['title', 'time', 'zone', 'day-order'])).readonly(),
    /** What the whole log allows: `either` cannot be told from it, `mixed` uses both. Null where no day and month stand in figures. */
    dayOrder: z.enum(['day-first', 'month-first', 'either', 'mixed']).nullable(),
    drafts: z.array(logDraft).readonly(),
    /** Rows tried, and how many of them could not be read. */
    sample: z.object({ rows: z.int(), unparsed: z.int() }),
    /** Rows of the whole log, blank ones and the one of headings left out. */
    total: z.int(),
    /** An import of this exhibit that stands already. */
    standing: logImport.nullable(),
  })
  .readonly();
export type LogPreview = z.infer<typeof logPreview>;

/** What nobody needs to say where it can be seen. */
export const logHints = z.object({
  sheet: z.int().min(1).optional(),
  delimiter: z.string().length(1).optional(),
  encoding: logEncoding.optional(),
});

export const logResult = z
  .object({
    import: logImport,
    blank: z.int(),
    /** Rows with more or fewer cells than there are columns; they were read all the same. */
    ragged: z.int(),
    /** Names no party of the case bears, the most frequent first: their events name nobody. */
    strangers: z.array(z.object({ name: z.string(), rows: z.int() })).readonly(),
    /** Of Casewright's own exports: citations whose exhibit is not in this case. */
    lostCitations: z.int(),
    problems: z.array(logProblem).readonly(),
    /** Over every imported row, in order: what the ledger entry proves. */
    digest: sha256,
  })
  .readonly();
export type LogResult = z.infer<typeof logResult>;

export const logContract = {
  /** What a log holds and how it would be read: the first rows, and what the whole of it says of its days and months. */
  'log.preview': job(z.object({ exhibitId, mapping: logMapping.optional(), hints: logHints.default({}), language: spoken }), logPreview),
  /** Puts a log's rows into the timeline, each citing its row. What was imported before a cancel is withdrawn again. */
  'log.import': job(z.object({ exhibitId, mapping: logMapping, language: spoken }), logResult),
  'log.list': query(z.object({ caseId }), z.array(logImport), { of: ['log'] }),
  /** The rows that could not become events, in the order of the log. */
  'log.problems': query(
    z.object({ importId: logImportId, from: z.int().min(0).default(0), count: z.int().min(1).max(1000).default(200) }),
    z.object({ total: z.int(), problems: z.array(logProblem).readonly() }),
    { of: ['log'] },
  ),
  /** Takes all events of an import out of the timeline; `log.restore` brings them back as they were. */
  'log.withdraw': job(z.object({ importId: logImportId }), logImport),
  'log.restore': job(z.object({ importId: logImportId }), logImport),
  /** One row of a table with the names of its columns, for whoever follows a citation. Null where there is no such row. */
  'log.row': query(
    z.object({ exhibitId, sheet: z.int().min(1).nullable(), row: z.int().min(1) }),
    z.object({ columns: z.array(z.string()).readonly(), cells: z.array(z.string()).readonly() }).nullable(),
    { of: ['exhibit'] },
  ),
} as const;
