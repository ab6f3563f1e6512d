import { describe, expect, it } from 'vitest';
import { findMoments, interpretMoment } from '../../../../shared/time/index.ts';
import { boundsText, referenceOn } from '../../../support/reference.ts';
import { basisOf } from '../../../support/basis.ts';

const SHANGHAI = 'Asia/Shanghai';
/** A Monday. */
const reference = referenceOn('2031-05-19', SHANGHAI);

/** The expression of every hit, or what must be asked with its readings. */
function read(text: string, from = reference): readonly string[] {
  return findMoments(text, { zone: SHANGHAI, reference: from }).map(
    ({ moment, reason, alternatives }) => moment?.edtf ?? [reason, ...alternatives.map(({ edtf }) => edtf)].join(' '),
  );
}

describe('a weekend, Saturday and Sunday, counted from Monday 19 May 2031', () => {
  it.each([
    ['the weekend of 17 May', '2031-05-17T00:00 to 2031-05-19T00:00'],
    ['the weekend of 18 May 2031', '2031-05-17T00:00 to 2031-05-19T00:00'],
    ['the weekend of 17-18 May', '2031-05-17T00:00 to 2031-05-19T00:00'],
    ['last weekend', '2031-05-17T00:00 to 2031-05-19T00:00'],
    ['at the weekend', '2031-05-17T00:00 to 2031-05-19T00:00'],
    ['the weekend before', '2031-05-17T00:00 to 2031-05-19T00:00'],
    ['the weekend before 14 May', '2031-05-10T00:00 to 2031-05-12T00:00'],
    ['the following weekend', '2031-05-24T00:00 to 2031-05-26T00:00'],
    ['周末', '2031-05-17T00:00 to 2031-05-19T00:00'],
    ['上周末', '2031-05-17T00:00 to 2031-05-19T00:00'],
    ['上上周末', '2031-05-10T00:00 to 2031-05-12T00:00'],
    ['本周末', '2031-05-24T00:00 to 2031-05-26T00:00'],
    ['下周末', '2031-05-31T00:00 to 2031-06-02T00:00'],
  ])('%s', (text, bounds) => {
    const moment = interpretMoment(text, SHANGHAI, 'en', reference);
    expect(boundsText(moment)).toBe(bounds);
    expect(basisOf(moment)).toContain('A weekend was taken as Saturday and Sunday.');
    expect(boundsText(interpretMoment(moment.edtf, moment.zone))).toBe(bounds);
  });

  it.each([
    ['the weekend of 14 May', 'weekendUnclear [2031-05-10..2031-05-11] [2031-05-17..2031-05-18]'],
    ['this weekend', 'weekendUnclear [2031-05-17..2031-05-18] [2031-05-24..2031-05-25]'],
    ['next weekend', 'weekendUnclear [2031-05-24..2031-05-25] [2031-05-31..2031-06-01]'],
  ])('%s is asked, because people mean either of two', (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });

  it.each([
    ['On 14 May he wrote. At the weekend I was ill.', ['2031-05-14', '[2031-05-17..2031-05-18]']],
    ['On 2 May he wrote. At the weekend I was ill.', ['2031-05-02', 'weekendUnclear [2031-05-03..2031-05-04] [2031-05-17..2031-05-18]']],
    ['5月14日他来了。那个周末我没睡。', ['2031-05-14', '[2031-05-17..2031-05-18]']],
    ['I will be there at the weekend.', ['[2031-05-24..2031-05-25]']],
    ['每周末、周末愉快、工作日和周末, every weekend, at weekends, the weekend shift', []],
  ])('in a running text: %s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it('is asked when it is said on a weekend', () => {
    expect(read('at the weekend', referenceOn('2031-05-18', SHANGHAI))).toEqual([
      'weekendUnclear [2031-05-10..2031-05-11] [2031-05-17..2031-05-18]',
    ]);
  });

  it('is explained in Chinese', () => {
    expect(basisOf(interpretMoment('上周末', SHANGHAI, 'zh-CN', reference), 'zh-CN')).toContain('周末按周六、周日两天计。');
  });
});
