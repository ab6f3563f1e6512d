import type { Instant } from '../../../../shared/model/identifier.ts';
import type { Crowd } from './crowd.ts';
import type { Label } from './rows.ts';
import type { Thing } from './thing.ts';

/**
 * Where one event or period is drawn. Horizontal pixels count from the layout's origin instant at the layout's resolution, so that
 * neither panning nor a little zooming needs a new layout.
 */
export interface Mark {
  readonly item: Thing;
  /** The events this mark stands for together; null for one with a mark of its own. */
  readonly crowd: Crowd | null;
  readonly group: string;
  /** Of a period that lies behind the whole band, -1. */
  readonly row: number;
  /** Its bounds. */
  readonly start: number;
  readonly end: number;
  /** What it covers: a point has a size, and no bar is too narrow to be seen. */
  readonly left: number;
  readonly right: number;
  readonly label: Label | null;
  /** Free pixels before the mark in its row. */
  readonly roomBefore: number;
  /** The mark after it in its row. */
  next: Mark | null;
}

export interface BandLayout {
  readonly key: string;
  readonly rows: number;
  /** Those whose label found no room: zooming in brings it back. */
  readonly unlabelled: number;
  /** From the left. */
  readonly marks: readonly Mark[];
}

export interface Layout {
  readonly origin: Instant;
  /** Milliseconds per pixel. */
  readonly resolution: number;
  /** In the order of the groups; collapsed ones have no rows. */
  readonly bands: readonly BandLayout[];
}

export const ROW_HEIGHT = 23;
export const POINT_RADIUS = 6;
/** A bar narrower than this could not be seen. */
export const NARROWEST_BAR = 4;
export const LABEL_GAP = 8;
