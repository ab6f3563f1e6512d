import type { Language } from '../../../../shared/model/language.ts';
import { everywhere } from '../../../../shared/locales/everywhere.ts';
import { print } from '../../../../shared/locales/print.ts';
import { fillSentence, type FailureValues } from '../../../../shared/result.ts';

export type ReportSentence = keyof (typeof print)['en'];
export type VerdictSentence = keyof (typeof everywhere)['en']['verdict'];
/** Says one sentence of the report in the case file's language. */
export type Say = (name: ReportSentence, values?: FailureValues) => string;

export function sayReport(locale: Language): Say {
  return (name, values = {}) => fillSentence(print[locale][name], values);
}

export function sayVerdict(locale: Language): (name: VerdictSentence, values?: FailureValues) => string {
  return (name, values = {}) => fillSentence(everywhere[locale].verdict[name], values);
}
