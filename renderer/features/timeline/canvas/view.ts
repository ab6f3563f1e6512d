import { type ScaleLinear, scaleLinear } from 'd3-scale';
import type { Instant } from '../../../../shared/model/identifier.ts';

/** The stretch of time on the screen: [from, to), never empty. Fractions of a millisecond are allowed while it moves. */
export interface View {
  readonly from: Instant;
  readonly to: Instant;
}

/** The part of the canvas that time runs across, in CSS pixels. */
export interface Plot {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Closer than this nothing more can be told apart: the finest moment is a second wide. */
const NARROWEST = 2_000;
/** Four centuries: wider than the years a moment can lie in. */
const WIDEST = 400 * 365.25 * 86_400_000;
/** Room before the first and after the last event, as parts of the whole: the last one needs some for its label. */
const MARGIN_BEFORE = 0.04;
const MARGIN_AFTER = 0.18;
/** The part of all events that the first look must hold, and how narrow it must be to be worth a closer look. */
const MOST_EVENTS = 0.85;
const CLOSER = 0.5;

export function timeScale(view: View, plot: Plot): ScaleLinear<number, number> {
  return scaleLinear([view.from, view.to], [plot.left, plot.right]);
}

/** Milliseconds per CSS pixel. */
export function resolution(view: View, plot: Plot): number {
  return (view.to - view.from) / Math.max(1, plot.right - plot.left);
}

/** Shows a stretch with room on both sides; a single instant gets an hour around it. */
export function fitView(from: Instant, to: Instant): View {
  const width = Math.max(to - from, 3_600_000);
  const start = to - from < width ? (from + to - width) / 2 : from;
  return { from: start - width * MARGIN_BEFORE, to: start + width * (1 + MARGIN_AFTER) };
}

/**
 * The first look at a case: the shortest stretch that holds most of its events, when a few lie far away from the others, as
 * policies do; everything otherwise. `density` counts the events in equal columns of [from, to).
 */
export function firstView({ from, to, density }: View & { readonly density: readonly number[] }): View {
  const wanted = density.reduce((sum, count) => sum + count, 0) * MOST_EVENTS;
  let best = { first: 0, end: density.length };
  let held = 0;
  for (let first = 0, end = 0; end < density.length; ) {
    held += density[end++] ?? 0;
    while (held - (density[first] ?? 0) >= wanted) held -= density[first++] ?? 0;
    if (held >= wanted && end - first < best.end - best.first) best = { first, end };
  }
  if (density.length === 0 || best.end - best.first > density.length * CLOSER) return fitView(from, to);
  const column = (to - from) / density.length;
  return fitView(from + best.first * column, from + best.end * column);
}

/** Makes the view `factor` times as wide while `anchor` stays where it is. */
export function zoomView(view: View, anchor: Instant, factor: number): View {
  const width = view.to - view.from;
  const next = Math.min(WIDEST, Math.max(NARROWEST, width * factor));
  const share = (anchor - view.from) / width;
  return { from: anchor - share * next, to: anchor + (1 - share) * next };
}

export function panView(view: View, by: number): View {
  return { from: view.from + by, to: view.to + by };
}

/**
 * The nearest view that shows [from, to): unchanged when it does already, moved when that is enough, and wider only where
 * the stretch would not fit.
 */
export function revealInView(view: View, from: Instant, to: Instant): View {
  const width = view.to - view.from;
  const room = width * 0.12;
  if (to - from > width - 2 * room) return from <= view.from && to >= view.to ? view : fitView(from, to);
  if (from < view.from + room) return panView(view, from - room - view.from);
  if (to > view.to - room) return panView(view, to + room - view.to);
  return view;
}

/** What is asked of the core for a view: half a view more on each side, so that panning meets no blank. Whole milliseconds. */
export function askedStretch(view: View): View {
  const half = (view.to - view.from) / 2;
  return { from: Math.floor(view.from - half), to: Math.ceil(view.to + half) };
}

export function holds(outer: View, inner: View): boolean {
  return outer.from <= inner.from && outer.to >= inner.to;
}
