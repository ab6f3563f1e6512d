import type { z } from 'zod';
import type { verifiedExhibit } from '../../../../shared/contract/exhibit.ts';
import type { CaseId, ExhibitId } from '../../../../shared/model/identifier.ts';
import { FailureError } from '../../../../shared/result.ts';
import { recordOrExplain } from '../entries/index.ts';
import { requireCase } from '../case/index.ts';
import type { Work } from '../ports/work.ts';

type VerifiedExhibit = z.infer<typeof verifiedExhibit>;

/**
 * Opens and hashes originals again and leaves a custody entry for each, whatever the outcome: hash before, hash after.
 * In a damaged vault `unrecorded` says why there is no entry. Without `exhibitIds`, every exhibit of the case. Throws case.unknown, exhibit.unknown, job.cancelled; entries made before stay.
 */
export async function verifyExhibits(
  work: Work,
  caseId: CaseId,
  exhibitIds?: readonly ExhibitId[],
): Promise<{ readonly exhibits: VerifiedExhibit[] }> {
  const { vault, job } = work;
  const { reference } = requireCase(vault.read, caseId);
  const all = vault.read.exhibits.list(caseId);
  const unknown = exhibitIds?.find((id) => !all.some((one) => one.id === id));
  if (unknown) throw new FailureError('exhibit.unknown', { number: unknown, reference });
  const wanted = exhibitIds ? all.filter((one) => exhibitIds.includes(one.id)) : all;
  const totalBytes = wanted.reduce((sum, one) => sum + one.bytes, 0);
  const verified: VerifiedExhibit[] = [];
  let bytes = 0;
  for (const exhibit of wanted) {
    if (job.signal.aborted) throw new FailureError('job.cancelled');
    const progress = (): void => job.progress({ done: verified.length, total: wanted.length, bytes, totalBytes, item: exhibit.number });
    progress();
    const onBytes = (count: number): void => {
      bytes += count;
      progress();
    };
    const { outcome, actual } = await vault.objects.verify(vault.read.exhibits.object(exhibit.id), { signal: job.signal, onBytes });
    const { id: exhibitId, number, sha256: expected } = exhibit;
    const recorded = recordOrExplain(vault, ({ ledger }) => {
      ledger.custody('verified', { caseId, exhibitId }, { number, outcome, 'sha256.before': expected, 'sha256.after': actual });
    });
    verified.push({ number, exhibitId, outcome, expected, actual, ...recorded });
  }
  job.progress({ done: verified.length, total: wanted.length, bytes, totalBytes, item: '' });
  return { exhibits: verified };
}
