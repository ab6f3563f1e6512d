import type { Language } from '../../shared/model/language.ts';

/** Sentences one after the other; Chinese full stops bring their own space. */
export function joinSentences(sentences: readonly string[], language: Language): string {
  return sentences.join(language === 'zh-CN' ? '' : ' ');
}
