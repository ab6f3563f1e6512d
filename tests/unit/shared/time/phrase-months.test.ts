import { describe, expect, it } from 'vitest';
import { findMoments, interpretMoment } from '../../../../shared/time/index.ts';
import { referenceOn } from '../../../support/reference.ts';
import { basisOf } from '../../../support/basis.ts';

const SHANGHAI = 'Asia/Shanghai';
/** A Monday. */
const reference = referenceOn('2031-05-19', SHANGHAI);

/** The expression of every hit, or what must be asked with its readings. */
function read(text: string): readonly string[] {
  return findMoments(text, { zone: SHANGHAI, reference }).map(
    ({ moment, reason, alternatives }) => moment?.edtf ?? [reason, ...alternatives.map(({ edtf }) => edtf)].join(' '),
  );
}

describe('a month told by its side, counted from 19 May 2031', () => {
  it.each([
    ['last May', ['2030-05']],
    ['last December', ['2030-12']],
    ['next May', ['2032-05']],
    ['next March', ['2032-03']],
    ['May last year', ['2030-05']],
    ['the May before', ['2030-05']],
    ['去年五月', ['2030-05']],
    // Of this year, or of the one beside it.
    ['last March', ['yearUnclear 2030-03 2031-03']],
    ['next June', ['yearUnclear 2031-06 2032-06']],
    ['On 14 July 2029 he came. The May before, she left.', ['2029-07-14', '2029-05']],
    ['2029年7月14日他来了。前一年五月她走了。', ['2029-07-14', '2028-05']],
    ['the last may be; the March report; the May issue', []],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it('says from where in the basis', () => {
    expect(basisOf(interpretMoment('last May', SHANGHAI, 'en', reference))).toContain(
      'Counted from EX-0004, 19 May 2031: May 2030. “Last” and “next” leave out the month that is still running.',
    );
    expect(basisOf(interpretMoment('last May', SHANGHAI, 'zh-CN', reference), 'zh-CN')).toContain('尚未结束的当月不计在内。');
  });
});
