const CHINESE_DIGITS = '零一二三四五六七八九';

/** Figures or Chinese numerals, as a pattern: 14, 十四, 二十三, 廿三, 二〇三一. At most eight characters, so that nothing runs away. */
export const CHINESE_NUMBER = '(?:[0-9]{1,4}|[〇○零一二两三四五六七八九十廿卅百]{1,6})';

/** The value of figures or Chinese numerals; NaN where they make no number. */
export function chineseNumber(text: string): number {
  if (/^[0-9]+$/.test(text)) return Number(text);
  const plain = text.replace(/[〇○]/g, '零').replace(/两/g, '二').replace(/^廿/, '二十').replace(/^卅/, '三十');
  if (/^[零一二三四五六七八九]+$/.test(plain)) return Number([...plain].map((digit) => CHINESE_DIGITS.indexOf(digit)).join(''));
  const match = /^(?:([一二三四五六七八九])?百零?)?(?:([一二三四五六七八九])?(十))?([一二三四五六七八九])?$/.exec(plain);
  if (!match) return Number.NaN;
  const digit = (one: string | undefined): number => (one === undefined ? 0 : CHINESE_DIGITS.indexOf(one));
  const hundreds = plain.includes('百') ? Math.max(1, digit(match[1])) : 0;
  const tens = match[3] === undefined ? 0 : match[2] === undefined ? 1 : digit(match[2]);
  return hundreds * 100 + tens * 10 + digit(match[4]);
}

/** 三四, 十一二, 二十七八: two figures in a row that spoken Chinese names for "one or the other"; null for anything else. */
export function chinesePair(text: string): readonly [number, number] | null {
  const match = /^((?:[二三]?十|廿|卅)?)([一二两三四五六七八])([二两三四五六七八九])$/.exec(text);
  if (!match) return null;
  const tens = match[1] === '' ? 0 : chineseNumber(match[1] as string);
  const [first, second] = [chineseNumber(match[2] as string), chineseNumber(match[3] as string)];
  return second === first + 1 ? [tens + first, tens + second] : null;
}

const ENGLISH = [
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  ),
].flat();
const TENS = ['twenty', 'thirty', 'forty', 'fifty'];
const ORDINALS =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth'.split(
    ' ',
  );

export const ENGLISH_NUMBER = `(?:\\d{1,3}|(?:twenty|thirty|forty|fifty)(?:[- ](?:${ENGLISH.slice(1, 10).join('|')}))?|${ENGLISH.slice(1).toReversed().join('|')})`;
export const ENGLISH_ORDINAL = `(?:(?:twenty|thirty)[- ](?:${ORDINALS.slice(0, 9).join('|')})|twentieth|thirtieth|${ORDINALS.toReversed().join('|')})`;

/** "ten", "twenty-three", "23"; NaN for anything else. */
export function englishNumber(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const [first = '', second] = text.toLowerCase().split(/[- ]/);
  const tens = TENS.indexOf(first);
  if (tens < 0) return second === undefined && ENGLISH.includes(first) ? ENGLISH.indexOf(first) : Number.NaN;
  return (tens + 2) * 10 + (second === undefined ? 0 : ENGLISH.indexOf(second));
}

/** "fifteenth", "twenty-seventh", "27th". */
export function englishOrdinal(text: string): number {
  const figures = /^(\d{1,2})(?:st|nd|rd|th)?$/i.exec(text);
  if (figures) return Number(figures[1]);
  const lower = text.toLowerCase();
  if (lower === 'twentieth') return 20;
  if (lower === 'thirtieth') return 30;
  const [first = '', second] = lower.split(/[- ]/);
  return second === undefined ? ORDINALS.indexOf(first) + 1 : (TENS.indexOf(first) + 2) * 10 + ORDINALS.indexOf(second) + 1;
}
