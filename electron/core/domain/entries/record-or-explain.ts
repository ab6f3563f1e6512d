import { FailureError } from '../../../../shared/result.ts';
import type { Vault, WriteRecords } from '../ports/index.ts';

/**
 * Writes down something that was done with evidence and changed none of it. A vault that can only be read, or is damaged where its ledger is written, can
 * still be read, and evidence must still come out of it: then the answer says why no entry could be made, and whoever asked
 * is told. Any other failure is thrown.
 */
export function recordOrExplain(vault: Vault, write: (records: WriteRecords) => void): { readonly unrecorded?: string } {
  if (vault.readingOnly) return { unrecorded: vault.readingOnly.message };
  try {
    vault.transact(write);
    return {};
  } catch (error) {
    if (error instanceof FailureError && error.code === 'vault.database-damaged') return { unrecorded: error.failure.message };
    throw error;
  }
}
