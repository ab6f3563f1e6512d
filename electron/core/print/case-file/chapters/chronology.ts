import type { Content } from 'pdfmake/interfaces.js';
import { parsePlace, sayPlace as wordsOfPlace } from '../../../../../shared/model/place.ts';
import { accountsDiffer, type CaseEvent } from '../../../../../shared/model/event.ts';
import type { Citation } from '../../../../../shared/model/citation.ts';
import type { Moment } from '../../../../../shared/model/moment.ts';
import { describeBasis } from '../../../../../shared/time/index.ts';
import { anchors, citationAnchors } from '../anchors.ts';
import { chapterHeading, colour, laneColour, ruledTable } from '../../press/design.ts';
import type { TextStyle } from '../../press/page-numbers.ts';
import type { Say } from '../../sentences.ts';
import { sayBounds, sayLocal, sayMoment } from '../when.ts';
import { groupDigits } from './schedule.ts';
import type { ChapterInput } from './chapter.ts';

/** A row never breaks over a page, so a long event is continued in further rows: about two thirds of a page each at most. */
const textPerRow = 1100;
/** Parts are smaller than rows, so that a title and the beginning of its text share one. */
const textPerPart = 700;
const sourcesPerRow = 900;
/** What a citation takes besides its quote. */
const citationWeight = 60;
const quoteShown = 240;

/** Every event with its moment, its standing, and citations that lead to the very page. */
export function composeChronology(input: ChapterInput): Content[] {
  const { content, set, say } = input;
  const targets = citationAnchors(content);
  const header = [say('chronology.number'), say('chronology.when'), say('chronology.event'), say('chronology.sources')];
  const body: Content[][] = [
    header.map((text, column) =>
      column < 3
        ? set.text(text, { fontSize: 8, color: colour.faint })
        : {
            columns: [
              set.text(text, { fontSize: 8, color: colour.faint }),
              set.text(say('chronology.page'), { fontSize: 8, color: colour.faint, alignment: 'right' }),
            ],
          },
    ),
    ...content.events.flatMap((event, index) => composeEvent(input, event, index + 1, targets)),
  ];
  return [
    ...chapterHeading(set, { title: say('chronology.title'), id: 'chronology' }),
    set.text(say('chronology.note', { zone: content.case.zone }), {
      fontSize: 9,
      color: colour.soft,
      lineHeight: 1.35,
      margin: [0, 0, 0, 10],
    }),
    ...content.logRows.map((rows) =>
      set.text(sayLogRows(input, rows), { fontSize: 9, color: colour.soft, lineHeight: 1.35, margin: [0, 0, 0, 6] }),
    ),
    content.events.length === 0
      ? set.text(say('chronology.none'), { color: colour.soft })
      : { table: { headerRows: 1, dontBreakRows: true, widths: [20, 112, '*', 126], body }, layout: ruledTable },
  ];
}

/** What is not listed row by row is counted and named. */
function sayLogRows({ content, say }: ChapterInput, { exhibit, events, from, to }: ChapterInput['content']['logRows'][number]): string {
  const at = (instant: number): string => sayLocal(instant, content.case.zone, content.language);
  const count = groupDigits(events);
  return from === null || to === null
    ? say('chronology.log', { exhibit, count })
    : say('chronology.log-between', { exhibit, count, from: at(from), to: at(to) });
}

function composeEvent(input: ChapterInput, event: CaseEvent, position: number, targets: (citation: Citation) => string): Content[][] {
  const { set, say } = input;
  const rows = fillRows(composeParts(input, event));
  const citations = splitCitations(event.citations);
  return Array.from({ length: Math.max(1, rows.length, citations.length) }, (_, row): Content[] => {
    const first = row === 0;
    return [
      first ? { ...set.text(String(position), { color: colour.faint, fontSize: 9 }), id: anchors.event(position) } : set.text(''),
      first ? composeMoment(input, event) : set.text(say('chronology.continued'), { fontSize: 8, color: colour.faint }),
      { stack: [...(first ? [composeTags(input, event)] : []), ...(rows[row] ?? [])] },
      {
        stack: [
          ...(first && event.citations.length === 0 ? [set.text(say('chronology.uncited'), { fontSize: 8.5, color: colour.differ })] : []),
          ...(citations[row] ?? []).flatMap((one) => composeCitation(input, one, targets(one))),
        ],
      },
    ];
  });
}

interface Part {
  readonly weight: number;
  readonly node: Content;
}

/** What the event column says, in parts that each fit a row. */
function composeParts({ content, set, say }: ChapterInput, event: CaseEvent): readonly Part[] {
  const names = event.parties.map((id) => content.parties.find((party) => party.id === id)?.name).filter((name) => name !== undefined);
  const part = (text: string, style: TextStyle): Part => ({ weight: weigh(text), node: set.text(text, style) });
  const small: TextStyle = { fontSize: 8.5, color: colour.soft, margin: [0, 2, 0, 0] };
  return [
    part(event.title, { bold: true, margin: [0, 1, 0, 2] }),
    ...splitText(event.description).map((text) => part(text, { fontSize: 9, lineHeight: 1.3, color: colour.ink })),
    ...(event.location === '' ? [] : [part(say('chronology.at', { place: event.location }), { ...small, margin: [0, 3, 0, 0] })]),
    ...(names.length === 0
      ? []
      : splitText(say('chronology.with', { names: names.join(say('list.separator')) })).map((text) => part(text, small))),
    ...(event.tags.length === 0 ? [] : [part(say('chronology.tags', { tags: event.tags.join(say('list.separator')) }), small)]),
  ];
}

function fillRows(parts: readonly Part[]): readonly (readonly Content[])[] {
  const rows: Content[][] = [];
  let weight = Number.POSITIVE_INFINITY;
  for (const part of parts) {
    if (weight + part.weight > textPerRow) {
      rows.push([]);
      weight = 0;
    }
    rows.at(-1)?.push(part.node);
    weight += part.weight;
  }
  return rows;
}

/** When it happened, in the source's words and as bounds; then the other moments, and what corrected a clock. */
function composeMoment({ content, set, say }: ChapterInput, event: CaseEvent): Content {
  const { happened, recorded, learned, clockId } = event;
  const moment = (one: Moment): string => sayMoment(one, content.case.zone, content.language);
  const small: TextStyle = { fontSize: 7.5, color: colour.soft, margin: [0, 2, 0, 0] };
  return {
    stack: [
      set.text(moment(happened), { fontSize: 9 }),
      ...(!clockId && happened.phrase !== '' && happened.phrase !== happened.edtf
        ? [set.text(say('chronology.phrase', { phrase: happened.phrase }), { fontSize: 8, color: colour.faint, margin: [0, 2, 0, 0] })]
        : []),
      ...(happened.approximate || happened.uncertain
        ? [set.text(sayBounds(happened, content.case.zone, content.language), { fontSize: 7.5, color: colour.faint, margin: [0, 2, 0, 0] })]
        : []),
      ...(recorded ? [set.text(say(clockId ? 'chronology.shown' : 'chronology.recorded', { moment: moment(recorded) }), small)] : []),
      ...(clockId ? [set.text(describeBasis(happened.basis, content.language), small)] : []),
      ...(learned ? [set.text(say('chronology.learned', { moment: moment(learned) }), small)] : []),
    ],
  };
}

function composeTags({ set, say }: ChapterInput, event: CaseEvent): Content {
  const parts = [
    ...set.runs(say(`lane.${event.lane}`), { color: laneColour[event.lane], bold: true }),
    ...set.runs('  ·  ', { color: colour.lineStrong }),
    ...set.runs(say(`standing.${event.standing}`), { color: event.standing === 'established' ? colour.ink : colour.soft }),
    ...(event.kind === 'memory-gap'
      ? [...set.runs('  ·  ', { color: colour.lineStrong }), ...set.runs(say('chronology.memory-gap'), { color: colour.soft })]
      : []),
    ...(accountsDiffer(event)
      ? [...set.runs('  ·  ', { color: colour.lineStrong }), ...set.runs(say('chronology.differs'), { color: colour.differ, bold: true })]
      : []),
  ];
  return { text: parts, fontSize: 8 };
}

function composeCitation({ set, say }: ChapterInput, citation: Citation, target: string): Content[] {
  const place = sayPlace(say, citation.place);
  const name = place === '' ? citation.exhibitNumber : `${citation.exhibitNumber}${say('list.separator')}${place}`;
  const tone = citation.stance === 'contradicts' ? colour.differ : colour.faint;
  return [
    {
      columns: [
        {
          text: [
            ...set.runs(name, { color: colour.act, linkToDestination: target }),
            ...(citation.stance === 'supports'
              ? []
              : [
                  ...set.runs('  '),
                  ...set.runs(say(`stance.${citation.stance}`), { color: tone, bold: citation.stance === 'contradicts', fontSize: 8 }),
                ]),
          ],
          width: '*',
        },
        { ...(set.pageNumbers.node(target, { color: colour.faint, alignment: 'right' }) as object), width: 26 } as never,
      ],
      columnGap: 4,
      fontSize: 8.5,
      margin: [0, 0, 0, citation.quote === '' ? 2 : 0],
    },
    ...(citation.quote === ''
      ? []
      : [
          set.text(say('quote', { text: shorten(citation.quote, quoteShown) }), { fontSize: 8, color: colour.soft, margin: [0, 1, 30, 4] }),
        ]),
  ];
}

/** A place in words: `page 3`, `line 118`, `at 0:12.50`; nothing for the whole exhibit. */
export function sayPlace(say: Say, text: string): string {
  const place = parsePlace(text);
  if (place.kind === 'whole') return '';
  const { word, values } = wordsOfPlace(place);
  return say(word, values);
}

function shorten(text: string, most: number): string {
  const characters = [...text];
  return characters.length <= most ? text : `${characters.slice(0, most).join('')} […]`;
}

/** Splits at the end of a paragraph, a sentence or a word, in this order of preference. */
function splitText(text: string): readonly string[] {
  const parts: string[] = [];
  let rest = text.trim();
  while (weigh(rest) > textPerPart) {
    const head = takeWeight(rest, textPerPart);
    const at =
      [head.lastIndexOf('\n'), head.search(/[.。！？!?]\s*[^.。！？!?]*$/u), head.lastIndexOf(' ')].find((one) => one > head.length / 2) ??
      head.length - 1;
    parts.push(rest.slice(0, at + 1).trim());
    rest = rest.slice(at + 1).trim();
  }
  return rest === '' ? parts : [...parts, rest];
}

function splitCitations(citations: readonly Citation[]): readonly (readonly Citation[])[] {
  const rows: Citation[][] = [];
  let weight = Number.POSITIVE_INFINITY;
  for (const one of citations) {
    const own = citationWeight + weigh(shorten(one.quote, quoteShown));
    if (weight + own > sourcesPerRow) {
      rows.push([]);
      weight = 0;
    }
    rows.at(-1)?.push(one);
    weight += own;
  }
  return rows;
}

/** Width in narrow characters: a Chinese one takes the room of two, and a line break that of the rest of its line. */
function weigh(text: string): number {
  let weight = 0;
  for (const character of text) weight += widthOf(character);
  return weight;
}

function widthOf(character: string): number {
  if (character === '\n') return 30;
  return character > '\u2e80' ? 2 : 1;
}

function takeWeight(text: string, most: number): string {
  let weight = 0;
  let length = 0;
  for (const character of text) {
    weight += widthOf(character);
    if (weight > most) break;
    length += character.length;
  }
  return text.slice(0, length);
}
