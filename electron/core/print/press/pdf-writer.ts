import { createHash, type Hash } from 'node:crypto';
import { type PDFContext, PDFRef, PDFStream } from 'pdf-lib';
import type { Pack } from '../../tasks/pages.ts';
import { PageDigests } from '../../verifier/closed-form/page-digests.ts';
import { crossReferences } from './cross-references.ts';
import { piecesOf } from './pack.ts';
import { spell } from './spelling.ts';

/** Where a file goes, piece by piece and in order. A piece is only valid during the call. */
export type Sink = (piece: Uint8Array) => void;

const pieceSize = 1 << 20;

/**
 * Writes a PDF in the closed form while it is made: what is written is let go of, so that a case file never stands in
 * memory as a whole. An object gets its number when it is first named, so that no number is free and nothing stands in
 * the file that nothing names.
 */
export class PdfWriter {
  readonly #context: PDFContext;
  readonly #sink: Sink;
  readonly #hash: Hash = createHash('sha256');
  readonly #digests = new PageDigests();
  /** By the number an object has in the context. */
  readonly #numbers = new Map<number, number>();
  /** Named and not yet written, by the number in the context. */
  readonly #awaited = new Set<number>();
  readonly #offsets: number[] = [];
  readonly #buffer = Buffer.allocUnsafe(pieceSize);
  #largest = 0;
  #buffered = 0;
  #written = 0;

  constructor(context: PDFContext, sink: Sink) {
    this.#context = context;
    this.#sink = sink;
    const header = Buffer.alloc(context.header.sizeInBytes());
    context.header.copyBytesInto(header, 0);
    this.#bytes(header);
    this.#bytes(Buffer.from('\n'));
  }

  /** Writes an object and forgets it. */
  write(ref: PDFRef): void {
    const object = this.#context.lookup(ref);
    if (!object) throw new Error(`there is no object ${ref.objectNumber}`);
    const number = this.#numberOf(ref);
    this.#awaited.delete(ref.objectNumber);
    if (object instanceof PDFStream) object.updateDict();
    const { text, draws } = spell(object instanceof PDFStream ? object.dict : object, (named) => this.#numberOf(named));
    const pieces: Uint8Array[] = [Buffer.from(text, 'latin1')];
    if (object instanceof PDFStream) pieces.push(Buffer.from('\nstream\n'), object.getContents(), Buffer.from('\nendstream'));
    this.#object(number, pieces, draws);
    this.#context.delete(ref);
  }

  /**
   * Writes what the drawings of a pack need, under numbers of its own here, and answers the drawings, in order. A reference
   * to what is not in the pack is one to nothing, whatever has that number in this file.
   */
  writePack(pack: Pack): readonly PDFRef[] {
    const parts = new Map([...piecesOf(pack)].map(({ number, pieces }) => [number, pieces]));
    const numbers = new Map<number, number>();
    const waiting: number[] = [];
    const numberOf = (own: number): number | undefined => {
      if (!parts.has(own)) return undefined;
      const known = numbers.get(own);
      if (known !== undefined) return known;
      waiting.push(own);
      numbers.set(own, ++this.#largest);
      return this.#largest;
    };
    const forms = pack.forms.map((form) => this.#standFor(numberOf(form)));
    for (let own = waiting.pop(); own !== undefined; own = waiting.pop()) {
      const draws: number[] = [];
      const pieces = (parts.get(own) ?? []).map((piece) => {
        if (typeof piece !== 'number') return piece;
        const named = numberOf(piece);
        if (named !== undefined) draws.push(named);
        return Buffer.from(named === undefined ? 'null' : `${named} 0 R`);
      });
      this.#object(numbers.get(own) as number, pieces, draws);
    }
    return forms;
  }

  /** Writes pages with all they show, and answers a digest of each. */
  writePages(pages: readonly PDFRef[]): readonly string[] {
    for (const page of pages) this.#numberOf(page);
    this.#writeNamed();
    return pages.map((page) => this.#digests.of(this.#numberOf(page)));
  }

  /** Writes everything the file's beginnings name, but for what is not there yet; answers the size and digest of all until here. */
  writeRest(): { readonly bytes: number; readonly sha256: string } {
    const { Root, Info } = this.#context.trailerInfo;
    for (const ref of [Root, Info]) if (ref instanceof PDFRef) this.#numberOf(ref);
    this.#writeNamed();
    this.#flush();
    return { bytes: this.#written, sha256: this.#hash.copy().digest('hex') };
  }

  /**
   * Writes what is left, and as the last object `last`, whose text is given here; then the table. `close` may change
   * that end of the file before it goes out: it is given its bytes, its offset and the hash of everything before it.
   */
  finish<T>(last: { readonly ref: PDFRef; readonly text: string }, close: (end: Buffer, offset: number, before: Hash) => T): T {
    this.writeRest();
    const { Root, Info, ID } = this.#context.trailerInfo;
    const number = this.#numberOf(last.ref);
    this.#awaited.delete(last.ref.objectNumber);
    const [missing] = this.#awaited;
    if (missing !== undefined) throw new Error(`there is no object ${missing}`);
    this.#flush();
    const trailer = this.#context.obj({ Size: this.#largest + 1, Root, Info, ID } as never);
    this.#offsets[number] = this.#written;
    const object = `${number} 0 obj\n${last.text}\nendobj\n`;
    const spelt = spell(trailer, (ref) => this.#numberOf(ref)).text;
    const end = Buffer.from(
      `${object}${crossReferences(this.#offsets, this.#largest)}trailer\n${spelt}\nstartxref\n${this.#written + object.length}\n%%EOF\n`,
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

  /** Writes every object that was named so far and all that these name; those that are not there yet are left for later. */
  #writeNamed(): void {
    let left = -1;
    while (left !== this.#awaited.size) {
      left = this.#awaited.size;
      for (const number of this.#awaited) {
        const ref = PDFRef.of(number);
        if (this.#context.lookup(ref)) {
          this.write(ref);
          left = -1;
        }
      }
    }
  }

  #numberOf({ objectNumber }: PDFRef): number {
    const known = this.#numbers.get(objectNumber);
    if (known !== undefined) return known;
    this.#numbers.set(objectNumber, ++this.#largest);
    this.#awaited.add(objectNumber);
    return this.#largest;
  }

  /** A reference by which objects of the context may name what is written already. */
  #standFor(number: number | undefined): PDFRef {
    if (number === undefined) throw new Error('a drawing is not in its pack');
    const ref = this.#context.nextRef();
    this.#numbers.set(ref.objectNumber, number);
    return ref;
  }

  #object(number: number, pieces: readonly Uint8Array[], draws: readonly number[]): void {
    this.#offsets[number] = this.bytes;
    const hash = createHash('sha256');
    for (const piece of [Buffer.from(`${number} 0 obj\n`), ...pieces, Buffer.from('\nendobj\n')]) {
      hash.update(piece);
      this.#bytes(piece);
    }
    this.#digests.add(number, hash.digest(), draws);
  }

  #bytes(bytes: Uint8Array): void {
    if (this.#buffered + bytes.length > pieceSize) this.#flush();
    if (bytes.length > pieceSize / 4) {
      this.#flush();
      this.#send(bytes);
      return;
    }
    this.#buffer.set(bytes, this.#buffered);
    this.#buffered += bytes.length;
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
