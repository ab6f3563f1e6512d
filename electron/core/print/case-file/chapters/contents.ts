import type { Content } from 'pdfmake/interfaces.js';
import { anchors } from '../anchors.ts';
import { chapterHeading, colour, ruledTable } from '../../press/design.ts';
import type { ChapterInput } from './chapter.ts';

export interface ContentsEntry {
  readonly title: string;
  readonly anchor: string;
  readonly detail?: string;
}

/** Every chapter and every exhibit with its page; each line is a link. */
export function composeContents({ content, set, say }: ChapterInput, chapters: readonly ContentsEntry[]): Content[] {
  const line = (entry: ContentsEntry, level: number): Content[] => [
    {
      ...set.text(entry.title, {
        fontSize: level === 0 ? 10 : 9,
        bold: level === 0,
        color: level === 0 ? colour.ink : colour.soft,
        margin: [level * 16, 0, 0, 0],
      }),
      linkToDestination: entry.anchor,
    } as Content,
    set.pageNumbers.node(entry.anchor, { alignment: 'right', fontSize: level === 0 ? 10 : 9, bold: level === 0 }),
  ];
  const body = chapters.flatMap((chapter) => [
    line(chapter, 0),
    ...(chapter.anchor === 'exhibits'
      ? content.exhibits.map(({ exhibit }) =>
          line({ title: `${exhibit.number}  ${exhibit.title}`, anchor: anchors.exhibit(exhibit.number) }, 1),
        )
      : []),
  ]);
  return [
    ...chapterHeading(set, { title: say('contents.title'), id: 'contents' }),
    { table: { widths: ['*', 42], body, dontBreakRows: true }, layout: { ...ruledTable, paddingTop: () => 3.5, paddingBottom: () => 3.5 } },
  ];
}
