#!/usr/bin/env node
/**
 * The command `casewright`: runs the bundled command line under Node 24. What takes time is only loaded where it is
 * needed: a checkout that is not prepared yet is prepared first, on standard error only, and a bundle that is missing or
 * older than the sources is made anew.
 */
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { findBundle } from './bootstrap/bundle.js';
import { fitsHere, findNode, requireNode } from './bootstrap/node.js';
import { Obstacle, say } from './bootstrap/say.js';

try {
  const bundle = findNode() && findBundle();
  const program = bundle ?? (await (await import('./bootstrap/command-line.js')).prepareCommandLine());
  // npm starts scripts in the top folder; the person's paths are meant from where the person stands.
  const ours = ['casewright', 'demo'].includes(process.env.npm_lifecycle_event ?? '');
  const cwd = (ours && process.env.INIT_CWD) || process.cwd();
  if (fitsHere()) {
    process.chdir(cwd);
    await import(pathToFileURL(program).href);
  } else {
    const { launch } = await import('./bootstrap/launch.js');
    await launch(requireNode(), [program, ...process.argv.slice(2)], { cwd });
  }
} catch (error) {
  if (!(error instanceof Obstacle)) throw error;
  say(error.message);
  process.exitCode = 1;
}
