import { describe, expect, it } from 'vitest';
import {
  formatBounds,
  formatDuration,
  formatInstant,
  formatMoment,
  formatZone,
  interpretMoment,
  type TimeFormat,
} from '../../../../shared/time/index.ts';
import { languages } from '../../../../shared/model/language.ts';

const ZONE = 'Asia/Shanghai';
const AT = Date.parse('2031-05-14T15:34:07Z');

function written(text: string, format: Partial<TimeFormat> = {}, zone = ZONE): string {
  return formatMoment(interpretMoment(text, zone), { language: 'en', zone: ZONE, ...format });
}

describe('a moment, written', () => {
  it.each([
    ['2031-05-14', '14 May 2031 (UTC+08:00)', '2031年5月14日（UTC+08:00）'],
    ['2031-08', 'Aug 2031 (UTC+08:00)', '2031年8月（UTC+08:00）'],
    ['2031', '2031 (UTC+08:00)', '2031年（UTC+08:00）'],
    ['2031-05-14T23:34:07', '14 May 2031, 23:34:07 (UTC+08:00)', '2031年5月14日 23:34:07（UTC+08:00）'],
    ['2031-05-14T23:34:07.25', '14 May 2031, 23:34:07.250 (UTC+08:00)', '2031年5月14日 23:34:07.250（UTC+08:00）'],
    ['2031-05-14T00:00', '14 May 2031, 00:00 (UTC+08:00)', '2031年5月14日 00:00（UTC+08:00）'],
    [
      '2031-05-14T23',
      'between 14 May 2031, 23:00 and 15 May 2031, 00:00 (UTC+08:00)',
      '2031年5月14日 23:00与2031年5月15日 00:00之间（UTC+08:00）',
    ],
    ['2031-05-14T23:30~', 'about 14 May 2031, 23:30 (UTC+08:00)', '约2031年5月14日 23:30（UTC+08:00）'],
    ['2031-05-14?', '14 May 2031, doubtful (UTC+08:00)', '2031年5月14日，存疑（UTC+08:00）'],
    ['2031-05-14%', 'about 14 May 2031, doubtful (UTC+08:00)', '约2031年5月14日，存疑（UTC+08:00）'],
    ['2031-05-02/2031-05-11', 'from 2 May 2031 to 11 May 2031 (UTC+08:00)', '2031年5月2日至2031年5月11日（UTC+08:00）'],
    [
      '[2031-05-14T23:33..2031-05-15T00:07]',
      'between 14 May 2031, 23:33 and 15 May 2031, 00:07 (UTC+08:00)',
      '2031年5月14日 23:33与2031年5月15日 00:07之间（UTC+08:00）',
    ],
    [
      '[2031-05-14T20:30..2031-05-14T21:50~]',
      'between 14 May 2031, 20:30 and about 21:50 (UTC+08:00)',
      '2031年5月14日 20:30与约21:50之间（UTC+08:00）',
    ],
    [
      '2031-05-14T22:58/2031-05-14T23:12:07',
      'from 14 May 2031, 22:58 to 23:12:07 (UTC+08:00)',
      '2031年5月14日 22:58至23:12:07（UTC+08:00）',
    ],
    ['2031-05-14T10', 'between 14 May 2031, 10:00 and 11:00 (UTC+08:00)', '2031年5月14日 10:00与11:00之间（UTC+08:00）'],
    ['../2031-05-15', 'on or before 15 May 2031 (UTC+08:00)', '2031年5月15日或之前（UTC+08:00）'],
    ['../2031-05-15T00:07', 'at or before 15 May 2031, 00:07 (UTC+08:00)', '2031年5月15日 00:07或之前（UTC+08:00）'],
    ['../2031-05', 'in or before May 2031 (UTC+08:00)', '2031年5月或之前（UTC+08:00）'],
    ['2031-05-14T23:30/..', '14 May 2031, 23:30 or later (UTC+08:00)', '2031年5月14日 23:30或之后（UTC+08:00）'],
    ['/2031-05-15', 'until 15 May 2031, start not known (UTC+08:00)', '至2031年5月15日止，开始时间不详（UTC+08:00）'],
    ['2031-05-14/', 'from 14 May 2031, end not known (UTC+08:00)', '自2031年5月14日起，结束时间不详（UTC+08:00）'],
    ['203X', 'between 1 Jan 2030 and 31 Dec 2039 (UTC+08:00)', '2030年1月1日与2039年12月31日之间（UTC+08:00）'],
    ['2031-33', 'between 1 Jan 2031 and 31 Mar 2031 (UTC+08:00)', '2031年1月1日与2031年3月31日之间（UTC+08:00）'],
  ])('%s is "%s" and "%s"', (text, english, chinese) => {
    expect(written(text)).toBe(english);
    expect(written(text, { language: 'zh-CN' })).toBe(chinese);
  });

  it('in full has weekday, month by its whole name and the zone by its name', () => {
    expect(written('2031-08-14T23:34:07', { style: 'full' })).toBe('Thursday, 14 August 2031, 23:34:07 (Asia/Shanghai, UTC+08:00)');
    expect(written('2031-08-14T23:34:07', { style: 'full', language: 'zh-CN' })).toBe(
      '2031年8月14日（星期四） 23:34:07（Asia/Shanghai，UTC+08:00）',
    );
  });

  it('in full says what "about" means', () => {
    expect(written('2031-05-14T23:30~', { style: 'full' })).toBe(
      'about Wednesday, 14 May 2031, 23:30 (Asia/Shanghai, UTC+08:00), that is between Wednesday, 14 May 2031, 23:00 and Thursday, 15 May 2031, 00:01',
    );
  });

  it('shows both zones where the source used another', () => {
    expect(written('2031-05-14T23:34:07+09:00')).toBe('14 May 2031, 22:34:07 (UTC+08:00; in the source 14 May 2031, 23:34:07, UTC+09:00)');
    expect(written('2031-05-14T23:34:07+09:00', { language: 'zh-CN' })).toBe(
      '2031年5月14日 22:34:07（UTC+08:00；来源所记为2031年5月14日 23:34:07，UTC+09:00）',
    );
    expect(written('2031-05-14', {}, 'Asia/Tokyo')).toBe(
      '14 May 2031 (UTC+09:00), that is between 13 May 2031, 23:00 and 14 May 2031, 23:00 (UTC+08:00)',
    );
  });

  it('does not repeat a zone that shows the same', () => {
    expect(written('2031-05-14T23:34+08:00')).toBe('14 May 2031, 23:34 (UTC+08:00)');
    expect(written('2031-05-14T23:34', {}, 'Asia/Taipei')).toBe('14 May 2031, 23:34 (UTC+08:00)');
  });

  it('leaves the zone out only where asked to, and never another one of the source', () => {
    expect(written('2031-05-14T23:34', { zoneShown: false })).toBe('14 May 2031, 23:34');
    expect(written('2031-05-14T23:34+09:00', { zoneShown: false })).toContain('in the source 14 May 2031, 23:34, UTC+09:00');
  });

  it('shows the bounds where they no longer are what the text says, as after the correction of a clock', () => {
    const recorded = interpretMoment('2031-05-14T23:34:07', ZONE);
    const corrected = { ...recorded, earliest: (recorded.earliest as number) - 434_000, latest: (recorded.latest as number) - 430_000 };
    expect(formatMoment(corrected, { language: 'en', zone: ZONE })).toBe('between 14 May 2031, 23:26:53 and 23:26:58 (UTC+08:00)');
    expect(formatMoment({ ...corrected, earliest: null }, { language: 'en', zone: ZONE })).toBe('before 14 May 2031, 23:26:58 (UTC+08:00)');
    expect(formatMoment({ ...corrected, earliest: null, latest: null }, { language: 'en', zone: ZONE })).toBe('at a time not known');
  });

  it('names both offsets when the clocks were changed in between', () => {
    expect(formatMoment(interpretMoment('2031-11-02', 'America/New_York'), { language: 'en', zone: 'America/New_York' })).toBe(
      '2 Nov 2031 (UTC-04:00 to UTC-05:00)',
    );
  });

  it('can be read back: what is printed gives the same bounds again', () => {
    for (const text of [
      '2031-05-14',
      '2031-05-14T23:34',
      '2031-05-14T23:34:07',
      '2031-05-14T23:30~',
      '2031-08',
      '2031-05-02/2031-05-11',
      '[2031-05-14T23:33..2031-05-15T00:07]',
      '2031-05-14T20:30/2031-05-14T21:50~',
    ]) {
      const moment = interpretMoment(text, ZONE);
      for (const language of languages) {
        const again = interpretMoment(formatMoment(moment, { language, zone: ZONE, zoneShown: false }), ZONE);
        expect([again.edtf, again.earliest, again.latest], `${text} ${language}`).toEqual([moment.edtf, moment.earliest, moment.latest]);
      }
    }
    expect(interpretMoment('14 May 2031, 23:34:07 (UTC+08:00)', 'UTC').earliest).toBe(AT);
    expect(interpretMoment('2031年5月14日 23:34:07（UTC+08:00）', 'UTC').earliest).toBe(AT);
  });

  it('bounds alone are to the second', () => {
    expect(formatBounds(interpretMoment('2031-05-14', ZONE), { language: 'en', zone: ZONE })).toBe(
      'between 14 May 2031, 00:00 and 15 May 2031, 00:00 (UTC+08:00)',
    );
  });
});

describe('instants, zones and lengths of time, written', () => {
  it('an instant has its seconds', () => {
    expect(formatInstant(AT, { language: 'en', zone: ZONE })).toBe('14 May 2031, 23:34:07 (UTC+08:00)');
    expect(formatInstant(AT, { language: 'zh-CN', zone: 'Asia/Kathmandu' })).toBe('2031年5月14日 21:19:07（UTC+05:45）');
    expect(formatInstant(AT + 999, { language: 'en', zone: 'UTC', style: 'full' })).toBe('Wednesday, 14 May 2031, 15:34:07 (UTC+00:00)');
    expect(formatZone(AT, { language: 'en', zone: ZONE, style: 'full' })).toBe('Asia/Shanghai, UTC+08:00');
  });

  it.each([
    [0, '0 s', '0 seconds', '0秒'],
    [250, '250 ms', '250 milliseconds', '250毫秒'],
    [1000, '1 s', '1 second', '1秒'],
    [432_000, '7 min 12 s', '7 minutes 12 seconds', '7分12秒'],
    [3_600_000, '1 h', '1 hour', '1小时'],
    [446_400_000, '5 d 4 h', '5 days 4 hours', '5天4小时'],
    [446_400_000 + 3_599_999, '5 d 4 h', '5 days 4 hours', '5天4小时'],
    [86_400_000 + 60_000, '1 d', '1 day', '1天'],
    [-432_000, 'minus 7 min 12 s', 'minus 7 minutes 12 seconds', '负7分12秒'],
  ])('%i ms are "%s", "%s", "%s"', (length, short, full, chinese) => {
    expect(formatDuration(length, { language: 'en' })).toBe(short);
    expect(formatDuration(length, { language: 'en', style: 'full' })).toBe(full);
    expect(formatDuration(length, { language: 'zh-CN' })).toBe(chinese);
  });
});
