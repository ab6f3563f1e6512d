import { type Lane, lanes } from '../../../../shared/model/event.ts';
import type { Layout } from './marks.ts';
import type { CanvasTheme } from './theme.ts';
import type { View } from './view.ts';

export const BAND_PADDING = 7;

/** Counted events: [from, to) cut into equal columns. */
export interface Buckets extends View {
  readonly groups: readonly { readonly key: string; readonly counts: readonly number[] }[];
}

/** One band on the canvas, in CSS pixels; `top` counts from the top of the canvas and moves when the bands are scrolled. */
export interface Band {
  readonly key: string;
  readonly name: string;
  readonly collapsed: boolean;
  readonly top: number;
  readonly height: number;
  /** What stands under its name. */
  readonly note: string;
  readonly colour: string;
}

/** One band as the screen names it. */
export interface Group {
  readonly key: string;
  readonly name: string;
  readonly collapsed: boolean;
  /** How many of its events have no place in time. */
  readonly unplaced: number;
}

/** The bands one below the other, from `top`. `more` says what stands under a name when some labels find no room. */
export function placeBands(
  groups: readonly Group[],
  heights: readonly number[],
  top: number,
  layout: Layout | null,
  theme: CanvasTheme,
  more: (count: number) => string,
  nowhere: (count: number) => string,
): readonly Band[] {
  let at = top;
  return groups.map(({ key, name, collapsed, unplaced }, index) => {
    const height = heights[index] ?? 0;
    const unlabelled = layout?.bands[index]?.unlabelled ?? 0;
    // Where events are only counted, those without a place in time have no mark of their own.
    const note = unlabelled > 0 ? more(unlabelled) : layout === null && unplaced > 0 ? nowhere(unplaced) : '';
    const band = { key, name, collapsed, top: at, height, colour: colourOf(key, theme), note };
    at += height;
    return band;
  });
}

/** Lanes keep their colours; other bands have none, because a colour means a lane. */
function colourOf(key: string, theme: CanvasTheme): string {
  return (lanes as readonly string[]).includes(key) ? theme.lanes[key as Lane] : theme.inkFaint;
}

export function areSame(bands: readonly Band[], others: readonly Band[]): boolean {
  return (
    bands.length === others.length &&
    bands.every((band, index) => {
      const other = others[index] as Band;
      return (
        band.key === other.key &&
        band.name === other.name &&
        band.collapsed === other.collapsed &&
        band.top === other.top &&
        band.height === other.height &&
        band.note === other.note &&
        band.colour === other.colour
      );
    })
  );
}
