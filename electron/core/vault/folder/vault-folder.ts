import { existsSync } from 'node:fs';
import { FailureError } from '../../../../shared/result.ts';

/** Throws vault.folder-missing where the folder of an open vault was moved away, removed, or its drive taken out. */
export function assertFolder(folder: string): void {
  if (!existsSync(folder)) throw new FailureError('vault.folder-missing', { folder });
}
