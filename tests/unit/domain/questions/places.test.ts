import { describe, expect, it } from 'vitest';
import { findTwoPlaces, isSamePlace } from '../../../../electron/core/domain/questions/two-places.ts';
import type { AskedEvent } from '../../../../electron/core/domain/ports/index.ts';
import { asked, HOUR, LIN, WU } from '../../../support/asked.ts';

const seen = (title: string, when: string, location: string, parties = [WU]): AskedEvent => asked(title, when, { location, parties });
const found = (...events: readonly AskedEvent[]) => findTwoPlaces(events, new Set([WU, LIN]));

describe('two places at once', () => {
  it('is asked about where one event lasted over the other', () => {
    const [question, ...others] = found(
      seen('dinner', '2031-05-14T18:00:00/2031-05-14T22:00:00', 'Restaurant'),
      seen('door', '2031-05-14T20:00:00', 'Room 1216'),
    );
    expect(others).toEqual([]);
    expect(question).toMatchObject({ people: [WU], places: ['Restaurant', 'Room 1216'], atLeast: 0, atMost: 1000 });
    expect(
      found(
        seen('dinner', '2031-05-14T18:00:00/2031-05-14T22:00:00', 'Restaurant'),
        seen('meeting', '2031-05-14T20:00:00/2031-05-14T21:00:00', 'Office'),
      ),
    ).toMatchObject([{ atLeast: HOUR - 1000, atMost: HOUR + 1000 }]);
  });

  it.each([
    ['the same second', '2031-05-14T20:00:00', '2031-05-14T20:00:00', 1],
    ['seconds one after the other', '2031-05-14T20:00:00', '2031-05-14T20:00:01', 0],
    ['the same minute, in which one may have come after the other', '2031-05-14T20:00', '2031-05-14T20:00', 0],
    ['the same day', '2031-05-14', '2031-05-14', 0],
    ['a second within a minute', '2031-05-14T20:00', '2031-05-14T20:00:30', 0],
    ['a second that may lie before what lasted began', '2031-05-14T18:00~/2031-05-14T22:00', '2031-05-14T18:10:00', 0],
    ['what lasted with a rough beginning, well within', '2031-05-14T18:00~/2031-05-14T22:00', '2031-05-14T20:00:00', 1],
    ['a moment somewhere within bounds, and one in their middle', '[2031-05-14T18:00..2031-05-14T22:00]', '2031-05-14T20:00:00', 0],
    ['a source that is marked doubtful', '2031-05-14T20:00:00', '2031-05-14?', 0],
  ])('of %s: %s and %s', (_what, one, other, count) => {
    expect(found(seen('one', one, 'Lobby'), seen('other', other, 'Room 1216'))).toHaveLength(count);
  });

  it('is of one person: other people, no place and memory gaps leave nothing open', () => {
    const lobby = seen('lobby', '2031-05-14T20:00:00', 'Lobby');
    expect(found(lobby, seen('room', '2031-05-14T20:00:00', 'Room 1216', [LIN]))).toEqual([]);
    expect(found(lobby, seen('room', '2031-05-14T20:00:00', ' '))).toEqual([]);
    expect(
      found(lobby, asked('gap', '2031-05-14T18:00/2031-05-15T07:00', { kind: 'memory-gap', location: 'Room 1216', parties: [WU] })),
    ).toEqual([]);
    expect(found(lobby, { ...seen('room', '2031-05-14T20:00:00', 'Room 1216'), parties: [WU, LIN] })).toHaveLength(1);
  });

  it.each([
    ['Corridor 12', 'corridor  12, camera 3', true],
    ['Room 12', 'Hotel Jinghe, Room 12', true],
    ['Room 1', 'Room 12', false],
    ['1216 房', '景和酒店 1216 房', true],
    ['Bar', 'Barber', false],
    ['Ｌobby', 'lobby', true],
    ['Lobby', 'Restaurant', false],
  ])('takes “%s” and “%s” for one place: %s', (one, other, same) => {
    expect(isSamePlace(one, other)).toBe(same);
    expect(isSamePlace(other, one)).toBe(same);
  });

  it('gives up counting where a log names one person in two places all the time', () => {
    const second = (index: number): string => new Date(Date.UTC(2031, 4, 14) + index * 2000).toISOString().slice(0, 19);
    const events = Array.from({ length: 3000 }, (_, index) => [
      seen(`a${index}`, second(index), 'Gate'),
      seen(`b${index}`, second(index), 'Lift'),
    ]).flat();
    expect(found(...events)).toHaveLength(200);
  });
});
