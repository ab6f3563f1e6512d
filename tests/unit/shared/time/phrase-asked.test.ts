import { describe, expect, it } from 'vitest';
import { findMoments, interpretMoment } from '../../../../shared/time/index.ts';
import { boundsText, referenceOn, refusalOf } from '../../../support/reference.ts';
import { basisOf } from '../../../support/basis.ts';

const SHANGHAI = 'Asia/Shanghai';
const reference = referenceOn('2031-05-19', SHANGHAI);

describe('words that need a reference, without one', () => {
  it.each([
    'yesterday evening',
    'three days ago',
    'last Friday',
    'the following day',
    'two weeks later',
    'this month',
    'Friday',
    '次日凌晨',
    '当晚十点左右',
    '三天后',
    '上周二',
    '去年8月',
    '近日',
    '本月9日',
  ])('%s asks from where it is counted', (text) => {
    expect(refusalOf(() => interpretMoment(text, SHANGHAI)).reason).toBe('referenceMissing');
    expect(refusalOf(() => interpretMoment(text, SHANGHAI, 'zh-CN')).sentence).toContain('自哪份文件或哪个事件起算');
  });

  it.each([
    ['the evening of 14 May', 'yearMissing'],
    ['5月14日晚', 'yearMissing'],
    ['mid-May', 'yearMissing'],
    ['the small hours of the 15th', 'monthMissing'],
    ['8日凌晨1点', 'monthMissing'],
    ['at about ten', 'dateMissing'],
  ])('%s: %s', (text, reason) => {
    expect(refusalOf(() => interpretMoment(text, SHANGHAI)).reason).toBe(reason);
  });
});

describe('words that have two readings, with a reference', () => {
  it.each([
    ['27 May', 'yearUnclear', ['2030-05-27', '2031-05-27']],
    ['late June', 'yearUnclear', ['[2030-06-21..2030-06-30]', '[2031-06-21..2031-06-30]']],
    ['on the 27th', 'monthUnclear', ['2031-04-27', '2031-05-27']],
    ['at 5/6/2031', 'order', ['2031-06-05', '2031-05-06']],
    [
      'the night of 5/6',
      'order',
      ['[2030-06-05T18:00..2030-06-06T05:59]', '[2031-06-05T18:00..2031-06-06T05:59]', '[2031-05-06T18:00..2031-05-07T05:59]'],
    ],
    ['14/5/31', 'yearShort', ['2031-05-14']],
    ['Friday 14 May 2031', 'weekday', ['2031-05-14']],
    ['周五（5月14日）晚', 'weekday', ['[2031-05-14T18:00..2031-05-15T05:59]']],
    ['at ten', 'halfDay', ['2031-05-19T10:00~', '2031-05-19T22:00~']],
    ['around midnight on 14 May', 'midnight', ['2031-05-14T00:00~', '2031-05-15T00:00~']],
    ['six days after he left', 'eventUnknown', ['2031-05-25']],
    ['27号', 'monthUnclear', ['2031-04-27', '2031-05-27']],
    ['8月2日至8月7日', 'yearUnclear', ['2030-08-02/2030-08-07', '2031-08-02/2031-08-07']],
    ['事发三天后', 'eventUnknown', ['2031-05-22']],
  ])('%s: %s', (text, reason, readings) => {
    const [found] = findMoments(text, { zone: SHANGHAI, reference });
    expect(found).toMatchObject({ moment: null, reason });
    expect(found?.question).not.toBe('');
    expect(found?.alternatives.map(({ edtf }) => edtf)).toEqual(readings);
  });

  it('asks about "last Wednesday" only where people mean two different days by it', () => {
    const friday = referenceOn('2031-05-16', SHANGHAI);
    expect(interpretMoment('last Wednesday', SHANGHAI, 'en', reference).edtf).toBe('2031-05-14');
    expect(refusalOf(() => interpretMoment('last Wednesday', SHANGHAI, 'en', friday))).toEqual({
      reason: 'weekUnclear',
      sentence: 'people mean either of two by this Wednesday. Is it 14 May 2031 or 7 May 2031?',
    });
  });

  it('does not ask for the order of day and month where the case, or a weekday, says it', () => {
    const read = (text: string, dayOrder?: 'day-first' | 'month-first'): string | undefined =>
      findMoments(text, { zone: SHANGHAI, reference, ...(dayOrder ? { dayOrder } : {}) })[0]?.moment?.edtf;
    expect(read('on 5/6/2031', 'day-first')).toBe('2031-06-05');
    expect(read('on 5/6/2031', 'month-first')).toBe('2031-05-06');
    expect(read('on 14/5/2031', 'month-first')).toBe('2031-05-14');
    expect(read('on Tuesday, 5/6/2031')).toBe('2031-05-06');
    const basis = (text: string): string => basisOf(findMoments(text, { zone: SHANGHAI, reference, dayOrder: 'day-first' })[0]?.moment);
    expect(basis('on 5/6/2031')).toContain('Read as day 5, month 6: the order the case uses.');
    expect(basis('on 5/14/2031')).toContain('Read as day 14, month 5: the other order is not possible.');
  });

  it('takes the year that makes the weekday right, and the nearest past one otherwise', () => {
    const winter = referenceOn('2031-01-10', SHANGHAI);
    expect(interpretMoment('14 May', SHANGHAI, 'en', reference).edtf).toBe('2031-05-14');
    expect(interpretMoment('20 December', SHANGHAI, 'en', winter).edtf).toBe('2030-12-20');
    expect(refusalOf(() => interpretMoment('14 January', SHANGHAI, 'en', winter)).reason).toBe('yearUnclear');
    expect(interpretMoment('Monday 14 January', SHANGHAI, 'en', winter).edtf).toBe('2030-01-14');
  });

  it('asks which zone is meant by letters that name more than one, and takes one that is named plainly', () => {
    const [chinaOrCentral, tokyo, mail, beijing] = findMoments(
      'On 14 May at 8am CST he wrote. 14 May 2031 at 23:34 (Asia/Tokyo). Wed, 14 May 2031 23:34:07 -0400. 北京时间5月14日23时34分。',
      { zone: 'America/New_York', reference },
    );
    expect(chinaOrCentral).toMatchObject({ moment: null, reason: 'zoneAmbiguous' });
    expect(tokyo?.moment).toMatchObject({ zone: 'Asia/Tokyo', earliest: Date.parse('2031-05-14T14:34Z') });
    expect(mail?.moment?.earliest).toBe(Date.parse('2031-05-14T23:34:07-04:00'));
    expect(beijing?.moment?.earliest).toBe(Date.parse('2031-05-14T15:34Z'));
  });

  it('asks about a weekday that does not fit its day of the month', () => {
    expect(refusalOf(() => interpretMoment('Friday the 14th', SHANGHAI, 'en', reference)).reason).toBe('weekday');
    expect(interpretMoment('Wednesday the 14th', SHANGHAI, 'en', reference).edtf).toBe('2031-05-14');
  });

  it('settles nothing from a date that is itself open', () => {
    const found = findMoments('On 5/6/2031 he came. The next day I was ill.', { zone: SHANGHAI, reference });
    expect(found.map(({ phrase, reason, alternatives }) => [phrase, reason, alternatives.map(({ edtf }) => edtf)])).toEqual([
      ['5/6/2031', 'order', ['2031-06-05', '2031-05-06']],
      ['The next day', 'storyUnclear', ['2031-06-06', '2031-05-07']],
    ]);
  });

  it('offers moments that say where they come from', () => {
    const [found] = findMoments('on the 27th', { zone: SHANGHAI, reference });
    expect(found?.alternatives.map(boundsText)).toEqual(['2031-04-27T00:00 to 2031-04-28T00:00', '2031-05-27T00:00 to 2031-05-28T00:00']);
    expect(found?.alternatives.every(({ phrase }) => phrase === 'the 27th')).toBe(true);
  });
});
