/** The languages the product speaks, prints and signs in. The schema is the contract's: the lock screen speaks before any schema is read. */
export const languages = ['en', 'zh-CN'] as const;
export type Language = (typeof languages)[number];

/** The language for a system's language tag: Chinese in any script for `zh`, English for everything else. */
export function languageFor(tag: string): Language {
  return /^zh\b/i.test(tag) ? 'zh-CN' : 'en';
}
