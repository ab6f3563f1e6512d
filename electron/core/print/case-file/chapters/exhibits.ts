import type { Content } from 'pdfmake/interfaces.js';
import { findingsKind } from '../../../../../shared/words/findings-count.ts';
import { anchors, passagesShown } from '../anchors.ts';
import type { ExhibitContentEntry } from '../../../tasks/case-file.ts';
import { chapterHeading, colour, contentWidth, factTable } from '../../press/design.ts';
import { sayInstant } from '../when.ts';
import type { ChapterInput } from './chapter.ts';
import { sayPlace } from './chronology.ts';
import { groupDigits, sayFindings } from './schedule.ts';

/** The chapter's opening and a slip sheet for every exhibit without pages; the sheets of the others are put in between later. */
export function composeExhibits(input: ChapterInput): Content[] {
  const { content, set, say } = input;
  // What the sheets cannot print is counted with the rest.
  for (const { exhibit, appearance } of content.exhibits)
    if (appearance.as === 'pages') for (const _ of appearance.pages) set.runs(exhibit.number);
  return [
    ...chapterHeading(set, { title: say('exhibits.title'), id: 'exhibits' }),
    set.text(say('exhibits.note'), { lineHeight: 1.35, color: colour.soft, margin: [0, 0, 0, 8] }),
    ...content.exhibits.flatMap((entry) => composeSlip(input, entry)),
  ];
}

function composeSlip(input: ChapterInput, entry: ExhibitContentEntry): Content[] {
  const { content, set, say } = input;
  const { exhibit, appearance } = entry;
  if (appearance.as !== 'slip') return [];
  const { shown, left } = passagesShown(entry);
  const facts: [string, string][] = [
    [say('slip.file'), exhibit.fileName],
    [say('slip.type'), exhibit.mediaType],
    [say('slip.size'), say('bytes', { count: groupDigits(exhibit.bytes) })],
    [say('slip.sha256'), exhibit.sha256],
    [say('slip.source'), exhibit.source === '' ? say('schedule.source-unknown') : exhibit.source],
    [say('slip.acquired'), `${sayInstant(exhibit.acquiredAt, content.case.zone, content.language)} · ${exhibit.acquiredBy}`],
    ...(findingsKind(exhibit) === 'read' ? [] : [[say('slip.findings'), sayFindings(say, entry, content.language)] as [string, string]]),
  ];
  return [
    {
      ...set.text(exhibit.number, { fontSize: 24, bold: true, margin: [0, 40, 0, 4] }),
      pageBreak: 'before',
      pageOrientation: 'portrait',
      id: anchors.exhibit(exhibit.number),
    } as Content,
    set.text(exhibit.title, { fontSize: 13, margin: [0, 0, 0, 14] }),
    { canvas: [{ type: 'line', x1: 0, y1: 0, x2: contentWidth, y2: 0, lineWidth: 0.75, lineColor: colour.ink }], margin: [0, 0, 0, 14] },
    set.text(say(`slip.${appearance.reason}`, { problem: appearance.problem }), { lineHeight: 1.35, margin: [0, 0, 0, 6] }),
    set.text(appearance.attachment === null ? say('slip.not-attached') : say('slip.attached', { name: appearance.attachment }), {
      lineHeight: 1.35,
      bold: appearance.attachment !== null,
      margin: [0, 0, 0, 14],
    }),
    factTable(set, facts, { names: 84, size: 8.5, space: 4 }),
    ...(shown.length === 0
      ? []
      : [
          set.text(say('slip.text-read'), { fontSize: 11, bold: true, margin: [0, 20, 0, 3] }),
          set.text(left === 0 ? say('slip.text-note') : say('slip.text-note-left', { shown: shown.length, left }), {
            fontSize: 8.5,
            color: colour.soft,
            lineHeight: 1.3,
            margin: [0, 0, 0, 8],
          }),
          ...shown.map(
            (one, index): Content => ({
              columns: [
                set.text(sayPlace(say, one.place), {
                  fontSize: 7.5,
                  color: colour.faint,
                  width: 62,
                  margin: [0, 1, 0, 0],
                  ...(shown.findIndex((other) => other.place === one.place) === index
                    ? { id: anchors.passage(exhibit.number, one.place) }
                    : {}),
                } as never),
                set.text(one.text, { fontSize: 9, lineHeight: 1.3, width: '*' } as never),
              ],
              columnGap: 8,
              margin: [0, 0, 0, 3],
            }),
          ),
        ]),
  ];
}
