import type { MetadataField } from '../../../../shared/model/exhibit.ts';
import { boundParts, collectPassages, type Part, TEXT_BOUNDS } from '../findings/bounds.ts';
import { type Comment, readComments } from './comments.ts';
import { flattenPage, type PdfDocument, readUtf16, textOf, withMemory, withPage, withPdf } from './pdf-engine.ts';
import type { Findings } from '../findings/findings.ts';
import { joinNotes, note, sentence, UnreadableError } from '../findings/sentence.ts';

const FIELDS = ['Title', 'Author', 'Subject', 'Keywords', 'Creator', 'Producer', 'CreationDate', 'ModDate'] as const;

/** Text page by page (place `page=N`), the document's own metadata with its dates as written, and what is attached to it. */
export function readPdf(bytes: Uint8Array): Promise<Findings> {
  return withPdf(bytes, (document) => {
    if (document.pages < 1) throw new UnreadableError('pdf-damaged');
    const collector = collectPassages();
    let silent = 0;
    let broken = 0;
    for (let index = 0; index < document.pages; index++) {
      const text = readPage(document, index);
      if (text === null) broken += 1;
      else if (text.trim() === '') silent += 1;
      else collector.add(`page=${index + 1}`, text);
    }
    if (broken === document.pages) throw new UnreadableError('pdf-damaged');
    const attached = boundParts(listAttachments(document));
    const pages = document.pages;
    const notes = joinNotes(
      broken > 0 ? note('pages-broken', { count: broken, pages }) : [],
      silent > 0 ? note('pages-without-text', { count: silent, pages }) : [],
      collector.note(),
      attached.note,
    );
    return { status: 'read', notes, pages, passages: collector.passages, metadata: listMetadata(document), parts: attached.parts };
  });
}

/** The page's own text, what its fields and marks show, and its comments; null when the page cannot be opened. */
function readPage(document: PdfDocument, index: number): string | null {
  const read = (page: number): string => textOf(document, page, TEXT_BOUNDS.charactersInAll);
  const first = withPage(document, index, (page) => {
    const comments = readComments(document, page);
    return { comments, text: flattenPage(document, page) ? null : read(page) };
  });
  if (!first) return null;
  const text = clean(first.text ?? withPage(document, index, read) ?? '');
  // What is written on the page itself stands in its text already.
  const more = first.comments.filter((comment) => !holds(text, comment.text)).map(sayComment);
  return [text, ...more].filter((part) => part !== '').join('\n');
}

/** U+FFFE stands where a hyphen was broken over two lines. */
function clean(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/\ufffe/g, '-')
    .trimEnd();
}

function holds(text: string, part: string): boolean {
  return text.replace(/\s+/g, '').includes(part.replace(/\s+/g, ''));
}

function sayComment({ author, date, text }: Comment, index: number): string {
  const unknown = sentence('mark-unknown');
  const mark = sentence('mark-comment', {
    number: index + 1,
    author: author === '' ? unknown : author,
    date: date === '' ? unknown : date,
  });
  return `[${mark}] ${text}`;
}

function listMetadata(document: PdfDocument): readonly MetadataField[] {
  const { engine } = document;
  const fields: MetadataField[] = [];
  for (const name of FIELDS) {
    const value = readUtf16(document, (pointer, size) => engine.FPDF_GetMetaText(document.handle, name, pointer, size));
    if (value !== '') fields.push({ name, value });
  }
  const version = withMemory(document, 4, (pointer) =>
    engine.FPDF_GetFileVersion(document.handle, pointer) ? document.memory.getValue(pointer, 'i32') : 0,
  );
  if (version > 0) fields.push({ name: 'PDF version', value: `${Math.floor(version / 10)}.${version % 10}` });
  const signatures = engine.FPDF_GetSignatureCount(document.handle);
  if (signatures > 0) fields.push({ name: 'Signatures', value: String(signatures) });
  return fields;
}

function listAttachments(document: PdfDocument): readonly Part[] {
  const { engine } = document;
  const parts: Part[] = [];
  const count = Math.min(engine.FPDFDoc_GetAttachmentCount(document.handle), 10_000);
  for (let index = 0; index < count; index++) {
    const attachment = engine.FPDFDoc_GetAttachment(document.handle, index);
    if (attachment === 0) continue;
    const name = readUtf16(document, (pointer, size) => engine.FPDFAttachment_GetName(attachment, pointer, size));
    const bytes = withMemory(document, 8, (pointer) =>
      engine.FPDFAttachment_GetFile(attachment, 0, 0, pointer) ? document.memory.getValue(pointer, 'i32') >>> 0 : 0,
    );
    parts.push({ name, mediaType: 'application/octet-stream', bytes });
  }
  return parts;
}
