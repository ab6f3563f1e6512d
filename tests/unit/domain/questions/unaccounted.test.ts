import { describe, expect, it } from 'vitest';
import { findUnaccounted } from '../../../../electron/core/domain/questions/unaccounted.ts';
import type { AskedEvent } from '../../../../electron/core/domain/ports/index.ts';
import { listMemoryGaps } from '../../../../electron/core/domain/questions/memory-gap.ts';
import { asked, HOUR, idOf, LIN, MINUTE, parts, WU } from '../../../support/asked.ts';

const seen = (title: string, when: string, told: Parameters<typeof asked>[2] = {}): AskedEvent =>
  asked(title, when, { parties: [WU], location: 'Hotel', ...told });
const found = (...events: readonly AskedEvent[]) => findUnaccounted(events, new Set([WU]));
const lengths = (...events: readonly AskedEvent[]) => found(...events).map(({ atLeast, atMost }) => [atLeast, atMost]);

describe('time nobody recorded', () => {
  it('lies between two events of one night that name somebody', () => {
    const [question] = found(seen('dinner', '2031-05-14T18:00:00/2031-05-14T21:50:00'), seen('door', '2031-05-14T23:20:00'));
    expect(question).toMatchObject({
      key: `unaccounted:${WU}:${idOf('dinner')}:${idOf('door')}`,
      people: [WU],
      places: ['Hotel'],
      lane: 'incident',
      atLeast: 90 * MINUTE - 1000,
      atMost: 90 * MINUTE + 1000,
    });
    expect(parts(question)).toEqual(['before dinner', 'after door']);
  });

  it('is asked about from half an hour on, within twelve hours', () => {
    expect(lengths(seen('a', '2031-05-14T20:00:00'), seen('b', '2031-05-14T20:30:00'))).toEqual([]);
    expect(lengths(seen('a', '2031-05-14T20:00:00'), seen('b', '2031-05-14T20:30:01'))).toEqual([[30 * MINUTE, 30 * MINUTE + 2000]]);
    expect(lengths(seen('a', '2031-05-14T20:00:00'), seen('b', '2031-05-15T07:59:58'))).toHaveLength(1);
    expect(lengths(seen('a', '2031-05-14T20:00:00'), seen('b', '2031-05-15T07:59:59'))).toEqual([]);
  });

  it('is taken up by anything that names them, of any lane, with a place or without, even roughly or doubtfully', () => {
    const [a, b] = [seen('a', '2031-05-14T20:00:00'), seen('b', '2031-05-14T22:00:00')];
    expect(lengths(a, b, seen('taxi', '2031-05-14T20:20/2031-05-14T21:40', { location: '' }))).toEqual([]);
    expect(lengths(a, b, seen('told', '2031-05-14T20:29', { lane: 'knowledge' }))).toEqual([[90 * MINUTE, 2 * HOUR + 1000]]);
    expect(lengths(a, b, seen('some time that evening', '[2031-05-14T19:00..2031-05-14T23:00]'))).toEqual([]);
    expect(lengths(a, b, seen('perhaps', '2031-05-14?'))).toEqual([]);
    expect(lengths(a, b, { ...seen('c', '2031-05-14T21:00:00'), parties: [LIN] })).toHaveLength(1);
  });

  it('is bounded by events of the incident lane only, so that a day at the office is no question', () => {
    const [a, b] = [seen('a', '2031-05-14T20:00:00', { lane: 'knowledge' }), seen('b', '2031-05-14T22:00:00')];
    expect(lengths(a, b)).toEqual([]);
  });

  it('is not taken up by a memory gap, which is linked instead', () => {
    const gap = seen('gap', '2031-05-14T20:00/2031-05-15T07:00', { kind: 'memory-gap' });
    const [question] = found(seen('a', '2031-05-14T20:00:00'), gap, seen('b', '2031-05-14T22:00:00'));
    expect(question?.links.map(({ part }) => part)).toEqual(['before', 'after', 'gap']);
  });

  it('is nothing where an event has no place in time', () => {
    const open = {
      ...seen('c', '2031'),
      happened: { ...seen('c', '2031').happened, beginsFrom: null, endsBy: null, beginsBy: null, endsFrom: null },
    };
    expect(lengths(seen('a', '2031-05-14T20:00:00'), open, seen('b', '2031-05-14T22:00:00'))).toEqual([]);
  });
});

describe('a memory gap', () => {
  it('is listed with whose it is, how long it surely was and at most', () => {
    const gap = asked('gap', '2031-05-14T21:50/2031-05-15T07:10', { kind: 'memory-gap', parties: [WU] });
    expect(listMemoryGaps([gap, seen('a', '2031-05-14T20:00')])).toMatchObject([
      { key: `memory-gap:${idOf('gap')}`, people: [WU], atLeast: 9 * HOUR + 19 * MINUTE, atMost: 9 * HOUR + 21 * MINUTE },
    ]);
  });

  it('has no sure length where its ends are rough or not known', () => {
    const gap = (when: string) => listMemoryGaps([asked('gap', when, { kind: 'memory-gap' })])[0];
    expect(gap('2031-05-14T21:50/..')).toMatchObject({ certain: null, atLeast: 0, atMost: null, possible: { to: null } });
    expect(gap('[2031-05-14T21:50..2031-05-15T07:10]')).toMatchObject({ certain: null, atLeast: 0 });
    expect(gap('2031-05-14?/2031-05-18')).toMatchObject({ certain: null });
  });
});
