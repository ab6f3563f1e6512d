import { PDFDocument } from 'pdf-lib';
import { UnreadableError } from '../../readers/findings/sentence.ts';
import { readComments } from '../../readers/pdf/comments.ts';
import { flattenPage, type PdfDocument, withPdf, writeCopy } from '../../readers/pdf/pdf-engine.ts';
import type { ExhibitPagesOutput, PageComment, PageNote } from '../../tasks/pages.ts';
import { drawDocument } from '../press/drawings.ts';
import { readLayers } from '../press/layers.ts';
import { firstDifference, portray, type Portrait } from './likeness.ts';

/**
 * Turns a foreign PDF into a pack of upright drawings. One engine decides what its pages show: the one that draws them on the
 * screen reads it, makes annotations and field values part of the pages, and writes what it understood; only that is taken
 * apart here. At the end the same engine draws the original and the pack, and where they differ there are no pages.
 */
export async function packPdf(bytes: Uint8Array): Promise<ExhibitPagesOutput> {
  try {
    const { portraits, comments, copy, restricted } = await withPdf(bytes, understand);
    const document = await PDFDocument.load(copy, {
      updateMetadata: false,
      parseSpeed: Infinity,
      throwOnInvalidObject: false,
      warnOnInvalidObjects: false,
    });
    const layers = readLayers(document.context, document.catalog);
    const pack = await drawDocument(document, layers);
    const different = await firstDifference(bytes, portraits, pack.pack, layers.off > 0);
    if (different !== null) return { as: 'slip', reason: 'differs', problem: String(different) };
    const notes: PageNote[] = [];
    if (restricted) notes.push('restrictions');
    if (layers.off > 0) notes.push('layers-hidden');
    else if (layers.any) notes.push('layers');
    return { as: 'pages', ...pack, notes, comments };
  } catch (error) {
    if (error instanceof UnreadableError && error.reason === 'pdf-encrypted') return { as: 'slip', reason: 'encrypted', problem: '' };
    throw error;
  }
}

interface Understood {
  readonly portraits: readonly Portrait[];
  readonly comments: readonly PageComment[];
  readonly copy: Uint8Array;
  readonly restricted: boolean;
}

/** How each page looks, and the engine's own copy of the document with everything that is seen in its pages' content. */
function understand(document: PdfDocument): Understood {
  const portraits: Portrait[] = [];
  const comments: PageComment[] = [];
  for (let index = 0; index < document.pages; index++) {
    const portrait = portray(document, index, (page) => {
      for (const { author, text } of readComments(document, page)) comments.push({ page: index + 1, author, text });
      return flattenPage(document, page);
    });
    portraits.push(portrait);
  }
  const copy = portraits.length === 0 ? null : writeCopy(document);
  if (!copy) throw new UnreadableError('pdf-damaged');
  return { portraits, comments, copy, restricted: document.engine.FPDF_GetSecurityHandlerRevision(document.handle) !== -1 };
}
