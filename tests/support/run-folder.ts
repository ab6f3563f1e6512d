import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Names the folder to the processes of the run, which inherit it. */
export const RUN_FOLDER = 'CASEWRIGHT_TEST_RUN';

/** One folder for a whole run of tests, for what is made once and shared; answers how it is removed. */
export default function makeRunFolder(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'casewright-run-'));
  process.env[RUN_FOLDER] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
