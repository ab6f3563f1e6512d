import { CHINESE_NUMBER as N, chineseNumber, chinesePair } from './numerals.ts';
import { type Groups, rule, sure, weak } from './rule.ts';
import type { Origin, Interpretation, Rule, Third, Wording } from './wording.ts';

/** After "27号" when it numbers something: a building, a line, a file. */
const NO_DAY =
  '(?! ?(?:楼|房|院|门|厅|线|机|店|铺|桌|位|车|厂|馆|库|柜|床|码|文|台|令|公|选|手|会议室|病|室|包|座|墙|窗|员|证人|证据|后|前|内|来|间|游|报|元|均|常|用|人物|被告|嫌|考|学|球|队|组|被害))';
const YEAR_SHIFT: Readonly<Record<string, readonly [number, Origin]>> = {
  今年: [0, 'speech'],
  本年: [0, 'speech'],
  去年: [-1, 'speech'],
  上年: [-1, 'speech'],
  前年: [-2, 'speech'],
  明年: [1, 'speech'],
  当年: [0, 'story'],
  同年: [0, 'story'],
  次年: [1, 'story'],
  前一年: [-1, 'story'],
  上一年: [-1, 'story'],
  后一年: [1, 'story'],
  翌年: [1, 'story'],
};
const MONTH_SHIFT: Readonly<Record<string, readonly [number, Origin]>> = {
  本: [0, 'speech'],
  这: [0, 'speech'],
  上: [-1, 'speech'],
  下: [1, 'speech'],
  当: [0, 'story'],
  同: [0, 'story'],
  次: [1, 'story'],
};
const WEEK: Readonly<Record<string, number>> = { 上上: -2, 上: -1, 本: 0, 这: 0, 下: 1 };
const THIRDS: Readonly<Record<string, Third>> = { 上旬: 'early', 中旬: 'mid', 下旬: 'late', 初: 'start', 中: 'mid', 底: 'end', 末: 'end' };

/** Rules that begin with figures or Chinese numerals. */
export const CHINESE_DATES: readonly Rule[] = [
  rule(`(?<year>(?:19|20|21)[0-9]{2}|[一二][〇○零一二三四五六七八九]{3}) ?年(?![级来])`, ({ year = '' }) =>
    inRange(chineseNumber(year)) ? sure({ year: chineseNumber(year) }) : null,
  ),
  rule(
    `(?<month>[01]?[0-9]|[一二三四五六七八九]|十[一二]?) ?月份?(?! ?[票饼饷薪租路街巷村湖岛])(?: ?(?<day>${N})(?: ?(?:-|~|至|到|、) ?(?<dayTo>${N}))? ?[日号])?`,
    monthDay,
  ),
  rule(`(?<day>${N})(?: ?(?:-|~|至|到) ?(?<dayTo>${N}))? ?[日号]${NO_DAY}`, bareDay),
  rule('(?<pair>[一二三四五六七八十]{1,2}[二三四五六七八九]) ?月份?(?! ?[票饼饷薪租路街巷村湖岛0-9])', twoMonths),
  rule('(?<short>[0-9]{2}) ?年(?= ?[01]?[0-9] ?月)', ({ short, before }) =>
    /[0-9第]$/.test(before) ? null : sure({ shortYear: Number(short) }),
  ),
  rule('(?<quarter>[一二三四1-4]) ?季度', quarter),
];

/** Rules that begin with a word. */
export const CHINESE_CALENDAR: readonly Rule[] = [
  rule(`(?<month>元)月份?(?: ?(?<day>${N}) ?[日号])`, monthDay),
  rule(
    '(?<shift>今年|本年|去年|上年|前年|明年|当年|同年|次年|翌年|(?:前|上|后)一年(?= ?[01一二三四五六七八九十]))(?!轻|级|度)',
    ({ shift = '' }) => shifted('yearShift', YEAR_SHIFT[shift]),
  ),
  rule('(?<shift>本|这个?|上个?|下个?|当|同|次)月(?!份?[票饼饷薪租])份?', ({ shift = '' }) =>
    shifted('monthShift', MONTH_SHIFT[shift.charAt(0)]),
  ),
  rule('(?<=[月年])(?<third>上旬|中旬|下旬|初(?![步级次中])|中(?![国心间])|底|末)', third),
  rule('(?<=年)年(?<third>初|底|末|中)', third),
  rule('(?<unit>月|年)(?<third>初|底|末|中)(?![步级次国心间])', ({ unit, third: name = '' }) =>
    sure({ third: THIRDS[name] as Third, [unit === '月' ? 'monthShift' : 'yearShift']: { count: 0, origin: 'story' } }),
  ),
  rule('第(?<nth>[一二三四1-4])个(?:周|星期|礼拜)(?<weekday>[一二三四五六日天])', ({ nth = '', weekday: name = '' }) =>
    weak({ nthWeekday: [chineseNumber(nth), '一二三四五六日'.indexOf(name.replace('天', '日')) + 1] }),
  ),
  rule(
    '(?<=月份?[的]?)(?:第(?<nth>[一二三四五1-5]) ?个?|(?<edge>最后一个?|首个?))(?:周|星期|礼拜)(?![一二三四五六日天末年])',
    ({ nth, edge: name = '' }) => weak({ nthWeek: nth === undefined ? (name.startsWith('首') ? 1 : -1) : chineseNumber(nth) }),
  ),
  rule('岁末|年终', () => sure({ third: 'end', yearShift: { count: 0, origin: 'story' } })),
  rule('第(?<quarter>[一二三四1-4]) ?季度', quarter),
  rule('(?<half>上|下)半年', ({ half }) => weak({ season: half === '上' ? 40 : 41 })),
  rule('(?:每|逢)(?:个)?(?:周|星期|礼拜)[一二三四五六日天]?', () => 'skip'),
  rule(
    '(?:周|星期|礼拜)[一二三四五六日天](?:至|到|-)(?:周|星期|礼拜)?[一二三四五六日天](?: ?[0-9]{1,2}:[0-9]{2}(?: ?(?:-|至|到|~) ?[0-9]{1,2}:[0-9]{2})?|(?=[^。；\\n]{0,8}(?:营业|开放|办公|上班|对外)))',
    () => 'skip',
  ),
  rule('(?<week>上上个?|上个?|本|这个?|下个?|那个?)?周末(?![班版双度愉快]|快乐)', weekend),
  rule('(?<week>上上个?|上个?|本|这个?|下个?)?(?:周|星期|礼拜)(?<weekday>[一二三四五六日天])(?![年岁个次期报刊])', weekday),
  rule('(?<week>上上个?|上个?|本|这个?|下个?)(?:周|星期|礼拜)', ({ week = '' }) => sure({ week: WEEK[week.replace('个', '')] as number })),
  rule('近日|日前(?!后)|近期|近来', () => sure({ recent: true })),
];

function third({ third: name = '' }: Groups): Interpretation {
  return weak({ third: THIRDS[name] as Third });
}

function quarter({ quarter: figure = '' }: Groups): Interpretation {
  return weak({ season: 32 + chineseNumber(figure) });
}

/** 七八月: the one or the other. */
function twoMonths({ pair = '', before }: Groups): Interpretation | null {
  const months = chinesePair(pair);
  return !months || months[1] > 12 || /[0-9第.一二三四五六七八九十]$/.test(before) ? null : sure({ month: months[0], orNext: true });
}

function daysOf(day: string, dayTo: string | undefined): Pick<Wording, 'day' | 'dayTo' | 'dayOr'> | null {
  const pair = dayTo === undefined ? chinesePair(day) : null;
  if (pair) return pair[1] > 31 ? null : { day: pair[0], dayTo: pair[1], dayOr: true };
  const [first, last] = [chineseNumber(day), dayTo === undefined ? null : chineseNumber(dayTo)];
  return Number.isNaN(first) || Number.isNaN(last ?? 1) ? null : { day: first, ...(last === null ? {} : { dayTo: last }) };
}

function monthDay({ month = '', day, dayTo, before }: Groups): Interpretation | null {
  const number = month === '元' ? 1 : chineseNumber(month);
  if (number < 1 || number > 12 || /[0-9第.]$/.test(before)) return null;
  if (day === undefined) return /[一二三四五六七八九十]$/.test(before) ? null : sure({ month: number });
  const days = daysOf(day, dayTo);
  return days ? sure({ month: number, ...days }) : null;
}

function bareDay({ day = '', dayTo, before, whole }: Groups): Interpretation | null {
  const days = daysOf(day, dayTo);
  if (!days || !((days.day as number) >= 1 && (days.day as number) <= 31) || /[0-9A-Za-z第.一二三四五六七八九十百每-]$/.test(before))
    return null;
  // "一日" alone is more often "one day" than the first.
  if (/^[一二两三四五六七八九] ?日$/.test(whole) && !/月\s?$/.test(before)) return null;
  return sure(days);
}

function weekday({ week, weekday: name = '', before }: Groups): Interpretation | null {
  if (week === undefined && /[一二两三四五六七八九十0-9每几数]$/.test(before)) return null;
  const number = '一二三四五六日'.indexOf(name.replace('天', '日')) + 1;
  return sure({ weekday: number, ...(week === undefined ? {} : { week: WEEK[week.replace('个', '')] as number }) });
}

function weekend({ week, before }: Groups): Interpretation | null {
  if (/[每逢各度和或、](?:个)?$/.test(before)) return null;
  if (week === undefined) return sure({ weekend: true });
  const name = week.replace('个', '');
  return sure(name === '那' ? { weekend: true, week: 0, weekOfStory: true } : { weekend: true, week: WEEK[name] as number });
}

function shifted(key: 'yearShift' | 'monthShift', shift: readonly [number, Origin] | undefined): Interpretation | null {
  return shift === undefined ? null : sure({ [key]: { count: shift[0], origin: shift[1] } });
}

function inRange(year: number): boolean {
  return year >= 1900 && year <= 2199;
}
