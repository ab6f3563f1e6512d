/** What the rules need of the world, in their own words; `electron/core/vault` fills it. The rules know no SQL, file or key. */
export type * from './vault.ts';
export type * from './case.ts';
export type * from './change.ts';
export type * from './ledger.ts';
export type * from './table.ts';
export type * from './evidence.ts';
export type * from './event.ts';
export type * from './clock.ts';
export type * from './question.ts';
