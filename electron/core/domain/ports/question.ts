import type { OrderClaim } from '../../../../shared/model/order-claim.ts';
import type { CaseEvent } from '../../../../shared/model/event.ts';
import type { CaseId, EventId, Instant, OrderClaimId } from '../../../../shared/model/identifier.ts';
import type { Reach } from '../../../../shared/time/index.ts';
import type { Table } from './table.ts';

export interface ReadOrderClaims {
  /** Not the removed ones, in the order of entry. */
  list(caseId: CaseId): readonly OrderClaim[];
  /** Removed claims are found too, with `removed` set. */
  find(id: OrderClaimId): { readonly claim: OrderClaim; readonly removed: boolean } | undefined;
}

export interface WriteOrderClaims {
  insert(claim: OrderClaim): void;
  remove(id: OrderClaimId): void;
  restore(id: OrderClaimId): void;
}

/** What the open questions need of the events, and no more: a case may have a million rows of logs that none of them is about. */
export interface ReadQuestions {
  /** The number of the last row of events, of whatever case. */
  lastOrdinal(): number;
  /** Of the rows numbered in (from, to], the events that name a party, told the organisation something, were its act, or are a memory gap. */
  scan(caseId: CaseId, from: number, to: number): readonly AskedEvent[];
  /** The last instant that surely lies in the record: the latest earliest bound of all events but the doubtful ones. */
  recordEnd(caseId: CaseId): Instant | null;
  /** Events that surely lie within [from, to), memory gaps left out, by earliest bound: the first `most`, and how many more there are. */
  within(
    caseId: CaseId,
    from: Instant | null,
    to: Instant | null,
    most: number,
  ): { readonly events: readonly { readonly id: EventId; readonly title: string }[]; readonly more: number };
  /** Events by identifier, else by the beginning of one, else by title; at most two, so that it shows whether one is meant. */
  meant(caseId: CaseId, text: string): readonly EventId[];
}

/** When a moment can have begun and ended, and whether its source is marked doubtful. */
export interface AskedMoment extends Reach {
  readonly doubtful: boolean;
}

export interface AskedEvent extends Pick<CaseEvent, 'id' | 'title' | 'lane' | 'kind' | 'location' | 'parties'> {
  readonly happened: AskedMoment;
  readonly learned: AskedMoment | null;
}

export interface QuestionRecords {
  readonly orderClaims: Table<ReadOrderClaims, WriteOrderClaims>;
  readonly questions: Table<ReadQuestions>;
}
