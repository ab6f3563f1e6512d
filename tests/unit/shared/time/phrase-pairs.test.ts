import { describe, expect, it } from 'vitest';
import { findMoments, interpretMoment } from '../../../../shared/time/index.ts';
import { boundsText, referenceOn } from '../../../support/reference.ts';
import type { Language } from '../../../../shared/model/language.ts';
import { basisOf } from '../../../support/basis.ts';

const SHANGHAI = 'Asia/Shanghai';
/** A Monday. */
const reference = referenceOn('2031-05-19', SHANGHAI);

function read(text: string): readonly string[] {
  return findMoments(text, { zone: SHANGHAI, reference }).map(
    ({ moment, reason, alternatives }) => moment?.edtf ?? [reason, ...alternatives.map(({ edtf }) => edtf)].join(' '),
  );
}

describe('two figures for one moment', () => {
  it.each([
    ['5月14日下午三四点', '2031-05-14T15:00 to 2031-05-14T17:00'],
    ['下午两三点钟', '2031-05-19T14:00 to 2031-05-19T16:00'],
    ['5月14日凌晨一两点', '2031-05-14T01:00 to 2031-05-14T03:00'],
    ['5月14日晚上十一二点', '2031-05-14T23:00 to 2031-05-15T01:00'],
    ['去年七八月', '2030-07-01T00:00 to 2030-09-01T00:00'],
    ['2030年十一二月', '2030-11-01T00:00 to 2031-01-01T00:00'],
    ['2030年六月到七八月', '2030-06-01T00:00 to 2030-09-01T00:00'],
    ['4月二十七八号', '2031-04-27T00:00 to 2031-04-29T00:00'],
    ['5月二三号', '2031-05-02T00:00 to 2031-05-04T00:00'],
    ['十七八天前', '2031-05-01T00:00 to 2031-05-03T00:00'],
    ["at three or four o'clock in the afternoon", '2031-05-19T14:30 to 2031-05-19T16:31'],
    ['two or three days later', '2031-05-21T00:00 to 2031-05-23T00:00'],
    // One figure stays one.
    ['5月二十三号', '2031-05-23T00:00 to 2031-05-24T00:00', '2031年'],
    ['下午三点', '2031-05-19T15:00 to 2031-05-19T16:00'],
  ])('%s', (text, bounds, year = '') => {
    const moment = interpretMoment(`${year}${text}`, SHANGHAI, 'en', reference);
    expect(boundsText(moment)).toBe(bounds);
    expect(boundsText(interpretMoment(moment.edtf, moment.zone))).toBe(bounds);
  });

  it('are both enclosed, and the basis says so', () => {
    const basis = (language: Language): string => basisOf(interpretMoment('下午三四点', SHANGHAI, language, reference), language);
    expect(basis('en')).toContain('One or the other of two figures: both are enclosed.');
    expect(basis('zh-CN')).toContain('两个数字择一：两者均予包含。');
  });

  it.each([
    ['三四点', ['halfDay [2031-05-19T03..2031-05-19T04] [2031-05-19T15..2031-05-19T16]']],
    ['七八月', ['yearUnclear [2030-07..2030-08] [2031-07..2031-08]']],
    ['二十七八号', ['monthUnclear [2031-04-27..2031-04-28] [2031-05-27..2031-05-28]']],
    ['二三十人，三五个人，十三四岁，第三四点，七八月饼', []],
  ])('are asked together what a single one is asked: %s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});
