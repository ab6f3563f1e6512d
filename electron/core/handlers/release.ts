import type { releaseContract } from '../../../shared/contract/release.ts';
import { requireCase } from '../domain/case/index.ts';
import type { Handlers } from './handler.ts';

export const releaseHandlers: Handlers<typeof releaseContract> = {
  'release.gate': async ({ vault }, { caseId, locale }) => (await import('../release/gate.ts')).previewGate(vault(), caseId, locale),
  'release.caseFile': async ({ work }, order) => (await import('../release/release-case-file.ts')).releaseCaseFile(work(), order),
  'release.list': ({ vault }, { caseId }) => vault().read.releases.list(requireCase(vault().read, caseId).id),
  'release.verify': async ({ workers, job }, order) => (await import('../release/verify-file.ts')).verifyFile(workers, order, job.signal),
};
