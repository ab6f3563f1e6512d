import { describe, expect, test } from 'vitest';
import { judgeGate, type GateFacts } from '../../../../electron/core/domain/release/gate.ts';
import { sayCaseFile } from '../../../../electron/core/print/sentences.ts';

const sound: GateFacts = {
  custody: { entries: 12, problems: [] },
  hashes: [{ number: 'EX-0001', outcome: 'matches' }],
  drawn: [{ number: 'EX-0001', outcome: 'compared' }],
  exhibits: [{ number: 'EX-0001', findings: { status: 'read', notes: [] } }],
  events: [{ citations: [{ stance: 'supports' }] }] as never,
};
const judge = (facts: Partial<GateFacts>) => judgeGate({ ...sound, ...facts }, sayCaseFile('en'));
const outcomes = (facts: Partial<GateFacts>) => Object.fromEntries(judge(facts).checks.map((check) => [check.name, check.outcome]));

describe('the release gate', () => {
  test('lets a sound case through', () => {
    expect(judge({})).toMatchObject({ allowed: true });
    expect(new Set(Object.values(outcomes({})))).toEqual(new Set(['passed']));
  });

  test('refuses a broken ledger and a changed or missing exhibit', () => {
    expect(judge({ custody: { entries: 3, problems: ['entry 4'] } }).allowed).toBe(false);
    const changed = judge({
      hashes: [
        { number: 'EX-0001', outcome: 'matches' },
        { number: 'EX-0002', outcome: 'altered' },
        { number: 'EX-0003', outcome: 'missing' },
      ],
    });
    expect(changed.allowed).toBe(false);
    expect(changed.checks.find((check) => check.name === 'hashes-verified')?.detail).toContain('EX-0002 (altered), EX-0003 (missing)');
  });

  test('names the exhibits whose pages are not drawn, and speaks of a comparison only where there was one', () => {
    const drawn = [
      { number: 'EX-0001', outcome: 'compared' as const },
      { number: 'EX-0002', outcome: 'refused' as const },
      { number: 'EX-0003', outcome: 'other' as const },
    ];
    const check = judge({ drawn }).checks.find((one) => one.name === 'exhibits-drawn');
    expect(check).toMatchObject({ outcome: 'warning', detail: expect.stringMatching(/1 of 3.*EX-0002$/) });
    expect(judge({ drawn: null }).checks.find((one) => one.name === 'exhibits-drawn')?.detail).toContain('will be compared');
  });

  test('notes what a reader must know without refusing it', () => {
    const noted = {
      exhibits: [{ number: 'EX-0007', findings: { status: 'unreadable' as const, notes: [] } }],
      events: [{ citations: [] }, { citations: [{ stance: 'contradicts' }] }] as never,
    };
    expect(judge(noted).allowed).toBe(true);
    expect(outcomes(noted)).toMatchObject({ 'events-cited': 'warning', 'exhibits-readable': 'warning', 'contrary-evidence': 'warning' });
    expect(
      judge(noted)
        .checks.map((check) => check.detail)
        .join(),
    ).toContain('EX-0007');
  });

  test('names a dozen and counts the rest', () => {
    const many = judge({
      exhibits: Array.from({ length: 40 }, (_, index) => ({
        number: `EX-${index}`,
        findings: { status: 'unreadable' as const, notes: [] },
      })),
    });
    expect(many.checks.find((check) => check.name === 'exhibits-readable')?.detail).toMatch(/EX-11 and 28 more\.$/);
  });
});
