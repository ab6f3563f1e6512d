import type { allegationContract } from '../../../shared/contract/allegation.ts';
import { addAllegation, listAllegations, removeAllegation, updateAllegation } from '../domain/case/index.ts';
import type { Handlers } from './handler.ts';

export const allegationHandlers: Handlers<typeof allegationContract> = {
  'allegation.list': ({ vault }, { caseId }) => listAllegations(vault(), caseId),
  'allegation.add': ({ vault, changed, now }, draft) => {
    const allegation = addAllegation(vault(), draft, now());
    changed('allegation', 'ledger');
    return allegation;
  },
  'allegation.update': ({ vault, changed }, change) => {
    const allegation = updateAllegation(vault(), change);
    changed('allegation', 'ledger');
    return allegation;
  },
  'allegation.remove': ({ vault, changed }, { allegationId }) => {
    removeAllegation(vault(), allegationId);
    changed('allegation', 'ledger');
    return {};
  },
};
