import { CHINESE_NUMBER as N, chineseNumber, chinesePair } from './numerals.ts';
import type { Part } from './parts-of-day.ts';
import { days, type Groups, HALVES, rule, sure, weak } from './rule.ts';
import type { Clock, Origin, Interpretation, Rule, Step, Unit } from './wording.ts';

/** What each word for a part of the day means; longer words before shorter ones. */
const PARTS: readonly (readonly [string, Part])[] = [
  ['后半夜|凌晨', 'smallHours'],
  ['一大早|一早|大清早|清晨|清早|黎明|拂晓|早晨', 'earlyMorning'],
  ['早上|上午|早间', 'morning'],
  ['中午|正午|午间|晌午', 'noon'],
  ['午后|下午', 'afternoon'],
  ['傍晚|黄昏', 'dusk'],
  ['深夜|午夜|半夜|子夜|夜半|三更半夜', 'lateNight'],
  ['晚上|晚间|夜间|夜里|夜晚|夜', 'night'],
  ['白天|日间', 'daytime'],
];
const PART = `(?:${PARTS.map(([words]) => words).join('|')}|晚(?!餐|饭|会|宴|点|安|年|了|到(?![0-9一二三四五六七八九十次])|报|礼|辈|婚|期|于))`;
const SHIFTS: readonly (readonly [string, number, Origin])[] = [
  ['次日|翌日|第二天|第二日|隔天|隔日|转天|后一天|后一日', 1, 'story'],
  ['第三天|第三日', 2, 'story'],
  ['当天|当日|同日|同一天|那天|那一天|该日', 0, 'story'],
  ['前一天|前一日|头一天|头天', -1, 'story'],
  ['大前天', -3, 'speech'],
  ['前天|前日', -2, 'speech'],
  ['昨天|昨日', -1, 'speech'],
  ['今天|今日', 0, 'speech'],
  ['明天|明日', 1, 'speech'],
  ['后天(?![性不的])', 2, 'speech'],
];
const SHORT: Readonly<Record<string, readonly [number, Origin]>> = {
  当: [0, 'story'],
  同: [0, 'story'],
  次: [1, 'story'],
  翌: [1, 'story'],
  前一: [-1, 'story'],
  头: [-1, 'story'],
  那: [0, 'story'],
  昨: [-1, 'speech'],
  今: [0, 'speech'],
  明: [1, 'speech'],
  前: [-2, 'speech'],
};
const UNITS: Readonly<Record<string, Unit>> = {
  分: 'minute',
  小: 'hour',
  钟: 'hour',
  天: 'day',
  日: 'day',
  周: 'week',
  星: 'week',
  礼: 'week',
  个月: 'month',
  月: 'month',
  年: 'year',
};
const UNIT = '(?<unit>个多月|个多星期|个多小时|分钟|个?半?小时|个?钟头|天|日|周|个?星期|个?礼拜|个月|年)';

/** 三天后: may begin with a numeral or with a word. */
const COUNTED: Rule = rule(
  `(?:又|再)?(?:过了?|隔了?)?(?<half>半)?(?<number>几十|几|数十?|若干|好几|十余|十几|十多|二十余|二十多|三十余|${N})?(?: ?[-~至到] ?(?<to>${N}))? ?(?<more>余|多|来)?(?: ?个)?${UNIT}(?<over>多)?(?: ?的?时间)? ?(?<side>过去了|过去后|过后|之后|以后|后(?![天来面台])|前(?![天日台])|之前|以前|以?来)`,
  counted,
);

/** 三天之内: at most that far. */
const WITHIN: Rule = rule(`(?<half>半)?(?<number>几|数|${N})?(?: ?个)?${UNIT}(?:的?时间)?(?:之内|以内|内(?![部容心科外地在]))`, within);

/** Rules that begin with figures or Chinese numerals. */
export const CHINESE_COUNTS: readonly Rule[] = [
  COUNTED,
  WITHIN,
  rule('一(?<what>整天|整日|整夜|整晚|天到晚)', whole),
  rule(
    `(?<hour>${N}) ?(?<sign>[时点]) ?(?<exact>整|半|多|(?<quarter>[一三13])刻)?(?:(?<minute>${N}) ?分(?!钟)(?: ?(?<second>${N}) ?秒)?)?(?:钟)?`,
    clock,
  ),
];

/** Rules that begin with a word. */
export const CHINESE_RELATIVE: readonly Rule[] = [
  rule('(?<what>全天(?!候)|整天|整日|整夜|整晚|彻夜|通宵|全年|全月)', whole),
  rule(`整个?(?=${PART})|整个(?=[上下本这]|[0-9]{1,4} ?[年月]|[一二三四五六七八九十]{1,4}月|周末)`, () => ({
    says: { throughout: true },
    strength: 0,
  })),
  rule('(?<!一|第)(?:每|天)天|每日|日常|终日', () => 'skip'),
  rule(`(?<day>${SHIFTS.map(([words]) => words).join('|')})(?: ?的? ?(?<part>${PART}))?`, shiftedDay),
  rule(`(?<day>前一|[当同次翌昨今明前头那])(?:天|日)?(?:一个?)?(?<part>${PART}|早(?!就|已|先|期|餐|饭|点|在)|晨|夜|晚)`, shortDay),
  COUNTED,
  WITHIN,
  rule(
    `(?<=[0-9一二三四五六七八九十] ?[日号])(?:起|之后|以后|后)的? ?(?<half>半)?(?<number>几|数|${N})?(?: ?个)?${UNIT}(?:之内|以内|内(?![部容心科外地在]))`,
    within,
  ),
  rule(`(?:又|再)?过了(?<number>几|数|十余|十几|${N}) ?(?:个)?${UNIT}(?! ?[前内])`, ({ number, unit, before }) =>
    counted({ number, unit, side: '后', whole: '', before, after: '' }),
  ),
  rule('前(?:几|些|两)(?:天|日)', () => sure({ step: { least: 1, most: 9, unit: 'day', direction: 'before', origin: 'speech' } })),
  rule(`(?<open>此后|其后|之后|以后|过后|后|此前|之前)的?(?<exact>第)?(?<number>几|数|十余|十几|${N}) ?(?:个)?${UNIT}`, countedAfter),
  rule(PART, ({ whole }) => weak(partOf(whole))),
  rule('(?<![预合节公条相邀如特签违解])大?约(?:在|为|于)?|大概(?:在|是)?|大致|差不多', () => ({ says: { about: true }, strength: 0 })),
  rule('许|左右|前后|上下', () => ({ says: { about: true }, strength: 0 })),
];

function shiftedDay({ day = '', part, before }: Groups): Interpretation | null {
  const shift = SHIFTS.find(([words]) => words.split('|').includes(day) || words.startsWith(`${day}(`));
  if (!shift) return null;
  const [, count, origin] = shift;
  return sure({ step: days(count, origin), ...partOf(part), ...ofEvent(origin === 'story' ? before : '') });
}

function shortDay({ day = '', part = '', before }: Groups): Interpretation | null {
  const shift = SHORT[day];
  if (
    !shift ||
    (day === '前' && !/^[晚夜]/.test(part)) ||
    (day === '明' && /[透说表声证证鲜分]$/.test(before)) ||
    (day === '当' && /[适正相应妥恰]$/.test(before))
  )
    return null;
  return sure({
    step: days(...shift),
    part: part === '早' || part === '晨' ? 'morning' : (partOf(part).part ?? 'night'),
    ...ofEvent(shift[1] === 'story' ? before : ''),
  });
}

/** 全天, 一整夜: all of it; by itself it is as often a manner of speaking. */
function whole({ what = '', before }: Groups): Interpretation | null {
  if (/[每要]$/.test(before)) return null;
  return weak({ throughout: true, ...(/[夜晚宵]$/.test(what) && what !== '天到晚' ? { part: 'night' as const } : {}) });
}

/** 三天后, 数日后, 十余天前, 半年后, 一个半小时后, 六天过去了. */
function counted({ half, number = '', to, more, unit = '', over, side = '', before }: Groups): Interpretation | null {
  const halves = unit.includes('半') ? 0.5 : 0;
  const range = half === undefined ? countOf(number, to, more ?? over ?? (unit.includes('多') ? '多' : undefined)) : ([0.5, 0.5] as const);
  if (!range || /[第每]$/.test(before) || (half !== undefined && number !== '')) return null;
  const plain = unit.replace('多', '').replace(/^个?半?(?=小|钟|星|礼)/, '');
  const named = (UNITS[plain] ?? UNITS[plain.charAt(0)]) as Unit;
  const halved = half === undefined ? null : HALVES[named];
  const step: Step = {
    least: halved?.[0] ?? range[0] + halves,
    most: halved?.[1] ?? range[1] + halves,
    unit: halved?.[2] ?? named,
    direction: /前|来/.test(side) ? 'before' : 'after',
    origin: /前|来/.test(side) ? 'speech' : 'story',
    ...(/来/.test(side) ? { upTo: true as const } : {}),
  };
  return sure({ step, ...ofEvent(before) });
}

function within({ half, number = '', unit = '', before, whole }: Groups): Interpretation | null {
  if (/(?:近|过去|[前第每上])$/.test(before)) return null;
  const read = counted({ half, number, unit, side: '后', whole: '', before: '', after: '' });
  if (!read?.says.step) return null;
  const step: Step = { ...read.says.step, least: 0, direction: 'after', origin: 'story', within: 'after', exact: true };
  // 应在三日内答复 is a duty, 收到之日起三日内 counted from an event: neither is a moment by itself.
  return /^[起之以后]/.test(whole) || !/(?:应|须|当|必|得|可|起|之日|不得|要求|请)[^，。；\n]{0,8}$/.test(before)
    ? sure({ step })
    : weak({ step });
}

/** 5月2日之后九天: the count stands behind the word. */
function countedAfter({ open, exact, number, unit }: Groups): Interpretation | null {
  const read = counted({ number, unit, side: '后', whole: '', before: '', after: '' });
  if (!read?.says.step) return null;
  const back = open?.endsWith('前') ? { direction: 'before' as const } : {};
  // 之后第九天 is one day; 之后九天 may be any of the nine.
  const step: Step = { ...read.says.step, ...back, ...(exact === undefined ? { upTo: true as const } : {}) };
  return { says: { ...read.says, step }, strength: ['此后', '其后', '此前', '之前'].includes(open ?? '') ? 2 : 1 };
}

function countOf(number: string, to: string | undefined, more: string | undefined): readonly [number, number] | null {
  const vague: Readonly<Record<string, readonly [number, number]>> = {
    几: [2, 9],
    好几: [3, 9],
    数: [2, 9],
    若干: [2, 30],
    数十: [20, 99],
    几十: [20, 99],
    十余: [11, 19],
    十几: [11, 19],
    十多: [11, 19],
    二十余: [21, 29],
    二十多: [21, 29],
    三十余: [31, 39],
  };
  const known = vague[number];
  if (known) return known;
  // 两三天 is two or three, not twenty-three; 七八天 seven or eight.
  const pair = /^([一二两三四五六七八九])([二三四五六七八九])$/.exec(number);
  if (pair && to === undefined) return [chineseNumber(pair[1] as string), chineseNumber(pair[2] as string)];
  const teens = to === undefined ? chinesePair(number) : null;
  if (teens) return teens;
  const least = chineseNumber(number);
  if (number === '' || Number.isNaN(least)) return null;
  if (to !== undefined) return [least, chineseNumber(to)];
  return [least, more === undefined ? least : least % 10 === 0 ? least + 9 : least + 1];
}

/** 半, 一刻, 整. */
function minuteSaid(exact: string | undefined, quarter: string | undefined): number | null {
  if (exact === '半') return 30;
  if (quarter === undefined) return exact === '整' ? 0 : null;
  return quarter === '一' || quarter === '1' ? 15 : 45;
}

function clock({ hour = '', sign, exact, quarter, minute, second, whole, before, after }: Groups): Interpretation | null {
  const pair = chinesePair(hour);
  const figure = pair ? pair[0] : chineseNumber(hour);
  const minutes = minute === undefined ? null : chineseNumber(minute);
  if (
    !(figure <= 24) ||
    (minutes ?? 0) > 59 ||
    (pair && (pair[1] > 24 || minute !== undefined || exact !== undefined)) ||
    /[0-9第.]$/.test(before)
  )
    return null;
  // 当时, 同时, 小时 and 一时 are no clock; 一点 is "a little" as often as one o'clock.
  if (/^[钟间]/.test(after) && sign === '时') return null;
  const inexact = minuteSaid(exact, quarter);
  const says = {
    ...(pair ? { orNext: true as const } : {}),
    clock: {
      hour: figure,
      minute: minutes ?? inexact,
      second: second === undefined ? null : chineseNumber(second),
      fraction: '',
      offset: '',
      // 十四时 is the official clock of 24 hours; 六点半 is how people speak.
      half: figure > 12 ? 'set' : sign === '点' && figure > 0 && !/^[0零〇○]/.test(hour) ? 'open' : 'loose',
    } satisfies Clock,
  };
  const doubtful =
    !pair &&
    minutes === null &&
    inexact === null &&
    !/^[0-9十]/.test(hour) &&
    !whole.endsWith('钟') &&
    !/^ ?(?:许|左右|整|前后)/.test(after);
  return doubtful || /(?:有|快|早|晚|差|这|那|几|观|优|缺|重|要|特|第)$/.test(before) ? weak(says) : sure(says);
}

/** 案发当晚, 事发三天后: counted from an event that the text only names. */
function ofEvent(before: string): { readonly unnamedBase?: true } {
  return EVENT.test(before) ? { unnamedBase: true } : {};
}

/** 到达当天: what stands directly before the word and has a day of its own. */
const EVENT =
  /(?:事发|案发|出事|事故|事件|入职|到岗|到任|上任|转岗|调岗|离职|辞职|辞退|解雇|报案|报警|投诉|举报|出院|入院|住院|送医|手术|体检|返回|回来|到达|抵达|到店|出发|启程|登机|起飞|入住|退房|离店|搬家|搬离|毕业|考试|面试|面谈|约谈|谈话|会面|见面|签约|验收|开会|会议|例会|培训|出差|团建|旅行|活动|开庭|庭审|调解|聚餐|聚会|饭局|晚宴|婚礼|葬礼|生日|年会)(?:的|了)?$/;

function partOf(words: string | undefined): { readonly part?: Part } {
  if (words === undefined) return {};
  if (words === '晚') return { part: 'night' };
  const part = PARTS.find(([pattern]) => new RegExp(`^(?:${pattern})$`).test(words))?.[1];
  return part === undefined ? {} : { part };
}
