import { describe, expect, it } from 'vitest';
import { findMoments, type TimeReference } from '../../../shared/time/index.ts';

const zone = 'Asia/Shanghai';
const reference: TimeReference = {
  earliest: Date.parse('2031-05-12T10:05:12+08:00'),
  latest: Date.parse('2031-05-12T10:05:13+08:00'),
  zone,
  name: 'EX-0003',
};
const read = (text: string, more: { readonly reference?: TimeReference } = {}) =>
  findMoments(text, { zone, ...more }).map(({ moment, reason }) => moment?.edtf ?? reason);

describe('a year that is not written', () => {
  it('is not taken from a background date such as when somebody was hired', () => {
    expect(read('我叫叶安宁，二〇二八年三月入职。五月十四日上午，我们出发。')).toEqual(['2028-03', 'yearMissing']);
    expect(read('I joined in March 2028. On 14 May we left.')).toEqual(['2028-03', 'yearMissing']);
  });

  it('is settled by the weekday beside the date, also where the date lies ahead', () => {
    expect(read('五月十四日（周三）早班车去兰圳。', { reference })).toEqual(['2031-05-14']);
    expect(read('From Monday 2 June a committee meets.', { reference })).toEqual(['2031-06-02']);
  });
});

describe('a small figure after the afternoon has begun', () => {
  it('offers the evening of the same day before the next morning', () => {
    const [, , asked] = findMoments('2031年5月14日上午出发，下午两点入住，大约六点半开始晚餐。', { zone });
    expect(asked?.reason).toBe('dayUnclear');
    expect(asked?.alternatives.map(({ edtf }) => edtf)).toEqual(['2031-05-14T18:30~', '2031-05-14T06:30~', '2031-05-15T06:30~']);
  });
});

describe('a weekday in a message', () => {
  it('may lie before or after it, and is asked; in an account it lies before', () => {
    const [asked] = findMoments('周三去兰圳。', { zone, reference: { ...reference, planning: true } });
    expect(asked?.reason).toBe('weekUnclear');
    expect(asked?.alternatives.map(({ edtf }) => edtf)).toEqual(['2031-05-07', '2031-05-14']);
    expect(read('On Friday I told her.', { reference })).toEqual(['2031-05-09']);
  });
});
