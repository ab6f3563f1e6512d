import type { AskedEvent } from '../ports/index.ts';
import { ceiling, certainStretch, closed, type Draft, floor, link } from './draft.ts';

/**
 * Each period of which a person says that they remember nothing, or little, as it was told. It is recorded, not weighed: what other
 * sources say of this time is linked to it when it is answered, and stands beside it, never against it.
 */
export function listMemoryGaps(events: readonly AskedEvent[]): readonly Draft[] {
  return events
    .filter(({ kind }) => kind === 'memory-gap')
    .map((event) => {
      const { beginsFrom, beginsBy, endsFrom, endsBy, doubtful } = event.happened;
      const [from, to] = [floor(beginsFrom), ceiling(endsBy)];
      const certain = doubtful ? null : certainStretch(ceiling(beginsBy), floor(endsFrom));
      return {
        key: `memory-gap:${event.id}`,
        lane: event.lane,
        people: event.parties,
        places: event.location === '' ? [] : [event.location],
        links: [link(event, 'gap')],
        certain,
        possible: { from: closed(from), to: closed(to) },
        atLeast: certain ? (certain.to as number) - (certain.from as number) : 0,
        atMost: closed(to - from),
      };
    });
}
