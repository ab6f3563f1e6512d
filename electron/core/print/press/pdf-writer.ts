import { createHash, type Hash } from 'node:crypto';
import { type PDFContext, type PDFObject, PDFRef, PDFStream } from 'pdf-lib';
import { crossReferences } from './cross-references.ts';
import type { Pack } from '../../tasks/pages.ts';
import { piecesOf } from './pack.ts';

/** Where a file goes, piece by piece and in order. A piece is only valid during the call. */
export type Sink = (piece: Uint8Array) => void;

const pieceSize = 1 << 20;

/**
 * Writes a PDF while it is made: what is written is let go of, so that a case file never stands in memory as a whole.
 * A plain cross-reference table: a little larger than a compressed one, readable by every program there is, fast to write.
 */
export class PdfWriter {
  readonly #context: PDFContext;
  readonly #sink: Sink;
  readonly #hash: Hash = createHash('sha256');
  readonly #offsets: number[] = [];
  readonly #buffer = Buffer.allocUnsafe(pieceSize);
  #buffered = 0;
  #written = 0;

  constructor(context: PDFContext, sink: Sink) {
    this.#context = context;
    this.#sink = sink;
    this.#put(context.header.sizeInBytes(), (buffer, at) => context.header.copyBytesInto(buffer, at));
    this.#text('\n');
  }

  /** Writes an object and forgets it. */
  write(ref: PDFRef): void {
    const object = this.#context.lookup(ref);
    if (!object) throw new Error(`there is no object ${ref.objectNumber}`);
    if (ref.generationNumber !== 0) throw new Error(`object ${ref.objectNumber} has a generation`);
    this.#begin(ref);
    if (object instanceof PDFStream) {
      object.updateDict();
      this.#object(object.dict);
      this.#text('\nstream\n');
      this.#bytes(object.getContents());
      this.#text('\nendstream');
    } else {
      this.#object(object);
    }
    this.#text('\nendobj\n');
    this.#context.delete(ref);
  }

  /** Writes a pack's objects as they are, under numbers of their own here. Answers the drawings of its pages, in order. */
  writePack(pack: Pack): readonly PDFRef[] {
    const before = this.#context.largestObjectNumber;
    let largest = before;
    for (const { number, pieces } of piecesOf(pack)) {
      largest = Math.max(largest, before + number);
      this.#begin(PDFRef.of(before + number));
      for (const piece of pieces) {
        if (typeof piece === 'number') {
          // A reference to nothing must stay one: its number is never given to another object.
          largest = Math.max(largest, before + piece);
          this.#text(`${before + piece} 0 R`);
        } else this.#bytes(piece);
      }
      this.#text('\nendobj\n');
    }
    this.#context.largestObjectNumber = largest;
    return pack.forms.map((form) => PDFRef.of(before + form));
  }

  /** Writes every object numbered above `after`, which are the ones made since that was the largest number. */
  writeSince(after: number): void {
    for (let number = after + 1; number <= this.#context.largestObjectNumber; number++) {
      const ref = PDFRef.of(number);
      if (this.#context.lookup(ref)) this.write(ref);
    }
  }

  /**
   * Writes what is left, and as the last object `last`, whose text is given here; then the table. `close` may change
   * that end of the file before it goes out: it is given its bytes, its offset and the hash of everything before it.
   */
  finish<T>(last: { readonly ref: PDFRef; readonly text: string }, close: (end: Buffer, offset: number, before: Hash) => T): T {
    this.writeSince(0);
    this.#flush();
    const { Root, Info, ID } = this.#context.trailerInfo;
    const trailer = this.#context.obj({ Size: this.#context.largestObjectNumber + 1, Root, Info, ID } as never);
    this.#offsets[last.ref.objectNumber] = this.#written;
    const object = `${last.ref.objectNumber} 0 obj\n${last.text}\nendobj\n`;
    const end = Buffer.from(
      `${object}${crossReferences(this.#offsets, this.#context.largestObjectNumber)}trailer\n${trailer.toString()}\nstartxref\n${this.#written + object.length}\n%%EOF\n`,
      'latin1',
    );
    const closed = close(end, this.#written, this.#hash);
    this.#sink(end);
    this.#written += end.length;
    return closed;
  }

  get bytes(): number {
    return this.#written + this.#buffered;
  }

  #begin(ref: PDFRef): void {
    this.#offsets[ref.objectNumber] = this.bytes;
    this.#text(`${ref.objectNumber} 0 obj\n`);
  }

  #object(object: PDFObject): void {
    this.#put(object.sizeInBytes(), (buffer, at) => object.copyBytesInto(buffer, at));
  }

  #text(text: string): void {
    this.#put(text.length, (buffer, at) => buffer.write(text, at, 'latin1'));
  }

  #put(size: number, copy: (buffer: Buffer, at: number) => number): void {
    if (size > pieceSize) {
      const large = Buffer.allocUnsafe(size);
      copy(large, 0);
      this.#bytes(large);
      return;
    }
    if (this.#buffered + size > pieceSize) this.#flush();
    if (copy(this.#buffer, this.#buffered) !== size) throw new Error('an object is not as long as it said');
    this.#buffered += size;
  }

  #bytes(bytes: Uint8Array): void {
    if (bytes.length <= pieceSize / 4) {
      this.#put(bytes.length, (buffer, at) => (buffer.set(bytes, at), bytes.length));
      return;
    }
    this.#flush();
    this.#send(bytes);
  }

  #flush(): void {
    if (this.#buffered > 0) this.#send(this.#buffer.subarray(0, this.#buffered));
    this.#buffered = 0;
  }

  #send(piece: Uint8Array): void {
    this.#hash.update(piece);
    this.#sink(piece);
    this.#written += piece.length;
  }
}
