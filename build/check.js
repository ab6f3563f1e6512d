/** `npm run check`: types of every layer, format, lint, import rules, third-party notices, nothing unused. `--format` writes the format instead. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { root } from './bootstrap/places.js';
import { run } from './steps.js';

const LAYERS = 'build/layers';

/** @returns {readonly (readonly [name: string, program: string, ...parameters: string[]])[]} */
function checks() {
  const layers = readdirSync(join(root, LAYERS)).filter((name) => /^tsconfig\..+\.json$/.test(name));
  return [
    ...layers.map(
      (name) =>
        /** @type {const} */ ([
          `types of ${name.slice('tsconfig.'.length, -'.json'.length)}`,
          'node_modules/typescript/bin/tsc',
          '-p',
          `${LAYERS}/${name}`,
        ]),
    ),
    ['format', 'node_modules/@biomejs/biome/bin/biome', 'format', '--config-path', `${LAYERS}/format.json`, '--reporter=summary', '.'],
    ['lint', 'node_modules/oxlint/bin/oxlint', '--config', `${LAYERS}/oxlint.json`, '--type-aware'],
    ['length of files', 'node_modules/oxlint/bin/oxlint', '--config', `${LAYERS}/oxlint-length.json`, 'electron', 'renderer', 'build'],
    ['import rules', `${LAYERS}/check-imports.js`],
    ['third-party notices', 'build/notices.js', '--check'],
    ['nothing unused', 'node_modules/knip/bin/knip.js', '--config', `${LAYERS}/knip.json`],
  ];
}

/** @param {readonly string[]} [only] names of checks to run; all when empty @returns {import('./steps.js').Tally} */
export function runChecks(only = []) {
  const results = checks()
    .filter(([name]) => only.length === 0 || only.includes(name))
    .map(([name, program, ...parameters]) => {
      const passed = run(process.execPath, [program, ...parameters]) === 0;
      process.stdout.write(`${passed ? '✓' : '✗'} ${name}\n`);
      return passed;
    });
  return { passed: results.filter((passed) => passed).length, failed: results.filter((passed) => !passed).length, skipped: [] };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [first, ...rest] = process.argv.slice(2);
  if (first === '--format')
    process.exitCode = run(process.execPath, [
      'node_modules/@biomejs/biome/bin/biome',
      'format',
      '--write',
      '--config-path',
      `${LAYERS}/format.json`,
      ...(rest.length > 0 ? rest : ['.']),
    ]);
  else process.exitCode = runChecks(process.argv.slice(2)).failed === 0 ? 0 : 1;
}
