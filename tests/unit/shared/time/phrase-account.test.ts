import { describe, expect, it } from 'vitest';
import { findMoments, type FoundMoment } from '../../../../shared/time/index.ts';
import { referenceOn } from '../../../support/reference.ts';
import { basisOf } from '../../../support/basis.ts';

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

describe('an hour without its half of the day', () => {
  it.each([
    [
      '五月十四日下午两点我们入住。大约六点半开始。七点四十分左右他拍了照。大约八点半他碰了我。二十三点十二分我下车。第二天早晨我醒来。',
      [
        '2031-05-14T14',
        '2031-05-14T18:30~',
        '2031-05-14T19:40~',
        '2031-05-14T20:30~',
        '2031-05-14T23:12',
        '[2031-05-15T04:00..2031-05-15T08:59]',
      ],
    ],
    ['On 14 May at 14:00 we arrived. It began at half past six.', ['2031-05-14T14:00', '2031-05-14T18:30']],
    ['On 14 May at 22:00 he called. He knocked at two.', ['2031-05-14T22:00', '2031-05-15T02:00~']],
    ['On 14 May we met. Dinner began at about half past six.', ['2031-05-14', '2031-05-14T18:30~']],
    ['On 14 May we met for dinner. It began at about ten.', ['2031-05-14', '2031-05-14T22:00~']],
    ['On 14 May we had dinner at 6:30.', ['2031-05-14', '2031-05-14T18:30']],
    ['5月14日，早餐七点半开始，晚饭七点半开始。', ['2031-05-14', '2031-05-14T07:30', '2031-05-14T19:30']],
    ['5月14日六点下班。', ['2031-05-14T18']],
    ['5月21日例会十点开始。', ['2031-05-21', '2031-05-21T10']],
    ['On 14 May we had lunch from 12:30 to 2.', ['2031-05-14', '2031-05-14T12:30/2031-05-14T14:00~']],
  ])('is told by the account or by a word beside it: %s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it('says in the basis what told it', () => {
    const [, next] = found('On 14 May at 14:00 we arrived. It began at half past six.');
    expect(basisOf(next?.moment)).toContain('No part of the day is written: read as 18:30, the first 6:30 after 14:00.');
    const [, word] = found('On 14 May we met. Dinner began at half past six.');
    expect(basisOf(word?.moment)).toContain('No part of the day is written: read as 18:30, because “Dinner” stands beside it.');
  });

  it.each([
    ['5月14日我去了。大约六点半他来了。', ['2031-05-14', 'halfDay 2031-05-14T06:30~ 2031-05-14T18:30~']],
    ['5月14日六点半他来了。', ['halfDay 2031-05-14T06:30 2031-05-14T18:30']],
    ['On 14 May I went there. He came at about ten.', ['2031-05-14', 'halfDay 2031-05-14T10:00~ 2031-05-14T22:00~']],
    // The account has passed both halves, or a word contradicts it.
    ['On 14 May at 22:00 he called. It began at half past seven.', ['2031-05-14T22:00', 'halfDay 2031-05-14T07:30 2031-05-14T19:30']],
    ['On 14 May at 09:00 he called. Breakfast was at seven.', ['2031-05-14T09:00', 'halfDay 2031-05-14T07:00~ 2031-05-14T19:00~']],
  ])('is asked with both halves of that day where nothing tells: %s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it('leaves the day of the account known while it is asked', () => {
    expect(read('5月14日我去了。大约六点半他来了。七点钟他走了。二十三点十二分我下车。第二天早晨我醒来。')).toEqual([
      '2031-05-14',
      'halfDay 2031-05-14T06:30~ 2031-05-14T18:30~',
      'halfDay 2031-05-14T07 2031-05-14T19',
      '2031-05-14T23:12',
      '[2031-05-15T04:00..2031-05-15T08:59]',
    ]);
  });

  it('is none where the clock is that of 24 hours', () => {
    expect(read('5月14日14:10他来了。5月14日二十三点十二分。5月14日09:05。2031-05-14 9:05。5月14日九时五分。')).toEqual([
      '2031-05-14T14:10',
      '2031-05-14T23:12',
      '2031-05-14T09:05',
      '2031-05-14T09:05',
      '2031-05-14T09:05',
    ]);
  });

  it('is not told by the time a message was sent', () => {
    const sent = referenceOn('2031-05-15T09:31', SHANGHAI);
    expect(read('大约七点半他来过一次。', sent)).toEqual(['halfDay 2031-05-15T07:30~ 2031-05-15T19:30~']);
  });
});

describe('the day of an event that the text only names', () => {
  it.each([
    ['5月14日我出发。到达当天我很累。', ['2031-05-14', 'eventUnknown']],
    ['案发当天下午三点他来了。', ['eventUnknown']],
    ['On 14 May we left. On the day of arrival I was ill.', ['2031-05-14', 'eventUnknown']],
    ['The evening of the dinner was long.', ['eventUnknown']],
    // What follows is counted from it.
    ['5月14日我出发。到达当天我很累。第二天我走了。', ['2031-05-14', 'eventUnknown', 'storyUnclear']],
  ])('is not known: %s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each([
    ['5月14日我到达，当天下午三点离开。', ['2031-05-14', '2031-05-14T15']],
    ['5月14日我去了，他当天回来。', ['2031-05-14', '2031-05-14']],
    ['On the day of the hearing, on 14 May, he came.', ['2031-05-14']],
  ])('is that of the account where no event stands before it: %s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});
