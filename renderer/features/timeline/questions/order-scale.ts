import type { Instant } from '../../../../shared/model/identifier.ts';
import type { Moment } from '../../../../shared/model/moment.ts';

type Bounds = Pick<Moment, 'earliest' | 'latest'>;

export interface OrderScale {
  /** Where an instant lies, from 0 to 1. */
  at(instant: Instant): number;
  /** From where to where a moment reaches; an open bound reaches to the edge. */
  bar(bounds: Bounds): { readonly from: number; readonly to: number; readonly open: 'no' | 'start' | 'end' | 'both' };
}

/** Free room on either side, so that what is open can be seen to go on. */
const MARGIN = 0.08;

/** One scale for two moments, over every bound that is known. */
export function orderScale(one: Bounds, other: Bounds): OrderScale {
  const known = [one.earliest, one.latest, other.earliest, other.latest].filter((bound) => bound !== null);
  const from = known.length === 0 ? 0 : Math.min(...known);
  const width = Math.max(1, known.length === 0 ? 1 : Math.max(...known) - from);
  const at = (instant: Instant): number => MARGIN + ((instant - from) / width) * (1 - 2 * MARGIN);
  return {
    at,
    bar({ earliest, latest }) {
      const open = earliest === null ? (latest === null ? 'both' : 'start') : latest === null ? 'end' : 'no';
      return { from: earliest === null ? 0 : at(earliest), to: latest === null ? 1 : at(latest), open };
    },
  };
}
