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
  type PDFRef,
  PDFString,
} from 'pdf-lib';
import { anchors } from './anchors.ts';
import { signatureBox } from './chapters/certification.ts';
import type { Composed } from './compose.ts';
import type { Unsigned } from '../../tasks/print.ts';
import type { CaseFileContent, ExhibitContentEntry } from '../../tasks/case-file.ts';
import type { Pack, PageSize } from '../../tasks/pages.ts';
import { page } from '../press/design.ts';
import { growPageTree, listExhibits, type PagePlace, topOf } from './page-tree.ts';
import { planPages, type PagePlan } from './page-plan.ts';
import { packOwnPdf } from '../press/drawings.ts';
import { PdfWriter, type Sink } from '../press/pdf-writer.ts';
import { sheetOf, Sheets } from './sheets.ts';
import { closeSlot, reserveSignature } from '../press/signature-slot.ts';

export interface Attachment {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly description: string;
  /** ISO 32000-2, 7.11.3: the original of something shown here, or data about it. */
  readonly relationship: 'Source' | 'Data' | 'Supplement';
}

/** What the manifest says of all that is written before it. */
export interface Written {
  /** In lower-case hexadecimal, one for each page. */
  readonly pageDigests: readonly string[];
  /** Of everything from the file's first byte on. */
  readonly before: { readonly bytes: number; readonly sha256: string };
}

const key = (name: string) => PDFName.of(name);

export interface Opened {
  readonly document: PDFDocument;
  readonly destinations: Map<string, PDFArray>;
  readonly plan: PagePlan;
}

/** The composed file as a document with its places known, before anything is added. */
export async function openComposed(content: CaseFileContent, composed: Pick<Composed, 'pdf' | 'plan'>): Promise<Opened> {
  const document = await PDFDocument.load(composed.pdf, { updateMetadata: false, parseSpeed: Infinity });
  const destinations = readDestinations(document);
  const pageNumbers = new Map(document.getPages().map((page, index) => [page.ref, index + 1]));
  const plan = planPages(content, document.getPageCount(), (anchor) => {
    const page = pageNumbers.get(destinations.get(anchor)?.get(0) as PDFRef);
    if (page === undefined) throw new Error(`no page carries ${anchor}`);
    return page;
  });
  // A wrong number in print would send a reader to the wrong page: the numbers printed must be those of the file.
  const numbered = composed.plan;
  const same =
    numbered.total === plan.total &&
    content.exhibits.every(({ exhibit: { number } }) => numbered.pageOf(anchors.exhibit(number)) === plan.pageOf(anchors.exhibit(number)));
  if (!same) throw new Error('the pages were numbered otherwise than they stand');
  return { document, destinations, plan };
}

/** Puts in the sheets with the exhibits' pages, attaches files, reserves the signature, and writes everything out. */
export async function assembleCaseFile(
  { document, destinations, plan }: Opened,
  input: {
    readonly content: CaseFileContent;
    /** Each is let go of once it stands in the file. */
    readonly packs: Map<string, Pack>;
    readonly signatureAppearance: Uint8Array;
    /** Room for the signature's DER. */
    readonly signatureBytes: number;
    readonly attachments: readonly Attachment[];
    /** Its bytes are asked for when all but it is written: it names the digests. */
    readonly manifest: Omit<Attachment, 'bytes'> & { readonly bytes: (written: Written) => Uint8Array };
    readonly sink: Sink;
  },
  onExhibit: () => void = () => undefined,
): Promise<Unsigned> {
  const { content } = input;
  const { context } = document;
  const at = new Date(content.release.at);
  const places = growPageTree(document, plan);
  const writer = new PdfWriter(context, input.sink);
  const sheets = new Sheets(context, content, plan.total);
  for (const entry of content.exhibits) {
    const { number } = entry.exhibit;
    if (entry.appearance.as === 'pages') {
      const pack = input.packs.get(number);
      if (!pack) throw new Error(`the pages of ${number} are missing`);
      input.packs.delete(number);
      drawPack({ document, destinations, plan }, { places, sheets, writer, entry, sizes: entry.appearance.pages, pack });
    }
    onExhibit();
  }
  sheets.fonts.embed();
  listExhibits(document, destinations, content);
  const signaturePlace = places[plan.pageOf(anchors.signature) - 1];
  if (!signaturePlace) throw new Error('there is no page for the signature');
  const rectangle = signatureRectangle(destinations.get(anchors.signature));
  resolveLinks(document, destinations);
  const signature = reserveSignature(document, {
    page: signaturePlace.ref,
    rectangle,
    appearance: await signatureForm(document, input.signatureAppearance),
    signer: content.release.by,
    at,
    bytes: input.signatureBytes,
  });
  const pageDigests = writer.writePages(places.map(({ ref }) => ref));
  const manifest = attachFiles(document, input.manifest, input.attachments, at, writer);
  document.catalog.set(key('PageMode'), key('UseOutlines'));
  context.assign(
    manifest,
    embedded(document, input.manifest.mediaType, input.manifest.bytes({ pageDigests, before: writer.writeRest() }), at),
  );
  const slot = writer.finish(signature, (end, offset, before) => closeSlot(end, offset, before, input.signatureBytes));
  return { bytes: writer.bytes, slot, pages: plan.total };
}

/** Draws an exhibit's pages onto its sheets and writes them. */
function drawPack(
  { document, destinations, plan }: Opened,
  exhibit: {
    readonly places: readonly PagePlace[];
    readonly sheets: Sheets;
    readonly writer: PdfWriter;
    readonly entry: ExhibitContentEntry;
    readonly sizes: readonly PageSize[];
    readonly pack: Pack;
  },
): void {
  const { places, sheets, writer, entry, sizes } = exhibit;
  const forms = writer.writePack(exhibit.pack);
  for (const [index, size] of sizes.entries()) {
    const anchor = anchors.exhibitPage(entry.exhibit.number, index + 1);
    const number = plan.pageOf(anchor);
    const place = places[number - 1];
    const form = forms[index];
    if (!place || !form) throw new Error(`there is nothing to draw for ${anchor}`);
    const contents = sheets.draw(place.ref, place.parent, { entry, page: index + 1, pages: sizes.length, size, form, number });
    destinations.set(anchor, topOf(document, place.ref, sheetOf(size).height));
    writer.write(place.ref);
    writer.write(contents);
  }
}

/** Attaches the manifest first and the other files after it; answers the place of the manifest's bytes, which are written last. */
function attachFiles(
  document: PDFDocument,
  manifest: Omit<Attachment, 'bytes'>,
  attachments: readonly Attachment[],
  at: Date,
  writer: PdfWriter,
): PDFRef {
  const { context, catalog } = document;
  const place = context.nextRef();
  const list = [
    { name: PDFHexString.fromText(manifest.name), specification: specify(document, manifest, place) },
    ...attachments.map((one) => {
      const stream = context.register(embedded(document, one.mediaType, one.bytes, at));
      writer.write(stream);
      return { name: PDFHexString.fromText(one.name), specification: specify(document, one, stream) };
    }),
  ];
  const names = catalog.lookupMaybe(key('Names'), PDFDict) ?? (context.obj({}) as PDFDict);
  // A name tree is sorted by the bytes of its keys.
  const sorted = [...list].sort((one, other) => Buffer.compare(one.name.asBytes(), other.name.asBytes()));
  names.set(key('EmbeddedFiles'), context.obj({ Names: sorted.flatMap(({ name, specification }) => [name, specification]) }));
  catalog.set(key('Names'), names);
  catalog.set(key('AF'), context.obj(list.map((one) => one.specification)));
  return place;
}

function embedded({ context }: PDFDocument, mediaType: string, bytes: Uint8Array, at: Date): PDFRawStream {
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
  return PDFRawStream.of(file, packed ?? bytes);
}

function specify({ context }: PDFDocument, { name, description, relationship }: Omit<Attachment, 'bytes'>, stream: PDFRef): PDFRef {
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
function readDestinations(document: PDFDocument): Map<string, PDFArray> {
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
  const source = await PDFDocument.load(await packOwnPdf(appearance), { updateMetadata: false });
  const form = source.getPage(0).node.Resources()?.lookup(key('XObject'), PDFDict).get(key('P'));
  return PDFObjectCopier.for(source.context, document.context).copy(form as PDFRef);
}
