import type { caseContract } from '../../../shared/contract/case.ts';
import { createCase, findCase, getCase, listCases } from '../domain/case/index.ts';
import { updateCase } from '../domain/clocks/index.ts';
import type { Handlers } from './handler.ts';

export const caseHandlers: Handlers<typeof caseContract> = {
  'case.create': ({ vault, now, changed }, draft) => {
    const created = createCase(vault(), draft, now());
    changed('case', 'ledger');
    return created;
  },
  'case.update': ({ vault, changed, now }, change) => {
    const updated = updateCase(vault(), change, now());
    changed('case', 'clock', 'event', 'ledger');
    return updated;
  },
  'case.list': ({ vault }) => listCases(vault()),
  'case.get': ({ vault }, { caseId }) => getCase(vault(), caseId),
  'case.find': ({ vault }, { reference }) => findCase(vault(), reference),
};
