import { createCanvas } from '@napi-rs/canvas';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import { describe, expect, test } from 'vitest';
import { exhibitPagesTask } from '../../../../electron/core/print/foreign/exhibit-pages.ts';
import { readJpeg } from '../../../../electron/core/print/press/jpeg.ts';
import { uprightMatrix } from '../../../../electron/core/print/press/drawings.ts';
import { idlePort, picture, textPdf } from '../../../support/case-file.ts';
import { textShown } from '../../../support/foreign-pdf.ts';
import { chanceFrom } from '../../../support/random.ts';

const prepare = (bytes: Uint8Array, mediaType = 'application/pdf') => exhibitPagesTask({ bytes, mediaType }, idlePort);
const rounded = (size: { width: number; height: number } | undefined) => size && [Math.round(size.width), Math.round(size.height)];

async function pagesOf(bytes: Uint8Array, mediaType?: string) {
  const made = await prepare(bytes, mediaType);
  if (made.as !== 'pages') throw new Error(made.reason);
  return made;
}

describe('a foreign PDF', () => {
  test('is turned upright and cut to what its viewer shows', async () => {
    expect(rounded((await pagesOf(await textPdf(1))).pages[0])).toEqual([595, 842]);
    expect(rounded((await pagesOf(await textPdf(1, { rotate: 90 }))).pages[0])).toEqual([842, 595]);
    expect(rounded((await pagesOf(await textPdf(1, { rotate: 180, crop: true }))).pages[0])).toEqual([395, 600]);
    expect(rounded((await pagesOf(await textPdf(1, { rotate: 270, crop: true }))).pages[0])).toEqual([600, 395]);
  });

  test('maps the corner a viewer shows at the lower left to the origin, in every rotation', () => {
    const box = [100, 200, 400, 700] as const;
    const corners = { 0: [100, 200], 90: [400, 200], 180: [400, 700], 270: [100, 700] } as const;
    for (const [rotate, [x, y]] of Object.entries(corners)) {
      const {
        matrix: [a, b, c, d, e, f],
      } = uprightMatrix(box, Number(rotate), 1);
      expect([a * x + c * y + e, b * x + d * y + f]).toEqual([0, 0]);
    }
  });

  test('leaves actions, scripts and form fields behind, and keeps what its annotations show', async () => {
    const document = await PDFDocument.create();
    const page = document.addPage([300, 300]);
    const field = document.getForm().createTextField('name');
    field.setText('Filled in by hand');
    field.addToPage(page, { x: 20, y: 200, width: 200, height: 30, font: await document.embedFont(StandardFonts.Helvetica) });
    document.addJavaScript('boot', 'app.alert(1)');
    const { pack } = await pagesOf(await document.save());
    const made = await PDFDocument.load(pack);
    expect(Buffer.from(await made.save({ useObjectStreams: false })).toString('latin1')).not.toMatch(/JavaScript|\/Widget|AcroForm/);
    expect(await textShown(pack)).toContain('Filled in by hand');
  });

  test('that is encrypted with a password becomes a slip that says so', async () => {
    const document = await PDFDocument.load(await textPdf(1));
    document.encrypt({ userPassword: 'secret', ownerPassword: 'owner' });
    expect(await prepare(await document.save())).toMatchObject({ as: 'slip', reason: 'encrypted' });
  });

  test('that only restricts printing is shown, with a note', async () => {
    const document = await PDFDocument.load(await textPdf(2));
    document.encrypt({ userPassword: '', ownerPassword: 'owner', permissions: { printing: false } as never });
    expect(await pagesOf(await document.save())).toMatchObject({ notes: ['restrictions'], pages: [{}, {}] });
  });

  test('that is damaged, cut short, empty or something else becomes a slip, whatever bytes are in it', async () => {
    const random = chanceFrom(11).next;
    const sound = await textPdf(2);
    expect(await prepare(new Uint8Array())).toMatchObject({ as: 'slip', reason: 'empty' });
    for (const bytes of [Buffer.from('%PDF-1.7\n'), Buffer.from('not a PDF'), sound.slice(0, 300), Buffer.alloc(5000, '<<')])
      expect((await prepare(bytes)).as).toBe('slip');
    for (let round = 0; round < 150; round++) {
      const torn = sound.slice(0, Math.ceil(random() * sound.length));
      for (let hit = 0; hit < 10; hit++) torn[Math.floor(random() * torn.length)] = Math.floor(random() * 256);
      expect(['pages', 'slip']).toContain((await prepare(torn)).as);
    }
  });
});

describe('a picture', () => {
  test('that is a JPEG keeps its very bytes', async () => {
    const jpeg = picture(120, 80, 'image/jpeg');
    const { pack, pages } = await pagesOf(jpeg, 'image/jpeg');
    expect(Buffer.from(pack).includes(Buffer.from(jpeg))).toBe(true);
    expect(rounded(pages[0])).toEqual([90, 60]);
  });

  test('that the camera held sideways stands upright', async () => {
    const sideways = withOrientation(picture(120, 80, 'image/jpeg'), 6);
    expect(readJpeg(sideways)?.orientation).toBe(6);
    expect(rounded((await pagesOf(sideways, 'image/jpeg')).pages[0])).toEqual([60, 90]);
  });

  test('that is finer than 300 dots per inch is reduced, and says so', async () => {
    const canvas = createCanvas(4000, 100);
    expect((await pagesOf(canvas.toBuffer('image/png'), 'image/png')).notes).toEqual(['reduced']);
    expect((await pagesOf(picture(100, 100, 'image/png'), 'image/png')).notes).toEqual([]);
  });

  test('that cannot be decoded becomes a slip', async () => {
    expect(await prepare(picture(100, 100, 'image/jpeg').slice(0, 60), 'image/jpeg')).toMatchObject({ as: 'slip', reason: 'damaged' });
    expect(await prepare(Buffer.from('GIF89a'), 'image/gif')).toMatchObject({ as: 'slip', reason: 'damaged' });
  });

  test('that moves or is cut says so, so that its original is attached', async () => {
    expect((await pagesOf(movingGif(3), 'image/gif')).notes).toEqual(['moving']);
    expect((await pagesOf(movingGif(1), 'image/gif')).notes).toEqual([]);
    const whole = picture(400, 300, 'image/jpeg');
    const made = await prepare(whole.slice(0, Math.floor(whole.length * 0.7)), 'image/jpeg');
    expect(made).toMatchObject({ as: 'pages', notes: ['cut'] });
    // What only the beginning of a picture was is decoded here, and its bytes are not handed on.
    expect(made.as === 'pages' && Buffer.from(made.pack).includes(Buffer.from([0xff, 0xd8, 0xff]))).toBe(false);
  });

  test('of more pixels than the screen shows is refused by the same limit, before it is decoded', async () => {
    const claimed = Buffer.from(picture(10, 10, 'image/png'));
    claimed.writeUInt32BE(20_000, 16);
    claimed.writeUInt32BE(6_001, 20);
    expect(await prepare(new Uint8Array(claimed), 'image/png')).toMatchObject({ reason: 'too-many-pixels', problem: '20000 × 6001' });
  });

  test('of a format without pages stays an original', async () => {
    expect(await prepare(Buffer.from('hello'), 'text/plain')).toMatchObject({ as: 'slip', reason: 'native' });
  });
});

/** A GIF of `frames` pictures of one pixel. */
function movingGif(frames: number): Uint8Array {
  const head = [...Buffer.from('GIF89a'), 1, 0, 1, 0, 0x80, 0, 0, 0, 0, 0, 255, 255, 255];
  const frame = [0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0];
  return new Uint8Array([...head, ...Array.from({ length: frames }, () => frame).flat(), 0x3b]);
}

/** Puts an EXIF segment with one entry, the orientation, right after the start of the picture. */
function withOrientation(jpeg: Uint8Array, orientation: number): Uint8Array {
  const tiff = Buffer.from([0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0]);
  const body = Buffer.concat([Buffer.from('Exif\0\0'), tiff]);
  const head = Buffer.from([0xff, 0xe1, (body.length + 2) >> 8, (body.length + 2) & 255]);
  return Buffer.concat([Buffer.from(jpeg.slice(0, 2)), head, body, Buffer.from(jpeg.slice(2))]);
}
