import type { allegationContract } from '../../../shared/contract/allegation.ts';
import { addAllegation, listAllegations, removeAllegation, updateAllegation } from '../domain/case/index.ts';
import type { Handlers } from './handler.ts';

export const allegationHandlers: Handlers<typeof allegationContract> = {
  'allegation.list': ({ vault }, { caseId }) => listAllegations(vault(), caseId),
  'allegation.add': ({ vault, now }, draft) => addAllegation(vault(), draft, now()),
  'allegation.update': ({ vault }, change) => updateAllegation(vault(), change),
  'allegation.remove': ({ vault }, { allegationId }) => removeAllegation(vault(), allegationId),
};
