import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFObjectCopier,
  PDFRawStream,
  PDFRef,
  PDFString,
  type PDFPage,
} from 'pdf-lib';
import { anchors } from './anchors.ts';
import { signatureBox } from './chapters/certification.ts';
import { frameOf } from './chapters/exhibits.ts';
import type { CaseFileContent, PageSize } from './content.ts';
import { page } from './design.ts';
import { packPdf, plain } from './pdf-pages.ts';
import { closeSlot, reserveSignature, type SignatureSlot } from './signature-slot.ts';

export interface Attachment {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly description: string;
  /** ISO 32000-2, 7.11.3: the original of something shown here, or data about it. */
  readonly relationship: 'Source' | 'Data' | 'Supplement';
}

/** Where things stand in the composed file. Pages are counted from 1. */
export interface PageMap {
  readonly total: number;
  readonly pageOf: (anchor: string) => number;
}

export interface Unsigned {
  readonly bytes: Uint8Array;
  readonly slot: SignatureSlot;
  readonly pages: number;
}

const key = (name: string) => PDFName.of(name);

/** The composed file as a document with its places known, before anything is added. */
export async function openComposed(composed: Uint8Array): Promise<{ readonly document: PDFDocument; readonly map: PageMap }> {
  const document = await PDFDocument.load(composed, { updateMetadata: false, parseSpeed: Infinity });
  const destinations = readDestinations(document);
  const pageNumbers = new Map(document.getPages().map((page, index) => [page.ref, index + 1]));
  return {
    document,
    map: {
      total: document.getPageCount(),
      pageOf: (anchor) => {
        const page = pageNumbers.get(destinations.get(anchor)?.get(0) as PDFRef);
        if (page === undefined) throw new Error(`no page carries ${anchor}`);
        return page;
      },
    },
  };
}

/** Draws the exhibits' pages into their frames, attaches files, reserves the signature, and writes everything out. */
export async function assembleCaseFile(
  { document, map }: { readonly document: PDFDocument; readonly map: PageMap },
  input: {
    readonly content: CaseFileContent;
    readonly packs: ReadonlyMap<string, Uint8Array>;
    readonly signatureAppearance: Uint8Array;
    /** Room for the signature's DER. */
    readonly signatureBytes: number;
    readonly attachments: readonly Attachment[];
  },
  onExhibit: () => void = () => undefined,
): Promise<Unsigned> {
  const { content } = input;
  const at = new Date(content.release.at);
  for (const { exhibit, appearance } of content.exhibits) {
    const pack = input.packs.get(exhibit.number);
    if (appearance.as === 'pages' && pack)
      await drawPack(document, map.pageOf(anchors.exhibit(exhibit.number)) - 1, pack, appearance.pages);
    onExhibit();
  }
  const destinations = readDestinations(document);
  const signaturePage = document.getPage(map.pageOf(anchors.signature) - 1);
  const rectangle = signatureRectangle(destinations.get(anchors.signature));
  resolveLinks(document, destinations);
  attachFiles(document, input.attachments, at);
  const appearance = await signatureForm(document, input.signatureAppearance);
  const mark = reserveSignature(document, {
    page: signaturePage,
    rectangle,
    appearance,
    signer: content.release.by,
    at,
    bytes: input.signatureBytes,
  });
  document.catalog.set(key('PageMode'), key('UseOutlines'));
  // A plain cross-reference table: a little larger, readable by every program there is, and much faster to write.
  const bytes = await document.save({
    useObjectStreams: false,
    addDefaultPage: false,
    updateFieldAppearances: false,
    objectsPerTick: Infinity,
  });
  return { bytes, slot: closeSlot(bytes, mark), pages: document.getPageCount() };
}

async function drawPack(document: PDFDocument, from: number, pack: Uint8Array, pages: readonly PageSize[]): Promise<void> {
  const source = await PDFDocument.load(pack, { updateMetadata: false, parseSpeed: Infinity });
  const copier = PDFObjectCopier.for(source.context, document.context);
  for (const [index, page] of source.getPages().entries()) {
    const size = pages[index];
    const form = page.node.Resources()?.lookup(key('XObject'), PDFDict).get(key('P'));
    if (!size || !(form instanceof PDFRef)) throw new Error('a prepared page has no drawing');
    drawForm(document, document.getPage(from + index), copier.copy(form), size);
  }
}

/** Centred across, from the top down; reduced to fit, never enlarged. */
function drawForm(document: PDFDocument, page: PDFPage, form: PDFRef, size: PageSize): void {
  const frame = frameOf(size);
  const scale = Math.min(1, frame.width / size.width, frame.height / size.height);
  const left = frame.left + (frame.width - size.width * scale) / 2;
  const bottom = frame.bottom + frame.height - size.height * scale;
  const resources = page.node.Resources() ?? (document.context.obj({}) as PDFDict);
  const objects = resources.lookupMaybe(key('XObject'), PDFDict) ?? (document.context.obj({}) as PDFDict);
  objects.set(key('Exhibit'), form);
  resources.set(key('XObject'), objects);
  page.node.set(key('Resources'), resources);
  // A hairline around the page shows where the exhibit ends and the case file begins.
  const edge = [left - 0.5, bottom - 0.5, size.width * scale + 1, size.height * scale + 1].map(plain).join(' ');
  const operators = `q 0.83 0.81 0.77 RG 0.5 w ${edge} re S Q\nq ${[scale, 0, 0, scale, left, bottom].map(plain).join(' ')} cm /Exhibit Do Q\n`;
  const drawing = document.context.register(PDFRawStream.of(document.context.obj({}) as PDFDict, new TextEncoder().encode(operators)));
  const contents = page.node.get(key('Contents'));
  const before =
    contents instanceof PDFRef && document.context.lookup(contents) instanceof PDFArray
      ? document.context.lookup(contents, PDFArray).asArray()
      : contents
        ? [contents]
        : [];
  // Under the stamps: whatever an exhibit draws, the stamps stay readable.
  page.node.set(key('Contents'), document.context.obj([drawing, ...before]));
}

function attachFiles(document: PDFDocument, attachments: readonly Attachment[], at: Date): void {
  const { context, catalog } = document;
  const list = attachments.map((one) => ({ name: PDFHexString.fromText(one.name), specification: attachFile(document, one, at) }));
  const names = catalog.lookupMaybe(key('Names'), PDFDict) ?? (context.obj({}) as PDFDict);
  // A name tree is sorted by the bytes of its keys.
  const sorted = [...list].sort((one, other) => Buffer.compare(one.name.asBytes(), other.name.asBytes()));
  names.set(key('EmbeddedFiles'), context.obj({ Names: sorted.flatMap(({ name, specification }) => [name, specification]) }));
  catalog.set(key('Names'), names);
  catalog.set(key('AF'), context.obj(list.map((one) => one.specification)));
}

function attachFile({ context }: PDFDocument, { name, bytes, mediaType, description, relationship }: Attachment, at: Date): PDFRef {
  const packed = /^(text\/|application\/(json|jsonl|xml|.*\+xml))/.test(mediaType) ? deflateSync(bytes) : undefined;
  const file = context.obj({
    Type: 'EmbeddedFile',
    Subtype: mediaType,
    Params: {
      Size: bytes.length,
      ModDate: PDFString.fromDate(at),
      CheckSum: PDFHexString.of(createHash('md5').update(bytes).digest('hex')),
    },
  }) as PDFDict;
  if (packed) file.set(key('Filter'), key('FlateDecode'));
  const stream = context.register(PDFRawStream.of(file, packed ?? bytes));
  return context.register(
    context.obj({
      Type: 'Filespec',
      F: PDFHexString.fromText(name),
      UF: PDFHexString.fromText(name),
      Desc: PDFHexString.fromText(description),
      AFRelationship: relationship,
      EF: { F: stream, UF: stream },
    }),
  );
}

/** Every link gets the place it leads to written into it; a link that leads nowhere is a defect and stops the release. */
function resolveLinks(document: PDFDocument, destinations: ReadonlyMap<string, PDFArray>): void {
  for (const page of document.getPages()) {
    const annotations = page.node.Annots();
    for (let index = 0; index < (annotations?.size() ?? 0); index++) {
      const annotation = annotations?.lookupMaybe(index, PDFDict);
      const action = annotation?.lookupMaybe(key('A'), PDFDict);
      const name = action?.get(key('S')) === key('GoTo') ? action.get(key('D')) : undefined;
      if (!annotation || !(name instanceof PDFString || name instanceof PDFHexString)) continue;
      const destination = destinations.get(name.decodeText());
      if (!destination) throw new Error(`a link leads to ${name.decodeText()}, which is not in the file`);
      annotation.delete(key('A'));
      annotation.set(key('Dest'), destination);
      annotation.set(key('F'), PDFNumber.of(4));
    }
  }
  document.catalog.lookupMaybe(key('Names'), PDFDict)?.delete(key('Dests'));
}

/** Named destinations by name, as arrays that keep the reader's own zoom. */
function readDestinations(document: PDFDocument): ReadonlyMap<string, PDFArray> {
  const found = new Map<string, PDFArray>();
  const visit = (node: PDFDict | undefined, depth: number): void => {
    if (!node || depth > 32) return;
    const kids = node.lookupMaybe(key('Kids'), PDFArray);
    for (let index = 0; index < (kids?.size() ?? 0); index++) visit(kids?.lookupMaybe(index, PDFDict), depth + 1);
    const names = node.lookupMaybe(key('Names'), PDFArray);
    for (let index = 0; index + 1 < (names?.size() ?? 0); index += 2) {
      const name = names?.lookup(index);
      const value = names?.lookup(index + 1);
      const array = value instanceof PDFDict ? value.lookupMaybe(key('D'), PDFArray) : value;
      if ((name instanceof PDFString || name instanceof PDFHexString) && array instanceof PDFArray) found.set(name.decodeText(), array);
    }
  };
  visit(document.catalog.lookupMaybe(key('Names'), PDFDict)?.lookupMaybe(key('Dests'), PDFDict), 0);
  return found;
}

/** The box stands right below the anchor the certification page leaves for it. */
function signatureRectangle(anchor: PDFArray | undefined): readonly [number, number, number, number] {
  if (!anchor) throw new Error('there is no place for the signature');
  const top = anchor.lookup(3, PDFNumber).asNumber() - 4;
  return [page.left, top - signatureBox.height, page.left + signatureBox.width, top];
}

async function signatureForm(document: PDFDocument, appearance: Uint8Array): Promise<PDFRef> {
  const packed = await packPdf(appearance);
  if (packed.as !== 'pages') throw new Error('the signature box could not be drawn');
  const source = await PDFDocument.load(packed.pack, { updateMetadata: false });
  const form = source.getPage(0).node.Resources()?.lookup(key('XObject'), PDFDict).get(key('P'));
  return PDFObjectCopier.for(source.context, document.context).copy(form as PDFRef);
}
