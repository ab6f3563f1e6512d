import { describe, expect, it } from 'vitest';
import { findMoments, type TimeReference } from '../../../../shared/time/index.ts';
import { basisOf } from '../../../support/basis.ts';

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
    expect(basisOf(found?.moment)).toContain('Of the dates possible, only 14 May 2031 is a Wednesday.');
  });
});

describe('a date that a sentence puts ahead', () => {
  it.each([
    ['The recordings will be overwritten on 13 June.', '2031-06-13'],
    ['The hearing will start on 3 August.', '2031-08-03'],
    ['We shall decide on 30 June.', '2031-06-30'],
    ['The report is due on 12 July.', '2031-07-12'],
    ['He is going to leave on 12 July.', '2031-07-12'],
    ['The meeting is planned for 5 July.', '2031-07-05'],
    ["I'll be there on 12 May.", '2031-05-12'],
    ['It will start in June.', '2031-06'],
    ['It will start on the 14th.', '2031-05-14'],
    ['我们会在六月三十日之前给出决定。', '2031-06-30'],
    ['录像将于6月13日被覆盖。', '2031-06-13'],
    ['预计7月5日开会。', '2031-07-05'],
    ['会议拟于6月20日召开。', '2031-06-20'],
    ['会议定于6月20日召开。', '2031-06-20'],
    ['请截至6月30日前提交材料。', '2031-06-30'],
  ])('is the next such date: %s', (text, expected) => {
    expect(read(text, { reference })).toEqual([expected]);
    const [found] = findMoments(text, { zone, reference });
    expect(basisOf(found?.moment)).toContain('Its sentence speaks of what lies ahead: the next such date.');
  });

  it.each([
    ['He came on 13 June.'],
    ['On 13 June it will be over.'],
    ['He will come. He had come on 13 June.'],
    ['He will be asked what he did on 13 June.'],
    ['The hotel will keep the recordings of 13 June.'],
    ['It was planned for 13 June.'],
    ['我们将保存6月13日的录像。'],
    ['聚会在6月13日。'],
    ['会议原定于6月13日。'],
  ])('is asked where nothing says so plainly: %s', (text) => {
    expect(read(text, { reference })).toEqual(['yearUnclear']);
  });
});
