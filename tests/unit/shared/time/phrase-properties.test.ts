import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Moment } from '../../../../shared/model/moment.ts';
import { FailureError } from '../../../../shared/result.ts';
import { findMoments, formatMoment, interpretMoment, parseEdtf, type TimeReference } from '../../../../shared/time/index.ts';
import { wallOf } from '../../../../shared/time/wall.ts';
import { readWall } from '../../../../shared/time/zone.ts';
import { basisOf } from '../../../support/basis.ts';

const DAY = 86_400_000;
const SEED = { seed: 20310514, numRuns: 400 };
const zone = fc.constantFrom('Asia/Shanghai', 'America/New_York', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'UTC', '+05:45');
const month = fc.constantFrom(
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
);
const day = fc.integer({ min: 1, max: 28 });
const part = fc.constantFrom('morning', 'afternoon', 'evening', 'night', 'small hours', 'early morning', 'late night');
const chinesePart = fc.constantFrom('凌晨', '清晨', '上午', '中午', '下午', '傍晚', '晚', '晚上', '深夜', '夜间');
const relative = fc.constantFrom(
  'yesterday',
  'the following day',
  'the night before',
  'three days ago',
  'nine days later',
  'a few days after',
  'the day before yesterday',
  'tomorrow morning',
  'at about ten that night',
  '次日凌晨',
  '当晚十点左右',
  '三天后',
  '十余天前',
  '数日后',
  '前一天晚上',
  '昨天傍晚',
);
const absolute = fc.oneof(
  fc.tuple(part, day, month).map(([one, figure, name]) => `the ${one} of ${figure} ${name} 2031`),
  fc.tuple(day, month, part).map(([figure, name, one]) => `${figure} ${name} 2031, ${one}`),
  fc.tuple(fc.integer({ min: 1, max: 12 }), day, chinesePart).map(([name, figure, one]) => `2031年${name}月${figure}日${one}`),
  fc.tuple(fc.constantFrom('early', 'mid', 'late'), month).map(([third, name]) => `${third}-${name} 2031`),
  fc
    .tuple(fc.integer({ min: 1, max: 12 }), fc.constantFrom('上旬', '中旬', '下旬', '底'))
    .map(([name, third]) => `2031年${name}月${third}`),
  fc
    .tuple(day, month, fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
    .map(([figure, name, hour, minute]) => `${figure} ${name} 2031 at ${hour}:${String(minute).padStart(2, '0')}`),
  fc.tuple(day, month).map(([figure, name]) => `nine days after ${figure} ${name} 2031`),
);
const referenceDay = fc.integer({ min: 0, max: 3000 }).map((count) => wallOf(2027, 1, 1) + count * DAY);

function referenceAt(wall: number, where: string, days = 1): TimeReference {
  const { readings } = readWall(wall, wall + days * DAY, where);
  return { earliest: readings[0]?.earliest ?? 0, latest: readings.at(-1)?.latest ?? 0, name: 'the document' };
}

/** What is refused for a good reason, such as a time the clocks skipped, is no counter-example. */
function readOrNull(text: string, where: string, reference?: TimeReference): Moment | null {
  try {
    return interpretMoment(text, where, 'en', reference);
  } catch (error) {
    if (error instanceof FailureError) return null;
    throw error;
  }
}

describe('words for when, whatever they say', () => {
  it('write an expression that gives the very bounds again, and can be shown', () => {
    fc.assert(
      fc.property(fc.oneof(absolute, relative), zone, referenceDay, (text, where, wall) => {
        const moment = readOrNull(text, where, referenceAt(wall, where));
        if (!moment) return;
        expect(parseEdtf(moment.edtf), text).not.toBeNull();
        const again = interpretMoment(moment.edtf, moment.zone);
        expect([again.edtf, again.earliest, again.latest], text).toEqual([moment.edtf, moment.earliest, moment.latest]);
        expect(moment.earliest as number).toBeLessThan(moment.latest as number);
        expect(formatMoment(moment, { language: 'en', zone: where }).length).toBeGreaterThan(3);
        expect(basisOf(moment)).not.toContain('{{');
      }),
      SEED,
    );
  });

  it('widening words never narrow', () => {
    const pairs = fc.oneof(
      fc.tuple(day, month).map(([figure, name]) => [`the small hours of ${figure} ${name} 2031`, `${figure} ${name} 2031`]),
      fc.tuple(day, month).map(([figure, name]) => [`${figure} ${name} 2031`, `around ${figure} ${name} 2031`]),
      fc
        .tuple(day, month, part)
        .map(([figure, name, one]) => [`the ${one} of ${figure} ${name} 2031`, `around the ${one} of ${figure} ${name} 2031`]),
      fc
        .tuple(day, month)
        .map(([figure, name]) => [`ten at night on ${figure} ${name} 2031`, `about ten at night on ${figure} ${name} 2031`]),
      fc.tuple(day, month).map(([figure, name]) => [`late night of ${figure} ${name} 2031`, `the night of ${figure} ${name} 2031`]),
      month.map((name) => [`mid-${name} 2031`, `around mid-${name} 2031`]),
      month.map((name) => [`late ${name} 2031`, `${name} 2031`]),
      fc
        .tuple(fc.integer({ min: 1, max: 12 }), day)
        .map(([name, figure]) => [`2031年${name}月${figure}日晚10点`, `2031年${name}月${figure}日晚10点左右`]),
      fc
        .tuple(fc.integer({ min: 1, max: 12 }), day)
        .map(([name, figure]) => [`2031年${name}月${figure}日深夜`, `2031年${name}月${figure}日晚`]),
    );
    fc.assert(
      fc.property(pairs, zone, ([narrow = '', wide = ''], where) => {
        const [one, other] = [readOrNull(narrow, where), readOrNull(wide, where)];
        if (!one || !other) return;
        expect(other.earliest as number, wide).toBeLessThanOrEqual(one.earliest as number);
        expect(other.latest as number, wide).toBeGreaterThanOrEqual(one.latest as number);
      }),
      SEED,
    );
  });

  it('move by n days when the reference does', () => {
    fc.assert(
      fc.property(relative, referenceDay, fc.integer({ min: -400, max: 400 }), (text, wall, count) => {
        const [one, other] = [wall, wall + count * DAY].map((at) =>
          interpretMoment(text, 'Asia/Kathmandu', 'en', referenceAt(at, 'Asia/Kathmandu')),
        );
        expect((other?.earliest as number) - (one?.earliest as number)).toBe(count * DAY);
        expect((other?.latest as number) - (one?.latest as number)).toBe(count * DAY);
      }),
      SEED,
    );
  });

  it('grow no narrower with a wider reference', () => {
    fc.assert(
      fc.property(relative, zone, referenceDay, fc.integer({ min: 2, max: 20 }), (text, where, wall, days) => {
        const [one, other] = [1, days].map((count) => readOrNull(text, where, referenceAt(wall, where, count)));
        if (!one || !other) return;
        expect(other.earliest as number, text).toBeLessThanOrEqual(one.earliest as number);
        expect(other.latest as number, text).toBeGreaterThanOrEqual(one.latest as number);
      }),
      SEED,
    );
  });

  it('are found in running text where they stand, in raw offsets', () => {
    const filler = fc.constantFrom('He came. ', '他来了。', 'ﬁnally … ', '😀 ', '（注）', 'Page 3 of 12\n', '　', 'no ½ of it, ');
    fc.assert(
      fc.property(fc.array(fc.tuple(filler, absolute), { minLength: 1, maxLength: 6 }), zone, (pieces, where) => {
        const text = pieces.map(([before, phrase]) => `${before}${phrase}; `).join('');
        const found = findMoments(text, { zone: where });
        expect(found.length).toBe(pieces.length);
        for (const [index, one] of found.entries()) {
          expect(text.slice(one.from, one.to)).toBe(one.phrase);
          expect(pieces[index]?.[1]).toContain(one.phrase);
        }
      }),
      SEED,
    );
  });

  it('whatever the text, offsets are in order and slice back to the phrase', () => {
    const word = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 4 }),
      fc.constantFrom(
        'on',
        'the',
        'at',
        '5',
        '14/5',
        '5月',
        '14日',
        '晚',
        '次日',
        'May',
        'Friday',
        '23:33',
        '(',
        ')',
        'to',
        'and',
        'between',
        '十',
        '三天后',
        'after',
        'days',
        '-',
        '2031',
        '年',
        'T',
        '+08:00',
        'night',
        '２',
      ),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), fc.constantFrom(' ', '', '\n'), zone, referenceDay, (words, joint, where, wall) => {
        const text = words.join(joint);
        let last = 0;
        for (const { from, to, phrase, moment, reason, question } of findMoments(text, {
          zone: where,
          reference: referenceAt(wall, where),
        })) {
          expect(from).toBeGreaterThanOrEqual(last);
          expect(to).toBeGreaterThan(from);
          expect(text.slice(from, to)).toBe(phrase);
          expect(moment === null).toBe(reason !== '');
          expect(moment === null).toBe(question !== '');
          last = to;
        }
      }),
      { ...SEED, numRuns: 1500 },
    );
  });
});
