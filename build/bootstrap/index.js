/**
 * From a bare machine to a ready checkout: `node build/bootstrap --for demo|test|start`.
 * Needs nothing but Node 18 and npm; does nothing when all is there.
 */
import process from 'node:process';
import { prepare, PURPOSES } from './prepare.js';
import { Obstacle, say } from './say.js';

const at = process.argv.indexOf('--for');
const purpose = at < 0 ? 'start' : String(process.argv[at + 1]);

if (!Object.hasOwn(PURPOSES, purpose)) {
  say(`--for takes one of: ${Object.keys(PURPOSES).join(', ')}`);
  process.exitCode = 2;
} else {
  try {
    await prepare(purpose);
  } catch (error) {
    if (!(error instanceof Obstacle)) throw error;
    say(error.message);
    process.exitCode = 1;
  }
}
