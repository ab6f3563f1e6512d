/**
 * What happened or is said to have: added, changed, removed, brought back, each with its moments and citations.
 * It writes; whoever keeps a picture of the events listens to the change.
 * May ask: case, entries, evidence, ports.
 * Tests: tests/integration/event.test.ts, event-edits.test.ts.
 */
export { changeEvents, listVersions, revertEvents } from './change.ts';
export {
  addEvent,
  type Drafted,
  enterEvent,
  getEvent,
  listEvents,
  removeEvent,
  requireEvent,
  restoreEvent,
  takeOutEvent,
  updateEvent,
} from './event.ts';
export { interpretFor } from './moments.ts';
