/**
 * The release gate as a rule: from facts to allowed or refused, with a sentence for each check.
 * Who gathers the facts is core/release; who judges is this room.
 * May ask: ports.
 * Tests: tests/unit/domain/release.
 */
export { type Drawn, type GateFacts, type GateJudgement, judgeGate } from './gate.ts';
