/** The languages the product speaks, prints and signs in. The schema is the contract's: the lock screen speaks before any schema is read. */
export const languages = ['en', 'zh-CN'] as const;
export type Language = (typeof languages)[number];
