import { rule, sure } from './rule.ts';
import type { Interpretation, Rule } from './wording.ts';

/** Feasts that lie on the same day of every year. */
const ENGLISH: Readonly<Record<string, readonly [month: number, day: number]>> = {
  'christmas day': [12, 25],
  'christmas eve': [12, 24],
  "new year's eve": [12, 31],
  "new year's day": [1, 1],
};
const CHINESE: Readonly<Record<string, readonly [month: number, day: number]>> = {
  国庆节: [10, 1],
  元旦: [1, 1],
  五一: [5, 1],
  五一节: [5, 1],
  五一劳动节: [5, 1],
  劳动节: [5, 1],
  圣诞节: [12, 25],
  平安夜: [12, 24],
};
/** Behind a feast's name when its holidays, a road or a show are meant rather than its day. */
const NO_DAY = '(?!期间|假期|长假|小长假|黄金周|放假|路|街|广场|村|厂|晚会|联欢|前后)';

export const ENGLISH_FEASTS: readonly Rule[] = [
  rule("(?<name>christmas (?:day|eve)|new year['’]s (?:eve|day))(?: of)?(?:,? (?<year>(?:19|20|21)\\d{2}))?\\b", ({ name = '', year }) =>
    onFeast(ENGLISH[name.toLowerCase().replace('’', "'")], year),
  ),
  rule('(?:the )?(?:chinese|lunar) new year\\b|spring festival\\b|mid-autumn festival\\b|dragon boat festival\\b', () =>
    sure({ feast: 'moves' }),
  ),
];

/** 五一 begins with a numeral. */
export const CHINESE_NUMERAL_FEASTS: readonly Rule[] = [
  rule(`(?<name>五一(?:国际)?(?:劳动节|节)?)${NO_DAY}(?![〇○零一二三四五六七八九十百千万0-9])`, ({ name = '', before }) =>
    /[〇○零一二三四五六七八九十百千万0-9第]$/.test(before) ? null : onFeast(CHINESE[name.replace('国际', '')]),
  ),
];

export const CHINESE_FEASTS: readonly Rule[] = [
  rule(`(?<name>国庆节|元旦|劳动节|圣诞节|平安夜)${NO_DAY}`, ({ name = '' }) => onFeast(CHINESE[name])),
  rule(`(?:春节|端午节?|中秋节?|除夕)${NO_DAY}(?!后|前)`, () => sure({ feast: 'moves' })),
];

function onFeast(date: readonly [number, number] | undefined, year?: string): Interpretation | null {
  if (!date) return null;
  return sure({ month: date[0], day: date[1], feast: 'fixed', ...(year === undefined ? {} : { year: Number(year) }) });
}
