/** Sentences one after the other, as each language sets them: a blank between two, but none after a full-width mark, which carries its own. */
export function inARow(sentences: readonly string[]): string {
  return sentences
    .filter((sentence) => sentence !== '')
    .join(' ')
    .replaceAll(/(?<=[。；！？]) /gu, '');
}
