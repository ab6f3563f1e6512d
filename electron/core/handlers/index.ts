import type { CoreContract } from '../../../shared/contract/index.ts';
import { allegationHandlers } from './allegation.ts';
import { caseHandlers } from './case.ts';
import { clockHandlers } from './clock.ts';
import { eventHandlers } from './event.ts';
import { exhibitHandlers } from './exhibit.ts';
import type { Handlers } from './handler.ts';
import { jobHandlers } from './job.ts';
import { ledgerHandlers } from './ledger.ts';
import { logHandlers } from './log.ts';
import { partyHandlers } from './party.ts';
import { questionHandlers } from './question.ts';
import { releaseHandlers } from './release.ts';
import { sampleHandlers } from './sample.ts';
import { suggestionHandlers } from './suggestion.ts';
import { timelineHandlers } from './timeline.ts';
import { timelineExportHandlers } from './timeline-export.ts';
import { vaultHandlers } from './vault.ts';

const others = {
  ...vaultHandlers,
  ...caseHandlers,
  ...partyHandlers,
  ...exhibitHandlers,
  ...eventHandlers,
  ...allegationHandlers,
  ...clockHandlers,
  ...suggestionHandlers,
  ...timelineHandlers,
  ...timelineExportHandlers,
  ...questionHandlers,
  ...ledgerHandlers,
  ...logHandlers,
  ...releaseHandlers,
  ...jobHandlers,
};

/** Every conversation the core answers. */
export const handlers: Handlers<CoreContract> = { ...others, ...sampleHandlers(others) };
