import type { CanvasTheme } from './theme.ts';
import type { View } from './view.ts';

export interface MinimapScene {
  readonly width: number;
  readonly height: number;
  /** The stretch all events lie in, with room at the sides. */
  readonly whole: View;
  /** The stretch the density columns cut into equal parts. */
  readonly extent: View;
  readonly density: readonly number[];
}

/** What a press on the minimap takes hold of. */
export type BrushPart = 'from' | 'to' | 'middle' | 'outside';

const EDGE = 7;
const NARROWEST_BRUSH = 8;

/** The density alone; the brush lies over it. */
export function paintMinimap(context: CanvasRenderingContext2D, scene: MinimapScene, theme: CanvasTheme): void {
  const { width, height, density } = scene;
  context.fillStyle = theme.sunken;
  context.fillRect(0, 0, width, height);
  const most = Math.max(1, ...density);
  const left = toPixel(scene, scene.extent.from);
  const step = (toPixel(scene, scene.extent.to) - left) / Math.max(1, density.length);
  context.fillStyle = theme.inkFaint;
  context.globalAlpha = 0.7;
  density.forEach((count, column) => {
    if (count === 0) return;
    const bar = Math.max(2, (height - 10) * Math.sqrt(count / most));
    context.fillRect(left + column * step, height - 4 - bar, Math.max(1, step - 0.8), bar);
  });
  context.globalAlpha = 1;
}

/** Where a view lies, in pixels; never too narrow to be held, and always in sight. */
export function brushOf(scene: MinimapScene, view: View): { readonly left: number; readonly right: number } {
  const left = Math.max(1, Math.min(scene.width - NARROWEST_BRUSH, toPixel(scene, view.from)));
  const right = Math.min(scene.width - 1, Math.max(left + NARROWEST_BRUSH, toPixel(scene, view.to)));
  return { left, right };
}

export function brushPartAt(scene: MinimapScene, view: View, x: number): BrushPart {
  const { left, right } = brushOf(scene, view);
  const edge = Math.min(EDGE, (right - left) / 3);
  if (Math.abs(x - left) <= edge) return 'from';
  if (Math.abs(x - right) <= edge) return 'to';
  return x > left && x < right ? 'middle' : 'outside';
}

export function toInstant(scene: Pick<MinimapScene, 'whole' | 'width'>, x: number): number {
  return scene.whole.from + (x / scene.width) * (scene.whole.to - scene.whole.from);
}

function toPixel(scene: MinimapScene, instant: number): number {
  return ((instant - scene.whole.from) / (scene.whole.to - scene.whole.from)) * scene.width;
}
