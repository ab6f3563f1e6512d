/** Where a sentence ends; the full stop of a figure or of a numbered paragraph is none. */
export const SENTENCE_END = /[。！？!?\n]|(?<!\d)\.(?=\s|$)/;
/** No sentence is looked through farther than this. */
export const SENTENCE_REACH = 300;

/** What stands before a passage in its own sentence. */
export function sentenceBefore(text: string, from: number): string {
  return (
    text
      .slice(Math.max(0, from - SENTENCE_REACH), from)
      .split(SENTENCE_END)
      .at(-1) ?? ''
  );
}
