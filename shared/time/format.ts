import type { Language } from '../model/language.ts';
import type { Instant } from '../model/identifier.ts';
import type { Moment } from '../model/moment.ts';
import type { DateBounds } from './edtf/date-bounds.ts';
import type { Interpretation } from './interpret.ts';
import { readStated } from './order/order.ts';
import { DAY, HOUR, MINUTE, SECOND, type Wall } from './wall.ts';
import { fixedOffset, formatOffset, offsetAt, readWall, wallAt } from './zone.ts';
import { type TimeStyle, type TimeWord, timeWord, wallClock, wallDate, wallDateTime, wallMonth, wallTime, wallYear } from './words.ts';

export interface TimeFormat {
  readonly language: Language;
  /** The zone to show times in: a tz name or an offset. */
  readonly zone: string;
  /** short: 14 May 2031. full: with the weekday, the zone's name and, for approximate moments, the bounds. Default short. */
  readonly style?: TimeStyle;
  /** False only where a heading already names the zone; another zone of the source is shown all the same. Default true. */
  readonly zoneShown?: boolean;
}

/**
 * The one way a moment is written, on screen, in the case file and on the command line. Never ambiguous: day, month by name,
 * year, 24-hour clock, zone; bounds as bounds; both zones where the source's clock stood in another one.
 */
export function formatMoment(moment: Moment, format: TimeFormat): string {
  const read = readStated(moment);
  if (!read) return qualify(formatBounds(moment, format), moment, format.language);
  const inOwnZone = isCalendarOnly(read) && zonesDiffer(moment, format.zone);
  const shown = inOwnZone ? moment.zone : format.zone;
  const text = describe(read, shown, format);
  const bounds = formatBounds(moment, { ...format, zoneShown: inOwnZone });
  const zoned =
    inOwnZone || !zonesDiffer(moment, format.zone)
      ? withZone(text, moment, { ...format, zone: shown }, inOwnZone)
      : withBothZones(text, read, moment, format);
  const explained = inOwnZone || (format.style === 'full' && moment.approximate);
  return explained ? timeWord(format.language, 'bounds', { text: zoned, bounds }) : zoned;
}

/** Only the bounds, to the second: "between … and …". */
export function formatBounds(moment: Pick<Moment, 'earliest' | 'latest'>, format: TimeFormat): string {
  const { language, zone, style = 'short' } = format;
  const { earliest, latest } = moment;
  const at = (instant: Instant): string => wallDateTime(wallAt(instant, zone), language, style);
  if (earliest === null && latest === null) return timeWord(language, 'unknown');
  const text =
    earliest === null
      ? timeWord(language, 'before', { to: at(latest as Instant) })
      : latest === null
        ? timeWord(language, 'after', { from: at(earliest) })
        : between(wallAt(earliest, zone), wallAt(latest, zone), language, style);
  return withZone(text, moment, format, false);
}

/** How finely an instant is written. */
export type InstantDetail = 'day' | 'minute' | 'second';

/** An instant, by default to the second, such as the time of a ledger entry; a list may need it only to the minute or the day. */
export function formatInstant(instant: Instant, format: TimeFormat & { readonly finest?: InstantDetail }): string {
  const { language, zone, style = 'short', finest: detail = 'second' } = format;
  const wall = wallAt(instant, zone);
  const date = wallDate(wall, language, style);
  const text = detail === 'day' ? date : timeWord(language, 'dateTime', { date, clock: wallClock(wall, detail) });
  return withZone(text, { earliest: instant, latest: instant + 1 }, format, false);
}

/** A length of time in milliseconds, in its two largest units, cut off and never rounded up: silence is not overstated. */
export function formatDuration(milliseconds: number, { language, style = 'short' }: Pick<TimeFormat, 'language' | 'style'>): string {
  const size = Math.abs(milliseconds);
  const units = [
    ['day', DAY, Number.POSITIVE_INFINITY],
    ['hour', HOUR, 24],
    ['minute', MINUTE, 60],
    ['second', SECOND, 60],
    ['millisecond', 1, 1000],
  ] as const;
  const counts = units.map(([unit, length, limit]) => ({
    unit,
    count: Math.floor(size / length) % limit || (limit === Number.POSITIVE_INFINITY ? Math.floor(size / length) : 0),
  }));
  const first = counts.findIndex(({ count }) => count > 0);
  const shown =
    first < 0
      ? [{ unit: 'second' as const, count: 0 }]
      : counts.slice(first, first + 2).filter(({ count, unit }) => count > 0 && (unit !== 'millisecond' || size < SECOND));
  const words = shown.map(({ unit, count }) =>
    timeWord(language, style === 'short' ? `duration.${unit}` : `duration.${unit}.${count === 1 ? 'one' : 'other'}`, { count }),
  );
  const [largest = '', next] = words;
  const text = next === undefined ? largest : timeWord(language, 'duration.two', { first: largest, second: next });
  return milliseconds < 0 ? timeWord(language, 'duration.negative', { text }) : text;
}

/** The zone's offset at an instant as text, with its name in full style: `UTC+08:00`, `Asia/Shanghai, UTC+08:00`. */
export function formatZone(instant: Instant, { language, zone, style = 'short' }: TimeFormat): string {
  const offset = formatOffset(offsetAt(instant, zone));
  return style === 'full' && fixedOffset(zone) === null ? timeWord(language, 'zone.full', { name: zone, offset }) : offset;
}

function describe(read: Interpretation, zone: string, format: TimeFormat): string {
  const { language } = format;
  const part = (date: DateBounds): string => qualify(describeDate(date, zone, format), date, language);
  const { start, end, expression } = read;
  if (expression.kind === 'date') return part(start as DateBounds);
  if (start && end) {
    if (
      start === end ||
      (expression.kind === 'one-of' && expression.members.length === 1 && start.earliest === end.earliest && start.latest === end.latest)
    )
      return part(start);
    const last = isSameDay(start, end, zone) ? qualify(clockOf(end, zone), end, language) : part(end);
    return timeWord(language, expression.kind === 'interval' ? 'span' : 'between', { from: part(start), to: last });
  }
  if (start)
    return timeWord(language, expression.kind === 'interval' && expression.end === 'unknown' ? 'untilEndUnknown' : 'after', {
      from: part(start),
    });
  if (!end) return timeWord(language, 'unknown');
  if (expression.kind === 'interval' && expression.start === 'unknown') return timeWord(language, 'untilStartUnknown', { to: part(end) });
  return timeWord(language, notAfter(end), { to: part(end) });
}

function notAfter(end: DateBounds): TimeWord {
  if (end.date.time) return 'notAfter.time';
  return end.precision === 'month' || end.precision === 'year' ? 'notAfter.long' : 'notAfter.day';
}

function describeDate(date: DateBounds, zone: string, { language, style = 'short' }: TimeFormat): string {
  const { from, to } = date.stated;
  if (date.precision === 'day') return wallDate(from, language, style);
  if (date.precision === 'month') return wallMonth(from, language, style);
  if (date.precision === 'year') return wallYear(from, language);
  if (!date.date.time)
    return timeWord(language, 'between', { from: wallDate(from, language, style), to: wallDate(to - DAY, language, style) });
  const shown = shownWall(date, zone);
  if (date.precision === 'hour') {
    const end = wallAt(readWall(from, to, date.zone).readings.at(-1)?.latest ?? date.latest, zone);
    return between(shown, end, language, style);
  }
  return timeWord(language, 'dateTime', { date: wallDate(shown, language, style), clock: clockOf(date, zone) });
}

/** When a time of day was on the wall clock of the shown zone; in a repeated hour the first time. */
function shownWall(date: DateBounds, zone: string): Wall {
  return wallAt(readWall(date.stated.from, date.stated.to, date.zone).readings[0]?.earliest ?? date.earliest, zone);
}

function clockOf(date: DateBounds, zone: string): string {
  const wall = shownWall(date, zone);
  return wallClock(wall, finest(date, wall));
}

/** Whether two times of day lie on one day of the shown calendar, so that the day needs to be written only once. */
function isSameDay(start: DateBounds, end: DateBounds, zone: string): boolean {
  const timed = [start, end].every(({ precision, date }) => date.time !== null && precision !== 'hour');
  return timed && Math.floor(shownWall(start, zone) / DAY) === Math.floor(shownWall(end, zone) / DAY);
}

function between(from: Wall, to: Wall, language: Language, style: TimeStyle): string {
  const sameDay = Math.floor(from / DAY) === Math.floor(to / DAY);
  return timeWord(language, 'between', {
    from: wallDateTime(from, language, style),
    to: sameDay ? wallTime(to) : wallDateTime(to, language, style),
  });
}

function finest(date: DateBounds, wall: Wall): 'minute' | 'second' | 'millisecond' {
  if (date.precision === 'minute') return 'minute';
  return wall % SECOND === 0 && date.date.time?.fraction === '' ? 'second' : 'millisecond';
}

function qualify(text: string, { approximate, uncertain }: Pick<Moment, 'approximate' | 'uncertain'>, language: Language): string {
  const about = approximate ? timeWord(language, 'about', { text }) : text;
  return uncertain ? timeWord(language, 'uncertain', { text: about }) : about;
}

function isCalendarOnly({ expression }: Interpretation): boolean {
  if (expression.kind === 'date') return expression.time === null;
  const dates =
    expression.kind === 'interval' ? [expression.start, expression.end] : expression.members.flatMap(({ from, to }) => [from, to]);
  return dates.some((date) => typeof date !== 'string' && date.time === null);
}

function zonesDiffer({ earliest, latest, zone }: Pick<Moment, 'earliest' | 'latest' | 'zone'>, shown: string): boolean {
  return zone !== shown && [earliest, latest].some((instant) => instant !== null && offsetAt(instant, zone) !== offsetAt(instant, shown));
}

function withZone(text: string, moment: Pick<Moment, 'earliest' | 'latest'>, format: TimeFormat, always: boolean): string {
  if (!always && format.zoneShown === false) return text;
  const zone = zoneLabel(moment, format);
  return zone === null ? text : timeWord(format.language, 'withZone', { text, zone });
}

function withBothZones(text: string, read: Interpretation, moment: Moment, format: TimeFormat): string {
  const { language } = format;
  const source = { ...format, zone: moment.zone, style: 'short' as const };
  const other = timeWord(language, 'zoned', { text: describe(read, moment.zone, source), zone: zoneLabel(moment, source) ?? moment.zone });
  return timeWord(language, 'withZones', { text, zone: zoneLabel(moment, format) ?? format.zone, other });
}

/** One offset, or both where the clocks were changed in between. */
function zoneLabel({ earliest, latest }: Pick<Moment, 'earliest' | 'latest'>, format: TimeFormat): string | null {
  const first = earliest ?? (latest === null ? null : latest - 1);
  if (first === null) return null;
  const last = latest === null ? first : latest - 1;
  const label = formatZone(first, format);
  const lastLabel = formatOffset(offsetAt(last, format.zone));
  return label.endsWith(lastLabel) ? label : timeWord(format.language, 'zone.change', { first: label, second: lastLabel });
}
