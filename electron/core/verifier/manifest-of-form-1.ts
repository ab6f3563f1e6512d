import { z } from 'zod';
import { instant, sha256 } from '../../../shared/model/identifier.ts';
import { chain } from '../../../shared/model/ledger.ts';
import { base64Of32, base64Of64, ledgerBodyInFile, ledgerHeadInFile } from './ledger-file.ts';

/** How an exhibit stands in the file. Pages are counted from 1 and include both ends. */
const included = z.discriminatedUnion('as', [
  z.object({ as: z.literal('pages'), from: z.int().min(1), to: z.int().min(1) }),
  z.object({ as: z.literal('attachment'), name: z.string(), slip: z.int().min(1) }),
  z.object({ as: z.literal('withheld'), reason: z.string(), slip: z.int().min(1) }),
]);

/** manifest.json as it was before it named its signer. Frozen: files of that time must verify for ever. */
export const manifestOfForm1 = z.object({
  format: z.literal('casewright-case-file'),
  formatVersion: z.literal(1),
  tool: z.string(),
  vault: z.string(),
  case: z.object({ id: z.string(), reference: z.string(), title: z.string(), zone: z.string() }),
  release: z.object({ number: z.int().min(1), at: instant, by: z.string(), locale: z.string() }),
  pages: z.int().min(1),
  exhibits: z.array(
    z.object({ number: z.string(), id: z.string(), title: z.string(), mediaType: z.string(), sha256, bytes: z.int().min(0), included }),
  ),
  attachments: z.array(z.object({ name: z.string(), bytes: z.int().min(0), sha256 })),
  ledger: z.object({
    file: z.string(),
    sha256,
    entries: z.int().min(0),
    /** How many of them are withheld. */
    withheld: z.int().min(0),
    heads: z.array(ledgerHeadInFile.extend({ lastHash: sha256 })).length(2),
    /** C2SP signed note over the heads, as the vault keeps it beside its database; null where there is none. */
    checkpoint: z.string().nullable(),
  }),
  gate: z.array(z.object({ name: z.string(), outcome: z.enum(['passed', 'warning', 'refused']), detail: z.string() })),
});
export type ManifestOfForm1 = z.infer<typeof manifestOfForm1>;

/** The RFC 9162 path from an entry to the head the manifest names, leaf side first. */
const proof = z.array(base64Of32).max(64);

/** One line of ledger.jsonl: an entry about the case, or, where its words are working notes, its leaf. */
export const lineOfForm1 = z.union([
  z.strictObject({ body: ledgerBodyInFile, hash: sha256, signature: base64Of64, publicKey: base64Of32, proof }),
  z.strictObject({
    withheld: z.literal('working-notes'),
    chain,
    sequence: z.int().min(1),
    at: instant,
    act: z.string(),
    hash: sha256,
    leaf: base64Of32,
    proof,
  }),
]);
export type LineOfForm1 = z.infer<typeof lineOfForm1>;
