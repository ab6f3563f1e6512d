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
    expect(read('On Tuesday, 14 May, we left.', { reference })).toEqual(['2030-05-14']);
    const [found] = findMoments('五月十四日（周三）早班车去兰圳。', { zone, reference });
    expect(found?.moment?.basis).toContain('Of the dates possible, only 14 May 2031 is a Wednesday.');
  });
});
