import type { Band } from './bands.ts';
import type { TimelineItem } from '../../../../shared/contract/timeline.ts';
import { type Brushes, hatch, hatchCertain } from './brushes.ts';
import { type Crowd, middleOf } from './crowd.ts';
import type { Mark } from './marks.ts';
import { shortenLabel } from './shorten-label.ts';
import { paintBehind, paintPeriod } from './paint-periods.ts';
import { fitOf, hasRoom, isTimed, labelAt, leftOf, rightOf, rowMiddle, type Scene } from './scene.ts';
import { BAR_HEIGHT, BAR_TINT, type Context, EDGE_WIDTH, SOFT_END, type Sprite, type Sprites } from './sprites.ts';
import { type CanvasTheme, withAlpha } from './theme.ts';
import { isPeriod, isPoint, isUnplaced, keyOf } from './thing.ts';

/** A label that meets the edge is cut with an ellipsis before it; where not even a word fits, none is written. */
const EDGE_ROOM = 6;
const NARROWEST_LABEL = 36;
/** Marks this far outside may still have a label in view. */
const REACH = 600;

/** All marks in view: first the shapes, then the words in one font, then what is chosen or under the pointer on top. */
export function paintMarks(context: Context, scene: Scene, theme: CanvasTheme, sprites: Sprites): void {
  if (!scene.layout) return;
  const brushes: Brushes = { context, scene, theme, sprites, fit: fitOf(scene.layout, scene.view, scene.plot) };
  for (const [index, band] of scene.bands.entries()) {
    const marks = scene.layout.bands[index]?.marks;
    if (!marks || band.collapsed || band.top > scene.height || band.top + band.height < scene.plot.top) continue;
    paintBandMarks(brushes, band, marks);
  }
}

function paintBandMarks(brushes: Brushes, band: Band, marks: readonly Mark[]): void {
  const { context, scene, theme, fit } = brushes;
  const raised: Mark[] = [];
  const shown: Mark[] = [];
  for (const mark of marks) {
    if (rightOf(mark, fit) < scene.plot.left - REACH || leftOf(mark, fit) > scene.width + 40) continue;
    if (mark.row >= 0 && (standsFor(mark, scene.selected) || keyOf(mark.item) === scene.hovered)) raised.push(mark);
    else {
      shown.push(mark);
      paintShape(brushes, band, mark);
    }
  }
  context.font = theme.font;
  for (const mark of shown) {
    // The chosen event is named even where there was no room for it: a name that would look out from under it gives way.
    const hidden = raised.some((one) => one.row === mark.row && !one.label && one.left < mark.left);
    if (mark.label && !hidden) paintLabel(brushes, band, mark, mark.label.text, mark.label.width, false);
  }
  for (const mark of raised) paintRaised(brushes, band, mark);
}

function paintRaised(brushes: Brushes, band: Band, mark: Mark): void {
  const { context, scene, theme } = brushes;
  const chosen = mark.crowd?.find((one) => one.eventId === scene.selected);
  // The chosen event gives its name to the crowd it stands in.
  const text = chosen?.title ?? mark.label?.text ?? mark.item.title;
  context.font = theme.font;
  const width = !chosen && mark.label ? mark.label.width : context.measureText(text).width;
  paintHighlight(brushes, band, mark, width, standsFor(mark, scene.selected));
  paintShape(brushes, band, mark);
  context.font = theme.font;
  paintLabel(brushes, band, mark, text, width, true);
}

export function standsFor({ item, crowd }: Mark, key: string | null): boolean {
  if (key === null) return false;
  return crowd ? crowd.some((one) => one.eventId === key) : keyOf(item) === key;
}

function paintShape(brushes: Brushes, band: Band, mark: Mark): void {
  const { scene, theme, sprites, fit } = brushes;
  const { item, crowd } = mark;
  const left = leftOf(mark, fit);
  const right = rightOf(mark, fit);
  if (isPeriod(item)) {
    if (mark.row < 0) paintBehind(brushes, item, left, right, band);
    else paintPeriod(brushes, item, left, right, rowMiddle(band, mark.row));
    return;
  }
  const y = rowMiddle(band, mark.row);
  const colour = theme.lanes[item.lane];
  if (isUnplaced(item)) paintUnplaced(brushes, colour, y);
  else if (crowd && isTimed(crowd)) paintCrowd(brushes, crowd, colour, left, right, y);
  else if (isPoint(item)) stamp(brushes, sprites.point(colour, item.standing === 'established'), (left + right) / 2, y);
  else paintBar(brushes, item, colour, left, right, y);
  if (item.differs && !crowd) paintNotch(brushes, isPoint(item) ? (left + right) / 2 : Math.max(left + 5, scene.plot.left + 6), y);
}

/** Copies a sprite around its middle, on whole pixels of the screen so that it stays sharp. */
function stamp({ context, sprites: { ratio } }: Brushes, sprite: Sprite, x: number, y: number): void {
  const left = Math.round((x - sprite.width / 2) * ratio) / ratio;
  const top = Math.round((y - sprite.height / 2) * ratio) / ratio;
  context.drawImage(sprite.image, left, top, sprite.width, sprite.height);
}

function paintNotch(brushes: Brushes, x: number, y: number): void {
  stamp(brushes, brushes.sprites.notch(), x, y - BAR_HEIGHT / 2 + 0.5);
}

function paintHighlight({ context, scene, theme, fit }: Brushes, band: Band, mark: Mark, width: number, selected: boolean): void {
  const y = rowMiddle(band, mark.row);
  const left = leftOf(mark, fit);
  const label = labelAt(scene.plot, scene.width, mark, fit, width);
  const end = Math.max(rightOf(mark, fit), label + width);
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

/** Stamped by a clock that was off by nobody knows how much: open on both sides, with a question mark, at no place. */
function paintUnplaced(brushes: Brushes, colour: string, y: number): void {
  const { context, scene, sprites } = brushes;
  const left = scene.plot.left + 20;
  context.save();
  context.setLineDash([5, 4]);
  context.strokeStyle = withAlpha(colour, 0.5);
  context.lineWidth = 1.2;
  context.beginPath();
  context.moveTo(left, y - BAR_HEIGHT / 2);
  context.lineTo(scene.width, y - BAR_HEIGHT / 2);
  context.moveTo(left, y + BAR_HEIGHT / 2);
  context.lineTo(scene.width, y + BAR_HEIGHT / 2);
  context.stroke();
  context.restore();
  stamp(brushes, sprites.question(colour), scene.plot.left + 14, y);
}

/** Events that share a mark: one stroke for each on a common ground, the chosen one among them in the colour of choice. */
function paintCrowd(brushes: Brushes, crowd: Crowd, colour: string, left: number, right: number, y: number): void {
  const { context, scene, theme } = brushes;
  const top = y - BAR_HEIGHT / 2;
  context.beginPath();
  context.roundRect(left - 4, top - 1, right - left + 8, BAR_HEIGHT + 2, 4);
  context.fillStyle = withAlpha(colour, 0.16);
  context.fill();
  context.strokeStyle = withAlpha(colour, 0.45);
  context.lineWidth = 1;
  context.stroke();
  const scale = (scene.plot.right - scene.plot.left) / (scene.view.to - scene.view.from);
  const x = (item: TimelineItem): number => scene.plot.left + (middleOf(item) - scene.view.from) * scale;
  context.fillStyle = withAlpha(colour, 0.55);
  for (const item of crowd) if (item.standing !== 'established') context.fillRect(x(item) - 0.8, top + 2, 1.6, BAR_HEIGHT - 4);
  context.fillStyle = colour;
  for (const item of crowd) if (item.standing === 'established') context.fillRect(x(item) - 0.8, top + 2, 1.6, BAR_HEIGHT - 4);
  for (const item of crowd) {
    if (item.eventId === scene.selected) {
      context.fillStyle = theme.act;
      context.fillRect(x(item) - 1.5, top + 2, 3, BAR_HEIGHT - 4);
    }
    if (item.differs) paintNotch(brushes, x(item), y);
  }
}

/** From the earliest bound to the latest, its ends soft because neither is an edge that anybody saw. */
function paintBar(brushes: Brushes, item: TimelineItem, colour: string, from: number, to: number, y: number): void {
  const { context, scene, sprites } = brushes;
  const left = Math.max(from, scene.plot.left - 60);
  const right = Math.min(to, scene.width + 60);
  const width = right - left;
  // Only its name is still in view.
  if (width <= 0) return;
  const top = y - BAR_HEIGHT / 2;
  const established = item.standing === 'established';
  const memory = item.kind === 'memory-gap';
  if (width < 12) {
    // Too narrow to fade: a short stroke, which is still no point.
    context.fillStyle = established ? colour : withAlpha(colour, 0.22);
    context.fillRect(left, top, width, BAR_HEIGHT);
    context.strokeStyle = colour;
    context.lineWidth = 1.2;
    context.strokeRect(left + 0.2, top + 0.6, Math.max(0, width - 0.4), BAR_HEIGHT - 1.2);
    return;
  }
  const soft = Math.min(SOFT_END, width * 0.28);
  const { body, edge } = BAR_TINT[established && !memory ? 'established' : 'asserted'];
  context.drawImage(sprites.softEnd(colour, established && !memory, 'left').image, left, top, soft, BAR_HEIGHT);
  context.drawImage(sprites.softEnd(colour, established && !memory, 'right').image, right - soft, top, soft, BAR_HEIGHT);
  context.fillStyle = withAlpha(colour, body);
  context.fillRect(left + soft, top, width - 2 * soft, BAR_HEIGHT);
  context.fillStyle = withAlpha(colour, edge);
  context.fillRect(left + soft, top, width - 2 * soft, EDGE_WIDTH);
  context.fillRect(left + soft, top + BAR_HEIGHT - EDGE_WIDTH, width - 2 * soft, EDGE_WIDTH);
  if (memory) {
    context.globalAlpha = 0.45;
    hatch(brushes, 'memory-gap', colour, left + 2, right - 2, y, BAR_HEIGHT);
    context.globalAlpha = 1;
    hatchCertain(brushes, 'memory-gap', scene.gaps.get(item.eventId) ?? null, colour, left + 2, right - 2, y, BAR_HEIGHT);
  } else if (item.approximate) hatch(brushes, 'approximate', colour, left + 2, right - 2, y, BAR_HEIGHT);
}

/** Drawn with strokes that words would be hard to read on. */
function isHatched({ item, crowd }: Mark): boolean {
  if (isPeriod(item)) return true;
  return !item.unplaced && (crowd !== null || item.approximate || item.kind === 'memory-gap');
}

function paintLabel({ context, scene, theme, fit }: Brushes, band: Band, mark: Mark, text: string, width: number, strong: boolean): void {
  const x = labelAt(scene.plot, scene.width, mark, fit, width);
  const room = scene.width - EDGE_ROOM - x;
  if (room < NARROWEST_LABEL || (!strong && !hasRoom(mark, fit, x + width))) return;
  const inside = x < rightOf(mark, fit) && x > leftOf(mark, fit);
  context.fillStyle = isPeriod(mark.item) && mark.item.kind === 'silence' ? theme.breach : strong || inside ? theme.ink : theme.inkSoft;
  if (inside && isHatched(mark)) {
    // Words on hatching, and on a crowd's strokes, are words on paper.
    context.globalAlpha = 0.78;
    const ink = context.fillStyle;
    context.fillStyle = theme.paper;
    context.fillRect(x - 3, rowMiddle(band, mark.row) - 8, Math.min(width, room) + 6, 16);
    context.globalAlpha = 1;
    context.fillStyle = ink;
  }
  const written = width <= room ? text : shortenLabel(text, (part) => context.measureText(part).width, room);
  context.fillText(written, x, rowMiddle(band, mark.row) + 0.5);
}
