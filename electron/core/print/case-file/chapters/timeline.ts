import type { CanvasElement, Content } from 'pdfmake/interfaces.js';
import { Temporal } from 'temporal-polyfill';
import { lanes } from '../../../../../shared/model/event.ts';
import { anchors } from '../anchors.ts';
import { chapterHeading, colour, laneColour, page } from '../../press/design.ts';
import type { TextStyle } from '../../press/page-numbers.ts';
import { fitText, textWidth } from '../../press/fonts.ts';
import { axisOf } from '../../timeline/axis.ts';
import { endOf, startOf, type TimelineItem, timelineItems } from '../../timeline/item.ts';
import { layOut, positionOf, type LaneLayout, type Placed, type Scale } from '../../timeline/layout.ts';
import { drawDensity, drawLegend, drawMark } from '../../timeline/marks.ts';
import { splitPeriod, type Stretch } from '../../timeline/stretches.ts';
import { sayLocal } from '../when.ts';
import type { ChapterInput } from './chapter.ts';

/** As much of a case file as the picture needs: it is also exported by itself. */
export interface TimelineInput extends Omit<ChapterInput, 'content'> {
  readonly content: Pick<ChapterInput['content'], 'events' | 'case' | 'language'>;
}

/** The chart on a landscape sheet, in points from its upper left corner. */
const chart = { left: 146, right: 780, top: 178, bottom: 470, axis: 156, laneGap: 9, row: 14 } as const;
const width = chart.right - chart.left;
const mostRows = Math.floor((chart.bottom - chart.top - lanes.length * chart.laneGap) / chart.row);
const labelSize = 7.5;
const mostLabel = 250;
const threeDays = 3 * 864e5;

/**
 * The whole period on one sheet; where that is too dense to read, an overview and then every stretch at its own scale. Without
 * `detail`, of more events than anybody would leaf through, the overview alone.
 */
export function composeTimeline(input: TimelineInput, detail = true): Content[] {
  const { content, set, say } = input;
  const { items, untimed } = timelineItems(content.events);
  const heading = chapterHeading(set, { title: say('timeline.title'), id: 'timeline', landscape: true });
  const notes: Content[] =
    untimed.length === 0 ? [] : [note(input, say('timeline.untimed', { list: untimed.join(say('list.separator')) }), chart.bottom + 44)];
  if (items.length === 0) return [...heading, set.text(say('timeline.none'), { color: colour.soft }), ...notes];
  if (!detail) return [...heading, ...composeOverview(input, items, []), ...notes];
  const label = (item: TimelineItem) => textWidth(labelText(item, content.case.zone, true), labelSize) * 1.04;
  const stretches = splitPeriod(items, { width, rows: mostRows, labelWidth: (item) => Math.min(label(item), mostLabel) });
  const [only] = stretches;
  if (stretches.length === 1 && only)
    return [...heading, caption(input, say('timeline.overview-only')), ...composeStretch(input, only), ...notes];
  return [
    ...heading,
    ...composeOverview(input, items, stretches),
    ...notes,
    ...stretches.flatMap((stretch, index): Content[] => [
      {
        ...set.text(
          say('timeline.stretch', {
            number: index + 1,
            count: stretches.length,
            from: sayWithoutZone(startOf(ownFirst(stretch)), content),
            to: sayWithoutZone(Math.floor(Math.min(stretch.to, lastOf(stretch))), content),
          }),
          { fontSize: 11, bold: true },
        ),
        pageBreak: 'before',
        pageOrientation: 'landscape',
        id: `timeline/${index + 1}`,
        margin: [0, 20, 0, 0],
      } as Content,
      ...composeStretch(input, stretch),
    ]),
  ];
}

function sayWithoutZone(at: number, { case: { zone }, language }: TimelineInput['content']): string {
  return sayLocal(at, zone, language);
}

/** The first item that begins here, after those that still run from before. */
function ownFirst(stretch: Stretch): TimelineItem {
  return stretch.items.find((item) => startOf(item) >= stretch.from) ?? (stretch.items[0] as TimelineItem);
}

function lastOf(stretch: Stretch): number {
  return Math.max(...stretch.items.map((item) => Math.max(startOf(item), Math.min(endOf(item), stretch.to))));
}

function composeStretch(input: TimelineInput, { from, to, items }: Stretch): Content[] {
  const { content } = input;
  const scale: Scale = { from, to, width };
  const clocked = to - from < threeDays;
  const text = (item: TimelineItem) => fitText(labelText(item, content.case.zone, clocked), labelSize, mostLabel);
  const layout = layOut(items, scale, (item) => textWidth(text(item), labelSize) * 1.04).filter(
    (lane) => lane.placed.length > 0 || items.length > 0,
  );
  return composeChart(input, scale, layout, text);
}

/** Numbers instead of titles, or how many where even numbers have no room. */
function composeOverview(input: TimelineInput, items: readonly TimelineItem[], stretches: readonly Stretch[]): Content[] {
  // Items are in order by where they begin; there may be more of them than a call takes arguments.
  const from = startOf(items[0] as TimelineItem);
  const to = items.reduce((last, item) => Math.max(last, endOf(item)), from);
  const margin = Math.max((to - from) * 0.02, 500);
  const scale: Scale = { from: from - margin, to: to + margin, width };
  const text = (item: TimelineItem) => String(item.number);
  const layout = layOut(items, scale, (item) => textWidth(text(item), labelSize) * 1.1);
  const rows = layout.reduce((sum, lane) => sum + lane.rows, 0);
  const drawn = rows <= mostRows;
  return [
    caption(input, input.say(drawn ? 'timeline.overview' : 'timeline.density')),
    ...(drawn ? composeChart(input, scale, layout, text) : composeDensity(input, scale, items)),
    ...composeStrip(input, scale, stretches),
  ];
}

/** A strip under the overview that says which part of it is enlarged where. */
function composeStrip({ set }: TimelineInput, scale: Scale, stretches: readonly Stretch[]): Content[] {
  const size = 8;
  const top = chart.bottom + 5;
  let free = 0;
  const parts = stretches.map((stretch, index) => {
    const left = Math.max(0, positionOf(Math.max(stretch.from, scale.from), scale));
    const right = Math.max(left + 2, Math.min(width, positionOf(Math.min(stretch.to, scale.to), scale)) - 1);
    const own = textWidth(String(index + 1), size) * 1.15;
    const name = Math.max(free, Math.min((left + right) / 2 - own / 2, width - own));
    free = name + own + 4;
    return { left, right, name, own };
  });
  return [
    canvas(
      parts.flatMap(({ left, right, name, own }, index): CanvasElement[] => [
        { type: 'rect', x: chart.left + left, y: top, w: right - left, h: 4, color: index % 2 === 0 ? colour.act : '#7fa3c0' },
        line(chart.left + (left + right) / 2, top + 4, chart.left + name + own / 2, top + 10, colour.lineStrong, 0.5),
      ]),
    ),
    ...parts.map(({ name }, index) =>
      put(
        set.text(String(index + 1), {
          fontSize: size,
          bold: true,
          color: colour.act,
          linkToDestination: `timeline/${index + 1}`,
        } as TextStyle),
        chart.left + name,
        top + 9,
      ),
    ),
  ];
}

function composeChart(input: TimelineInput, scale: Scale, layout: readonly LaneLayout[], text: (item: TimelineItem) => string): Content[] {
  const marks: CanvasElement[] = [];
  const labels: Content[] = [];
  const rowsOf = (lane: LaneLayout) => (lane.placed.length === 0 ? 0.8 : lane.rows);
  const total = layout.reduce((sum, lane) => sum + rowsOf(lane), 0);
  // Rows share what room there is, so that a quiet page does not huddle at the top.
  const row = Math.min(26, (chart.bottom - chart.top - layout.length * chart.laneGap) / total);
  let top: number = chart.top;
  const bands: { lane: LaneLayout['lane']; top: number; height: number }[] = [];
  for (const lane of layout) {
    const height = rowsOf(lane) * row + chart.laneGap;
    bands.push({ lane: lane.lane, top, height });
    for (const placed of lane.placed) {
      const middle = top + chart.laneGap / 2 + placed.row * row + row / 2;
      marks.push(...drawMark(placed, laneColour[lane.lane], chart.left, middle));
      // Paper under the words, so that no grid line runs through them.
      marks.push({
        type: 'rect',
        x: chart.left + placed.labelLeft - 1.5,
        y: middle - 5.5,
        w: placed.labelWidth + 3,
        h: 11,
        color: colour.paper,
      });
      labels.push(put(labelNode(input, placed, text(placed.item)), chart.left + placed.labelLeft, middle - labelSize * 0.72));
    }
    top += height;
  }
  return [...composeFrame(input, scale, bands, top), canvas(marks), ...labels];
}

function composeDensity(input: TimelineInput, scale: Scale, items: readonly TimelineItem[]): Content[] {
  const height = (chart.bottom - chart.top) / lanes.length;
  const bands = lanes.map((lane, index) => ({ lane, top: chart.top + index * height, height }));
  return [
    ...composeFrame(input, scale, bands, chart.bottom),
    canvas(
      bands.flatMap(({ lane, top }) =>
        drawDensity(
          items.filter((item) => item.lane === lane),
          scale,
          laneColour[lane],
          chart.left,
          top + 6,
          height - 12,
        ),
      ),
    ),
  ];
}

/** Axis, lane names, hairlines and the legend. */
function composeFrame(
  { content, set, say }: TimelineInput,
  scale: Scale,
  bands: readonly { readonly lane: LaneLayout['lane']; readonly top: number; readonly height: number }[],
  bottom: number,
): Content[] {
  const axis = axisOf(scale, content.case.zone, content.language);
  const at = (time: number) => chart.left + positionOf(time, scale);
  const legend = drawLegend(page.left, chart.bottom + 34);
  return [
    canvas([
      ...axis.ticks.map(({ at: time }): CanvasElement => line(at(time), chart.top - 5, at(time), bottom, colour.line, 0.5)),
      ...axis.spans.slice(1).map(({ at: time }): CanvasElement => line(at(time), chart.axis - 8, at(time), bottom, colour.lineStrong, 0.6)),
      ...bands.map(
        (band): CanvasElement => line(page.left, band.top, chart.right, band.top, colour.lineStrong, band.top === chart.top ? 0.75 : 0.4),
      ),
      line(page.left, bottom, chart.right, bottom, colour.lineStrong, 0.75),
      ...bands.map(
        (band): CanvasElement => ({
          type: 'rect',
          x: page.left,
          y: band.top + 3,
          w: 2.5,
          h: band.height - 6,
          color: laneColour[band.lane],
        }),
      ),
      ...legend.marks,
    ]),
    ...axis.spans
      .filter((tick) => tick === axis.spans[0] || at(tick.at) + textWidth(tick.label, 8) * 1.1 < chart.right + 30)
      .map((tick) =>
        put(
          set.text(tick.label, { fontSize: 8, bold: true, color: colour.ink }),
          at(tick.at) + (tick === axis.spans[0] ? 0 : 4),
          chart.axis - 10,
        ),
      ),
    ...axis.ticks.map((tick) =>
      put(set.text(tick.label, { fontSize: 7.5, color: colour.soft }), at(tick.at) - textWidth(tick.label, 7.5) / 2, chart.top - 18),
    ),
    ...bands.map((band) =>
      put(set.text(say(`lane.${band.lane}`), { fontSize: 9, bold: true, color: laneColour[band.lane] }), page.left + 8, band.top + 4),
    ),
    ...legend.names.map(({ name, x, y }) => put(set.text(say(name), { fontSize: 7.5, color: colour.soft }), x, y)),
    put(set.text(say('timeline.zone', { zone: content.case.zone }), { fontSize: 7.5, color: colour.faint }), page.left, chart.bottom + 44),
  ];
}

function labelNode({ set }: TimelineInput, { item }: Placed, text: string): Content {
  const number = String(item.number);
  const rest = text.startsWith(number) ? text.slice(number.length) : text;
  return {
    text: [
      ...set.runs(number, { bold: true, color: laneColour[item.lane] }),
      ...(rest === '' ? [] : set.runs(rest, { color: colour.ink })),
    ],
    fontSize: labelSize,
    noWrap: true,
    linkToDestination: anchors.event(item.number),
  } as Content;
}

function labelText(item: TimelineItem, zone: string, clocked: boolean): string {
  const clock = clocked && item.clocked !== null && item.earliest !== null ? `${clockOf(item.earliest, zone, item.clocked)}  ` : '';
  return `${item.number}  ${clock}${item.title}`;
}

function clockOf(at: number, zone: string, to: 'second' | 'minute'): string {
  return Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(zone)
    .toPlainTime()
    .toString({ smallestUnit: to === 'second' && at % 1000 === 0 ? 'second' : to === 'minute' ? 'minute' : 'millisecond' });
}

function caption({ set }: TimelineInput, text: string): Content {
  return set.text(text, { fontSize: 9, color: colour.soft });
}

function note({ set }: TimelineInput, text: string, top: number): Content {
  return put(set.text(text, { fontSize: 7.5, color: colour.soft }), page.left + 330, top);
}

function canvas(elements: CanvasElement[]): Content {
  return { canvas: elements, absolutePosition: { x: 0, y: 0 } };
}

function line(x1: number, y1: number, x2: number, y2: number, lineColor: string, lineWidth: number): CanvasElement {
  return { type: 'line', x1, y1, x2, y2, lineColor, lineWidth };
}

function put(node: Content, x: number, y: number): Content {
  return { ...(node as object), absolutePosition: { x, y }, noWrap: true } as Content;
}
