import type { MetadataField } from '../../../../shared/model/exhibit.ts';
import type { Original } from '../../tasks/exhibit.ts';
import { type Findings, minimal } from '../findings/findings.ts';
import { joinNotes, note } from '../findings/sentence.ts';

/** Seconds from 1904-01-01, the epoch of ISO base media files, to 1970-01-01. */
const EPOCH_1904 = 2_082_844_800;
const BOXES = 4000;
const CONTAINERS = new Set(['moov', 'trak', 'mdia']);

/**
 * Video and audio are played, not read. Of the ISO base media family (MP4, MOV) the times and sizes are recorded that the
 * container itself states; a recorder's clock may be wrong, so they are quoted, never used as an instant.
 */
export function readFilm(original: Original, mediaType: string): Findings {
  const metadata: MetadataField[] = [];
  let sound = true;
  if (/mp4|quicktime|m4a|3gpp/.test(mediaType)) sound = walkBoxes(original, metadata);
  return minimal(joinNotes(note('format-film'), sound ? [] : note('film-damaged')), metadata);
}

/** Bounded walk over the boxes; false when the structure breaks off. Boxes outside the slices at hand are passed by. */
function walkBoxes(original: Original, fields: MetadataField[]): boolean {
  let budget = BOXES;
  let movieFound = false;
  let track = 0;
  let handler = '';

  const walk = (from: number, to: number): boolean => {
    let at = from;
    while (at + 8 <= to) {
      budget -= 1;
      if (budget < 0) return false;
      const head = slice(original, at, Math.min(at + 16, to));
      if (!head) return at > 0;
      const size32 = head.getUint32(0);
      const type = String.fromCharCode(head.getUint8(4), head.getUint8(5), head.getUint8(6), head.getUint8(7));
      const wide = size32 === 1 && head.byteLength >= 16;
      const size = size32 === 0 ? to - at : wide ? Number(head.getBigUint64(8)) : size32;
      const inner = at + (wide ? 16 : 8);
      if (size < inner - at || at + size > to) return false;
      if (type === 'moov') movieFound = true;
      if (type === 'trak') {
        track += 1;
        handler = '';
      }
      if (CONTAINERS.has(type) && !walk(inner, at + size)) return false;
      const body = CONTAINERS.has(type) || type === 'mdat' ? null : slice(original, inner, Math.min(at + size, inner + 256));
      if (body) {
        try {
          readBox(type, body);
        } catch (error) {
          if (error instanceof RangeError) return false;
          throw error;
        }
      }
      at += size;
    }
    return true;
  };

  const readBox = (type: string, body: DataView): void => {
    if (type === 'ftyp') fields.push({ name: 'Brand', value: ascii(body, 0, 4) });
    if (type === 'mvhd') pushTimes(body, '', fields);
    if (type === 'mdhd') pushTimes(body, `Track ${track} `, fields);
    if (type === 'hdlr') {
      handler = ascii(body, 8, 4);
      fields.push({ name: `Track ${track} handler`, value: handler });
    }
    if (type === 'tkhd') {
      // Version 1 has 64-bit times; width and height close the box as 16.16 fixed point.
      const end = body.getUint8(0) === 1 ? 88 : 76;
      const width = body.getUint32(end) / 65_536;
      const height = body.getUint32(end + 4) / 65_536;
      if (width > 0 && height > 0) fields.push({ name: `Track ${track} size in pixels`, value: `${width} × ${height}` });
    }
  };

  return walk(0, original.total) && movieFound;
}

function pushTimes(body: DataView, prefix: string, fields: MetadataField[]): void {
  const wide = body.getUint8(0) === 1;
  const created = wide ? Number(body.getBigUint64(4)) : body.getUint32(4);
  const modified = wide ? Number(body.getBigUint64(12)) : body.getUint32(8);
  const scale = body.getUint32(wide ? 20 : 12);
  const duration = wide ? Number(body.getBigUint64(24)) : body.getUint32(16);
  if (created > 0) fields.push({ name: `${prefix}creation time`, value: stated(created) });
  if (modified > 0) fields.push({ name: `${prefix}modification time`, value: stated(modified) });
  if (scale > 0 && duration > 0 && duration < 0xffff_ffff)
    fields.push({ name: `${prefix}duration in seconds`, value: String(Number((duration / scale).toFixed(3))) });
}

/** The number in the file, and what the standard takes it for (UTC); many recorders write local time there. */
function stated(seconds: number): string {
  const milliseconds = (seconds - EPOCH_1904) * 1000;
  return Math.abs(milliseconds) < 8.64e15
    ? `${new Date(milliseconds).toISOString().replace('.000Z', 'Z')} (${seconds} s since 1904)`
    : `${seconds} s since 1904`;
}

function slice(original: Original, from: number, to: number): DataView | null {
  for (const part of original.slices) {
    if (from >= part.from && to <= part.from + part.bytes.byteLength)
      return new DataView(part.bytes.buffer, part.bytes.byteOffset + from - part.from, to - from);
  }
  return null;
}

function ascii(body: DataView, at: number, length: number): string {
  return Array.from({ length }, (_, index) => String.fromCharCode(body.getUint8(at + index)))
    .join('')
    .replace(/[^\x20-\x7e]/g, '?');
}
