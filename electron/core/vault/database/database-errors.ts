import { basename } from 'node:path';
import { FailureError } from '../../../../shared/result.ts';

/** A driver's or system's error as a failure a person can act on; anything it does not know stays what it is. */
export function explain(error: unknown, path: string, sql: string): unknown {
  if (error instanceof FailureError || !(error instanceof Error) || !('code' in error)) return error;
  const code = String(error.code);
  const options = { cause: error };
  if (code === 'SQLITE_NOTADB') return damaged('its first page does not authenticate under the key of this vault', options);
  if (code.startsWith('SQLITE_CORRUPT')) return damaged(`a page of ${tableOf(sql)} does not authenticate or is malformed`, options);
  if (code === 'SQLITE_BUSY' || code.startsWith('SQLITE_BUSY_') || code === 'SQLITE_LOCKED') {
    return new FailureError('vault.in-use', { holder: 'another program' }, options);
  }
  if (code === 'SQLITE_FULL' || code === 'ENOSPC') return new FailureError('disk.full', {}, options);
  if (code === 'EACCES' || code === 'EPERM' || code === 'SQLITE_READONLY')
    return new FailureError('disk.denied', { path: basename(path) }, options);
  if (code.startsWith('SQLITE_IOERR') || code === 'SQLITE_CANTOPEN' || code === 'EIO') {
    return new FailureError('disk.failed', { path: basename(path), problem: code }, options);
  }
  return error;
}

export function damaged(problem: string, options?: ErrorOptions): FailureError {
  return new FailureError('vault.database-damaged', { problem }, options);
}

function tableOf(sql: string): string {
  const table = /\b(?:FROM|INTO|UPDATE)\s+(\w+)/.exec(sql)?.[1];
  return table ? `the table ${table}` : 'the database';
}
