import { describe, expect, it } from 'vitest';
import { findMoments, type FoundMoment } from '../../../shared/time/index.ts';
import { referenceOn } from '../../support/reference.ts';

const SHANGHAI = 'Asia/Shanghai';
const reference = referenceOn('2031-05-26', SHANGHAI);

function found(text: string, from = reference): readonly FoundMoment[] {
  return findMoments(text, { zone: SHANGHAI, reference: from });
}

/** The expression of every hit, or what must be asked with its readings. */
function read(text: string, from = reference): readonly string[] {
  return found(text, from).map(
    ({ moment, reason, alternatives }) => moment?.edtf ?? [reason, ...alternatives.map(({ edtf }) => edtf)].join(' '),
  );
}

describe('a step back', () => {
  it.each([
    [
      '五月十五日早上七点十分我醒来。前一天夜里十一点半前后，有一位男同事要了备用房卡。上午九点零五分左右我离开酒店。',
      ['2031-05-15T07:10', '2031-05-14T23:30~', '2031-05-15T09:05~'],
    ],
    [
      'On 15 May I woke up. The night before, he had called. The next day I told her.',
      ['2031-05-15', '[2031-05-14T18:00..2031-05-15T05:59]', '2031-05-16'],
    ],
    ['On 15 May I woke up. Two days earlier he had called. At 09:05 I left.', ['2031-05-15', '2031-05-13', '2031-05-15T09:05']],
    ['On 15 May I woke up. The Monday before, he had called. At 09:05 I left.', ['2031-05-15', '2031-05-12', '2031-05-15T09:05']],
    ['5月15日他来了。之前三天他没有来过。当天下午两点我走了。', ['2031-05-15', '[2031-05-12..2031-05-15]', '2031-05-15T14']],
    ['5月15日他来了。昨天我才想起来。次日我报了警。', ['2031-05-15', '2031-05-25', '2031-05-16']],
  ])('does not move the account: %s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it('moves it forward again only with a step forward', () => {
    expect(read('On 15 May I woke up. The next day I told her. The day before, I could not. At 14:10 I left.')).toEqual([
      '2031-05-15',
      '2031-05-16',
      '2031-05-15',
      '2031-05-16T14:10',
    ]);
  });

  it('is where an account begins that stands nowhere yet', () => {
    expect(read('Yesterday evening he called. The following day I answered.')).toEqual([
      '[2031-05-25T17:00..2031-05-25T23:59]',
      '2031-05-26',
    ]);
  });

  it('leaves open, in its own sentence, which of the two days is meant', () => {
    expect(read('On 15 May I woke up. The day before, he had come, at 14:10 he left. At 15:20 I went.')).toEqual([
      '2031-05-15',
      '2031-05-14',
      'storyUnclear 2031-05-15T14:10 2031-05-14T14:10',
      '2031-05-15T15:20',
    ]);
  });
});
