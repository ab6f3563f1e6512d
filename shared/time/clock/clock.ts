import type { Instant } from '../../model/identifier.ts';
import { type ClockFit, type ClockReading, fitReadings } from './clock-fit.ts';

/** All that is known of how a source clock went. What it follows is worked out anew each time, so the old record re-times exactly as before. */
export interface ClockRecord {
  readonly readings: readonly ClockReading[];
  /** When its setting was last changed, true time; readings from before it say nothing about after it, and the reverse. */
  readonly changedAt: Instant | null;
  /** How much it may run off per day beyond what the readings tell, in ms per day; 0: none is allowed for. */
  readonly driftAllowance: number;
  /** At most so far off, fast or slow, in ms, where nobody read it; null when not even that is known. */
  readonly limit: number | null;
}

/**
 * `unknown`: nothing bounds the offset, which is not the same as no offset. `limited`: only the limit does.
 * `offset`: the readings give an offset and no rate. `drift`: they give both.
 */
export type ClockKnowledge = 'unknown' | 'limited' | 'offset' | 'drift';

/** How a clock went between two changes of its setting. */
export interface ClockPiece {
  readonly knowledge: ClockKnowledge;
  /** True time it holds for, [from, until); null is open. */
  readonly from: Instant | null;
  readonly until: Instant | null;
  readonly readings: readonly ClockReading[];
  /** Set for `offset` and `drift`. */
  readonly fit: ClockFit | null;
  /** Set for `limited`. */
  readonly limit: number | null;
  /**
   * `readings`: no clock of one rate agrees with all of them, so the bounds were widened by their misfit.
   * `rate`: no clock goes at the rate they give, so nothing is concluded from them.
   */
  readonly disagreement: 'readings' | 'rate' | null;
}

export interface ClockModel {
  /** One, or the two before and after its setting was changed; in order of time, without a gap. */
  readonly pieces: readonly ClockPiece[];
}

/** Works out how far off a clock was, for all of true time. Throws RangeError for figures no reading can have. */
export function clockModel(record: ClockRecord): ClockModel {
  const { changedAt, readings } = record;
  assertFigures(record);
  if (changedAt === null) return { pieces: [pieceOf(record, readings, null, null)] };
  const before = readings.filter(({ reference }) => reference < changedAt);
  const after = readings.filter(({ reference }) => reference >= changedAt);
  return { pieces: [pieceOf(record, before, null, changedAt), pieceOf(record, after, changedAt, null)] };
}

function pieceOf(record: ClockRecord, readings: readonly ClockReading[], from: Instant | null, until: Instant | null): ClockPiece {
  const bare = { from, until, readings, fit: null, limit: null, disagreement: null } as const;
  if (readings.length === 0) {
    return record.limit === null ? { ...bare, knowledge: 'unknown' } : { ...bare, knowledge: 'limited', limit: record.limit };
  }
  const { fit, contradicted, impossible } = fitReadings(readings, record.driftAllowance);
  if (impossible) return { ...bare, knowledge: 'unknown', disagreement: 'rate' };
  return { ...bare, knowledge: fit.rate === null ? 'offset' : 'drift', fit, disagreement: contradicted ? 'readings' : null };
}

function assertFigures({ readings, driftAllowance, limit }: ClockRecord): void {
  const sizes = [driftAllowance, limit ?? 0, ...readings.map(({ uncertainty }) => uncertainty)];
  const figures = readings.flatMap(({ shown, reference, resolution }) => [shown, reference, resolution]);
  const possible =
    sizes.every((size) => Number.isFinite(size) && size >= 0) &&
    figures.every(Number.isFinite) &&
    readings.every(({ resolution }) => resolution > 0);
  if (!possible) throw new RangeError('no clock reading has such figures');
}
