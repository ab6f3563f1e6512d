import type { TimelineView } from '../../../../shared/contract/timeline.ts';
import { type Lane, lanes } from '../../../../shared/model/event.ts';
import type { Axis } from './axis.ts';
import type { Layout, Mark } from './layout.ts';
import { ROW_HEIGHT } from './layout.ts';
import type { Plot, View } from './view.ts';

/** Counted events: [from, to) cut into equal columns. */
export interface Buckets extends View {
  readonly lanes: Extract<TimelineView, { kind: 'buckets' }>['lanes'];
}

/** One lane's band on the canvas, in CSS pixels. */
export interface Band {
  readonly lane: Lane;
  readonly name: string;
  readonly top: number;
  readonly height: number;
  readonly note: string;
}

/** Everything a picture of the timeline is made from; painting reads it and changes nothing. */
export interface Scene {
  readonly width: number;
  readonly height: number;
  readonly view: View;
  readonly plot: Plot;
  readonly axis: Axis;
  /** The zone of the axis: its place, and its offset in this view. */
  readonly zone: { readonly place: string; readonly offset: string };
  readonly bands: readonly Band[];
  readonly layout: Layout | null;
  readonly buckets: Buckets | null;
  readonly selected: string | null;
  readonly hovered: string | null;
  /** The pointer's place in time, drawn as a fine line; null while it is elsewhere. */
  readonly cursor: number | null;
}

export const AXIS_HEIGHT = 48;
export const GUTTER = 112;
const NARROW_GUTTER = 76;
const LABEL_DISTANCE = 8;
export const LANE_PADDING = 7;

export function plotOf(width: number, height: number): Plot {
  return {
    left: width < 620 ? NARROW_GUTTER : GUTTER,
    right: Math.max(width - 12, 120),
    top: AXIS_HEIGHT,
    bottom: height,
  };
}

/** Rows that fit between the axis and the foot, beside the padding of the lanes. */
export function rowsThatFit(plot: Plot): number {
  return Math.max(2 * lanes.length, Math.floor((plot.bottom - plot.top - 2 * LANE_PADDING * lanes.length) / ROW_HEIGHT));
}

/** The lanes from the top; room that no row needs is shared out evenly, so that the lanes always fill the canvas. */
export function bandsOf(
  plot: Plot,
  rows: readonly number[],
  names: Readonly<Record<Lane, string>>,
  notes: readonly string[],
): readonly Band[] {
  const needed = rows.map((count) => count * ROW_HEIGHT + 2 * LANE_PADDING);
  const spare = Math.max(0, plot.bottom - plot.top - needed.reduce((sum, height) => sum + height, 0)) / lanes.length;
  let top = plot.top;
  return lanes.map((lane, index) => {
    const height = (needed[index] ?? 0) + spare;
    const band = {
      lane,
      name: names[lane],
      top,
      height,
      note: notes[index] ?? '',
    };
    top += height;
    return band;
  });
}

/** Pixels by which a layout made for another view lies to the right. */
export function shiftOf(layout: Layout, view: View, plot: Plot): number {
  return plot.left + (layout.origin - view.from) / layout.resolution;
}

export function rowMiddle(band: Band, row: number): number {
  return band.top + LANE_PADDING + (row + 0.5) * ROW_HEIGHT;
}

/**
 * Where a label of `width` pixels begins: on its bar and kept in view, after its mark, or before it where it would run off
 * the canvas and nothing stands in the way.
 */
export function labelAt({ plot, width: canvas }: Scene, mark: Mark, shift: number, width: number): number {
  const left = mark.left + shift;
  const right = mark.right + shift;
  if (mark.label?.inside) return Math.min(Math.max(mark.label.left + shift, plot.left + 10), right - width - 10);
  const cutOff = right + LABEL_DISTANCE + width > canvas - 4;
  const before = left - LABEL_DISTANCE - width;
  const fitsBefore = mark.roomBefore > width + 2 * LABEL_DISTANCE && left <= canvas && before >= plot.left;
  return cutOff && fitsBefore ? before : right + LABEL_DISTANCE;
}

/** The event at a point of the canvas: its mark or its label; the last drawn wins, as the eye sees it. */
export function eventAt(scene: Scene, x: number, y: number): Mark | null {
  const { layout, plot } = scene;
  if (!layout || x < plot.left || y < plot.top) return null;
  const shift = shiftOf(layout, scene.view, plot);
  const band = scene.bands.find((one) => y >= one.top && y < one.top + one.height);
  if (!band) return null;
  return (
    layout.marks.findLast((mark) => {
      if (mark.lane !== band.lane || Math.abs(rowMiddle(band, mark.row) - y) > ROW_HEIGHT / 2) return false;
      const label = mark.label ? labelAt(scene, mark, shift, mark.label.width) : null;
      const left = Math.min(mark.left + shift, label ?? Number.POSITIVE_INFINITY);
      const right = Math.max(mark.right + shift, label === null || !mark.label ? 0 : label + mark.label.width);
      return x >= left - 4 && x <= right + 4;
    }) ?? null
  );
}

/** The column of counted events at a point, with its stretch of time. */
export function bucketAt(scene: Scene, x: number, y: number): ({ readonly lane: Lane; readonly count: number } & View) | null {
  const { buckets, plot, view } = scene;
  const band = scene.bands.find((one) => y >= one.top && y < one.top + one.height);
  if (!buckets || !band || x < plot.left || x > plot.right) return null;
  const counts = buckets.lanes.find((one) => one.lane === band.lane)?.counts ?? [];
  const at = view.from + ((x - plot.left) / (plot.right - plot.left)) * (view.to - view.from);
  const width = (buckets.to - buckets.from) / Math.max(1, counts.length);
  const column = Math.floor((at - buckets.from) / width);
  const count = counts[column] ?? 0;
  return count === 0
    ? null
    : {
        lane: band.lane,
        count,
        from: buckets.from + column * width,
        to: buckets.from + (column + 1) * width,
      };
}
