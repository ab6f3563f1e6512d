import type { caseContract } from '../../../shared/contract/case.ts';
import { createCase, findCase, getCase, listCases, updateCase } from '../domain/case.ts';
import type { Handlers } from './handler.ts';

export const caseHandlers: Handlers<typeof caseContract> = {
  'case.create': ({ vault, now, changed }, draft) => {
    const created = createCase(vault(), draft, now());
    changed('case', 'ledger');
    return created;
  },
  'case.update': ({ vault, changed }, change) => {
    const updated = updateCase(vault(), change);
    changed('case', 'ledger');
    return updated;
  },
  'case.list': ({ vault }) => listCases(vault()),
  'case.get': ({ vault }, { caseId }) => getCase(vault(), caseId),
  'case.find': ({ vault }, { reference }) => findCase(vault(), reference),
};
