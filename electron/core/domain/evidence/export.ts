import type { ExhibitId, Sha256 } from '../../../../shared/model/identifier.ts';
import type { Exhibit } from '../../../../shared/model/exhibit.ts';
import { FailureError } from '../../../../shared/result.ts';
import type { Exported } from '../../tasks/object.ts';
import { recordOrExplain } from '../entries/index.ts';
import type { Vault, WriteRecords } from '../ports/index.ts';
import type { Work } from '../ports/work.ts';
import { requireExhibit } from './exhibit.ts';

/**
 * Writes the very bytes of an original to a new file and records who took them where, and what for.
 * A damaged vault gives the bytes too, and `unrecorded` says why no entry could be made.
 * Throws exhibit.unknown, exhibit.destination-exists, object.*, disk.*, job.cancelled; then no file stays.
 */
export async function exportExhibit(
  work: Work,
  exhibitId: ExhibitId,
  path: string,
  purpose: string,
): Promise<{ readonly bytes: number; readonly sha256: Sha256; readonly unrecorded?: string }> {
  const { vault, job } = work;
  const exhibit = requireExhibit(vault.read, exhibitId);
  let bytes = 0;
  const progress = (): void => job.progress({ done: 0, total: 1, bytes, totalBytes: exhibit.bytes, item: exhibit.number });
  progress();
  // Before a byte of plaintext is on a disk: a process that is ended on the way must not leave any that nobody accounts for.
  const about = { caseId: exhibit.caseId, exhibitId };
  recordOrExplain(vault, ({ ledger }) => {
    ledger.custody('export-begun', about, { number: exhibit.number, destination: path, purpose });
  });
  try {
    const written = await vault.objects.export(vault.read.exhibits.object(exhibitId), path, exhibit.number, {
      signal: job.signal,
      onBytes: (count) => {
        bytes += count;
        progress();
      },
    });
    return { ...written, ...recordExported(vault, exhibit, { path, purpose, written }) };
  } catch (error) {
    tryToRecord(vault, ({ ledger }) => ledger.custody('export-withdrawn', about, { number: exhibit.number, destination: path }));
    throw error;
  }
}

function recordExported(
  vault: Vault,
  exhibit: Exhibit,
  { path, purpose, written }: { readonly path: string; readonly purpose: string; readonly written: Exported },
): { readonly unrecorded?: string } {
  try {
    return recordOrExplain(vault, ({ ledger }) => {
      ledger.custody(
        'exported',
        { caseId: exhibit.caseId, exhibitId: exhibit.id },
        {
          number: exhibit.number,
          destination: path,
          purpose,
          bytes: written.bytes,
          'sha256.before': exhibit.sha256,
          'sha256.after': written.sha256,
        },
      );
    });
  } catch (error) {
    // Nothing leaves the vault without its entry.
    vault.objects.withdraw(path);
    throw error;
  }
}

/** What could not be written down must not hide why it was to be: the entry of the beginning stands already. */
function tryToRecord(vault: Vault, write: (records: WriteRecords) => void): void {
  try {
    vault.transact(write);
  } catch (error) {
    if (!(error instanceof FailureError)) throw error;
  }
}
