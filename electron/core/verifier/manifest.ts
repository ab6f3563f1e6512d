import canonicalize from 'canonicalize';
import { z } from 'zod';
import { instant, sha256 } from '../../../shared/model/identifier.ts';
import { chain, ledgerBody, ledgerHead } from '../../../shared/model/ledger.ts';
import { gateCheck } from '../../../shared/model/release.ts';

/** How an exhibit stands in the file. Pages are counted from 1 and include both ends. */
const included = z.discriminatedUnion('as', [
  z.object({ as: z.literal('pages'), from: z.int().min(1), to: z.int().min(1) }),
  z.object({ as: z.literal('attachment'), name: z.string(), slip: z.int().min(1) }),
  z.object({ as: z.literal('withheld'), reason: z.string(), slip: z.int().min(1) }),
]);

const fields = {
  format: z.literal('casewright-case-file'),
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
    heads: z.array(ledgerHead),
    /** C2SP signed note over the heads, as the vault keeps it beside its database; null where there is none. */
    checkpoint: z.string().nullable(),
  }),
  gate: z.array(gateCheck),
};

/**
 * manifest.json: what the case file says about its own contents, as canonical JSON (RFC 8785). Since version 2 it names the one
 * certificate that may sign it, so that a signature by another key contradicts the content, and what each page shows.
 */
export const manifestSchema = z.discriminatedUnion('formatVersion', [
  z.object({ ...fields, formatVersion: z.literal(1) }),
  z.object({
    ...fields,
    formatVersion: z.literal(2),
    signer: z.object({ subject: z.string(), certificateSha256: sha256 }),
    /** One for each page, in order (docs/formats.md). */
    pageDigests: z.array(z.string().regex(/^[0-9a-f]{64}$/)),
  }),
]);
export type Manifest = z.infer<typeof manifestSchema>;

/** One line of ledger.jsonl: an entry, and the RFC 9162 path from it to the head the manifest names, leaf side first, base64. */
const proof = z.array(z.string()).max(64);
export const ledgerLineSchema = z.strictObject({ body: ledgerBody, hash: sha256, signature: z.string(), publicKey: z.string(), proof });
export type LedgerLine = z.infer<typeof ledgerLineSchema>;

/**
 * An entry about the case whose words are not released because they are working notes. Its leaf is proven to be in the
 * ledger, so that it cannot be denied later; its body can be disclosed on its own and compared.
 */
export const withheldLineSchema = z.strictObject({
  withheld: z.literal('working-notes'),
  chain,
  sequence: z.int().min(1),
  at: instant,
  act: z.string(),
  hash: sha256,
  leaf: z.string(),
  proof,
});
export type WithheldLine = z.infer<typeof withheldLineSchema>;

export const manifestName = 'manifest.json';
export const ledgerName = 'ledger.jsonl';

/** RFC 8785. */
export function canonicalText(value: object): string {
  const text = canonicalize(value);
  if (text === undefined) throw new Error('only JSON has a canonical form');
  return text;
}

export function ledgerLines(lines: readonly (LedgerLine | WithheldLine)[]): Uint8Array {
  return new TextEncoder().encode(lines.map((line) => `${canonicalText(line)}\n`).join(''));
}
