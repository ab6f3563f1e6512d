import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { delimiter, dirname } from 'node:path';
import process from 'node:process';

/** @type {readonly NodeJS.Signals[]} */
const FORWARDED = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs a program in our place: same input and output, same exit status, signals handed on. Programs it starts by the name
 * "node" find the same Node.
 * @param {string} program
 * @param {readonly string[]} parameters
 * @param {{ readonly env?: NodeJS.ProcessEnv, readonly cwd?: string }} [options]
 * @returns {Promise<void>} when it has ended; the exit status is set
 */
export function launch(program, parameters, { env = process.env, cwd = process.cwd() } = {}) {
  return new Promise((settle, fail) => {
    const path = `${dirname(program)}${delimiter}${env['PATH'] ?? ''}`;
    const child = spawn(program, parameters, { stdio: 'inherit', cwd, env: { ...env, PATH: path } });
    // A terminal sends Ctrl-C to both of us; we only have to outlive the child.
    const handlers = FORWARDED.map(
      (signal) => /** @type {const} */ ([signal, () => void (signal === 'SIGINT' && process.stdin.isTTY ? 0 : child.kill(signal))]),
    );
    for (const [signal, handler] of handlers) process.on(signal, handler);
    child.on('error', fail);
    child.on('close', (status, signal) => {
      for (const [name, handler] of handlers) process.off(name, handler);
      process.exitCode = signal ? 128 + constants.signals[signal] : (status ?? 1);
      settle();
    });
  });
}
