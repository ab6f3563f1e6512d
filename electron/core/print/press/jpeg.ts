export interface JpegFacts {
  readonly width: number;
  readonly height: number;
  readonly components: number;
  /** EXIF orientation, 1 to 8; 1 where none is recorded. */
  readonly orientation: number;
}

/** Reads the frame header and the EXIF orientation. Answers undefined for what a PDF cannot carry as it is. */
export function readJpeg(bytes: Uint8Array): JpegFacts | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 4 || view.getUint16(0) !== 0xffd8) return undefined;
  let orientation = 1;
  for (let at = 2; at + 4 <= bytes.length; ) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1] as number;
    if (marker === 0xff || (marker >= 0xd0 && marker <= 0xd9) || marker === 0x01) {
      at += marker === 0xff ? 1 : 2;
      continue;
    }
    const length = view.getUint16(at + 2);
    const end = at + 2 + length;
    if (length < 2 || end > bytes.length) return undefined;
    if (marker === 0xe1) orientation = exifOrientation(bytes.subarray(at + 4, end)) ?? orientation;
    if (isFrame(marker)) {
      // Baseline, extended and progressive with eight bits: what the PDF filter decodes.
      if (length < 8 || marker > 0xc2 || bytes[at + 4] !== 8) return undefined;
      const facts = { height: view.getUint16(at + 5), width: view.getUint16(at + 7), components: bytes[at + 9] as number, orientation };
      return facts.width > 0 && facts.height > 0 && [1, 3, 4].includes(facts.components) ? facts : undefined;
    }
    at = end;
  }
  return undefined;
}

function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

function exifOrientation(segment: Uint8Array): number | undefined {
  if (segment.length < 18 || String.fromCharCode(...segment.subarray(0, 4)) !== 'Exif') return undefined;
  const tiff = new DataView(segment.buffer, segment.byteOffset + 6, segment.byteLength - 6);
  const little = tiff.getUint16(0) === 0x4949;
  const directory = tiff.getUint32(4, little);
  if (directory + 2 > tiff.byteLength) return undefined;
  const count = tiff.getUint16(directory, little);
  for (let index = 0; index < count; index++) {
    const at = directory + 2 + index * 12;
    if (at + 12 > tiff.byteLength) return undefined;
    if (tiff.getUint16(at, little) !== 0x0112) continue;
    const value = tiff.getUint16(at + 8, little);
    return value >= 1 && value <= 8 ? value : undefined;
  }
  return undefined;
}
