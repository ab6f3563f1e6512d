/**
 * `npm test`: every check, every unit and integration test, the build, and the end-to-end tests in a real window. A failure
 * does not stop the rest; the last line sums up, and the exit status follows it. `npm test -- --only e2e …` runs one part.
 */
import process from 'node:process';
import { runChecks } from './check.js';
import { build, runUnitTests, runWindowTests } from './steps.js';

/** @type {Readonly<Record<string, (parameters: readonly string[]) => import('./steps.js').Tally>>} */
const PARTS = { check: runChecks, unit: runUnitTests, build, e2e: runWindowTests };

const [only, chosen, ...rest] = process.argv.slice(2);
if (only !== undefined && (only !== '--only' || !Object.hasOwn(PARTS, chosen ?? ''))) {
  process.stderr.write(`Usage: npm test [-- --only ${Object.keys(PARTS).join('|')} …]\n`);
  process.exitCode = 2;
} else process.exitCode = test(chosen, rest);

/** @param {string | undefined} chosen @param {readonly string[]} parameters */
function test(chosen, parameters) {
  const tallies = Object.entries(PARTS)
    .filter(([part]) => chosen === undefined || part === chosen)
    .map(([part, step]) => {
      const started = Date.now();
      process.stdout.write(`\n── ${part} ──\n`);
      const tally = step(parameters);
      process.stdout.write(
        `${part}: ${tally.passed} passed, ${tally.failed} failed, ${tally.skipped.length} skipped, ${seconds(started)} s\n`,
      );
      return tally;
    });
  const skipped = tallies.flatMap((tally) => tally.skipped);
  if (skipped.length > 0) process.stdout.write(`\nNot run (${skipped.length}):\n${skipped.map((reason) => `  ${reason}\n`).join('')}`);
  const failed = sum(tallies.map((tally) => tally.failed));
  process.stdout.write(`\n${sum(tallies.map((tally) => tally.passed))} passed, ${failed} failed\n`);
  return failed === 0 ? 0 : 1;
}

/** @param {readonly number[]} numbers */
function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}

/** @param {number} started milliseconds of the epoch */
function seconds(started) {
  return ((Date.now() - started) / 1000).toFixed(1);
}
