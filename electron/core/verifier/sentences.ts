import type { Language } from '../../../shared/model/language.ts';
import { everywhere } from '../../../shared/locales/everywhere.ts';
import { fillSentence, type FailureValues } from '../../../shared/result.ts';

type Rooms = (typeof everywhere)['en'];
export type VerdictSentence = keyof Rooms['verdict'] | keyof Rooms['signatureVerdict'];
export type Say = (name: VerdictSentence, values?: FailureValues) => string;

export function sayVerdict(language: Language): Say {
  const { verdict, signatureVerdict } = everywhere[language];
  const sentences = { ...verdict, ...signatureVerdict };
  return (name, values = {}) => fillSentence(sentences[name], values);
}
