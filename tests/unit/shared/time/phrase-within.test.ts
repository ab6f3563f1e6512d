import { describe, expect, it } from 'vitest';
import { findMoments, interpretMoment } from '../../../../shared/time/index.ts';
import { boundsText, referenceOn } from '../../../support/reference.ts';
import type { Language } from '../../../../shared/model/language.ts';
import { basisOf } from '../../../support/basis.ts';

const SHANGHAI = 'Asia/Shanghai';
/** A Monday. */
const reference = referenceOn('2031-05-19', SHANGHAI);

function found(text: string): readonly (readonly [string, string])[] {
  return findMoments(text, { zone: SHANGHAI, reference }).map(({ phrase, moment, reason }) => [phrase, moment?.edtf ?? reason]);
}

describe('a limit such as "within three days", counted from Monday 19 May 2031', () => {
  it.each([
    ['in three days', '2031-05-19T00:00 to 2031-05-23T00:00'],
    ["in three days' time", '2031-05-19T00:00 to 2031-05-23T00:00'],
    ['within a week', '2031-05-19T00:00 to 2031-05-27T00:00'],
    ['within a fortnight', '2031-05-19T00:00 to 2031-06-03T00:00'],
    ['within a month', '2031-05-19T00:00 to 2031-06-20T00:00'],
    ['within three days of 2 May', '2031-04-29T00:00 to 2031-05-06T00:00'],
    ['within three days after 2 May', '2031-05-02T00:00 to 2031-05-06T00:00'],
    ['within three days before 2 May', '2031-04-29T00:00 to 2031-05-03T00:00'],
    ['一周内', '2031-05-19T00:00 to 2031-05-27T00:00'],
    ['三日内', '2031-05-19T00:00 to 2031-05-23T00:00'],
    ['三天之内', '2031-05-19T00:00 to 2031-05-23T00:00'],
    ['两个月以内', '2031-05-19T00:00 to 2031-07-20T00:00'],
    ['5月2日起三日内', '2031-05-02T00:00 to 2031-05-06T00:00'],
    ['5月2日后三天内', '2031-05-02T00:00 to 2031-05-06T00:00'],
  ])('%s', (text, bounds) => {
    const moment = interpretMoment(text, SHANGHAI, 'en', reference);
    expect(boundsText(moment)).toBe(bounds);
    expect(boundsText(interpretMoment(moment.edtf, moment.zone))).toBe(bounds);
  });

  it('is called one in the basis', () => {
    const basis = (text: string, language: Language): string => basisOf(interpretMoment(text, SHANGHAI, language, reference), language);
    expect(basis('within three days', 'en')).toContain('A limit, not a count: taken as 0 to 3 days.');
    expect(basis('within three days of 2 May', 'en')).toContain('A limit, not a count: taken as 0 to 3 days on either side.');
    expect(basis('三日内', 'zh-CN')).toContain('所说的是限期而非确数：按0至3天计。');
  });

  it('counts from where the account stands, and from the reference what is still to come', () => {
    expect(found('On 2 May he wrote. Within three days I answered. I will leave in a week.')).toEqual([
      ['2 May', '2031-05-02'],
      ['Within three days', '[2031-05-02..2031-05-05]'],
      ['in a week', '[2031-05-19..2031-05-26]'],
    ]);
    expect(found('5月2日他来信。三天内我回了信。')).toEqual([
      ['5月2日', '2031-05-02'],
      ['三天内', '[2031-05-02..2031-05-05]'],
    ]);
  });

  it.each([
    'You must answer within 30 days of receipt. He read it in three days.',
    'The employer shall reply within three days.',
    '应当在15日内作出决定。收到通知之日起三日内可以申请复核。',
  ])('is no event where it is a duty, or how long something took: %s', (text) => {
    expect(found(text)).toEqual([]);
  });
});
