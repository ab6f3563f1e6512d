import type { questionContract } from '../../../shared/contract/question.ts';
import {
  addOrderClaim,
  findEvent,
  listOrderClaims,
  listQuestions,
  orderEvents,
  removeOrderClaim,
  restoreOrderClaim,
} from '../domain/questions/index.ts';
import type { Handlers } from './handler.ts';

export const questionHandlers: Handlers<typeof questionContract> = {
  'event.order': ({ vault }, { first, second }) => orderEvents(vault(), first, second),
  'event.find': ({ vault }, { caseId, text }) => findEvent(vault(), caseId, text),
  'timeline.questions': ({ vault }, { caseId }) => listQuestions(vault(), caseId),
  'order-claim.list': ({ vault }, { caseId }) => listOrderClaims(vault(), caseId),
  'order-claim.add': ({ vault, changed, now }, draft) => {
    const claim = addOrderClaim(vault(), draft, now());
    changed('order-claim', 'ledger');
    return claim;
  },
  'order-claim.remove': ({ vault, changed }, { orderClaimId }) => {
    removeOrderClaim(vault(), orderClaimId);
    changed('order-claim', 'ledger');
    return {};
  },
  'order-claim.restore': ({ vault, changed }, { orderClaimId }) => {
    const claim = restoreOrderClaim(vault(), orderClaimId);
    changed('order-claim', 'ledger');
    return claim;
  },
};
