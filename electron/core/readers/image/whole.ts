import { formats } from '../../../../shared/model/format.ts';

/** What of a picture's container is there: whether it ends before its end, and whether it holds more than one picture in time. */
export interface Container {
  readonly cut: boolean;
  readonly moving: boolean;
}

const still: Container = { cut: false, moving: false };

/** Walks the container block by block; no pixel is decoded. */
export function walkContainer(bytes: Uint8Array, mediaType: string): Container {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    switch (mediaType) {
      case formats.jpeg.mediaType:
        return { cut: !endsAsJpeg(bytes), moving: false };
      case formats.png.mediaType:
        return walkPng(view);
      case formats.gif.mediaType:
        return walkGif(view);
      case formats.webp.mediaType:
        return walkWebp(view);
      case formats.bmp.mediaType:
        return { cut: view.getUint32(2, true) > bytes.byteLength, moving: false };
      default:
        return still;
    }
  } catch (error) {
    if (error instanceof RangeError) return { cut: true, moving: false };
    throw error;
  }
}

/** An end of image behind the last start of scan; what follows it is another program's. */
function endsAsJpeg(bytes: Uint8Array): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const scan = buffer.lastIndexOf(Buffer.from([0xff, 0xda]));
  return scan >= 0 && buffer.lastIndexOf(Buffer.from([0xff, 0xd9])) > scan;
}

function walkPng(view: DataView): Container {
  let moving = false;
  for (let at = 8; ; ) {
    const [length, type] = [view.getUint32(at), view.getUint32(at + 4)];
    if (type === 0x6163544c) moving = view.getUint32(at + 8) > 1; // acTL
    at += 12 + length;
    if (at > view.byteLength) return { cut: true, moving };
    if (type === 0x49454e44) return { cut: false, moving }; // IEND
  }
}

function walkGif(view: DataView): Container {
  let pictures = 0;
  const colours = (at: number): number => ((view.getUint8(at) & 0x80) === 0 ? 0 : 3 * 2 ** ((view.getUint8(at) & 7) + 1));
  const pastBlocks = (from: number): number => {
    let at = from;
    while (view.getUint8(at) !== 0) at += 1 + view.getUint8(at);
    return at + 1;
  };
  try {
    for (let at = 13 + colours(10); ; ) {
      const block = view.getUint8(at);
      if (block === 0x3b) return { cut: false, moving: pictures > 1 };
      if (block === 0x2c) {
        pictures += 1;
        at = pastBlocks(at + 11 + colours(at + 9));
      } else if (block === 0x21) at = pastBlocks(at + 2);
      else return { cut: true, moving: pictures > 1 };
    }
  } catch (error) {
    if (error instanceof RangeError) return { cut: true, moving: pictures > 1 };
    throw error;
  }
}

function walkWebp(view: DataView): Container {
  const cut = view.getUint32(4, true) + 8 > view.byteLength;
  let frames = 0;
  for (let at = 12; at + 8 <= view.byteLength; ) {
    if (view.getUint32(at) === 0x414e4d46) frames += 1; // ANMF
    const length = view.getUint32(at + 4, true);
    at += 8 + length + (length % 2);
  }
  return { cut, moving: frames > 1 };
}
