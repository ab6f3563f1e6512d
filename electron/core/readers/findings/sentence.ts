import { findings as sentences } from '../../../../shared/locales/en/everywhere/findings.ts';
import { type FailureValues, fillSentence } from '../../../../shared/result.ts';

export type FindingsSentence = keyof typeof sentences;

export function sentence(name: FindingsSentence, values: FailureValues = {}): string {
  return fillSentence(sentences[name], values);
}

/** Notes one after the other; empty ones fall away. */
export function joinNotes(...notes: readonly string[]): string {
  return notes.filter((note) => note !== '').join(' ');
}

/** What makes an exhibit unreadable, as opposed to a defect of ours: its message is a sentence of the catalogue. */
export class UnreadableError extends Error {
  constructor(name: FindingsSentence, values: FailureValues = {}) {
    super(sentence(name, values));
    this.name = 'UnreadableError';
  }
}
