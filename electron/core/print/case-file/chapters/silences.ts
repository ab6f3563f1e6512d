import type { Content } from 'pdfmake/interfaces.js';
import type { OpenStretch, QuestionPart } from '../../../../../shared/contract/question.ts';
import type { EventId } from '../../../../../shared/model/identifier.ts';
import { describePart } from '../../../../../shared/words/question-words.ts';
import { offsetAt } from '../../../../../shared/time/index.ts';
import { anchors, citationAnchors } from '../anchors.ts';
import type { SilenceContent, SilenceEvent } from '../../../tasks/case-file.ts';
import { chapterHeading, colour, ruledTable } from '../../press/design.ts';
import type { TextStyle } from '../../press/page-numbers.ts';
import { sayInstant, sayLocal, sayMoment } from '../when.ts';
import type { ChapterInput } from './chapter.ts';
import { sayPlace } from './chronology.ts';
import { groupDigits } from './schedule.ts';

/** Where an event is found in this file, and what it is called there. */
interface Reference {
  readonly name: string;
  readonly anchor: string;
}

type Refer = (event: SilenceEvent) => Reference | null;

const note: TextStyle = { fontSize: 9, color: colour.soft, lineHeight: 1.35, margin: [0, 0, 0, 6] };
const small: TextStyle = { fontSize: 8, color: colour.soft, margin: [0, 2, 0, 0] };

/** So many events, of so many characters with the sentence, surely fit one page, in Chinese too. */
const eventsOnOnePage = 8;
const charactersOnOnePage = 600;

/** What may bear on the length comes after what it was measured between. */
const OTHERS = ['may-be-notice', 'may-be-act', 'doubtful'] as const satisfies readonly QuestionPart[];

/** Each time from a notice to the next recorded act: between which events, how long, for certain and at its widest. */
export function composeSilences(input: ChapterInput): Content[] {
  const { content, set, say } = input;
  const { listed, left } = content.silences;
  const refer = references(input);
  return [
    ...chapterHeading(set, { title: say('silences.title'), id: 'silences', landscape: false }),
    set.text(say('silences.note'), note),
    set.text(say('silences.note-doubtful'), note),
    set.text(say('silences.note-zone', { zone: content.case.zone }), { ...note, margin: [0, 0, 0, 14] }),
    ...listed.map((silence) => composeSilence(input, silence, refer)),
    ...(left === 0 ? [] : [set.text(say('silences.left', { count: groupDigits(left) }), note)]),
  ];
}

function composeSilence(input: ChapterInput, silence: SilenceContent, refer: Refer): Content {
  const { content, set, say } = input;
  const { events, moreEvents, length, certain, possible } = silence;
  const of = (part: QuestionPart): readonly SilenceEvent[] => events.filter((event) => event.part === part);
  const [notice, ...further] = of('notice');
  const row = (label: string, cell: Content, page: Content = ''): Content[] => [
    set.text(label, { fontSize: 8, color: colour.faint, margin: [0, 1, 0, 0] }),
    cell,
    page,
  ];
  const rowsOf = (label: string, some: readonly SilenceEvent[]): Content[][] =>
    some.map((event, index) => {
      const reference = refer(event);
      return row(
        index === 0 ? label : '',
        composeEvent(input, event, reference),
        reference ? set.pageNumbers.node(reference.anchor, { fontSize: 8.5, color: colour.faint, alignment: 'right' }) : '',
      );
    });
  const partRows = (part: QuestionPart): Content[][] => rowsOf(describePart('silence', part, content.language), of(part));
  const value = (text: string): Content => set.text(text, { fontSize: 9 });
  return {
    unbreakable: fitsOnePage(silence),
    table: {
      // The sentence stands again where the rows go over to the next page, and never alone at the foot of one.
      headerRows: 1,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      widths: [112, '*', 28],
      body: [
        [
          { ...set.text(silence.wording, { bold: true, fontSize: 10, lineHeight: 1.3 }), colSpan: 2 },
          '',
          set.text(say('silences.page'), { fontSize: 8, color: colour.faint, alignment: 'right' }),
        ],
        ...(notice ? rowsOf(describePart('silence', 'notice', content.language), [notice]) : []),
        ...rowsOf(say('silences.further'), further),
        ...(silence.end === 'act' && of('act').length > 0
          ? partRows('act')
          : [row(describePart('silence', 'act', content.language), value(sayNoAct(input, silence)))]),
        row(say('silences.length'), value(length)),
        row(say('silences.certain'), value(certain ? sayStretch(input, certain) : say('silences.no-certain'))),
        row(say('silences.possible'), value(sayStretch(input, possible))),
        ...OTHERS.flatMap(partRows),
        ...(moreEvents === 0
          ? []
          : [row('', set.text(say('silences.more', { count: groupDigits(moreEvents) }), { ...small, fontSize: 8.5 }))]),
      ],
    },
    layout: { ...ruledTable, paddingTop: () => 3.5, paddingBottom: () => 3.5 },
    margin: [0, 0, 0, 18],
  };
}

function fitsOnePage({ wording, events }: SilenceContent): boolean {
  const characters = events.reduce((sum, { title }) => sum + title.length, wording.length);
  return events.length <= eventsOnOnePage && characters <= charactersOnOnePage;
}

function composeEvent({ content, set }: ChapterInput, { title, moment }: SilenceEvent, reference: Reference | null): Content {
  return {
    stack: [
      {
        text: [
          ...(reference ? set.runs(reference.name, { color: colour.act, linkToDestination: reference.anchor }) : []),
          ...(reference ? set.runs('  ') : []),
          ...set.runs(title),
        ],
        fontSize: 9,
      },
      ...(moment ? [set.text(sayMoment(moment, content.case.zone, content.language), small)] : []),
    ],
  };
}

/** The event's number in the chronology; of a row of a log, which is not listed there, its place in the exhibit. */
function references({ content, say }: ChapterInput): Refer {
  const positions = new Map<EventId, number>(content.events.map(({ id }, index) => [id, index + 1]));
  const targets = citationAnchors(content);
  const exhibits = new Set(content.exhibits.map(({ exhibit }) => exhibit.id));
  return ({ eventId, citation }) => {
    const number = positions.get(eventId);
    if (number !== undefined) return { name: say('silences.number', { number }), anchor: anchors.event(number) };
    if (!citation || !exhibits.has(citation.exhibitId)) return null;
    const place = sayPlace(say, citation.place);
    const name = place === '' ? citation.exhibitNumber : `${citation.exhibitNumber}${say('list.separator')}${place}`;
    return { name, anchor: targets(citation) };
  };
}

function sayNoAct({ content, say }: ChapterInput, { end, recordEnds }: SilenceContent): string {
  if (end !== 'open') return say('silences.no-act-told');
  if (recordEnds === null) return say('silences.no-act-open');
  return say('silences.no-act', { time: sayInstant(recordEnds, content.case.zone, content.language) });
}

/** The offset stands once where it is the same at both ends. */
function sayStretch({ content, say }: ChapterInput, { from, to }: OpenStretch): string {
  const { zone } = content.case;
  const at = (instant: number): string => sayInstant(instant, zone, content.language);
  if (from !== null && to !== null) {
    const same = offsetAt(from, zone) === offsetAt(to, zone);
    return say('silences.stretch', { from: same ? sayLocal(from, zone, content.language) : at(from), to: at(to) });
  }
  if (from !== null) return say('silences.from', { from: at(from) });
  return to === null ? say('silences.unlimited') : say('silences.to', { to: at(to) });
}
