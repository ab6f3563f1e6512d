import { inflateSync } from 'node:zlib';
import { FormError } from './form-error.ts';
import type { FileObject } from './objects.ts';
import { isDictionary, isName, type Value } from './values.ts';

const mostContent = 16 << 20;
const number = String.raw`-?\d{1,7}(?:\.\d{1,8})?`;
const numbers = (count: number): string => Array.from({ length: count }, () => number).join(' ');
/** The frame, the exhibit's drawing in it, and the stamps around it, of glyphs by their numbers. */
const sheetContent = new RegExp(
  String.raw`^q 0\.83 0\.81 0\.77 RG 0\.5 w ${numbers(4)} re S Q\nq (${number}) 0 0 (${number}) ${numbers(2)} cm /Exhibit Do Q\nBT\n` +
    String.raw`(?:${numbers(3)} rg\n|/\w{1,20} ${number} Tf 1 0 0 1 ${numbers(2)} Tm <(?:[0-9a-f]{4})*> Tj\n)+ET\n$`,
);

/** A sheet draws its exhibit and its stamps and nothing else; every other page shows text at least. No page is blank. */
export function checkContent({ number: object, value, stream }: FileObject, sheet: boolean): void {
  if (!stream || !isDictionary(value)) throw new FormError('page', object);
  const sound = sheet
    ? isSheetContent(value.has('Filter') ? Buffer.alloc(0) : stream)
    : showsText(unpack(stream, value.get('Filter'), object));
  if (!sound) throw new FormError('page', object);
}

function isSheetContent(content: Buffer): boolean {
  const match = content.length < 1 << 16 ? sheetContent.exec(content.toString('latin1')) : null;
  return match !== null && match[1] === match[2] && Number(match[1]) > 0;
}

function showsText(content: Buffer): boolean {
  return /> ?-?[\d.]*\] TJ\n/.test(content.toString('latin1'));
}

function unpack(stream: Buffer, filter: Value | undefined, object: number): Buffer {
  if (filter === undefined) return stream;
  if (!isName(filter, 'FlateDecode')) throw new FormError('page', object);
  try {
    return inflateSync(stream, { maxOutputLength: mostContent });
  } catch {
    throw new FormError('page', object);
  }
}
