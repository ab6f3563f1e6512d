#!/usr/bin/env node
/**
 * The command `casewright`: finds Node 24 and runs the command line under it. A checkout that is not prepared yet is
 * prepared first, on standard error only.
 */
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { launch } from './bootstrap/launch.js';
import { requireNode } from './bootstrap/node.js';
import { isPrepared, prepare } from './bootstrap/prepare.js';
import { Obstacle, say } from './bootstrap/say.js';

try {
  if (!isPrepared('demo')) await prepare('demo');
  // npm starts scripts in the top folder; the person's paths are meant from where the person stands.
  const ours = ['casewright', 'demo'].includes(process.env.npm_lifecycle_event ?? '');
  const cwd = (ours && process.env.INIT_CWD) || process.cwd();
  await launch(requireNode(), [fileURLToPath(new URL('../electron/cli/index.ts', import.meta.url)), ...process.argv.slice(2)], { cwd });
} catch (error) {
  if (!(error instanceof Obstacle)) throw error;
  say(error.message);
  process.exitCode = 1;
}
