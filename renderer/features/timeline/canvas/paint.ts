import type { TimelineItem } from '../../../../shared/contract/timeline.ts';
import { middleOf } from './crowd.ts';
import { type Mark, POINT_RADIUS, shortenLabel } from './layout.ts';
import { AXIS_HEIGHT, type Band, LANE_PADDING, labelAt, rowMiddle, type Scene, shiftOf } from './scene.ts';
import type { CanvasTheme } from './theme.ts';
import { timeScale } from './view.ts';

type Context = CanvasRenderingContext2D;

const BAR_HEIGHT = 16;
/** How far a bound that is not a known edge fades out. */
const SOFT_END = 14;
/** A label that meets the edge is cut with an ellipsis before it; where not even a word fits, none is written. */
const EDGE_ROOM = 6;
const NARROWEST_LABEL = 36;

/** Draws the whole scene; the context is scaled to CSS pixels. */
export function paintScene(context: Context, scene: Scene, theme: CanvasTheme): void {
  context.fillStyle = theme.paper;
  context.fillRect(0, 0, scene.width, scene.height);
  context.textBaseline = 'middle';
  paintGrid(context, scene, theme);
  paintBands(context, scene, theme);
  context.save();
  context.beginPath();
  context.rect(scene.plot.left, scene.plot.top, scene.width - scene.plot.left, scene.height - scene.plot.top);
  context.clip();
  if (scene.buckets) paintBuckets(context, scene, theme);
  if (scene.layout) paintMarks(context, scene, theme);
  paintCursor(context, scene, theme);
  context.restore();
  paintAxis(context, scene, theme);
}

function paintGrid(context: Context, { axis, view, plot, height }: Scene, theme: CanvasTheme): void {
  const x = timeScale(view, plot);
  const strong = new Set(axis.spans.map((span) => span.at));
  for (const tick of [...axis.ticks, ...axis.spans]) {
    const at = Math.round(x(tick.at)) + 0.5;
    if (at < plot.left) continue;
    context.fillStyle = strong.has(tick.at) ? theme.lineStrong : theme.line;
    context.globalAlpha = strong.has(tick.at) ? 0.9 : 0.7;
    context.fillRect(at - 0.5, plot.top - 8, 1, height - plot.top + 8);
  }
  context.globalAlpha = 1;
}

function paintBands(context: Context, { bands, width, plot }: Scene, theme: CanvasTheme): void {
  for (const band of bands) {
    context.fillStyle = theme.paper;
    context.fillRect(0, band.top, plot.left, band.height);
    context.fillStyle = theme.line;
    context.fillRect(0, Math.round(band.top), width, 1);
    context.fillStyle = theme.lanes[band.lane];
    context.fillRect(0, Math.round(band.top) + 1, 3, Math.round(band.height) - 1);
    context.font = theme.fontStrong;
    context.fillStyle = theme.ink;
    context.fillText(band.name, 14, band.top + LANE_PADDING + 12, plot.left - 22);
    if (!band.note) continue;
    context.font = theme.fontSmall;
    context.fillStyle = theme.inkFaint;
    context.fillText(band.note, 14, band.top + LANE_PADDING + 31, plot.left - 22);
  }
}

/** Ticks below, the larger unit above; the unit that began before the view keeps its name at the left edge. */
function paintAxis(context: Context, { axis, view, plot, width, zone }: Scene, theme: CanvasTheme): void {
  const x = timeScale(view, plot);
  context.font = theme.fontSmall;
  context.fillStyle = theme.inkFaint;
  context.fillText(zone.place, 14, 14, plot.left - 22);
  context.fillText(zone.offset, 14, 33, plot.left - 22);
  context.fillStyle = theme.paper;
  context.fillRect(plot.left, 0, width - plot.left, AXIS_HEIGHT - 8);
  context.save();
  context.beginPath();
  context.rect(plot.left, 0, width - plot.left, AXIS_HEIGHT);
  context.clip();
  context.font = theme.fontSmall;
  context.fillStyle = theme.inkFaint;
  for (const tick of axis.ticks) context.fillText(tick.label, x(tick.at) + 5, 33);
  context.font = theme.fontStrong;
  context.fillStyle = theme.inkSoft;
  axis.spans.forEach((span, index) => {
    const next = axis.spans[index + 1];
    const labelWidth = context.measureText(span.label).width;
    const left = Math.max(x(span.at), plot.left) + 5;
    const end = next ? x(next.at) - 10 : Number.POSITIVE_INFINITY;
    // Half a date could be taken for another one.
    if (left + labelWidth <= end) context.fillText(span.label, left, 14);
  });
  context.restore();
  context.fillStyle = theme.line;
  context.fillRect(0, AXIS_HEIGHT - 1, width, 1);
}

function paintMarks(context: Context, scene: Scene, theme: CanvasTheme): void {
  const layout = scene.layout;
  if (!layout) return;
  const shift = shiftOf(layout, scene.view, scene.plot);
  const bands = new Map(scene.bands.map((band) => [band.lane, band]));
  const inView = layout.marks.filter((mark) => mark.right + shift > scene.plot.left - 600 && mark.left + shift < scene.width + 40);
  const raised = inView.filter((mark) => standsFor(mark, scene.selected) || mark.item.eventId === scene.hovered);
  const last = raised.map((mark) => nameChosen(mark, scene.selected));
  for (const mark of inView) {
    if (raised.includes(mark)) continue;
    // The chosen event is named even where there was no room for it: a name that would look out from under it gives way.
    const hidden = last.some((one) => one.lane === mark.lane && one.row === mark.row && !one.label && one.left < mark.left);
    paintMark(context, scene, theme, hidden ? { ...mark, label: null } : mark, bands.get(mark.lane), shift);
  }
  for (const mark of last) paintMark(context, scene, theme, mark, bands.get(mark.lane), shift);
}

function standsFor({ item, crowd }: Mark, eventId: string | null): boolean {
  return crowd ? crowd.some((one) => one.eventId === eventId) : item.eventId === eventId;
}

/** The chosen event gives its name to the crowd it stands in. */
function nameChosen(mark: Mark, selected: string | null): Mark {
  const chosen = mark.crowd?.find((one) => one.eventId === selected);
  return chosen ? { ...mark, label: null, item: { ...mark.item, title: chosen.title } } : mark;
}

function paintMark(context: Context, scene: Scene, theme: CanvasTheme, mark: Mark, band: Band | undefined, shift: number): void {
  if (!band) return;
  const y = rowMiddle(band, mark.row);
  const left = mark.left + shift;
  const right = mark.right + shift;
  const colour = theme.lanes[mark.lane];
  const selected = standsFor(mark, scene.selected);
  const hovered = mark.item.eventId === scene.hovered;
  if (selected || hovered) paintHighlight(context, scene, theme, mark, left, right, y, selected);
  if (mark.crowd) paintCrowd(context, scene, theme, mark, colour, left, right, y);
  else if (mark.item.exact) paintPoint(context, mark.item, colour, theme, (left + right) / 2, y);
  else paintBar(context, scene, mark.item, colour, Math.max(left, scene.plot.left - 60), Math.min(right, scene.width + 60), y);
  if (mark.item.differs && !mark.crowd)
    paintNotch(context, theme, mark.item.exact ? (left + right) / 2 : Math.max(left + 5, scene.plot.left + 6), y);
  paintLabel(context, scene, theme, mark, shift, y, selected || hovered);
}

function paintHighlight(
  context: Context,
  scene: Scene,
  theme: CanvasTheme,
  mark: Mark,
  left: number,
  right: number,
  y: number,
  selected: boolean,
): void {
  context.font = theme.font;
  const width = mark.label?.width ?? context.measureText(mark.item.title).width;
  const label = labelAt(scene, mark, left - mark.left, width);
  const end = Math.max(right, label + width);
  const from = Math.max(Math.min(left, label) - 7, scene.plot.left + 1);
  context.beginPath();
  context.roundRect(from, y - 11.5, Math.max(20, Math.min(end + 7, scene.width - 1) - from), 23, 6);
  context.fillStyle = selected ? theme.actSoft : theme.sunken;
  context.fill();
  if (!selected) return;
  context.strokeStyle = theme.act;
  context.lineWidth = 1.4;
  context.stroke();
}

/** Known to the second. Solid when established, hollow when asserted. */
function paintPoint(context: Context, item: TimelineItem, colour: string, theme: CanvasTheme, x: number, y: number): void {
  context.beginPath();
  context.arc(x, y, POINT_RADIUS - 0.8, 0, 2 * Math.PI);
  context.fillStyle = item.standing === 'established' ? colour : theme.paper;
  context.fill();
  context.strokeStyle = colour;
  context.lineWidth = 1.6;
  context.stroke();
}

/** Events that share a mark: one stroke for each on a common ground, the chosen one among them in the colour of choice. */
function paintCrowd(
  context: Context,
  scene: Scene,
  theme: CanvasTheme,
  mark: Mark,
  colour: string,
  left: number,
  right: number,
  y: number,
): void {
  const x = timeScale(scene.view, scene.plot);
  context.beginPath();
  context.roundRect(left - 4, y - BAR_HEIGHT / 2 - 1, right - left + 8, BAR_HEIGHT + 2, 4);
  context.fillStyle = withAlpha(colour, 0.16);
  context.fill();
  context.strokeStyle = withAlpha(colour, 0.45);
  context.lineWidth = 1;
  context.stroke();
  for (const item of mark.crowd ?? []) {
    const chosen = item.eventId === scene.selected;
    context.fillStyle = chosen ? theme.act : colour;
    context.globalAlpha = chosen || item.standing === 'established' ? 1 : 0.55;
    context.fillRect(x(middleOf(item)) - (chosen ? 1.5 : 0.8), y - BAR_HEIGHT / 2 + 2, chosen ? 3 : 1.6, BAR_HEIGHT - 4);
  }
  context.globalAlpha = 1;
  for (const item of mark.crowd ?? []) if (item.differs) paintNotch(context, theme, x(middleOf(item)), y);
}

/** From the earliest bound to the latest, its ends soft because neither is an edge that anybody saw. */
function paintBar(context: Context, scene: Scene, item: TimelineItem, colour: string, left: number, right: number, y: number): void {
  const width = right - left;
  // Only its name is still in view.
  if (width <= 0) return;
  const top = y - BAR_HEIGHT / 2;
  const soft = Math.min(SOFT_END, width * 0.28);
  const established = item.standing === 'established';
  context.save();
  context.beginPath();
  context.roundRect(left, top, width, BAR_HEIGHT, Math.min(3, width / 2));
  if (width < 12) {
    // Too narrow to fade: a short stroke, which is still no point.
    context.fillStyle = colour;
    context.globalAlpha = established ? 1 : 0.22;
    context.fill();
    context.globalAlpha = 1;
    strokeNarrow(context, colour);
  } else {
    context.fillStyle = fade(context, colour, left, right, soft, established ? 0.5 : 0.1);
    context.fill();
    if (established) context.clip();
    context.strokeStyle = fade(context, colour, left, right, soft, established ? 0.55 : 0.95);
    context.lineWidth = 1.4;
    context.stroke();
  }
  if (item.approximate && width >= 12) hatch(context, colour, Math.max(left, scene.plot.left - 20), Math.min(right, scene.width + 20), top);
  context.restore();
}

function strokeNarrow(context: Context, colour: string): void {
  context.strokeStyle = colour;
  context.lineWidth = 1.2;
  context.stroke();
}

function fade(context: Context, colour: string, left: number, right: number, soft: number, alpha: number): CanvasGradient {
  const gradient = context.createLinearGradient(left, 0, right, 0);
  const share = soft / (right - left);
  gradient.addColorStop(0, withAlpha(colour, 0));
  gradient.addColorStop(share, withAlpha(colour, alpha));
  gradient.addColorStop(1 - share, withAlpha(colour, alpha));
  gradient.addColorStop(1, withAlpha(colour, 0));
  return gradient;
}

/** Hatched: uncertain by the word of whoever entered it. */
function hatch(context: Context, colour: string, left: number, right: number, top: number): void {
  context.clip();
  context.beginPath();
  for (let x = Math.floor(left / 6) * 6 - BAR_HEIGHT; x < right; x += 6) {
    context.moveTo(x, top + BAR_HEIGHT);
    context.lineTo(x + BAR_HEIGHT, top);
  }
  context.strokeStyle = withAlpha(colour, 0.55);
  context.lineWidth = 1.1;
  context.stroke();
}

/** Accounts differ: a notch from above, beside the amber so that it is not colour alone. */
function paintNotch(context: Context, theme: CanvasTheme, x: number, y: number): void {
  context.beginPath();
  context.moveTo(x - 5, y - BAR_HEIGHT / 2 - 3);
  context.lineTo(x + 5, y - BAR_HEIGHT / 2 - 3);
  context.lineTo(x, y - BAR_HEIGHT / 2 + 4);
  context.closePath();
  context.fillStyle = theme.differ;
  context.fill();
  context.strokeStyle = theme.paper;
  context.lineWidth = 1;
  context.stroke();
}

function paintLabel(context: Context, scene: Scene, theme: CanvasTheme, mark: Mark, shift: number, y: number, strong: boolean): void {
  const { label } = mark;
  if (!label && !strong) return;
  const text = label?.text ?? mark.item.title;
  context.font = theme.font;
  const x = labelAt(scene, mark, shift, label?.width ?? context.measureText(text).width);
  context.fillStyle = strong ? theme.ink : theme.inkSoft;
  if (label?.inside) context.fillStyle = theme.ink;
  const room = scene.width - EDGE_ROOM - x;
  if (room >= NARROWEST_LABEL)
    context.fillText(
      shortenLabel(text, (part) => context.measureText(part).width, room),
      x,
      y + 0.5,
    );
}

function paintBuckets(context: Context, scene: Scene, theme: CanvasTheme): void {
  const { buckets, plot, view } = scene;
  if (!buckets) return;
  const x = timeScale(view, plot);
  const most = Math.max(1, ...buckets.lanes.flatMap((lane) => lane.counts));
  for (const band of scene.bands) {
    const counts = buckets.lanes.find((one) => one.lane === band.lane)?.counts ?? [];
    const step = (buckets.to - buckets.from) / Math.max(1, counts.length);
    context.fillStyle = theme.lanes[band.lane];
    context.globalAlpha = 0.75;
    counts.forEach((count, column) => {
      if (count === 0) return;
      const left = x(buckets.from + column * step);
      const width = Math.max(1, x(buckets.from + (column + 1) * step) - left - 0.5);
      // The root keeps one event visible beside a thousand.
      const height = Math.max(2, (band.height - 2 * LANE_PADDING) * Math.sqrt(count / most));
      context.fillRect(left, band.top + band.height - LANE_PADDING - height, width, height);
    });
    context.globalAlpha = 1;
  }
}

function paintCursor(context: Context, { cursor, height, plot }: Scene, theme: CanvasTheme): void {
  if (cursor === null || cursor < plot.left) return;
  context.fillStyle = theme.act;
  context.globalAlpha = 0.55;
  context.fillRect(Math.round(cursor), plot.top, 1, height - plot.top);
  context.globalAlpha = 1;
}

/** Tokens are hexadecimal; a canvas gradient needs its alpha in the colour itself. */
function withAlpha(colour: string, alpha: number): string {
  return `${colour}${Math.round(alpha * 255)
    .toString(16)
    .padStart(2, '0')}`;
}
