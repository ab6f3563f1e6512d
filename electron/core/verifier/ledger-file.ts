import { z } from 'zod';
import { caseId, exhibitId, sha256, userId } from '../../../shared/model/identifier.ts';
import { chain } from '../../../shared/model/ledger.ts';
import { canonicalText } from './canonical.ts';

/** Standard base64 of exactly 32 or 64 bytes; bits that mean nothing are zero, so that there is one spelling only. */
export const base64Of32 = z.string().regex(/^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/);
export const base64Of64 = z.string().regex(/^[A-Za-z0-9+/]{85}[AQgw]==$/);

/** A line is read whole: a longer one is none of ours. */
const longestLine = 8 << 20;
/** More entries than any vault has; up to here sizes and positions are computed without rounding. */
const mostEntries = 2 ** 40;
/** The last instant a date can name. */
const lastInstant = 8_640_000_000_000_000;

const position = z.int().min(1).max(mostEntries);
const moment = z.int().min(0).max(lastInstant);
const act = z.string().regex(/^[a-z][a-z.-]{0,63}$/);

export const ledgerBodyInFile = z.strictObject({
  chain,
  sequence: position,
  at: moment,
  actor: z.strictObject({ id: userId, name: z.string() }),
  act,
  caseId: caseId.nullable(),
  exhibitId: exhibitId.nullable(),
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  previous: sha256,
});

const entryLine = z.strictObject({ body: ledgerBodyInFile, hash: sha256, publicKey: base64Of32, signature: base64Of64 });

/**
 * An entry about the case whose words are not released because they are working notes. Its leaf stands in its place, so that it
 * cannot be denied later; its body can be disclosed on its own and compared. Time and act are stated, and bound by nothing.
 */
const withheldLine = z.strictObject({
  withheld: z.literal('working-notes'),
  chain: z.literal('audit'),
  sequence: position,
  at: moment,
  act,
  leaf: base64Of32,
});

/**
 * Entries that are not about the case: the node of the Merkle tree over `leaves` of them, a power of two, from number `from` on.
 * One entry is its own leaf. A gap is written as the fewest such nodes, so that there is one way to write it.
 */
const othersLine = z.strictObject({ chain, from: position, leaves: position, node: base64Of32 });

export const ledgerHeadInFile = z.strictObject({
  chain,
  size: z.int().min(0).max(mostEntries),
  root: base64Of32,
});
export type LedgerHeadInFile = z.infer<typeof ledgerHeadInFile>;

export type EntryLine = z.infer<typeof entryLine>;
export type WithheldLine = z.infer<typeof withheldLine>;
export type OthersLine = z.infer<typeof othersLine>;

/** A line of ledger.jsonl with, of an entry, the very text that was hashed and signed. */
export type ReadLine =
  | { readonly kind: 'entry'; readonly line: EntryLine; readonly canonical: string }
  | { readonly kind: 'withheld'; readonly line: WithheldLine }
  | { readonly kind: 'others'; readonly line: OthersLine };

/** An entry as it stands in the file, without its line feed; `canonical` is the body as it was signed. */
export function writeEntry(canonical: string, { hash, publicKey, signature }: Omit<EntryLine, 'body'>): string {
  return `{"body":${canonical},"hash":"${hash}","publicKey":"${publicKey}","signature":"${signature}"}`;
}

/** Undefined for a line that is none of ours: another shape, or not the one way in which it is written (RFC 8785). */
export function readLine(text: string): ReadLine | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null) return undefined;
    if ('body' in value) {
      const line = entryLine.parse(value);
      const canonical = canonicalText(line.body);
      return writeEntry(canonical, line) === text ? { kind: 'entry', line, canonical } : undefined;
    }
    const read = 'withheld' in value ? withheld(value) : others(value);
    return canonicalText(read.line) === text ? read : undefined;
  } catch {
    return undefined;
  }
}

function withheld(value: object): ReadLine & { kind: 'withheld' } {
  return { kind: 'withheld', line: withheldLine.parse(value) };
}

function others(value: object): ReadLine & { kind: 'others' } {
  return { kind: 'others', line: othersLine.parse(value) };
}

/**
 * The lines, one by one, so that a long file is never held as text. Each ends with one line feed; undefined, and nothing after it,
 * where bytes are no line: not UTF-8, too long, or without their line feed.
 */
export function* linesOf(bytes: Uint8Array): Generator<string | undefined> {
  // A mark of byte order is a character like any other here, and then no line of ours begins with it.
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  for (let start = 0; start < bytes.length; ) {
    const end = bytes.indexOf(10, start);
    if (end < 0 || end - start > longestLine) return yield undefined;
    let text: string;
    try {
      text = decoder.decode(bytes.subarray(start, end));
    } catch {
      return yield undefined;
    }
    yield text;
    start = end + 1;
  }
}
