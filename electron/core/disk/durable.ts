import { closeSync, fsyncSync, openSync } from 'node:fs';
import { FailureError } from '../../../shared/result.ts';

/** Makes names in a folder durable. Windows offers no such call for folders; its file systems journal names themselves. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** What the system refused, as a failure a person can act on; failures pass through. */
export function diskFailure(error: unknown, path: string): FailureError {
  if (error instanceof FailureError) return error;
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC' || code === 'EDQUOT') return new FailureError('disk.full', {}, { cause: error });
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return new FailureError('disk.denied', { path }, { cause: error });
  if (code === undefined) throw error;
  return new FailureError('disk.failed', { path, problem: message.split(',')[0] ?? code }, { cause: error });
}
