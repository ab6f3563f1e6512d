import { inflateSync } from 'node:zlib';
import {
  decodePDFRawStream,
  PDFArray,
  PDFCatalog,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFPageLeaf,
  PDFParser,
  PDFRawStream,
  PDFRef,
  PDFString,
  type PDFObject,
} from 'pdf-lib';

/** What the verifier reads out of the PDF's structure. */
export interface ReadFile {
  readonly pages: number;
  readonly title: string;
  /** `D:…` as the signature's dictionary states it; empty where it does not. */
  readonly statedTime: string;
  readonly signatureFields: number;
  readonly attachments: ReadonlyMap<string, Uint8Array>;
  /** First page of each bookmark, by its title. */
  readonly bookmarks: ReadonlyMap<string, number>;
  /** Pages, from 1, that carry a drawn exhibit. */
  readonly exhibitPages: ReadonlySet<number>;
}

/** An attachment that unpacks to more than this is not read. */
const mostUnpacked = 512 << 20;
const mostNodes = 200_000;
const key = (name: string) => PDFName.of(name);

/** A page with the reference by which the rest of the file names it. */
interface Page {
  readonly leaf: PDFPageLeaf;
  readonly ref: PDFRef;
}

/**
 * Parses a PDF of unknown origin; to be called in a limited worker only. The library's parser is asked, not its editor of whole
 * documents, which is three times as much to load for each verdict.
 */
export async function readFile(bytes: Uint8Array): Promise<ReadFile> {
  const context = await PDFParser.forBytesWithOptions(bytes, Infinity, false, false).parseDocument();
  const { Root, Encrypt, Info } = context.trailerInfo;
  const catalog = context.lookup(Root);
  if (context.lookup(Encrypt)) throw new Error('it is encrypted');
  if (!(catalog instanceof PDFCatalog)) throw new Error('it has no catalog');
  const pages = pagesOf(catalog);
  const fields = signatureFields(catalog);
  const stated = fields[0]?.get(key('M'));
  return {
    pages: pages.length,
    title: text(context.lookupMaybe(Info, PDFDict)?.lookup(key('Title'))) ?? '',
    statedTime: text(stated) ?? '',
    signatureFields: fields.length,
    attachments: readAttachments(catalog),
    bookmarks: readBookmarks(catalog, pages),
    exhibitPages: new Set(
      pages.flatMap(({ leaf }, index) => (leaf.Resources()?.lookupMaybe(key('XObject'), PDFDict)?.has(key('Exhibit')) ? [index + 1] : [])),
    ),
  };
}

function pagesOf(catalog: PDFCatalog): readonly Page[] {
  const found: Page[] = [];
  catalog.Pages().traverse((leaf, ref) => {
    if (leaf instanceof PDFPageLeaf) found.push({ leaf, ref });
  });
  return found;
}

function signatureFields(catalog: PDFCatalog): readonly PDFDict[] {
  const fields = catalog.lookupMaybe(key('AcroForm'), PDFDict)?.lookupMaybe(key('Fields'), PDFArray);
  const found: PDFDict[] = [];
  for (let index = 0; index < Math.min(fields?.size() ?? 0, 1000); index++) {
    const field = fields?.lookup(index);
    const value = field instanceof PDFDict ? field.lookup(key('V')) : undefined;
    if (field instanceof PDFDict && field.get(key('FT')) === key('Sig') && value instanceof PDFDict) found.push(value);
  }
  return found;
}

function readAttachments(catalog: PDFCatalog): ReadonlyMap<string, Uint8Array> {
  const found = new Map<string, Uint8Array>();
  let unpacked = 0;
  let nodes = 0;
  const visit = (node: PDFDict | undefined): void => {
    if (!node || nodes++ > mostNodes) return;
    const kids = node.lookupMaybe(key('Kids'), PDFArray);
    for (let index = 0; index < (kids?.size() ?? 0); index++) visit(kids?.lookupMaybe(index, PDFDict));
    const names = node.lookupMaybe(key('Names'), PDFArray);
    for (let index = 1; index < (names?.size() ?? 0); index += 2) {
      const specification = names?.lookupMaybe(index, PDFDict);
      const name = text(specification?.lookup(key('UF'))) ?? text(specification?.lookup(key('F')));
      const stream = specification?.lookupMaybe(key('EF'), PDFDict)?.lookup(key('F'));
      if (name === undefined || !(stream instanceof PDFRawStream) || found.has(name)) continue;
      const bytes = unpack(stream);
      unpacked += bytes.length;
      if (unpacked > 2 * mostUnpacked) throw new Error('the attachments are too large');
      found.set(name, bytes);
    }
  };
  visit(catalog.lookupMaybe(key('Names'), PDFDict)?.lookupMaybe(key('EmbeddedFiles'), PDFDict));
  return found;
}

function unpack(stream: PDFRawStream): Uint8Array {
  const filter = stream.dict.lookup(key('Filter'));
  if (filter === undefined) return stream.contents;
  if (filter === key('FlateDecode') && !stream.dict.has(key('DecodeParms')))
    return inflateSync(stream.contents, { maxOutputLength: mostUnpacked });
  return decodePDFRawStream(stream).decode();
}

function readBookmarks(catalog: PDFCatalog, pages: readonly Page[]): ReadonlyMap<string, number> {
  const numbers = new Map(pages.map(({ ref }, index) => [ref, index + 1]));
  const found = new Map<string, number>();
  let nodes = 0;
  const visit = (first: PDFObject | undefined): void => {
    for (let item = first; item instanceof PDFDict && nodes++ < mostNodes; item = item.lookup(key('Next'))) {
      const title = text(item.lookup(key('Title')));
      const destination = item.lookup(key('Dest'));
      const page = destination instanceof PDFArray ? destination.get(0) : undefined;
      const number = page instanceof PDFRef ? numbers.get(page) : undefined;
      if (title !== undefined && number !== undefined && !found.has(title)) found.set(title, number);
      visit(item.lookup(key('First')));
    }
  };
  visit(catalog.lookupMaybe(key('Outlines'), PDFDict)?.lookup(key('First')));
  return found;
}

function text(value: PDFObject | undefined): string | undefined {
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : undefined;
}
