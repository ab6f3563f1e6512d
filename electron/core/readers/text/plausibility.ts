import { added, type Alphabet, alphabets, commonest } from './letters.ts';

/** How many bits a text costs as one language: the cheaper, the more plausible. */
export interface Model {
  /** Bits of each character of the basic plane beyond ASCII. */
  readonly bits: Float32Array;
  /** Bits more where a character beyond ASCII follows another, an ASCII letter, or anything else, and where an ASCII letter follows it. */
  readonly joined: number;
  readonly mixed: number;
  readonly entered: number;
  readonly left: number;
}

/** A language or script, or any of them. */
export type ModelName = keyof typeof commonest | Alphabet | 'any';

/** A character no language of the model knows, one outside the basic plane, and a byte that is no text. */
const FOREIGN = 22;
const PAIR = 30;
export const FAULT = 26;
const ASCII = 4.5;
const CONTROL = 16;
const CAPITAL = 4;

const models = new Map<ModelName, Model>();

export function modelOf(name: ModelName): Model {
  const known = models.get(name);
  if (known) return known;
  const made = makeModel(name);
  models.set(name, made);
  return made;
}

/** Bits of a decoded text; U+FFFD stands for a byte that is none. */
export function bitsOf(text: string, model: Model): number {
  let sum = 0;
  let before = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x80) {
      sum += code < 0x20 && !isSpace(code) ? CONTROL : ASCII;
      if (before >= 0x80 && isAsciiLetter(code)) sum += model.left;
    } else if (code >= 0xd800 && code <= 0xdbff) {
      sum += PAIR;
      at += 1;
    } else if (code === 0xfffd) {
      sum += FAULT;
    } else {
      sum += model.bits[code] as number;
      sum += before >= 0x80 ? model.joined : isAsciiLetter(before) ? model.mixed : model.entered;
      // Small letters before a capital: two alphabets that differ in where their capitals stand are told apart by it.
      if (isCapital(code) && (before >= 0x80 || isAsciiLetter(before))) sum += isSmall(before) ? 9 : 0;
    }
    before = code;
  }
  return sum;
}

function makeModel(name: ModelName): Model {
  if (name === 'any') return { bits: cheapest(), joined: 0.5, mixed: 2, entered: 1, left: 0 };
  if (name in alphabets) return makeAlphabet(name as Alphabet);
  return { bits: ideographs[name as keyof typeof ideographs](), joined: 0.2, mixed: 5, entered: 1, left: 4 };
}

const ideographs = {
  simplified: () =>
    table([...chinese(), [level('gb18030', 0xd8, 0xf7), 18], [level('gb18030', 0xb0, 0xd7), 13.3], [commonest.simplified, 8.5]]),
  traditional: () =>
    table([...chinese(), [level('big5', 0xc9, 0xf9, 0x40), 19], [level('big5', 0xa4, 0xc6, 0x40), 13.6], [commonest.traditional, 8.5]]),
  japanese: () =>
    table([
      [range(0x4e00, 0x9fff), 24],
      [level('euc-jp', 0xd0, 0xf4), 20],
      [level('euc-jp', 0xb0, 0xcf), 13.3],
      [commonest.japanese, 9.6],
      [range(0xff66, 0xff9f), 15],
      [range(0xff01, 0xff5e), 11],
      [range(0x30a1, 0x30fa), 9.5],
      [range(0x3041, 0x3093), 7.2],
      ['。、「」・ー　', 6.6],
      ['（）！？『』【】…：々〜～％', 9.5],
    ]),
  korean: () =>
    table([
      [level('euc-kr', 0xca, 0xfd), 20],
      [range(0xac00, 0xd7a3), 23],
      [level('euc-kr', 0xb0, 0xc8), 12.7],
      [commonest.korean, 7.4],
      ['·…“”‘’「」（）', 11],
    ]),
};

function chinese(): readonly (readonly [string, number])[] {
  return [
    [range(0x4e00, 0x9fff), 24],
    [range(0x3041, 0x30fa), 19],
    [range(0xff01, 0xff5e), 10],
    ['，。、：；！？“”‘’（）《》', 6.6],
    ['—…·「」『』【】　￥～', 9],
  ];
}

const MARKS = '’“”–—…«»„‚‘\u00a0';
const SIGNS = '€£§°ºª·¿¡©®™±½•№';

function makeAlphabet(name: Alphabet): Model {
  const rarelyJoined = added[name];
  const sparse = rarelyJoined !== undefined;
  const letters = Array.from(alphabets[name]);
  const sum = letters.reduce((total, _letter, rank) => total + 1 / (rank + 3), 0);
  const rows: (readonly [string, number])[] = [
    [range(0xa0, 0xff), 17],
    [SIGNS, sparse ? 10 : 13],
    [MARKS, sparse ? 7 : 9],
    // Names and words of a neighbour's language.
    ...(sparse ? ([['éäöüèàßçáíóñãêôâåøæúîõëïìòùû', 13]] as const) : []),
  ];
  for (const [rank, letter] of letters.entries()) {
    const bits = Math.log2((rank + 3) * sum) + 1;
    const capital = letter.toUpperCase();
    if (capital.length === 1 && capital !== letter) rows.push([capital, bits + CAPITAL]);
    rows.push([letter, bits]);
  }
  if (name === 'turkish') rows.push(['İ', 9]);
  return sparse
    ? { bits: table(rows), joined: rarelyJoined, mixed: 4, entered: 6, left: 0 }
    : { bits: table(rows), joined: 0.3, mixed: 9, entered: 2, left: 8 };
}

/** Whatever some language has, for encodings that are told by their form and not by what is written in them. */
function cheapest(): Float32Array {
  const bits = new Float32Array(0x10000).fill(FOREIGN - 4);
  const languages = [...Object.keys(commonest), ...Object.keys(alphabets)] as (keyof typeof commonest | Alphabet)[];
  for (const name of languages) {
    for (const [code, cost] of modelOf(name).bits.entries()) bits[code] = Math.min(bits[code] as number, cost + 1);
  }
  // Private and unassigned places are nobody's language.
  bits.fill(FOREIGN, 0xe000, 0xf900);
  bits[0xfeff] = 10;
  return bits;
}

/** Later rows win. */
function table(rows: readonly (readonly [string, number])[]): Float32Array {
  const bits = new Float32Array(0x10000).fill(FOREIGN);
  bits.fill(FAULT, 0x80, 0xa0);
  for (const [characters, cost] of rows) for (const character of characters) bits[character.charCodeAt(0)] = cost;
  return bits;
}

function range(from: number, to: number): string {
  return String.fromCharCode(...Array.from({ length: to - from + 1 }, (_, index) => from + index));
}

/** The characters of a range of rows of a two-byte set. */
function level(encoding: string, from: number, to: number, trail = 0xa1): string {
  const pairs: number[] = [];
  for (let lead = from; lead <= to; lead++) {
    for (let second = trail; second <= 0xfe; second++) if (second < 0x7f || second > 0xa0) pairs.push(lead, second, 0x20);
  }
  return new TextDecoder(encoding).decode(Uint8Array.from(pairs)).replace(/[\ufffd ]|[\u0000-\u007f]|[\ud800-\udfff]/g, '');
}

function isSpace(code: number): boolean {
  return (code >= 0x09 && code <= 0x0d) || code === 0x1b;
}

function isAsciiLetter(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}

function isCapital(code: number): boolean {
  return capital(code) === 1;
}

function isSmall(code: number): boolean {
  return capital(code) === 2;
}

let cases: Uint8Array | undefined;

/** 1 for a capital, 2 for a small letter, of the alphabets that have both. */
function capital(code: number): number {
  if (code >= 0x590) return 0;
  cases ??= Uint8Array.from({ length: 0x590 }, (_, at) => {
    const letter = String.fromCharCode(at);
    if (letter.toLowerCase() !== letter) return 1;
    return letter.toUpperCase() === letter ? 0 : 2;
  });
  return cases[code] as number;
}
