import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFNumber,
  PDFObjectCopier,
  PDFRawStream,
  PDFRef,
  PDFStream,
  type PDFContext,
  type PDFPageLeaf,
} from 'pdf-lib';
import { deflateSync } from 'node:zlib';
import type { ExhibitPagesOutput, PageNote, PageSize } from '../../tasks/pages.ts';
import { savePack } from './pack.ts';

type Box = readonly [left: number, bottom: number, right: number, top: number];
export type Matrix = readonly [number, number, number, number, number, number];

const key = (name: string) => PDFName.of(name);

/** Turns a foreign PDF into a pack of upright drawings. What annotations and form fields show is drawn; what they do is dropped. */
export async function packPdf(bytes: Uint8Array): Promise<ExhibitPagesOutput> {
  const notes = new Set<PageNote>();
  const source = await openForeign(bytes);
  if (source === 'encrypted') return { as: 'slip', reason: 'encrypted', problem: '' };
  if (source.restricted) notes.add('restrictions');
  const pack = await PDFDocument.create({ updateMetadata: false });
  const copier = PDFObjectCopier.for(source.document.context, pack.context);
  const pages: PageSize[] = [];
  for (const page of source.document.getPages()) {
    const form = drawPage(page.node, source.document.context, pack.context, copier, notes);
    pages.push(form.size);
    addPackPage(pack, form.size, pack.context.register(form.stream));
  }
  if (pages.length === 0) return { as: 'slip', reason: 'damaged', problem: '' };
  if (source.document.catalog.has(key('OCProperties'))) notes.add('layers');
  return {
    as: 'pages',
    ...savePack(pack),
    pages,
    notes: [...notes],
  };
}

/** Adds a page that shows nothing itself and carries the drawing as its form XObject `P`. */
export function addPackPage(pack: PDFDocument, size: PageSize, form: PDFRef): void {
  const page = pack.addPage([Math.max(1, size.width), Math.max(1, size.height)]);
  page.node.set(key('Resources'), pack.context.obj({ XObject: { P: form } }));
}

async function openForeign(bytes: Uint8Array): Promise<'encrypted' | { readonly document: PDFDocument; readonly restricted: boolean }> {
  const options = { updateMetadata: false, parseSpeed: Infinity, throwOnInvalidObject: false, warnOnInvalidObjects: false } as const;
  const plain = await PDFDocument.load(bytes, { ...options, ignoreEncryption: true });
  if (!plain.isEncrypted) return { document: plain, restricted: false };
  try {
    // An empty user password: anybody may open the file, only its owner wished to restrict what they do with it.
    return { document: await PDFDocument.load(bytes, { ...options, password: '' }), restricted: true };
  } catch {
    return 'encrypted';
  }
}

function drawPage(
  page: PDFPageLeaf,
  from: PDFContext,
  to: PDFContext,
  copier: PDFObjectCopier,
  notes: Set<PageNote>,
): { readonly stream: PDFRawStream; readonly size: PageSize } {
  const box = visibleBox(page);
  const unit = Math.min(Math.max(page.lookupMaybe(key('UserUnit'), PDFNumber)?.asNumber() ?? 1, 0.01), 100);
  const { matrix, size } = uprightMatrix(box, page.Rotate()?.asNumber() ?? 0, unit);
  const resources = page.Resources();
  const content = pageContent(page);
  const entries = {
    Type: 'XObject',
    Subtype: 'Form',
    BBox: [...box],
    Resources: resources ? copier.copy(resources) : {},
  };
  const dict = to.obj({ ...entries, Matrix: [...matrix] }) as PDFDict;
  for (const name of ['Filter', 'DecodeParms']) {
    const value = content.dict?.get(key(name));
    if (value) dict.set(key(name), copier.copy(value));
  }
  if (!content.dict) dict.set(key('Filter'), key('FlateDecode'));
  const drawings = drawAnnotations(page, from, copier, notes);
  if (drawings.length === 0) return { stream: PDFRawStream.of(dict, content.bytes), size };
  // Annotations are placed in the page's own coordinates, over its content.
  dict.set(key('Matrix'), to.obj([1, 0, 0, 1, 0, 0]));
  const names = to.obj({ Page: to.register(PDFRawStream.of(dict, content.bytes)) }) as PDFDict;
  let operators = '/Page Do\n';
  for (const [index, drawing] of drawings.entries()) {
    names.set(key(`A${index}`), drawing.form);
    operators += `q ${drawing.matrix.map(plain).join(' ')} cm /A${index} Do Q\n`;
  }
  const wrapper = to.obj({ ...entries, Resources: { XObject: names }, Matrix: [...matrix] }) as PDFDict;
  return { stream: PDFRawStream.of(wrapper, new TextEncoder().encode(operators)), size };
}

/** The crop box, cut to the media box: what a viewer shows. */
function visibleBox(page: PDFPageLeaf): Box {
  const media = readBox(page.MediaBox()) ?? [0, 0, 612, 792];
  const crop = readBox(page.CropBox());
  if (!crop) return media;
  const cut: Box = [Math.max(media[0], crop[0]), Math.max(media[1], crop[1]), Math.min(media[2], crop[2]), Math.min(media[3], crop[3])];
  return cut[2] - cut[0] > 1 && cut[3] - cut[1] > 1 ? cut : media;
}

function readBox(array: PDFArray | undefined): Box | undefined {
  if (!array || array.size() < 4) return undefined;
  const [a, b, c, d] = [0, 1, 2, 3].map((index) => array.lookupMaybe(index, PDFNumber)?.asNumber() ?? Number.NaN) as [
    number,
    number,
    number,
    number,
  ];
  const box: Box = [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)];
  return box.every(Number.isFinite) && box[2] - box[0] > 0 && box[3] - box[1] > 0 ? box : undefined;
}

/** Maps the visible box, turned clockwise by `rotate` degrees, onto a page that starts at the origin. */
export function uprightMatrix(box: Box, rotate: number, unit: number): { readonly matrix: Matrix; readonly size: PageSize } {
  const [left, bottom, right, top] = box;
  const quarter = ((Math.round(rotate / 90) % 4) + 4) % 4;
  const turned: readonly Matrix[] = [
    [1, 0, 0, 1, -left, -bottom],
    [0, -1, 1, 0, -bottom, right],
    [-1, 0, 0, -1, right, top],
    [0, 1, -1, 0, top, -left],
  ];
  const matrix = (turned[quarter] as Matrix).map((part) => (part === 0 ? 0 : part * unit)) as unknown as Matrix;
  const [width, height] = quarter % 2 === 0 ? [right - left, top - bottom] : [top - bottom, right - left];
  return { matrix, size: { width: width * unit, height: height * unit } };
}

/** One stream is taken as it is; several are joined, because a form has only one. */
function pageContent(page: PDFPageLeaf): { readonly bytes: Uint8Array; readonly dict?: PDFDict } {
  const contents = page.Contents();
  const streams =
    contents instanceof PDFArray
      ? contents
          .asArray()
          .map((_, index) => contents.lookup(index))
          .filter((one) => one instanceof PDFStream)
      : contents
        ? [contents]
        : [];
  const only = streams.length === 1 ? streams[0] : undefined;
  if (only instanceof PDFRawStream) return { bytes: only.contents, dict: only.dict };
  const parts = streams.flatMap((one) =>
    one instanceof PDFRawStream ? [Buffer.from(decodePDFRawStream(one).decode()), Buffer.from('\n')] : [],
  );
  return { bytes: deflateSync(Buffer.concat(parts)) };
}

function drawAnnotations(
  page: PDFPageLeaf,
  from: PDFContext,
  copier: PDFObjectCopier,
  notes: Set<PageNote>,
): { readonly form: PDFRef; readonly matrix: Matrix }[] {
  const annotations = page.lookupMaybe(key('Annots'), PDFArray);
  const drawings: { form: PDFRef; matrix: Matrix }[] = [];
  for (let index = 0; index < (annotations?.size() ?? 0); index++) {
    const annotation = annotations?.lookup(index);
    if (!(annotation instanceof PDFDict) || isUnseen(annotation)) continue;
    const appearance = normalAppearance(annotation, from);
    const rect = readBox(annotation.lookupMaybe(key('Rect'), PDFArray));
    if (!appearance || !rect) {
      if (annotation.get(key('Subtype')) === key('Widget') && annotation.has(key('V'))) notes.add('form');
      continue;
    }
    const matrix = appearanceMatrix(appearance.stream, rect);
    if (matrix) drawings.push({ form: copier.copy(appearance.ref), matrix });
  }
  return drawings;
}

function isUnseen(annotation: PDFDict): boolean {
  const flags = annotation.lookupMaybe(key('F'), PDFNumber)?.asNumber() ?? 0;
  const subtype = annotation.get(key('Subtype'));
  return (flags & 0b100010) !== 0 || subtype === key('Popup') || subtype === key('Link');
}

/** The normal appearance in its present state, if it is a stream of its own. */
function normalAppearance(annotation: PDFDict, from: PDFContext): { readonly ref: PDFRef; readonly stream: PDFStream } | undefined {
  const normal = annotation.lookupMaybe(key('AP'), PDFDict)?.get(key('N'));
  const states = from.lookup(normal);
  const state = annotation.get(key('AS'));
  const ref = states instanceof PDFDict && state instanceof PDFName ? states.get(state) : normal;
  const stream = from.lookup(ref);
  return ref instanceof PDFRef && stream instanceof PDFStream ? { ref, stream } : undefined;
}

/** ISO 32000-2, 12.5.5, algorithm 8: the appearance's transformed box is scaled and moved onto the rectangle. */
function appearanceMatrix(form: PDFStream, rect: Box): Matrix | undefined {
  const box = readBox(form.dict.lookupMaybe(key('BBox'), PDFArray));
  if (!box) return undefined;
  const own = form.dict.lookupMaybe(key('Matrix'), PDFArray);
  const [a, b, c, d, e, f] = [1, 0, 0, 1, 0, 0].map(
    (standard, index) => own?.lookupMaybe(index, PDFNumber)?.asNumber() ?? standard,
  ) as unknown as Matrix;
  const corners = [
    [box[0], box[1]],
    [box[2], box[1]],
    [box[0], box[3]],
    [box[2], box[3]],
  ].map(([x, y]) => [a * (x as number) + c * (y as number) + e, b * (x as number) + d * (y as number) + f] as const);
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  const [left, bottom, width, height] = [
    Math.min(...xs),
    Math.min(...ys),
    Math.max(...xs) - Math.min(...xs),
    Math.max(...ys) - Math.min(...ys),
  ];
  if (!(width > 0) || !(height > 0)) return undefined;
  const [scaleX, scaleY] = [(rect[2] - rect[0]) / width, (rect[3] - rect[1]) / height];
  return [scaleX, 0, 0, scaleY, rect[0] - left * scaleX, rect[1] - bottom * scaleY];
}

/** A number as a content stream may hold it: no exponent. */
export function plain(value: number): string {
  return Number(value.toFixed(5)).toString().includes('e') ? '0' : String(Number(value.toFixed(5)));
}
