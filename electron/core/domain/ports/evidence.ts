import type { PassageKey } from '../../../../shared/contract/suggestion.ts';
import type { Acquisition, Exhibit, ExhibitContent, MetadataField } from '../../../../shared/model/exhibit.ts';
import type { CaseId, EventId, ExhibitId, Instant, Sha256 } from '../../../../shared/model/identifier.ts';
import type { Exported, Inspected, SealedObject, SealResult, Verified } from '../../tasks/object.ts';
import type { Table } from './table.ts';

export type { SealedObject, SealResult };

export interface ReadExhibits {
  /** By exhibit number. */
  list(caseId: CaseId): readonly Exhibit[];
  find(id: ExhibitId): Exhibit | undefined;
  findByNumber(caseId: CaseId, number: string): Exhibit | undefined;
  findByHash(caseId: CaseId, sha256: Sha256): Exhibit | undefined;
  acquisitions(id: ExhibitId): readonly Acquisition[];
  /** Null until a reader has been through it. */
  content(id: ExhibitId): ExhibitContent | null;
  /** That of its content alone, however long its text; empty until a reader has been through it. */
  metadata(id: ExhibitId): readonly MetadataField[];
  /** At most so many, those of the events entered first, in order of time. */
  citedBy(
    id: ExhibitId,
    most: number,
  ): readonly { readonly eventId: EventId; readonly title: string; readonly place: string; readonly stance: string }[];
  /** How many events (not removed ones) cite each exhibit; those that none cites are left out. */
  citationCounts(caseId: CaseId): readonly { readonly exhibitId: ExhibitId; readonly events: number }[];
  /** Which sealed object holds the original. */
  object(id: ExhibitId): SealedObject;
  /** The sealed object of these bytes, if any exhibit of any case has them. */
  objectByHash(sha256: Sha256): SealedObject | undefined;
  /** The same by its own name. */
  objectByName(name: string): SealedObject | undefined;
  /** The next free number of the case: EX-0001, EX-0002, … Numbers are never used twice. */
  nextNumber(caseId: CaseId): string;
  /** Exhibits that a crash left unread. */
  pending(): readonly Exhibit[];
}

export interface WriteExhibits {
  insert(exhibit: Exhibit, acquisition: Acquisition, object: SealedObject): void;
  addAcquisition(id: ExhibitId, acquisition: Acquisition): void;
  /** Replaces the descriptive fields; number, hash, bytes and the first acquisition cannot change and are refused. */
  update(exhibit: Exhibit): void;
  putContent(id: ExhibitId, content: ExhibitContent): void;
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
  verify(object: SealedObject, options?: { readonly signal?: AbortSignal; readonly onBytes?: (bytes: number) => void }): Promise<Verified>;
  /**
   * Writes the plaintext to a new file (never overwrites, fsynced), hashing on the way; off the main thread. A failure calls the
   * object by its exhibit number. Throws object.missing, object.altered, exhibit.destination-exists, disk.*.
   */
  export(
    object: SealedObject,
    path: string,
    exhibitNumber: string,
    options?: { readonly signal?: AbortSignal; readonly onBytes?: (bytes: number) => void },
  ): Promise<Exported>;
  /** What lies in quarantine: sealed files that no exhibit needed when they were found, and damaged ones a whole one replaced. */
  quarantined(): readonly QuarantinedObject[];
  /** Reads one of them to its last byte, off the main thread. */
  inspect(file: string, options?: { readonly signal?: AbortSignal; readonly onBytes?: (bytes: number) => void }): Promise<Inspected>;
  /** Gives an inspected one its place; what stood there and was not it goes to quarantine. Writes down which exhibits it was put back for. */
  takeBack(file: string, object: SealedObject): void;
  /** Removes one whose content stands whole in its place. */
  removeQuarantined(file: string): void;
  /** Removes a file that `export` wrote and that could not be accounted for. */
  withdraw(path: string): void;
}

export interface QuarantinedObject {
  /** Its name in the quarantine. */
  readonly file: string;
  /** What it was called among the objects. */
  readonly name: string;
  readonly sealedBytes: number;
}

export interface OpenObject {
  readonly bytes: number;
  /** Plaintext [from, to); clipped to the object's size. */
  read(from: number, to: number): Uint8Array<ArrayBuffer>;
  close(): void;
}

export interface EvidenceRecords {
  readonly exhibits: Table<ReadExhibits, WriteExhibits>;
  readonly suggestions: Table<ReadSuggestions, WriteSuggestions>;
}
