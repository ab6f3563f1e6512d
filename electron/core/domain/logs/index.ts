/**
 * A log as an exhibit whose rows become events: previewed, imported, withdrawn, brought back.
 * Two thousand rows a transaction; one ledger entry for the whole.
 * May ask: case, columns, evidence, ports.
 * Tests: tests/integration/log-import.test.ts, crash-during-log-import.test.ts.
 */
export { importLog, listLogImports, listLogProblems } from './import.ts';
export { previewLog } from './preview.ts';
export { readLogRow } from './row.ts';
export { restoreLog, withdrawLog } from './withdraw.ts';
