import type { ClockReading, SourceClock } from '../../../../shared/model/clock.ts';
import type { CaseEvent } from '../../../../shared/model/event.ts';
import type { CaseId, ClockId, ClockReadingId, Instant } from '../../../../shared/model/identifier.ts';
import type { Moment } from '../../../../shared/model/moment.ts';
import type { Table } from './table.ts';

export interface ReadClocks {
  /** By name. */
  list(caseId: CaseId): readonly SourceClock[];
  find(id: ClockId): SourceClock | undefined;
  findByReading(id: ClockReadingId): SourceClock | undefined;
  /** What was known of it before each change, oldest first. */
  versions(id: ClockId): readonly ClockVersion[];
  /** Events (not removed ones) it stamped. */
  countEvents(id: ClockId): number;
  /** Every event it stamped, removed ones too, streamed. */
  stamped(id: ClockId): Iterable<StampedEvent>;
  /** Every event of the case and when it happened, streamed, without phrase and basis; removed events are left out. */
  bounds(caseId: CaseId): Iterable<BoundedEvent>;
}

export interface ClockVersion {
  readonly clock: SourceClock;
  readonly reason: string;
  readonly replacedAt: Instant;
  readonly replacedBy: string;
}

export interface StampedEvent {
  readonly ordinal: number;
  readonly removed: boolean;
  readonly happened: Moment;
  readonly recorded: Moment;
}

export interface BoundedEvent {
  readonly ordinal: number;
  readonly clockId: ClockId | null;
  readonly happened: Moment;
}

export interface WriteClocks {
  insert(clock: SourceClock): void;
  /** Its settings and its version; readings are never changed with it. */
  update(clock: SourceClock): void;
  keepVersion(before: SourceClock, reason: string, at: Instant, by: string): void;
  insertReading(clockId: ClockId, reading: ClockReading): void;
  withdrawReading(id: ClockReadingId): void;
  /** Says when an event happened and touches nothing else of it. Answers which event it was. */
  retime(ordinal: number, happened: Moment): Pick<CaseEvent, 'id' | 'caseId'>;
}

export interface ClockRecords {
  readonly clocks: Table<ReadClocks, WriteClocks>;
}
