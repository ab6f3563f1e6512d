import { z } from 'zod';
import { exhibitNumber } from '../../../shared/model/exhibit.ts';
import { caseId, exhibitId, sha256 } from '../../../shared/model/identifier.ts';
import { languages } from '../../../shared/model/language.ts';
import { gateCheck } from '../../../shared/model/release.ts';
import { ledgerHeadInFile } from './ledger-file.ts';
import { manifestOfForm1 } from './manifest-of-form-1.ts';

export { canonicalText } from './canonical.ts';

/** Of anything a file says of itself: far more than a real one has, so that no number and no list can be made to cost time or room. */
const mostPages = 1_000_000;
const mostExhibits = 100_000;
const most = 2 ** 48;
/** The last instant a date can name. */
const lastInstant = 8_640_000_000_000_000;

const page = z.int().min(1).max(mostPages);
const bytes = z.int().min(0).max(most);
const text = z.string().max(10_000);

/** How an exhibit stands in the file. Pages are counted from 1 and include both ends. */
const included = z.discriminatedUnion('as', [
  z.strictObject({ as: z.literal('pages'), from: page, to: page, original: text.optional() }),
  z.strictObject({ as: z.literal('attachment'), name: text, slip: page }),
  z.strictObject({ as: z.literal('withheld'), reason: text, slip: page }),
]);

/**
 * manifest.json: what the case file says about its own contents, as canonical JSON (RFC 8785). Since version 2 it names the one
 * certificate that may sign it, so that a signature by another key contradicts the content, and what each page shows; and its ledger is
 * whole: every number of each chain stands in ledger.jsonl, and the heads are those of a checkpoint of the vault.
 */
export const manifestOfForm2 = z.strictObject({
  format: z.literal('casewright-case-file'),
  formatVersion: z.literal(2),
  tool: text,
  vault: z.uuid(),
  case: z.strictObject({ id: caseId, reference: text, title: text, zone: text }),
  release: z.strictObject({ number: z.int().min(1).max(most), at: z.int().min(0).max(lastInstant), by: text, locale: z.enum(languages) }),
  signer: z.strictObject({ subject: text, certificateSha256: sha256 }),
  pages: page,
  /** One for each page, in order (docs/formats.md). */
  /** Everything in the file that stands before this manifest's own object. */
  before: z.strictObject({ bytes: z.int().min(1), sha256 }),
  pageDigests: z.array(z.string().regex(/^[0-9a-f]{64}$/)).max(mostPages),
  exhibits: z
    .array(z.strictObject({ number: exhibitNumber, id: exhibitId, title: text, mediaType: text, sha256, bytes, included }))
    .max(mostExhibits),
  attachments: z.array(z.strictObject({ name: text, bytes, sha256 })).max(mostExhibits + 1),
  ledger: z.strictObject({
    file: z.literal('ledger.jsonl'),
    sha256,
    /** In full. */
    entries: z.int().min(0).max(most),
    /** Entries about the case whose words are not released. */
    withheld: z.int().min(0).max(most),
    /** Entries that are not about the case, of which nothing stands in the file but their place. */
    others: z.int().min(0).max(most),
    /** Custody, then audit. */
    heads: z.array(ledgerHeadInFile).length(2),
    /** C2SP signed notes over the heads, by the vault's log key. */
    checkpoint: text,
  }),
  gate: z.array(gateCheck).max(100),
});
export type ManifestOfForm2 = z.infer<typeof manifestOfForm2>;

export const manifestSchema = z.discriminatedUnion('formatVersion', [manifestOfForm1, manifestOfForm2]);
export type Manifest = z.infer<typeof manifestSchema>;

export const manifestName = 'manifest.json';
export const ledgerName = 'ledger.jsonl';
