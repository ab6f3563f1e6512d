/**
 * Dated passages of the evidence, proposed as events, and what somebody decided about each.
 * Nothing here enters the timeline by itself.
 * May ask: case, evidence, events, ports.
 * Tests: tests/unit/domain/suggestions, tests/integration/suggestion.test.ts.
 */
export { acceptSuggestions, dismissSuggestions, reopenSuggestions } from './decision.ts';
export { countSuggestions, listSuggestions } from './suggestion.ts';
