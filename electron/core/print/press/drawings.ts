import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  type PDFRef,
  type PDFContext,
  type PDFPageLeaf,
} from 'pdf-lib';
import { deflateSync } from 'node:zlib';
import type { Pack, PageSize } from '../../tasks/pages.ts';
import { AllowedCopier } from './allowed.ts';
import type { Layers } from './layers.ts';
import { savePack } from './pack.ts';
import { decodeStream, encodeStream, mostUnpacked, type StreamBudget } from './streams.ts';
import { keepVisible } from './visible-content.ts';

type Box = readonly [left: number, bottom: number, right: number, top: number];
export type Matrix = readonly [number, number, number, number, number, number];

const key = (name: string) => PDFName.of(name);

/** A PDF of our own making as a pack. */
export async function packOwnPdf(bytes: Uint8Array): Promise<Uint8Array> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: Infinity });
  return (await drawDocument(document, { any: false, off: 0, hidden: () => false })).pack;
}

/** Each page of a document as a drawing of its own, upright and from the origin; nothing that is not allowed comes along. */
export async function drawDocument(document: PDFDocument, layers: Layers): Promise<Pack & { readonly pages: readonly PageSize[] }> {
  const pack = await PDFDocument.create({ updateMetadata: false });
  const budget: StreamBudget = { left: mostUnpacked };
  const copier = new AllowedCopier(document.context, pack.context, { hidden: layers.hidden, budget });
  const pages: PageSize[] = [];
  for (const page of document.getPages()) {
    const form = drawPage(page.node, { from: document.context, to: pack.context, copier, layers, budget });
    pages.push(form.size);
    addPackPage(pack, form.size, pack.context.register(form.stream));
  }
  return { ...savePack(pack), pages };
}

/** Adds a page that shows nothing itself and carries the drawing as its form XObject `P`. */
export function addPackPage(pack: PDFDocument, size: PageSize, form: PDFRef): void {
  const page = pack.addPage([Math.max(1, size.width), Math.max(1, size.height)]);
  page.node.set(key('Resources'), pack.context.obj({ XObject: { P: form } }));
}

interface Drawing {
  readonly from: PDFContext;
  readonly to: PDFContext;
  readonly copier: AllowedCopier;
  readonly layers: Layers;
  readonly budget: StreamBudget;
}

function drawPage(page: PDFPageLeaf, drawing: Drawing): { readonly stream: PDFRawStream; readonly size: PageSize } {
  const { to, copier } = drawing;
  const box = visibleBox(page);
  const unit = Math.min(Math.max(numberOf(page.lookup(key('UserUnit'))) ?? 1, 0.01), 100);
  const { matrix, size } = uprightMatrix(box, numberOf(inherited(page, 'Rotate')) ?? 0, unit);
  const content = pageContent(page, drawing);
  const dict = to.obj({
    Type: 'XObject',
    Subtype: 'Form',
    BBox: [...box],
    Matrix: [...matrix],
    Resources: copier.resources(resourcesOf(page)),
  }) as PDFDict;
  if (content.filter) dict.set(key('Filter'), content.filter);
  if (content.parameters) dict.set(key('DecodeParms'), content.parameters.clone(to));
  return { stream: PDFRawStream.of(dict, content.contents), size };
}

/** The crop box, cut to the media box: what a viewer shows. */
function visibleBox(page: PDFPageLeaf): Box {
  const media = readBox(inherited(page, 'MediaBox')) ?? [0, 0, 612, 792];
  const crop = readBox(inherited(page, 'CropBox'));
  if (!crop) return media;
  const cut: Box = [Math.max(media[0], crop[0]), Math.max(media[1], crop[1]), Math.min(media[2], crop[2]), Math.min(media[3], crop[3])];
  return cut[2] - cut[0] > 1 && cut[3] - cut[1] > 1 ? cut : media;
}

/** What a page has itself, or from those above it. Nothing is taken for granted of what stands there. */
function inherited(page: PDFPageLeaf, name: string): PDFObject | undefined {
  return page.context.lookup(page.getInheritableAttribute(key(name)));
}

function resourcesOf(page: PDFPageLeaf): PDFDict | undefined {
  const found = inherited(page, 'Resources');
  return found instanceof PDFDict ? found : undefined;
}

function numberOf(value: PDFObject | undefined): number | undefined {
  return value instanceof PDFNumber ? value.asNumber() : undefined;
}

function readBox(array: PDFObject | undefined): Box | undefined {
  if (!(array instanceof PDFArray) || array.size() < 4) return undefined;
  const [a, b, c, d] = [0, 1, 2, 3].map((index) => numberOf(array.lookup(index)) ?? Number.NaN) as [number, number, number, number];
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
function pageContent(page: PDFPageLeaf, { from, layers, budget }: Drawing): ReturnType<typeof encodeStream> {
  const contents = page.lookup(key('Contents'));
  const listed = contents instanceof PDFArray ? contents.asArray().map((one) => from.lookup(one)) : [contents];
  const streams = listed.filter((one) => one instanceof PDFRawStream);
  const [only] = streams;
  if (streams.length === 1 && only && layers.off === 0) return encodeStream(only, from, budget);
  const joined = Buffer.concat(streams.flatMap((one) => [decodeStream(one, from, budget), Buffer.from('\n')]));
  const named = resourcesOf(page)?.lookup(key('Properties'));
  const properties = named instanceof PDFDict ? named : undefined;
  const seen = layers.off === 0 ? joined : keepVisible(joined, (name) => layers.hidden(properties?.get(key(name))));
  return { contents: deflateSync(seen), filter: key('FlateDecode'), parameters: undefined };
}

/** A number as a content stream may hold it: no exponent. */
export function plain(value: number): string {
  return Number(value.toFixed(5)).toString().includes('e') ? '0' : String(Number(value.toFixed(5)));
}
