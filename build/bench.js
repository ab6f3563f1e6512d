/**
 * `npm run bench [-- NAME…]`: every tests/bench/NAME.bench.ts, one table of ratios with the machine's name. Ratios travel
 * between machines, seconds do not. A row beyond its bound fails the run.
 */
import { readdirSync } from 'node:fs';
import { cpus, release, totalmem } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { root } from './bootstrap/places.js';

/**
 * One measured comparison. `ratio` is ours against the peer's, `bound` the most it may be.
 * @typedef {{ readonly work: string, readonly ours: number, readonly peer?: number, readonly ratio?: number, readonly unit: string, readonly bound?: number }} Row
 */

const folder = join(root, 'tests/bench');
const wanted = process.argv.slice(2);
const files = readdirSync(folder).filter(
  (name) => name.endsWith('.bench.ts') && (wanted.length === 0 || wanted.includes(name.slice(0, -'.bench.ts'.length))),
);

process.exitCode = await bench();

async function bench() {
  if (files.length === 0) {
    process.stderr.write('There is nothing to measure.\n');
    return 1;
  }
  /** @type {Row[]} */
  const rows = [];
  let broken = 0;
  for (const file of files.toSorted()) {
    process.stderr.write(`measuring ${file} …\n`);
    try {
      const { default: measure } = await import(pathToFileURL(join(folder, file)).href);
      rows.push(...(await measure()));
    } catch (error) {
      broken += 1;
      process.stderr.write(`${file}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    }
  }
  process.stdout.write(`\n${machine()}\n\n${table(rows)}\n`);
  const beyond = rows.filter((row) => !withinBound(row)).length;
  process.stdout.write(`\n${rows.length} rows, ${beyond} beyond their bound, ${broken} files broken\n`);
  return beyond + broken === 0 ? 0 : 1;
}

function machine() {
  const processors = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${processors[0]?.model ?? 'unknown processor'}, ${processors.length} cores, ${memory} GiB; ${process.platform} ${release()}; Node ${process.version}`;
}

/** @param {readonly Row[]} rows */
function table(rows) {
  const lines = [
    ['work', 'ours', 'peer', 'unit', 'ratio', 'bound', ''],
    ...rows.map((row) => [
      row.work,
      short(row.ours),
      short(row.peer),
      row.unit,
      short(ratio(row)),
      short(row.bound),
      row.bound === undefined ? '' : withinBound(row) ? 'within' : 'BEYOND',
    ]),
  ];
  const widths = lines[0]?.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0))) ?? [];
  return lines
    .map((line) => line.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  '))
    .join('\n');
}

/** @param {Row} row */
function ratio(row) {
  return row.ratio ?? (row.peer ? row.ours / row.peer : undefined);
}

/** @param {Row} row */
function withinBound(row) {
  if (row.bound === undefined) return true;
  return (ratio(row) ?? row.ours) <= row.bound;
}

/** @param {number | undefined} value */
function short(value) {
  if (value === undefined) return '–';
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}
