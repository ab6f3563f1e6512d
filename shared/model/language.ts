import { z } from 'zod';

/** The languages the product speaks, prints and signs in. */
export const languages = ['en', 'zh-CN'] as const;
export type Language = (typeof languages)[number];

export const language = z.enum(languages);

/** The language for a system's language tag: Chinese in any script for `zh`, English for everything else. */
export function languageFor(tag: string): Language {
  return /^zh\b/i.test(tag) ? 'zh-CN' : 'en';
}
