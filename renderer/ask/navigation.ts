import type { CaseSummary } from '../../shared/model/case.ts';

export interface CaseScreen {
  /** The last part of the screen's address, and the name of its sentence `nav.<path>`. */
  readonly path: 'overview' | 'people' | 'evidence' | 'timeline' | 'clocks' | 'release' | 'ledger';
  readonly count?: (summary: CaseSummary) => number;
}

/** The screens of a case in the order of the work; only what exists stands here, so that no entry leads nowhere. */
export const caseScreens: readonly CaseScreen[] = [
  { path: 'overview' },
  { path: 'people', count: (summary) => summary.parties },
  { path: 'evidence', count: (summary) => summary.exhibits },
  { path: 'timeline', count: (summary) => summary.events },
  { path: 'clocks' },
  { path: 'release', count: (summary) => summary.releases },
  { path: 'ledger' },
];

export function hasScreen(path: CaseScreen['path']): boolean {
  return caseScreens.some((screen) => screen.path === path);
}
