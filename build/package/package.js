/**
 * `npm run package -- --linux dir`: bundles and packs. The packager is installed beside this file and only for this: a release
 * needs it, a demo or a test does not.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { npm } from '../bootstrap/packages.js';
import { build, run } from '../steps.js';

const here = fileURLToPath(new URL('.', import.meta.url));
const packager = join(here, 'node_modules/electron-builder/cli.js');

process.exitCode = pack();

function pack() {
  if (!existsSync(packager) && npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: here }) !== 0) return 1;
  if (build().failed > 0) return 1;
  return run(process.execPath, [
    packager,
    '--config',
    join(here, 'electron-builder.config.js'),
    '--publish',
    'never',
    ...process.argv.slice(2),
  ]);
}
