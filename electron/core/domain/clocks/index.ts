/**
 * The clocks that stamped evidence: settings, readings, what they make of a recorded time, and re-timing when that changes.
 * A recorded time is never touched; only what is worked out from it.
 * May ask: case, columns, entries, evidence, ports.
 * Tests: tests/unit/domain/clocks, tests/integration/clock.test.ts, clock-many.test.ts.
 */
export { changeClock, previewClock, updateCase } from './change.ts';
export { addClock, listClocks, listClockVersions, requireClockOfReading } from './clock.ts';
export { requestWindow } from './window.ts';
