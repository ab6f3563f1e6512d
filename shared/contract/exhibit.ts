import { z } from 'zod';
import { language } from './language.ts';
import { acquisition, exhibit, exhibitContent, exhibitNumber, findings } from '../model/exhibit.ts';
import { caseId, exhibitId, sha256 } from '../model/identifier.ts';
import { ledgerEntry } from '../model/ledger.ts';
import { moment } from '../model/moment.ts';
import { command, trustedJob, trustedQuery, job, query } from './conversation.ts';

/** What became of one file that was offered. A duplicate names the exhibit it equals; a failed one says why and changed nothing. */
export const importedFile = z
  .object({
    file: z.string(),
    status: z.enum(['imported', 'duplicate', 'failed']),
    exhibit: z.string().nullable(),
    exhibitId: exhibitId.nullable(),
    sha256: sha256.nullable(),
    bytes: z.int().nullable(),
    findings: findings.nullable(),
    /** Failure code and sentence; empty when all went well. */
    code: z.string(),
    message: z.string(),
  })
  .readonly();
export type ImportedFile = z.infer<typeof importedFile>;

export const exhibitDetail = z
  .object({
    exhibit,
    acquisitions: z.array(acquisition).readonly(),
    custody: z.array(ledgerEntry).readonly(),
    /** The first of them where there are many; `citedByMore` says that there are others. */
    citedBy: z.array(z.object({ eventId: z.string(), title: z.string(), place: z.string(), stance: z.string() })).readonly(),
    citedByMore: z.boolean(),
  })
  .readonly();
export type ExhibitDetail = z.infer<typeof exhibitDetail>;

export const verifiedExhibit = z
  .object({
    number: z.string(),
    exhibitId,
    outcome: z.enum(['matches', 'altered', 'missing']),
    expected: sha256,
    actual: sha256.nullable(),
    /** Why no custody entry could be made: the vault is damaged and open for reading only. */
    unrecorded: z.string().optional(),
  })
  .readonly();

/** An exhibit that bears a date of its own: what somebody stated, otherwise an e-mail's own Date header. */
export const exhibitDate = z
  .object({ exhibitId, number: exhibitNumber, title: z.string(), moment, by: z.enum(['stated', 'header']) })
  .readonly();
export type ExhibitDate = z.infer<typeof exhibitDate>;

/** A picture of one page: PNG bytes and its size in pixels, with the rectangles of its words as fractions of the page. */
export const pagePicture = z
  .object({
    png: z.instanceof(Uint8Array),
    width: z.int(),
    height: z.int(),
    words: z.array(z.object({ text: z.string(), left: z.number(), top: z.number(), width: z.number(), height: z.number() })).readonly(),
  })
  .readonly();

export const exhibitContract = {
  /** Hashes and seals every file (folders are walked), one exhibit each. Files finished before a cancel or a crash stay. */
  'exhibit.import': trustedJob(
    z.object({
      caseId,
      paths: z.array(z.string()).min(1),
      source: z.string().max(200).default(''),
      method: z.string().max(200).default(''),
      /** The document's own date, where all of them bear the same; see `exhibit.update`. */
      dated: z.string().max(200).default(''),
      language: language.default('en'),
    }),
    z.object({ files: z.array(importedFile) }),
  ),
  'exhibit.list': query(z.object({ caseId }), z.array(exhibit), { of: ['exhibit'] }),
  /** What relative words can be counted from. */
  'exhibit.dates': query(z.object({ caseId }), z.array(exhibitDate), {
    of: ['exhibit', 'case'],
  }),
  'exhibit.get': query(z.object({ exhibitId }), exhibitDetail, { of: ['exhibit', 'event', 'ledger'] }),
  /** How many events cite each exhibit; those that none cites are left out. */
  'exhibit.citationCounts': query(z.object({ caseId }), z.array(z.object({ exhibitId, events: z.int() }).readonly()), { of: ['event'] }),
  'exhibit.find': query(z.object({ caseId, number: z.string() }), exhibit, { of: ['exhibit'] }),
  'exhibit.content': query(z.object({ exhibitId }), exhibitContent, { of: ['exhibit'] }),
  'exhibit.page': query(z.object({ exhibitId, page: z.int().min(1), width: z.int().min(16).max(4096) }), pagePicture, { of: ['exhibit'] }),
  /** Plaintext bytes [from, to) of the original, decrypted segment by segment; for the exhibit protocol. */
  'exhibit.bytes': trustedQuery(
    z.object({ exhibitId, from: z.int().min(0), to: z.int().min(0) }),
    z.object({ bytes: z.instanceof(Uint8Array), mediaType: z.string(), total: z.int() }),
    { of: ['exhibit'] },
  ),
  'exhibit.update': command(
    z.object({
      exhibitId,
      title: z.string().trim().min(1).max(300).optional(),
      source: z.string().max(200).optional(),
      covered: z.boolean().optional(),
      /** The document's own date, as a moment is typed; empty takes it away. Read in the case's zone. */
      dated: z.string().trim().max(200).optional(),
      language: language.default('en'),
    }),
    exhibit,
  ),
  /** Asked before a covered exhibit is shown; leaves a custody entry. */
  'exhibit.uncover': command(z.object({ exhibitId, purpose: z.string().max(300) }), z.object({})),
  /** Writes the very bytes of the original to `path` (never overwrites) and leaves a custody entry. */
  'exhibit.export': trustedJob(
    z.object({ exhibitId, path: z.string(), purpose: z.string().max(300).default('') }),
    z.object({ bytes: z.int(), sha256, unrecorded: z.string().optional() }),
  ),
  /** Opens every sealed object, hashes it again and leaves a custody entry for each. Without `exhibitIds`: the whole case. */
  'exhibit.verify': job(z.object({ caseId, exhibitIds: z.array(exhibitId).optional() }), z.object({ exhibits: z.array(verifiedExhibit) })),
  /** Reads again what a crash left pending, or a newer reader may now understand. */
  'exhibit.read': job(z.object({ caseId, exhibitIds: z.array(exhibitId).optional() }), z.object({ read: z.int(), unreadable: z.int() })),
} as const;
