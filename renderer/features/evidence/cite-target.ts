/** What a citation made now would point at: an exact place, and the words there. */
export interface CiteTarget {
  readonly place: string;
  readonly quote: string;
}

/** What every kind of original gives to and takes from the viewer. */
export interface OriginalProps {
  /** The place to show: it is scrolled to and highlighted. */
  readonly place: string;
  /** The place a citation made now would point at: highlighted, but never scrolled to, because the eye is there already. */
  readonly target: string;
  readonly onTarget: (target: CiteTarget) => void;
}

const LONGEST_QUOTE = 2000;

/** Words as one quotation: a space between words, none between Han characters, cut at what a citation may hold. */
export function joinWords(words: readonly string[]): string {
  const joined = words.reduce(
    (text, word) => (text === '' || (endsInHan.test(text) && startsInHan.test(word)) ? text + word : `${text} ${word}`),
    '',
  );
  return trimQuote(joined);
}

export function trimQuote(text: string): string {
  const quote = text.replace(/\s+/g, ' ').trim();
  return quote.length > LONGEST_QUOTE ? `${quote.slice(0, LONGEST_QUOTE - 1)}…` : quote;
}

const endsInHan = /[\p{Script=Han}\p{P}]$/u;
const startsInHan = /^[\p{Script=Han}，。、；：？！”’）》」』]/u;
