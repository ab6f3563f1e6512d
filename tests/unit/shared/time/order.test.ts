import { describe, expect, it } from 'vitest';
import type { Moment } from '../../../../shared/model/moment.ts';
import { compareByBounds, compareMoments, interpretMoment } from '../../../../shared/time/index.ts';
import { type Chance, chanceFrom } from '../../../support/random.ts';

const read = (text: string): Moment => interpretMoment(text, 'Asia/Shanghai');
const compare = (one: string, other: string): string => compareMoments(read(one), read(other));

/** Bounds close together, so that chance meets every kind of neighbourhood; some of them intervals that last. */
function randomMoment(chance: Chance): Moment {
  const minute = (value: number): string =>
    `2031-05-14T${String(Math.floor(value / 60)).padStart(2, '0')}:${String(value % 60).padStart(2, '0')}`;
  const [first, second] = [chance.whole(0, 40), chance.whole(0, 40)].sort((one, other) => one - other) as [number, number];
  const mark = chance.pick(['', '', '', '~', '?']);
  return read(
    chance.pick([
      minute(first) + mark,
      `${minute(first)}/${minute(second)}`,
      `[${minute(first)}..${minute(second)}]`,
      `${minute(first)}/..`,
      `../${minute(second)}`,
      `${minute(first)}:07`,
    ]),
  );
}

/** Reading is what takes time: a few hundred moments, met in many pairs. */
function poolOf(chance: Chance): () => Moment {
  const pool = Array.from({ length: 300 }, () => randomMoment(chance));
  return () => chance.pick(pool);
}

function widened(moment: Moment, chance: Chance): Moment {
  const grow = (): number => chance.whole(0, 3) * 60_000;
  return {
    ...moment,
    earliest: moment.earliest === null || chance.next() < 0.1 ? null : moment.earliest - grow(),
    latest: moment.latest === null || chance.next() < 0.1 ? null : moment.latest + grow(),
  };
}

describe('the order of moments', () => {
  it('is before when the first was over when the second began, touching bounds included', () => {
    expect(compare('2031-05-14', '2031-05-15')).toBe('before');
    expect(compare('2031-05-15', '2031-05-14')).toBe('after');
    expect(compare('2031-05-14T23:33', '2031-05-14T23:34')).toBe('before');
    expect(compare('2031-05-02/2031-05-11', '2031-05-12')).toBe('before');
    expect(compare('../2031-05-13', '2031-05-14/..')).toBe('before');
  });

  it('cannot be told for uncertain instants within common bounds, not even for equal ones', () => {
    expect(compare('2031-05-14', '2031-05-14T23:34')).toBe('cannot-tell');
    expect(compare('2031-05-14T23:34:07', '2031-05-14T23:34:07')).toBe('cannot-tell');
    expect(compare('[2031-05-14..2031-05-16]', '2031-05-15')).toBe('cannot-tell');
    expect(compare('2031-05-14T23:30~', '2031-05-14T23:45')).toBe('cannot-tell');
    expect(compare('2031-05-14/..', '2031-05-20')).toBe('cannot-tell');
    expect(compare('2031-05-02/2031-05-11', '2031-05-11')).toBe('cannot-tell');
  });

  it('is overlapping only where something that lasts surely shares an instant with the other', () => {
    expect(compare('2031-05-02/2031-05-11', '2031-05-05T12:00')).toBe('overlaps');
    expect(compare('2031-05-05T12:00', '2031-05-02/2031-05-11')).toBe('overlaps');
    expect(compare('2031-05-02/2031-05-11', '2031-05-09/2031-05-20')).toBe('overlaps');
    expect(compare('2031-05-02/2031-05-11', '2031-05-11/2031-05-20')).toBe('cannot-tell');
    expect(compare('2031-05-02/2031-05-11', '2031-05-03/2031-05-04')).toBe('overlaps');
  });

  it('is never concluded from what is marked doubtful', () => {
    expect(compare('2031-05-14?', '2040')).toBe('cannot-tell');
    expect(compare('1990', '2031-05-14%')).toBe('cannot-tell');
  });

  it('is a strict partial order: irreflexive, antisymmetric, transitive; overlapping is symmetric', () => {
    const chance = chanceFrom(7);
    const draw = poolOf(chance);
    const seen = { before: 0, overlaps: 0, chains: 0 };
    for (let turn = 0; turn < 3000; turn += 1) {
      const [one, other, third] = [draw(), draw(), draw()];
      const order = compareMoments(one, other);
      expect(['before', 'after']).not.toContain(compareMoments(one, one));
      const mirrored = { before: 'after', after: 'before', overlaps: 'overlaps', 'cannot-tell': 'cannot-tell' } as const;
      expect(compareMoments(other, one)).toBe(mirrored[order]);
      if (order === 'before') seen.before += 1;
      if (order === 'overlaps') seen.overlaps += 1;
      if (order !== 'before' || compareMoments(other, third) !== 'before') continue;
      seen.chains += 1;
      expect(compareMoments(one, third)).toBe('before');
    }
    expect(Math.min(seen.before, seen.overlaps, seen.chains)).toBeGreaterThan(20);
  });

  it('only loses certainty when a bound is widened', () => {
    const chance = chanceFrom(11);
    const draw = poolOf(chance);
    let lost = 0;
    for (let turn = 0; turn < 5000; turn += 1) {
      const [one, other] = [draw(), draw()];
      const sure = compareMoments(one, other);
      const wider = compareMoments(widened(one, chance), widened(other, chance));
      if (wider === sure) continue;
      expect(wider).toBe('cannot-tell');
      lost += 1;
    }
    expect(lost).toBeGreaterThan(100);
  });

  it('holds for every instant the bounds allow', () => {
    const chance = chanceFrom(13);
    const draw = poolOf(chance);
    for (let turn = 0; turn < 3000; turn += 1) {
      const [one, other] = [draw(), draw()];
      if (compareMoments(one, other) !== 'before') continue;
      expect(one.latest as number).toBeLessThanOrEqual(other.earliest as number);
    }
  });

  it('is not the order of lists, which puts open bounds first and then the earlier bound', () => {
    const sorted = ['2031-05-15', '2031-05-14', '../2031-05-20', '2031-05-14T08:00', '2031-05-14/2031-05-15']
      .map(read)
      .sort(compareByBounds);
    expect(sorted.map(({ edtf }) => edtf)).toEqual([
      '../2031-05-20',
      '2031-05-14',
      '2031-05-14/2031-05-15',
      '2031-05-14T08:00',
      '2031-05-15',
    ]);
  });
});
