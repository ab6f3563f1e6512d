import type { ExhibitId, Sha256 } from '../../../../shared/model/identifier.ts';
import { recordOrExplain } from '../entries/index.ts';
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
  const written = await vault.objects.export(vault.read.exhibits.object(exhibitId), path, exhibit.number, {
    signal: job.signal,
    onBytes: (count) => {
      bytes += count;
      progress();
    },
  });
  try {
    const recorded = recordOrExplain(vault, ({ ledger }) => {
      ledger.custody(
        'exported',
        { caseId: exhibit.caseId, exhibitId },
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
    return { ...written, ...recorded };
  } catch (error) {
    // Nothing leaves the vault without its entry.
    vault.objects.withdraw(path);
    throw error;
  }
}
