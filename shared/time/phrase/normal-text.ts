/** Text in which look-alikes are the ordinary characters, with the way back to the raw text. */
export interface NormalText {
  readonly text: string;
  /** Offset in the raw text (UTF-16) of the beginning of each normalised unit, and of the end. */
  readonly offsets: Uint32Array;
}

const DASHES = /[‐‑‒–—−]/;

/**
 * Full-width figures, Kangxi look-alikes of PDF text and every kind of dash become the ordinary ones (NFKC, character by
 * character, so that every one of them still knows where it stood). Nothing is left out and no space is joined.
 */
export function normaliseText(raw: string): NormalText {
  const parts: string[] = [];
  const offsets: number[] = [];
  let at = 0;
  for (const character of raw) {
    const plain = normaliseCharacter(character);
    parts.push(plain);
    for (let unit = 0; unit < plain.length; unit += 1) offsets.push(at);
    at += character.length;
  }
  offsets.push(at);
  return { text: parts.join(''), offsets: Uint32Array.from(offsets) };
}

/** Where a stretch of normalised text stands in the raw text: never cutting a character in two. */
export function rawSpan({ offsets }: NormalText, from: number, to: number): { readonly from: number; readonly to: number } {
  const last = offsets[to - 1] ?? 0;
  let end = to;
  while (end < offsets.length - 1 && offsets[end] === last) end += 1;
  return { from: offsets[from] ?? 0, to: offsets[end] ?? 0 };
}

function normaliseCharacter(character: string): string {
  const code = character.charCodeAt(0);
  // ASCII and the Han characters are themselves already; asking for each of a million characters is what takes time.
  if (code < 0x80 || (code >= 0x4e00 && code <= 0x9fff)) return character === '〇' ? '〇' : character;
  if (DASHES.test(character)) return '-';
  return character.normalize('NFKC');
}
