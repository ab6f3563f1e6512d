import type { CanvasElement, Content } from 'pdfmake/interfaces.js';
import type { Language } from '../../../../shared/model/language.ts';
import { colour, page } from '../press/design.ts';
import { headLines } from './head-lines.ts';

/** One landscape sheet, in points; an SVG has no pages, so they stand one below the other. */
const SHEET = { width: page.height, height: page.width } as const;
/** The running head: its first base line, and how many lines the upper margin holds. */
const HEAD = { size: 7.5, top: 36, step: 12, lines: 3 } as const;
const FONTS = "'Noto Sans', 'Noto Sans SC', 'Source Sans 3', 'Microsoft YaHei', 'PingFang SC', sans-serif";

interface Node {
  readonly text?: unknown;
  readonly canvas?: readonly CanvasElement[];
  readonly absolutePosition?: { readonly x: number; readonly y: number };
  readonly margin?: readonly [number, number, number, number];
  readonly pageBreak?: string;
  readonly fontSize?: number;
  readonly bold?: boolean;
  readonly color?: string;
}

/** The same elements the PDF is made of, as one picture: shapes as shapes, words as words that can be searched and copied. */
export function drawSvg(chart: readonly Content[], facts: readonly string[], language: Language): string {
  const gradients: string[] = [];
  const sheets: string[][] = [];
  let flow: number = page.top;
  for (const node of chart as readonly Node[]) {
    if (sheets.length === 0 || node.pageBreak === 'before') {
      if (sheets.length === 0 || (sheets.at(-1)?.length ?? 0) > 0) sheets.push([]);
      flow = page.top;
    }
    const sheet = sheets.at(-1) as string[];
    const { x, y } = node.absolutePosition ?? { x: page.left, y: flow + (node.margin?.[1] ?? 0) };
    if (node.canvas) sheet.push(...node.canvas.map((one) => drawElement(one, x, y, gradients)));
    else sheet.push(drawText(node, x, y));
    if (!node.absolutePosition) flow = y + (node.canvas ? 0 : (node.fontSize ?? 9.5) * 1.36 * 1.2) + (node.margin?.[3] ?? 0);
  }
  const [title = '', ...rest] = facts;
  const width = SHEET.width - page.left - page.right;
  const head = [...headLines([title], HEAD.size, width), ...headLines(rest, HEAD.size, width)];
  // What does not fit above the first sheet pushes the sheets down: a selection that is not named in full misleads.
  const pushed = Math.max(0, head.length - HEAD.lines) * HEAD.step;
  const height = SHEET.height * sheets.length + pushed;
  const groups = sheets.map(
    (elements, index) => `<g transform="translate(0 ${round(index * SHEET.height + pushed)})">${elements.join('\n')}</g>`,
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg" width="${SHEET.width}pt" height="${round(height)}pt" viewBox="0 0 ${SHEET.width} ${round(height)}" lang="${language}" font-family="${FONTS}">`,
    `<title>${xml(title)}</title>`,
    `<desc>${xml(rest.join(' '))}</desc>`,
    `<defs>${gradients.join('')}</defs>`,
    `<rect width="100%" height="100%" fill="${colour.paper}"/>`,
    ...head.map(
      (line, index) =>
        `<text x="${page.left}" y="${HEAD.top + index * HEAD.step}" font-size="${HEAD.size}" fill="${colour.faint}" xml:space="preserve">${xml(line)}</text>`,
    ),
    ...groups,
    '</svg>',
    '',
  ].join('\n');
}

function drawElement(element: CanvasElement, dx: number, dy: number, gradients: string[]): string {
  const paint = `${paintOf(element, gradients)}${strokeOf(element)}`;
  switch (element.type) {
    case 'rect':
      return `<rect x="${round(element.x + dx)}" y="${round(element.y + dy)}" width="${round(element.w)}" height="${round(element.h)}"${element.r ? ` rx="${element.r}"` : ''}${paint}/>`;
    case 'ellipse':
      return `<ellipse cx="${round(element.x + dx)}" cy="${round(element.y + dy)}" rx="${round(element.r1 ?? 0)}" ry="${round(element.r2 ?? element.r1 ?? 0)}"${paint}/>`;
    case 'line':
      return `<line x1="${round(element.x1 + dx)}" y1="${round(element.y1 + dy)}" x2="${round(element.x2 + dx)}" y2="${round(element.y2 + dy)}"${strokeOf(element, colour.ink)}/>`;
    case 'polyline': {
      const points = element.points.map(({ x, y }) => `${round(x + dx)},${round(y + dy)}`).join(' ');
      return `<${element.closePath ? 'polygon' : 'polyline'} points="${points}"${paint}/>`;
    }
    default:
      throw new Error('the timeline draws no such element');
  }
}

function paintOf(element: CanvasElement, gradients: string[]): string {
  const { linearGradient, color, fillOpacity } = element as {
    readonly linearGradient?: readonly string[];
    readonly color?: string;
    readonly fillOpacity?: number;
  };
  const opacity = fillOpacity === undefined ? '' : ` fill-opacity="${fillOpacity}"`;
  if (!linearGradient) return ` fill="${color ?? 'none'}"${opacity}`;
  const stops = linearGradient
    .map((stop, index) => `<stop offset="${index / (linearGradient.length - 1)}" stop-color="${stop}"/>`)
    .join('');
  let at = gradients.findIndex((one) => one.includes(stops));
  if (at < 0) at = gradients.push(`<linearGradient id="fade${gradients.length}">${stops}</linearGradient>`) - 1;
  return ` fill="url(#fade${at})"${opacity}`;
}

function strokeOf(element: CanvasElement, otherwise?: string): string {
  const { lineColor, lineWidth, dash } = element as {
    readonly lineColor?: string;
    readonly lineWidth?: number;
    readonly dash?: { readonly length: number; readonly space?: number };
  };
  const stroke = lineColor ?? otherwise;
  if (stroke === undefined) return '';
  return ` stroke="${stroke}" stroke-width="${lineWidth ?? 1}"${dash ? ` stroke-dasharray="${dash.length} ${dash.space ?? dash.length}"` : ''}`;
}

/** Words are put by their upper edge in a PDF and by their base line here. */
function drawText(node: Node, x: number, y: number): string {
  const size = node.fontSize ?? 9.5;
  const runs = runsOf(node);
  const spans = runs.map(({ text, bold, color }) => {
    const style = `${bold ? ' font-weight="bold"' : ''}${color ? ` fill="${color}"` : ''}`;
    return style === '' ? xml(text) : `<tspan${style}>${xml(text)}</tspan>`;
  });
  const look = `${node.bold ? ' font-weight="bold"' : ''} fill="${node.color ?? colour.ink}"`;
  return `<text x="${round(x)}" y="${round(y + size * 1.1)}" font-size="${size}"${look} xml:space="preserve">${spans.join('')}</text>`;
}

interface Run {
  readonly text: string;
  readonly bold?: boolean | undefined;
  readonly color?: string | undefined;
}

function runsOf(node: Node): readonly Run[] {
  const { text } = node;
  if (typeof text === 'string') return [{ text }];
  if (!Array.isArray(text)) return [];
  return (text as readonly Node[]).flatMap((one) =>
    runsOf(one).map((run) => ({ ...run, bold: run.bold ?? one.bold, color: run.color ?? one.color })),
  );
}

function xml(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
