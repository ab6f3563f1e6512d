import { type Language, languages } from '../locales/language.ts';

export { type Language, languages };

/** The language for a system's language tag: Chinese in any script for `zh`, English for everything else. */
export function languageFor(tag: string): Language {
  return /^zh\b/i.test(tag) ? 'zh-CN' : 'en';
}
