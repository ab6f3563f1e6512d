import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Moment } from '../../../../shared/model/moment.ts';
import {
  compareMoments,
  describeOrder,
  explainOrder,
  interpretMoment,
  type Order,
  type OrderBound,
  type OrderExplanation,
  type Side,
} from '../../../../shared/time/index.ts';
import type { Language } from '../../../../shared/model/language.ts';

const read = (text: string): Moment => interpretMoment(text, 'Asia/Shanghai');
const explain = (one: string, other: string): OrderExplanation => explainOrder(read(one), read(other));
const say = (one: string, other: string, language: Language = 'en') =>
  describeOrder(explain(one, other), { one: 'A', other: 'B' }, { language, zone: 'Asia/Shanghai', zoneShown: false });

/** A single moment somewhere within small bounds, as a corrected clock gives them: its text no longer says them. */
const withinBounds: fc.Arbitrary<Moment> = fc
  .record({
    from: fc.integer({ min: 0, max: 12 }),
    width: fc.integer({ min: 1, max: 6 }),
    open: fc.constantFrom('neither', 'neither', 'neither', 'start', 'end', 'both'),
    uncertain: fc.constantFrom(false, false, false, true),
  })
  .map(({ from, width, open, uncertain }) => ({
    earliest: open === 'start' || open === 'both' ? null : from,
    latest: open === 'end' || open === 'both' ? null : from + width,
    edtf: '',
    phrase: '',
    zone: 'UTC',
    precision: 'interval',
    approximate: false,
    uncertain,
    basis: [],
  }));

const minute = (value: number): string => `2031-05-14T23:${String(value).padStart(2, '0')}`;
const texts = Array.from({ length: 15 }, (_, first) =>
  Array.from({ length: 15 - first }, (_unused, width) => [
    `${minute(first)}/${minute(first + width)}`,
    `[${minute(first)}..${minute(first + width)}]`,
  ]),
).flat(2);
const stated = [
  ...texts,
  ...Array.from({ length: 15 }, (_, at) => [`${minute(at)}/..`, `../${minute(at)}`, `${minute(at)}/`, `${minute(at)}?`]).flat(),
].map(read);
const anyMoment = fc.oneof(withinBounds, fc.constantFrom(...stated));

const mirrored: Readonly<Record<Order, Order>> = { before: 'after', after: 'before', overlaps: 'overlaps', 'cannot-tell': 'cannot-tell' };
const certain = (order: Order): boolean => order !== 'cannot-tell';

function widened(moment: Moment, sooner: number | null, later: number | null): Moment {
  return {
    ...moment,
    earliest: moment.earliest === null || sooner === null ? null : moment.earliest - sooner,
    latest: moment.latest === null || later === null ? null : moment.latest + later,
  };
}

const growth = fc.option(fc.integer({ min: 0, max: 180_000 }), { freq: 5 });

describe('the order of moments, over random bounds', () => {
  it('is a strict partial order: irreflexive, asymmetric, transitive', () => {
    let chains = 0;
    fc.assert(
      fc.property(anyMoment, anyMoment, anyMoment, (one, other, third) => {
        expect(['before', 'after']).not.toContain(compareMoments(one, one));
        expect(compareMoments(other, one)).toBe(mirrored[compareMoments(one, other)]);
        if (compareMoments(one, other) !== 'before' || compareMoments(other, third) !== 'before') return;
        chains += 1;
        expect(compareMoments(one, third)).toBe('before');
      }),
      { numRuns: 4000 },
    );
    expect(chains).toBeGreaterThan(20);
  });

  it('only loses certainty when a bound is widened: cannot tell stays, and before never becomes after', () => {
    let lost = 0;
    fc.assert(
      fc.property(anyMoment, anyMoment, growth, growth, growth, growth, (one, other, a, b, c, d) => {
        const sure = compareMoments(one, other);
        const wider = compareMoments(widened(one, a, b), widened(other, c, d));
        if (wider === sure) return;
        expect(wider).toBe('cannot-tell');
        lost += 1;
      }),
      { numRuns: 4000 },
    );
    expect(lost).toBeGreaterThan(100);
  });

  it('is explained as it is compared, and mirrors itself when the two are swapped', () => {
    fc.assert(
      fc.property(anyMoment, anyMoment, (one, other) => {
        const explained = explainOrder(one, other);
        const swapped = explainOrder(other, one);
        expect(explained.order).toBe(compareMoments(one, other));
        expect(swapped.order).toBe(mirrored[explained.order]);
        expect(swapped.oneFirst.possibility).toBe(explained.otherFirst.possibility);
        expect(swapped.otherFirst.possibility).toBe(explained.oneFirst.possibility);
        expect(swapped.overlap).toBe(explained.overlap);
        expect(swapped.settledBy.map(({ order, by }) => `${mirrored[order]} ${String(by)}`).sort()).toEqual(
          explained.settledBy.map(({ order, by }) => `${order} ${String(by)}`).sort(),
        );
        expect(explained.oneFirst.possibility === 'surely').toBe(explained.order === 'before');
        expect(explained.otherFirst.possibility === 'surely').toBe(explained.order === 'after');
        if (explained.order === 'overlaps')
          expect([explained.oneFirst.possibility, explained.otherFirst.possibility]).toEqual(['no', 'no']);
        expect(explained.settledBy.length > 0).toBe(!certain(explained.orderIfRight));
      }),
      { numRuns: 4000 },
    );
  });

  it('answers whether the other can have come first as trying every truth within the bounds does', () => {
    const truths = ({ earliest, latest }: Moment): readonly number[] => {
      const [from, to] = [earliest ?? -9, latest ?? 29];
      return Array.from({ length: (to - from) * 4 }, (_, quarter) => from + quarter / 4 + (quarter % 2) / 16);
    };
    fc.assert(
      fc.property(withinBounds, withinBounds, (one, other) => {
        if (one.uncertain || other.uncertain) return;
        const [first, second] = [truths(one), truths(other)];
        const tried = second.flatMap((late) => first.map((early) => late < early));
        const answer = tried.every(Boolean) ? 'surely' : tried.some(Boolean) ? 'cannot-tell' : 'no';
        expect(explainOrder(one, other).otherFirst.possibility).toBe(answer);
      }),
      { numRuns: 1500 },
    );
  });

  it('names the smallest fact that would settle it: known, it does; a millisecond less, it does not', () => {
    const learn = (moments: Readonly<Record<Side, Moment>>, { side, kind, at }: OrderBound, less: number): Order => {
      const known = { ...moments };
      known[side] = { ...known[side], ...(kind === 'over-by' ? { latest: (at as number) + less } : { earliest: (at as number) - less }) };
      return compareMoments(known.one, known.other);
    };
    let facts = 0;
    fc.assert(
      fc.property(withinBounds, withinBounds, (first, second) => {
        const [one, other] = [first, second].map((moment) => ({ ...moment, uncertain: false })) as [Moment, Moment];
        const explained = explainOrder(one, other);
        for (const settlement of explained.settledBy) {
          for (const fact of settlement.facts) {
            facts += 1;
            expect(learn({ one, other }, fact, 0)).toBe(settlement.order);
            expect(learn({ one, other }, fact, 1)).toBe('cannot-tell');
            const narrowed = { one, other }[fact.side];
            const bound = fact.kind === 'over-by' ? narrowed.latest : narrowed.earliest;
            if (settlement.by !== null) expect(Math.abs((bound as number) - (fact.at as number))).toBe(settlement.by);
          }
          if (!settlement.between) continue;
          const { from, to } = settlement.between;
          const instant = from === null ? (to ?? 0) - 0.5 : to === null ? from + 0.5 : (from + to) / 2;
          const [early, late] = settlement.order === 'before' ? [one, other] : [other, one];
          const known = [
            { ...early, latest: instant },
            { ...late, earliest: instant },
          ] as const;
          for (const { earliest, latest } of known) expect((earliest ?? -1e9) < (latest ?? 1e9)).toBe(true);
          expect(compareMoments(known[0], known[1])).toBe('before');
        }
        const sizes = explained.settledBy.map(({ by }) => by ?? Number.POSITIVE_INFINITY);
        expect(sizes).toEqual([...sizes].sort((left, right) => left - right || 0));
      }),
      { numRuns: 3000 },
    );
    expect(facts).toBeGreaterThan(500);
  });
});

describe('what is said about an order', () => {
  it('names the two bounds that decide it, and what lies between them', () => {
    expect(say('2031-05-14T23:30', '2031-05-14T23:34:09')).toEqual({
      order:
        'A came before B: A was over by 14 May 2031, 23:31, and B did not begin before 14 May 2031, 23:34:09. At least 3 min 9 s lies between them.',
      question: 'Could B have come before A?',
      answer:
        'No. A came before B: A was over by 14 May 2031, 23:31, and B did not begin before 14 May 2031, 23:34:09. At least 3 min 9 s lies between them.',
      settling: [],
    });
    expect(say('2031-05-15', '2031-05-14').answer).toBe(
      'Yes, it surely did. B came before A: B was over by 15 May 2031, 00:00, and A did not begin before 15 May 2031, 00:00.',
    );
    expect(explain('2031-05-15', '2031-05-14').decidedBy).toEqual([
      [
        { side: 'other', kind: 'over-by', at: Date.parse('2031-05-14T16:00:00Z') },
        { side: 'one', kind: 'not-before', at: Date.parse('2031-05-14T16:00:00Z') },
      ],
    ]);
  });

  it('says by how much the bounds run into each other, and the smallest fact first', () => {
    const sentences = say('[2031-05-14T23:30..2031-05-14T23:35]', '[2031-05-14T23:34:09..2031-05-14T23:45]');
    expect(sentences.order).toBe('Which came first cannot be told: their bounds run into each other by 1 min 51 s.');
    expect(sentences.answer).toBe(
      'It may have, and it may not: B may have been over as early as 14 May 2031, 23:34:09, and A may have begun only just before 14 May 2031, 23:36.',
    );
    expect(sentences.settling).toEqual([
      'To tell that A came before B, 1 min 51 s less would be enough: that A was over by 14 May 2031, 23:34:09, or that B did not begin before 14 May 2031, 23:36.',
      'To tell that B came before A, 16 min less would be enough: an instant between 14 May 2031, 23:34:09 and 14 May 2031, 23:36 by which B was over and before which A had not begun.',
    ]);
    expect(say('[2031-05-14T23:30..2031-05-14T23:35]', '[2031-05-14T23:34:09..2031-05-14T23:45]', 'zh-CN').settling[0]).toBe(
      '若要确定A先于B，范围再缩小1分51秒即可：A至迟于2031年5月14日 23:34:09已结束，或者B不早于2031年5月14日 23:36开始。',
    );
  });

  it('says of what lasts that it surely overlapped, or what it would take', () => {
    expect(say('2031-05-02/2031-05-11', '2031-05-10T10:00').order).toBe(
      'They overlap for certain: B had begun by 10 May 2031, 10:01, and A was not over before 11 May 2031, 00:00; A had begun by 3 May 2031, 00:00, and B was not over before 10 May 2031, 10:00.',
    );
    const sentences = say('2031-05-02/2031-05-11', '2031-05-11T10:00');
    expect(sentences.answer).toBe('No. A had begun by 3 May 2031, 00:00, and B was not over before 11 May 2031, 10:00.');
    expect(sentences.settling).toEqual([
      'To tell that A and B overlapped, 10 h 1 min less would be enough: that A was not over before 11 May 2031, 10:01.',
      'To tell that A came before B, 14 h less would be enough: that A was over by 11 May 2031, 10:00.',
    ]);
  });

  it('asks for a bound where there is none', () => {
    const sentences = say('2031-05-14/..', '2031-05-20');
    expect(sentences.order).toBe('Which came first cannot be told: a bound that would tell is open.');
    expect(sentences.settling).toContain(
      'To tell that A came before B, a bound is needed where there is none: that A was over by 20 May 2031, 00:00.',
    );
    expect(explain('2031-05-14/..', '2031-05-20').overlap).toBeNull();
  });

  it('asks of a doubtful moment whether its source is right, and what would follow', () => {
    const sentences = say('2031-05-14T23:30?', '2031-05-15');
    expect(sentences.order).toBe(
      'No order is concluded, because the source of A is marked doubtful. If it is right: A came before B: A was over by 14 May 2031, 23:31, and B did not begin before 15 May 2031, 00:00. At least 29 min lies between them.',
    );
    expect(sentences.answer).toBe('That cannot be told from a source marked doubtful.');
    expect(sentences.settling).toEqual(['First it has to be settled whether the source of A is right.']);
    expect(explain('2031-05-14T23:30?', '2031-05-15')).toMatchObject({ order: 'cannot-tell', orderIfRight: 'before', doubtful: ['one'] });
    const both = explain('2031-05-14T23:30?', '2031-05-14T23:30?');
    expect(both.doubtful).toEqual(['one', 'other']);
    expect(both.settledBy).not.toEqual([]);
  });

  it('says bounds between two seconds as exactly as they are', () => {
    expect(say('2031-05-14T23:30:00.25', '2031-05-14T23:30:00.5').order).toBe(
      'A came before B: A was over by 14 May 2031, 23:30:00.260, and B did not begin before 14 May 2031, 23:30:00.500. At least 0.24 s lies between them.',
    );
  });
});
