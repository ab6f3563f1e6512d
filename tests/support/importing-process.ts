import { writeSync } from 'node:fs';
import { createCore } from '../../electron/core/index.ts';
import type { CaseId } from '../../shared/model/identifier.ts';
import { askOf } from './vault.ts';

/**
 * A process of its own that opens a real vault and imports path after path, one call each, saying on standard output what was
 * reported as imported: `ready`, then one JSON line per file, then `done`. Made to be killed at any moment.
 */
const [folder = '', caseId = '', ...paths] = process.argv.slice(2);
const say = (line: string): void => void writeSync(1, `${line}\n`);
const core = createCore();
const ask = askOf(core);
await ask('vault.open', { folder, passphrase: process.env['TEST_PASSPHRASE'] ?? '' });
say('ready');
for (const path of paths) {
  const { files } = await ask('exhibit.import', { caseId: caseId as CaseId, paths: [path] });
  for (const file of files)
    say(
      JSON.stringify({
        file: file.file,
        status: file.status,
        exhibit: file.exhibit,
        sha256: file.sha256,
        findings: file.findings,
        code: file.code,
      }),
    );
}
say('done');
await core.close();
