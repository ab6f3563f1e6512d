import type { TimeAxis } from '../../../../shared/time/index.ts';
import { type Band, BAND_PADDING, type Buckets } from './bands.ts';
import type { Crowd } from './crowd.ts';
import type { DensityPicture } from './density.ts';
import { type BandLayout, LABEL_GAP, type Layout, type Mark, NARROWEST_BAR, POINT_RADIUS, ROW_HEIGHT } from './marks.ts';
import { type Certain, isPeriod, isPoint, isUnplaced } from './thing.ts';
import type { Plot, View } from './view.ts';

/** Everything a picture of the timeline is made from; painting reads it and changes nothing. */
export interface Scene {
  readonly width: number;
  readonly height: number;
  readonly view: View;
  readonly plot: Plot;
  readonly axis: TimeAxis;
  /** The zone of the axis: its place, and its offset in this view. */
  readonly zone: { readonly place: string; readonly offset: string };
  readonly bands: readonly Band[];
  readonly layout: Layout | null;
  readonly buckets: Buckets | null;
  readonly density: DensityPicture | null;
  /** Of events that are memory gaps, the part that surely belongs to them. */
  readonly gaps: ReadonlyMap<string, Certain>;
  readonly selected: string | null;
  readonly hovered: string | null;
  /** The pointer's place in time, drawn as a fine line; null while it is elsewhere. */
  readonly cursor: number | null;
  /** A stretch that is being chosen, in pixels. */
  readonly brush: { readonly from: number; readonly to: number } | null;
  /** How much of the bands is out of sight: [first pixel shown, pixels in all]. */
  readonly scroll: { readonly at: number; readonly of: number };
}

export const AXIS_HEIGHT = 48;
export const COLLAPSED_HEIGHT = 26;
const EMPTY_BAND = 44;
const RIGHT_EDGE = 12;
const NARROW = 620;

/** Width of the names beside the bands: lanes have short names, people and exhibits long ones. */
export function gutterOf(width: number, long: boolean): number {
  if (width < NARROW) return long ? 104 : 76;
  return long ? 176 : 112;
}

export function plotOf(width: number, height: number, gutter: number): Plot {
  return { left: gutter, right: Math.max(width - RIGHT_EDGE, gutter + 8), top: AXIS_HEIGHT, bottom: height };
}

/** Rows that fit between the axis and the foot, beside the padding of the bands. */
export function rowsThatFit(plot: Plot, groups: readonly { readonly collapsed: boolean }[]): number {
  const collapsed = groups.filter((group) => group.collapsed).length;
  const open = groups.length - collapsed;
  return Math.floor((plot.bottom - plot.top - collapsed * COLLAPSED_HEIGHT - 2 * BAND_PADDING * open) / ROW_HEIGHT);
}

/** Heights of the bands from the top; room that no row needs is shared out evenly, so that open bands always fill the canvas. */
export function heightsOf(
  room: number,
  groups: readonly { readonly key: string; readonly collapsed: boolean }[],
  layout: Layout | null,
): readonly number[] {
  const needed = groups.map(({ collapsed }, index) => {
    if (collapsed) return COLLAPSED_HEIGHT;
    const rows = layout?.bands[index]?.rows;
    return rows === undefined ? EMPTY_BAND : rows * ROW_HEIGHT + 2 * BAND_PADDING;
  });
  const open = groups.filter((group) => !group.collapsed).length;
  const spare = Math.max(0, room - needed.reduce((sum, height) => sum + height, 0)) / Math.max(1, open);
  return needed.map((height, index) => (groups[index]?.collapsed ? height : height + spare));
}

/** How a layout made for another view is moved and stretched onto this one: pixel = at * scale + shift. */
export interface Fit {
  readonly scale: number;
  readonly shift: number;
}

export function fitOf(layout: Layout, view: View, plot: Plot): Fit {
  const resolution = (view.to - view.from) / Math.max(1, plot.right - plot.left);
  return { scale: layout.resolution / resolution, shift: plot.left + (layout.origin - view.from) / resolution };
}

export function leftOf(mark: Mark, { scale, shift }: Fit): number {
  if (isPoint(mark.item)) return mark.start * scale + shift - POINT_RADIUS;
  const width = (mark.end - mark.start) * scale;
  return mark.start * scale + shift - (width < NARROWEST_BAR ? (NARROWEST_BAR - width) / 2 : 0);
}

export function rightOf(mark: Mark, { scale, shift }: Fit): number {
  if (isPoint(mark.item)) return mark.start * scale + shift + POINT_RADIUS;
  const width = (mark.end - mark.start) * scale;
  return mark.end * scale + shift + (width < NARROWEST_BAR ? (NARROWEST_BAR - width) / 2 : 0);
}

export function rowMiddle(band: Band, row: number): number {
  return band.top + BAND_PADDING + (row + 0.5) * ROW_HEIGHT;
}

/**
 * Where a label of `width` pixels begins: on its bar and kept in view, after its mark, or before it where it would run off
 * the canvas and nothing stands in the way.
 */
export function labelAt(plot: Plot, canvas: number, mark: Mark, fit: Fit, width: number): number {
  const left = leftOf(mark, fit);
  const right = rightOf(mark, fit);
  if (isUnplaced(mark.item)) return plot.left + 28;
  if (isPeriod(mark.item) && mark.label?.inside) return Math.min(Math.max(left + LABEL_GAP, plot.left + 10), right - width - LABEL_GAP);
  if (right - left > width + 4 * LABEL_GAP) return Math.min(Math.max(left + 2 * LABEL_GAP, plot.left + 10), right - width - 10);
  const cutOff = right + LABEL_GAP + width > canvas - 4;
  const before = left - LABEL_GAP - width;
  const fitsBefore = mark.roomBefore * Math.min(1, fit.scale) > width + 2 * LABEL_GAP && left <= canvas && before >= plot.left;
  return cutOff && fitsBefore ? before : right + LABEL_GAP;
}

/** While a layout is stretched, a label may meet the mark after it: then it waits for the next layout. */
export function hasRoom(mark: Mark, fit: Fit, labelEnd: number): boolean {
  if (isPeriod(mark.item) && mark.label?.inside) return labelEnd <= rightOf(mark, fit);
  return fit.scale >= 0.999 || !mark.next || labelEnd <= leftOf(mark.next, fit);
}

export function bandAt(scene: Scene, y: number): Band | null {
  return y < scene.plot.top ? null : (scene.bands.find((one) => y >= one.top && y < one.top + one.height) ?? null);
}

export function marksOf(scene: Scene, key: string): BandLayout | null {
  return scene.layout?.bands.find((band) => band.key === key) ?? null;
}

/** The mark at a point, label included; the topmost one where marks overlap. */
export function markAt(scene: Scene, x: number, y: number): Mark | null {
  const { layout, plot, view } = scene;
  const band = bandAt(scene, y);
  if (!layout || !band || band.collapsed || x < plot.left) return null;
  const fit = fitOf(layout, view, plot);
  return (
    marksOf(scene, band.key)?.marks.findLast((mark) => {
      if (mark.row >= 0 && Math.abs(rowMiddle(band, mark.row) - y) > ROW_HEIGHT / 2) return false;
      const label = mark.label ? labelAt(plot, scene.width, mark, fit, mark.label.width) : null;
      const left = Math.min(leftOf(mark, fit), label ?? Number.POSITIVE_INFINITY);
      const right = Math.max(rightOf(mark, fit), label === null || !mark.label ? 0 : label + mark.label.width);
      return x >= left - 4 && x <= right + 4;
    }) ?? null
  );
}

export interface Counted extends View {
  readonly key: string;
  readonly count: number;
}

/** The column of counted events at a point, with its stretch of time. */
export function bucketAt(scene: Scene, x: number, y: number): Counted | null {
  const { buckets, plot, view } = scene;
  const band = bandAt(scene, y);
  if (!buckets || !band || x < plot.left || x > plot.right) return null;
  const counts = buckets.groups.find((one) => one.key === band.key)?.counts ?? [];
  const at = view.from + ((x - plot.left) / (plot.right - plot.left)) * (view.to - view.from);
  const width = (buckets.to - buckets.from) / Math.max(1, counts.length);
  const column = Math.floor((at - buckets.from) / width);
  const count = counts[column] ?? 0;
  return count === 0 ? null : { key: band.key, count, from: buckets.from + column * width, to: buckets.from + (column + 1) * width };
}

/** The stretch of time a crowd is brought up by; null where its events have no place in time. */
export function isTimed(crowd: Crowd): boolean {
  return !crowd.some((item) => item.unplaced);
}
