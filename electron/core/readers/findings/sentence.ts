import { distinctFacts, type Facts } from '../../../../shared/model/fact.ts';
import { findings as sentences } from '../../../../shared/locales/en/everywhere/findings.ts';
import { type FailureValues, fillSentence } from '../../../../shared/result.ts';

type FindingsSentence = keyof typeof sentences;
/** What stands inside the text of an exhibit, where there is no fact and no language but the one of the text. */
export type MarkSentence = Extract<FindingsSentence, `mark-${string}`>;
/** What is said about an exhibit, kept as a fact and put into words for whoever reads it. */
export type NoteSentence = Exclude<FindingsSentence, MarkSentence>;

export function sentence(name: MarkSentence, values: FailureValues = {}): string {
  return fillSentence(sentences[name], values);
}

export function note(name: NoteSentence, values?: FailureValues): Facts {
  return [values ? { code: name, values } : { code: name }];
}

/** Notes one after the other, each said once. */
export function joinNotes(...notes: readonly Facts[]): Facts {
  return distinctFacts(notes.flat());
}

/** What makes an exhibit unreadable, as opposed to a defect of ours. */
export class UnreadableError extends Error {
  readonly notes: Facts;
  readonly reason: NoteSentence;

  constructor(name: NoteSentence, values?: FailureValues) {
    super(fillSentence(sentences[name], values ?? {}));
    this.name = 'UnreadableError';
    this.notes = note(name, values);
    this.reason = name;
  }
}

/** A library's own words, as a value of a sentence of ours: without the names that classes of errors have. */
export function wordsOf(error: unknown): string {
  const words = error instanceof Error ? error.message : '';
  return words
    .replace(/\b(?:[A-Z]\w*)?(?:Error|Exception):\s*/g, '')
    .slice(0, 200)
    .toWellFormed()
    .trim();
}
