import { describe, expect, it } from 'vitest';
import { findMoments, interpretMoment } from '../../../../shared/time/index.ts';
import { boundsText, referenceOn } from '../../../support/reference.ts';
import { basisOf } from '../../../support/basis.ts';

const SHANGHAI = 'Asia/Shanghai';
/** A Monday. */
const reference = referenceOn('2031-05-19', SHANGHAI);
const read = (text: string) => interpretMoment(text, SHANGHAI, 'en', reference);

describe('English words for when, counted from Monday 19 May 2031 in Shanghai', () => {
  it.each([
    // Parts of a day.
    ['Friday (16/5) night', '2031-05-16T18:00 to 2031-05-17T06:00', 'part-of-day'],
    ['on the evening of 14 May', '2031-05-14T17:00 to 2031-05-15T00:00', 'part-of-day'],
    ['the night of 14 May 2031', '2031-05-14T18:00 to 2031-05-15T06:00', 'part-of-day'],
    ['in the small hours of the 15th', '2031-05-15T00:00 to 2031-05-15T06:00', 'part-of-day'],
    ['the morning of 14 May', '2031-05-14T05:00 to 2031-05-14T12:00', 'part-of-day'],
    ['late afternoon on 14 May', '2031-05-14T15:00 to 2031-05-14T19:00', 'part-of-day'],
    ['yesterday evening', '2031-05-18T17:00 to 2031-05-19T00:00', 'part-of-day'],
    ['last night', '2031-05-18T18:00 to 2031-05-19T06:00', 'part-of-day'],
    ['tonight', '2031-05-19T18:00 to 2031-05-20T06:00', 'part-of-day'],
    ['this morning', '2031-05-19T05:00 to 2031-05-19T12:00', 'part-of-day'],
    ['the following morning', '2031-05-20T05:00 to 2031-05-20T12:00', 'part-of-day'],
    ['the night before', '2031-05-18T18:00 to 2031-05-19T06:00', 'part-of-day'],
    ['the night before 14 May', '2031-05-13T18:00 to 2031-05-14T06:00', 'part-of-day'],
    ['the night of 14-15 May', '2031-05-14T18:00 to 2031-05-15T06:00', 'part-of-day'],
    ['the night before, on 15 May', '2031-05-15T18:00 to 2031-05-16T06:00', 'part-of-day'],
    // With a clock.
    ['at about ten that night', '2031-05-19T21:30 to 2031-05-19T22:31', 'minute'],
    ['half past eleven at night', '2031-05-19T23:30 to 2031-05-19T23:31', 'minute'],
    ['a quarter to eight in the evening on 14 May', '2031-05-14T19:45 to 2031-05-14T19:46', 'minute'],
    ['at two in the morning on the 15th', '2031-05-15T01:30 to 2031-05-15T02:31', 'minute'],
    ['around noon', '2031-05-19T11:30 to 2031-05-19T12:31', 'minute'],
    ['Monday 12 May at 9.30 am', '2031-05-12T09:30 to 2031-05-12T09:31', 'minute'],
    ['14 May at 11 pm', '2031-05-14T23:00 to 2031-05-15T00:00', 'hour'],
    ['between 23:33 and 00:07', '2031-05-19T23:33 to 2031-05-20T00:08', 'interval'],
    ['between ten and eleven that night', '2031-05-19T21:30 to 2031-05-19T23:31', 'interval'],
    ['14 May, 23:30 to 01:00', '2031-05-14T23:30 to 2031-05-15T01:01', 'interval'],
    ['from 8.15 pm to 9.50 pm on 14 May', '2031-05-14T20:15 to 2031-05-14T21:51', 'interval'],
    // Days.
    ['14 May', '2031-05-14T00:00 to 2031-05-15T00:00', 'day'],
    ['the second of May', '2031-05-02T00:00 to 2031-05-03T00:00', 'day'],
    ['on the 12th', '2031-05-12T00:00 to 2031-05-13T00:00', 'day'],
    ['nine days after 2 May', '2031-05-11T00:00 to 2031-05-12T00:00', 'day'],
    ['the Wednesday before', '2031-05-14T00:00 to 2031-05-15T00:00', 'day'],
    ['the Wednesday before 14 May', '2031-05-07T00:00 to 2031-05-08T00:00', 'day'],
    ['last Friday', '2031-05-16T00:00 to 2031-05-17T00:00', 'day'],
    ['Friday', '2031-05-16T00:00 to 2031-05-17T00:00', 'day'],
    ['Monday', '2031-05-12T00:00 to 2031-05-13T00:00', 'day'],
    ['the following Monday', '2031-05-26T00:00 to 2031-05-27T00:00', 'day'],
    ['Tuesday last week', '2031-05-13T00:00 to 2031-05-14T00:00', 'day'],
    ['the following day', '2031-05-20T00:00 to 2031-05-21T00:00', 'day'],
    ['three days ago', '2031-05-16T00:00 to 2031-05-17T00:00', 'day'],
    ['the day before yesterday', '2031-05-17T00:00 to 2031-05-18T00:00', 'day'],
    ['a week later, on Thursday', '2031-05-29T00:00 to 2031-05-30T00:00', 'day'],
    ['the 15th of last month', '2031-04-15T00:00 to 2031-04-16T00:00', 'day'],
    ['12 and 13 May', '2031-05-12T00:00 to 2031-05-14T00:00', 'interval'],
    ['2–11 May 2031', '2031-05-02T00:00 to 2031-05-12T00:00', 'interval'],
    ['from 30 December to 2 January 2031', '2030-12-30T00:00 to 2031-01-03T00:00', 'interval'],
    ['from the 14th to the 16th of May', '2031-05-14T00:00 to 2031-05-17T00:00', 'interval'],
    ['the week of 12 May', '2031-05-12T00:00 to 2031-05-19T00:00', 'interval'],
    ['the week of 7 May', '2031-05-05T00:00 to 2031-05-14T00:00', 'interval'],
    ['the second Friday in May', '2031-05-09T00:00 to 2031-05-10T00:00', 'day'],
    ['the last Monday of April', '2031-04-28T00:00 to 2031-04-29T00:00', 'day'],
    // From one side only.
    ['since 2 May', '2031-05-02T00:00 to open', 'interval'],
    ['until 11 May', 'open to 2031-05-12T00:00', 'interval'],
    ['by 14 May', 'open to 2031-05-15T00:00', 'interval'],
    ['before 14 May', 'open to 2031-05-14T00:00', 'interval'],
    ['after the evening of 14 May', '2031-05-15T00:00 to open', 'interval'],
    ['shortly after midnight on 15 May', '2031-05-15T00:00 to 2031-05-15T00:31', 'interval'],
    ['just before midnight on 14 May', '2031-05-14T23:30 to 2031-05-15T00:01', 'interval'],
    ['around 9-10 pm on 14 May', '2031-05-14T20:00 to 2031-05-15T00:00', 'interval'],
    // Longer and vaguer.
    ['a year and a half ago', '2029-05-20T00:00 to 2030-05-22T00:00', 'interval'],
    ['more than a month ago', '2031-03-04T00:00 to 2031-05-05T00:00', 'interval'],
    ['early to mid-June 2030', '2030-06-01T00:00 to 2030-06-21T00:00', 'interval'],
    ['two weeks later', '2031-05-30T00:00 to 2031-06-06T00:00', 'interval'],
    ['three weeks ago', '2031-04-25T00:00 to 2031-05-02T00:00', 'interval'],
    ['a few days after', '2031-05-21T00:00 to 2031-05-29T00:00', 'interval'],
    ['a couple of days later', '2031-05-21T00:00 to 2031-05-23T00:00', 'interval'],
    ['two or three days later', '2031-05-21T00:00 to 2031-05-23T00:00', 'interval'],
    ['last week', '2031-05-12T00:00 to 2031-05-19T00:00', 'interval'],
    ['this month', '2031-05-01T00:00 to 2031-06-01T00:00', 'month'],
    ['last month', '2031-04-01T00:00 to 2031-05-01T00:00', 'month'],
    ['mid-May', '2031-05-11T00:00 to 2031-05-21T00:00', 'interval'],
    ['early March', '2031-03-01T00:00 to 2031-03-11T00:00', 'interval'],
    ['late February', '2031-02-21T00:00 to 2031-03-01T00:00', 'interval'],
    ['the end of April', '2031-04-21T00:00 to 2031-05-01T00:00', 'interval'],
    ['early 2031', '2031-01-01T00:00 to 2031-05-01T00:00', 'interval'],
    ['in 2018', '2018-01-01T00:00 to 2019-01-01T00:00', 'year'],
    ['Q3 2021', '2021-07-01T00:00 to 2021-10-01T00:00', 'interval'],
    ['the first half of 2030', '2030-01-01T00:00 to 2030-07-01T00:00', 'interval'],
    ['last year', '2030-01-01T00:00 to 2031-01-01T00:00', 'year'],
  ])('%s', (text, bounds, precision) => {
    const moment = read(text);
    expect(boundsText(moment)).toBe(bounds);
    expect(moment.precision).toBe(precision);
    expect(moment.phrase).toBe(text);
    const again = interpretMoment(moment.edtf, moment.zone);
    expect([again.earliest, again.latest]).toEqual([moment.earliest, moment.latest]);
  });

  it('says every step in the basis', () => {
    expect(basisOf(read('Friday'))).toBe(
      '“Friday” read as the Friday before EX-0004, 19 May 2031: 16 May 2031. The whole day in Asia/Shanghai.',
    );
    expect(basisOf(read('the night of 14 May'))).toBe(
      'The year is not written: read as 14 May 2031, counted from EX-0004, 19 May 2031. Night: 18:00 to 06:00 of the next day. Read as local time in Asia/Shanghai. A single moment somewhere between the bounds.',
    );
    expect(basisOf(read('a few days after'))).toContain('A vague count: taken as 2 to 9 days.');
    expect(basisOf(read('Q3 2021'))).toContain('Part of the year: July to September.');
    expect(basisOf(read('May last year'))).toContain('The year was counted from EX-0004, 19 May 2031: 2030.');
    expect(basisOf(read('two weeks later'))).toContain('A count of weeks is seldom exact');
    expect(basisOf(read('between 23:33 and 00:07'))).toContain('00:07 lies after midnight, on 20 May 2031.');
    expect(basisOf(read('at about ten that night'))).toContain('Read as 22:00 on the 24-hour clock.');
  });

  it('counts hours from an event that has one', () => {
    const event = referenceOn('2031-05-14T23:33', SHANGHAI, 'the last message');
    const after = (text: string): string => boundsText(interpretMoment(text, SHANGHAI, 'en', event));
    expect(after('two hours later')).toBe('2031-05-15T01:03 to 2031-05-15T02:04');
    expect(after('ten minutes later')).toBe('2031-05-14T23:38 to 2031-05-14T23:49');
    expect(after('the following morning')).toBe('2031-05-15T05:00 to 2031-05-15T12:00');
    expect(after('at two')).toBe('2031-05-15T01:30 to 2031-05-15T02:31');
    expect(basisOf(interpretMoment('two hours later', SHANGHAI, 'en', event))).toContain('Counted from the last message');
  });

  it('is as wide as the reference', () => {
    const wide = referenceOn('2031-05-19/2031-05-21', SHANGHAI);
    const from = (text: string): string => boundsText(interpretMoment(text, SHANGHAI, 'en', wide));
    expect(from('the following day')).toBe('2031-05-20T00:00 to 2031-05-23T00:00');
    expect(from('yesterday evening')).toBe('2031-05-18T17:00 to 2031-05-21T00:00');
    expect(from('three days ago')).toBe('2031-05-16T00:00 to 2031-05-19T00:00');
    expect(from('the Tuesday before')).toBe('2031-05-13T00:00 to 2031-05-21T00:00');
  });

  it('carries that width on through an account', () => {
    const wide = referenceOn('2031-05-19/2031-05-20', SHANGHAI);
    const found = findMoments('Yesterday evening he called. The following day I answered.', { zone: SHANGHAI, reference: wide });
    expect(found.map(({ moment }) => moment && boundsText(moment))).toEqual([
      '2031-05-18T17:00 to 2031-05-20T00:00',
      '2031-05-19T00:00 to 2031-05-21T00:00',
    ]);
  });

  it('reads the reference in the zone of its own date', () => {
    // 19 May in Shanghai is still the evening of the 18th in New York.
    const there = { ...reference, zone: SHANGHAI };
    const yesterday = interpretMoment('yesterday', 'America/New_York', 'en', there);
    expect(boundsText(yesterday)).toBe('2031-05-18T00:00 to 2031-05-19T00:00');
    expect(yesterday.zone).toBe('America/New_York');
  });
});
