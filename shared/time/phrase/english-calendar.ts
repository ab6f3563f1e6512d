import { ENGLISH_ORDINAL, englishOrdinal } from './numerals.ts';
import { type Groups, rule, sure, weak } from './rule.ts';
import type { Interpretation, Rule, Third, Wording } from './wording.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** A full stop after a month's whole name ends the sentence, and is no part of it. */
/** A full stop belongs to a name only where it is cut short. */
const MONTH =
  '(?<month>january|february|march|april|may|june|july|august|september|october|november|december|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\\b\\.?)(?![a-z])';
const YEAR = '(?:,? {0,2}(?<year>(?:19|20|21)\\d{2})(?![\\d:]|[-/.]\\d))?';
const DAY = '(?<day>\\d{1,2})(?:st|nd|rd|th)?';
const DAY_TO = '(?: ?(?:-|/|to|and|through|(?<or>or)) ?(?:the )?(?<dayTo>\\d{1,2})(?:st|nd|rd|th)?)?';
/** What stands after "the 5th" when it is no day of a month. */
const NO_DAY =
  '(?! (?:[a-z]+ )?(?:floor|page|time|times|century|anniversary|birthday|grade|exhibit|paragraph|item|street|avenue|district|session|meeting|edition|place|year|week|month|day|hour|minute|round|chapter|person|witness|employee|of (?:the (?!month)|a |my|our|his|her|their|[0-9])))';
/** Words after which a bare name of a month is one. */
const MONTH_CONTEXT = /\b(?:in|during|since|until|till|by|of|throughout|from|before|after|between|around|about)\s{1,2}$/i;
const DAY_CONTEXT =
  /\b(?:on|of|by|until|till|since|before|after|from|between|around|about)\s{1,2}$|\b\d{1,2}(?:st|nd|rd|th)(?:,| and|, and| &)\s(?:the )?$/i;
const YEAR_CONTEXT =
  /\b(?:in|during|since|of|from|until|till|by|before|after|throughout|around|about|year|and|to|between|late|early|mid)[- ]{1,2}$/i;
const NO_YEAR =
  /^ ?(?:%|people|persons|cases|euros?|dollars?|pounds?|yuan|rmb|employees|staff|pages|words|times|met(?:re|er)s|km|kg|m\b|hours|hrs|rooms?|[.,:/-]\d)/i;

/** A year by itself. */
export const BARE_YEAR: Rule = rule('(?<year>(?:19|20|21)\\d{2})\\b(?![-/.:]\\d)', bareYear);

export const ENGLISH_CALENDAR: readonly Rule[] = [
  rule(`${DAY}${DAY_TO} (?:day )?(?:of )?${MONTH}${YEAR}`, dayOfMonth),
  rule(`(?:the )?${DAY}${DAY_TO} (?:of )?${MONTH}${YEAR}`, dayOfMonth),
  rule(`(?:the )?(?<ordinal>${ENGLISH_ORDINAL}) (?:day )?of ${MONTH}${YEAR}`, dayOfMonth),
  rule(`${MONTH} ?(?:the )?${DAY}${DAY_TO}(?![\\d:/%]|[.,]\\d| ?(?:am|pm|a\\.m|p\\.m|o'clock)\\b)${YEAR}`, dayOfMonth),
  rule(`${MONTH},? (?:of )?(?<year>(?:19|20|21)\\d{2})(?![\\d:])`, dayOfMonth),
  rule(
    `(?<which>last|next|the (?:previous|preceding|following)|the) ${MONTH}(?<tail> before| after)?(?![a-z])(?! (?:\\d|last year|this year|next year))`,
    monthBeside,
  ),
  rule(MONTH, bareMonth),
  rule(`(?:the )?${DAY}(?<=(?:st|nd|rd|th))\\b${NO_DAY}(?: (?:day )?of (?:the|that|this|the same) month)?`, bareDay),
  rule(`the (?<ordinal>${ENGLISH_ORDINAL}) (?:day )?of (?:the|that|this|the same) month\\b`, bareDay),
  rule(
    '(?<third>mid|early|late)(?:(?: |-)?to(?: |-)?(?<last>mid|late))?(?:-| |(?=[A-Z]))(?=(?:in |to )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|(?:19|20|21)\\d\\d|(?:this|last|next) (?:month|year)))',
    ({ third, last }) =>
      weak({ third: third?.toLowerCase() as Third, ...(last === undefined ? {} : { thirdTo: last.toLowerCase() as Third }) }),
  ),
  rule(
    '(?:the )?(?:very )?(?<edge>beginning|start|middle|end) of (?<what>the month|the year|that month|that year|this month|this year|last month|last year)?',
    edge,
  ),
  rule('q(?<quarter>[1-4])(?: of|,|/)? ?(?<year>(?:19|20|21)\\d{2})?\\b', quarter),
  rule('(?:the )?(?<ordinal>first|second|third|fourth|1st|2nd|3rd|4th) (?<what>quarter|half) of (?<year>(?:19|20|21)\\d{2})\\b', quarter),
  rule('h(?<half>[12])(?: of|,|/)? ?(?<year>(?:19|20|21)\\d{2})\\b', quarter),
  BARE_YEAR,
];

function dayOfMonth({ day, dayTo, or, ordinal, month = '', year, whole, after }: Groups): Interpretation | null {
  // "may 3 of them leave": in small letters it is the verb, unless a day stands before it or a year after it.
  const verb = /^(?:may|mar|march)\b(?!.*\b\d{4})/.test(whole) && /^[a-z]/.test(month);
  if (verb || (/^\d/.test(whole) && month === 'may' && /^ (?:be|have|not|also|well|never)\b/.test(after))) return null;
  if (/^ (?:road|street|avenue|lane|drive|square|way|place|boulevard|close)\b/i.test(after)) return null;
  const first = ordinal === undefined ? day : String(englishOrdinal(ordinal));
  return sure({
    month: monthNumber(month),
    ...(first === undefined ? {} : { day: Number(first) }),
    ...(dayTo === undefined ? {} : { dayTo: Number(dayTo), ...(or === undefined ? {} : { dayOr: true as const }) }),
    ...(year === undefined ? {} : { year: Number(year) }),
  });
}

function bareMonth({ month = '', whole, before }: Groups): Interpretation | null {
  const name = month.toLowerCase();
  if (/^[a-z]/.test(month) && ['may', 'mar', 'march', 'jan', 'dec'].includes(name.replace('.', ''))) return null;
  const known =
    MONTH_CONTEXT.test(before) && (name.length > 4 || name === 'may' || name === 'june' || name === 'july' || whole.endsWith('.'));
  return { says: { month: monthNumber(month) }, strength: known ? 2 : 1 };
}

/** "Last May", "the May before"; "the last may be" and "the March report" are neither. */
function monthBeside({ which = '', month = '', tail, after }: Groups): Interpretation | null {
  const word = which.toLowerCase();
  if (/^[a-z]/.test(month) || (word === 'the' && (tail === undefined || !/^ ?(?:$|[.,;:!?)\n])/.test(after)))) return null;
  if (word !== 'the' && tail !== undefined) return null;
  const side = word === 'last' || word === 'next' ? word : /prec|prev/.test(word) || /before/i.test(tail ?? '') ? 'before' : 'after';
  return sure({ month: monthNumber(month), monthSide: side });
}

function bareDay({ day, ordinal, before, whole }: Groups): Interpretation {
  const says: Wording = { day: englishOrdinal(ordinal ?? `${day ?? ''}th`) };
  return DAY_CONTEXT.test(before) || whole.endsWith(' month') ? sure(says) : weak(says);
}

function edge({ edge: word = '', what = '' }: Groups): Interpretation {
  const third = ({ beginning: 'start', start: 'start', middle: 'mid', end: 'end' } as const)[word.toLowerCase() as 'start'];
  if (what === '') return weak({ third });
  const shift = { count: /last/i.test(what) ? -1 : 0, origin: /the|that/i.test(what) ? ('story' as const) : ('speech' as const) };
  return sure({ third, ...(/month/i.test(what) ? { monthShift: shift } : { yearShift: shift }) });
}

function quarter({ quarter: figure, half, ordinal = '', what, year, before }: Groups): Interpretation | null {
  if (year === undefined && !/\b(?:in|during|since|of|by)\s$/i.test(before)) return null;
  const number =
    Number(figure ?? half ?? ['first', 'second', 'third', 'fourth'].indexOf(ordinal.toLowerCase()) + 1) || Number.parseInt(ordinal, 10);
  const isHalf = half !== undefined || what?.toLowerCase() === 'half';
  if (isHalf && number > 2) return null;
  return sure({ season: (isHalf ? 39 : 32) + number, ...(year === undefined ? {} : { year: Number(year) }) });
}

function bareYear({ year, before, after }: Groups): Interpretation | null {
  if (NO_YEAR.test(after)) return null;
  return { says: { year: Number(year) }, strength: YEAR_CONTEXT.test(before) ? 2 : 1 };
}

function monthNumber(name: string): number {
  return MONTHS.indexOf(name.toLowerCase().slice(0, 3)) + 1;
}
