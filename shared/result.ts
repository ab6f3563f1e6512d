import { failure as failureSentences } from './locales/en/everywhere/failure.ts';

/** Every failure the product can explain; its English sentence stands in the catalogue, under the same name. */
export type FailureCode = keyof typeof failureSentences;

/** Values filled into a failure's sentence: names, numbers, places. Never a key, a passphrase or evidence content. */
export type FailureValues = Readonly<Record<string, string | number>>;

/** A failure in the form that crosses a process border: a stable code, the values of its sentence, and the sentence in English. */
export interface Failure {
  readonly code: FailureCode;
  readonly values: FailureValues;
  readonly message: string;
}

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure };

/** The one error class for what a person can be told. Anything else that is thrown is a defect and is answered as `unexpected`. */
export class FailureError extends Error {
  readonly failure: Failure;

  constructor(code: FailureCode, values: FailureValues = {}, options?: ErrorOptions) {
    const failure = describeFailure(code, values);
    super(failure.message, options);
    this.name = 'FailureError';
    this.failure = failure;
  }

  get code(): FailureCode {
    return this.failure.code;
  }
}

/** What was looked for; throws the failure where it was not found. */
export function required<T>(found: T | undefined, code: FailureCode, values?: FailureValues): T {
  if (found === undefined) throw new FailureError(code, values);
  return found;
}

export function describeFailure(code: FailureCode, values: FailureValues = {}): Failure {
  return { code, values, message: fillSentence(failureSentences[code], values) };
}

/** Fills `{{name}}` places; the same syntax i18next uses, so that one catalogue serves screen, case file and command line. */
export function fillSentence(sentence: string, values: FailureValues): string {
  return sentence.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => String(values[name] ?? whole));
}
