import { reading as readingSentences } from '../../../../shared/locales/en/everywhere/reading.ts';
import { type FailureValues, fillSentence } from '../../../../shared/result.ts';

export type ReadingSentence = keyof typeof readingSentences;

export function sentence(name: ReadingSentence, values: FailureValues = {}): string {
  return fillSentence(readingSentences[name], values);
}

/** Notes one after the other; empty ones fall away. */
export function joinNotes(...notes: readonly string[]): string {
  return notes.filter((note) => note !== '').join(' ');
}

/** What makes an exhibit unreadable, as opposed to a defect of ours: its message is a sentence of the catalogue. */
export class UnreadableError extends Error {
  constructor(name: ReadingSentence, values: FailureValues = {}) {
    super(sentence(name, values));
    this.name = 'UnreadableError';
  }
}
