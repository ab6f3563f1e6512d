import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { create, type Font } from 'fontkit';

/**
 * Two families cover what is printed: Noto Sans for Latin, Greek and Cyrillic, Noto Sans SC for Chinese. Neither has every
 * character of the other, and a PDF writer prints a box for a missing one and loses it from the text; so every text is
 * split into runs, and what no font has is spelled out as its code point.
 */
export type FontName = 'Latin' | 'Chinese';

export interface Run {
  readonly text: string;
  readonly font: FontName;
}

interface Face {
  readonly font: Font;
  readonly has: ReadonlySet<number>;
  readonly widths: Map<number, number>;
}

const require = createRequire(import.meta.url);
const paths = {
  Latin: {
    normal: '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf',
    bold: '@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf',
  },
  Chinese: {
    normal: '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
    bold: '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
  },
} as const;

const faces = new Map<FontName, Face>();
const read = new Map<string, Buffer>();
const han = /\p{Script=Han}|[\u3000-\u303f\uff00-\uffef]/u;
/** Punctuation both fonts have, wide in Chinese text and narrow in Latin text: it follows its neighbours. */
const shared = /[‘’“”…—·]/u;
/** Characters that reorder or hide what stands around them must be seen in a court document, not obeyed. */
const hidden = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}]/u;

/** Font files by family and weight, as the composing library wants them. */
export function fontFiles(): Record<FontName, { normal: string; bold: string }> {
  const files = (name: FontName) => ({ normal: require.resolve(paths[name].normal), bold: require.resolve(paths[name].bold) });
  return { Latin: files('Latin'), Chinese: files('Chinese') };
}

/** A font's bytes, read once: the Chinese ones are large, and three parts of a case file want them. */
export function fontBytes(path: string): Buffer {
  const bytes = read.get(path) ?? readFileSync(path);
  read.set(path, bytes);
  return bytes;
}

export function openFont(name: FontName, weight: 'normal' | 'bold'): Font {
  return create(fontBytes(require.resolve(paths[name][weight])));
}

/** Splits a text into runs of one font each. Calls `missed` for every character that no font has. */
export function splitRuns(text: string, missed?: (character: string) => void): readonly Run[] {
  const characters = [...text.replace(/\r\n?/g, '\n').replace(/\t/g, '    ')];
  const runs: { text: string; font: FontName }[] = [];
  for (const [index, character] of characters.entries()) {
    const chosen = chooseFont(character, characters, index);
    if (chosen === null) missed?.(character);
    const font = chosen ?? 'Latin';
    const piece = chosen === null ? `[U+${(character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')}]` : character;
    const last = runs.at(-1);
    // Spaces stay in the run they follow, so that no word begins with one.
    if (last && (last.font === font || character === ' ' || character === '\n')) last.text += piece;
    else runs.push({ text: piece, font });
  }
  return runs;
}

/** Width in points of a text set in `size` points, kerning left out. */
export function textWidth(text: string, size: number): number {
  let units = 0;
  for (const run of splitRuns(text)) {
    const face = openFace(run.font);
    for (const character of run.text) units += advance(face, character.codePointAt(0) as number) / face.font.unitsPerEm;
  }
  return units * size;
}

/** Shortens a text to a width in points; an ellipsis says that something is left out. */
export function fitText(text: string, size: number, width: number): string {
  if (textWidth(text, size) <= width) return text;
  const characters = [...text];
  let low = 0;
  let high = characters.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (textWidth(`${characters.slice(0, middle).join('').trimEnd()}…`, size) <= width) low = middle;
    else high = middle - 1;
  }
  return `${characters.slice(0, low).join('').trimEnd()}…`;
}

function chooseFont(character: string, characters: readonly string[], index: number): FontName | null {
  const code = character.codePointAt(0) as number;
  if (character === '\n') return 'Latin';
  if (hidden.test(character)) return null;
  const chinese = openFace('Chinese').has.has(code);
  if (shared.test(character)) {
    const beside = [characters[index - 1], characters[index + 1]].some((one) => one !== undefined && han.test(one));
    return beside && chinese ? 'Chinese' : 'Latin';
  }
  if (openFace('Latin').has.has(code)) return 'Latin';
  return chinese ? 'Chinese' : null;
}

function openFace(name: FontName): Face {
  const known = faces.get(name);
  if (known) return known;
  const font = openFont(name, 'normal');
  const face: Face = { font, has: new Set(font.characterSet), widths: new Map() };
  faces.set(name, face);
  return face;
}

function advance(face: Face, code: number): number {
  const known = face.widths.get(code);
  if (known !== undefined) return known;
  const width = face.font.glyphForCodePoint(code).advanceWidth;
  face.widths.set(code, width);
  return width;
}
