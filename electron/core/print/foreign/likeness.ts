import { createHash } from 'node:crypto';
import { paintPage, type PdfDocument, textOf, withPage, withPdf } from '../../readers/pdf/pdf-engine.ts';
import { UnreadableError } from '../../readers/findings/sentence.ts';

/** How the engine shows a page: small, since the same engine draws both, and then whatever differs at all differs when small. */
export interface Portrait {
  readonly width: number;
  readonly height: number;
  /** Of the pixels. */
  readonly digest: string;
  readonly text: string;
}

/** The longer side, in pixels. */
const longest = 200;
const mostCharacters = 4_000_000;

/** Matrices are rounded where a page is turned or moved; beyond this a pixel counts as another. */
const tolerated = 48;
/** How many pixels of ten thousand may. */
const mostOthers = 1;

/** Takes a page's portrait; `settle` then makes what annotations show part of it, and answers whether anything became so. */
export function portray(document: PdfDocument, index: number, settle: (page: number) => boolean): Portrait {
  let text = '';
  const seen = withPage(document, index, (page) => {
    const size = sizeOf(document, page);
    const digest = digestOf(paintPage(document, page, size.width, size.height));
    const settled = settle(page);
    if (!settled) text = lettersOf(document, page);
    return { ...size, digest, settled };
  });
  if (!seen) throw new UnreadableError('pdf-damaged');
  if (seen.settled) text = withPage(document, index, (page) => lettersOf(document, page)) ?? '';
  return { width: seen.width, height: seen.height, digest: seen.digest, text };
}

/** The first page, counted from 1, that the pack does not show as the original's viewer does; null where all are alike. */
export async function firstDifference(
  original: Uint8Array,
  portraits: readonly Portrait[],
  pack: Uint8Array,
  lessText: boolean,
): Promise<number | null> {
  const suspects: { readonly index: number; readonly pixels: Uint8ClampedArray }[] = [];
  const different = await withPdf(pack, (document) => {
    if (document.pages !== portraits.length) return Math.min(document.pages, portraits.length) + 1;
    for (const [index, portrait] of portraits.entries()) {
      const drawn = withPage(document, index, (page) => ({
        pixels: paintPage(document, page, portrait.width, portrait.height),
        text: lettersOf(document, page),
      }));
      if (!drawn || !sameText(drawn.text, portrait.text, lessText)) return index + 1;
      if (digestOf(drawn.pixels) !== portrait.digest) suspects.push({ index, pixels: drawn.pixels });
    }
    return null;
  });
  if (different !== null || suspects.length === 0) return different;
  return await withPdf(original, (document) => {
    for (const { index, pixels } of suspects) {
      const portrait = portraits[index] as Portrait;
      const shown = withPage(document, index, (page) => paintPage(document, page, portrait.width, portrait.height));
      if (!shown || !alike(shown, pixels)) return index + 1;
    }
    return null;
  });
}

function sizeOf({ engine }: PdfDocument, page: number): { readonly width: number; readonly height: number } {
  const [width, height] = [engine.FPDF_GetPageWidthF(page), engine.FPDF_GetPageHeightF(page)];
  const scale = longest / Math.max(width, height);
  if (!Number.isFinite(scale) || scale <= 0) throw new UnreadableError('pdf-damaged');
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/** Every character that can be seen, in order: how many blanks stand between words is guessed from where they stand. */
function lettersOf(document: PdfDocument, page: number): string {
  return textOf(document, page, mostCharacters).replace(/[\s\u0000\ufffe]+/g, '');
}

function sameText(drawn: string, shown: string, lessText: boolean): boolean {
  if (!lessText) return drawn === shown;
  let at = 0;
  for (const character of drawn) {
    const found = shown.indexOf(character, at);
    if (found < 0) return false;
    at = found + character.length;
  }
  return true;
}

function alike(shown: Uint8ClampedArray, drawn: Uint8ClampedArray): boolean {
  let others = 0;
  for (let at = 0; at < shown.length; at += 4) {
    for (let part = 0; part < 3; part++) {
      if (Math.abs((shown[at + part] as number) - (drawn[at + part] as number)) > tolerated) {
        others += 1;
        break;
      }
    }
  }
  return others * 10_000 <= mostOthers * (shown.length / 4);
}

function digestOf(pixels: Uint8ClampedArray): string {
  return createHash('sha256').update(pixels).digest('base64');
}
