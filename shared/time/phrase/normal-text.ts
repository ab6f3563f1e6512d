/** Text in which look-alikes are the ordinary characters, with the way back to the raw text. */
export interface NormalText {
  readonly text: string;
  /** Offset in the raw text (UTF-16) of the beginning of each normalised unit, and of the end. */
  readonly offsets: Uint32Array;
}

/** ASCII and the Han characters are themselves already: whole runs of them are taken over as they stand. */
const PLAIN = /[\0-\x7f\u4e00-\u9fff]+|[^\0-\x7f\u4e00-\u9fff]/gu;
const DASHES = /[‐‑‒–—−]/;

/**
 * Full-width figures, Kangxi look-alikes of PDF text and every kind of dash become the ordinary ones (NFKC, character by
 * character, so that every one of them still knows where it stood). Nothing is left out and no space is joined.
 */
export function normaliseText(raw: string): NormalText {
  const parts: string[] = [];
  const offsets: number[] = [];
  for (const { 0: run, index } of raw.matchAll(PLAIN)) {
    const code = run.charCodeAt(0);
    if (code < 0x80 || (code >= 0x4e00 && code <= 0x9fff)) {
      parts.push(run);
      for (let unit = 0; unit < run.length; unit += 1) offsets.push(index + unit);
      continue;
    }
    const plain = DASHES.test(run) ? '-' : run.normalize('NFKC');
    parts.push(plain);
    for (let unit = 0; unit < plain.length; unit += 1) offsets.push(index);
  }
  offsets.push(raw.length);
  return { text: parts.join(''), offsets: Uint32Array.from(offsets) };
}

/** Where a stretch of normalised text stands in the raw text: never cutting a character in two. */
export function rawSpan({ offsets }: NormalText, from: number, to: number): { readonly from: number; readonly to: number } {
  const last = offsets[to - 1] ?? 0;
  let end = to;
  while (end < offsets.length - 1 && offsets[end] === last) end += 1;
  return { from: offsets[from] ?? 0, to: offsets[end] ?? 0 };
}
