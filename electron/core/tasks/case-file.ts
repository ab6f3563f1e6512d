import type { OpenStretch, QuestionPart, SilenceEnd } from '../../../shared/contract/question.ts';
import type { Language } from '../../../shared/model/language.ts';
import type { Case } from '../../../shared/model/case.ts';
import type { Citation } from '../../../shared/model/citation.ts';
import type { CaseEvent } from '../../../shared/model/event.ts';
import type { SourceClock } from '../../../shared/model/clock.ts';
import type { Acquisition, Exhibit, Passage } from '../../../shared/model/exhibit.ts';
import type { EventId, Instant, Sha256 } from '../../../shared/model/identifier.ts';
import type { LedgerEntry, LedgerHead } from '../../../shared/model/ledger.ts';
import type { Moment } from '../../../shared/model/moment.ts';
import type { Party } from '../../../shared/model/party.ts';
import type { GateCheck } from '../../../shared/model/release.ts';
import type { PageComment, PageNote, PageSize, SlipReason } from './pages.ts';

/** Everything a case file says, as one plain value: composing it reads no vault and can run in any thread. */
export interface CaseFileContent {
  readonly language: Language;
  readonly case: Case;
  readonly vaultId: string;
  readonly release: { readonly number: number; readonly at: Instant; readonly by: string };
  /** Casewright's version. */
  readonly version: string;
  readonly parties: readonly Party[];
  readonly events: readonly CaseEvent[];
  /** Rows of large logs that are events of the timeline but not listed one by one, by the exhibit that holds them. */
  readonly logRows: readonly {
    readonly exhibit: string;
    readonly events: number;
    readonly from: Instant | null;
    readonly to: Instant | null;
  }[];
  readonly clocks: readonly ClockContent[];
  readonly silences: SilencesContent;
  readonly exhibits: readonly ExhibitContentEntry[];
  readonly gate: readonly GateCheck[];
  readonly heads: readonly LedgerHead[];
  /** The vault's signed checkpoint over these heads. */
  readonly checkpoint: string;
  readonly signer: SignerFacts;
}

/** A source clock with what is known of it, in sentences of the file's language. */
export interface ClockContent {
  readonly clock: SourceClock;
  /** The first one says how far off it is. */
  readonly wording: readonly string[];
  /** How many events it stamped. */
  readonly events: number;
  /** What was thought of it before, oldest first. */
  readonly former: readonly {
    readonly wording: readonly string[];
    readonly reason: string;
    readonly replacedAt: Instant;
    readonly replacedBy: string;
  }[];
}

/** The times in which no act of the organisation is recorded after a notice, by time. */
export interface SilencesContent {
  readonly listed: readonly SilenceContent[];
  /** Later ones beyond the most a list holds. */
  readonly left: number;
}

export interface SilenceContent {
  /** In the file's language, as `length`. */
  readonly wording: string;
  readonly length: string;
  readonly end: SilenceEnd;
  /** Of one not over at the end of the record: where that is, if any bound of it is known. */
  readonly recordEnds: Instant | null;
  readonly certain: OpenStretch | null;
  readonly possible: OpenStretch;
  readonly events: readonly SilenceEvent[];
  /** Further linked events that are not listed. */
  readonly moreEvents: number;
}

/** A notice, an act, or what may be one; a row of a log is not in the chronology and is found by its citation. */
export interface SilenceEvent {
  readonly eventId: EventId;
  readonly part: QuestionPart;
  readonly title: string;
  /** The one that is measured. */
  readonly moment: Moment | null;
  readonly citation: Citation | null;
}

export interface SignerFacts {
  readonly subject: string;
  readonly issuer: string;
  /** Of the certificate, as lower-case hex. */
  readonly sha256: Sha256;
  readonly ownMade: boolean;
  readonly validFrom: Instant;
  readonly validTo: Instant;
}

export interface ExhibitContentEntry {
  readonly exhibit: Exhibit;
  readonly acquisitions: readonly Acquisition[];
  /** Oldest first. */
  readonly custody: readonly LedgerEntry[];
  readonly appearance: Appearance;
  /** What the reader found, for exhibits that are not shown as pages of their own. */
  readonly passages: readonly Passage[];
}

/** How an exhibit stands in the case file. */
export type Appearance =
  | {
      readonly as: 'pages';
      readonly pages: readonly PageSize[];
      readonly notes: readonly PageNote[];
      readonly comments: readonly PageComment[];
      /** Where the pages are not all there is to see; null where they are, or where it is too large. */
      readonly attachment: string | null;
    }
  | { readonly as: 'slip'; readonly reason: SlipReason; readonly problem: string; readonly attachment: string | null };
