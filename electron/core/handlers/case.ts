import type { caseContract } from '../../../shared/contract/case.ts';
import { createCase, findCase, getCase, listCases } from '../domain/case/index.ts';
import { updateCase } from '../domain/clocks/index.ts';
import type { Handlers } from './handler.ts';

export const caseHandlers: Handlers<typeof caseContract> = {
  'case.create': ({ vault, now }, draft) => createCase(vault(), draft, now()),
  'case.update': ({ vault, now }, change) => updateCase(vault(), change, now()),
  'case.list': ({ vault }) => listCases(vault()),
  'case.get': ({ vault }, { caseId }) => getCase(vault(), caseId),
  'case.find': ({ vault }, { reference }) => findCase(vault(), reference),
};
