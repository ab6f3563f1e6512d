import ExifReader from 'exifreader';
import type { MetadataField } from '../../../../shared/model/exhibit.ts';
import { formatOf } from '../../../../shared/model/format.ts';
import { type Findings, minimal } from '../findings/findings.ts';
import { joinNotes, note } from '../findings/sentence.ts';
import { walkContainer } from './whole.ts';

/** What a thread may be asked to decode, for the screen as for print: about 480 MB of pixels. */
const PIXELS = 120_000_000;
const SIDE = 32_767;

/** Structural and binary tags that say nothing about when, where and with what a picture was taken. */
const LEFT_OUT =
  /^(.*Pointer|MakerNote|UserComment_raw|Thumbnail|Images|ImageData|JFIF Thumbnail.*|ICC .*Curve|.*TRC|PrintIM|OffsetSchema|Padding|StripOffsets|StripByteCounts|TileOffsets|TileByteCounts)$/;

/**
 * A picture's own metadata: EXIF and XMP values as they stand in the file (EXIF dates are strings without a zone and stay so),
 * position, camera, size in pixels. It counts as one page when it can be shown.
 */
export function readImage(bytes: Uint8Array, mediaType: string): Findings {
  const size = measureImage(bytes, mediaType);
  const metadata: MetadataField[] = size ? [{ name: 'Size in pixels', value: `${size.width} × ${size.height}` }] : [];
  metadata.push(...readTags(bytes));
  if (!formatOf(mediaType).drawn) return minimal(note('format-image-minimal'), metadata);
  // What a cut picture still says of its camera and its time is kept.
  if (!size) return { ...minimal(note('image-damaged'), metadata), status: 'unreadable' };
  if (!size.drawable) return minimal(note('image-too-large', { width: size.width, height: size.height }), metadata);
  const { cut, moving } = walkContainer(bytes, mediaType);
  const notes = joinNotes(cut ? note('image-cut') : [], moving ? note('image-moving') : []);
  return { status: 'read', notes, pages: 1, passages: [], metadata, parts: [] };
}

function readTags(bytes: Uint8Array): readonly MetadataField[] {
  let groups: Readonly<Record<string, unknown>>;
  try {
    groups = ExifReader.load(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), { expanded: true }) as Readonly<
      Record<string, unknown>
    >;
  } catch {
    // A picture without metadata is no fault; whether its pixels are sound is asked elsewhere.
    return [];
  }
  const fields: MetadataField[] = [];
  for (const group of ['exif', 'gps', 'xmp', 'iptc', 'pngText', 'png'] as const) {
    const tags = groups[group];
    if (tags === null || typeof tags !== 'object') continue;
    for (const [name, tag] of Object.entries(tags)) {
      const value = LEFT_OUT.test(name) || name === '_raw' ? '' : tagValue(name, tag);
      if (value !== '') fields.push({ name: `${LABELS[group]} ${name}`, value });
    }
  }
  return fields;
}

const LABELS = { exif: 'EXIF', gps: 'GPS', xmp: 'XMP', iptc: 'IPTC', pngText: 'PNG', png: 'PNG' } as const;

function tagValue(name: string, tag: unknown): string {
  if (typeof tag === 'number' || typeof tag === 'string') return String(tag);
  if (tag === null || typeof tag !== 'object') return '';
  const { value, description } = tag as { readonly value?: unknown; readonly description?: unknown };
  // Dates are quoted as the camera wrote them, never as somebody's idea of an instant.
  if (/date|time/i.test(name) && Array.isArray(value) && value.length === 1 && typeof value[0] === 'string') return value[0].trim();
  if (/date|time/i.test(name) && typeof value === 'string') return value.trim();
  if (typeof description === 'string' && description !== '[object Object]') return description.trim();
  if (typeof description === 'number') return String(description);
  return typeof value === 'string' ? value.trim() : '';
}

/** The size a picture claims in its own header, read without decoding a pixel; null when the header is not whole. */
export function measureImage(
  bytes: Uint8Array,
  mediaType: string,
): { readonly width: number; readonly height: number; readonly drawable: boolean } | null {
  const size = readSize(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), bytes, mediaType);
  if (!size || size[0] < 1 || size[1] < 1) return null;
  const [width, height] = size;
  return { width, height, drawable: width <= SIDE && height <= SIDE && width * height <= PIXELS };
}

function readSize(view: DataView, bytes: Uint8Array, mediaType: string): readonly [number, number] | null {
  try {
    switch (mediaType) {
      case 'image/png':
        return [view.getUint32(16), view.getUint32(20)];
      case 'image/gif':
        return [view.getUint16(6, true), view.getUint16(8, true)];
      case 'image/bmp':
        return view.getUint32(14, true) === 12
          ? [view.getUint16(18, true), view.getUint16(20, true)]
          : [view.getInt32(18, true), Math.abs(view.getInt32(22, true))];
      case 'image/webp':
        return readWebpSize(view);
      case 'image/jpeg':
        return readJpegSize(view);
      default:
        return /^image\/(hei[cf]|avif)/.test(mediaType) ? readSpatialExtents(view, bytes) : readTaggedSize(bytes);
    }
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function readWebpSize(view: DataView): readonly [number, number] | null {
  switch (view.getUint32(12)) {
    case 0x56503858: // VP8X: canvas size less one, 24 bits each
      return [1 + (view.getUint32(24, true) & 0xffffff), 1 + (view.getUint32(26, true) >>> 8)];
    case 0x5650384c: {
      // VP8L: 14 bits each
      const packed = view.getUint32(21, true);
      return [1 + (packed & 0x3fff), 1 + ((packed >>> 14) & 0x3fff)];
    }
    case 0x56503820: // VP8
      return [view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff];
    default:
      return null;
  }
}

function readJpegSize(view: DataView): readonly [number, number] | null {
  let at = 2;
  while (at < view.byteLength) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) at += 1;
    // A start of frame carries the size (SOF0 to SOF15, but for the tables DHT, JPG and DAC).
    else if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc)
      return [view.getUint16(at + 7), view.getUint16(at + 5)];
    else at += 2 + view.getUint16(at + 2);
  }
  return null;
}

/** HEIC and AVIF: the largest image spatial extents property (`ispe`, ISO/IEC 23008-12); thumbnails and tiles have smaller ones. */
function readSpatialExtents(view: DataView, bytes: Uint8Array): readonly [number, number] | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 262_144));
  let largest: readonly [number, number] | null = null;
  for (let at = head.indexOf('ispe'); at >= 0; at = head.indexOf('ispe', at + 4)) {
    const size = [view.getUint32(at + 8), view.getUint32(at + 12)] as const;
    if (!largest || size[0] * size[1] > largest[0] * largest[1]) largest = size;
  }
  return largest;
}

/** TIFF: through the metadata library. */
function readTaggedSize(bytes: Uint8Array): readonly [number, number] | null {
  try {
    const tags = ExifReader.load(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)) as Readonly<
      Record<string, { readonly value?: unknown } | undefined>
    >;
    const width = Number(tags['Image Width']?.value ?? tags['ImageWidth']?.value ?? tags['PixelXDimension']?.value);
    const height = Number(tags['Image Height']?.value ?? tags['ImageLength']?.value ?? tags['PixelYDimension']?.value);
    return Number.isFinite(width) && Number.isFinite(height) ? [width, height] : null;
  } catch {
    return null;
  }
}
