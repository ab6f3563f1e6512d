import { caseHandlers } from './case.ts';
import { eventHandlers } from './event.ts';
import { exhibitHandlers } from './exhibit.ts';
import { jobHandlers } from './job.ts';
import { ledgerHandlers } from './ledger.ts';
import { partyHandlers } from './party.ts';
import { releaseHandlers } from './release.ts';
import { sampleHandlers } from './sample.ts';
import { timelineHandlers } from './timeline.ts';
import { vaultHandlers } from './vault.ts';

/** Every conversation the core answers. */
export const handlers = {
  ...vaultHandlers,
  ...caseHandlers,
  ...partyHandlers,
  ...exhibitHandlers,
  ...eventHandlers,
  ...timelineHandlers,
  ...ledgerHandlers,
  ...releaseHandlers,
  ...sampleHandlers,
  ...jobHandlers,
} as const;
