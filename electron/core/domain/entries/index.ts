/**
 * What every ledger entry is made with: the fields that changed, and the account of what could not be done.
 * A new noun begins here, so nothing here may know a noun.
 * May ask: ports.
 * Tests: the tests of the rooms that write entries.
 */
export { recordOrExplain } from './record-or-explain.ts';
export { changedFields } from './change.ts';
