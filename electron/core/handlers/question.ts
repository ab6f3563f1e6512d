import type { questionContract } from '../../../shared/contract/question.ts';
import { addClaim, findEvent, listClaims, listQuestions, orderEvents, removeClaim, restoreClaim } from '../domain/questions/index.ts';
import type { Handlers } from './handler.ts';

export const questionHandlers: Handlers<typeof questionContract> = {
  'event.order': ({ vault }, { first, second }) => orderEvents(vault(), first, second),
  'event.find': ({ vault }, { caseId, text }) => findEvent(vault(), caseId, text),
  'timeline.questions': ({ vault }, { caseId }) => listQuestions(vault(), caseId),
  'claim.list': ({ vault }, { caseId }) => listClaims(vault(), caseId),
  'claim.add': ({ vault, changed, now }, draft) => {
    const claim = addClaim(vault(), draft, now());
    changed('claim', 'ledger');
    return claim;
  },
  'claim.remove': ({ vault, changed }, { claimId }) => {
    removeClaim(vault(), claimId);
    changed('claim', 'ledger');
    return {};
  },
  'claim.restore': ({ vault, changed }, { claimId }) => {
    const claim = restoreClaim(vault(), claimId);
    changed('claim', 'ledger');
    return claim;
  },
};
