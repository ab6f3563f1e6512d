/**
 * The case itself, the people and organisations in it, and its register of allegations.
 * Every other room asks here whether a case is open; it asks none of them back.
 * May ask: entries, ports.
 * Tests: tests/integration/vault.test.ts.
 */
export { addAllegation, listAllegations, removeAllegation, updateAllegation } from './allegation.ts';
export { type CaseChange, changeCase, createCase, findCase, getCase, knownZone, listCases, requireCase } from './case.ts';
export { addParty, listParties, removeParty, updateParty } from './party.ts';
