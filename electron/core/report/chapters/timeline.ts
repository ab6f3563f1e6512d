import type { Content } from 'pdfmake/interfaces.js';
import { chapterHeading, colour } from '../design.ts';
import type { ChapterInput } from './chapter.ts';

export function composeTimeline({ set, say }: ChapterInput): Content[] {
  return [...chapterHeading(set, { title: say('timeline.title'), id: 'timeline', landscape: true }), set.text(say('timeline.none'), { color: colour.soft })];
}
