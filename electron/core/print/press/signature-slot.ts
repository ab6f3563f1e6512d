import type { Hash } from 'node:crypto';
import { PDFArray, PDFDict, PDFHexString, PDFName, PDFString, type PDFDocument, type PDFRef } from 'pdf-lib';
import type { SignatureSlot } from '../../tasks/print.ts';

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

/** The signature dictionary that the field on the page points to, to be written as the file's last object. */
export interface ReservedSignature {
  readonly ref: PDFRef;
  readonly text: string;
}

/**
 * Puts a visible signature field on a page (ISO 32000-2, 12.8; ETSI EN 319 142-1, 5). The signature stands in the one and
 * only revision of the file, so that nothing in it is ever unsigned.
 */
export function reserveSignature({ context, catalog }: PDFDocument, field: SignatureField): ReservedSignature {
  const [left, bottom, right, top] = field.rectangle;
  const ref = context.nextRef();
  const widget = context.register(
    context.obj({
      Type: 'Annot',
      Subtype: 'Widget',
      FT: 'Sig',
      T: PDFString.of('Release'),
      V: ref,
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
  const text = [
    '<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached',
    rangePlaceholder,
    `/Contents ${emptySlot(field.bytes)}`,
    `/M ${PDFString.fromDate(field.at).toString()} /Name ${PDFHexString.fromText(field.signer).toString()} >>`,
  ].join('\n');
  return { ref, text };
}

/** Finds the slot in the end of the file, names it in /ByteRange, and hashes everything around it. Changes `end`. */
export function closeSlot(end: Buffer, offset: number, before: Hash, room: number): SignatureSlot {
  // The dictionary opens the end of the file, so that the first of each is its own.
  const range = end.indexOf(rangePlaceholder, 0, 'latin1');
  const found = end.indexOf(emptySlot(room), range, 'latin1');
  if (range < 0 || found < 0) throw new Error('the place for the signature was not found');
  const after = found + 2 * room + 2;
  const named = `/ByteRange [0 ${offset + found} ${offset + after} ${end.length - after}]`;
  end.write(named.padEnd(rangePlaceholder.length, ' '), range, 'latin1');
  before.update(end.subarray(0, found));
  before.update(end.subarray(after));
  return { start: offset + found, end: offset + after, digest: before.digest('hex') };
}

/** What stands in the slot once it is signed. */
export function slotBytes(slot: SignatureSlot, signature: Uint8Array): Buffer {
  const room = slot.end - slot.start - 2;
  const hex = Buffer.from(signature).toString('hex');
  if (hex.length > room) throw new Error('the signature is larger than the place reserved for it');
  return Buffer.from(`<${hex.padEnd(room, '0')}>`, 'latin1');
}

function emptySlot(room: number): string {
  return `<${'0'.repeat(room * 2)}>`;
}
