import { describe, expect, it } from 'vitest';
import { findMoments, interpretMoment } from '../../../../shared/time/index.ts';
import { referenceOn, refusalOf } from '../../../support/reference.ts';
import { basisOf } from '../../../support/basis.ts';

const NEW_YORK = 'America/New_York';
const LORD_HOWE = 'Australia/Lord_Howe';

function hours(text: string, zone: string, document?: string): number {
  const { earliest, latest } = interpretMoment(text, zone, 'en', document === undefined ? undefined : referenceOn(document, zone));
  return ((latest as number) - (earliest as number)) / 3_600_000;
}

function utc(text: string, zone: string): readonly string[] {
  const { earliest, latest } = interpretMoment(text, zone);
  return [earliest, latest].map((instant) => new Date(instant as number).toISOString().slice(0, 16));
}

describe('words for when, where clocks are changed', () => {
  it('a night lasts as long as it did', () => {
    expect(hours('the night of 14 May 2031', NEW_YORK)).toBe(12);
    expect(hours('the night of 8 March 2031', NEW_YORK)).toBe(11);
    expect(hours('the night of 1 November 2031', NEW_YORK)).toBe(13);
    expect(hours('the night of 4 October 2031', LORD_HOWE)).toBe(11.5);
    expect(hours('the night of 5 April 2031', LORD_HOWE)).toBe(12.5);
    expect(hours('2031年10月4日晚', LORD_HOWE)).toBe(11.5);
  });

  it('small hours with a gap or a fold', () => {
    expect(hours('the small hours of 9 March 2031', NEW_YORK)).toBe(5);
    expect(hours('the small hours of 2 November 2031', NEW_YORK)).toBe(7);
    expect(utc('the small hours of 9 March 2031', NEW_YORK)).toEqual(['2031-03-09T05:00', '2031-03-09T10:00']);
  });

  it('a part of a day is that of its own zone', () => {
    expect(utc('the evening of 14 May 2031', 'Asia/Kathmandu')).toEqual(['2031-05-14T11:15', '2031-05-14T18:15']);
    expect(utc('2031年5月14日晚', 'Asia/Shanghai')).toEqual(['2031-05-14T10:00', '2031-05-14T22:00']);
    expect(utc('mid-May 2031', 'Asia/Kathmandu')).toEqual(['2031-05-10T18:15', '2031-05-20T18:15']);
  });

  it('a day whose midnight was skipped begins when its clocks begin', () => {
    // Beirut sets its clocks forward at midnight.
    expect(utc('the small hours of 27 March 2022', 'Asia/Beirut')).toEqual(['2022-03-26T22:00', '2022-03-27T03:00']);
    expect(hours('the night of 26 March 2022', 'Asia/Beirut')).toBe(11);
  });

  it('a spoken time that the clocks skipped is refused, one they showed twice keeps both', () => {
    const autumn = referenceOn('2031-11-02', NEW_YORK);
    expect(refusalOf(() => interpretMoment('at half past two in the morning on 9 March 2031', NEW_YORK)).reason).toBe('gap');
    const twice = interpretMoment('half past one in the morning', NEW_YORK, 'en', autumn);
    expect(((twice.latest as number) - (twice.earliest as number)) / 60_000).toBe(61);
    expect(basisOf(twice)).toContain('happened twice');
  });

  it('counts days by the calendar and hours by the clock', () => {
    expect(hours('the following day', NEW_YORK, '2031-03-08')).toBe(23);
    expect(hours('three days ago', NEW_YORK, '2031-11-05')).toBe(25);
    const event = { ...referenceOn('2031-03-09T01:30', NEW_YORK), name: 'the call' };
    // Two hours after 01:30 the clocks showed 04:30, give or take half an hour.
    expect(interpretMoment('two hours later', NEW_YORK, 'en', event).edtf).toBe('[2031-03-09T04:00..2031-03-09T05:00]');
    const story = findMoments('On 9 March 2031 at 01:30 he called. Two hours later he came.', { zone: NEW_YORK });
    expect(story[1]?.moment?.edtf).toBe('[2031-03-09T04:00..2031-03-09T05:00]');
  });
});
