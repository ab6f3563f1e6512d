import { describe, expect, it } from 'vitest';
import { FailureError } from '../../../../shared/result.ts';
import { interpretMoment } from '../../../../shared/time/index.ts';
import type { Language } from '../../../../shared/model/language.ts';
import { basisHolding, basisOf } from '../../../support/basis.ts';

const SHANGHAI = 'Asia/Shanghai';

function bounds(text: string, zone = 'UTC'): readonly [string | null, string | null] {
  const { earliest, latest } = interpretMoment(text, zone);
  return [earliest === null ? null : new Date(earliest).toISOString(), latest === null ? null : new Date(latest).toISOString()];
}

function refusal(text: string, zone = SHANGHAI, language: Language = 'en'): string {
  try {
    interpretMoment(text, zone, language);
  } catch (error) {
    if (error instanceof FailureError && error.code === 'moment.invalid') return String(error.failure.values.problem);
    throw error;
  }
  throw new Error(`${text} was understood`);
}

describe('a moment read from EDTF', () => {
  it.each([
    ['2031-05-14', '2031-05-14T00:00:00.000Z', '2031-05-15T00:00:00.000Z', 'day'],
    ['2031-05', '2031-05-01T00:00:00.000Z', '2031-06-01T00:00:00.000Z', 'month'],
    ['2031', '2031-01-01T00:00:00.000Z', '2032-01-01T00:00:00.000Z', 'year'],
    ['2032-02', '2032-02-01T00:00:00.000Z', '2032-03-01T00:00:00.000Z', 'month'],
    ['2031-05-14T23:34:07', '2031-05-14T23:34:07.000Z', '2031-05-14T23:34:08.000Z', 'second'],
    ['2031-05-14T23:34', '2031-05-14T23:34:00.000Z', '2031-05-14T23:35:00.000Z', 'minute'],
    ['2031-05-14T23', '2031-05-14T23:00:00.000Z', '2031-05-15T00:00:00.000Z', 'hour'],
    ['2031-05-14T23:34:07Z', '2031-05-14T23:34:07.000Z', '2031-05-14T23:34:08.000Z', 'second'],
    ['2031-05-14T23:34:07+09:00', '2031-05-14T14:34:07.000Z', '2031-05-14T14:34:08.000Z', 'second'],
    ['2031-05-14T23:34:07-0330', '2031-05-15T03:04:07.000Z', '2031-05-15T03:04:08.000Z', 'second'],
    ['2031-05-14T23:34:07.25', '2031-05-14T23:34:07.250Z', '2031-05-14T23:34:07.260Z', 'second'],
    ['2031-05-14T23:34:07.123456', '2031-05-14T23:34:07.123Z', '2031-05-14T23:34:07.124Z', 'second'],
    ['2031-05-02/2031-05-11', '2031-05-02T00:00:00.000Z', '2031-05-12T00:00:00.000Z', 'interval'],
    ['2031-05-14T23:33/2031-05-15T00:07', '2031-05-14T23:33:00.000Z', '2031-05-15T00:08:00.000Z', 'interval'],
    ['[2031-05-14T23:33..2031-05-15T00:07]', '2031-05-14T23:33:00.000Z', '2031-05-15T00:08:00.000Z', 'interval'],
    ['[2031-05-16,2031-05-14]', '2031-05-14T00:00:00.000Z', '2031-05-17T00:00:00.000Z', 'interval'],
    ['2031-05-XX', '2031-05-01T00:00:00.000Z', '2031-06-01T00:00:00.000Z', 'month'],
    ['2031-XX', '2031-01-01T00:00:00.000Z', '2032-01-01T00:00:00.000Z', 'year'],
    ['2031-XX-XX', '2031-01-01T00:00:00.000Z', '2032-01-01T00:00:00.000Z', 'year'],
    ['203X', '2030-01-01T00:00:00.000Z', '2040-01-01T00:00:00.000Z', 'interval'],
    ['20XX', '2000-01-01T00:00:00.000Z', '2100-01-01T00:00:00.000Z', 'interval'],
    ['2031-05-1X', '2031-05-10T00:00:00.000Z', '2031-05-20T00:00:00.000Z', 'interval'],
    ['2031-02-2X', '2031-02-20T00:00:00.000Z', '2031-03-01T00:00:00.000Z', 'interval'],
    ['203X-02-29', '2032-02-29T00:00:00.000Z', '2036-03-01T00:00:00.000Z', 'interval'],
    ['2031-21', '2031-01-01T00:00:00.000Z', '2031-04-01T00:00:00.000Z', 'interval'],
    ['2031-24', '2031-10-01T00:00:00.000Z', '2032-01-01T00:00:00.000Z', 'interval'],
    ['2031-34', '2031-04-01T00:00:00.000Z', '2031-07-01T00:00:00.000Z', 'interval'],
    ['2031-39', '2031-09-01T00:00:00.000Z', '2032-01-01T00:00:00.000Z', 'interval'],
    ['2031-41', '2031-07-01T00:00:00.000Z', '2032-01-01T00:00:00.000Z', 'interval'],
  ])('%s lies from %s to before %s', (text, earliest, latest, precision) => {
    expect(bounds(text)).toEqual([earliest, latest]);
    expect(interpretMoment(text, 'UTC').precision).toBe(precision);
    expect(interpretMoment(text, 'UTC').edtf).toBe(text.replace('-0330', '-03:30'));
  });

  it('keeps an open or unknown bound open', () => {
    expect(bounds('../2031-05-15')).toEqual([null, '2031-05-16T00:00:00.000Z']);
    expect(bounds('/2031-05-15')).toEqual([null, '2031-05-16T00:00:00.000Z']);
    expect(bounds('2031-05-14/..')).toEqual(['2031-05-14T00:00:00.000Z', null]);
    expect(bounds('2031-05-14/')).toEqual(['2031-05-14T00:00:00.000Z', null]);
    expect(bounds('[..2031-05-14]')).toEqual([null, '2031-05-15T00:00:00.000Z']);
    expect(basisOf(interpretMoment('/2031-05-15', 'UTC'))).toContain('The start is not known.');
  });

  it('remembers the zone of a written offset, and the zone of local times', () => {
    expect(interpretMoment('2031-05-14T23:34:07+09:00', SHANGHAI).zone).toBe('+09:00');
    expect(interpretMoment('2031-05-14T23:34:07Z', SHANGHAI).zone).toBe('UTC');
    expect(interpretMoment('2031-05-14T23:34:07', SHANGHAI).zone).toBe(SHANGHAI);
    expect(interpretMoment('2031-05-14T23:34[Asia/Tokyo]', SHANGHAI).zone).toBe('Asia/Tokyo');
  });

  it('reads 24:00 as the next midnight and second 60 as the last of its minute, and says so', () => {
    expect(bounds('2031-12-31T24:00')).toEqual(['2032-01-01T00:00:00.000Z', '2032-01-01T00:01:00.000Z']);
    expect(interpretMoment('2031-12-31T24:00', 'UTC')).toMatchObject({
      edtf: '2032-01-01T00:00',
      phrase: '2031-12-31T24:00',
      basis: basisHolding('24:00'),
    });
    expect(bounds('2016-12-31T23:59:60Z')).toEqual(['2016-12-31T23:59:59.000Z', '2017-01-01T00:00:00.000Z']);
    expect(basisOf(interpretMoment('2016-12-31T23:59:60Z', 'UTC'))).toContain('leap second');
  });
});

describe('a qualifier', () => {
  it.each([
    ['2031-05-14~', '2031-05-13T00:00:00.000Z', '2031-05-16T00:00:00.000Z'],
    ['2031-05~', '2031-04-01T00:00:00.000Z', '2031-07-01T00:00:00.000Z'],
    ['2031~', '2030-01-01T00:00:00.000Z', '2033-01-01T00:00:00.000Z'],
    ['2031-05-14T23~', '2031-05-14T22:00:00.000Z', '2031-05-15T01:00:00.000Z'],
    ['2031-05-14T23:34~', '2031-05-14T23:33:00.000Z', '2031-05-14T23:36:00.000Z'],
    ['2031-05-14T23:30~', '2031-05-14T23:00:00.000Z', '2031-05-15T00:01:00.000Z'],
    ['2031-05-14T23:45~', '2031-05-14T23:30:00.000Z', '2031-05-15T00:01:00.000Z'],
    ['2031-05-14T23:34:07~', '2031-05-14T23:34:06.000Z', '2031-05-14T23:34:09.000Z'],
    ['2031-~05-14', '2031-04-14T00:00:00.000Z', '2031-06-15T00:00:00.000Z'],
    ['2031-05~-14', '2031-04-14T00:00:00.000Z', '2031-06-15T00:00:00.000Z'],
    ['203X~', '2020-01-01T00:00:00.000Z', '2050-01-01T00:00:00.000Z'],
    ['2031-05-14%', '2031-05-13T00:00:00.000Z', '2031-05-16T00:00:00.000Z'],
    ['2031-05-14?', '2031-05-14T00:00:00.000Z', '2031-05-15T00:00:00.000Z'],
  ])('%s widens to %s and %s', (text, earliest, latest) => {
    // Whole decades are widened by their length in days, which leap years make uneven.
    const [from, to] = bounds(text).map((bound) => Date.parse(bound as string));
    const slack = text === '203X~' ? 3 * 86_400_000 : 0;
    expect(Math.abs((from as number) - Date.parse(earliest))).toBeLessThanOrEqual(slack);
    expect(Math.abs((to as number) - Date.parse(latest))).toBeLessThanOrEqual(slack);
    const read = interpretMoment(text, 'UTC');
    expect([read.approximate, read.uncertain]).toEqual([!text.includes('?'), /[?%]/.test(text)]);
    expect(basisOf(read)).toContain('Marked');
  });

  it('of a round figure says why it is widened so far', () => {
    expect(basisOf(interpretMoment('2031-05-14T23:30~', SHANGHAI))).toContain(
      '23:30 is a round figure: widened by 30 minutes on each side',
    );
    expect(basisOf(interpretMoment('2031-05-14T23:30~', SHANGHAI, 'zh-CN'), 'zh-CN')).toContain('前后各放宽30分钟');
  });

  it('may stand at each end of an interval', () => {
    expect(bounds('2031-05-02~/2031-05-11')).toEqual(['2031-05-01T00:00:00.000Z', '2031-05-12T00:00:00.000Z']);
    expect(interpretMoment('2031-05-02~/2031-05-11', 'UTC')).toMatchObject({
      approximate: true,
      uncertain: false,
      edtf: '2031-05-02~/2031-05-11',
    });
  });
});

describe('a moment as people write it', () => {
  it.each([
    ['2031-05-14 23:34', '2031-05-14T23:34'],
    ['2031-05-14 23:34:07 +09:00', '2031-05-14T23:34:07+09:00'],
    ['2031-05-14 23:34:07 (UTC+09:00)', '2031-05-14T23:34:07+09:00'],
    ['2031-05-14 23:34 UTC', '2031-05-14T23:34Z'],
    ['2031/5/14 9:05', '2031-05-14T09:05'],
    ['14 May 2031 23:34', '2031-05-14T23:34'],
    ['14 May 2031, 23:34:07', '2031-05-14T23:34:07'],
    ['Wednesday 14 May 2031 at 11:34 pm', '2031-05-14T23:34'],
    ['Wed, 14 May 2031', '2031-05-14'],
    ['May 14th, 2031 12:05 a.m.', '2031-05-14T00:05'],
    ['14th of May 2031, 11 pm', '2031-05-14T23'],
    ['Sept 2031', '2031-09'],
    ['2031年5月14日23时34分', '2031-05-14T23:34'],
    ['2031年5月14日 23:34:07', '2031-05-14T23:34:07'],
    ['2031年5月14日（星期三）晚上11点半', '2031-05-14T23:30'],
    ['2031年5月14日下午3点', '2031-05-14T15'],
    ['2031年5月14日凌晨1点20分', '2031-05-14T01:20'],
    ['2031年5月', '2031-05'],
    ['2031年', '2031'],
    ['２０３１年５月１４日', '2031-05-14'],
    ['2031年5⽉14⽇', '2031-05-14'],
    ['about 14 May 2031 23:30', '2031-05-14T23:30~'],
    ['2031年5月14日23时30分许', '2031-05-14T23:30~'],
    ['大约2031年5月14日', '2031-05-14~'],
    ['between 14 May 2031 23:33 and 15 May 2031 00:07', '[2031-05-14T23:33..2031-05-15T00:07]'],
    ['between 14 May 2031 20:30 and 21:50', '[2031-05-14T20:30..2031-05-14T21:50]'],
    ['2031年5月14日晚上8点半至9:50 pm', '2031-05-14T20:30/2031-05-14T21:50'],
    ['2031年5月14日与2031年5月16日之间', '[2031-05-14..2031-05-16]'],
    ['from 2 May 2031 to 11 May 2031', '2031-05-02/2031-05-11'],
    ['2031年5月2日至2031年5月11日', '2031-05-02/2031-05-11'],
    ['14 May 2031 23:33 / 15 May 2031 00:07', '2031-05-14T23:33/2031-05-15T00:07'],
    ['14/5/2031', '2031-05-14'],
    ['5/14/2031', '2031-05-14'],
    ['5.5.2031', '2031-05-05'],
  ])('%s is %s', (text, edtf) => {
    const read = interpretMoment(text, SHANGHAI);
    expect(read.edtf).toBe(edtf);
    expect(read.phrase).toBe(text);
  });
});

describe('what is not clear is asked, never guessed', () => {
  it.each([
    ['5/6/2031', 'Is it 5 Jun 2031 or 6 May 2031?'],
    ['05-06-2031', 'Is it 5 Jun 2031 or 6 May 2031?'],
    ['5.6.2031 23:34', 'Is it 5 Jun 2031 or 6 May 2031?'],
    ['5/6/31', 'the year has two figures'],
    ['14 May', 'Which year is it?'],
    ['14 May 23:34', 'Which year is it?'],
    ['5月14日', 'Which year is it?'],
    ['23:34', 'Which day is it?'],
    ['Thursday 14 May 2031', '14 May 2031 is a Wednesday'],
    ['2031-05-14 23:34 CST', 'CST names more than one zone'],
    ['2031-05-14 23:34 Asia/Nowhere', 'Asia/Nowhere is not a time zone'],
    ['2031-02-30', 'no such date'],
    ['2031-13-01', 'no such date'],
    ['31 April 2031', 'no such date'],
    ['2031-05-14T25:00', 'no such time'],
    ['2031-05-14T23:61', 'no such time'],
    ['2031-05-14T24:01', 'no such time'],
    ['2031-05-14T23:34+19:00', 'offset'],
    ['2031-05-XXT23:34', 'whole date'],
    ['1850', 'between 1900 and 2200'],
    ['2201-01-01', 'between 1900 and 2200'],
    ['00XX', 'between 1900 and 2200'],
    ['2031-06-01/2031-05-01', 'end lies before the beginning'],
    ['between 14 May 2031 23:33 and 00:07', 'end lies before the beginning'],
    ['../..', 'at least one bound'],
    ['{2031-05-14,2031-05-15}', 'one event for each date'],
    ['2031-25', 'Enter the months'],
    ['', 'nothing was entered'],
    ['one evening', 'write a date such as'],
    ['2031-05-14 23:34 and later', 'write a date such as'],
  ])('%s: %s', (text, problem) => {
    expect(refusal(text)).toContain(problem);
  });

  it('in Chinese as well', () => {
    expect(refusal('5/6/2031', SHANGHAI, 'zh-CN')).toBe(
      '日与月可能颠倒。是2031年6月5日还是2031年5月6日？请用文字写出月份，或把年份写在最前',
    );
    expect(refusal('2031-03-09T02:30', 'America/New_York', 'zh-CN')).toContain('直接拨至');
  });

  it('refuses a zone nobody knows', () => {
    expect(refusal('2031-05-14', 'Mars/Olympus')).toContain('Mars/Olympus is not a time zone');
  });
});
