import { describe, expect, test } from 'vitest';
import { readOriginal } from '../../../support/read-original.ts';
import { original } from '../../../support/sample-originals.ts';

function box(type: string, ...content: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(content);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(body.length + 8);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, body]);
}

function numbers(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [index, value] of values.entries()) bytes.writeUInt32BE(value, index * 4);
  return bytes;
}

/** 2021-07-27T15:33:00Z as seconds since 1904. */
const CREATED = Date.UTC(2021, 6, 27, 15, 33) / 1000 + 2_082_844_800;
const MOVIE = box(
  'moov',
  box('mvhd', numbers(0, CREATED, CREATED, 1000, 24_500), Buffer.alloc(80)),
  box('trak', box('tkhd', Buffer.alloc(76), numbers(640 * 65_536, 360 * 65_536))),
);
const TYPE = box('ftyp', Buffer.from('isom\0\0\x02\0isommp42', 'latin1'));
const clip = (...boxes: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(boxes));

describe('the film reader', () => {
  test('quotes the times and sizes a clip states of itself', async () => {
    const reading = await readOriginal(original('camera 3.mp4', clip(TYPE, box('mdat', Buffer.alloc(5000)), MOVIE)));
    expect(reading).toMatchObject({ kind: 'video', mediaType: 'video/mp4', status: 'minimal', pages: null });
    expect(reading.metadata).toContainEqual({ name: 'creation time', value: `2021-07-27T15:33:00Z (${CREATED} s since 1904)` });
    expect(reading.metadata).toContainEqual({ name: 'duration in seconds', value: '24.5' });
    expect(reading.metadata).toContainEqual({ name: 'Track 1 size in pixels', value: '640 × 360' });
  });

  test('finds the index at the end of a clip of which it sees only both ends', async () => {
    const head = new Uint8Array(Buffer.concat([TYPE, numbers(3_000_000_008), Buffer.from('mdat'), Buffer.alloc(64)]));
    const from = TYPE.length + 3_000_000_008;
    const reading = await readOriginal({
      fileName: 'long.mp4',
      total: from + MOVIE.length,
      slices: [
        { from: 0, bytes: head },
        { from, bytes: new Uint8Array(MOVIE) },
      ],
    });
    expect(reading.metadata).toContainEqual({ name: 'duration in seconds', value: '24.5' });
  });

  test('says when a clip is cut short', async () => {
    const whole = clip(TYPE, box('mdat', Buffer.alloc(5000)), MOVIE);
    expect(await readOriginal(original('cut.mp4', whole.slice(0, 4000)))).toMatchObject({
      status: 'minimal',
      note: expect.stringContaining('damaged or cut short'),
    });
  });

  test('does not walk boxes within boxes for ever', async () => {
    let nested: Uint8Array = new Uint8Array();
    for (let level = 0; level < 3000; level++) nested = box('moov', nested);
    expect(await readOriginal(original('deep.mp4', clip(TYPE, nested)))).toMatchObject({ status: 'minimal' });
    expect(await readOriginal(original('zero.mp4', clip(TYPE, ...Array.from({ length: 9000 }, () => box('free')))))).toMatchObject({
      status: 'minimal',
      note: expect.stringContaining('damaged'),
    });
  });
});
