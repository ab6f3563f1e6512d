import { flattenPage, paintPage, withMemory, withPage, withPdf, type PdfDocument } from './pdf-engine.ts';
import type { PageImage } from '../../tasks/exhibit.ts';
import { UnreadableError } from '../findings/sentence.ts';

type Word = PageImage['words'][number];

const WORDS = 20_000;
const PIXELS = 40_000_000;

export interface DrawnPage {
  readonly pixels: Uint8ClampedArray<ArrayBuffer>;
  readonly width: number;
  readonly height: number;
  readonly words: readonly Word[];
}

/** Draws one page `width` pixels wide; null when there is no such page. Words stand where the page shows them, rotation included. */
export function drawPdfPage(bytes: Uint8Array, pageNumber: number, width: number): Promise<DrawnPage | null> {
  return withPdf(bytes, (document) => {
    if (pageNumber > document.pages) return null;
    const index = pageNumber - 1;
    const drawn = withPage(document, index, (page) => drawPage(document, page, width));
    if (!drawn) throw new UnreadableError('pdf-damaged');
    // What fields and comments show is text like any other, once it is part of the page.
    const flattened = withPage(document, index, (page) => flattenPage(document, page));
    return { ...drawn, words: flattened ? (withPage(document, index, (page) => findWords(document, page)) ?? []) : drawn.words };
  });
}

function drawPage(document: PdfDocument, page: number, width: number): DrawnPage {
  const { engine } = document;
  const ratio = engine.FPDF_GetPageHeightF(page) / engine.FPDF_GetPageWidthF(page);
  if (!Number.isFinite(ratio) || ratio <= 0) throw new UnreadableError('pdf-damaged');
  // A strip of paper a kilometre long is drawn small rather than not at all.
  const scaled = Math.min(width, Math.max(16, Math.floor(Math.sqrt(PIXELS / ratio))));
  const height = Math.max(1, Math.min(Math.round(scaled * ratio), Math.floor(PIXELS / scaled)));
  return { pixels: paintPage(document, page, scaled, height), width: scaled, height, words: findWords(document, page) };
}

/** Rectangles of the words as fractions of the page, from its upper left corner. Han characters are words of their own. */
function findWords(document: PdfDocument, page: number): readonly Word[] {
  const { engine, memory } = document;
  const textPage = engine.FPDFText_LoadPage(page);
  if (textPage === 0) return [];
  const words: Word[] = [];
  let open: { text: string; left: number; top: number; right: number; bottom: number } | null = null;
  const close = (): void => {
    if (open)
      words.push({ text: open.text, left: open.left, top: open.top, width: open.right - open.left, height: open.bottom - open.top });
    open = null;
  };
  try {
    const count = engine.FPDFText_CountChars(textPage);
    withMemory(document, 40, (pointer) => {
      const device = (x: number, y: number): readonly [number, number] => {
        // A device of 10,000 units makes whole-number coordinates precise to a hundredth of a percent.
        engine.FPDF_PageToDevice(page, 0, 0, 10_000, 10_000, 0, x, y, pointer + 32, pointer + 36);
        return [memory.getValue(pointer + 32, 'i32') / 10_000, memory.getValue(pointer + 36, 'i32') / 10_000];
      };
      for (let index = 0; index < count && words.length < WORDS; index++) {
        const code = engine.FPDFText_GetUnicode(textPage, index);
        const character = code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
        if (
          character.trim() === '' ||
          code === 0xfffe ||
          !engine.FPDFText_GetCharBox(textPage, index, pointer, pointer + 8, pointer + 16, pointer + 24)
        ) {
          close();
          continue;
        }
        const first = device(memory.getValue(pointer, 'double'), memory.getValue(pointer + 24, 'double'));
        const second = device(memory.getValue(pointer + 8, 'double'), memory.getValue(pointer + 16, 'double'));
        const box = {
          left: Math.min(first[0], second[0]),
          top: Math.min(first[1], second[1]),
          right: Math.max(first[0], second[0]),
          bottom: Math.max(first[1], second[1]),
        };
        if (/\p{Script=Han}/u.test(character)) close();
        if (open === null) open = { text: character, ...box };
        else
          open = {
            text: open.text + character,
            left: Math.min(open.left, box.left),
            top: Math.min(open.top, box.top),
            right: Math.max(open.right, box.right),
            bottom: Math.max(open.bottom, box.bottom),
          };
        if (/\p{Script=Han}/u.test(character)) close();
      }
      close();
    });
  } finally {
    engine.FPDFText_ClosePage(textPage);
  }
  return words;
}
