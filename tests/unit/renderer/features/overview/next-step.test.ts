import { describe, expect, it } from 'vitest';
import { findNextStep, missingRoles } from '../../../../../renderer/features/overview/next-step.ts';
import type { CaseSummary } from '../../../../../shared/model/case.ts';
import type { Party, PartyRole } from '../../../../../shared/model/party.ts';

const parties = (...roles: readonly PartyRole[]) => roles.map((role) => ({ role }) as Party);
const counts = (change: Partial<CaseSummary> = {}) => ({ exhibits: 0, events: 0, uncitedEvents: 0, releases: 0, ...change }) as CaseSummary;

describe('the next step of a case', () => {
  it('asks first for the people, then for evidence, events, sources and a release', () => {
    const both = parties('complainant', 'respondent');
    expect(findNextStep(counts(), parties('witness'))).toBe('people');
    expect(findNextStep(counts(), both)).toBe('evidence');
    expect(findNextStep(counts({ exhibits: 3 }), both)).toBe('events');
    expect(findNextStep(counts({ exhibits: 3, events: 2, uncitedEvents: 1 }), both)).toBe('uncited');
    expect(findNextStep(counts({ exhibits: 3, events: 2 }), both)).toBe('release');
    expect(findNextStep(counts({ exhibits: 3, events: 2, releases: 1 }), both)).toBe('done');
  });

  it('needs complainant and respondent alike', () => {
    expect(missingRoles(parties('complainant'))).toEqual(['respondent']);
    expect(missingRoles(parties('respondent'))).toEqual(['complainant']);
  });
});
