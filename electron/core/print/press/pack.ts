import { PDFArray, PDFDict, type PDFDocument, PDFName, type PDFObject, PDFRef, PDFStream } from 'pdf-lib';
import type { Pack } from '../../tasks/pages.ts';
import { crossReferences } from './cross-references.ts';

/** Writes a pack whose every page carries its drawing as `P`. */
export function savePack(document: PDFDocument): Pack {
  const { context } = document;
  // By itself a pack shows its drawings, so that what will be printed can be looked at.
  const drawing = context.register(context.stream('/P Do'));
  for (const page of document.getPages()) page.node.set(PDFName.of('Contents'), drawing);
  const forms = document.getPages().map((page) => {
    const form = page.node.Resources()?.lookup(PDFName.of('XObject'), PDFDict).get(PDFName.of('P'));
    if (!(form instanceof PDFRef)) throw new Error('a prepared page has no drawing');
    return form.objectNumber;
  });
  const pieces: (string | Uint8Array)[] = [];
  const parts: number[] = [];
  const offsets: number[] = [];
  let at = 0;
  const put = (piece: string | Uint8Array): void => {
    pieces.push(piece);
    at += piece.length;
  };
  put('%PDF-1.7\n%\u0081\u0081\u0081\u0081\n');
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    offsets[ref.objectNumber] = at;
    put(`${ref.objectNumber} 0 obj\n`);
    const start = at;
    const references: number[] = [];
    if (object instanceof PDFStream) object.updateDict();
    putObject(object instanceof PDFStream ? object.dict : object, (text, target) => {
      if (target !== undefined) references.push(at, at + text.length, target);
      put(text);
    });
    if (object instanceof PDFStream) {
      put('\nstream\n');
      put(object.getContents());
      put('\nendstream');
    }
    if (!isFrame(object) && ref !== drawing) parts.push(ref.objectNumber, start, at, references.length / 3, ...references);
    put('\nendobj\n');
  }
  const trailer = context.obj({ Size: context.largestObjectNumber + 1, Root: context.trailerInfo.Root as PDFRef });
  const table = at;
  put(`${crossReferences(offsets, context.largestObjectNumber)}trailer\n${trailer.toString()}\nstartxref\n${table}\n%%EOF\n`);
  const pack = new Uint8Array(at);
  const buffer = Buffer.from(pack.buffer);
  let to = 0;
  for (const piece of pieces) {
    if (typeof piece === 'string') buffer.write(piece, to, 'latin1');
    else pack.set(piece, to);
    to += piece.length;
  }
  return { pack, parts: Uint32Array.from(parts), forms };
}

/** The pack's own catalog and page tree, which no drawing needs. */
function isFrame(object: PDFObject): boolean {
  const type = object instanceof PDFDict ? object.get(PDFName.of('Type')) : undefined;
  return type === PDFName.of('Catalog') || type === PDFName.of('Pages') || type === PDFName.of('Page');
}

function putObject(object: PDFObject, put: (text: string, target?: number) => void): void {
  if (object instanceof PDFRef) {
    if (object.generationNumber !== 0) throw new Error('a reference has a generation');
    put(`${object.objectNumber} 0 R`, object.objectNumber);
  } else if (object instanceof PDFDict) {
    put('<<');
    for (const [name, value] of object.entries()) {
      put(`${name.toString()} `);
      putObject(value, put);
      put('\n');
    }
    put('>>');
  } else if (object instanceof PDFArray) {
    put('[');
    for (const value of object.asArray()) {
      putObject(value, put);
      put(' ');
    }
    put(']');
  } else {
    const bytes = Buffer.alloc(object.sizeInBytes());
    object.copyBytesInto(bytes, 0);
    put(bytes.toString('latin1'));
  }
}

/** An object of a pack in pieces: bytes to copy and numbers of objects it refers to. */
export function* piecesOf({ pack, parts }: Pack): Generator<{ readonly number: number; readonly pieces: (Uint8Array | number)[] }> {
  for (let index = 0; index < parts.length; ) {
    const [number, start, end, count] = parts.subarray(index, index + 4) as unknown as [number, number, number, number];
    index += 4;
    const pieces: (Uint8Array | number)[] = [];
    let from = start;
    for (let reference = 0; reference < count; reference++, index += 3) {
      const [at, after, target] = parts.subarray(index, index + 3) as unknown as [number, number, number];
      pieces.push(pack.subarray(from, at), target);
      from = after;
    }
    pieces.push(pack.subarray(from, end));
    yield { number, pieces };
  }
}
