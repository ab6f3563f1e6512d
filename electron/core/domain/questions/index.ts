/**
 * What the events leave open: orders that cannot be told, two places at once, silence, time unaccounted for.
 * Computed from what stands, never stored, never an accusation.
 * May ask: case, columns, evidence, events, ports.
 * Tests: tests/unit/domain/questions, tests/integration/question.test.ts.
 */
export { askedOf } from './asked.ts';
export { addOrderClaim, listOrderClaims, removeOrderClaim, restoreOrderClaim } from './order-claim.ts';
export { findEvent, orderEvents } from './order.ts';
export { listQuestions } from './question.ts';
export { findSilences } from './silence.ts';
