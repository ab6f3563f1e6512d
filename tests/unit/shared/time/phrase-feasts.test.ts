import { describe, expect, it } from 'vitest';
import { findMoments, interpretMoment } from '../../../../shared/time/index.ts';
import { referenceOn } from '../../../support/reference.ts';
import { basisOf } from '../../../support/basis.ts';

const SHANGHAI = 'Asia/Shanghai';
/** A Monday. */
const reference = referenceOn('2031-05-19', SHANGHAI);

function read(text: string): readonly string[] {
  return findMoments(text, { zone: SHANGHAI, reference }).map(({ moment, reason }) => moment?.edtf ?? reason);
}

describe('feasts, counted from 19 May 2031', () => {
  it.each([
    ['On Christmas Day 2030 he wrote.', ['2030-12-25']],
    ["on New Year's Eve", ['2030-12-31']],
    ["the night of New Year's Eve 2030", ['[2030-12-31T18:00..2031-01-01T05:59]']],
    ['2030年国庆节', ['2030-10-01']],
    ['去年国庆节晚上', ['[2030-10-01T18:00..2030-10-02T05:59]']],
    ['今年元旦', ['2031-01-01']],
    ['五一那天他来了。', ['2031-05-01']],
    ['2030年春节', ['feastMoves']],
    ['端午节他来了。', ['feastMoves']],
    ['中秋', ['feastMoves']],
    ['the Spring Festival', ['feastMoves']],
    ['五一路、五一广场、国庆节期间、元旦晚会、二五一、中秋晚会', []],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it('are named in the basis', () => {
    expect(basisOf(interpretMoment('Christmas Day 2030', SHANGHAI, 'en'))).toContain('A feast that lies on this day of every year.');
    expect(basisOf(interpretMoment('2030年国庆节', SHANGHAI, 'zh-CN'), 'zh-CN')).toContain('该节日每年均在此日。');
  });
});
