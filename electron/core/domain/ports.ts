/** What the rules need of the world, in their own words; `electron/core/vault` fills it. The rules know no SQL, file or key. */
export type * from './ports/vault.ts';
export type * from './ports/case.ts';
export type * from './ports/ledger.ts';
export type * from './ports/evidence.ts';
export type * from './ports/event.ts';
export type * from './ports/clock.ts';
export type * from './ports/question.ts';
