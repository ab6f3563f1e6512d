import { z } from 'zod';
import { fact } from './fact.ts';
import { caseId, exhibitId, instant, sha256 } from './identifier.ts';
import { moment } from './moment.ts';

export const exhibitKind = z.enum(['text', 'document', 'message', 'image', 'video', 'audio', 'data', 'other']);
export type ExhibitKind = z.infer<typeof exhibitKind>;

/** What came of reading an exhibit's content; the sealed original is whole in every state. */
export const findingsStatus = z.enum(['pending', 'read', 'minimal', 'unreadable']);
export type FindingsStatus = z.infer<typeof findingsStatus>;

/** What a reader says of an exhibit, as facts: their names are those of the catalogue of findings, or of a failure. */
export const findingNotes = z.array(fact).readonly();

/** What a reader found in an exhibit: how far its content was read, and why no further, or what else is to be known of it. */
export const findings = z.object({ status: findingsStatus, notes: findingNotes }).readonly();
export type Findings = z.infer<typeof findings>;

/** Bytes of the largest original whose content is read; a larger one is recorded with type and size. */
export const LARGEST_READ = 256 * 1024 * 1024;

export const exhibitNumber = z.string().regex(/^EX-\d{4,}$/);

/** One item of evidence: a sealed original. */
export const exhibit = z
  .object({
    id: exhibitId,
    caseId,
    number: exhibitNumber,
    title: z.string(),
    fileName: z.string(),
    kind: exhibitKind,
    mediaType: z.string(),
    bytes: z.int().min(0),
    sha256,
    /** Person or organisation the file came from, as stated at import. */
    source: z.string(),
    acquiredAt: instant,
    acquiredBy: z.string(),
    /** How it was acquired: tool and version, "copied from disk", and so on. */
    method: z.string(),
    /** Modification time the file system showed when it was read, or null. */
    modifiedAt: instant.nullable(),
    /** Pages that can be shown and stamped; null where the format has none. */
    pages: z.int().nullable(),
    findings,
    /** Intimate or graphic: covered until uncovered on purpose, and that view is logged. */
    covered: z.boolean(),
    /** The document's own date, as somebody stated it: what relative words in it ("yesterday evening") are counted from. */
    dated: moment.nullable(),
  })
  .readonly();
export type Exhibit = z.infer<typeof exhibit>;

/** One time the same bytes reached us: the first makes the exhibit, a later one is linked to it as a duplicate. */
export const acquisition = z
  .object({
    fileName: z.string(),
    originalPath: z.string(),
    source: z.string(),
    method: z.string(),
    acquiredAt: instant,
    acquiredBy: z.string(),
    modifiedAt: instant.nullable(),
  })
  .readonly();
export type Acquisition = z.infer<typeof acquisition>;

/** One numbered passage of an exhibit's text; `place` is what a citation names. */
export const passage = z
  .object({
    place: z.string(),
    text: z.string(),
  })
  .readonly();
export type Passage = z.infer<typeof passage>;

/** One metadata field, in the words and form of the file: dates stay verbatim. */
export const metadataField = z.object({ name: z.string(), value: z.string() }).readonly();
export type MetadataField = z.infer<typeof metadataField>;

export const exhibitContent = z
  .object({
    passages: z.array(passage).readonly(),
    metadata: z.array(metadataField).readonly(),
    /** Parts found inside, such as e-mail attachments: named and counted, so that nothing is silently left out. */
    parts: z.array(z.object({ name: z.string(), mediaType: z.string(), bytes: z.int() })).readonly(),
  })
  .readonly();
export type ExhibitContent = z.infer<typeof exhibitContent>;
