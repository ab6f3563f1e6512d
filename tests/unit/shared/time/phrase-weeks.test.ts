import { describe, expect, it } from 'vitest';
import { findMoments, interpretMoment } from '../../../../shared/time/index.ts';
import { boundsText, referenceOn, refusalOf } from '../../../support/reference.ts';
import { basisOf } from '../../../support/basis.ts';

const SHANGHAI = 'Asia/Shanghai';
/** A Monday. */
const reference = referenceOn('2031-05-19', SHANGHAI);
const read = (text: string) => interpretMoment(text, SHANGHAI, 'en', reference);

describe('a week of a month, counted in sevens from its first day', () => {
  it.each([
    ['the first week of May', '2031-05-01T00:00 to 2031-05-08T00:00'],
    ['in the second week of May', '2031-05-08T00:00 to 2031-05-15T00:00'],
    ['the third week of May', '2031-05-15T00:00 to 2031-05-22T00:00'],
    ['the fourth week in April', '2031-04-22T00:00 to 2031-04-29T00:00'],
    ['the fifth week of April', '2031-04-29T00:00 to 2031-05-01T00:00'],
    ['the last week of May 2031', '2031-05-25T00:00 to 2031-06-01T00:00'],
    ['the last week of February 2032', '2032-02-23T00:00 to 2032-03-01T00:00'],
    ['the first week of last month', '2031-04-01T00:00 to 2031-04-08T00:00'],
    ['the first week of the month', '2031-05-01T00:00 to 2031-05-08T00:00'],
    ['Friday in the second week of May', '2031-05-09T00:00 to 2031-05-10T00:00'],
    ['5月第一周', '2031-05-01T00:00 to 2031-05-08T00:00'],
    ['5月的第二个星期', '2031-05-08T00:00 to 2031-05-15T00:00'],
    ['2030年6月第三周', '2030-06-15T00:00 to 2030-06-22T00:00'],
    ['2031年5月最后一周', '2031-05-25T00:00 to 2031-06-01T00:00'],
    ['上个月第一周', '2031-04-01T00:00 to 2031-04-08T00:00'],
    ['5月第一周的周五', '2031-05-02T00:00 to 2031-05-03T00:00'],
    // These stay what they were.
    ['the week of 12 May', '2031-05-12T00:00 to 2031-05-19T00:00'],
    ['5月第二个星期五', '2031-05-09T00:00 to 2031-05-10T00:00'],
  ])('%s', (text, bounds) => {
    const moment = read(text);
    expect(boundsText(moment)).toBe(bounds);
    expect(boundsText(interpretMoment(moment.edtf, moment.zone))).toBe(bounds);
  });

  it('says so in the basis', () => {
    expect(basisOf(read('the first week of May'))).toContain('Weeks of a month are counted in sevens from its first day: days 1 to 7.');
    expect(basisOf(read('the last week of May 2031'))).toContain(
      'The last week of a month was taken as its last seven days: days 25 to 31.',
    );
    expect(basisOf(interpretMoment('5月第一周', SHANGHAI, 'zh-CN', reference), 'zh-CN')).toContain(
      '月内各周自1日起每七天为一周：1日至7日。',
    );
  });

  it('has no fifth where the month has no 29th', () => {
    expect(refusalOf(() => read('the fifth week of February 2031')).reason).toBe('noSuchDate');
  });

  it('is found with all of its words in a running text', () => {
    const found = findMoments('He first wrote in the first week of May. 五月第二周他又写信。', { zone: SHANGHAI, reference });
    expect(found.map(({ phrase, moment }) => [phrase, moment?.edtf])).toEqual([
      ['the first week of May', '[2031-05-01..2031-05-07]'],
      ['五月第二周', '[2031-05-08..2031-05-14]'],
    ]);
  });
});
