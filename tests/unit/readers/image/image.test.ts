import { createCanvas, loadImage } from '@napi-rs/canvas';
import { describe, expect, test } from 'vitest';
import { drawPageImage } from '../../../../electron/core/readers/image/page-image.ts';
import { readOriginal } from '../../../support/read-original.ts';
import { makeFalsePng, makeTiff, original } from '../../../support/sample-originals.ts';

const EXIF = Buffer.from(
  // Little-endian TIFF: IFD0 with Make and a pointer to the Exif IFD with DateTimeOriginal.
  '45786966000049492a0008000000' +
    '0200' +
    '0f010200080000002600000069870400010000002e000000' +
    '00000000' +
    '50686f6e65203900' +
    '0100' +
    '039002001400000040000000' +
    '00000000' +
    Buffer.from('2021:07:27 23:33:05\0').toString('hex'),
  'hex',
);

function drawn(type: 'png' | 'jpeg' | 'webp' | 'avif', width = 640, height = 480): Uint8Array {
  const canvas = createCanvas(width, height);
  canvas.getContext('2d').fillRect(0, 0, 10, 10);
  return new Uint8Array(type === 'jpeg' ? canvas.toBuffer('image/jpeg') : canvas.encodeSync(type as 'png'));
}

function withExif(jpeg: Uint8Array): Uint8Array {
  const marker = Buffer.alloc(4);
  marker.writeUInt16BE(0xffe1, 0);
  marker.writeUInt16BE(EXIF.length + 2, 2);
  return new Uint8Array(Buffer.concat([jpeg.subarray(0, 2), marker, EXIF, jpeg.subarray(2)]));
}

describe('the image reader', () => {
  test('quotes EXIF dates as the camera wrote them and counts one page', async () => {
    const reading = await readOriginal(original('photo.jpg', withExif(drawn('jpeg'))));
    expect(reading).toMatchObject({ kind: 'image', mediaType: 'image/jpeg', status: 'read', pages: 1, note: '' });
    expect(reading.metadata).toContainEqual({ name: 'Size in pixels', value: '640 × 480' });
    expect(reading.metadata).toContainEqual({ name: 'EXIF DateTimeOriginal', value: '2021:07:27 23:33:05' });
    expect(reading.metadata).toContainEqual({ name: 'EXIF Make', value: 'Phone 9' });
  });

  test.each(['png', 'webp', 'avif'] as const)('measures and draws %s, never larger than it is', async (type) => {
    const bytes = drawn(type, 300, 200);
    expect(await readOriginal(original(`a.${type}`, bytes))).toMatchObject({ status: 'read', pages: 1 });
    const small = await drawPageImage({ bytes, mediaType: `image/${type}`, page: 1, width: 150 });
    expect([small.width, small.height]).toEqual([150, 100]);
    const same = await drawPageImage({ bytes, mediaType: `image/${type}`, page: 1, width: 4096 });
    expect([same.width, same.height]).toEqual([300, 200]);
    expect((await loadImage(small.png)).width).toBe(150);
  });

  test('records a picture it cannot show with its size', async () => {
    const reading = await readOriginal(original('a.tif', makeTiff(320, 240)));
    expect(reading).toMatchObject({ kind: 'image', status: 'minimal', pages: null });
    expect(reading.metadata).toContainEqual({ name: 'Size in pixels', value: '320 × 240' });
  });

  test('does not decode absurd dimensions', async () => {
    expect(await readOriginal(original('huge.png', makeFalsePng(2_000_000_000, 2_000_000_000)))).toMatchObject({
      status: 'minimal',
      pages: null,
      note: expect.stringContaining('2000000000 × 2000000000 pixels'),
    });
    await expect(drawPageImage({ bytes: makeFalsePng(60_000, 60_000), mediaType: 'image/png', page: 1, width: 100 })).rejects.toMatchObject(
      {
        code: 'reader.failed',
      },
    );
  });

  test('calls a picture without pixels damaged', async () => {
    expect(await readOriginal(original('cut.png', makeFalsePng(100, 100)))).toMatchObject({ status: 'unreadable', pages: null });
    expect(await readOriginal(original('cut.jpg', drawn('jpeg').slice(0, 100)))).toMatchObject({ status: 'unreadable' });
  });
});
