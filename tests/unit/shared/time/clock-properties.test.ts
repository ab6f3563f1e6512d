import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ClockRecord,
  clockModel,
  type ClockReading,
  clockWindow,
  correctBounds,
  type InstantBounds,
  offsetAtShown,
  offsetOfReading,
} from '../../../../shared/time/index.ts';

const DAY = 86_400_000;
const start = Date.parse('2031-05-01T00:00:00Z');

/** A clock that runs at one rate: what it shows at true time t is t + offset + rate (t - start). */
interface TrueClock {
  readonly offset: number;
  readonly rate: number;
}

const trueClock: fc.Arbitrary<TrueClock> = fc.record({
  offset: fc.oneof(fc.integer({ min: -600_000, max: 600_000 }), fc.integer({ min: -4000 * DAY, max: 4000 * DAY })),
  rate: fc.integer({ min: -20_000, max: 20_000 }).map((perDay) => perDay / DAY),
});

/** How somebody read it: when, how finely, and how far off within what the reading admits (-1 to 1). */
const look = fc.record({
  at: fc.integer({ min: -60 * DAY, max: 60 * DAY }),
  resolution: fc.constantFrom(1, 1000, 60_000),
  uncertainty: fc.integer({ min: 1000, max: 30_000 }),
  error: fc.double({ min: -0.99, max: 0.99, noNaN: true }),
});
type Look = typeof look extends fc.Arbitrary<infer T> ? T : never;

const stamp = fc.record({ at: fc.integer({ min: -300 * DAY, max: 300 * DAY }), width: fc.constantFrom(1, 1000, 60_000) });

function shows({ offset, rate }: TrueClock, instant: number): number {
  return instant + offset + rate * (instant - start);
}

function readClock(clock: TrueClock, { at, resolution, uncertainty, error }: Look): ClockReading {
  const seen = shows(clock, start + at) + error * (uncertainty - 1);
  const shown = resolution > 1000 ? Math.floor(seen / resolution) * resolution : Math.round(seen);
  return { shown, resolution, reference: start + at, uncertainty, referenceName: 'NTP' };
}

function stamped(clock: TrueClock, { at, width }: { readonly at: number; readonly width: number }): InstantBounds {
  const earliest = Math.floor(shows(clock, start + at) / width) * width;
  return { earliest, latest: earliest + width };
}

function accountOf(readings: readonly ClockReading[], driftAllowance: number, more: Partial<ClockRecord> = {}): ClockRecord {
  return { readings, changedAt: null, driftAllowance, limit: null, ...more };
}

function contains(outer: InstantBounds, inner: InstantBounds, rounding = 0): boolean {
  const before = outer.earliest === null || (inner.earliest !== null && outer.earliest <= inner.earliest + rounding);
  return before && (outer.latest === null || (inner.latest !== null && inner.latest <= outer.latest + rounding));
}

/** Any account at all, of readings that need not agree. */
const anyReading: fc.Arbitrary<ClockReading> = fc
  .record({
    at: fc.integer({ min: -60 * DAY, max: 60 * DAY }),
    offset: fc.integer({ min: -DAY, max: DAY }),
    resolution: fc.constantFrom(1, 1000, 60_000, 3_600_000),
    uncertainty: fc.integer({ min: 0, max: 600_000 }),
  })
  .map(({ at, offset, resolution, uncertainty }) => ({
    shown: start + at + offset,
    resolution,
    reference: start + at,
    uncertainty,
    referenceName: 'NTP',
  }));
const anyAccount: fc.Arbitrary<ClockRecord> = fc.record({
  readings: fc.array(anyReading, { maxLength: 4 }),
  changedAt: fc.option(fc.integer({ min: start - 70 * DAY, max: start + 70 * DAY })),
  driftAllowance: fc.constantFrom(0, 500, 5000),
  limit: fc.option(fc.integer({ min: 0, max: DAY })),
});
const nominal: fc.Arbitrary<{ readonly earliest: number; readonly latest: number }> = fc
  .tuple(fc.integer({ min: -300 * DAY, max: 300 * DAY }), fc.integer({ min: 1, max: 3 * DAY }))
  .map(([at, width]) => ({ earliest: start + at, latest: start + at + width }));

describe('the correction of a clock, over random clocks and readings', () => {
  it('contains the truth, whenever the clock runs at one rate and the readings hold', () => {
    let drifts = 0;
    fc.assert(
      fc.property(
        trueClock,
        fc.array(look, { minLength: 1, maxLength: 6 }),
        fc.array(stamp, { minLength: 1, maxLength: 8 }),
        (clock, looks, stamps) => {
          const readings = looks.map((one) => readClock(clock, one));
          const steady = clockModel(accountOf(readings, 0));
          if (steady.pieces[0]?.knowledge === 'drift') drifts += 1;
          // Without a rate, the bounds hold for a drift that is allowed for.
          const model = steady.pieces[0]?.knowledge === 'drift' ? steady : clockModel(accountOf(readings, 20_001));
          expect(model.pieces[0]?.disagreement ?? null).toBeNull();
          for (const one of stamps) {
            const { earliest, latest } = correctBounds(model, stamped(clock, one));
            expect(earliest as number).toBeLessThanOrEqual(start + one.at);
            expect(latest as number).toBeGreaterThan(start + one.at);
          }
        },
      ),
      { numRuns: 600 },
    );
    expect(drifts).toBeGreaterThan(100);
  });

  it('contains the truth on both sides of a change of its setting', () => {
    fc.assert(
      fc.property(
        trueClock,
        trueClock,
        look,
        look,
        fc.integer({ min: -20 * DAY, max: 20 * DAY }),
        stamp,
        (first, second, one, other, change, mark) => {
          const changedAt = start + change;
          const before = readClock(first, { ...one, at: change - 1 - Math.abs(one.at) });
          const after = readClock(second, { ...other, at: change + Math.abs(other.at) });
          const model = clockModel(accountOf([after, before], 20_001, { changedAt }));
          const corrected = correctBounds(model, stamped(mark.at < change ? first : second, mark));
          expect(corrected.neverShown).toBe(false);
          expect(contains(corrected, { earliest: start + mark.at, latest: start + mark.at + 1 })).toBe(true);
          const side = correctBounds(model, stamped(mark.at < change ? first : second, mark), mark.at < change ? 'before' : 'after');
          expect(contains(side, { earliest: start + mark.at, latest: start + mark.at + 1 })).toBe(true);
          expect(contains(corrected, side)).toBe(true);
          const window = clockWindow(model, start + mark.at, start + mark.at + 1, 0);
          const seen = shows(mark.at < change ? first : second, start + mark.at);
          expect(window?.from as number).toBeLessThanOrEqual(seen);
          expect(window?.to as number).toBeGreaterThan(seen);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('is undone by the window: what the clock is asked for over the corrected bounds contains what it showed', () => {
    let asked = 0;
    fc.assert(
      fc.property(anyAccount, nominal, fc.constantFrom(0, 60_000), (account, shown, margin) => {
        const model = clockModel({ ...account, changedAt: null });
        const { earliest, latest } = correctBounds(model, shown);
        if (earliest === null || latest === null) return;
        const window = clockWindow(model, earliest, latest, margin);
        if (window === null) return;
        asked += 1;
        expect(window.from).toBeLessThanOrEqual(shown.earliest - margin);
        expect(window.to).toBeGreaterThanOrEqual(shown.latest + margin);
      }),
      { numRuns: 1000 },
    );
    expect(asked).toBeGreaterThan(100);
  });

  it('never turns bounds round, and gives wider bounds to wider ones', () => {
    fc.assert(
      fc.property(anyAccount, nominal, fc.nat(DAY), fc.nat(DAY), (account, shown, sooner, later) => {
        const model = clockModel(account);
        const corrected = correctBounds(model, shown);
        if (corrected.earliest !== null && corrected.latest !== null) expect(corrected.latest).toBeGreaterThan(corrected.earliest);
        const wider = correctBounds(model, { earliest: shown.earliest - sooner, latest: shown.latest + later });
        // Of what the clock was set past, the bounds hold for nothing; wider ones need not take them in.
        if (!corrected.neverShown) expect(contains(wider, corrected)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('never narrows when a reading, all readings, the drift or the limit are doubted more', () => {
    fc.assert(
      fc.property(
        anyAccount,
        nominal,
        fc.integer({ min: 1, max: 100_000 }),
        fc.integer({ min: 2, max: 9 }),
        (account, shown, more, times) => {
          const corrected = correctBounds(clockModel(account), shown);
          const doubted: ClockRecord[] = [
            { ...account, driftAllowance: account.driftAllowance + more },
            { ...account, limit: account.limit === null ? null : account.limit + more },
            { ...account, limit: null },
          ];
          const fine = account.readings.map((one) => ({ ...one, resolution: 1, uncertainty: one.uncertainty + 1 }));
          const single = account.readings.slice(0, 1);
          const pairs: readonly (readonly [ClockRecord, ClockRecord])[] = [
            [
              { ...account, readings: fine },
              { ...account, readings: fine.map((one) => ({ ...one, uncertainty: one.uncertainty * times })) },
            ],
            [
              { ...account, readings: single },
              { ...account, readings: single.map((one) => ({ ...one, uncertainty: one.uncertainty + more })) },
            ],
          ];
          if (!corrected.neverShown)
            for (const one of doubted) expect(contains(correctBounds(clockModel(one), shown), corrected, 1)).toBe(true);
          for (const [surer, lessSure] of pairs) {
            const [before, after] = [surer, lessSure].map((one) => correctBounds(clockModel(one), shown));
            if (before && after && !before.neverShown) expect(contains(after, before, 1)).toBe(true);
          }
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('never claims to know more than the best reading does', () => {
    fc.assert(
      fc.property(fc.array(anyReading, { minLength: 1, maxLength: 5 }), nominal, (readings, shown) => {
        const range = offsetAtShown(clockModel(accountOf(readings, 0)), shown.earliest);
        const best = Math.min(...readings.map(offsetOfReading).map(({ least, most }) => most - least));
        // A second of a clock that gains six minutes an hour, the most there is, is a tenth shorter than a true one.
        if (range) expect(range.most - range.least).toBeGreaterThanOrEqual(best / 1.1 - 1);
      }),
      { numRuns: 1000 },
    );
  });

  it('is reversible: an old account gives the very same bounds again, and what was recorded is not touched', () => {
    fc.assert(
      fc.property(anyAccount, anyAccount, nominal, (old, corrected, shown) => {
        const recorded = Object.freeze({ ...shown });
        const first = correctBounds(clockModel(old), recorded);
        correctBounds(clockModel(corrected), recorded);
        expect(correctBounds(clockModel(structuredClone(old)), recorded)).toEqual(first);
        expect(contains(correctBounds(clockModel({ ...old, readings: old.readings.toReversed() }), recorded), first, 1)).toBe(true);
        expect(recorded).toEqual(shown);
      }),
    );
  });

  it('never takes an unknown offset for zero, whatever the time', () => {
    fc.assert(
      fc.property(
        nominal,
        fc.option(fc.integer({ min: start - DAY, max: start + DAY })),
        fc.nat(10_000),
        (shown, changedAt, driftAllowance) => {
          const model = clockModel({ readings: [], changedAt, driftAllowance, limit: null });
          expect(offsetAtShown(model, shown.earliest)).toBeNull();
          expect(clockWindow(model, shown.earliest, shown.latest, 0)).toBeNull();
          const { earliest, latest } = correctBounds(model, shown);
          expect([earliest, latest]).toEqual([null, null]);
        },
      ),
    );
  });
});
