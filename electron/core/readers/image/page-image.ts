import { FailureError } from '../../../../shared/result.ts';
import { formatOf, formats } from '../../../../shared/model/format.ts';
import type { PageImage, PageImageOrder } from '../../tasks/exhibit.ts';
import { UnreadableError } from '../findings/sentence.ts';

const drawnPixels = 40_000_000;

/** Draws a page of a PDF or an image as PNG. Throws exhibit.no-picture and reader.failed. */
export async function drawPageImage(order: PageImageOrder): Promise<PageImage> {
  try {
    const picture = order.mediaType === formats.pdf.mediaType ? await drawPdf(order) : await drawImage(order);
    if (picture) return picture;
  } catch (error) {
    if (error instanceof UnreadableError) throw new FailureError('reader.failed', { problem: error.message }, { cause: error });
    throw error;
  }
  throw new FailureError('exhibit.no-picture', { page: order.page });
}

async function drawPdf(order: PageImageOrder): Promise<PageImage | null> {
  const { drawPdfPage } = await import('../pdf/pdf-page-image.ts');
  const drawn = await drawPdfPage(order.bytes, order.page, order.width);
  if (!drawn) return null;
  const { createCanvas, ImageData } = await import('@napi-rs/canvas');
  const canvas = createCanvas(drawn.width, drawn.height);
  canvas.getContext('2d').putImageData(new ImageData(drawn.pixels, drawn.width, drawn.height), 0, 0);
  return { png: copy(await canvas.encode('png')), width: drawn.width, height: drawn.height, words: drawn.words };
}

async function drawImage(order: PageImageOrder): Promise<PageImage | null> {
  const { measureImage } = await import('./image.ts');
  if (order.page !== 1 || !isDrawnImage(order.mediaType)) return null;
  const claimed = measureImage(order.bytes, order.mediaType);
  if (!claimed) throw new UnreadableError('image-damaged');
  if (!claimed.drawable) throw new UnreadableError('image-too-large', { width: claimed.width, height: claimed.height });
  const { createCanvas, loadImage } = await import('@napi-rs/canvas');
  const image = await loadImage(order.bytes).catch(() => {
    throw new UnreadableError('image-damaged');
  });
  // A strip is drawn small rather than large in memory: the canvas stands beside the picture.
  const scale = Math.min(1, order.width / image.width, Math.sqrt(drawnPixels / (image.width * image.height)));
  const width = Math.max(1, Math.round(image.width * scale));
  const height = Math.max(1, Math.round(image.height * scale));
  const canvas = createCanvas(width, height);
  canvas.getContext('2d').drawImage(image, 0, 0, width, height);
  return { png: copy(await canvas.encode('png')), width, height, words: [] };
}

function isDrawnImage(mediaType: string): boolean {
  const { reader, drawn } = formatOf(mediaType);
  return reader === 'image' && drawn === true;
}

/** Bytes of their own, so that they can be handed from thread to thread without copying. */
function copy(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes);
}
