import type { Language } from '../../../shared/model/language.ts';
import { print } from '../../../shared/locales/print.ts';
import { fillSentence, type FailureValues } from '../../../shared/result.ts';

export type ReportSentence = keyof (typeof print)['en'];
/** Says one sentence of a printed file in the file's language. */
export type Say = (name: ReportSentence, values?: FailureValues) => string;

export function sayReport(locale: Language): Say {
  return (name, values = {}) => fillSentence(print[locale][name], values);
}
