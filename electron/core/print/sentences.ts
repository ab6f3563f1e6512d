import type { Language } from '../../../shared/model/language.ts';
import { print } from '../../../shared/locales/print.ts';
import { fillSentence, type FailureValues } from '../../../shared/result.ts';

export type CaseFileSentence = keyof (typeof print)['en'];
/** Says one sentence of a printed file in the file's language. */
export type Say = (name: CaseFileSentence, values?: FailureValues) => string;

export function sayCaseFile(language: Language): Say {
  return (name, values = {}) => fillSentence(print[language][name], values);
}
