import type { LogDraft } from '../../../shared/contract/log.ts';
import type { Language } from '../../../shared/model/language.ts';
import type { Stance } from '../../../shared/model/citation.ts';
import type { SourceClock } from '../../../shared/model/clock.ts';
import type { CaseEvent } from '../../../shared/model/event.ts';
import type { LogEncoding, LogMapping, LogShape } from '../../../shared/model/log.ts';
import type { Moment } from '../../../shared/model/moment.ts';
import type { Task, TermsOf } from './task.ts';

export interface SheetInput {
  readonly bytes: Uint8Array;
  /** From 1; the first one when null. */
  readonly sheet: number | null;
}

export interface SheetText {
  readonly sheets: readonly string[];
  /** The sheet as comma-separated UTF-8, row by row as a person counts them, blank ones too. */
  readonly text: Uint8Array;
}

/** How the bytes of a log are text. */
export interface LogLayout {
  readonly kind: 'text' | 'lines' | 'sheet';
  readonly encoding: LogEncoding;
  readonly newline: '\n' | '\r';
  /** What stands between cells; empty for JSON Lines. */
  readonly delimiter: string;
}

export interface PreviewInput {
  /** The beginning of the log, up to some megabytes. */
  readonly bytes: Uint8Array;
  /** It is all of it. */
  readonly whole: boolean;
  /** It was a sheet: its layout is our own. */
  readonly sheet: boolean;
  readonly sheetNumber: number | null;
  readonly encoding: LogEncoding | null;
  readonly delimiter: string | null;
  readonly mapping: LogMapping | null;
  readonly caseZone: string;
  readonly language: Language;
  readonly clock: SourceClock | null;
}

export interface Look {
  readonly layout: LogLayout;
  /** Bytes of the byte order mark. */
  readonly mark: number;
  readonly header: boolean;
  readonly columns: readonly string[];
  readonly shape: LogShape;
  /** Rows below the one of headings, blank ones left out; cells are cut to a readable length. */
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[];
}

export interface Previewed extends Look {
  readonly mapping: LogMapping;
  readonly drafts: readonly LogDraft[];
  readonly sample: { readonly rows: number; readonly unparsed: number };
  /** Values without an offset stand in the sample: somebody must say which zone they are of. */
  readonly local: boolean;
}

/** A piece of a log: it begins at a row, and every thread that is given it reads the same in it, without knowing what came before. */
export interface LogChunk {
  readonly bytes: Uint8Array;
  readonly layout: LogLayout;
  /** Nothing follows. */
  readonly last: boolean;
  /** The number of its first row, as a person counts. */
  readonly firstRow: number;
  readonly distrust: boolean;
}

export interface ChunkEnd {
  /** Bytes that were whole rows; none where a row is longer than the piece. */
  readonly used: number;
  readonly nextRow: number;
  readonly distrust: boolean;
}

export interface SurveyInput extends LogChunk {
  readonly columns: readonly string[];
  readonly header: boolean;
  /** The columns in which days may stand in figures. */
  readonly time: readonly number[];
}

export interface Survey extends ChunkEnd {
  readonly rows: number;
  readonly blank: number;
  readonly either: number;
  readonly dayFirst: number;
  readonly monthFirst: number;
}

export interface RowInput extends LogChunk {
  readonly columns: readonly string[];
  readonly wanted: number;
}

export interface FoundRow extends ChunkEnd {
  /** Null where the row does not stand in this piece. */
  readonly cells: readonly string[] | null;
}

/** How rows become events. */
export interface LogPlan {
  readonly mapping: LogMapping;
  /** Names of the columns as they stand in the log. */
  readonly columns: readonly string[];
  readonly caseZone: string;
  readonly language: Language;
  readonly clock: SourceClock | null;
}

export interface EventsInput extends LogChunk {
  readonly plan: LogPlan;
}

/** What many moments have in common. */
export type Manner = Pick<Moment, 'zone' | 'precision' | 'approximate' | 'uncertain' | 'basis'>;

/** Moments in columns: crossing to the core, a million of them must not be a million objects. Bounds that are open are NaN. */
export interface MomentColumns {
  readonly earliest: Float64Array;
  readonly latest: Float64Array;
  readonly edtf: readonly string[];
  readonly phrase: readonly string[];
  readonly manner: Uint32Array;
}

/** A citation of Casewright's own export, by its key. */
export interface KeyedCitation {
  readonly key: string;
  readonly stance: Stance;
  readonly quote: string;
}

/** What few events have: everything but a title and a time. */
export interface RareFields {
  readonly description?: string;
  readonly location?: string;
  readonly lane?: CaseEvent['lane'];
  readonly standing?: CaseEvent['standing'];
  readonly kind?: CaseEvent['kind'];
  readonly people?: readonly string[];
  readonly tags?: readonly string[];
  readonly citations?: readonly KeyedCitation[];
  readonly learned?: Moment;
}

export interface EventsOutput extends ChunkEnd {
  readonly row: Uint32Array;
  readonly title: readonly string[];
  readonly happened: MomentColumns;
  /** What the source recorded, where that is another moment; the row it belongs to is its index. Null where no event has one. */
  readonly recorded: MomentColumns | null;
  readonly manners: readonly Manner[];
  readonly rare: readonly (RareFields | null)[];
  readonly problems: readonly { readonly row: number; readonly text: string; readonly reason: string }[];
  readonly blank: number;
  readonly ragged: number;
}

export type LogTasks = {
  /** One sheet of an XLSX or ODS book as text. Throws log.sheet-unknown. */
  'log.sheet': Task<SheetInput, SheetText>;
  /** What the beginning of a log would become, by the mapping that was chosen or guessed. Throws log.not-a-log. */
  'log.preview': Task<PreviewInput, Previewed>;
  /** Counts the rows of a piece, and which orders of day and month its times allow. */
  'log.survey': Task<SurveyInput, Survey>;
  /** The cells of one row. */
  'log.row': Task<RowInput, FoundRow>;
  /** The events a piece of a log stands for, and the rows that are none. */
  'log.events': Task<EventsInput, EventsOutput>;
};

const piece = { lane: 'foreign', seconds: 120, megabytes: 1024 } as const;

export const logTerms: TermsOf<LogTasks> = {
  // A book is read whole, and a sheet may expand to many times what it takes on the disk.
  'log.sheet': { lane: 'foreign', seconds: 180, megabytes: 3072 },
  'log.preview': piece,
  'log.survey': piece,
  'log.row': piece,
  'log.events': piece,
};
