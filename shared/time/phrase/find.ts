import type { Language } from '../../model/language.ts';
import type { Moment } from '../../model/moment.ts';
import { Refusal } from '../refusal.ts';
import { DAY } from '../wall.ts';
import { isZone } from '../zone.ts';
import { liesAhead, tenseAround } from './ahead.ts';
import {
  type Around,
  type AroundWeekday,
  type Base,
  baseOfReference,
  daysOf,
  type DayOrder,
  type Ground,
  type TimeReference,
  Unclear,
} from './ground.ts';
import { halfToldAround } from './half-days.ts';
import { joinPieces } from './join.ts';
import { type NormalText, normaliseText, rawSpan } from './normal-text.ts';
import { momentOfPhrase, type ReadPhrase } from './read.ts';
import { asBase } from './resolve.ts';
import { scanText } from './scan.ts';
import type { Phrase, Wording } from './wording.ts';

/** A passage of a text that says when. */
export interface FoundMoment {
  /** Offsets into the raw text (UTF-16). */
  readonly from: number;
  readonly to: number;
  readonly phrase: string;
  /** null when it must be asked. */
  readonly moment: Moment | null;
  /** What must be asked, in the language; '' when nothing. */
  readonly question: string;
  /** Stable name of the question, such as order, yearMissing, referenceMissing; '' when nothing. */
  readonly reason: string;
  /** The readings offered when it must be asked. */
  readonly alternatives: readonly Moment[];
}

export interface FindOptions {
  /** The zone in which local times are read. */
  readonly zone: string;
  readonly language?: Language;
  /** What "yesterday" and a missing year are counted from. */
  readonly reference?: TimeReference | null;
  /** Order of day and month in figures, where the case says so. */
  readonly dayOrder?: DayOrder;
}

/**
 * Every dated passage of a running text, in order. Relative words such as "the following day" are counted from the last date
 * before them in the text, otherwise from the reference. What is not clear is found all the same, with its question and the
 * readings there are. Takes time proportional to the length of the text. Throws `moment.invalid` for a zone that does not exist.
 */
export function findMoments(text: string, { zone, language = 'en', reference = null, dayOrder }: FindOptions): readonly FoundMoment[] {
  if (!isZone(zone)) throw new Refusal('zoneUnknown', { zone }).toFailure('', language);
  const normal = normaliseText(text);
  const base = reference ? baseOfReference(reference, zone) : null;
  const found: FoundMoment[] = [];
  let story: Story = [];
  let year: Base | null = null;
  let aside: Aside | null = null;
  let last: Phrase | null = null;
  for (const phrase of joinPieces(normal.text, scanText(normal.text))) {
    if (isOpeningHours(normal.text, phrase)) continue;
    aside = asideUpTo(aside, normal.text, phrase.from);
    const standing: Story = withAside(story, aside, phrase);
    const settled = standing !== 'unknown' && standing.length === 1 ? (standing[0] ?? null) : null;
    const around = aroundOf(normal.text, phrase, { last, story: settled, reference: base });
    const ground: Ground = { zone, reference: base, story: settled, year, dayOrder: dayOrder ?? null, around };
    const hit: Hit | null = findOne(text, normal, phrase, ground, standing, language);
    if (!hit) continue;
    found.push(hit.found);
    if (isBirthday(normal.text, phrase)) continue;
    if (hit.story !== 'unknown' && hit.story.length === 1) year = hit.story[0] ?? null;
    if (looksBack(phrase, story)) aside = { to: phrase.to, story: hit.story };
    else if (!(base && isYearAlone(phrase)) && standing === story) {
      story = hit.story;
      last = phrase;
    }
  }
  return found;
}

/** Where the account stands: one date, none yet, several while a question is open, or nothing that could be told. */
type Story = readonly Base[] | 'unknown';

/** What was looked back at within a sentence whose account stands elsewhere. */
interface Aside {
  /** Up to here its sentence has not ended. */
  readonly to: number;
  readonly story: Story;
}

/** Whether a passage looks back from where the account stands, which stays there: "the night before", "two days earlier". */
function looksBack({ first, second }: Phrase, story: Story): boolean {
  const says = second ?? first;
  if (says.base) return false;
  const back =
    says.weekdaySide === 'before' ||
    (says.step?.direction === 'before' && says.step.most > 0 && !(says.step.upTo && says.step.origin === 'speech'));
  // An account that begins with "yesterday evening" stands there; of one that stands nowhere yet, "the night before" is its document's.
  return back && (story === 'unknown' || story.length > 0 || says.step?.origin !== 'speech');
}

/** In the sentence that looks back, what leans on a date may lean on either; it is asked. After it, the account goes on where it stood. */
function withAside(story: Story, aside: Aside | null, phrase: Phrase): Story {
  if (!aside || story === 'unknown' || story.length === 0 || !leansOnStory(phrase)) return story;
  return aside.story === 'unknown' ? 'unknown' : [...story, ...aside.story];
}

function asideUpTo(aside: Aside | null, text: string, at: number): Aside | null {
  return aside && !endsSentence(text.slice(aside.to, at)) ? { ...aside, to: at } : null;
}

function endsSentence(between: string): boolean {
  return /[。！？!?\n]|\.(?=\s|$)/.test(between);
}

interface Hit {
  readonly found: FoundMoment;
  readonly story: Story;
}

function findOne(raw: string, normal: NormalText, phrase: Phrase, ground: Ground, story: Story, language: Language): Hit | null {
  const span = rawSpan(normal, phrase.from, phrase.to);
  const words = raw.slice(span.from, span.to);
  const place = { ...span, phrase: words };
  const ask = (problem: Refusal, readings: readonly ReadPhrase[]): Hit => {
    const question = problem.inWords(language);
    const alternatives = readings.map(({ moment }) => moment);
    const bases = readings.map(({ last }) => asBase(last, ground, words));
    return {
      found: { ...place, moment: null, question, reason: problem.problem, alternatives },
      // Counted from an event that nobody dated, the account stands nowhere that is known.
      story: bases.length > 0 && problem.problem !== 'eventUnknown' ? oneDayOf(bases, readings, ground, words) : 'unknown',
    };
  };
  if ((story === 'unknown' || story.length > 1) && leansOnStory(phrase)) {
    const readings = story === 'unknown' ? [] : story.flatMap((one) => readingsFrom(phrase, { ...ground, story: one }, words));
    return ask(new Refusal('storyUnclear'), distinct(readings));
  }
  try {
    const { moment, last } = momentOfPhrase(phrase, ground, words);
    return { found: { ...place, moment, question: '', reason: '', alternatives: [] }, story: [asBase(last, ground, words)] };
  } catch (problem) {
    if (!(problem instanceof Refusal)) throw problem;
    if (phrase.first.recent) return null;
    return ask(problem, problem instanceof Unclear ? readingsOf(phrase, problem, ground, words) : []);
  }
}

/** An open question that is only about the hour leaves the account's day known. */
function oneDayOf(bases: readonly Base[], readings: readonly ReadPhrase[], ground: Ground, words: string): readonly Base[] {
  const [day] = bases.map((base) => daysOf(base).first);
  const [reading] = readings;
  if (bases.length < 2 || day === undefined || !reading) return bases;
  if (!bases.every((base) => daysOf(base).first === day && daysOf(base).last === day)) return bases;
  return [asBase({ ...reading.last, from: day, to: day + DAY, form: 'day', clock: null, part: null }, ground, words)];
}

/** Where the account stands before a passage, and what brought it there. */
interface Standing {
  readonly last: Phrase | null;
  readonly story: Base | null;
  readonly reference: Base | null;
}

function aroundOf(text: string, phrase: Phrase, standing: Standing): Around {
  const { from, to, first, second } = phrase;
  const asks = first.clock?.half === 'open' || second?.clock?.half === 'open';
  const lacks = [first, second].some((says) => says && says.year === undefined && (says.month ?? says.day ?? says.pair) !== undefined);
  return {
    half: asks ? halfToldAround(text, from, to) : null,
    ahead: lacks && liesAhead(text, from, to),
    weekday: (first.weekday === undefined && !first.weekend) || lacks ? null : aroundWeekday(text, phrase, standing),
  };
}

/** A date and a weekday farther apart than this are no one passage. */
const PASSAGE = 300;

function aroundWeekday(text: string, { from, to }: Phrase, { last, story, reference }: Standing): AroundWeekday {
  const near = last !== null && from - last.to <= PASSAGE && !/\n\s*\n/.test(text.slice(last.to, from));
  const dated = near && last.second === null && last.first.day !== undefined && last.first.month !== undefined && !last.first.base;
  const stamped = dated && last.first.clock !== undefined && isStampOfLine(text, last, from);
  const spoken = stamped || reference?.planning === true;
  return { tense: tenseAround(text, from, to, spoken), runsOn: dated && !stamped, stamp: stamped ? story : null };
}

function isStampOfLine(text: string, stamp: Phrase, from: number): boolean {
  const before = text.slice(Math.max(0, stamp.from - 40), stamp.from);
  return /(?:^|\n)[\s[【(（<]*$/.test(before) && !text.slice(stamp.to, from).includes('\n');
}

/** The readings of each choice; a choice that leaves another question open brings the readings of that one. */
function readingsOf(phrase: Phrase, { choices }: Unclear, ground: Ground, words: string, depth = 0): readonly ReadPhrase[] {
  const readings = choices.flatMap((says) => {
    const settled = { ...phrase, first: says };
    try {
      return [momentOfPhrase(settled, ground, words)];
    } catch (problem) {
      if (!(problem instanceof Refusal)) throw problem;
      return problem instanceof Unclear && depth < 2 ? readingsOf(settled, problem, ground, words, depth + 1) : [];
    }
  });
  return distinct(readings);
}

function readingsFrom(phrase: Phrase, ground: Ground, words: string): readonly ReadPhrase[] {
  try {
    return [momentOfPhrase(phrase, ground, words)];
  } catch (problem) {
    if (!(problem instanceof Refusal)) throw problem;
    // What is asked twice has the readings of both questions: one that is left out could be the right one.
    return problem instanceof Unclear ? readingsOf(phrase, problem, ground, words) : [];
  }
}

function distinct(readings: readonly ReadPhrase[]): readonly ReadPhrase[] {
  return readings.filter(({ moment }, index) => readings.findIndex((one) => one.moment.edtf === moment.edtf) === index).slice(0, 4);
}

/** Whether a passage can be understood only from the date before it. */
function leansOnStory({ first }: Phrase): boolean {
  const dated = (says: Wording): boolean =>
    [says.year, says.yearShift, says.month, says.pair, says.weekday, says.week, says.season, says.recent].some((one) => one !== undefined);
  if (first.base || first.unnamedBase) return false;
  if (first.monthSide === 'before' || first.monthSide === 'after') return true;
  if (first.weekdaySide === 'before' || first.weekdaySide === 'after' || first.weekOfStory) return true;
  return first.step
    ? first.step.origin === 'story'
    : !dated(first) && (first.clock !== undefined || first.throughout === true || first.monthShift?.origin === 'story');
}

/** "I joined in 2026" is background: with a reference at hand it moves nothing. */
function isYearAlone({ first, second }: Phrase): boolean {
  return (
    !second &&
    (first.year !== undefined || first.yearShift !== undefined) &&
    Object.keys(first).every((key) => ['year', 'yearShift', 'about', 'season', 'third'].includes(key))
  );
}

/** When somebody was born tells nothing about where the account stands. */
function isBirthday(text: string, { from, to }: Phrase): boolean {
  return (
    /\bborn (?:on |in )?$|生于 ?$|出生(?:日期|于|年月)?[:: ]*$/i.test(text.slice(Math.max(0, from - 14), from)) ||
    /^ ?(?:出生|生(?!效))/.test(text.slice(to, to + 4))
  );
}

function isOpeningHours(text: string, { from, to, first, second }: Phrase): boolean {
  if (!first.clock || !second?.clock) return false;
  const before = text.slice(Math.max(0, from - 40), from);
  const line = before.slice(before.lastIndexOf('\n') + 1);
  return (
    /\b(?:open|opens|opening|business hours|office hours|hours|daily|every day|weekdays|weekends)\b|营业|开放时间|办公时间|服务时间|工作时间|门诊时间|每天|每日/i.test(
      line,
    ) || /^ ?(?:daily|every day|on weekdays)/i.test(text.slice(to, to + 14))
  );
}
