import type { Chain } from '../../../shared/model/ledger.ts';
import { type createEntryCheck, nothingBefore } from './ledger-check.ts';
import type { LedgerHeadInFile, OthersLine, ReadLine } from './ledger-file.ts';
import { LedgerFault } from './ledger-fault.ts';
import { createPeaks, hashLeaf } from './merkle-peaks.ts';

/** An entry that states an earlier time than the one before it in the file. */
export interface ClockBack {
  readonly chain: Chain;
  readonly sequence: number;
}

/** Follows one chain of ledger.jsonl from number 1 to its size: every number once, every hash and signature, and the root. */
export interface ChainInFile {
  /** Throws LedgerFault. */
  take(read: ReadLine): void;
  /** Throws LedgerFault unless the chain is whole and gives the root. */
  end(): void;
}

export function createChainInFile(
  { chain, size, root }: LedgerHeadInFile,
  check: ReturnType<typeof createEntryCheck>,
  onClockBack: (where: ClockBack) => void,
): ChainInFile {
  const peaks = createPeaks();
  let expected = 1;
  let before = 0;
  /** Of the entry before; undefined where its words are not in the file. */
  let previous: string | undefined = nothingBefore;
  let gap: OthersLine | undefined;

  const expect = (sequence: number, leaves = 1): void => {
    if (sequence !== expected || sequence + leaves - 1 > size) throw new LedgerFault('ledger.order', { chain, sequence });
    expected += leaves;
  };
  const tell = (at: number, sequence: number): void => {
    if (at < before) onClockBack({ chain, sequence });
    before = at;
  };
  const takeOthers = (line: OthersLine): void => {
    const { from, leaves } = line;
    const level = Math.log2(leaves);
    expect(from, leaves);
    // Two halves of one node would be a second way to write the same gap.
    const halves = gap?.leaves === leaves && Math.floor((from - 1) / leaves) % 2 === 1;
    if (!Number.isInteger(level) || (from - 1) % leaves !== 0 || halves) throw new LedgerFault('ledger.order', { chain, sequence: from });
    peaks.add(Buffer.from(line.node, 'base64'), level);
    gap = line;
    previous = undefined;
  };
  return {
    take(read) {
      if (read.kind === 'others') return takeOthers(read.line);
      gap = undefined;
      const { sequence, at } = read.kind === 'entry' ? read.line.body : read.line;
      expect(sequence);
      if (read.kind === 'withheld') {
        peaks.add(Buffer.from(read.line.leaf, 'base64'));
        previous = undefined;
      } else {
        const { line, canonical } = read;
        const fault = check(line, canonical);
        if (fault) throw new LedgerFault(`ledger.${fault}`, { chain, sequence });
        if (previous !== undefined && line.body.previous !== previous) throw new LedgerFault('ledger.link', { chain, sequence });
        peaks.add(hashLeaf(canonical));
        previous = line.hash;
      }
      tell(at, sequence);
    },
    end() {
      if (expected !== size + 1) throw new LedgerFault('ledger.missing', { chain, sequence: expected, size });
      if (peaks.root() !== root) throw new LedgerFault('ledger.root', { chain });
    },
  };
}
