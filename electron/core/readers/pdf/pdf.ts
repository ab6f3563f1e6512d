import type { MetadataField } from '../../../../shared/model/exhibit.ts';
import { boundParts, collectPassages, type Part, TEXT_BOUNDS } from '../findings/bounds.ts';
import { decodeUtf16, type PdfDocument, readUtf16, withMemory, withPdf } from './pdf-engine.ts';
import type { Findings } from '../findings/findings.ts';
import { joinNotes, note, UnreadableError } from '../findings/sentence.ts';

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

function readPage(document: PdfDocument, index: number): string | null {
  const { engine } = document;
  const page = engine.FPDF_LoadPage(document.handle, index);
  if (page === 0) return null;
  const textPage = engine.FPDFText_LoadPage(page);
  try {
    const count = textPage === 0 ? 0 : Math.min(engine.FPDFText_CountChars(textPage), TEXT_BOUNDS.charactersInAll);
    if (count <= 0) return '';
    return withMemory(document, (count + 1) * 2, (pointer) => {
      const written = engine.FPDFText_GetText(textPage, 0, count, pointer);
      // U+FFFE stands where a hyphen was broken over two lines.
      return decodeUtf16(document, pointer, Math.max(0, written - 1) * 2)
        .replace(/\r\n?/g, '\n')
        .replace(/\ufffe/g, '-')
        .trimEnd();
    });
  } finally {
    if (textPage !== 0) engine.FPDFText_ClosePage(textPage);
    engine.FPDF_ClosePage(page);
  }
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
