import { createHash, randomBytes } from 'node:crypto';
import {
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFInvalidObject,
  PDFName,
  PDFString,
  type PDFDocument,
  type PDFRef,
} from 'pdf-lib';

/** The part of a written file that the signature will fill, and the digest of all the rest. */
export interface SignatureSlot {
  /** Offset of `<`, and of the byte after `>`. */
  readonly start: number;
  readonly end: number;
  /** SHA-256 of everything but the slot, as lower-case hex. */
  readonly digest: string;
}

export interface SignatureField {
  /** The page that shows it. */
  readonly page: PDFRef;
  /** Left, bottom, right, top. */
  readonly rectangle: readonly [number, number, number, number];
  /** The form XObject the box shows. */
  readonly appearance: PDFRef;
  readonly signer: string;
  readonly at: Date;
  /** Room for the signature's DER. */
  readonly bytes: number;
}

const key = (name: string) => PDFName.of(name);
const rangePlaceholder = '/ByteRange [0 1111111111 2222222222 3333333333]';

/**
 * Puts a visible signature field on a page (ISO 32000-2, 12.8; ETSI EN 319 142-1, 5). The signature stands in the one and
 * only revision of the file, so that nothing in it is ever unsigned. Answers the mark by which the slot is found again.
 */
export function reserveSignature(document: PDFDocument, field: SignatureField): string {
  const { context, catalog } = document;
  const mark = randomBytes(24).toString('hex');
  const [left, bottom, right, top] = field.rectangle;
  // Written as plain bytes, never inside an object stream: its offsets must be found in the file.
  const dictionary = [
    '<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached',
    rangePlaceholder,
    `/Contents <${mark.padEnd(field.bytes * 2, '0')}>`,
    `/M ${PDFString.fromDate(field.at).toString()} /Name ${PDFHexString.fromText(field.signer).toString()} >>`,
  ].join('\n');
  const signature = context.register(PDFInvalidObject.of(new TextEncoder().encode(dictionary)));
  const widget = context.register(
    context.obj({
      Type: 'Annot',
      Subtype: 'Widget',
      FT: 'Sig',
      T: PDFString.of('Release'),
      V: signature,
      F: 132,
      P: field.page,
      Rect: [left, bottom, right, top],
      AP: { N: field.appearance },
    }),
  );
  const page = context.lookup(field.page, PDFDict);
  const annotations = page.lookupMaybe(key('Annots'), PDFArray) ?? (context.obj([]) as PDFArray);
  annotations.push(widget);
  page.set(key('Annots'), annotations);
  catalog.set(key('AcroForm'), context.obj({ Fields: [widget], SigFlags: 3 }) as PDFDict);
  return mark;
}

/** Finds the slot in the written file, names it in /ByteRange, and hashes everything around it. Changes `bytes`. */
export function closeSlot(bytes: Uint8Array, mark: string): SignatureSlot {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found = file.indexOf(mark, 0, 'latin1');
  const start = found - 1;
  const end = file.indexOf('>', found, 'latin1') + 1;
  const range = file.lastIndexOf(rangePlaceholder, found, 'latin1');
  if (found < 0 || end === 0 || range < 0 || file[start] !== 0x3c || file.indexOf(mark, end, 'latin1') >= 0)
    throw new Error('the place for the signature was not found');
  const named = `/ByteRange [0 ${start} ${end} ${file.length - end}]`;
  file.write(named.padEnd(rangePlaceholder.length, ' '), range, 'latin1');
  const hash = createHash('sha256');
  hash.update(file.subarray(0, start));
  hash.update(file.subarray(end));
  return { start, end, digest: hash.digest('hex') };
}

/** Writes the signature into its slot. */
export function fillSlot(bytes: Uint8Array, slot: SignatureSlot, signature: Uint8Array): void {
  const room = slot.end - slot.start - 2;
  const hex = Buffer.from(signature).toString('hex');
  if (hex.length > room) throw new Error('the signature is larger than the place reserved for it');
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).write(hex.padEnd(room, '0'), slot.start + 1, 'latin1');
}
