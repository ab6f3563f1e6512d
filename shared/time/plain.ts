import { type EdtfDate, type EdtfTime, normaliseOffset } from './edtf/edtf.ts';
import { Refusal } from './refusal.ts';
import { isDate, wallOf, wallParts } from './wall.ts';
import { isZone } from './zone.ts';
import { dateNote, type Note, note } from './note.ts';
import type { TimeWord } from './words.ts';

/** A date as people write it, and what had to be decided to read it. */
export interface PlainDate {
  readonly date: EdtfDate;
  /** A zone named beside it, or null. */
  readonly zone: string | null;
  readonly notes: readonly Note[];
}

const MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];
const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const WEEKDAY = '(?:(mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\\.?,? +)?';
const ORDINAL = '(\\d{1,2})(?:st|nd|rd|th)?';

/** Day, month and year as found, still as figures. */
interface Found {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
  /** 1 is Monday. */
  readonly weekday?: number;
  readonly notes?: readonly Note[];
}

type Form = readonly [RegExp, (groups: readonly (string | undefined)[]) => Found];

const FORMS: readonly Form[] = [
  [/^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/, ([year, , month, day]) => ({ year: Number(year), month: Number(month), day: Number(day) })],
  [
    new RegExp(`^${WEEKDAY}${ORDINAL} +(?:of +)?${MONTH},? +(\\d{4})(?!\\d)`, 'i'),
    ([weekday, day, month, year]) => named(year, month, day, weekday),
  ],
  [
    new RegExp(`^${WEEKDAY}${MONTH} +${ORDINAL},? +(\\d{4})(?!\\d)`, 'i'),
    ([weekday, month, day, year]) => named(year, month, day, weekday),
  ],
  [new RegExp(`^${MONTH},? +(\\d{4})(?!\\d)`, 'i'), ([month, year]) => named(year, month)],
  [
    /^(\d{4})年(?: ?(\d{1,2})月(?: ?(\d{1,2})[日号](?: ?\(?(?:星期|周|礼拜)([一二三四五六日天])\)?)?)?)?/,
    ([year, month, day, weekday]) => chinese(year, month, day, weekday),
  ],
  [/^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?!\d)/, ([first, , second, year]) => numerals(Number(first), Number(second), Number(year))],
  [/^(\d{4})$/, ([year]) => ({ year: Number(year) })],
];

const CLOCK = /^[, ]*(?:at +)?(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)? ?(?:([ap])\.?m\.?)?(?![\d:])/i;
const HOUR_ONLY = /^[, ]*(?:at +)?(\d{1,2}) ?([ap])\.?m\.?(?!\w)/i;
const CHINESE_CLOCK =
  /^[, ]*(凌晨|早上|上午|中午|下午|傍晚|晚上|晚)? ?(\d{1,2})(?:[时点](?:整|半|(?:(\d{1,2})分?(?:(\d{1,2})秒)?)?)|:(\d{2})(?::(\d{2}))?)(?!\d)/;

/** Reads a single date with an optional time and zone as people write it; null when it is nothing of the kind. */
export function parsePlain(text: string): PlainDate | null {
  const marked = /^(.*?)([~?%]?)$/s.exec(text) as unknown as readonly [string, string, string];
  const body = marked[1].trim();
  for (const [form, read] of FORMS) {
    const match = form.exec(body);
    if (!match) continue;
    const found = read(match.slice(1));
    const rest = parseRest(body.slice(match[0].length));
    if (!rest) continue;
    return { ...toDate(found, rest.time, marked[2]), zone: rest.zone };
  }
  return null;
}

function toDate(found: Found, time: EdtfTime | null, mark: string): { readonly date: EdtfDate; readonly notes: readonly Note[] } {
  const { year, month, day, weekday } = found;
  if (month !== undefined && (month < 1 || month > 12)) throw new Refusal('noSuchDate');
  if (month !== undefined && day !== undefined && !isDate(year, month, day)) throw new Refusal('noSuchDate');
  if (time && day === undefined) throw new Refusal('timeNeedsDate');
  if (weekday !== undefined && month !== undefined && day !== undefined) checkWeekday(wallOf(year, month, day), weekday);
  const figures = (value: number): string => String(value).padStart(2, '0');
  const unit = time ? 'time' : day !== undefined ? 'day' : month !== undefined ? 'month' : 'year';
  const date: EdtfDate = {
    kind: 'date',
    year: String(year),
    month: month === undefined ? null : figures(month),
    day: day === undefined ? null : figures(day),
    time,
    marks: mark === '' ? [] : [{ unit, side: 'right', mark: mark as '~' | '?' | '%' }],
  };
  return { date, notes: found.notes ?? [] };
}

/** A weekday that does not fit its date shows that one of them is wrong: nobody but the person can say which. */
function checkWeekday(wall: number, weekday: number): void {
  const actual = wallParts(wall).weekday;
  if (actual === weekday) return;
  throw new Refusal('weekday', {
    date: dateNote(wall),
    weekday: note(`weekday.${actual}` as TimeWord),
  });
}

function named(year: string | undefined, month: string | undefined, day?: string, weekday?: string): Found {
  const start = (names: readonly string[], name: string): number =>
    names.findIndex((one) => one.startsWith(name.toLowerCase().slice(0, 3))) + 1;
  return {
    year: Number(year),
    month: start(MONTHS, month as string),
    ...(day === undefined ? {} : { day: Number(day) }),
    ...(weekday === undefined ? {} : { weekday: start(WEEKDAYS, weekday) }),
  };
}

function chinese(year: string | undefined, month: string | undefined, day: string | undefined, weekday: string | undefined): Found {
  return {
    year: Number(year),
    ...(month === undefined ? {} : { month: Number(month) }),
    ...(day === undefined ? {} : { day: Number(day) }),
    ...(weekday === undefined ? {} : { weekday: '一二三四五六日'.indexOf(weekday.replace('天', '日')) + 1 }),
  };
}

/** The order of day and month is never guessed: only where one of them cannot be a month, or both are equal, is there one reading. */
function numerals(first: number, second: number, year: number): Found {
  const dayFirst = isDate(year, second, first);
  const monthFirst = isDate(year, first, second);
  if (!dayFirst && !monthFirst) throw new Refusal('noSuchDate');
  if (dayFirst && monthFirst && first !== second) {
    throw new Refusal('order', {
      first: dateNote(wallOf(year, second, first)),
      second: dateNote(wallOf(year, first, second)),
    });
  }
  const [day, month] = dayFirst ? [first, second] : [second, first];
  return { year, month, day, notes: [note('basis.dayMonth', { day, month })] };
}

function parseRest(rest: string): { readonly time: EdtfTime | null; readonly zone: string | null } | null {
  const clock = parseClock(rest);
  const after = clock ? rest.slice(clock.length) : rest;
  const zone = parseZone(after.trim());
  if (!zone) return null;
  if (!clock) return zone.offset === '' ? { time: null, zone: zone.name } : null;
  return { time: { ...clock.time, offset: zone.offset }, zone: zone.name };
}

function parseClock(rest: string): { readonly time: EdtfTime; readonly length: number } | null {
  const clock = CLOCK.exec(rest);
  if (clock) {
    const [whole, hour, minute, second, fraction, half] = clock;
    const time = {
      hour: halfDay(Number(hour), half),
      minute: Number(minute),
      second: second === undefined ? null : Number(second),
      fraction: fraction ?? '',
      offset: '',
    };
    return { time, length: whole.length };
  }
  const bare = HOUR_ONLY.exec(rest);
  if (bare)
    return {
      time: { hour: halfDay(Number(bare[1]), bare[2]), minute: null, second: null, fraction: '', offset: '' },
      length: bare[0].length,
    };
  const chineseClock = CHINESE_CLOCK.exec(rest);
  if (!chineseClock) return null;
  const [whole, part, hour, minute, second, colonMinute, colonSecond] = chineseClock;
  const exact = whole.includes('半') ? 30 : whole.includes('整') ? 0 : null;
  const time = {
    hour: chineseHour(Number(hour), part),
    minute: figure(minute ?? colonMinute) ?? exact,
    second: figure(second ?? colonSecond),
    fraction: '',
    offset: '',
  };
  return { time, length: whole.length };
}

function figure(text: string | undefined): number | null {
  return text === undefined ? null : Number(text);
}

function halfDay(hour: number, half: string | undefined): number {
  if (half === undefined) return hour;
  if (hour < 1 || hour > 12) throw new Refusal('noSuchTime');
  return (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
}

function chineseHour(hour: number, part: string | undefined): number {
  // 晚上12点 is midnight at the end of that day; 中午12点 is noon, 中午1点 is 13:00.
  if (part === undefined || hour > 12) return hour;
  if (part === '凌晨' || part === '早上' || part === '上午') return part === '凌晨' && hour === 12 ? 0 : hour;
  if (part === '中午') return hour < 3 ? hour + 12 : hour;
  if (hour === 12) return part === '下午' ? 12 : 24;
  return hour + 12;
}

function parseZone(text: string): { readonly offset: string; readonly name: string | null } | null {
  const bare = text.replace(/^[([]\s*(.*?)\s*[)\]]$/, '$1');
  if (bare === '') return { offset: '', name: null };
  const offset = /^(?:(?:UTC|GMT) ?)?([+-]\d{2}(?::?\d{2})?)$/i.exec(bare);
  if (offset) return { offset: normaliseOffset(offset[1] as string), name: null };
  if (/^(Z|UTC|GMT)$/i.test(bare)) return { offset: 'Z', name: null };
  if (/^[A-Za-z_]+(\/[A-Za-z_+\-0-9]+)+$/.test(bare)) {
    if (!isZone(bare)) throw new Refusal('zoneUnknown', { zone: bare });
    return { offset: '', name: bare };
  }
  if (/^[A-Z]{2,5}$/.test(bare) && !/^[AP]M$/.test(bare)) throw new Refusal('zoneAmbiguous', { zone: bare });
  return null;
}

/** Asks by name for what a text lacks, where that is only a year or a day. Throws a Refusal. */
export function refuseIncomplete(text: string): void {
  if (/^\d{1,2}([-/.])\d{1,2}\1\d{2}(?!\d)/.test(text)) throw new Refusal('yearShort');
  const dayAndMonth = new RegExp(`^${WEEKDAY}(?:${ORDINAL} +(?:of +)?${MONTH}|${MONTH} +${ORDINAL})(?![\\w])`, 'i');
  if (dayAndMonth.test(text) || /^\d{1,2}月\d{1,2}[日号]/.test(text) || /^\d{1,2}[/.]\d{1,2}(?![\d/.])/.test(text))
    throw new Refusal('yearMissing');
  if (CLOCK.test(text) || CHINESE_CLOCK.test(text) || HOUR_ONLY.test(text)) throw new Refusal('dateMissing');
}
