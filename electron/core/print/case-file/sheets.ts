import { type PDFContext, type PDFDict, PDFRawStream, type PDFRef } from 'pdf-lib';
import type { CaseFileContent, ExhibitContentEntry } from '../../tasks/case-file.ts';
import type { PageSize } from '../../tasks/pages.ts';
import { colour, page } from '../press/design.ts';
import { EmbeddedFonts } from '../press/embedded-fonts.ts';
import { fitText } from '../press/fonts.ts';
import { plain } from '../press/drawings.ts';
import { sayCaseFile, type Say } from '../sentences.ts';

/** Where an exhibit's own page is drawn, in points from the edges of the sheet: clear of both stamps. */
const frame = { left: 30, right: 30, top: 50, bottom: 46 } as const;
/** The running head's top, in points below the sheet's; the page stamp's, below the end of the chapters' text. */
export const headTop = 28;
export const stampTop = 32;
const numberTop = 26;

export interface Sheet {
  readonly entry: ExhibitContentEntry;
  /** Of the exhibit, from 1. */
  readonly page: number;
  readonly pages: number;
  readonly size: PageSize;
  /** The form XObject that draws the exhibit's page. */
  readonly form: PDFRef;
  /** In the finished file, from 1. */
  readonly number: number;
}

/** Draws the sheets that show exhibits' own pages: number and page stamped outside the frame, running head and page stamp as in the chapters. */
export class Sheets {
  readonly fonts: EmbeddedFonts;
  readonly #context: PDFContext;
  readonly #content: CaseFileContent;
  readonly #total: number;
  readonly #say: Say;
  readonly #heads = new Map<number, string>();

  constructor(context: PDFContext, content: CaseFileContent, total: number) {
    this.#context = context;
    this.#content = content;
    this.#total = total;
    this.#say = sayCaseFile(content.language);
    this.fonts = new EmbeddedFonts(context);
  }

  /** Writes the sheet's page dictionary under `ref`; answers its content. */
  draw(ref: PDFRef, parent: PDFRef, sheet: Sheet): PDFRef {
    const { width, height } = sheetOf(sheet.size);
    const operators = `${exhibitOperators(sheet.size)}BT\n${this.#stamps(sheet, width, height)}ET\n`;
    const context = this.#context;
    const contents = context.register(PDFRawStream.of(context.obj({}) as PDFDict, new TextEncoder().encode(operators)));
    context.assign(
      ref,
      context.obj({
        Type: 'Page',
        Parent: parent,
        MediaBox: [0, 0, width, height],
        Resources: { Font: this.fonts.resources, XObject: { Exhibit: sheet.form } },
        Contents: contents,
      }),
    );
    return contents;
  }

  #stamps({ entry, page: own, pages, number: position }: Sheet, width: number, height: number): string {
    const { fonts } = this;
    const number = fonts.line(entry.exhibit.number, 9, true);
    const said = fonts.line(this.#say('exhibits.stamp', { page: own, pages }), 9);
    const left = width - frame.right - number.width - said.width;
    const line = height - numberTop - Math.max(number.ascent, said.ascent);
    const stamp = pageStamp(this.#content, this.#say, position, this.#total);
    const full = fonts.line(stamp, 8);
    // A reference too long for the line is set smaller rather than cut: the page must stay readable.
    const share = Math.min(1, (width - frame.left - frame.right) / full.width);
    const foot = share < 1 ? fonts.line(stamp, 8 * share) : full;
    return [
      this.#head(width, height),
      ink(colour.ink),
      number.at(left, line),
      ink(colour.soft),
      said.at(left + number.width, line),
      foot.at((width - foot.width) / 2, page.bottom - stampTop - foot.ascent),
    ].join('');
  }

  /** The same on every sheet of one shape. */
  #head(width: number, height: number): string {
    const known = this.#heads.get(width);
    if (known !== undefined) return known;
    const title = this.fonts.line(fitText(this.#content.case.title, 8, width - page.left - 160), 8);
    const drawn = `${ink(colour.faint)}${title.at(page.left, height - headTop - title.ascent)}`;
    this.#heads.set(width, drawn);
    return drawn;
  }
}

export function pageStamp(content: CaseFileContent, say: Say, current: number, total: number): string {
  return say('page.stamp', { reference: content.case.reference, number: content.release.number, page: current, pages: total });
}

/** The A4 sheet an exhibit's page is shown on: lying for a page that is wider than high. */
export function sheetOf(size: PageSize): PageSize {
  return size.width > size.height * 1.02 ? { width: page.height, height: page.width } : { width: page.width, height: page.height };
}

/** Centred across, from the top down; reduced to fit, never enlarged. Under the stamps: whatever an exhibit draws, they stay readable. */
function exhibitOperators(size: PageSize): string {
  const sheet = sheetOf(size);
  const [width, height] = [sheet.width - frame.left - frame.right, sheet.height - frame.top - frame.bottom];
  const scale = Math.min(1, width / size.width, height / size.height);
  const left = frame.left + (width - size.width * scale) / 2;
  const bottom = frame.bottom + height - size.height * scale;
  // A hairline around the page shows where the exhibit ends and the case file begins.
  const edge = [left - 0.5, bottom - 0.5, size.width * scale + 1, size.height * scale + 1].map(plain).join(' ');
  return `q 0.83 0.81 0.77 RG 0.5 w ${edge} re S Q\nq ${[scale, 0, 0, scale, left, bottom].map(plain).join(' ')} cm /Exhibit Do Q\n`;
}

function ink(hex: string): string {
  const parts = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  return `${parts.map((part) => Number(part.toFixed(3))).join(' ')} rg\n`;
}
