import type { FailureValues } from '../../../shared/result.ts';
import type { Say, VerdictSentence } from './sentences.ts';

type Named = Extract<VerdictSentence, `ledger.${string}`>;

/** Where a ledger does not hold. Thrown, because nothing behind it is looked at. */
export class LedgerFault extends Error {
  readonly sentence: Named;
  readonly values: FailureValues;

  constructor(sentence: Named, values: FailureValues = {}) {
    super(sentence);
    this.sentence = sentence;
    this.values = values;
  }

  /** With the chain in the reader's words. */
  in(say: Say): string {
    const { chain } = this.values;
    return say(this.sentence, chain === 'custody' || chain === 'audit' ? { ...this.values, chain: say(`chain.${chain}`) } : this.values);
  }
}
