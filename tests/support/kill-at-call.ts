/**
 * Loaded before a process and each of its threads: ends the process without warning at the n-th call to the file system that a
 * thread makes after it opened a file with CASEWRIGHT_KILL_AFTER in its name; CASEWRIGHT_KILL_AT says n.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import threads, { type WorkerOptions } from 'node:worker_threads';

const { CASEWRIGHT_KILL_AFTER: after = '', CASEWRIGHT_KILL_AT: at = '0' } = process.env;
const watched = ['openSync', 'writeSync', 'fsyncSync', 'closeSync', 'linkSync', 'renameSync', 'rmSync'] as const;
let calls = 0;

for (const name of watched) {
  const real = fs[name] as (...given: unknown[]) => unknown;
  Object.assign(fs, {
    [name]: (...given: unknown[]) => {
      if (calls > 0 || String(given[0]).includes(after)) calls += 1;
      if (calls === Number(at)) process.kill(process.pid, 'SIGKILL');
      return real(...given);
    },
  });
}

/** Our threads are given neither arguments nor an environment; these are told whom to watch all the same. */
class WatchedWorker extends threads.Worker {
  constructor(entry: string | URL, options: WorkerOptions = {}) {
    const env = { CASEWRIGHT_KILL_AFTER: after, CASEWRIGHT_KILL_AT: at };
    super(entry, { ...options, env, execArgv: ['--import', import.meta.url] });
  }
}
Object.assign(threads, { Worker: WatchedWorker });
syncBuiltinESMExports();
