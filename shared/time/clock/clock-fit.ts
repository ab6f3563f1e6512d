import type { Instant } from '../../model/identifier.ts';
import { DAY, HOUR, SECOND } from '../wall.ts';

/** What a source clock showed at a moment known from elsewhere. */
export interface ClockReading {
  /** What it showed, read in its zone: a nominal instant. */
  readonly shown: Instant;
  /** Width of the last figure it showed, in ms: 1000 for seconds, 60_000 for minutes. */
  readonly resolution: number;
  readonly reference: Instant;
  /**
   * ± ms, of the comparison as a whole: the reference, the eye and, on a clock that shows seconds, the tick. A clock that shows
   * only minutes stood anywhere within the minute; that is added on its one side, not entered here.
   */
  readonly uncertainty: number;
  /** What the reference was, as it was named: "NTP", "speaking clock". */
  readonly referenceName: string;
}

/** How far off a clock was, in ms: positive is fast. A bound, not a standard deviation: it lay between them. */
export interface OffsetRange {
  readonly least: number;
  readonly most: number;
}

/**
 * The line that fits the readings of a clock best, and what it takes to bound it.
 *
 * Offset is what the clock showed less true time. The line at true time t is the sum of w(t) times o over the readings, by least
 * squares weighted by 1/h², where o is the middle of what a reading allows and h half its width. Its bound is the worst case, not a
 * probability: the sum of |w(t)| times h, since every reading may be off by all it admits, and all in the direction that hurts.
 * It grows by the worst misfit in proportion (half as far off as a reading admits: half as wide again), and with
 * `driftAllowance` times the distance to the nearest reading. So it never claims more than the best reading does, grows away from
 * the readings, and holds whenever the readings hold and the clock went at one rate. Doubting all readings more, or one alone, never
 * narrows it; doubting one of several more lets the others weigh more, which moves it within what they allow.
 */
export interface ClockFit {
  readonly origin: Instant;
  /** At the origin, in ms. */
  readonly offset: number;
  /** Change of the offset, ms per ms of true time; null where the readings lie too close together to tell one. */
  readonly rate: number | null;
  /** ± how much the rate may differ from that, the allowance apart. */
  readonly rateReach: number;
  /** In proportion: 0 where all readings lie on the line, 1 where one is as far from it as it admits. */
  readonly misfit: number;
  /** Ms per ms of distance to the nearest reading. */
  readonly allowance: number;
  readonly terms: readonly FitTerm[];
}

interface FitTerm {
  /** From the origin to this reading, in ms. */
  readonly at: number;
  readonly halfWidth: number;
  /** Its weight at the origin, and how that changes per ms. */
  readonly level: number;
  readonly slope: number;
}

/** Two readings of one visit tell no rate: a second's error would become hours within a week. */
const LEAST_SPREAD = HOUR;
/** No clock that goes at all gains or loses more than one hour in ten. */
const FASTEST_RATE = 0.1;
/** Beyond this growth of the bounds, true time cannot be told from what is shown. */
const FASTEST_GROWTH = 0.5;
const LEAST_HALF_WIDTH = 0.5;

/** What one reading allows: the clock stood anywhere within the last figure it showed. */
export function offsetOfReading({ shown, reference, resolution, uncertainty }: ClockReading): OffsetRange {
  const above = resolution > SECOND ? uncertainty + resolution : Math.max(uncertainty, resolution);
  return { least: shown - reference - uncertainty, most: shown - reference + above };
}

/** Fits at least one reading. `driftAllowance` in ms per day. */
export function fitReadings(
  readings: readonly ClockReading[],
  driftAllowance: number,
): { readonly fit: ClockFit; readonly contradicted: boolean; readonly impossible: boolean } {
  const fit = fitLine(readings, driftAllowance / DAY);
  const offsets = readings.map((reading) => middleOf(offsetOfReading(reading)));
  const residuals = fit.terms.map(({ at }, index) => Math.abs((offsets[index] as number) - lineAt(fit, at)));
  const misfit = Math.max(...residuals.map((residual, index) => residual / (fit.terms[index] as FitTerm).halfWidth));
  const contradicted = fit.terms.some(
    ({ at, halfWidth }, index) =>
      (residuals[index] as number) > halfWidth + worstCaseAt(fit, at) + fit.allowance * distanceToOther(fit.terms, index) + 1e-6,
  );
  // One reading has no misfit but rounding.
  const whole = { ...fit, misfit: readings.length === 1 ? 0 : misfit };
  const rate = Math.abs(fit.rate ?? 0);
  const rateReach = fit.rate === null ? 0 : Math.min((1 + whole.misfit) * rateDoubt(fit.terms), FASTEST_RATE + rate);
  const impossible = rate > FASTEST_RATE || rate + rateReach + fit.allowance > FASTEST_GROWTH;
  return { fit: { ...whole, rateReach }, contradicted, impossible };
}

/** The least and the most the clock can have been off at a true instant. Not yet rounded to whole ms. */
export function offsetAtTrue(fit: ClockFit, instant: Instant): OffsetRange {
  const at = instant - fit.origin;
  const centre = lineAt(fit, at);
  // Readings too rough to tell more than what holds for any clock: from where they are best, as fast or slow as a clock can go.
  const rough = fit.rate !== null && fit.rateReach < (1 + fit.misfit) * rateDoubt(fit.terms);
  const readingReach = (1 + fit.misfit) * worstCaseAt(fit, rough ? 0 : at) + (rough ? fit.rateReach * Math.abs(at) : 0);
  const reach = readingReach + fit.allowance * distanceTo(fit, at);
  return { least: centre - reach, most: centre + reach };
}

/** Where the line goes through readings, what lies beyond them begins at the nearest; without a rate each reading is carried all the way. */
function distanceTo({ rate, terms }: ClockFit, at: number): number {
  if (rate === null) return sum(terms.map((term) => term.level * Math.abs(term.at - at)));
  return terms.reduce((least, term) => Math.min(least, Math.abs(term.at - at)), Number.POSITIVE_INFINITY);
}

function fitLine(readings: readonly ClockReading[], allowance: number): ClockFit {
  const ranges = readings.map(offsetOfReading);
  const halfWidths = ranges.map(({ least, most }) => Math.max((most - least) / 2, LEAST_HALF_WIDTH));
  const weights = halfWidths.map((halfWidth) => 1 / halfWidth ** 2);
  const all = sum(weights);
  const start = (readings[0] as ClockReading).reference;
  const origin = start + sum(readings.map(({ reference }, index) => ((weights[index] as number) * (reference - start)) / all));
  const places = readings.map(({ reference }) => reference - origin);
  const inertia = sum(places.map((place, index) => (weights[index] as number) * place ** 2));
  const sloped = places.map((at, index) => ({
    at,
    halfWidth: halfWidths[index] as number,
    level: (weights[index] as number) / all,
    slope: inertia === 0 ? 0 : ((weights[index] as number) * at) / inertia,
  }));
  const tellsRate = Math.max(...places) - Math.min(...places) >= LEAST_SPREAD;
  const terms = tellsRate ? sloped : sloped.map((term) => ({ ...term, slope: 0 }));
  const offsets = ranges.map(middleOf);
  return {
    origin,
    offset: sum(terms.map(({ level }, index) => level * (offsets[index] as number))),
    rate: tellsRate ? sum(terms.map(({ slope }, index) => slope * (offsets[index] as number))) : null,
    rateReach: 0,
    misfit: 0,
    allowance,
    terms,
  };
}

function lineAt(fit: ClockFit, at: number): number {
  return fit.offset + (fit.rate ?? 0) * at;
}

function worstCaseAt({ terms }: ClockFit, at: number): number {
  return sum(terms.map(({ level, slope, halfWidth }) => Math.abs(level + slope * at) * halfWidth));
}

function rateDoubt(terms: readonly FitTerm[]): number {
  return sum(terms.map(({ slope, halfWidth }) => Math.abs(slope) * halfWidth));
}

function distanceToOther(terms: readonly FitTerm[], index: number): number {
  const own = (terms[index] as FitTerm).at;
  return terms.reduce((least, { at }, other) => (other === index ? least : Math.min(least, Math.abs(at - own))), Number.POSITIVE_INFINITY);
}

function middleOf({ least, most }: OffsetRange): number {
  return (least + most) / 2;
}

function sum(figures: readonly number[]): number {
  return figures.reduce((total, figure) => total + figure, 0);
}
