import type { quarantineContract } from '../../../shared/contract/quarantine.ts';
import { listQuarantine, takeIn } from '../domain/evidence/index.ts';
import type { Handlers } from './handler.ts';

export const quarantineHandlers: Handlers<typeof quarantineContract> = {
  'quarantine.list': ({ vault }) => listQuarantine(vault()),
  'quarantine.takeIn': ({ work }, { caseId, files }) => takeIn(work(), caseId, files),
};
