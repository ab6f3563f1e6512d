import type { Font, Subset } from 'fontkit';
import { type PDFContext, type PDFDict, PDFName, PDFRawStream, type PDFRef, PDFString } from 'pdf-lib';
import { deflateSync } from 'node:zlib';
import { type FontName, openFont, splitRuns } from './fonts.ts';

/** A text on one line, set but not yet drawn. Points. */
export interface Line {
  readonly width: number;
  /** How far above the baseline its tallest font reaches. */
  readonly ascent: number;
  /** Content stream operators between BT and ET, starting at `x` on the baseline `y`. */
  at(x: number, y: number): string;
}

interface Face {
  readonly resource: string;
  readonly font: Font;
  readonly subset: Subset;
  /** By the glyph's number within the subset. */
  readonly characters: string[];
  readonly widths: number[];
  readonly glyphs: Map<string, { readonly hex: string; readonly units: number }>;
  readonly ref: PDFRef;
}

/**
 * Draws text straight into content streams, run by run through the same splitter as the chapters, with each font
 * embedded once and cut down to the characters used. Glyphs carry their characters, so that every text can be read out.
 */
export class EmbeddedFonts {
  /** The font dictionary of every page that is drawn on. */
  readonly resources: PDFRef;
  readonly #context: PDFContext;
  readonly #faces = new Map<string, Face>();

  constructor(context: PDFContext) {
    this.#context = context;
    this.resources = context.nextRef();
  }

  line(text: string, size: number, bold = false): Line {
    const runs = this.#encode(text, bold);
    const points = ({ face, units }: (typeof runs)[number]) => (units / face.font.unitsPerEm) * size;
    return {
      width: runs.reduce((sum, run) => sum + points(run), 0),
      ascent: Math.max(0, ...runs.map(({ face }) => (face.font.ascent / face.font.unitsPerEm) * size)),
      at(x, y) {
        let [left, operators] = [x, ''];
        for (const run of runs) {
          operators += `/${run.face.resource} ${decimal(size)} Tf 1 0 0 1 ${decimal(left)} ${decimal(y)} Tm <${run.hex}> Tj\n`;
          left += points(run);
        }
        return operators;
      },
    };
  }

  /** Writes the font programs into the document. To be called once, after everything is drawn. */
  embed(): void {
    const fonts = this.#context.obj({}) as PDFDict;
    for (const face of this.#faces.values()) {
      embedFace(this.#context, face);
      fonts.set(PDFName.of(face.resource), face.ref);
    }
    this.#context.assign(this.resources, fonts);
  }

  #encode(text: string, bold: boolean): { readonly face: Face; readonly hex: string; readonly units: number }[] {
    return splitRuns(text.replaceAll('\n', ' ')).map((run) => {
      const face = this.#face(run.font, bold);
      let hex = '';
      let units = 0;
      for (const character of run.text) {
        const glyph = face.glyphs.get(character) ?? include(face, character);
        hex += glyph.hex;
        units += glyph.units;
      }
      return { face, hex, units };
    });
  }

  #face(name: FontName, bold: boolean): Face {
    const resource = `${name}${bold ? 'Bold' : ''}`;
    const known = this.#faces.get(resource);
    if (known) return known;
    const font = openFont(name, bold ? 'bold' : 'normal');
    const face: Face = {
      resource,
      font,
      subset: font.createSubset(),
      characters: [''],
      widths: [font.getGlyph(0).advanceWidth],
      glyphs: new Map(),
      ref: this.#context.nextRef(),
    };
    this.#faces.set(resource, face);
    return face;
  }
}

function include(face: Face, character: string): { readonly hex: string; readonly units: number } {
  const glyph = face.font.glyphForCodePoint(character.codePointAt(0) as number);
  const number = face.subset.includeGlyph(glyph.id);
  face.characters[number] ??= character;
  face.widths[number] = glyph.advanceWidth;
  const known = { hex: number.toString(16).padStart(4, '0'), units: glyph.advanceWidth };
  face.glyphs.set(character, known);
  return known;
}

/** A composite font with two-byte codes (ISO 32000-2, 9.7), whose codes are the subset's glyph numbers. */
function embedFace(context: PDFContext, { font, subset, characters, widths, ref, resource }: Face): void {
  const scale = 1000 / font.unitsPerEm;
  // Six capitals mark a subset; they only have to differ between the subsets of one font.
  const name = `${resource
    .toUpperCase()
    .replace(/[^A-Z]/g, '')
    .padEnd(6, 'A')
    .slice(-6)}+${font.postscriptName}`;
  const file = deflated(context, subset.encode());
  const descriptor = context.register(
    context.obj({
      Type: 'FontDescriptor',
      FontName: name,
      // Symbolic: its codes follow no standard encoding.
      Flags: 4,
      FontBBox: [font.bbox.minX, font.bbox.minY, font.bbox.maxX, font.bbox.maxY].map((part) => Math.round(part * scale)),
      ItalicAngle: font.italicAngle,
      Ascent: Math.round(font.ascent * scale),
      Descent: Math.round(font.descent * scale),
      CapHeight: Math.round(font.capHeight * scale),
      StemV: 80,
      FontFile2: file,
    }),
  );
  const descendant = context.register(
    context.obj({
      Type: 'Font',
      Subtype: 'CIDFontType2',
      BaseFont: name,
      CIDSystemInfo: { Registry: PDFString.of('Adobe'), Ordering: PDFString.of('Identity'), Supplement: 0 },
      FontDescriptor: descriptor,
      CIDToGIDMap: 'Identity',
      W: [0, widths.map((width) => Math.round((width ?? 0) * scale))],
    }),
  );
  context.assign(
    ref,
    context.obj({
      Type: 'Font',
      Subtype: 'Type0',
      BaseFont: name,
      Encoding: 'Identity-H',
      DescendantFonts: [descendant],
      ToUnicode: deflated(context, Buffer.from(characterMap(characters))),
    }),
  );
}

/** What each code means (ISO 32000-2, 9.10.3), so that text can be searched and copied. */
function characterMap(characters: readonly string[]): string {
  const lines = characters.flatMap((character, code) =>
    character === '' ? [] : [`<${code.toString(16).padStart(4, '0')}> <${Buffer.from(character, 'utf16le').swap16().toString('hex')}>`],
  );
  const blocks: string[] = [];
  for (let at = 0; at < lines.length; at += 100) {
    const block = lines.slice(at, at + 100);
    blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`);
  }
  return [
    '/CIDInit /ProcSet findresource begin',
    '12 dict begin',
    'begincmap',
    '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def',
    '/CMapName /Adobe-Identity-UCS def',
    '/CMapType 2 def',
    '1 begincodespacerange',
    '<0000> <ffff>',
    'endcodespacerange',
    ...blocks,
    'endcmap',
    'CMapName currentdict /CMap defineresource pop',
    'end',
    'end',
  ].join('\n');
}

function deflated(context: PDFContext, bytes: Uint8Array): PDFRef {
  const dict = context.obj({ Filter: 'FlateDecode', Length1: bytes.length }) as PDFDict;
  return context.register(PDFRawStream.of(dict, deflateSync(bytes)));
}

/** Hundredths of a point are finer than any printer. */
function decimal(value: number): string {
  return String(Number(value.toFixed(2)));
}
