import type { Language } from '../../../shared/model/language.ts';
import { everywhere } from '../../../shared/locales/everywhere.ts';
import { fillSentence, type FailureValues } from '../../../shared/result.ts';

export type VerdictSentence = keyof (typeof everywhere)['en']['verdict'];
export type Say = (name: VerdictSentence, values?: FailureValues) => string;

export function sayVerdict(language: Language): Say {
  return (name, values = {}) => fillSentence(everywhere[language].verdict[name], values);
}
