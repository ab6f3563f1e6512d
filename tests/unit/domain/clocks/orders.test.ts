import { describe, expect, it } from 'vitest';
import {
  countAll,
  findOrderChanges,
  coreOf,
  type MovedEvent,
  spanOf,
  type StillEvent,
} from '../../../../electron/core/domain/clocks/orders.ts';
import { compareMoments, interpretMoment } from '../../../../shared/time/index.ts';
import type { Moment } from '../../../../shared/model/moment.ts';
import { type Chance, chanceFrom } from '../../../support/random.ts';

const EPOCH = Date.parse('2031-05-14T00:00Z');
const MINUTE = 60_000;

type Bounds = Pick<Moment, 'earliest' | 'latest'>;

/** Crowded, so that bounds often touch; some are open. */
function randomBounds(chance: Chance): Bounds {
  const earliest = EPOCH + chance.whole(0, 30) * MINUTE;
  return {
    earliest: chance.next() < 0.1 ? null : earliest,
    latest: chance.next() < 0.1 ? null : earliest + chance.whole(1, 12) * MINUTE,
  };
}

function momentOf({ earliest, latest }: Bounds): Moment {
  return { ...interpretMoment('2031', 'UTC'), earliest, latest, edtf: '' };
}

function randomLasting(chance: Chance): Moment {
  const from = chance.whole(0, 30);
  const two = (minute: number): string => String(minute).padStart(2, '0');
  return interpretMoment(`2031-05-14T00:${two(from)}/2031-05-14T00:${two(from + chance.whole(1, 20))}`, 'UTC');
}

function randomCase(chance: Chance) {
  const whole = chance.next();
  const shift = chance.whole(-9, 9) * MINUTE;
  const moves = Array.from({ length: chance.whole(1, 12) }, (_, ordinal) => {
    const before = randomBounds(chance);
    const shifted = (instant: number | null): number | null => instant && instant + shift;
    // Everything moves alike, or is known for the first time, or each moves in its own way.
    const after = whole < 0.4 ? { earliest: shifted(before.earliest), latest: shifted(before.latest) } : randomBounds(chance);
    return { ordinal, before: whole > 0.8 ? { earliest: null, latest: null } : before, after };
  });
  const still = Array.from({ length: chance.whole(0, 15) }, (_, index) => ({
    ordinal: 100 + index,
    moment: chance.next() < 0.4 ? randomLasting(chance) : momentOf(randomBounds(chance)),
  }));
  return { moves, still };
}

const movedOf = ({ moves }: ReturnType<typeof randomCase>): readonly MovedEvent[] =>
  moves.map(({ ordinal, before, after }) => ({ ordinal, before: spanOf(before), after: spanOf(after) }));
const stillOf = ({ still }: ReturnType<typeof randomCase>): readonly StillEvent[] =>
  still.map(({ ordinal, moment }) => ({ ordinal, ...spanOf(moment), core: coreOf(moment) }));

/** Every pair compared by the one rule there is for the order of two moments. */
function changedPairs({ moves, still }: ReturnType<typeof randomCase>): number {
  const before = [...moves.map((one) => momentOf(one.before)), ...still.map(({ moment }) => moment)];
  const after = [...moves.map((one) => momentOf(one.after)), ...still.map(({ moment }) => moment)];
  let changed = 0;
  for (let one = 0; one < before.length; one += 1)
    for (let other = one + 1; other < before.length; other += 1)
      if (compareMoments(before[one] as Moment, before[other] as Moment) !== compareMoments(after[one] as Moment, after[other] as Moment))
        changed += 1;
  return changed;
}

describe('the order relations that a change of a clock changes', () => {
  it('are counted without comparing each with each exactly as comparing each with each counts them', () => {
    for (let seed = 1; seed <= 1500; seed += 1) {
      const drawn = randomCase(chanceFrom(seed));
      const expected = changedPairs(drawn);
      expect(findOrderChanges(movedOf(drawn), stillOf(drawn)), `seed ${seed}`).toMatchObject({ total: expected, exact: true });
      expect(countAll(movedOf(drawn), stillOf(drawn)), `seed ${seed}`).toMatchObject({ total: expected, exact: true });
    }
  });

  it('are told with the one that came first standing first, and none is told that did not change', () => {
    for (let seed = 1; seed <= 300; seed += 1) {
      const drawn = randomCase(chanceFrom(seed));
      const moment = (ordinal: number, side: 'before' | 'after'): Moment =>
        drawn.still.find((one) => one.ordinal === ordinal)?.moment ??
        momentOf((drawn.moves.find((one) => one.ordinal === ordinal) as (typeof drawn.moves)[number])[side]);
      for (const { pairs } of [findOrderChanges(movedOf(drawn), stillOf(drawn)), countAll(movedOf(drawn), stillOf(drawn))])
        for (const { one, other, before, after } of pairs) {
          expect(before).not.toBe(after);
          expect(compareMoments(moment(one, 'before'), moment(other, 'before'))).toBe(before);
          expect(compareMoments(moment(one, 'after'), moment(other, 'after'))).toBe(after);
          expect(before === 'after' || (after === 'after' && before !== 'before')).toBe(false);
        }
    }
  });

  it('are none when everything moves by the same amount and nothing else is there', () => {
    const moved = Array.from({ length: 5000 }, (_, ordinal) => {
      const at = EPOCH + ordinal * 1000;
      return { ordinal, before: { earliest: at, latest: at + 5000 }, after: { earliest: at - 432_000, latest: at - 427_000 } };
    });
    expect(findOrderChanges(moved, [])).toEqual({ total: 0, exact: true, pairs: [] });
  });

  it('are counted among a hundred thousand events that were in no order before, against a million others, within seconds', () => {
    const unknown = { earliest: Number.NEGATIVE_INFINITY, latest: Number.POSITIVE_INFINITY };
    const moved = Array.from({ length: 100_000 }, (_, ordinal) => {
      const at = EPOCH + ordinal * 10_000;
      return { ordinal, before: unknown, after: { earliest: at, latest: at + 5000 } };
    });
    const still = Array.from({ length: 1_000_000 }, (_, index) => {
      const at = EPOCH + index * 1000 + 500;
      return { ordinal: 1_000_000 + index, earliest: at, latest: at + 1000, core: null };
    });
    const started = performance.now();
    const found = findOrderChanges(moved, still);
    expect(performance.now() - started).toBeLessThan(15_000);
    // Each of them is now in order with every other of them, and with all others but those within its five seconds.
    expect(found.exact).toBe(true);
    expect(found.total).toBe((100_000 * 99_999) / 2 + 100_000 * 1_000_000 - 100_000 * 6 + 1);
    expect(found.pairs).toHaveLength(100);
  });
});
