import { strToU8, zipSync } from 'fflate';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import type { Original } from '../../electron/core/tasks/exhibit.ts';

/** Bytes as a reader is given them. */
export function original(fileName: string, bytes: Uint8Array | string): Original {
  const own = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes;
  return { fileName, total: own.byteLength, slices: [{ from: 0, bytes: own }] };
}

/** A PDF with one page per text; an empty text is a page without any. */
export async function makePdf(
  pages: readonly string[],
  properties: { readonly title?: string; readonly author?: string } = {},
): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  if (properties.title) document.setTitle(properties.title);
  if (properties.author) document.setAuthor(properties.author);
  document.setCreationDate(new Date(Date.UTC(2021, 6, 27, 15, 33)));
  for (const text of pages) {
    const page = document.addPage([595, 842]);
    if (text !== '') page.drawText(text, { x: 50, y: 780, size: 12, font });
  }
  return document.save();
}

const DOCX_TYPES =
  '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';

/** A Word document from the inside of `w:body`, and further parts by name. */
export function makeDocx(body: string, parts: Readonly<Record<string, string | Uint8Array>> = {}): Uint8Array {
  const files: Record<string, Uint8Array> = {
    '[Content_Types].xml': strToU8(DOCX_TYPES),
    'word/document.xml': strToU8(
      `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    ),
  };
  for (const [name, content] of Object.entries(parts)) files[name] = typeof content === 'string' ? strToU8(content) : content;
  return zipSync(files);
}

/** A PNG header that claims a size its pixels do not have. */
export function makeFalsePng(width: number, height: number): Uint8Array {
  const bytes = Buffer.from('89504e470d0a1a0a0000000d49484452000000000000000008060000000000000000000049444154', 'hex');
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return new Uint8Array(bytes);
}

/** A grey TIFF: size, bits, no compression, and where its one strip lies. */
export function makeTiff(width: number, height: number): Uint8Array {
  const fields = [
    [256, width],
    [257, height],
    [258, 8],
    [259, 1],
    [262, 1],
    [273, 8],
    [277, 1],
    [278, height],
    [279, 1],
  ] as const;
  const bytes = Buffer.alloc(10 + 2 + fields.length * 12 + 4);
  bytes.write('II*\0', 'latin1');
  bytes.writeUInt32LE(10, 4);
  bytes.writeUInt16LE(fields.length, 10);
  for (const [index, [tag, value]] of fields.entries()) {
    const at = 12 + index * 12;
    bytes.writeUInt16LE(tag, at);
    bytes.writeUInt16LE(4, at + 2);
    bytes.writeUInt32LE(1, at + 4);
    bytes.writeUInt32LE(value, at + 8);
  }
  return new Uint8Array(bytes);
}
