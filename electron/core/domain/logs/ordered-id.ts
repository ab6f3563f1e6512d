import type { EventId } from '../../../../shared/model/identifier.ts';

/**
 * UUIDs of version 7 (RFC 9562), each later than the one before: a million of them are appended to their index, where random ones
 * would be strewn all over it. 48 bits of time, 12 of a counter, 62 of chance.
 */
export function orderedIds(now: () => number): (count: number) => EventId[] {
  let time = 0;
  let counter = 0;
  return (count) => {
    const ids: EventId[] = [];
    const chance = new Uint32Array(2 * Math.min(count, MOST_AT_ONCE));
    for (let index = 0; index < count; index += 1) {
      const at = (2 * index) % chance.length;
      if (at === 0) crypto.getRandomValues(chance);
      counter += 1;
      if (now() > time) [time, counter] = [now(), 0];
      else if (counter > 0xfff) [time, counter] = [time + 1, 0];
      const [first, second] = [chance[at] as number, chance[at + 1] as number];
      const clock = time.toString(16).padStart(12, '0');
      const variant = hex((first & 0x3fff) | 0x8000, 4);
      ids.push(`${clock.slice(0, 8)}-${clock.slice(8)}-7${hex(counter, 3)}-${variant}-${hex(first >>> 16, 4)}${hex(second, 8)}` as EventId);
    }
    return ids;
  };
}

/** The most of which chance can be had in one call: 64 KiB. */
const MOST_AT_ONCE = 8192;

function hex(value: number, figures: number): string {
  return value.toString(16).padStart(figures, '0');
}
