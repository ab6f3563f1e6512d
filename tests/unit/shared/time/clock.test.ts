import { describe, expect, it } from 'vitest';
import {
  type ClockRecord,
  clockModel,
  type ClockReading,
  clockWindow,
  correctBounds,
  describeClock,
  describeCorrection,
  describeOffset,
  offsetAtShown,
  sayNote,
} from '../../../../shared/time/index.ts';
import type { Language } from '../../../../shared/model/language.ts';

const DAY = 86_400_000;
const HOUR = 3_600_000;
const reference = Date.parse('2031-08-03T02:00:00Z');

/** A reading so many days after the first, the clock so many ms fast. */
function reading(days: number, offset: number, more: Partial<ClockReading> = {}): ClockReading {
  const at = reference + days * DAY;
  return { shown: at + offset, resolution: 1000, reference: at, uncertainty: 2000, referenceName: 'NTP', ...more };
}

function account(readings: readonly ClockReading[], more: Partial<ClockRecord> = {}): ClockRecord {
  return { readings, changedAt: null, driftAllowance: 0, limit: null, ...more };
}

function bounds(readings: readonly ClockReading[], nominal: number, more: Partial<ClockRecord> = {}): readonly (number | null)[] {
  const { earliest, latest } = correctBounds(clockModel(account(readings, more)), { earliest: nominal, latest: nominal + 1000 });
  return [earliest, latest];
}

function words(of: ClockRecord, language: Language = 'en'): string {
  return describeClock(clockModel(of), 'Asia/Shanghai')
    .map((sentence) => sayNote(sentence, language))
    .join(language === 'en' ? ' ' : '');
}

describe('a clock nobody compared', () => {
  it('has no offset that is known, which is not an offset of zero: nothing follows from what it showed', () => {
    const model = clockModel(account([]));
    expect(offsetAtShown(model, reference)).toBeNull();
    expect(clockWindow(model, reference, reference + HOUR, HOUR)).toBeNull();
    const corrected = correctBounds(model, { earliest: reference, latest: reference + 1000 });
    expect([corrected.earliest, corrected.latest]).toEqual([null, null]);
    expect(describeCorrection(corrected).map((sentence) => sayNote(sentence, 'en'))).toEqual([
      'Its offset is not known, which does not mean that it was right: nothing follows from what it showed.',
    ]);
    expect(words(account([]))).toBe('Offset unknown: nobody compared it with a reference.');
    expect(words(account([]), 'zh-CN')).toBe('偏差不详：无人将其与标准时间比对。');
    expect(sayNote(describeOffset(null), 'en')).toBe('offset unknown');
  });

  it('may be known to have been at most so far off', () => {
    const limited = account([], { limit: 300_000 });
    expect(offsetAtShown(clockModel(limited), reference)).toEqual({ least: -300_000, most: 300_000 });
    expect(bounds([], reference, { limit: 300_000 })).toEqual([reference - 300_000, reference + 301_000]);
    expect(words(limited)).toBe('At most 5 min fast or slow, as stated: nobody compared it with a reference.');
  });
});

describe('a clock compared once', () => {
  it('was fast by what it showed less the reference, give or take the comparison', () => {
    const shown = Date.parse('2031-05-14T15:41:19Z');
    expect(bounds([reading(0, 432_000)], shown)).toEqual([shown - 434_000, shown + 1000 - 430_000]);
    expect(offsetAtShown(clockModel(account([reading(0, 432_000)])), shown)).toEqual({ least: 430_000, most: 434_000 });
    expect(words(account([reading(0, 432_000)]))).toBe(
      '7 min 12 s fast (± 2 s), read on 3 Aug 2031 against NTP. One reading tells no drift. None is allowed for, so the bounds hold only as long as it did not drift.',
    );
    expect(words(account([reading(0, -432_000)], { driftAllowance: 2000 }), 'zh-CN')).toBe(
      '慢7分12秒（±2秒），于2031年8月3日以NTP为准比对。仅一次比对，无从得知走时快慢。读数之外，另按每天最多走差2秒放宽。',
    );
  });

  it('showing only minutes, stood anywhere within the minute: the one bound moves, the other does not', () => {
    const rough = reading(0, 432_000, { resolution: 60_000 });
    expect(offsetAtShown(clockModel(account([rough])), reference)).toEqual({ least: 430_000, most: 494_000 });
    expect(words(account([rough]))).toContain('between 7 min 10 s fast and 8 min 14 s fast, read on 3 Aug 2031');
  });

  it('cannot have been read finer than its last figure', () => {
    const exact = reading(0, 432_000, { uncertainty: 0 });
    expect(offsetAtShown(clockModel(account([exact])), reference)).toEqual({ least: 432_000, most: 433_000 });
  });

  it('is less sure the farther from the reading, where a drift is allowed for', () => {
    const [earliest, latest] = bounds([reading(0, 432_000)], reference + 432_000 - 80 * DAY, { driftAllowance: 1500 });
    const width = (latest as number) - (earliest as number);
    expect(width).toBeGreaterThanOrEqual(5000 + 2 * 80 * 1500);
    expect(width).toBeLessThan(5000 + 2 * 80 * 1500 + 5);
  });

  it('may be years off: no offset is too large', () => {
    const off = -(4018 * DAY + 432_000);
    expect(bounds([reading(0, off)], reference)).toEqual([reference - off - 2000, reference - off + 3000]);
    expect(words(account([reading(0, off)]))).toContain('4018 d 7 min 12 s slow (± 2 s)');
  });
});

describe('a clock compared more than once', () => {
  const drifting = [reading(0, 432_000), reading(10, 446_000), reading(20, 460_000)];

  it('has a drift, by least squares, and bounds that grow away from the readings', () => {
    const model = clockModel(account(drifting));
    const [piece] = model.pieces;
    expect(piece?.knowledge).toBe('drift');
    expect((piece?.fit?.rate as number) * DAY).toBeCloseTo(1400, 6);
    const widths = [10, 20, 30, 60, 120].map((days) => {
      const { least, most } = offsetAtShown(model, reference + days * DAY) ?? { least: 0, most: 0 };
      return most - least;
    });
    expect(widths).toEqual([...widths].sort((one, other) => one - other));
    expect(new Set(widths).size).toBe(widths.length);
    expect(widths[0]).toBeGreaterThanOrEqual(4000);
    expect(words(account(drifting))).toBe(
      '7 min 40 s fast (± 2.7 s) on 23 Aug 2031; gains 1.4 s a day (± 0.2 s): least squares over 3 readings from 3 Aug 2031 to 23 Aug 2031 against NTP. The bounds are the worst case the readings admit, not a standard deviation, and grow away from them.',
    );
  });

  it('is not spoilt by a rough anchor that agrees with two good readings', () => {
    const anchored = [...drifting, reading(15, 453_000, { uncertainty: 600_000 })];
    const [fine, rough] = [drifting, anchored].map((readings) => offsetAtShown(clockModel(account(readings)), reference));
    expect((rough?.most as number) - (rough?.least as number)).toBeLessThan(((fine?.most as number) - (fine?.least as number)) * 1.01);
  });

  it('tells no drift from readings of one visit, nor from readings of one instant', () => {
    for (const second of [reading(0, 433_000), reading(0.01, 433_000), reading(0.04, 433_000, { uncertainty: DAY })]) {
      const model = clockModel(account([reading(0, 432_000), second]));
      expect(model.pieces[0]?.knowledge).toBe('offset');
      const { least, most } = offsetAtShown(model, reference + 100 * DAY) as { least: number; most: number };
      expect(least).toBeLessThanOrEqual(432_000);
      expect(most).toBeGreaterThanOrEqual(432_000);
    }
    expect(words(account([reading(0, 432_000), reading(0.01, 432_000)]))).toContain('too close together to tell a drift');
  });

  it('is at most as fast as a clock can go, where its readings are too rough to tell', () => {
    const rough = [reading(0, 432_000, { uncertainty: HOUR }), reading(0.05, 432_000, { uncertainty: HOUR })];
    const { least, most } = offsetAtShown(clockModel(account(rough)), reference + 10 * DAY) as { least: number; most: number };
    expect(most - 432_000).toBeGreaterThan(0.9 * DAY);
    expect(most - 432_000).toBeLessThan(1.2 * DAY);
    expect(432_000 - least).toBeGreaterThan(0.9 * DAY);
  });

  it('says so when its readings contradict each other, and widens the bounds to the misfit', () => {
    const [piece] = clockModel(account([reading(0, 0), reading(10, 60_000), reading(20, 0)])).pieces;
    expect(piece?.disagreement).toBe('readings');
    const range = offsetAtShown(clockModel(account([reading(0, 0), reading(10, 60_000), reading(20, 0)])), reference + 10 * DAY);
    expect(range?.least).toBeLessThan(0);
    expect(range?.most).toBeGreaterThan(58_000);
    expect(words(account([reading(0, 0), reading(10, 60_000), reading(20, 0)]))).toContain('contradict each other');
    expect(clockModel(account([reading(0, 0), reading(0, 60_000)])).pieces[0]?.disagreement).toBe('readings');
    expect(clockModel(account(drifting)).pieces[0]?.disagreement).toBeNull();
  });

  it('concludes nothing from readings at whose rate no clock runs, backwards least of all', () => {
    for (const offset of [-2 * DAY, -DAY, -DAY / 2, DAY, 5 * DAY]) {
      const model = clockModel(account([reading(0, 0), reading(1, offset)], { limit: 1000 }));
      expect(model.pieces[0]).toMatchObject({ knowledge: 'unknown', disagreement: 'rate', fit: null });
      expect(offsetAtShown(model, reference)).toBeNull();
    }
    expect(words(account([reading(0, 0), reading(1, DAY)]))).toContain('nothing is concluded from them');
    expect(words(account([reading(0, 0), reading(1, 300_000)]))).toContain('That is much for a clock. Was it set in between?');
  });

  it('refuses figures that no reading has', () => {
    const nonsense = [{ resolution: 0 }, { uncertainty: -1 }, { shown: Number.NaN }, { reference: Number.POSITIVE_INFINITY }];
    for (const one of nonsense) expect(() => clockModel(account([reading(0, 0, one)]))).toThrow(RangeError);
    expect(() => clockModel(account([], { driftAllowance: -1 }))).toThrow(RangeError);
    expect(() => clockModel(account([], { limit: -1 }))).toThrow(RangeError);
  });
});

describe('a clock whose setting was changed', () => {
  const changedAt = reference + 5 * DAY;
  const forward = account([reading(0, 0), reading(10, HOUR)], { changedAt });
  const back = account([reading(0, HOUR), reading(10, 0)], { changedAt });
  const correct = (of: ClockRecord, nominal: number, side?: 'before' | 'after') =>
    correctBounds(clockModel(of), { earliest: nominal, latest: nominal + 1000 }, side);

  it('is judged by readings of the same side of the change alone', () => {
    expect(correct(forward, reference)).toMatchObject({ earliest: reference - 2000, latest: reference + 3000 });
    expect(correct(forward, reference + 10 * DAY)).toMatchObject({
      earliest: reference + 10 * DAY - HOUR - 2000,
      latest: reference + 10 * DAY - HOUR + 3000,
    });
    expect(words(forward)).toContain('Before it was set on 8 Aug 2031, 10:00: on time (± 2 s), read on 3 Aug 2031 against NTP.');
    expect(words(forward)).toContain('Since it was set on 8 Aug 2031, 10:00: 1 h fast (± 2 s), read on 13 Aug 2031 against NTP.');
  });

  it('showed some times twice where it was set back: both are within the bounds, unless the side is known', () => {
    const nominal = changedAt + HOUR / 2;
    const either = correct(back, nominal);
    expect(either).toMatchObject({ earliest: nominal - HOUR - 2000, latest: nominal + 3000, neverShown: false });
    expect(either.pieces).toHaveLength(2);
    expect(describeCorrection(either).map((sentence) => sayNote(sentence, 'en'))).toEqual([
      'It may have been stamped before or after the clock was set: the bounds hold for both.',
    ]);
    expect(correct(back, nominal, 'before')).toMatchObject({ earliest: nominal - HOUR - 2000, latest: nominal - HOUR + 3000 });
    expect(correct(back, nominal, 'after')).toMatchObject({ earliest: nominal - 2000, latest: nominal + 3000 });
  });

  it('never showed what it was set past; such a time is kept within both sides and said to be wrong', () => {
    const never = correct(forward, changedAt + HOUR / 2);
    expect(never).toMatchObject({ earliest: changedAt - HOUR / 2 - 2000, latest: changedAt + HOUR / 2 + 3000, neverShown: true });
    expect(describeCorrection(never).map((one) => sayNote(one, 'en'))[0]).toContain('the clock never showed this time');
  });

  it('bounds nothing where the other side is not known, but by the change itself', () => {
    const half = account([reading(10, HOUR)], { changedAt });
    expect(correct(half, reference + 10 * DAY)).toMatchObject({ earliest: null, latest: reference + 10 * DAY - HOUR + 3000 });
    expect(correct(half, reference)).toMatchObject({ earliest: null, latest: changedAt });
    expect(correct({ ...half, limit: HOUR }, reference + 10 * DAY).earliest).toBe(reference + 10 * DAY - HOUR - 2000);
  });

  it('is asked for both its times over a window that contains the change', () => {
    expect(clockWindow(clockModel(forward), changedAt - HOUR, changedAt + HOUR, 60_000)).toEqual({
      from: changedAt - HOUR - 2000 - 60_000,
      to: changedAt + 2 * HOUR + 2000 + 60_000,
    });
    expect(clockWindow(clockModel(forward), reference, reference + HOUR, 0)).toEqual({
      from: reference - 2000,
      to: reference + HOUR + 2000,
    });
    expect(clockWindow(clockModel(account([reading(10, 0)], { changedAt })), changedAt - HOUR, changedAt + HOUR, 0)).toBeNull();
  });
});
