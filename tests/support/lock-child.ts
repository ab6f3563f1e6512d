/** Tries once to lock the vault folder, says `won` or the failure, and holds what it won until it is told to end. */
import { acquireLock } from '../../electron/core/vault/folder/lock-file.ts';
import { FailureError } from '../../shared/result.ts';

const [folder = ''] = process.argv.slice(2);
process.stdin.once('data', () => {
  try {
    acquireLock(folder, { program: 'test', now: Date.now() });
    process.stdout.write('won\n');
  } catch (error) {
    process.stdout.write(`${error instanceof FailureError ? error.code : String(error)}\n`);
  }
});
process.stdout.write('ready\n');
