import type { Language } from '../model/language.ts';
import type { Instant } from '../model/identifier.ts';
import type { Moment } from '../model/moment.ts';
import { interpretMoment } from './interpret.ts';
import { Refusal } from './refusal.ts';
import { FIRST_YEAR, LAST_YEAR } from './edtf/stretch.ts';
import { DAY, HOUR, isDate, MINUTE, SECOND, type Wall, wallOf } from './wall.ts';
import { offsetAt } from './zone.ts';
import { type Note, note } from './note.ts';
import type { BulkFormat } from '../model/log.ts';
import { type Facts, sameFacts } from '../model/fact.ts';

export interface BulkReader {
  /** The same moment as `interpretMoment` gives for the normal form of `text`; `phrase` is `text`. Throws moment.invalid. */
  read(text: string, zone: string): Moment;
  /** What lasted from the one to the other. Throws moment.invalid, also for an end before the start. */
  readSpan(start: string, end: string, zone: string): Moment;
}

/** Longer than any way of writing a time; a longer text is refused before anything looks for a time in it. */
const MOST_CHARACTERS = 120;

/** Reads a million times of one log: plain figures by arithmetic, everything else as `interpretMoment` does. */
export function bulkReader(format: BulkFormat, language: Language = 'en'): BulkReader {
  const known: Known = { language, kinds: new Map(), steady: new Map() };
  const added = notesOf(format);
  // One list for all moments of a kind: a million of them say the same.
  const whole = new WeakMap<Facts, Facts>();
  const withNotes = (basis: Facts): Facts => {
    const known = whole.get(basis) ?? [...basis, ...added];
    whole.set(basis, known);
    return known;
  };
  const prepare = (text: string): Written => {
    const phrase = text.trim();
    if (phrase.length > MOST_CHARACTERS) throw new Refusal('unknown').toFailure(`${phrase.slice(0, 40)}…`, language);
    const figures = figuresOf(phrase, format);
    // A count of seconds is never taken for anything else; in a log of dates, what says itself what it is may differ from the rest.
    if (!figures && format.startsWith('epoch')) throw new Refusal('unknown').toFailure(phrase, language);
    return { phrase, plain: figures !== null && inFigures(figures) ? figures : null, normal: figures ? normalForm(figures) : phrase };
  };
  const explained = (moment: Moment, phrase: string, noted: boolean): Moment => ({
    ...moment,
    phrase,
    basis: noted && added.length > 0 ? withNotes(moment.basis) : moment.basis,
  });
  return {
    read(text, zone) {
      const { phrase, plain, normal } = prepare(text);
      const moment = (plain && readSteady(plain, zone, known)) || interpretMoment(normal, zone, language);
      return explained(moment, phrase, normal !== phrase || plain !== null);
    },
    readSpan(start, end, zone) {
      const [first, last] = [prepare(start), prepare(end)];
      const moments = [first, last].map(({ plain }) => plain && readSteady(plain, zone, known));
      const joined = moments[0] && moments[1] ? joinSteady(moments[0], moments[1]) : null;
      const moment = joined ?? interpretMoment(`${first.normal}/${last.normal}`, zone, language);
      return explained(moment, `${first.phrase} / ${last.phrase}`, true);
    },
  };
}

/** A text, its figures where arithmetic alone can read them, and its normal form. */
interface Written {
  readonly phrase: string;
  readonly plain: Figures | null;
  readonly normal: string;
}

/** The order of day and month that the figures of a text allow; null where they are no day and month in figures. */
export function orderOfFigures(text: string): 'day-first' | 'month-first' | 'either' | 'neither' | null {
  const found = FIGURES_FIRST.exec(text.trim());
  if (!found) return null;
  const [first, second, year] = [found[1], found[3], found[4]].map(Number) as [number, number, number];
  const dayFirst = isDate(year, second, first);
  const monthFirst = isDate(year, first, second);
  if (dayFirst && monthFirst) return 'either';
  return dayFirst ? 'day-first' : monthFirst ? 'month-first' : 'neither';
}

interface Figures {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number | null;
  readonly minute: number;
  readonly second: number | null;
  readonly fraction: string;
  /** Z, +09:00, or empty for local time. */
  readonly offset: string;
}

const TIME = '(?:(?:T|,? +)(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,9}))?)?(?: ?([AP])\\.?M\\.?)?(?: ?(Z|[+-]\\d{2}:?\\d{2}))?)?$';
const YEAR_FIRST = new RegExp(`^(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})${TIME}`, 'i');
const FIGURES_FIRST = new RegExp(`^(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4})${TIME}`, 'i');
const COUNTED = /^(\d{8,19})(?:\.(\d{1,9}))?$/;

function figuresOf(text: string, format: BulkFormat): Figures | null {
  if (format.startsWith('epoch')) return countedFigures(text, format);
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst) return toFigures(yearFirst, Number(yearFirst[1]), Number(yearFirst[3]), Number(yearFirst[4]));
  const found = format === 'text' ? null : FIGURES_FIRST.exec(text);
  if (!found) return null;
  const [first, second] = [Number(found[1]), Number(found[3])];
  return toFigures(found, Number(found[4]), format === 'day-first' ? second : first, format === 'day-first' ? first : second);
}

function toFigures(found: RegExpExecArray, year: number, month: number, day: number): Figures | null {
  const [, , , , , hour, minute, second, fraction, half, offset] = found;
  if (half !== undefined && (Number(hour) < 1 || Number(hour) > 12)) return null;
  return {
    year,
    month,
    day,
    hour: hour === undefined ? null : half === undefined ? Number(hour) : (Number(hour) % 12) + (half.toUpperCase() === 'P' ? 12 : 0),
    minute: Number(minute ?? 0),
    second: second === undefined ? null : Number(second),
    fraction: fraction ?? '',
    offset: offset === undefined ? '' : /z/i.test(offset) ? 'Z' : offset.length === 5 ? `${offset.slice(0, 3)}:${offset.slice(3)}` : offset,
  };
}

/** Digits of a unit that are decimals of a second. */
const DECIMALS: Readonly<Record<string, number>> = { 'epoch-seconds': 0, 'epoch-milliseconds': 3, 'epoch-microseconds': 6 };

function countedFigures(text: string, format: BulkFormat): Figures | null {
  const found = COUNTED.exec(text);
  if (!found) return null;
  const [, whole = '', more = ''] = found;
  const decimals = DECIMALS[format] as number;
  const seconds = Number(whole.slice(0, whole.length - decimals));
  const date = new Date(seconds * SECOND);
  if (!(date.getTime() >= 0) || date.getUTCFullYear() > LAST_YEAR) return null;
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    fraction: `${whole.slice(whole.length - decimals)}${more}`.slice(0, 9),
    offset: 'Z',
  };
}

function notesOf(format: BulkFormat): readonly Note[] {
  return format === 'text' ? [] : [note(`basis.${format}`)];
}

/** Whether arithmetic alone can read them; what is odd (24:00, second 60, no such date) is left to those who know what to say of it. */
function inFigures({ year, month, day, hour, minute, second, offset }: Figures): boolean {
  const offsetHours = offset.length === 6 ? Number(offset.slice(1, 3)) : 0;
  return (
    year > FIRST_YEAR &&
    year < LAST_YEAR &&
    isDate(year, month, day) &&
    (hour ?? 0) < 24 &&
    minute < 60 &&
    (second ?? 0) < 60 &&
    offsetHours < 15
  );
}

function normalForm({ year, month, day, hour, minute, second, fraction, offset }: Figures): string {
  const date = `${year}-${two(month)}-${two(day)}`;
  if (hour === null) return date;
  return `${date}T${two(hour)}:${two(minute)}${second === null ? '' : `:${two(second)}`}${fraction === '' ? '' : `.${fraction}`}${offset}`;
}

function two(figure: number): string {
  return figure < 10 ? `0${figure}` : String(figure);
}

interface Known {
  readonly language: Language;
  /** What is the same for all moments written alike: everything but the bounds and the words. */
  readonly kinds: Map<string, Moment>;
  /** By zone and day: the offset all around it, or null where it changes. */
  readonly steady: Map<string, Map<number, number | null>>;
}

function readSteady(figures: Figures, zone: string, known: Known): Moment | null {
  const { year, month, day, hour, minute, second, fraction, offset } = figures;
  const midnight = wallOf(year, month, day);
  const ahead = offset === '' ? steadyOffset(midnight, zone, known) : offsetOf(offset);
  if (ahead === null) return null;
  const edtf = normalForm(figures);
  const kind = `${zone} ${offset} ${hour === null ? 0 : second === null ? 1 : 2 + Math.min(3, fraction.length)}`;
  let like = known.kinds.get(kind);
  if (!like) known.kinds.set(kind, (like = interpretMoment(edtf, zone, known.language)));
  const wall = midnight + (hour ?? 0) * HOUR + minute * MINUTE + (second ?? 0) * SECOND;
  const width = hour === null ? DAY : second === null ? MINUTE : fraction === '' ? SECOND : 10 ** (3 - Math.min(3, fraction.length));
  const earliest = wall + (fraction === '' ? 0 : Number(fraction.slice(0, 3)) * width) - ahead;
  return { ...like, earliest, latest: earliest + width, edtf };
}

function offsetOf(offset: string): number {
  if (offset === 'Z') return 0;
  const size = Number(offset.slice(1, 3)) * HOUR + Number(offset.slice(4)) * MINUTE;
  return offset.startsWith('-') ? -size : size;
}

/** Farther than any zone ever was from UTC or ever jumped; see `readWall`. */
const REACH = 48 * HOUR;
const STEP = 6 * HOUR;

function steadyOffset(midnight: Wall, zone: string, { steady }: Known): number | null {
  let days = steady.get(zone);
  if (!days) steady.set(zone, (days = new Map()));
  let offset = days.get(midnight);
  if (offset === undefined) days.set(midnight, (offset = lookAround(midnight, zone)));
  return offset;
}

function lookAround(midnight: Wall, zone: string): number | null {
  const offset = offsetAt(midnight - REACH, zone);
  for (let at: Instant = midnight - REACH; at <= midnight + DAY + REACH; at += STEP) if (offsetAt(at, zone) !== offset) return null;
  return offset;
}

/** Null where there may be something to say or to refuse; then it is read as the EDTF interval it is. */
function joinSteady(first: Moment, last: Moment): Moment | null {
  if (!sameFacts(first.basis, last.basis) || first.zone !== last.zone || (last.latest as Instant) <= (first.earliest as Instant))
    return null;
  return {
    ...first,
    latest: last.latest,
    edtf: `${first.edtf}/${last.edtf}`,
    precision: 'interval',
    basis: [...first.basis, note('basis.lasts', { from: first.edtf, to: last.edtf })],
  };
}
