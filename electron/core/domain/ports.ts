import type { Allegation } from '../../../shared/model/allegation.ts';
import type { Case } from '../../../shared/model/case.ts';
import type { CaseEvent } from '../../../shared/model/event.ts';
import type { SequenceClaim } from '../../../shared/model/claim.ts';
import type { ClockReading, SourceClock } from '../../../shared/model/clock.ts';
import type { Acquisition, Exhibit, ExhibitContent } from '../../../shared/model/exhibit.ts';
import type {
  AllegationId,
  CaseId,
  ClockId,
  ClockReadingId,
  EventId,
  ExhibitId,
  Instant,
  LogImportId,
  PartyId,
  SequenceClaimId,
  Sha256,
  UserId,
  VaultId,
} from '../../../shared/model/identifier.ts';
import type { Chain, CustodyAct, LedgerEntry, LedgerHead } from '../../../shared/model/ledger.ts';
import type { CertificateSummary, VaultCheck, VaultInfo, VaultSession, VaultUser } from '../../../shared/contract/vault.ts';
import type { PassageKey } from '../../../shared/contract/suggestion.ts';
import type { Progress } from '../../../shared/contract/index.ts';
import type { Grouping } from '../../../shared/contract/timeline.ts';
import type { LogImport, LogProblem } from '../../../shared/model/log.ts';
import type { Citation } from '../../../shared/model/citation.ts';
import type { TaskOutput } from '../workers/pool-port.ts';
import type { Moment } from '../../../shared/model/moment.ts';
import type { Party } from '../../../shared/model/party.ts';
import type { Release } from '../../../shared/model/release.ts';
import type { Reach } from '../../../shared/time/order.ts';

/** The open vault as the rules see it. Implemented in `electron/core/vault`; the rules know no SQL, file or key. */
export interface Vault {
  readonly id: VaultId;
  /** The folder's name without `.casewright`. */
  readonly name: string;
  readonly user: Actor;
  readonly read: ReadRecords;
  /** One transaction, synchronous by law: every row and ledger entry of `work` is durable when this returns, or none is. */
  transact<T>(work: (write: WriteRecords) => T): T;
  readonly objects: SealedObjects;
  /** What signs a release: certificate chain (leaf first, DER) and private key (PKCS#8 DER). Copies are the caller's to wipe. */
  signingIdentity(): SigningIdentity;
  /** The heads of both chains as signed notes (C2SP tlog-checkpoint), custody first, for a release to carry; absent where none is kept. */
  checkpoint?(): string;
}

export interface Actor {
  readonly id: UserId;
  readonly name: string;
}

export interface SigningIdentity {
  readonly chain: readonly Uint8Array[];
  readonly privateKey: Uint8Array;
  readonly ownMade: boolean;
}

export interface ReadRecords {
  readonly cases: ReadCases;
  readonly parties: ReadParties;
  readonly exhibits: ReadExhibits;
  readonly events: ReadEvents;
  readonly allegations: ReadAllegations;
  readonly logImports: ReadLogImports;
  readonly claims: ReadClaims;
  readonly clocks: ReadClocks;
  readonly questions: ReadQuestions;
  readonly releases: ReadReleases;
  readonly suggestions: ReadSuggestions;
  readonly ledger: ReadLedger;
}

/** Every WriteRecords is a ReadRecords, never the reverse. */
export interface WriteRecords {
  readonly cases: ReadCases & WriteCases;
  readonly parties: ReadParties & WriteParties;
  readonly exhibits: ReadExhibits & WriteExhibits;
  readonly events: ReadEvents & WriteEvents;
  readonly allegations: ReadAllegations & WriteAllegations;
  readonly logImports: ReadLogImports & WriteLogImports;
  readonly claims: ReadClaims & WriteClaims;
  readonly clocks: ReadClocks & WriteClocks;
  readonly questions: ReadQuestions;
  readonly releases: ReadReleases & WriteReleases;
  readonly suggestions: ReadSuggestions & WriteSuggestions;
  readonly ledger: ReadLedger & WriteLedger;
}

export interface ReadCases {
  /** By reference. */
  list(): readonly Case[];
  find(id: CaseId): Case | undefined;
  findByReference(reference: string): Case | undefined;
  counts(id: CaseId): {
    readonly parties: number;
    readonly exhibits: number;
    readonly unreadable: number;
    readonly events: number;
    readonly uncitedEvents: number;
    readonly releases: number;
  };
}

export interface WriteCases {
  insert(one: Case): void;
  update(one: Case): void;
}

export interface ReadParties {
  list(caseId: CaseId): readonly Party[];
  find(id: PartyId): Party | undefined;
  /** Events (not removed ones) that name the party. */
  countEvents(id: PartyId): number;
}

export interface WriteParties {
  insert(party: Party): void;
  update(party: Party): void;
  remove(id: PartyId): void;
}

export interface ReadExhibits {
  /** By exhibit number. */
  list(caseId: CaseId): readonly Exhibit[];
  find(id: ExhibitId): Exhibit | undefined;
  findByNumber(caseId: CaseId, number: string): Exhibit | undefined;
  findByHash(caseId: CaseId, sha256: Sha256): Exhibit | undefined;
  acquisitions(id: ExhibitId): readonly Acquisition[];
  /** Null until a reader has been through it. */
  content(id: ExhibitId): ExhibitContent | null;
  citedBy(id: ExhibitId): readonly { readonly eventId: EventId; readonly title: string; readonly place: string; readonly stance: string }[];
  /** How many events (not removed ones) cite each exhibit; those that none cites are left out. */
  citationCounts(caseId: CaseId): readonly { readonly exhibitId: ExhibitId; readonly events: number }[];
  /** Which sealed object holds the original. */
  object(id: ExhibitId): SealedObject;
  /** The sealed object of these bytes, if any exhibit of any case has them. */
  objectByHash(sha256: Sha256): SealedObject | undefined;
  /** Exhibits whose reading a crash left unfinished. */
  pending(): readonly Exhibit[];
}

export interface WriteExhibits {
  /** The next free number of the case: EX-0001, EX-0002, … Numbers are never used twice. */
  nextNumber(caseId: CaseId): string;
  insert(exhibit: Exhibit, acquisition: Acquisition, object: SealedObject): void;
  addAcquisition(id: ExhibitId, acquisition: Acquisition): void;
  /** Replaces the descriptive fields; number, hash, bytes and the first acquisition cannot change and are refused. */
  update(exhibit: Exhibit): void;
  putContent(id: ExhibitId, content: ExhibitContent): void;
}

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
  remove(id: EventId): void;
  restore(id: EventId): void;
}

export interface ReadAllegations {
  /** Not the removed ones, by number. */
  list(caseId: CaseId): readonly Allegation[];
  /** Not a removed one. */
  find(id: AllegationId): Allegation | undefined;
  /** Events (not removed ones) it is about. */
  countEvents(id: AllegationId): number;
}

export interface WriteAllegations {
  /** The next free number of the case: A1, A2, … Numbers are never used twice. */
  nextNumber(caseId: CaseId): string;
  insert(allegation: Allegation): void;
  update(allegation: Allegation): void;
  remove(id: AllegationId): void;
}

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
  /** Says when an event happened and touches nothing else of it. */
  retime(ordinal: number, happened: Moment): void;
}

export interface ReadClaims {
  /** Not the removed ones, in the order of entry. */
  list(caseId: CaseId): readonly SequenceClaim[];
  /** Removed claims are found too, with `removed` set. */
  find(id: SequenceClaimId): { readonly claim: SequenceClaim; readonly removed: boolean } | undefined;
}

export interface WriteClaims {
  insert(claim: SequenceClaim): void;
  remove(id: SequenceClaimId): void;
  restore(id: SequenceClaimId): void;
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
  moveSome(id: LogImportId): number | null;
}

/** Events of one piece of a log in columns, as a reader answers them, with what they are of. */
export interface ImportedEvents {
  readonly import: Pick<LogImport, 'id' | 'caseId' | 'exhibitId' | 'enteredAt' | 'enteredBy'>;
  readonly clockId: ClockId | null;
  readonly ids: readonly EventId[];
  /** `row=`, `sheet=2&row=` or `line=`: what stands before the number of a row in its citation. */
  readonly place: string;
  readonly columns: Pick<TaskOutput<'log.events'>, 'row' | 'title' | 'happened' | 'recorded' | 'manners' | 'rare'>;
  /** Whom and what an event names, by its index; null for nobody and nothing. */
  readonly related: readonly (RelatedRecords | null)[];
}

export interface RelatedRecords {
  readonly parties: readonly PartyId[];
  readonly citations: readonly Citation[];
}

export interface ReadReleases {
  list(caseId: CaseId): readonly Release[];
}

export interface WriteReleases {
  nextNumber(caseId: CaseId): number;
  insert(release: Release): void;
}

export interface ReadSuggestions {
  /** What was decided about dated passages of an exhibit. */
  decisions(exhibitId: ExhibitId): readonly Decision[];
}

export interface WriteSuggestions {
  /** Replaces what was decided about the same passage before. */
  decide(decision: Decision, at: Instant, by: string): void;
  /** Takes the decision away: the passage is open again. */
  reopen(key: PassageKey): void;
}

export interface Decision extends PassageKey {
  readonly decision: 'accepted' | 'dismissed';
  /** The event an accepted passage became, also one taken out since. */
  readonly eventId: EventId | null;
}

export interface ReadLedger {
  head(chain: Chain): LedgerHead;
  /** Oldest first, from `from` (1-based) on; streamed, so that a long chain is never held whole. */
  entries(chain: Chain, from?: number): Iterable<LedgerEntry>;
  /** Newest first. */
  page(filter: {
    readonly chain: Chain;
    readonly caseId?: CaseId | undefined;
    readonly exhibitId?: ExhibitId | undefined;
    readonly before?: number | undefined;
    readonly limit: number;
  }): {
    readonly entries: readonly LedgerEntry[];
    readonly total: number;
  };
  /** RFC 9162 inclusion proof of an entry against the present head: base64 hashes, leaf side first. */
  inclusionProof(chain: Chain, sequence: number): readonly string[];
}

type Detail = Readonly<Record<string, string | number | boolean | null>>;

export interface WriteLedger {
  /** Appends a signed entry about an exhibit, by the vault's user, now. */
  custody(act: CustodyAct, about: { readonly caseId: CaseId; readonly exhibitId: ExhibitId }, detail: Detail): LedgerEntry;
  /** Appends a signed entry about the vault or one of its records. `act` is noun.verb-in-the-past: `event.added`. */
  audit(act: string, about: { readonly caseId?: CaseId; readonly exhibitId?: ExhibitId }, detail: Detail): LedgerEntry;
}

/** A sealed object as the database knows it. */
export interface SealedObject {
  /** Lower-case hex HMAC of the plaintext hash: the file's name under `objects/`. */
  readonly name: string;
  /** The 32-byte salt in the object's header, hex: a file swapped in from elsewhere has another. */
  readonly salt: string;
  readonly sealedBytes: number;
  readonly sha256: Sha256;
  readonly bytes: number;
}

export interface SealedObjects {
  /**
   * Reads `path` once: hashes and seals in the same pass, durable when it resolves. The object is an orphan until a row names it.
   * Equal content is stored once: when the object is there already and sound in size and salt, `stored` is false.
   * `rawPath` finds a file whose name is not UTF-8; `path` is then its readable form.
   * Throws exhibit.source-* , disk.* and job.cancelled failures; a failed seal leaves nothing behind but the log.
   */
  seal(
    path: string,
    options?: { readonly rawPath?: Uint8Array; readonly signal?: AbortSignal; readonly onBytes?: (bytes: number) => void },
  ): Promise<SealResult>;
  /** Opens an object for random access; every segment is authenticated before a byte of it is answered. Throws object.missing, object.altered. */
  open(object: SealedObject, exhibitNumber: string): OpenObject;
  /** Opens and hashes the whole object, off the main thread. */
  verify(
    object: SealedObject,
    options?: { readonly signal?: AbortSignal; readonly onBytes?: (bytes: number) => void },
  ): Promise<{ readonly outcome: 'matches' | 'altered' | 'missing'; readonly actual: Sha256 | null }>;
  /**
   * Writes the plaintext to a new file (never overwrites, fsynced), hashing on the way; off the main thread. A failure calls the
   * object by its exhibit number. Throws object.missing, object.altered, exhibit.destination-exists, disk.*.
   */
  export(
    object: SealedObject,
    path: string,
    exhibitNumber: string,
    options?: { readonly signal?: AbortSignal; readonly onBytes?: (bytes: number) => void },
  ): Promise<{ readonly bytes: number; readonly sha256: Sha256 }>;
  /** Removes a file that `export` wrote and that could not be accounted for. */
  withdraw(path: string): void;
}

export interface SealResult {
  readonly object: SealedObject;
  readonly stored: boolean;
  readonly modifiedAt: number | null;
}

export interface OpenObject {
  readonly bytes: number;
  /** Plaintext [from, to); clipped to the object's size. */
  read(from: number, to: number): Uint8Array<ArrayBuffer>;
  close(): void;
}

/** Makes, opens and closes vaults: one at a time. Passphrases pass through and are kept nowhere. */
export interface VaultDoor {
  session(): VaultSession | null;
  /** Throws vault.locked. */
  vault(): Vault;
  /** Throws vault.locked. */
  tending(): VaultTending;
  create(options: {
    readonly folder: string;
    readonly user: string;
    readonly passphrase: string;
  }): Promise<{ readonly session: VaultSession; readonly recoveryCode: string }>;
  users(folder: string): Promise<{ readonly name: string; readonly users: readonly VaultUser[] }>;
  open(options: {
    readonly folder: string;
    readonly user?: string | undefined;
    readonly passphrase: string;
    readonly known: readonly LedgerHead[];
  }): Promise<VaultSession>;
  recover(options: {
    readonly folder: string;
    readonly user: string;
    readonly recoveryCode: string;
    readonly passphrase: string;
  }): Promise<VaultSession>;
  /** Writes everything down, wipes the keys and lets go of the folder; nothing happens when no vault is open. */
  lock(reason: 'asked' | 'idle' | 'suspend' | 'screen' | 'closed'): void;
}

/** What is done to the open vault itself rather than to what it holds. */
export interface VaultTending {
  changePassphrase(current: string, next: string): Promise<void>;
  addUser(name: string, passphrase: string): Promise<VaultUser>;
  info(): VaultInfo;
  /** Names everything that is wrong instead of stopping at the first; `deep` opens and hashes every object. */
  check(options: {
    readonly deep: boolean;
    readonly signal: AbortSignal;
    readonly progress: (progress: Progress) => void;
  }): Promise<VaultCheck>;
  /** Recomputes every hash, signature and Merkle root of both chains. */
  verifyLedger(options: {
    readonly signal: AbortSignal;
    readonly progress: (progress: Progress) => void;
  }): Promise<{ readonly sound: boolean; readonly entries: number; readonly problems: readonly string[] }>;
  certificate(): CertificateSummary;
  importCertificate(path: string, passphrase: string): Promise<CertificateSummary>;
}
