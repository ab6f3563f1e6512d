import type { Instant } from '../../model/identifier.ts';
import type { ClockModel, ClockPiece } from './clock.ts';
import { type OffsetRange, offsetAtTrue } from './clock-fit.ts';

export interface InstantBounds {
  readonly earliest: Instant | null;
  /** The first instant that is too late. */
  readonly latest: Instant | null;
}

export interface CorrectedBounds extends InstantBounds {
  /** What the bounds rest on: one piece of the model, or both where the time may come from before or after its setting was changed. */
  readonly pieces: readonly ClockPiece[];
  /** True where, going by its readings, the clock never showed such a time: it jumped over it when its setting was changed. */
  readonly neverShown: boolean;
}

/** Where it is known from elsewhere, such as the numbering of the recordings, which side of the change a time was stamped on. */
export type ClockSide = 'before' | 'after';

/**
 * How far off the clock was when it showed a nominal instant: positive is fast, in whole ms, rounded outwards.
 * Null where that is not known; it never stands for zero.
 */
export function offsetAtShown(model: ClockModel, nominal: Instant, side?: ClockSide): OffsetRange | null {
  const { earliest, latest } = correctBounds(model, { earliest: nominal, latest: nominal + 1 }, side);
  return earliest === null || latest === null ? null : { least: nominal + 1 - latest, most: nominal - earliest };
}

/**
 * The true bounds of what the clock stamped within [earliest, latest), outwards to whole ms; open where nothing is known.
 * A time that may have been stamped on either side of a change of the clock's setting gets the bounds of both.
 */
export function correctBounds(model: ClockModel, bounds: InstantBounds, side?: ClockSide): CorrectedBounds {
  const pieces = model.pieces.filter(({ from, until }) => side === undefined || (side === 'before' ? from === null : until === null));
  const found = pieces.flatMap((piece) => {
    const range = clip(correctWithin(piece, bounds), piece);
    return range ? [{ ...range, piece }] : [];
  });
  if (found.length > 0) return { ...enclose(found), pieces: found.map(({ piece }) => piece), neverShown: false };
  return { ...enclose(pieces.map((piece) => correctWithin(piece, bounds))), pieces, neverShown: true };
}

/**
 * What to ask the clock's owner for, in the clock's own time, so that all of the true window [from, to) is in it, with a margin in
 * ms on each side. Null where the offset is not known for all of it: then ask for everything.
 */
export function clockWindow(
  model: ClockModel,
  from: Instant,
  to: Instant,
  margin: number,
): { readonly from: Instant; readonly to: Instant } | null {
  const windows = model.pieces
    .filter((piece) => (piece.until === null || from < piece.until) && (piece.from === null || piece.from < to))
    .map((piece) => {
      const start = Math.max(from, piece.from ?? from);
      const end = Math.min(to, piece.until ?? to);
      const [first, last] = [offsetWithin(piece, start), offsetWithin(piece, end)];
      return first && last ? { from: start + first.least, to: end + last.most } : null;
    });
  if (windows.length === 0 || windows.includes(null)) return null;
  const known = windows.filter((window) => window !== null);
  return {
    from: Math.floor(Math.min(...known.map((window) => window.from)) - margin),
    to: Math.ceil(Math.max(...known.map((window) => window.to)) + margin),
  };
}

/** The offset at a true instant, should the piece hold there. */
export function offsetWithin({ fit, limit }: ClockPiece, instant: Instant): OffsetRange | null {
  if (fit) return offsetAtTrue(fit, instant);
  return limit === null ? null : { least: -limit, most: limit };
}

function correctWithin(piece: ClockPiece, { earliest, latest }: InstantBounds): InstantBounds {
  if (piece.knowledge === 'unknown') return { earliest: null, latest: null };
  return {
    earliest: earliest === null ? null : trueInstant(earliest, (at) => (offsetWithin(piece, at) as OffsetRange).most, Math.floor),
    latest: latest === null ? null : trueInstant(latest, (at) => (offsetWithin(piece, at) as OffsetRange).least, Math.ceil),
  };
}

/**
 * The true instant at which a clock off by `offset` showed a nominal one: the root of t + offset(t) = nominal. The offset changes by
 * less than half a ms per ms (a model that does not is no model), so that stepping there closes in on the one root.
 */
function trueInstant(nominal: Instant, offset: (at: Instant) => number, round: (at: number) => number): Instant {
  let at = nominal - offset(nominal);
  for (let step = 0; step < 100; step += 1) {
    const next = nominal - offset(at);
    const near = Math.abs(next - at) < 1e-4;
    at = next;
    if (near) break;
  }
  return round(at);
}

function clip({ earliest, latest }: InstantBounds, { from, until }: ClockPiece): InstantBounds | null {
  if (from !== null && latest !== null && latest <= from) return null;
  if (until !== null && earliest !== null && earliest >= until) return null;
  return {
    earliest: from === null ? earliest : Math.max(from, earliest ?? from),
    latest: until === null ? latest : Math.min(until, latest ?? until),
  };
}

function enclose(ranges: readonly InstantBounds[]): InstantBounds {
  const starts = ranges.map(({ earliest }) => earliest);
  const ends = ranges.map(({ latest }) => latest);
  return {
    earliest: starts.includes(null) ? null : Math.min(...starts.filter((start) => start !== null)),
    latest: ends.includes(null) ? null : Math.max(...ends.filter((end) => end !== null)),
  };
}
