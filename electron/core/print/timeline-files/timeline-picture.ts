import type { Content } from 'pdfmake/interfaces.js';
import { log as english } from '../../../../shared/locales/en/screen/log.ts';
import { log as chinese } from '../../../../shared/locales/zh-CN/screen/log.ts';
import { fillSentence } from '../../../../shared/result.ts';
import { formatBounds, formatInstant, formatMoment } from '../../../../shared/time/index.ts';
import type { TimelinePicture } from '../../tasks/print.ts';
import { anchors } from '../case-file/anchors.ts';
import { composeTimeline } from '../case-file/chapters/timeline.ts';
import { print } from '../case-file/compose.ts';
import { colour, page, ruledTable, Typesetter } from '../press/design.ts';
import { sayCaseFile } from '../sentences.ts';
import { drawSvg } from '../timeline/svg.ts';

/** More than these are counted in the picture, not drawn one by one. */
export const MOST_DRAWN = 2000;

/** Worker task: the timeline as the case file draws it, by itself, with what a reader must know of it on every sheet. */
export async function timelinePictureTask(input: TimelinePicture): Promise<Uint8Array> {
  const set = new Typesetter();
  const say = sayCaseFile(input.language);
  const detail = input.events.length <= MOST_DRAWN;
  const content = { events: input.events, case: input.case, language: input.language };
  const chart = composeTimeline({ content, set, say }, detail);
  const facts = factsOf(input, detail);
  if (input.format === 'svg') return new TextEncoder().encode(drawSvg(chart, facts, input.language));
  const [heading, ...rest] = chart;
  const { pageBreak: _first, ...first } = heading as unknown as Record<string, unknown>;
  const words = input.language === 'zh-CN' ? chinese : english;
  const at = new Date(input.drawnAt);
  const title = facts[0] as string;
  return print({
    version: '1.7',
    language: input.language,
    displayTitle: true,
    info: {
      title,
      author: input.by,
      creator: `Casewright ${input.version}`,
      producer: `Casewright ${input.version}`,
      creationDate: at,
      modDate: at,
    },
    defaultStyle: { font: 'Latin', fontSize: 9.5, color: colour.ink, lineHeight: 1.2 },
    pageSize: 'A4',
    pageOrientation: 'landscape',
    pageMargins: [page.left, page.top, page.right, page.bottom],
    header: () => set.text(facts.join('   ·   '), { fontSize: 7.5, color: colour.faint, margin: [page.left, 34, page.right, 0] }),
    footer: (current, pages) =>
      set.text(fillSentence(words['picture.page'], { page: current, pages }), {
        alignment: 'center',
        fontSize: 8,
        color: colour.soft,
        margin: [30, 24, 30, 0],
      }),
    content: [
      first as unknown as Content,
      ...rest,
      ...(detail && input.events.length > 0 ? listOf(input, set, words['picture.list']) : []),
    ],
  });
}

/** What was drawn, of what, when, and what of it was left out: the first is the title. */
function factsOf({ case: matter, events, selection, language, version, drawnAt }: TimelinePicture, detail: boolean): readonly string[] {
  const words = language === 'zh-CN' ? chinese : english;
  const zone = matter.zone;
  const earliest = events.reduce<number | null>((least, { happened }) => lesser(least, happened.earliest ?? happened.latest), null);
  const latest = events.reduce<number | null>((most, { happened }) => greater(most, happened.latest ?? happened.earliest), null);
  const period = earliest === null || latest === null ? words['picture.none'] : formatBounds({ earliest, latest }, { language, zone });
  return [
    fillSentence(words['picture.case'], { reference: matter.reference, title: matter.title }),
    fillSentence(words['picture.period'], { period }),
    fillSentence(words['picture.zone'], { zone }),
    fillSentence(words['picture.drawn'], { at: formatInstant(drawnAt, { language, zone }), version }),
    ...(selection.filter.trim() === '' ? [] : [fillSentence(words['picture.filter'], { filter: selection.filter.trim() })]),
    ...(selection.differing ? [words['picture.differing']] : []),
    ...(detail ? [] : [fillSentence(words['picture.crowded'], { most: MOST_DRAWN })]),
  ];
}

/** The numbers in the chart mean nothing without it. */
function listOf({ events, case: { zone }, language }: TimelinePicture, set: Typesetter, title: string): Content[] {
  const rows = events.map((event, index) => [
    { ...set.text(String(index + 1), { bold: true }), id: anchors.event(index + 1) },
    set.text(formatMoment(event.happened, { language, zone })),
    set.text(event.title),
    set.text(event.citations.map(({ exhibitNumber, place }) => (place === '' ? exhibitNumber : `${exhibitNumber}#${place}`)).join('; '), {
      color: colour.soft,
    }),
  ]);
  return [
    { ...set.text(title, { fontSize: 14, bold: true, margin: [0, 0, 0, 8] }), pageBreak: 'before' } as Content,
    { table: { widths: [26, 200, '*', 170], dontBreakRows: true, body: rows }, layout: ruledTable, fontSize: 8.5 } as Content,
  ];
}

function lesser(one: number | null, other: number | null): number | null {
  return one === null ? other : other === null ? one : Math.min(one, other);
}

function greater(one: number | null, other: number | null): number | null {
  return one === null ? other : other === null ? one : Math.max(one, other);
}
