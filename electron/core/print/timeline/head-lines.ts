import { textWidth } from '../press/fonts.ts';

const BETWEEN = '   ·   ';
/** A picture names its fonts and carries none: what a reader's system sets in their place may run wider by as much. */
const SPARE = 1.15;

/**
 * The facts of a running head, broken into lines no wider than `width` points: between two facts where there is room for one of
 * them, inside a fact only where it is wider than a line by itself. Nothing is left out.
 */
export function headLines(facts: readonly string[], size: number, width: number): readonly string[] {
  const fits = (text: string): boolean => textWidth(text, size) * SPARE <= width;
  const lines: string[] = [];
  for (const fact of facts) {
    const last = lines.at(-1);
    const joined = last === undefined ? fact : `${last}${BETWEEN}${fact}`;
    if (last !== undefined && fits(joined)) lines[lines.length - 1] = joined;
    else lines.push(...breakFact(fact, fits));
  }
  return lines;
}

/** Between words, between Chinese characters, and anywhere in a word that is longer than a line. */
function breakFact(fact: string, fits: (text: string) => boolean): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of fact.match(/[\u2e80-\uffef]|[^\s\u2e80-\uffef]+\s*|\s+/gu) ?? []) {
    for (const part of fits(piece.trimEnd()) ? [piece] : [...piece]) {
      if (line !== '' && !fits((line + part).trimEnd())) {
        lines.push(line.trimEnd());
        line = '';
      }
      line += part;
    }
  }
  return line.trim() === '' ? lines : [...lines, line.trimEnd()];
}
