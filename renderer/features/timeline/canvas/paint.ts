import { paintDensity } from './density.ts';
import { paintMarks } from './paint-marks.ts';
import { AXIS_HEIGHT, type Scene } from './scene.ts';
import type { Context, Sprites } from './sprites.ts';
import type { CanvasTheme } from './theme.ts';
import { timeScale } from './view.ts';

/** Draws the whole scene; the context is scaled to CSS pixels. Names of bands stand beside the canvas. */
export function paintScene(context: Context, scene: Scene, theme: CanvasTheme, sprites: Sprites): void {
  context.fillStyle = theme.paper;
  context.fillRect(0, 0, scene.width, scene.height);
  context.textBaseline = 'middle';
  context.save();
  context.beginPath();
  context.rect(0, scene.plot.top, scene.width, scene.height - scene.plot.top);
  context.clip();
  paintGrid(context, scene, theme);
  paintBands(context, scene, theme);
  context.beginPath();
  context.rect(scene.plot.left, scene.plot.top, scene.width - scene.plot.left, scene.height - scene.plot.top);
  context.clip();
  const [first] = scene.bands;
  if (scene.density && first) paintDensity(context, scene.density, scene.view, scene.plot, first.top);
  if (scene.layout) paintMarks(context, scene, theme, sprites);
  paintCursor(context, scene, theme);
  context.restore();
  paintAxis(context, scene, theme);
  paintScroll(context, scene, theme);
}

function paintGrid(context: Context, { axis, view, plot, height }: Scene, theme: CanvasTheme): void {
  const x = timeScale(view, plot);
  context.fillStyle = theme.line;
  context.globalAlpha = 0.7;
  for (const tick of axis.ticks) if (tick.at >= view.from) context.fillRect(Math.round(x(tick.at)), plot.top, 1, height - plot.top);
  context.fillStyle = theme.lineStrong;
  context.globalAlpha = 0.9;
  for (const span of axis.spans) if (span.at >= view.from) context.fillRect(Math.round(x(span.at)), plot.top, 1, height - plot.top);
  context.globalAlpha = 1;
}

function paintBands(context: Context, { bands, width, height, plot }: Scene, theme: CanvasTheme): void {
  for (const band of bands) {
    if (band.top > height || band.top + band.height < plot.top) continue;
    if (band.collapsed) {
      context.fillStyle = theme.sunken;
      context.globalAlpha = 0.6;
      context.fillRect(plot.left, band.top, width - plot.left, band.height);
      context.globalAlpha = 1;
    }
    context.fillStyle = theme.line;
    context.fillRect(0, Math.round(band.top), width, 1);
    context.fillStyle = band.colour;
    context.fillRect(0, Math.round(band.top) + 1, 3, Math.round(band.height) - 1);
  }
  const last = bands.at(-1);
  if (!last) return;
  context.fillStyle = theme.line;
  context.fillRect(0, Math.round(last.top + last.height), width, 1);
}

/** Ticks below, the larger unit above; the unit that began before the view keeps its name at the left edge. */
function paintAxis(context: Context, { axis, view, plot, width, zone, brush }: Scene, theme: CanvasTheme): void {
  const x = timeScale(view, plot);
  context.font = theme.fontSmall;
  context.fillStyle = theme.inkFaint;
  context.fillText(zone.place, 14, 14, plot.left - 22);
  context.fillText(zone.offset, 14, 33, plot.left - 22);
  context.save();
  context.beginPath();
  context.rect(plot.left, 0, width - plot.left, AXIS_HEIGHT);
  context.clip();
  context.fillStyle = theme.line;
  for (const tick of axis.ticks) context.fillRect(Math.round(x(tick.at)), AXIS_HEIGHT - 8, 1, 8);
  context.fillStyle = theme.inkFaint;
  for (const tick of axis.ticks) {
    const left = x(tick.at) + 5;
    // Half a figure could be taken for another one.
    if (left < width - 80 || left + context.measureText(tick.label).width <= width - 2) context.fillText(tick.label, left, 33);
  }
  context.font = theme.fontStrong;
  context.fillStyle = theme.inkSoft;
  for (let index = 0; index < axis.spans.length; index += 1) {
    const span = axis.spans[index] as (typeof axis.spans)[number];
    const next = axis.spans[index + 1];
    const begin = x(span.at);
    const end = next ? x(next.at) - 10 : Number.POSITIVE_INFINITY;
    if (end < plot.left || begin > width) continue;
    const left = Math.max(begin, plot.left) + 5;
    // Half a date could be taken for another one.
    if (left + context.measureText(span.label).width <= end) context.fillText(span.label, left, 14);
  }
  context.restore();
  context.fillStyle = theme.line;
  context.fillRect(0, AXIS_HEIGHT - 1, width, 1);
  if (!brush) return;
  context.fillStyle = theme.act;
  context.fillRect(brush.from, AXIS_HEIGHT - 4, brush.to - brush.from, 4);
}

function paintCursor(context: Context, { cursor, height, plot, brush }: Scene, theme: CanvasTheme): void {
  context.fillStyle = theme.act;
  if (brush) {
    context.globalAlpha = 0.12;
    context.fillRect(brush.from, plot.top, brush.to - brush.from, height - plot.top);
    context.globalAlpha = 0.8;
    context.fillRect(Math.round(brush.from), plot.top, 1, height - plot.top);
    context.fillRect(Math.round(brush.to), plot.top, 1, height - plot.top);
  } else if (cursor !== null && cursor >= plot.left) {
    context.globalAlpha = 0.55;
    context.fillRect(Math.round(cursor), plot.top, 1, height - plot.top);
  }
  context.globalAlpha = 1;
}

/** Where more bands lie above or below, a thumb says so. */
function paintScroll(context: Context, { scroll, plot, width }: Scene, theme: CanvasTheme): void {
  const room = plot.bottom - plot.top;
  if (scroll.of <= room + 0.5) return;
  const tall = Math.max(24, (room / scroll.of) * room);
  const top = plot.top + (scroll.at / (scroll.of - room)) * (room - tall);
  context.fillStyle = theme.inkFaint;
  context.globalAlpha = 0.5;
  context.beginPath();
  context.roundRect(width - 7, top + 2, 4, tall - 4, 2);
  context.fill();
  context.globalAlpha = 1;
}
