import { isDate } from '../wall.ts';
import { type Groups, rule, sure, weak } from './rule.ts';
import type { Interpretation, Rule } from './wording.ts';

/** What stands before figures that belong to something else: a path, a version, a price, an address, a page. */
const FOREIGN =
  /[\d.:/\\_$€£¥#%=@+]$|[A-Za-z]-?$|\d-$|(?:page|pages|pp?\.|room|no\.?|number|section|clause|article|version|ver\.?|step|figure|fig\.|table|item|exhibit|tel\.?|phone|ratio|score|rated|chapter|paragraph|grade|level|floor|rev\.?|第|共|号码|电话|版本|比分|编号|房间?) ?:? ?$/i;
const CONTEXT = /(?:\b(?:on|dated|of|by|since|until|till|before|after|from|to|between|and|the|date:?)|[在于自从至到即日期：:“"「《是]) ?$/i;
const AFTER = /^(?:[)）]|\s?(?:事件|案|那天|当天|当晚|当日|晚|凌晨|早上|上午|下午))/;

export const FIGURES: readonly Rule[] = [
  rule(
    '(?<year>(?:19|20|21)\\d{2})(?<sign>[-/.])(?<month>\\d{1,2})\\k<sign>(?<day>\\d{1,2})(?![\\d]|[-/.]\\d|-[a-z]|_)(?:t(?=\\d))?',
    isoDate,
  ),
  rule('(?<year>(?:19|20|21)\\d{2})-(?<month>0[1-9]|1[0-2])(?![\\d]|[-/.:]\\d|-[a-z]|_)', ({ year, month, before }) =>
    FOREIGN.test(before) || !CONTEXT.test(before) ? null : sure({ year: Number(year), month: Number(month) }),
  ),
  rule('(?<first>\\d{1,2})(?<sign>[-/.])(?<second>\\d{1,2})\\k<sign>(?<year>(?:19|20|21)\\d{2})(?![\\d]|[-/.]\\d|-[a-z]|_)', pairWithYear),
  rule('(?<first>\\d{1,2})(?<sign>[-/.])(?<second>\\d{1,2})\\k<sign>(?<short>\\d{2})(?![\\d]|[-/.:]\\d|[%\\w]|-[a-z])', shortYear),
  rule(
    '(?<first>\\d{1,2})(?<sign>[/.])(?<second>\\d{1,2})(?![\\d]|[-/:]\\d|\\.\\d|[%\\w]| ?(?:%|of |stars?|points?|hours|ml|kg|km|m\\b|cm|mm|GB|MB|V\\b|万|亿|元|米|倍|分之|版))',
    barePair,
  ),
];

function isoDate({ year, month, day, before }: Groups): Interpretation | null {
  if (FOREIGN.test(before) && !/\/ ?$/.test(before)) return null;
  if (/[\w/]\/$/.test(before) && !/\d{4}-\d{2}(?:-\d{2})?\/$/.test(before)) return null;
  return sure({ year: Number(year), month: Number(month), day: Number(day) });
}

function pairWithYear({ first, second, year, before }: Groups): Interpretation | null {
  return FOREIGN.test(before) ? null : sure({ pair: [Number(first), Number(second)], year: Number(year) });
}

function shortYear({ first, second, short, sign, before }: Groups): Interpretation | 'skip' | null {
  const pair = [Number(first), Number(second)] as const;
  if (FOREIGN.test(before) || !isPair(pair)) return 'skip';
  const says = { pair, shortYear: Number(short) };
  return sign === '/' || CONTEXT.test(before) ? sure(says) : weak(says);
}

/** "14/5", "7.27": a date only where something beside it says so; a fraction, a price or "24/7" otherwise. */
function barePair({ first, second, sign, before, after }: Groups): Interpretation | null {
  const pair = [Number(first), Number(second)] as const;
  if (
    FOREIGN.test(before) ||
    !isPair(pair) ||
    (first === '24' && second === '7') ||
    (/^0\d*$/.test(first ?? '') && sign === '.' && second === '0')
  )
    return null;
  if (sign === '.' && (second?.length !== 2 || pair[0] > 12)) return null;
  const shown = AFTER.test(after) || CONTEXT.test(before);
  return shown && (sign === '/' || /[在于自从至到即是“"「]\s?$/.test(before) || /^\s?(?:事件|案|那天|当天|当晚|当日|晚)/.test(after))
    ? sure({ pair })
    : weak({ pair });
}

function isPair([first, second]: readonly [number, number]): boolean {
  return isDate(2032, first, second) || isDate(2032, second, first);
}
