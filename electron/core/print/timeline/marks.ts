import type { CanvasElement } from 'pdfmake/interfaces.js';
import { colour } from '../press/design.ts';
import type { CaseFileSentence } from '../sentences.ts';
import { endOf, startOf, type TimelineItem } from './item.ts';
import { positionOf, type Placed, type Scale } from './layout.ts';

const height = 8.5;
const radius = 3.4;
/** How much of a bar fades at each end: what is bounded has no edge. */
const softEnd = 12;
const hatchStep = 4;

/**
 * A point for what is known to the second, else a bar whose ends fade. Solid: established; hollow: alleged; an amber
 * notch: accounts differ. Told apart without colour, because a court prints in black.
 */
export function drawMark({ item, left, right, openLeft, openRight }: Placed, lane: string, x: number, middle: number): CanvasElement[] {
  const solid = item.standing === 'established';
  if (item.gap) return drawGap(x + left, x + right, middle, lane);
  const marks = item.point
    ? [drawPoint(x + (left + right) / 2, middle, lane, solid)]
    : drawBar(x + left, x + right, middle, lane, solid, openLeft, openRight);
  if (!item.differs) return marks;
  const tip = x + (item.point ? (left + right) / 2 : Math.min(left + 6, (left + right) / 2));
  const top = middle - height / 2 - 0.5;
  return [
    ...marks,
    {
      type: 'polyline',
      closePath: true,
      points: [
        { x: tip - 3.2, y: top - 4.6 },
        { x: tip + 3.2, y: top - 4.6 },
        { x: tip, y: top },
      ],
      color: colour.differ,
    },
  ];
}

function drawPoint(x: number, y: number, lane: string, solid: boolean): CanvasElement {
  return solid
    ? { type: 'ellipse', x, y, r1: radius, r2: radius, color: lane, lineColor: lane, lineWidth: 1.1 }
    : { type: 'ellipse', x, y, r1: radius - 0.3, r2: radius - 0.3, color: colour.paper, lineColor: lane, lineWidth: 1.3 };
}

/** Hatching between two thin lines, without ends: where memory leaves off is not known to the minute. */
function drawGap(left: number, right: number, middle: number, lane: string): CanvasElement[] {
  const top = middle - height / 2;
  const width = Math.max(6, right - left);
  const line = (x1: number, y1: number, x2: number, y2: number): CanvasElement => ({
    type: 'line',
    x1,
    y1,
    x2,
    y2,
    lineWidth: 0.7,
    lineColor: lane,
  });
  const strokes = Array.from({ length: Math.floor((width - height / 2) / hatchStep) + 1 }, (_, index) => {
    const at = left + index * hatchStep;
    return line(at, top + height, Math.min(at + height / 2, left + width), top);
  });
  return [line(left, top, left + width, top), line(left, top + height, left + width, top + height), ...strokes];
}

function drawBar(
  left: number,
  right: number,
  middle: number,
  lane: string,
  solid: boolean,
  openLeft: boolean,
  openRight: boolean,
): CanvasElement[] {
  const y = middle - height / 2;
  const width = right - left;
  // Too narrow to fade: a small upright bar, so that it is not taken for a point.
  if (width <= 9 && !openLeft && !openRight) {
    return [{ type: 'rect', x: left, y, w: width, h: height, r: 1, color: solid ? lane : colour.paper, lineColor: lane, lineWidth: 1 }];
  }
  const soft = (open: boolean) => Math.min(open ? 46 : softEnd, width * (open ? 0.6 : 0.3));
  const [fadeLeft, fadeRight] = [soft(openLeft), soft(openRight)];
  const body = solid ? lane : tint(lane, 0.16);
  const bars: CanvasElement[] = [
    { type: 'rect', x: left, y, w: fadeLeft, h: height, linearGradient: [colour.paper, body] },
    { type: 'rect', x: left + fadeLeft - 0.1, y, w: width - fadeLeft - fadeRight + 0.2, h: height, color: body },
    { type: 'rect', x: right - fadeRight, y, w: fadeRight, h: height, linearGradient: [body, colour.paper] },
  ];
  if (solid) return bars;
  const edge = (at: number): CanvasElement[] => [
    { type: 'rect', x: left, y: at - 0.45, w: fadeLeft, h: 0.9, linearGradient: [colour.paper, lane] },
    { type: 'rect', x: left + fadeLeft, y: at - 0.45, w: width - fadeLeft - fadeRight, h: 0.9, color: lane },
    { type: 'rect', x: right - fadeRight, y: at - 0.45, w: fadeRight, h: 0.9, linearGradient: [lane, colour.paper] },
  ];
  return [...bars, ...edge(y), ...edge(y + height)];
}

/** How many items touch each column, where there are too many to draw one by one. */
export function drawDensity(
  items: readonly TimelineItem[],
  scale: Scale,
  lane: string,
  x: number,
  top: number,
  tall: number,
): CanvasElement[] {
  const columns = 160;
  const counts = Array.from({ length: columns }, () => 0);
  for (const item of items) {
    const [first, last] = [startOf(item), Math.max(startOf(item), endOf(item))].map((at) =>
      Math.min(columns - 1, Math.max(0, Math.floor((positionOf(at, scale) / scale.width) * columns))),
    ) as [number, number];
    for (let column = first; column <= last; column++) counts[column] = (counts[column] ?? 0) + 1;
  }
  const most = Math.max(1, ...counts);
  const step = scale.width / columns;
  return counts.flatMap((count, column): CanvasElement[] =>
    count === 0
      ? []
      : [
          {
            type: 'rect',
            x: x + column * step,
            y: top + tall * (1 - count / most),
            w: step - 0.6,
            h: (tall * count) / most,
            color: tint(lane, 0.75),
          },
        ],
  );
}

export function drawLegend(
  x: number,
  y: number,
): {
  readonly marks: CanvasElement[];
  readonly names: readonly { readonly name: CaseFileSentence; readonly x: number; readonly y: number }[];
} {
  const ink = colour.soft;
  const entries: readonly { readonly name: CaseFileSentence; readonly width: number; readonly draw: (at: number) => CanvasElement[] }[] = [
    { name: 'timeline.legend-point', width: 104, draw: (at) => [drawPoint(at + 5, y, ink, true)] },
    { name: 'timeline.legend-bounds', width: 118, draw: (at) => drawBar(at, at + 30, y, ink, true, false, false) },
    { name: 'timeline.legend-established', width: 84, draw: (at) => drawBar(at, at + 8, y, ink, true, false, false) },
    { name: 'timeline.legend-asserted', width: 68, draw: (at) => drawBar(at, at + 8, y, ink, false, false, false) },
    { name: 'timeline.legend-open', width: 108, draw: (at) => drawBar(at, at + 40, y, ink, true, false, true) },
    { name: 'timeline.legend-gap', width: 92, draw: (at) => drawGap(at, at + 20, y, ink) },
    {
      name: 'timeline.legend-differs',
      width: 90,
      draw: (at) => [
        {
          type: 'polyline',
          closePath: true,
          points: [
            { x: at + 1.8, y: y - 3 },
            { x: at + 8.2, y: y - 3 },
            { x: at + 5, y: y + 1.8 },
          ],
          color: colour.differ,
        },
      ],
    },
  ];
  const symbol: Readonly<Partial<Record<CaseFileSentence, number>>> = {
    'timeline.legend-bounds': 34,
    'timeline.legend-open': 44,
    'timeline.legend-gap': 25,
  };
  const marks: CanvasElement[] = [];
  const names: { name: CaseFileSentence; x: number; y: number }[] = [];
  let at = x;
  for (const { name, width, draw } of entries) {
    marks.push(...draw(at));
    names.push({ name, x: at + (symbol[name] ?? 13), y: y - 5.4 });
    at += width + (symbol[name] ?? 0) * 0.3;
  }
  return { marks, names };
}

/** A colour mixed with paper. */
function tint(hex: string, share: number): string {
  const mixed = [1, 3, 5].map((at) => Math.round(255 - (255 - Number.parseInt(hex.slice(at, at + 2), 16)) * share));
  return `#${mixed.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}
