import { describe, expect, it } from 'vitest';
import { offsetCurve } from '../../../../../renderer/features/clocks/offset-curve.ts';
import { readSeconds, writeSeconds } from '../../../../../renderer/ui/seconds.ts';
import type { SourceClock } from '../../../../../shared/model/clock.ts';
import { openClock } from '../../../../../shared/time/index.ts';

type Reading = SourceClock['readings'][number];

const reading = (shown: string, referenceAt: string): Reading => ({
  id: crypto.randomUUID() as Reading['id'],
  shown,
  shownAt: 0,
  resolution: 1000,
  reference: referenceAt,
  referenceAt: Date.parse(referenceAt),
  referenceName: 'NTP',
  uncertainty: 2000,
  anchor: null,
  exhibitId: null,
  place: '',
  note: '',
  withdrawn: false,
  enteredAt: 0,
  enteredBy: 'Inés Marlow',
});

const known = (fields: Partial<SourceClock>) =>
  openClock(
    {
      id: crypto.randomUUID() as SourceClock['id'],
      caseId: crypto.randomUUID() as SourceClock['caseId'],
      name: 'Corridor recorder',
      kind: 'recorder',
      make: '',
      model: '',
      serial: '',
      zone: 'Asia/Shanghai',
      daylightSaving: 'off',
      networkTime: 'unknown',
      storesUtc: 'unknown',
      changed: '',
      changedAt: null,
      driftAllowance: 0,
      limit: null,
      limitReason: '',
      note: '',
      readings: [],
      enteredAt: 0,
      enteredBy: 'Inés Marlow',
      version: 1,
      ...fields,
    },
    'Asia/Shanghai',
  );

const extent = { from: Date.parse('2031-05-14T00:00Z'), to: Date.parse('2031-05-20T00:00Z') };

describe('the picture of a clock’s offset', () => {
  it('is not drawn while nothing is known', () => {
    expect(offsetCurve(known({}), extent)).toBeNull();
    expect(offsetCurve(known({ limit: 5000 }), null)).toBeNull();
  });

  it('reaches over the events and the readings, and is nowhere narrower than the reading', () => {
    const curve = offsetCurve(known({ readings: [reading('2031-08-03T14:07:12', '2031-08-03T06:00:00Z')] }), extent);
    expect(curve?.from).toBeLessThan(extent.from);
    expect(curve?.to).toBeGreaterThan(Date.parse('2031-08-03T06:00:00Z'));
    expect(curve?.bands).toHaveLength(1);
    for (const { least, most } of curve?.bands[0] ?? []) expect([least, most]).toEqual([430_000, 434_000]);
    expect(curve?.readings).toEqual([{ at: Date.parse('2031-08-03T06:00:00Z'), least: 430_000, most: 434_000 }]);
  });

  it('has a band for each side of a change of its setting, and grows with an allowance for drift', () => {
    const readings = [reading('2031-05-03T14:07:12', '2031-05-03T06:00:00Z'), reading('2031-08-03T14:00:00', '2031-08-03T06:00:00Z')];
    const curve = offsetCurve(known({ readings, changedAt: Date.parse('2031-06-01T00:00Z'), driftAllowance: 1000 }), extent);
    expect(curve?.bands).toHaveLength(2);
    const [before, since] = curve?.bands ?? [];
    expect(before?.every(({ least }) => least > 300_000)).toBe(true);
    expect(since?.every(({ most }) => most < 100_000)).toBe(true);
    const widths = (since ?? []).map(({ least, most }) => most - least);
    expect(Math.max(...widths)).toBeGreaterThan(2 * Math.min(...widths));
  });

  it('is drawn of a limit alone as wide as that', () => {
    const curve = offsetCurve(known({ limit: 5000 }), extent);
    expect(curve).toMatchObject({ least: -5000, most: 5000, readings: [] });
  });
});

describe('seconds as they are typed', () => {
  it('are whole milliseconds, nothing, or no number', () => {
    expect(['2', ' 0,5 ', '', '-1', 'two', '1.2345'].map(readSeconds)).toEqual([2000, 500, null, undefined, undefined, undefined]);
    expect([readSeconds(writeSeconds(432_500)), writeSeconds(null)]).toEqual([432_500, '']);
  });
});
