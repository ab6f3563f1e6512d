import { existsSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { root } from './places.js';
import { Obstacle } from './say.js';

const NEEDED = 24;

/** Where the executable lies in the package that brings it. */
export const nodeProgram = process.platform === 'win32' ? 'bin/node.exe' : 'bin/node';

/**
 * The Node that runs Casewright: the one the packages bring, else the running one when it is new enough.
 * The SQLite driver crashes on Node 20, and older ones cannot run TypeScript as it stands.
 * @returns {string | undefined} path of the executable
 */
export function findNode() {
  const brought = join(root, 'node_modules', nodePackage(), nodeProgram);
  if (existsSync(brought)) return brought;
  return majorVersion() >= NEEDED ? process.execPath : undefined;
}

/** @returns {string} */
export function requireNode() {
  const node = findNode();
  if (node) return node;
  throw new Obstacle(
    `Casewright needs Node ${NEEDED} or later; this is ${process.version}, and there is no package that brings it for ${process.platform} on ${process.arch}. ` +
      `Install Node ${NEEDED} from https://nodejs.org and try again.`,
  );
}

/** Whether the running Node is one Casewright can run in as it is: then no second one is started. */
export function fitsHere() {
  return majorVersion() === NEEDED || findNode() === process.execPath;
}

/** The registry package that carries Node for this machine. */
export function nodePackage() {
  return `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
}

function majorVersion() {
  return Number(process.versions.node.split('.')[0]);
}
