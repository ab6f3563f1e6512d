import type { releaseContract } from '../../../shared/contract/release.ts';
import type { Handlers } from './handler.ts';

export const releaseHandlers: Handlers<typeof releaseContract> = {
  'release.gate': async ({ vault }, { caseId, language }) => (await import('../release/gate.ts')).previewGate(vault(), caseId, language),
  'release.caseFile': async ({ work }, order) => (await import('../release/release-case-file.ts')).releaseCaseFile(work(), order),
  // The rules of a case are only loaded where there is one: a case file is verified without any.
  'release.list': async ({ vault }, { caseId }) => {
    const { requireCase } = await import('../domain/case/index.ts');
    return vault().read.releases.list(requireCase(vault().read, caseId).id);
  },
  'release.verify': async ({ workers, job }, order) => (await import('../release/verify-file.ts')).verifyFile(workers, order, job.signal),
};
