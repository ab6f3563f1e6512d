import { createCanvas, loadImage } from '@napi-rs/canvas';
import { type PDFDict, PDFDocument, PDFName, PDFRawStream, type PDFRef } from 'pdf-lib';
import { deflateSync } from 'node:zlib';
import type { ExhibitPagesOutput } from '../../tasks/pages.ts';
import { measureImage } from '../../readers/image/image.ts';
import { walkContainer } from '../../readers/image/whole.ts';
import { savePack } from '../press/pack.ts';
import { addPackPage } from '../press/drawings.ts';
import { readJpeg, type JpegFacts } from '../press/jpeg.ts';

/** 300 dots per inch over the frame of an A4 sheet: court guidance asks for no more. */
const mostPixels = { width: 2230, height: 3110 } as const;
/** Screen pictures are set at 96 dots per inch and reduced when the frame is smaller. */
const pointsPerPixel = 0.75;

/** A JPEG is placed with its own bytes, so that nothing is lost; other pictures are stored without loss, at most at 300 dots per inch. */
export async function packImage(bytes: Uint8Array, mediaType: string): Promise<ExhibitPagesOutput> {
  const claimed = measureImage(bytes, mediaType);
  if (claimed && !claimed.drawable) return { as: 'slip', reason: 'too-many-pixels', problem: `${claimed.width} × ${claimed.height}` };
  if (!claimed) return { as: 'slip', reason: 'damaged', problem: '' };
  const { cut, moving } = walkContainer(bytes, mediaType);
  const pack = await PDFDocument.create({ updateMetadata: false });
  // Of a cut picture nobody knows what another program would make; it is placed as it was decoded here.
  const jpeg = mediaType === 'image/jpeg' && !cut ? readJpeg(bytes) : undefined;
  // Decoding proves that there is a picture: a header alone is not one.
  const decoded = await loadImage(Buffer.from(bytes));
  const placed = jpeg ? placeJpeg(pack, bytes, jpeg) : placePixels(pack, decoded);
  const size = { width: placed.width * pointsPerPixel, height: placed.height * pointsPerPixel };
  const content = `q ${placed.matrix.map((part, index) => part * (index % 2 === 0 ? size.width : size.height)).join(' ')} cm /I Do Q`;
  const form = pack.context.obj({
    Type: 'XObject',
    Subtype: 'Form',
    BBox: [0, 0, size.width, size.height],
    Resources: { XObject: { I: placed.image } },
  }) as PDFDict;
  addPackPage(pack, size, pack.context.register(PDFRawStream.of(form, new TextEncoder().encode(content))));
  return {
    as: 'pages',
    ...savePack(pack),
    pages: [size],
    notes: [
      ...(placed.reduced ? (['reduced'] as const) : []),
      ...(moving ? (['moving'] as const) : []),
      ...(cut ? (['cut'] as const) : []),
    ],
    comments: [],
  };
}

interface Placed {
  readonly image: PDFRef;
  readonly width: number;
  readonly height: number;
  /** Unit square to unit square: how the stored rows and columns are turned for the eye. */
  readonly matrix: readonly [number, number, number, number, number, number];
  readonly reduced: boolean;
}

/** By the EXIF orientation 1 to 8. */
const turns: readonly Placed['matrix'][] = [
  [1, 0, 0, 1, 0, 0],
  [-1, 0, 0, 1, 1, 0],
  [-1, 0, 0, -1, 1, 1],
  [1, 0, 0, -1, 0, 1],
  [0, -1, -1, 0, 1, 1],
  [0, -1, 1, 0, 0, 1],
  [0, 1, 1, 0, 0, 0],
  [0, 1, -1, 0, 1, 0],
];

function placeJpeg(pack: PDFDocument, bytes: Uint8Array, jpeg: JpegFacts): Placed {
  const space = { 1: 'DeviceGray', 3: 'DeviceRGB', 4: 'DeviceCMYK' }[jpeg.components] ?? 'DeviceRGB';
  const dict = pack.context.obj({
    Type: 'XObject',
    Subtype: 'Image',
    Width: jpeg.width,
    Height: jpeg.height,
    ColorSpace: space,
    BitsPerComponent: 8,
    Filter: 'DCTDecode',
  }) as PDFDict;
  // Adobe programs store CMYK inverted.
  if (jpeg.components === 4) dict.set(PDFName.of('Decode'), pack.context.obj([1, 0, 1, 0, 1, 0, 1, 0]));
  const sideways = jpeg.orientation > 4;
  return {
    image: pack.context.register(PDFRawStream.of(dict, bytes)),
    width: sideways ? jpeg.height : jpeg.width,
    height: sideways ? jpeg.width : jpeg.height,
    matrix: turns[jpeg.orientation - 1] ?? (turns[0] as Placed['matrix']),
    reduced: false,
  };
}

function placePixels(pack: PDFDocument, decoded: Awaited<ReturnType<typeof loadImage>>): Placed {
  const { width, height } = decoded;
  const [across, down] = width > height ? [mostPixels.height, mostPixels.width] : [mostPixels.width, mostPixels.height];
  const scale = Math.min(1, across / width, down / height);
  const [columns, rows] = [Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale))];
  const canvas = createCanvas(columns, rows);
  const surface = canvas.getContext('2d');
  surface.fillStyle = '#ffffff';
  surface.fillRect(0, 0, columns, rows);
  surface.drawImage(decoded, 0, 0, columns, rows);
  const rgba = surface.getImageData(0, 0, columns, rows).data;
  const rgb = new Uint8Array(columns * rows * 3);
  for (let pixel = 0, to = 0; pixel < rgba.length; pixel += 4) {
    rgb[to++] = rgba[pixel] as number;
    rgb[to++] = rgba[pixel + 1] as number;
    rgb[to++] = rgba[pixel + 2] as number;
  }
  const dict = pack.context.obj({
    Type: 'XObject',
    Subtype: 'Image',
    Width: columns,
    Height: rows,
    ColorSpace: 'DeviceRGB',
    BitsPerComponent: 8,
    Filter: 'FlateDecode',
  }) as PDFDict;
  return {
    image: pack.context.register(PDFRawStream.of(dict, deflateSync(rgb))),
    width,
    height,
    matrix: turns[0] as Placed['matrix'],
    reduced: scale < 1,
  };
}
