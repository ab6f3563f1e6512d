import { createHash } from 'node:crypto';
import { checkpointSays } from './checkpoint-check.ts';
import { createEntryCheck } from './ledger-check.ts';
import { createChainInFile, type ClockBack } from './ledger-chain.ts';
import { LedgerFault } from './ledger-fault.ts';
import { linesOf, readLine } from './ledger-file.ts';
import { LedgerRecord } from './ledger-record.ts';
import type { ManifestOfForm2 } from './manifest.ts';

/** What was found to stand in a ledger that holds. */
export interface LedgerFindings {
  readonly entries: number;
  readonly withheld: number;
  readonly others: number;
  readonly clockBack: readonly ClockBack[];
}

/** Each is named; a ledger with more of them is counted. */
const mostNamed = 20;

/**
 * Whether ledger.jsonl is whole: every number of each chain from 1 to its size once, as an entry or as its place in the Merkle tree;
 * every hash, link and signature; the roots, and the vault's own checkpoint over them; and whether what it records is what the
 * manifest says. In one pass, a line at a time. Throws LedgerFault.
 */
export function checkLedgerFile(
  bytes: Uint8Array | undefined,
  manifest: ManifestOfForm2,
): LedgerFindings & { readonly clocksBack: number } {
  const { ledger } = manifest;
  if (!bytes || createHash('sha256').update(bytes).digest('hex') !== ledger.sha256) throw new LedgerFault('ledger.file');
  const clockBack: ClockBack[] = [];
  let clocksBack = 0;
  const tell = (where: ClockBack): void => {
    clocksBack += 1;
    if (clockBack.length < mostNamed) clockBack.push(where);
  };
  const check = createEntryCheck();
  const record = new LedgerRecord(manifest);
  const counts = { entries: 0, withheld: 0, others: 0 };
  const [custody, audit] = ledger.heads.map((head) => createChainInFile(head, check, tell));
  if (!custody || !audit) throw new LedgerFault('ledger.file');
  let chain: 'custody' | 'audit' = 'custody';
  let number = 0;
  for (const text of linesOf(bytes)) {
    number += 1;
    const read = text === undefined ? undefined : readLine(text);
    if (!read) throw new LedgerFault('ledger.line', { line: number });
    const of = read.kind === 'entry' ? read.line.body.chain : read.line.chain;
    // Custody first, whole; then audit.
    if (of === 'custody' && chain === 'audit') throw new LedgerFault('ledger.line', { line: number });
    if (of === 'audit' && chain === 'custody') custody.end();
    chain = of;
    (of === 'custody' ? custody : audit).take(read);
    if (read.kind === 'entry') {
      record.take(read.line);
      counts.entries += 1;
    } else if (read.kind === 'withheld') counts.withheld += 1;
    else counts.others += read.line.leaves;
  }
  if (chain === 'custody') custody.end();
  audit.end();
  record.end();
  if (counts.entries !== ledger.entries || counts.withheld !== ledger.withheld || counts.others !== ledger.others)
    throw new LedgerFault('ledger.counts', counts);
  if (!checkpointSays(ledger.checkpoint, manifest.vault, ledger.heads, record.logKey)) throw new LedgerFault('ledger.checkpoint');
  return { ...counts, clockBack, clocksBack };
}
