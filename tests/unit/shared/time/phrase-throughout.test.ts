import { describe, expect, it } from 'vitest';
import { findMoments, interpretMoment } from '../../../../shared/time/index.ts';
import { boundsText, referenceOn } from '../../../support/reference.ts';
import { basisOf } from '../../../support/basis.ts';

const SHANGHAI = 'Asia/Shanghai';
/** A Monday. */
const reference = referenceOn('2031-05-19', SHANGHAI);

function found(text: string): readonly (readonly [string, string])[] {
  return findMoments(text, { zone: SHANGHAI, reference }).map(({ phrase, moment, reason }) => [phrase, moment?.edtf ?? reason]);
}

describe('what lasted all of a day, night, week, month or year', () => {
  it.each([
    ['throughout May', '2031-05/2031-05', '2031-05-01T00:00 to 2031-06-01T00:00'],
    ['throughout 2030', '2030/2030', '2030-01-01T00:00 to 2031-01-01T00:00'],
    ['the whole of last week', '2031-05-12/2031-05-18', '2031-05-12T00:00 to 2031-05-19T00:00'],
    ['all last week', '2031-05-12/2031-05-18', '2031-05-12T00:00 to 2031-05-19T00:00'],
    ['all day on 14 May', '2031-05-14/2031-05-14', '2031-05-14T00:00 to 2031-05-15T00:00'],
    ['yesterday all day', '2031-05-18/2031-05-18', '2031-05-18T00:00 to 2031-05-19T00:00'],
    ['all night', '2031-05-19T18:00/2031-05-20T05:59', '2031-05-19T18:00 to 2031-05-20T06:00'],
    ['all night on 14 May', '2031-05-14T18:00/2031-05-15T05:59', '2031-05-14T18:00 to 2031-05-15T06:00'],
    ['the whole morning of 14 May', '2031-05-14T05:00/2031-05-14T11:59', '2031-05-14T05:00 to 2031-05-14T12:00'],
    ['整个五月', '2031-05/2031-05', '2031-05-01T00:00 to 2031-06-01T00:00'],
    ['整个上周', '2031-05-12/2031-05-18', '2031-05-12T00:00 to 2031-05-19T00:00'],
    ['5月14日全天', '2031-05-14/2031-05-14', '2031-05-14T00:00 to 2031-05-15T00:00'],
    ['昨天一整天', '2031-05-18/2031-05-18', '2031-05-18T00:00 to 2031-05-19T00:00'],
    ['整夜', '2031-05-19T18:00/2031-05-20T05:59', '2031-05-19T18:00 to 2031-05-20T06:00'],
    ['昨天整夜', '2031-05-18T18:00/2031-05-19T05:59', '2031-05-18T18:00 to 2031-05-19T06:00'],
    ['2030年全年', '2030/2030', '2030-01-01T00:00 to 2031-01-01T00:00'],
  ])('%s', (text, edtf, bounds) => {
    const moment = interpretMoment(text, SHANGHAI, 'en', reference);
    expect(moment.edtf).toBe(edtf);
    expect(boundsText(moment)).toBe(bounds);
    expect(basisOf(moment)).toContain('An interval: it lasted from the one to the other.');
    expect(boundsText(interpretMoment(moment.edtf, moment.zone))).toBe(bounds);
  });

  it('is found beside its date, and is a manner of speaking without one', () => {
    expect(found('He called throughout May. All day on 14 May I was ill.')).toEqual([
      ['throughout May', '2031-05/2031-05'],
      ['All day on 14 May', '2031-05-14/2031-05-14'],
    ]);
    expect(found('All the staff, all of us, talk all day; 全天候、整天、终日、每天。')).toEqual([]);
  });
});

describe('two days named side by side', () => {
  it.each([
    ['on the 14th and 15th', ['2031-05-14', '2031-05-15']],
    ['on the 14th and the 16th', ['2031-05-14', '2031-05-16']],
    ['on 14 May and 15 May', ['2031-05-14', '2031-05-15']],
    ['14日、15日', ['2031-05-14', '2031-05-15']],
    ['5月14日、16日', ['2031-05-14', '2031-05-16']],
    ['5月14日和15日', ['2031-05-14', '2031-05-15']],
  ])('are each found: %s', (text, expected) => {
    expect(found(text).map(([, edtf]) => edtf)).toEqual(expected);
  });
});
