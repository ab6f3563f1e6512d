import { execFileSync, spawnSync } from 'node:child_process';

/** Whether a program of the system answers; a test that needs an independent judge says so when there is none. */
export function hasProgram(name: string, ...parameters: string[]): boolean {
  return spawnSync(name, parameters, { stdio: 'ignore' }).error === undefined;
}

/** Runs a script of Python's standard library and answers what it prints as JSON. */
export function judgeInPython<T>(script: string, ...parameters: string[]): T {
  return JSON.parse(execFileSync('python3', ['-c', script, ...parameters], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })) as T;
}
