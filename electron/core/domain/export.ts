import type { ExhibitId, Sha256 } from '../../../shared/model/identifier.ts';
import type { EvidenceWork } from './evidence.ts';
import { requireExhibit } from './exhibit.ts';

/**
 * Writes the very bytes of an original to a new file and records who took them where, and what for.
 * Throws exhibit.unknown, exhibit.destination-exists, object.*, disk.*, job.cancelled; then no file stays.
 */
export async function exportExhibit(
  work: EvidenceWork,
  exhibitId: ExhibitId,
  path: string,
  purpose: string,
): Promise<{ readonly bytes: number; readonly sha256: Sha256 }> {
  const { vault, job } = work;
  const exhibit = requireExhibit(vault.read, exhibitId);
  let bytes = 0;
  const progress = (): void => job.progress({ done: 0, total: 1, bytes, totalBytes: exhibit.bytes, item: exhibit.number });
  progress();
  const written = await vault.objects.export(vault.read.exhibits.object(exhibitId), path, {
    signal: job.signal,
    onBytes: (count) => {
      bytes += count;
      progress();
    },
  });
  vault.transact(({ ledger }) => {
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
  work.changed('ledger');
  return written;
}
