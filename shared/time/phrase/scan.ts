import { CHINESE_CALENDAR, CHINESE_DATES } from './chinese-calendar.ts';
import { CHINESE_COUNTS, CHINESE_RELATIVE } from './chinese-relative.ts';
import { BARE_YEAR, ENGLISH_CALENDAR } from './english-calendar.ts';
import { BARE_HOUR, CLOCKS, ENGLISH_CLOCK } from './english-clock.ts';
import { ENGLISH_RELATIVE } from './english-relative.ts';
import { ENGLISH_LIMITS, ENGLISH_THROUGHOUT } from './english-limits.ts';
import { CHINESE_FEASTS, CHINESE_NUMERAL_FEASTS, ENGLISH_FEASTS } from './feasts.ts';
import { FIGURES } from './figures.ts';
import type { Piece, Rule } from './wording.ts';
import { CHINESE_ZONE, ENGLISH_ZONE } from './zones.ts';

const ENGLISH: readonly Rule[] = [
  ENGLISH_ZONE,
  ...CLOCKS,
  ...ENGLISH_THROUGHOUT,
  ...ENGLISH_FEASTS,
  ...ENGLISH_CALENDAR,
  ...ENGLISH_RELATIVE,
  ...ENGLISH_CLOCK,
];
const CHINESE_WORDS: readonly Rule[] = [CHINESE_ZONE, ...CHINESE_FEASTS, ...CHINESE_CALENDAR, ...CHINESE_RELATIVE];
const CHINESE_FIGURES: readonly Rule[] = [...CHINESE_NUMERAL_FEASTS, ...CHINESE_DATES, ...CHINESE_COUNTS];
const AFTER_SIGN: readonly Rule[] = [...CLOCKS, ...FIGURES, ...ENGLISH_CALENDAR];

/** Words with which a piece can begin; every other word is passed over with one look. */
const STARTERS = new Set(
  `the a an at or very q h
  jan january feb february mar march apr april may jun june jul july aug august sep sept september oct october nov november dec december
  mon monday mondays tue tues tuesday tuesdays wed weds wednesday wednesdays thu thur thurs thursday thursdays fri friday fridays sat saturday saturdays sun sunday sundays
  first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth thirtieth
  one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty
  every each most mid early late over more less under almost barely not well beijing shanghai hong taipei singapore tokyo london paris berlin new los sydney soon right week month beginning start middle end last final this next following previous preceding coming past that same later earlier on
  in within throughout all christmas chinese lunar spring dragon
  yesterday today tomorrow tonight half few several some many couple another quarter small wee morning afternoon evening night dawn dusk lunchtime midday overnight midmorning
  noon midnight about around approximately approx roughly circa ca sometime somewhere just shortly near nearly`.split(/\s+/),
);
const WORD = /[a-z]+/iy;
const FIGURE_RUN = /\d+/y;
const CHINESE_NUMERAL = /[〇○零一二两三四五六七八九十廿卅百]/;
const CHINESE_START =
  /[〇○零一二两三四五六七八九十廿卅百今本去上前明当同次翌这下第岁年月日之以此其元过初中底末每逢天周星礼近日隔北香台新东伦巴柏纽洛悉转后该那头大昨又再过半几数若好凌早清黎拂晌正午傍黄深夜子三晚白差许左终整最首起全彻通国劳圣平春端除]/;

/** Cuts out every piece that says something about time, in order and without overlap. The work grows with the length alone. */
export function scanText(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code < 0x30) {
      at += 1;
      continue;
    }
    const found = pieceAt(text, at, code);
    if (typeof found === 'number') at = found;
    else {
      if (found.piece) pieces.push(found.piece);
      at = found.to;
    }
  }
  return pieces;
}

type Found = number | { readonly piece: Piece | null; readonly to: number };

function pieceAt(text: string, at: number, code: number): Found {
  if (code <= 0x39) {
    FIGURE_RUN.lastIndex = at;
    const run = FIGURE_RUN.exec(text)?.[0] ?? '';
    return (run.length <= 4 ? tryRules(rulesAfterFigures(text, at + run.length), text, at) : null) ?? at + run.length;
  }
  if (isLetter(code)) {
    WORD.lastIndex = at;
    const word = WORD.exec(text)?.[0] ?? '';
    const begins = at === 0 || !/[\w@]/.test(text.charAt(at - 1));
    const found =
      begins && word.length <= 12 && STARTERS.has(word.toLowerCase())
        ? tryRules(/^(?:in|within)$/i.test(word) ? ENGLISH_LIMITS : ENGLISH, text, at)
        : null;
    return found ?? at + word.length;
  }
  if (code < 0x2e80 || !CHINESE_START.test(text.charAt(at))) return at + 1;
  return tryRules(CHINESE_NUMERAL.test(text.charAt(at)) ? CHINESE_FIGURES : CHINESE_WORDS, text, at) ?? at + 1;
}

/** What can be meant by figures shows in what follows them. */
function rulesAfterFigures(text: string, at: number): readonly Rule[] {
  const sign = text.charAt(at);
  const next = sign === ' ' ? text.charAt(at + 1) : sign;
  if (/[-/.:]/.test(sign) && /[\d ]/.test(text.charAt(at + 1))) return [...AFTER_SIGN, ...CHINESE_FIGURES];
  if (next !== '' && next.charCodeAt(0) >= 0x2e80) return CHINESE_FIGURES;
  if (/[a-z'-]/i.test(next) || next === '~') return [...ENGLISH, ...CHINESE_FIGURES];
  return sign === ' ' || next === '' || /[,;.!?)/]/.test(next) ? BARE : [];
}

/** A year or an hour that stands alone. */
const BARE: readonly Rule[] = [BARE_YEAR, BARE_HOUR];

function tryRules(rules: readonly Rule[], text: string, at: number): Found | null {
  for (const { pattern, read } of rules) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (!match || match[0] === '' || cutsWord(text, at + match[0].length)) continue;
    const reading = read(match, text);
    if (reading === 'skip') return { piece: null, to: at + match[0].length };
    if (reading) return { piece: { ...reading, from: at, to: at + match[0].trimEnd().length }, to: at + match[0].length };
  }
  return null;
}

/** A match must not end within a word or a run of figures. */
function cutsWord(text: string, to: number): boolean {
  const last = text.charCodeAt(to - 1);
  const next = text.charCodeAt(to);
  return (isLetter(last) && isLetter(next)) || (isFigure(last) && isFigure(next));
}

function isLetter(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}

function isFigure(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}
