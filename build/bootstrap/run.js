/** `node build/bootstrap/run.js SCRIPT …ARGUMENTS` runs a script of the checkout, or of its packages, under Node 24. */
import process from 'node:process';
import { launch } from './launch.js';
import { requireNode } from './node.js';
import { Obstacle, say } from './say.js';

try {
  await launch(requireNode(), process.argv.slice(2));
} catch (error) {
  if (!(error instanceof Obstacle)) throw error;
  say(error.message);
  process.exitCode = 1;
}
