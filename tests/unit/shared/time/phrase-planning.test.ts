import { describe, expect, it } from 'vitest';
import { findMoments, type TimeReference } from '../../../../shared/time/index.ts';

const zone = 'Asia/Shanghai';
const reference: TimeReference = {
  earliest: Date.parse('2031-05-12T10:11:00+08:00'),
  latest: Date.parse('2031-05-12T10:12:00+08:00'),
  zone,
  name: 'the message',
};

describe('a weekday in a message', () => {
  it('may lie before or after it, and is asked', () => {
    const [asked] = findMoments('周三的事。', { zone, reference: { ...reference, planning: true } });
    expect(asked?.reason).toBe('weekUnclear');
    expect(asked?.alternatives.map(({ edtf }) => edtf)).toEqual(['2031-05-07', '2031-05-14']);
  });

  it('lies before what is counted from in an account', () => {
    expect(findMoments('On Friday I told her.', { zone, reference }).map(({ moment }) => moment?.edtf)).toEqual(['2031-05-09']);
  });
});
