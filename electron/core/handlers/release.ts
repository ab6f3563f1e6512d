import type { releaseContract } from '../../../shared/contract/release.ts';
import { requireCase } from '../domain/case/index.ts';
import type { Handlers } from './handler.ts';

export const releaseHandlers: Handlers<typeof releaseContract> = {
  'release.gate': async ({ vault }, { caseId, locale }) => {
    const { previewGate } = await import('../release/gate.ts');
    const { allowed, checks } = await previewGate(vault(), requireCase(vault().read, caseId), locale);
    return { allowed, checks: [...checks] };
  },
  'release.caseFile': async ({ vault, workers, job, version, now, changed }, input) => {
    const { releaseCaseFile } = await import('../release/release-case-file.ts');
    const release = await releaseCaseFile({ vault: vault(), workers, job, version, now, changed }, input);
    changed('release', 'ledger');
    return release;
  },
  'release.list': ({ vault }, { caseId }) => [...vault().read.releases.list(requireCase(vault().read, caseId).id)],
  'release.verify': async ({ workers, job }, input) => {
    const { verifyFile } = await import('../release/verify-file.ts');
    return await verifyFile(workers, input, job.signal);
  },
};
