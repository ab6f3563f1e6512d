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
  'order-claim.add': ({ vault, now }, draft) => addOrderClaim(vault(), draft, now()),
  'order-claim.remove': ({ vault }, { orderClaimId }) => removeOrderClaim(vault(), orderClaimId),
  'order-claim.restore': ({ vault }, { orderClaimId }) => restoreOrderClaim(vault(), orderClaimId),
};
