import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { drawPageImage } from '../../../../electron/core/readers/image/page-image.ts';
import { readOriginal } from '../../../support/read-original.ts';
import { makePdf, original } from '../../../support/sample-originals.ts';

describe('the PDF reader', () => {
  test('gives the text page by page, the count of pages and the metadata as written', async () => {
    const reading = await readOriginal(
      original('account.pdf', await makePdf(['Dinner at eight', 'Room 1216', ''], { title: 'Account', author: 'Lin' })),
    );
    expect(reading).toMatchObject({
      kind: 'document',
      mediaType: 'application/pdf',
      status: 'read',
      pages: 3,
      note: '1 of 3 pages carry no text (pictures of text are not read yet).',
    });
    expect(reading.passages).toEqual([
      { place: 'page=1', text: 'Dinner at eight' },
      { place: 'page=2', text: 'Room 1216' },
    ]);
    expect(reading.metadata).toContainEqual({ name: 'Title', value: 'Account' });
    expect(reading.metadata).toContainEqual({ name: 'CreationDate', value: 'D:20210727153300Z' });
  });

  test('draws a page as PNG with its words where they stand', async () => {
    const bytes = await makePdf(['Dinner at eight']);
    const picture = await drawPageImage({ bytes, mediaType: 'application/pdf', page: 1, width: 400 });
    expect(Buffer.from(picture.png.subarray(0, 8)).toString('hex')).toBe('89504e470d0a1a0a');
    expect([picture.width, picture.height]).toEqual([400, 566]);
    expect(picture.words.map((word) => word.text)).toEqual(['Dinner', 'at', 'eight']);
    expect(picture.words[0]?.left).toBeCloseTo(51 / 595, 2);
    expect(picture.words[0]?.top).toBeCloseTo((842 - 780 - 9) / 842, 2);
  });

  test('has no picture of a page that is not there', async () => {
    await expect(drawPageImage({ bytes: await makePdf(['one']), mediaType: 'application/pdf', page: 2, width: 100 })).rejects.toMatchObject(
      {
        code: 'exhibit.no-picture',
      },
    );
  });

  test('calls a truncated PDF damaged or reads what is whole, and never throws', async () => {
    const bytes = await makePdf(['one', 'two']);
    const reading = await readOriginal(original('cut.pdf', bytes.slice(0, 200)));
    expect(reading).toMatchObject({ status: 'unreadable', note: 'The PDF is damaged or cut short.', mediaType: 'application/pdf' });
  });

  test('names random bytes under a PDF name for what they are', async () => {
    const bytes = new Uint8Array(Buffer.concat([Buffer.from([0, 1, 2, 3]), randomBytes(5000)]));
    expect(await readOriginal(original('scan.pdf', bytes))).toMatchObject({
      kind: 'other',
      status: 'minimal',
      note: expect.stringContaining('The name ends in .pdf, but the content is not that format.'),
    });
  });

  test('finds the mark of a PDF behind what was put before it', async () => {
    const bytes = Buffer.concat([Buffer.from('\0\0 junk \n'), await makePdf(['hidden'])]);
    expect(await readOriginal(original('data.bin', new Uint8Array(bytes)))).toMatchObject({ mediaType: 'application/pdf', status: 'read' });
  });

  test('goes by the content when the name says otherwise', async () => {
    const reading = await readOriginal(original('photo.jpg', await makePdf(['text'])));
    expect(reading).toMatchObject({
      mediaType: 'application/pdf',
      status: 'read',
      note: 'The name ends in .jpg, but the content is application/pdf.',
    });
  });
});
