import { describe, expect, it } from 'vitest';
import { findMoments, type TimeReference } from '../../../../shared/time/index.ts';
import { referenceOn } from '../../../support/reference.ts';

const zone = 'Asia/Shanghai';
/** A Monday. */
const document = referenceOn('2031-05-12', zone);
const message = { ...referenceOn('2031-05-12T10:11', zone), planning: true };

function read(text: string, reference: TimeReference | null): readonly string[] {
  return findMoments(text, { zone, reference }).map(({ moment, reason, alternatives }) =>
    moment ? moment.edtf : [reason, ...alternatives.map(({ edtf }) => edtf)].join(' '),
  );
}

describe('a weekday after a date in the same passage', () => {
  it.each([
    ['五月十四日（周三）早班车去，晚上有晚餐。住景河酒店，周四返回。', ['2031-05-14', '2031-05-15']],
    ['We will leave on 14 May. The report is ready on Friday.', ['2031-05-14', '2031-05-16']],
    ['On 7 May we met. On Friday I was ill.', ['2031-05-07', '2031-05-09']],
  ])('is the first such day after it: %s', (text, expected) => {
    expect(read(text, document).filter((one) => !one.startsWith('['))).toEqual(expected);
    expect(read(text, message).filter((one) => !one.startsWith('['))).toEqual(expected);
  });

  it('counts from the document where the date is long past, or in another paragraph', () => {
    expect(read('On 14 April we met. On Friday I was ill.', document)).toEqual(['2031-04-14', '2031-05-09']);
    expect(read('On 7 May we met.\n\nOn Friday I was ill.', document)).toEqual(['2031-05-07', '2031-05-09']);
    expect(read('On 6 May we met.\n\nOn Tuesday I was ill.', document)).toEqual(['2031-05-06', '2031-05-06']);
  });

  it('is asked where it would lead past the day of telling, or is the weekday of that date', () => {
    expect(read('On 10 May he wrote. The lift on Friday.', document)).toEqual(['2031-05-10', 'weekUnclear 2031-05-09 2031-05-16']);
    expect(read('On 10 May he wrote. I had called on Friday.', document)).toEqual(['2031-05-10', '2031-05-09']);
    expect(read('On 7 May he wrote. The lift on Wednesday.', document)).toEqual(['2031-05-07', 'weekUnclear 2031-05-07 2031-05-14']);
  });
});

describe('a weekday in a message', () => {
  it.each([
    ['周三去兰圳，安宁、方屿跟我走。', '2031-05-14'],
    ['周四返回。', '2031-05-15'],
    ['We will go on Wednesday.', '2031-05-14'],
    ['Come on Thursday.', '2031-05-15'],
    ['周三去了兰圳。', '2031-05-07'],
    ['On Wednesday I was ill.', '2031-05-07'],
    ['周三的材料', 'weekUnclear 2031-05-07 2031-05-14'],
    ['The report for Wednesday.', 'weekUnclear 2031-05-07 2031-05-14'],
    ['周一去兰圳。', 'weekUnclear 2031-05-12 2031-05-19'],
  ])('is told by the verb beside it, and asked otherwise: %s', (text, expected) => {
    expect(read(text, message)).toEqual([expected]);
    expect(read(`||||-||-|| ||:|| 高文成: ${text}`, message)).toEqual([expected]);
    // The same where the stamp stands in the text itself.
    expect(read(`2031-05-12 10:11 高文成: ${text}`, null)).toEqual(['2031-05-12T10:11', expected]);
    expect(read(`2031-05-12 10:11 高文成: ${text}`, referenceOn('2031-05-29', zone))).toEqual(['2031-05-12T10:11', expected]);
  });

  it('is as before in a document that says nothing of what lies ahead', () => {
    expect(read('周三去兰圳。', document)).toEqual(['2031-05-07']);
    expect(read('They will go on Wednesday.', document)).toEqual(['2031-05-14']);
  });
});
