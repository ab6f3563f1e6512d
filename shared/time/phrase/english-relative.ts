import { ENGLISH_NUMBER, englishNumber } from './numerals.ts';
import type { Part } from './parts-of-day.ts';
import { days, type Groups, HALVES, rule, sure, weak } from './rule.ts';
import type { Origin, Interpretation, Rule, Step, Unit, WeekdaySide, Wording } from './wording.ts';

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const WEEKDAY = '(?<weekday>mon|tues?|wed|weds|wednes|thu|thur|thurs|fri|sat|satur|sun)(?<long>day)?';
export const UNIT = '(?<unit>minute|hour|day|week|fortnight|month|year)s?';
export const VAGUE: Readonly<Record<string, readonly [number, number]>> = {
  few: [2, 9],
  couple: [2, 3],
  several: [3, 9],
  some: [2, 9],
  many: [5, 60],
};
const PARTS: readonly (readonly [RegExp, Part])[] = [
  [/small hours|early hours|wee hours|after midnight/, 'smallHours'],
  [/early (?:(?:in|on) the )?morning|dawn|daybreak|sunrise/, 'earlyMorning'],
  [/late (?:(?:in|on) the )?morning|mid-?morning/, 'lateMorning'],
  [/morning/, 'morning'],
  [/midday|lunch/, 'noon'],
  [/early (?:(?:in|on) the )?afternoon/, 'earlyAfternoon'],
  [/(?:late|mid)(?: (?:in|on) the)?[- ]?afternoon/, 'lateAfternoon'],
  [/afternoon/, 'afternoon'],
  [/early (?:(?:in|on) the )?evening|dusk|sunset|nightfall/, 'dusk'],
  [/late (?:(?:in|on) the )?evening/, 'lateEvening'],
  [/evening/, 'evening'],
  [/late (?:at |on the )?night|dead of night|middle of the night/, 'lateNight'],
  [/night/, 'night'],
  [/daytime/, 'daytime'],
];
const PART =
  '(?:small hours|early hours|wee hours|(?:early |late |mid-?)?(?:(?:in|on) the )?(?:morning|afternoon|evening)|late (?:on the )?night|night(?!mare|club|gown| shift| bus| club|ly|time economy)|dawn|dusk|lunchtime|midday)';

/** What has a day of its own, which the text only names. */
const EVENTS =
  'arrival|departure|check-?in|check-?out|incident|event|assault|attack|accident|dinner|party|wedding|funeral|birthday|meeting|interview|hearing|trial|conference|training|trip|journey|flight|exam|appointment|operation|surgery|complaint|report|resignation|dismissal|signing';

export const ENGLISH_RELATIVE: readonly Rule[] = [
  rule(
    `(?:the )?(?<nth>first|second|third|fourth|last|1st|2nd|3rd|4th) ${WEEKDAY}(?<=day) (?:in|of)(?= (?:january|february|march|april|may|june|july|august|september|october|november|december|the month|this month|last month))`,
    nthWeekday,
  ),
  rule(
    '(?:the )?(?:very )?(?<nth>first|second|third|fourth|fifth|last|final|1st|2nd|3rd|4th|5th) week (?:(?:of|in) (?<what>the(?: same)? month\\b)|(?:of|in)(?= (?:jan|feb|mar|apr|may\\b|jun|jul|aug|sep|oct|nov|dec|(?:this|last|next|that) month)))',
    nthWeek,
  ),
  rule(`(?:first|second|third|fourth|fifth|1st|2nd|3rd|4th|5th|other) ${WEEKDAY}(?<=day)`, () => 'skip'),
  rule('(?:the )?week (?:of|beginning|commencing|starting)(?: on)?(?: the)?(?= )', () => ({ says: { weekOf: true }, strength: 0 })),
  rule('(?:every|each|most) (?:other )?[a-z]{3,9}(?: at (?:about )?\\d{1,2}(?::\\d\\d)?)?', () => 'skip'),
  rule(`${WEEKDAY}(?<=day)s\\b`, () => 'skip'),
  rule(
    `${WEEKDAY}\\.? ?(?:-|to|through) ?(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\\.?[,:]? ?(?:from )?\\d{1,2}[:.]?\\d{0,2} ?(?:am|pm)? ?(?:-|to) ?\\d{1,2}[:.]?\\d{0,2} ?(?:am|pm)?`,
    () => 'skip',
  ),
  rule('(?:the |that )?weekend of(?: the)?(?= )(?! (?:a|my|our|his|her|their|its) )', () => ({ says: { weekend: true }, strength: 0 })),
  rule(
    '(?<which>last|this|next|(?:this )?past|this coming|the following|the (?:previous|preceding)|the|that) weekend\\b(?: (?<tail>before|after)\\b)?(?! (?:shift|break|trip|edition|before|staff|getaway|away|work|duty))',
    weekend,
  ),
  // Monday to Friday is a habit, unless somebody says "from".
  rule('mon(?:day)?\\.? ?(?:-|to|through) ?(?:fri|sat|sun)(?:day)?\\b', ({ before }) => (/\bfrom $/i.test(before) ? null : 'skip')),
  rule(
    `(?:(?<which>(?:the )?following|(?:the )?next|(?:the )?previous|(?:the )?preceding|last|(?:this )?past|this coming|coming|this|that same|that|the) )?${WEEKDAY}\\b(?<dot>(?<!day)\\.)?(?: (?<tail>before last|before|after|previously|last week|this week|next week)\\b)?`,
    weekday,
  ),
  rule(`the day (?<side>before yesterday|after tomorrow)(?: (?<part>${PART}))?`, ({ side = '', part }) =>
    sure({ step: days(/yes/i.test(side) ? -2 : 2, 'speech'), ...partOf(part) }),
  ),
  rule(`(?<day>yesterday|today|tomorrow)(?: (?<part>${PART}))?`, ({ day = '', part }) =>
    sure({ step: days(['yesterday', 'today', 'tomorrow'].indexOf(day.toLowerCase()) - 1, 'speech'), ...partOf(part) }),
  ),
  rule('tonight', () => sure({ step: days(0, 'speech'), part: 'night' })),
  rule('last night', () => sure({ step: days(-1, 'speech'), part: 'night' })),
  rule('(?<part>this (?:morning|afternoon|evening))', ({ part }) => sure({ step: days(0, 'speech'), ...partOf(part) })),
  rule(
    `(?:(?:the )?(?<which>following|next|previous|preceding)|(?<same>(?:later |earlier )?(?:on )?(?:that|the)(?: very)? same|(?:later |earlier )?(?:on )?that(?: very)?)) (?<what>day|${PART})(?: (?<part>${PART}))?\\b`,
    dayNamed,
  ),
  rule('(?:on )?the (?<what>day|morning|afternoon|evening|night) (?<side>before|after)\\b', dayBeside),
  rule(
    `(?:on )?the (?<what>day|morning|afternoon|evening|night) of (?:(?:the|my|our|his|her|their|its) )?(?:alleged )?(?:${EVENTS})\\b`,
    dayOfEvent,
  ),
  rule('(?:the )?(?<which>week|month) (?<side>before|after)\\b(?! last)', ({ which = '', side = '' }) =>
    sure({
      step: {
        least: 1,
        most: which.toLowerCase() === 'week' ? 13 : 61,
        unit: 'day',
        direction: side.toLowerCase() as 'before',
        origin: 'story',
      },
      wantsBase: true,
    }),
  ),
  rule(`over the (?:past|last) (?<number>${ENGLISH_NUMBER}|few|several) (?<unit>day|week|month)s\\b`, ({ number = '', unit = '' }) =>
    pastStretch(number, unit),
  ),
  rule(
    `(?:(?<size>more than|well over|over|at least|less than|under|almost|nearly|barely|not quite) )?(?:(?<half>half an?|an? half|half a)|(?:(?:an?|the) )?(?:(?:good|mere|whole|full|further|another) )?(?<number>${ENGLISH_NUMBER}(?:-| (?:or|to) |(?= (?:day|week|month|year|hour|minute|fortnight)))(?<second>${ENGLISH_NUMBER})?|few|several|some|many|couple(?: of)?)|(?<one>an?|one|another))(?<inner> and a half)? (?:more )?${UNIT} (?<outer>and a half )?(?<side>ago|earlier|before|previously|prior|later|afterwards?|(?:after|before) (?:that|this)(?= ?[.,;:!?)]| (?:i|he|she|we|they|it|there|my|his|her|the|a|an)\\b)|after|on\\b(?=[.,]))`,
    counted,
  ),
  rule('(?<which>last|this|next|the previous|the following|the same|that) (?<unit>week|month|year)\\b(?! (?:of|before last))', wholeUnit),
  rule(`(?:(?:in |during |throughout )?(?:the |that |this )?)?(?<part>${PART})(?: of)?\\b`, ({ part }) => weak(partOf(part))),
  rule('(?:late )?at night\\b', ({ whole }) => weak(partOf(whole))),
  rule('overnight\\b', () => weak({ part: 'night' })),
  rule('late(?= on (?:the )?\\d| on (?:mon|tue|wed|thu|fri|sat|sun)| that day)', () => weak({ part: 'lateEvening' })),
];

function nthWeekday({ nth = '', weekday: name = '' }: Groups): Interpretation {
  const number = WEEKDAYS.indexOf(name.toLowerCase().slice(0, 3)) + 1;
  const count =
    nth.toLowerCase() === 'last' ? -1 : Number.parseInt(nth, 10) || ['first', 'second', 'third', 'fourth'].indexOf(nth.toLowerCase()) + 1;
  return weak({ nthWeekday: [count, number] });
}

function nthWeek({ nth = '', what }: Groups): Interpretation {
  const count = /last|final/i.test(nth)
    ? -1
    : Number.parseInt(nth, 10) || ['first', 'second', 'third', 'fourth', 'fifth'].indexOf(nth.toLowerCase()) + 1;
  return what === undefined ? weak({ nthWeek: count }) : sure({ nthWeek: count, monthShift: { count: 0, origin: 'story' } });
}

function weekday({ which = '', weekday: name = '', long, dot, tail = '', before }: Groups): Interpretation | 'skip' | null {
  if (tail.toLowerCase() === 'before last') return 'skip';
  const number = WEEKDAYS.indexOf(name.toLowerCase().slice(0, 3)) + 1;
  const bare = which === '' && tail === '';
  // "Sat", "sun" and "wed" are words, too.
  if (long === undefined && dot === undefined && /^[a-z]/.test(name)) return null;
  const says: Wording = { weekday: number, ...sideOf(which.toLowerCase(), tail.toLowerCase()) };
  return long === undefined && bare && !/\b(?:on|of|since|until|by|from)\s$/i.test(before) ? weak(says) : sure(says);
}

function weekend({ which = '', tail = '', before }: Groups): Interpretation {
  const word = which.toLowerCase();
  if (word === 'that' || (word === 'the' && tail === '')) {
    const says: Wording = { weekend: true, ...(word === 'that' ? { week: 0, weekOfStory: true as const } : {}) };
    return word === 'that' || /\b(?:at|over|on|during|until|till|by|since|before|after|for)\s$/i.test(before) ? sure(says) : weak(says);
  }
  const side = sideOf(word, tail.toLowerCase());
  return sure({ weekend: true, ...side });
}

function sideOf(which: string, tail: string): Wording {
  if (tail.endsWith('week')) return { week: { last: -1, this: 0, next: 1 }[tail.split(' ')[0] as 'last'] };
  if (tail === 'before' || tail === 'after') return { weekdaySide: tail, wantsBase: true };
  if (tail === 'previously' || /previous|preceding/.test(which)) return { weekdaySide: 'before' };
  if (/following/.test(which) || which === 'the next') return { weekdaySide: 'after' };
  if (/coming/.test(which)) return { weekdaySide: 'next', week: 0, future: true };
  if (/past/.test(which)) return { weekdaySide: 'last', week: 0 };
  if (which === 'last' || which === 'this' || which === 'next') return { weekdaySide: which satisfies WeekdaySide };
  return {};
}

function dayNamed({ which = '', what = '', part }: Groups): Interpretation {
  const shift = /following|next/i.test(which) ? 1 : which === '' ? 0 : -1;
  return sure({ step: days(shift, 'story'), ...partOf(part ?? (what.toLowerCase() === 'day' ? undefined : what)) });
}

function dayBeside({ what = '', side = '' }: Groups): Interpretation {
  const before = side.toLowerCase() === 'before';
  return sure({ step: days(before ? -1 : 1, 'story'), ...partOf(what.toLowerCase() === 'day' ? undefined : what), wantsBase: true });
}

/** "On the day of arrival"; with its date behind it, that date says it all. */
function dayOfEvent({ what = '', after }: Groups): Interpretation | null {
  if (/^,? (?:on|of|in) /i.test(after)) return null;
  return sure({ step: days(0, 'story'), ...partOf(what.toLowerCase() === 'day' ? undefined : what), unnamedBase: true });
}

function counted({ size: bound = '', half, number, second, one, inner, outer, unit = '', side = '' }: Groups): Interpretation | null {
  const word = (number ?? '').toLowerCase().replace(/(?: of|-| (?:or|to) ?)$/, '');
  const [start, end] = half !== undefined ? [0.5, 0.5] : one !== undefined ? [1, 1] : (VAGUE[word] ?? rangeOf(word, second));
  if (Number.isNaN(start) || Number.isNaN(end)) return null;
  const extra = inner === undefined && outer === undefined ? 0 : 0.5;
  // "More than a month" is one month and anything up to the next; "less than a week" anything up to one.
  const first = /less|under/i.test(bound) ? 0 : start + extra;
  const last = /more|over|least/i.test(bound) ? end + 1 : end + extra;
  const size = unit.toLowerCase() === 'fortnight' ? 2 : 1;
  const ending = side.toLowerCase();
  const direction = /ago|earlier|before|prev|prior/.test(ending) ? 'before' : 'after';
  const named = (size === 2 ? 'week' : unit.toLowerCase()) as Unit;
  const halved = half === undefined ? null : HALVES[named];
  const step: Step = {
    least: halved?.[0] ?? first * size,
    most: halved?.[1] ?? last * size,
    unit: halved?.[2] ?? named,
    direction,
    origin: ending === 'ago' ? 'speech' : 'story',
  };
  return sure({ step, ...(ending === 'after' || ending === 'before' ? { wantsBase: true as const } : {}) });
}

function pastStretch(number: string, unit: string): Interpretation | null {
  const [, most] = VAGUE[number.toLowerCase()] ?? rangeOf(number, undefined);
  return Number.isNaN(most)
    ? null
    : sure({ step: { least: 0, most, unit: unit.toLowerCase() as Unit, direction: 'before', origin: 'speech', upTo: true } });
}

export function rangeOf(word: string, second: string | undefined): readonly [number, number] {
  const first = englishNumber(second === undefined ? word : word.slice(0, word.length - second.length).replace(/(?:-| or | to )$/, ''));
  return [first, second === undefined ? first : englishNumber(second)];
}

function wholeUnit({ which = '', unit = '' }: Groups): Interpretation {
  const word = which.toLowerCase();
  const count = /last|previous/.test(word) ? -1 : /next|following/.test(word) ? 1 : 0;
  const origin: Origin = /^the|that/.test(word) ? 'story' : 'speech';
  if (unit.toLowerCase() === 'month') return sure({ monthShift: { count, origin } });
  return sure(
    unit.toLowerCase() === 'year'
      ? { yearShift: { count, origin } }
      : { week: count, ...(origin === 'story' ? { weekOfStory: true as const } : {}) },
  );
}

function partOf(words: string | undefined): { readonly part?: Part } {
  const part = words === undefined ? undefined : PARTS.find(([pattern]) => pattern.test(words.toLowerCase()))?.[1];
  return part === undefined ? {} : { part };
}
