/**
 * The events of a case as a picture asks for them: by stretch, group and page, and as a file to be handed on.
 * It only reads; it is kept up from what was written.
 * May ask: case, columns, evidence, ports.
 * Tests: tests/unit/domain/timeline, tests/integration/event-pages.test.ts, timeline-export.test.ts.
 */
export { calendarEntry, calendarFoot, calendarHead } from './export-calendar.ts';
export { timesketchHead, timesketchLine, timesketchRow } from './export-records.ts';
export { tableHead, tableRow } from './export-table.ts';
export { exportedEvents, exportNames, type ExportNames, isUnplaced } from './export.ts';
export { listTags, pageEvents, positionOfEvent } from './page.ts';
export {
  measureTimeline,
  measureView,
  stepInTimeline,
  viewTimeline,
} from './timeline.ts';
