import type { Content } from 'pdfmake/interfaces.js';
import { describeFindings, findingsKind } from '../../../../../shared/words/findings-count.ts';
import type { Language } from '../../../../../shared/model/language.ts';
import { describeNotes } from '../../../../../shared/words/notes.ts';
import { anchors } from '../anchors.ts';
import type { Appearance, ExhibitContentEntry } from '../../../tasks/case-file.ts';
import { chapterHeading, colour, ruledTable } from '../../press/design.ts';
import type { Say } from '../../sentences.ts';
import { sayLocal, sayZone } from '../when.ts';
import type { ChapterInput } from './chapter.ts';

/** What a row of the schedule holds without being torn over two pages. */
const mostComments = 20;
const mostCharacters = 1000;

/** Every exhibit with what identifies it; what could not be read is counted and named. */
export function composeSchedule(input: ChapterInput): Content[] {
  const { content, set, say } = input;
  const header = columns(
    [say('schedule.number'), say('schedule.exhibit'), say('schedule.acquired'), say('schedule.size'), say('schedule.page')].map(
      (text, column) => set.text(text, { fontSize: 8, color: colour.faint, alignment: column === 4 ? 'right' : 'left' }),
    ),
  );
  return [
    ...chapterHeading(set, { title: say('schedule.title'), id: 'schedule', landscape: false }),
    set.text(
      describeFindings(
        content.exhibits.map(({ exhibit }) => exhibit),
        say,
        (numbers) => numbers.join(say('list.separator')),
      ),
      { fontSize: 9, color: colour.soft, lineHeight: 1.35, margin: [0, 0, 0, 2] },
    ),
    set.text(say('schedule.sealed'), { fontSize: 9, color: colour.soft, lineHeight: 1.35, margin: [0, 0, 0, 2] }),
    set.text(say('schedule.zone', { zone: sayZone(content.case.zone, content.release.at, content.language) }), {
      fontSize: 9,
      color: colour.soft,
      margin: [0, 0, 0, 10],
    }),
    {
      table: {
        headerRows: 1,
        dontBreakRows: true,
        widths: ['*'],
        body: [[header], ...content.exhibits.map((entry) => [composeEntry(input, entry)])],
      },
      layout: ruledTable,
    },
  ];
}

function composeEntry({ content, set, say }: ChapterInput, entry: ExhibitContentEntry): Content {
  const { exhibit, acquisitions } = entry;
  const target = anchors.exhibit(exhibit.number);
  return {
    stack: [
      columns([
        { ...set.text(exhibit.number, { bold: true, color: colour.act, fontSize: 9 }), linkToDestination: target } as Content,
        {
          stack: [
            set.text(exhibit.title, { bold: true, fontSize: 9 }),
            ...(exhibit.fileName === exhibit.title ? [] : [set.text(exhibit.fileName, { fontSize: 8, color: colour.soft })]),
            set.text(say('schedule.source', { source: exhibit.source === '' ? say('schedule.source-unknown') : exhibit.source }), {
              fontSize: 8,
              color: colour.soft,
              margin: [0, 1, 0, 0],
            }),
            set.text(sayShown(say, entry), { fontSize: 8, color: colour.soft, margin: [0, 1, 0, 0] }),
            ...(entry.appearance.as === 'pages'
              ? sayPages(say, entry.appearance).map((line) => set.text(line, { fontSize: 8, color: colour.soft, margin: [0, 1, 0, 0] }))
              : []),
            ...(findingsKind(exhibit) === 'read'
              ? []
              : [
                  set.text(sayFindings(say, entry, content.language), {
                    fontSize: 8,
                    color: ['noted', 'minimal'].includes(findingsKind(exhibit)) ? colour.soft : colour.differ,
                    margin: [0, 1, 0, 0],
                  }),
                ]),
            ...(acquisitions.length > 1
              ? [
                  set.text(say('schedule.received-again', { count: acquisitions.length - 1 }), {
                    fontSize: 8,
                    color: colour.soft,
                    margin: [0, 1, 0, 0],
                  }),
                ]
              : []),
          ],
        },
        {
          stack: [
            set.text(sayLocal(exhibit.acquiredAt, content.case.zone, content.language), { fontSize: 8, noWrap: true }),
            set.text(say('schedule.by', { name: exhibit.acquiredBy }), { fontSize: 8, color: colour.soft, margin: [0, 1, 0, 0] }),
            set.text(exhibit.method, { fontSize: 7.5, color: colour.faint, margin: [0, 1, 0, 0] }),
          ],
        },
        set.text(say('bytes', { count: groupDigits(exhibit.bytes) }), { fontSize: 8 }),
        set.pageNumbers.node(target, { fontSize: 9, alignment: 'right', bold: true }),
      ]),
      { text: [...set.runs('SHA-256  ', { color: colour.faint }), ...set.runs(exhibit.sha256)], fontSize: 7.5, margin: [52, 4, 0, 0] },
    ],
  };
}

/** What its pages do not show by themselves. */
function sayPages(say: Say, { notes, comments, attachment }: Extract<Appearance, { as: 'pages' }>): readonly string[] {
  const printed = comments.slice(0, mostComments);
  return [
    ...notes.map((name) => say(`note.${name}`, { name: attachment ?? say('note.attachment-withheld') })),
    ...printed.map(({ page, author, text }) =>
      say('comment.line', { page, author: author === '' ? say('schedule.source-unknown') : author, text: text.slice(0, mostCharacters) }),
    ),
    ...(printed.length < comments.length ? [say('comment.more', { count: comments.length - printed.length })] : []),
  ];
}

function columns(cells: readonly Content[]): Content {
  const widths = [46, '*', 112, 60, 30] as const;
  return { columns: cells.map((cell, index) => ({ ...(cell as object), width: widths[index] }) as never), columnGap: 6 };
}

export function sayShown(say: Say, { appearance }: ExhibitContentEntry): string {
  if (appearance.as === 'pages')
    return say(appearance.pages.length === 1 ? 'shown.page' : 'shown.pages', { count: appearance.pages.length });
  if (appearance.reason === 'covered') return say('shown.covered');
  return appearance.attachment === null ? say('shown.withheld') : say('shown.attached', { name: appearance.attachment });
}

export function sayFindings(say: Say, { exhibit }: ExhibitContentEntry, language: Language): string {
  const state = say(`findings.${exhibit.findings.status}`);
  const note = describeNotes(exhibit.findings.notes, language);
  return note === '' ? state : say('findings.notes', { state, note });
}

/** 12 345 678: a narrow group is read the same in every language. */
export function groupDigits(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, '\u00a0');
}
