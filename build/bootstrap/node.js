import { existsSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { root } from './places.js';
import { Obstacle } from './say.js';

const NEEDED = 24;

/**
 * The Node that runs Casewright: the one the packages bring, else the running one when it is new enough.
 * The SQLite driver crashes on Node 20, and older ones cannot run TypeScript as it stands.
 * @returns {string | undefined} path of the executable
 */
export function findNode() {
  const file = process.platform === 'win32' ? 'node.exe' : 'bin/node';
  const brought = join(root, 'node_modules', packageName(), file);
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

function packageName() {
  return `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
}

function majorVersion() {
  return Number(process.versions.node.split('.')[0]);
}
