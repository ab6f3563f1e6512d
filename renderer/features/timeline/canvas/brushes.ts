import type { Fit, Scene } from './scene.ts';
import type { Context, Hatching, Sprites } from './sprites.ts';
import type { CanvasTheme } from './theme.ts';
import type { Certain } from './thing.ts';

/** What a frame draws with. */
export interface Brushes {
  readonly context: Context;
  readonly scene: Scene;
  readonly theme: CanvasTheme;
  readonly sprites: Sprites;
  readonly fit: Fit;
}

/** Hatching moves with what it is on. */
export function hatch(
  { context, sprites }: Brushes,
  kind: Hatching,
  colour: string,
  left: number,
  right: number,
  y: number,
  height: number,
): void {
  const pattern = sprites.hatching(context, kind, colour);
  if (!pattern || right <= left) return;
  context.translate(left, y - height / 2);
  context.fillStyle = pattern;
  context.fillRect(0, 0, right - left, height);
  context.translate(-left, -(y - height / 2));
}

/** Hatches the part of a drawn stretch that is certain. */
export function hatchCertain(
  brushes: Brushes,
  kind: Hatching,
  certain: Certain | null,
  colour: string,
  left: number,
  right: number,
  y: number,
  height: number,
): void {
  if (!certain) return;
  const { view, plot } = brushes.scene;
  const scale = (plot.right - plot.left) / (view.to - view.from);
  const from = certain.from === null ? left : plot.left + (certain.from - view.from) * scale;
  const to = certain.to === null ? right : plot.left + (certain.to - view.from) * scale;
  hatch(brushes, kind, colour, Math.max(left, from), Math.min(right, to), y, height);
}
