/** Holds every source file against the import rules, and makes sure that every source file was really looked at. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { cruise } from 'dependency-cruiser';
import { importRules } from './import-rules.js';
import { circlesOfFiles, circlesOfRooms, sidewaysImports } from './rooms.js';

const TOPS = ['electron', 'shared', 'renderer', 'build', 'tests'];

/** @typedef {{ readonly rule: string, readonly reason: string, readonly from: string, readonly to: string }} Violation */

/**
 * @param {string} folder the top of the tree to look at
 * @returns {Promise<{ readonly violations: readonly Violation[], readonly seen: number, readonly unseen: readonly string[], readonly graph: readonly import('./rooms.js').Imports[] }>}
 *   `unseen` lists source files the cruise passed by: it does so silently where it cannot parse; `graph` is who imports whom, types counted
 */
export async function checkImports(folder) {
  const tops = TOPS.filter((top) => existsSync(join(folder, top)));
  const { output } = await cruise(tops, {
    baseDir: folder,
    ruleSet: { forbidden: [...importRules] },
    // The cruiser does not know TypeScript 7; left to itself it would look at nothing and report success.
    parser: 'swc',
    tsPreCompilationDeps: true,
    validate: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json'],
      conditionNames: ['import', 'types', 'node', 'default'],
    },
  });
  if (typeof output === 'string') throw new TypeError('the cruiser answered with text');
  const seen = new Set(output.modules.map((module) => module.source));
  const violations = output.summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, reason: reasonOf(rule.name), from, to }));
  const graph = output.modules.map(({ source, dependencies }) => ({ source, targets: dependencies.map(({ resolved }) => resolved) }));
  return { violations, graph, seen: seen.size, unseen: tops.flatMap((top) => sources(folder, top)).filter((file) => !seen.has(file)) };
}

/** @param {string} name */
function reasonOf(name) {
  return importRules.find((rule) => rule.name === name)?.comment ?? '';
}

/** @param {string} folder @param {string} inside @returns {string[]} */
function sources(folder, inside) {
  return readdirSync(join(folder, inside), { withFileTypes: true }).flatMap((entry) => {
    const path = `${inside}/${entry.name}`;
    if (entry.isDirectory()) return entry.name === 'node_modules' || entry.name === 'artefacts' ? [] : sources(folder, path);
    return /(?<!\.d)\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

/** @param {readonly import('./rooms.js').Imports[]} graph @returns {number} how many there are of what must not be; each is named */
function sayGraph(graph) {
  const [files, rooms, sideways] = [circlesOfFiles(graph), circlesOfRooms(graph), sidewaysImports(graph)];
  for (const circle of [...files, ...rooms]) process.stdout.write(`need each other: ${circle.join(' ↔ ')}\n`);
  for (const [from, to] of sideways) process.stdout.write(`sideways: ${from} → ${to}\n`);
  process.stdout.write(
    `circles of files ${files.length}, circles of folders ${rooms.length}, sideways imports between features ${sideways.length}\n`,
  );
  return files.length + rooms.length + sideways.length;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { violations, seen, unseen, graph } = await checkImports(fileURLToPath(new URL('../..', import.meta.url)));
  for (const { rule, reason, from, to } of violations) process.stdout.write(`${from} → ${to}\n    ${rule}: ${reason}\n`);
  for (const file of unseen) process.stdout.write(`${file} was not looked at\n`);
  process.stdout.write(`${seen} files and packages, ${violations.length} violations\n`);
  if (sayGraph(graph) + violations.length + unseen.length > 0) process.exitCode = 1;
}
