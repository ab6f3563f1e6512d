import { createHash } from 'node:crypto';
import { canonicalText } from './canonical.ts';
import { namesHeads } from './checkpoint-check.ts';
import { createEntryCheck } from './ledger-check.ts';
import type { ClockBack } from './ledger-chain.ts';
import { LedgerFault } from './ledger-fault.ts';
import { linesOf, type EntryLine } from './ledger-file.ts';
import { LedgerRecord } from './ledger-record.ts';
import { lineOfForm1, type LineOfForm1, type ManifestOfForm1 } from './manifest-of-form-1.ts';
import { hashLeaf, hashPair } from './merkle-peaks.ts';

interface Place {
  readonly sequence: number;
  readonly hash: string;
  readonly at: number;
}

/**
 * A ledger.jsonl of form 1: the entries about the case, each with its own proof that it belongs to the head. What lies between two
 * of them it cannot show, nor who brought in the keys that sign. Throws LedgerFault.
 */
export function checkLedgerOfForm1(
  bytes: Uint8Array | undefined,
  manifest: ManifestOfForm1,
): { readonly clockBack: readonly ClockBack[]; readonly clocksBack: number } {
  const { ledger, vault } = manifest;
  if (!bytes || createHash('sha256').update(bytes).digest('hex') !== ledger.sha256) throw new LedgerFault('ledger.file');
  if (ledger.checkpoint !== null && !namesHeads(ledger.checkpoint, vault, ledger.heads)) throw new LedgerFault('ledger.checkpoint');
  const check = createEntryCheck();
  const record = new LedgerRecord(manifest);
  const before = new Map<string, Place>();
  const clockBack: ClockBack[] = [];
  let [number, withheld] = [0, 0];
  for (const text of linesOf(bytes)) {
    number += 1;
    const line = text === undefined ? undefined : readLine(text);
    if (!line) throw new LedgerFault('ledger.line', { line: number });
    const { chain, sequence, at } = 'withheld' in line ? line : line.body;
    if (chain === 'custody' && before.has('audit')) throw new LedgerFault('ledger.line', { line: number });
    const previous = before.get(chain);
    checkPlace(line, previous, manifest);
    if (previous && at < previous.at) clockBack.push({ chain, sequence });
    before.set(chain, { sequence, hash: line.hash, at });
    if ('withheld' in line) {
      withheld += 1;
      continue;
    }
    const fault = check(line, canonicalText(line.body));
    if (fault) throw new LedgerFault(`ledger.${fault}`, { chain, sequence });
    record.take(line);
  }
  if (number !== ledger.entries || withheld !== ledger.withheld) throw new LedgerFault('ledger.counts');
  record.end();
  return { clockBack: clockBack.slice(0, 20), clocksBack: clockBack.length };
}

function checkPlace(line: LineOfForm1, previous: Place | undefined, { ledger }: ManifestOfForm1): void {
  const { chain, sequence } = 'withheld' in line ? line : line.body;
  const head = ledger.heads.find((one) => one.chain === chain);
  const leaf = 'withheld' in line ? line.leaf : leafOf(line.body);
  if (!head || !provesInclusion(leaf, sequence, head.size, line.proof, head.root))
    throw new LedgerFault('ledger.proof', { chain, sequence });
  if (previous && previous.sequence >= sequence) throw new LedgerFault('ledger.order', { chain, sequence });
  const follows = previous?.sequence === sequence - 1 ? previous.hash : sequence === 1 ? '0'.repeat(64) : undefined;
  if (!('withheld' in line) && follows !== undefined && line.body.previous !== follows)
    throw new LedgerFault('ledger.link', { chain, sequence });
  if (sequence === head.size && line.hash !== head.lastHash) throw new LedgerFault('ledger.head', { chain });
}

function readLine(text: string): LineOfForm1 | undefined {
  try {
    const line = lineOfForm1.parse(JSON.parse(text));
    return canonicalText(line) === text ? line : undefined;
  } catch {
    return undefined;
  }
}

/** The entry's leaf in the Merkle tree, base64. */
export function leafOf(body: EntryLine['body']): string {
  return hashLeaf(canonicalText(body)).toString('base64');
}

/** RFC 9162, 2.1.3.2: whether the path leads from the leaf, number `sequence` from 1, to the root. */
export function provesInclusion(leaf: string, sequence: number, size: number, proof: readonly string[], root: string): boolean {
  let position = sequence - 1;
  let last = size - 1;
  if (position > last) return false;
  let hash: Buffer = Buffer.from(leaf, 'base64');
  for (const step of proof) {
    const sibling = Buffer.from(step, 'base64');
    if (last === 0 || sibling.length !== 32) return false;
    if (position % 2 === 1 || position === last) {
      hash = hashPair(sibling, hash);
      while (position % 2 === 0 && position > 0) {
        position /= 2;
        last = Math.floor(last / 2);
      }
    } else hash = hashPair(hash, sibling);
    position = Math.floor(position / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 && hash.toString('base64') === root;
}
