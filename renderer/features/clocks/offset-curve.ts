import { type KnownClock, offsetOfReading, offsetWithin } from '../../../shared/time/index.ts';

export interface CurvePoint {
  readonly at: number;
  readonly least: number;
  readonly most: number;
}

export interface OffsetCurve {
  /** One band for each side of a change of the clock's setting; bounds in milliseconds, positive is fast. */
  readonly bands: readonly (readonly CurvePoint[])[];
  readonly readings: readonly CurvePoint[];
  readonly from: number;
  readonly to: number;
  readonly least: number;
  readonly most: number;
}

const DAY = 86_400_000;
const STEPS = 60;

/** The offset of a clock over its readings and the time it matters for; null where there is nothing to draw. */
export function offsetCurve({ ways }: KnownClock, extent: { readonly from: number; readonly to: number } | null): OffsetCurve | null {
  const { pieces } = ways[0].model;
  const readings = pieces.flatMap((piece) => piece.readings.map((reading) => ({ at: reading.reference, ...offsetOfReading(reading) })));
  const instants = [...readings.map(({ at }) => at), ...(extent ? [extent.from, extent.to] : [])];
  if (instants.length === 0 || pieces.every(({ knowledge }) => knowledge === 'unknown')) return null;
  const [first, last] = [Math.min(...instants), Math.max(...instants)];
  const pad = Math.max(DAY, (last - first) / 20);
  const [from, to] = [first - pad, last + pad];
  const bands = pieces.map((piece) => {
    const [start, end] = [Math.max(from, piece.from ?? from), Math.min(to, piece.until ?? to)];
    if (start >= end) return [];
    const ats = [
      ...Array.from({ length: STEPS + 1 }, (_, step) => start + ((end - start) * step) / STEPS),
      // Where it is narrowest, no step may fall.
      ...piece.readings.map(({ reference }) => reference).filter((at) => at > start && at < end),
    ].sort((one, other) => one - other);
    return ats.flatMap((at) => {
      const offset = offsetWithin(piece, at);
      return offset ? [{ at, ...offset }] : [];
    });
  });
  const all = [...bands.flat(), ...readings];
  if (all.length === 0) return null;
  return {
    bands: bands.filter((band) => band.length > 0),
    readings,
    from,
    to,
    least: Math.min(...all.map(({ least }) => least)),
    most: Math.max(...all.map(({ most }) => most)),
  };
}
