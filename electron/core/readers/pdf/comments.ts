import { readUtf16, type PdfDocument } from './pdf-engine.ts';

/** What somebody wrote on a page, or behind a mark on it; most viewers show it only when asked. */
export interface Comment {
  readonly author: string;
  /** As written. */
  readonly date: string;
  readonly text: string;
}

const LINK = 2;
const POPUP = 16;
const WIDGET = 20;
const MOST = 2000;

/** The comments of an open page, in the order in which they stand. */
export function readComments(document: PdfDocument, page: number): readonly Comment[] {
  const { engine } = document;
  const comments: Comment[] = [];
  const count = Math.min(engine.FPDFPage_GetAnnotCount(page), MOST);
  for (let index = 0; index < count; index++) {
    const annotation = engine.FPDFPage_GetAnnot(page, index);
    if (annotation === 0) continue;
    try {
      if ([LINK, POPUP, WIDGET].includes(engine.FPDFAnnot_GetSubtype(annotation))) continue;
      const value = (name: string): string =>
        readUtf16(document, (pointer, size) => engine.FPDFAnnot_GetStringValue(annotation, name, pointer, size)).replace(/\r\n?/g, '\n');
      const text = value('Contents').trim();
      if (text !== '') comments.push({ author: value('T').trim(), date: value('M').trim(), text });
    } finally {
      engine.FPDFPage_CloseAnnot(annotation);
    }
  }
  return comments;
}
