import type { Grouping } from '../../../../shared/contract/timeline.ts';
import type { Citation } from '../../../../shared/model/citation.ts';
import type { CaseEvent } from '../../../../shared/model/event.ts';
import type { CaseId, ClockId, EventId, ExhibitId, Instant, LogImportId, PartyId, Sha256 } from '../../../../shared/model/identifier.ts';
import type { LogImport, LogProblem } from '../../../../shared/model/log.ts';
import type { EventsOutput } from '../../tasks/log.ts';
import type { Table } from './table.ts';

export interface ReadEvents {
  /** Not the removed ones; by earliest bound, then latest bound, open bounds first, then order of entry. */
  list(caseId: CaseId): readonly CaseEvent[];
  /** The same without the rows of large logs: see `logRows` for those. */
  narrated(caseId: CaseId): readonly CaseEvent[];
  /** The rows of large logs nobody has touched since they were imported, log by log: counted, because no reader could read them one by one. */
  logRows(caseId: CaseId): readonly LogRows[];
  /** Removed events are found too, with `removed` set. */
  find(id: EventId): { readonly event: CaseEvent; readonly removed: boolean } | undefined;
  /** One flat scan for the columnar index, in the order of entry; removed events are left out. */
  scan(caseId: CaseId, grouping: Grouping): Iterable<EventRow>;
  /** The bounds of another moment, of every event that has it, whatever its case, by ordinal; removed events included. */
  moments(which: 'recorded' | 'learned'): Iterable<readonly [ordinal: number, earliest: number | null, latest: number | null]>;
  /** How much every event cites, of those that cite anything, as `moments`. */
  citations(): Iterable<readonly [ordinal: number, citations: number]>;
  /** The rows of the events that name a party, removed ones included. */
  ofParty(id: PartyId): readonly number[];
  /** The row of an event that is not removed. */
  ordinal(id: EventId): number | undefined;
  /** Every tag of the case with how many events (not removed ones) carry it, the most used first. */
  tags(caseId: CaseId): readonly { readonly tag: string; readonly events: number }[];
  /** Whole events for these rows, in the order asked for. */
  byOrdinal(ordinals: readonly number[]): readonly CaseEvent[];
  /** What the event said before each change, oldest first. */
  versions(id: EventId): readonly EventVersion[];
}

export interface LogRows {
  readonly exhibitId: ExhibitId;
  readonly events: number;
  /** The first and the last known bound of them; null where there is none. */
  readonly from: Instant | null;
  readonly to: Instant | null;
}

export interface EventVersion {
  readonly version: number;
  readonly event: CaseEvent;
  readonly replacedAt: Instant;
  readonly replacedBy: string;
}

export interface EventRow {
  readonly id: EventId;
  readonly title: string;
  readonly lane: CaseEvent['lane'];
  readonly standing: CaseEvent['standing'];
  readonly kind: CaseEvent['kind'];
  readonly earliest: number | null;
  readonly latest: number | null;
  readonly precision: CaseEvent['happened']['precision'];
  readonly approximate: boolean;
  /** Whether a source clock stamped it. */
  readonly clocked: boolean;
  readonly supports: number;
  readonly contradicts: number;
  readonly citations: number;
  /** Keys of the groups it belongs to; none where nothing is known. */
  readonly groups: readonly string[];
  /** Its row in the order of entry. */
  readonly ordinal: number;
}

export interface WriteEvents {
  /** `importId`: the log it was imported with. */
  insert(event: CaseEvent, importId?: LogImportId): void;
  update(event: CaseEvent): void;
  /** Keeps what the event said, for whoever asks what stood there before. */
  keepVersion(before: CaseEvent, at: Instant, by: string): void;
  remove(event: Pick<CaseEvent, 'id' | 'caseId'>): void;
  restore(event: Pick<CaseEvent, 'id' | 'caseId'>): void;
}

export interface ReadLogImports {
  /** Of a case, oldest first. */
  list(caseId: CaseId): readonly LogImport[];
  find(id: LogImportId): LogImport | undefined;
  /** In the order of the log. */
  problems(id: LogImportId, from: number, count: number): { readonly total: number; readonly problems: readonly LogProblem[] };
}

/** An import stands in the table before its first event; what a crash leaves unfinished is withdrawn when the vault is opened again. */
export interface WriteLogImports {
  insert(one: LogImport): void;
  /** Events [from, to) of a piece of the log, each citing its row. */
  append(events: ImportedEvents, from: number, to: number): void;
  addProblems(id: LogImportId, problems: readonly LogProblem[]): void;
  /** Of every event appended so far, in order: SHA-256 over their lines; see `importLine`. Forgotten once it was asked for. */
  digest(id: LogImportId): Sha256;
  /** Writes down counts and state. */
  update(one: LogImport): void;
  /** Begins to take the events of an import out, or to bring back those that nobody had removed before one by one. */
  beginMove(id: LogImportId, to: 'withdrawn' | 'standing'): void;
  /** Moves some of them; answers how many were, or null when the move is over. */
  moveSome(one: Pick<LogImport, 'id' | 'caseId'>): number | null;
}

/** Events of one piece of a log in columns, as a reader answers them, with what they are of. */
export interface ImportedEvents {
  readonly import: Pick<LogImport, 'id' | 'caseId' | 'exhibitId' | 'enteredAt' | 'enteredBy'>;
  readonly clockId: ClockId | null;
  readonly ids: readonly EventId[];
  /** `row=`, `sheet=2&row=` or `line=`: what stands before the number of a row in its citation. */
  readonly place: string;
  readonly columns: Pick<EventsOutput, 'row' | 'title' | 'happened' | 'recorded' | 'manners' | 'rare'>;
  /** Whom and what an event names, by its index; null for nobody and nothing. */
  readonly related: readonly (RelatedRecords | null)[];
}

export interface RelatedRecords {
  readonly parties: readonly PartyId[];
  readonly citations: readonly Citation[];
}

export interface EventRecords {
  readonly events: Table<ReadEvents, WriteEvents>;
}

export interface LogRecords {
  readonly logImports: Table<ReadLogImports, WriteLogImports>;
}
