import { describe, expect, it } from 'vitest';
import { act, asked, DAY, HOUR, idOf, MINUTE, notice, parts, silencesOf } from '../../../support/asked.ts';

const at = (text: string): number => Date.parse(`${text}Z`);

describe('a silence', () => {
  it('reaches from a notice to the next act, at least between their bounds and at most around them', () => {
    const [silence, ...others] = silencesOf([notice('told', '2031-05-19T09:00'), act('answer', '2031-05-24T10:00')], null);
    expect(others).toEqual([]);
    expect(silence).toMatchObject({
      key: `silence:${idOf('told')}`,
      lane: 'institution',
      certain: { from: at('2031-05-19T09:01'), to: at('2031-05-24T10:00') },
      possible: { from: at('2031-05-19T09:00'), to: at('2031-05-24T10:01') },
      atLeast: 5 * DAY + HOUR - MINUTE,
      atMost: 5 * DAY + HOUR + MINUTE,
      long: true,
      end: 'act',
      notices: 1,
    });
    expect(parts(silence)).toEqual(['notice told', 'act answer']);
  });

  it('is asked about from a day on, and not below', () => {
    const listed = (answered: string) => silencesOf([notice('told', '2031-05-19T09:00:00'), act('answer', answered)], null);
    expect(listed('2031-05-20T08:59:58')).toEqual([]);
    expect(listed('2031-05-20T09:00:01')).toMatchObject([{ atLeast: DAY, long: true }]);
    expect(listed('2031-05-20T09:00:00')).toMatchObject([{ atLeast: DAY - 1000, atMost: DAY + 1000, long: false }]);
  });

  it('begins with the first unanswered notice and takes in those that surely fell into it', () => {
    const found = silencesOf(
      [
        notice('first', '2031-05-19T09:00:00'),
        notice('second', '2031-05-21T09:00:00'),
        act('answer', '2031-05-24T09:00:00'),
        notice('third', '2031-05-25T09:00:00'),
        act('measure', '2031-05-28T09:00:00'),
      ],
      null,
    );
    expect(found.map(({ key, notices }) => [key, notices])).toEqual([
      [`silence:${idOf('first')}`, 2],
      [`silence:${idOf('third')}`, 1],
    ]);
    expect(parts(found[0])).toEqual(['notice first', 'notice second', 'act answer']);
  });

  it('counts from the notice that is surely the earliest known, not from the widest', () => {
    const [silence] = silencesOf(
      [notice('some time on the 19th', '2031-05-19'), notice('by letter', '2031-05-19T15:00:00'), act('answer', '2031-05-24T09:00:00')],
      null,
    );
    expect(silence?.certain).toEqual({ from: at('2031-05-19T15:00:01'), to: at('2031-05-24T09:00:00') });
    expect(silence?.possible.from).toBe(at('2031-05-19T00:00'));
  });

  it('begins when the organisation learned of something, whatever the lane it happened in', () => {
    const events = [asked('assault', '2031-05-14T23:00:00', { learned: '2031-05-19T09:00:00' }), act('answer', '2031-05-24T09:00:00')];
    expect(silencesOf(events, null)).toMatchObject([{ key: `silence:${idOf('assault')}`, atLeast: 5 * DAY - 1000 }]);
    const told = { ...notice('told', '2031-05-19T09:00:00'), learned: asked('x', '2031-05-20T09:00:00').happened };
    expect(silencesOf([told, act('answer', '2031-05-24T09:00:00')], null)).toMatchObject([{ atLeast: 4 * DAY - 1000 }]);
  });

  it('cannot be told to have lasted at all while an act may have come right after the notice', () => {
    const [silence] = silencesOf(
      [notice('told', '2031-05-19'), act('perhaps at once', '[2031-05-19T10:00..2031-05-23T10:00]'), act('surely', '2031-05-25T10:00:00')],
      null,
    );
    expect(silence).toMatchObject({ certain: null, atLeast: 0, long: false, end: 'act' });
    expect(parts(silence)).toEqual(['notice told', 'may-be-act perhaps at once', 'act surely']);
  });

  it('is at most as long as from an instant at which the notice can have missed an act', () => {
    const [silence] = silencesOf(
      [notice('told', '2031-05-27'), act('memo', '2031-05-27T08:30:00'), act('later', '2031-05-28T18:00:00')],
      null,
    );
    // Just after half past eight the memo had begun: what follows then is the act of the next day.
    expect(silence).toMatchObject({ atLeast: 0, atMost: 33 * HOUR + 30 * MINUTE + 1000, possible: { to: at('2031-05-28T18:00:01') } });
  });

  it('is still open where no act follows, at least until the record ends', () => {
    const [silence] = silencesOf([act('policy', '2031-05-01'), notice('told', '2031-05-19T09:00:00')], at('2031-05-30T09:00:00'));
    expect(silence).toMatchObject({
      end: 'open',
      atLeast: 11 * DAY - 1000,
      atMost: null,
      possible: { to: null },
      recordEnds: at('2031-05-30T09:00:00'),
      long: true,
    });
    expect(silencesOf([notice('told', '2031-05-19T09:00:00')], at('2031-05-19T09:00:00'))).toMatchObject([
      { end: 'open', atLeast: 0, long: false },
    ]);
  });

  it('may be open where the last act can lie on either side of the notice', () => {
    const [silence] = silencesOf([notice('told', '2031-05-19T09:00:00'), act('some day in May', '2031-05')], at('2031-05-30T09:00:00'));
    expect(silence).toMatchObject({ end: 'cannot-tell', atLeast: 0, atMost: null, recordEnds: null });
  });

  it('is never shortened by an act whose time is marked doubtful; the act is named', () => {
    const [silence] = silencesOf(
      [notice('told', '2031-05-19T09:00:00'), act('noted later', '2031-05-20?'), act('answer', '2031-05-24T09:00:00')],
      null,
    );
    expect(silence).toMatchObject({ atLeast: 5 * DAY - 1000, long: true });
    expect(parts(silence)).toEqual(['notice told', 'act answer', 'doubtful noted later']);
    expect(silencesOf([notice('said to be told', '2031-05-19?')], at('2031-05-30T09:00:00'))).toEqual([]);
  });

  it('is not broken by an act that has no place in time: then it cannot be told how long it was', () => {
    const unplaced = {
      ...act('stamped by a clock nobody read', '2031-05-20'),
      happened: { ...asked('x', '2031').happened, beginsFrom: null, beginsBy: null, endsFrom: null, endsBy: null },
    };
    const [silence] = silencesOf([notice('told', '2031-05-19T09:00:00'), unplaced, act('answer', '2031-05-24T09:00:00')], null);
    expect(silence).toMatchObject({ atLeast: 0, atMost: 5 * DAY + 1000, long: false });
    expect(parts(silence)).toContain('may-be-act stamped by a clock nobody read');
  });

  it('knows no memory gap as a notice, and no act in another lane', () => {
    const gap = asked('not remembered', '2031-05-19', { lane: 'knowledge', kind: 'memory-gap' });
    expect(silencesOf([gap], at('2031-06-30T09:00:00'))).toEqual([]);
    const [silence] = silencesOf(
      [
        notice('told', '2031-05-19T09:00:00'),
        asked('leaflets', '2031-05-20T12:00', { lane: 'public' }),
        act('answer', '2031-05-24T09:00:00'),
      ],
      null,
    );
    expect(silence).toMatchObject({ atLeast: 5 * DAY - 1000 });
  });
});
