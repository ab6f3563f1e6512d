import type { CaseSummary } from '../../../shared/model/case.ts';
import type { Party } from '../../../shared/model/party.ts';

export type NextStep = 'people' | 'evidence' | 'events' | 'uncited' | 'release' | 'done';

/** The one thing to do next, in the order of the work: who, what there is, what happened, by which source, and then the release. */
export function findNextStep(summary: CaseSummary, parties: readonly Party[]): NextStep {
  if (missingRoles(parties).length > 0) return 'people';
  if (summary.exhibits === 0) return 'evidence';
  if (summary.events === 0) return 'events';
  if (summary.uncitedEvents > 0) return 'uncited';
  return summary.releases === 0 ? 'release' : 'done';
}

/** A case about conduct has somebody who complains of it and somebody whose conduct it is. */
export function missingRoles(parties: readonly Party[]): readonly ('complainant' | 'respondent')[] {
  return (['complainant', 'respondent'] as const).filter((role) => !parties.some((party) => party.role === role));
}
