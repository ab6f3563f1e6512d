import { mentions } from '../../../../shared/model/fact.ts';
import type { Moment } from '../../../../shared/model/moment.ts';
import {
  describeReference,
  type FindOptions,
  findMoments,
  type FoundMoment,
  referenceTo,
  type TimeReference,
} from '../../../../shared/time/index.ts';
import type { Scan, ScannedPassage, ScanOrder } from '../../tasks/suggestion.ts';
import { rowsOf, type Segment, segmentsOf } from './segment.ts';
import { sentenceAround, titleOf } from './sentence.ts';
import { fullWidth, joinLines, type Line, linesOf, type RunningText, spansOf } from './text.ts';

const MOST = 2000;
/** A conversation longer than this is a log: it is imported, not suggested message by message. */
const MOST_MESSAGES = 300;
/** Who changed a document and when is written by the word processor and is nobody's account of anything. */
const MARK = /\[(?:(?:inserted|deleted|moved away|moved here) by [^\]]{0,200}?|hidden): /g;
const WEEKDAY = /(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:周|星期|礼拜)[一二三四五六日天]/i;
const PAST =
  /\b(?:was|were|had|did|told|said|met|went|came|saw|gave|took|left|wrote|sent|got|made|heard|spoke|felt|began|found|kept|[a-z]{2,}ed)\b|了|过(?!去|来)|曾|已经|没有?(?!空|时间)/i;
const HEAD_LINES = 6;
const FOOT_LINES = 4;

/** Finds every dated passage of an exhibit's text, in order. Runs in a limited thread: the text is a stranger's. */
export function scanExhibit(order: ScanOrder): Scan {
  const lines = linesOf(order.passages);
  const rows = rowsOf(lines);
  const prose = rows.size > 0 ? lines.filter((line) => !rows.has(line)) : lines;
  const segments = segmentsOf(prose, order.kind);
  const messages = segments.filter(({ said }) => said === 'message').length;
  const stamps = messages <= MOST_MESSAGES;
  const full = fullWidth(prose);
  const found: ScannedPassage[] = [];
  let more = 0;
  for (const segment of segments) {
    const running = joinLines(segment.lines, full);
    for (const hit of scanSegment(segment, running, order, stamps)) {
      if (found.length >= MOST) more += 1;
      else found.push(describe(hit, running, segment.stamped ? segment.stamp : ''));
    }
  }
  const header = [...rows][0];
  const titled = header !== undefined && !/\d/.test(header.text);
  return {
    found,
    more,
    rows: rows.size - (titled ? 1 : 0) + (stamps ? 0 : messages),
    datelines: datelinesOf(prose, order),
  };
}

interface Hit extends FoundMoment {
  readonly relativeTo: string;
}

function scanSegment(segment: Segment, running: RunningText, order: ScanOrder, stamps: boolean): readonly Hit[] {
  const { zone, language, dayOrder } = order;
  const options = { zone, language, ...(dayOrder ? { dayOrder } : {}) };
  const own = segment.stamp === '' ? undefined : findMoments(segment.stamp, options)[0];
  const reference = segment.said === 'document' ? order.reference : ownReference(segment.said, own?.moment ?? null, zone);
  const stampAt = segment.stamped ? running.text.indexOf(segment.stamp.replace(/\s+/g, ' ')) : -1;
  const masked = maskStamp(maskMarks(running.text), segment, stampAt);
  const hits = findSaid(masked, options, reference, order.kind === 'message' || segment.said === 'message').map((hit): Hit => {
    const counted = reference !== null && mentions(hit.moment?.basis ?? [], reference.name);
    return { ...hit, relativeTo: counted ? describeReference(reference, language) : '' };
  });
  if (!stamps || !own || stampAt < 0) return hits;
  return [{ ...own, from: stampAt + own.from, to: stampAt + own.to, relativeTo: '' }, ...hits];
}

/**
 * In a message a bare weekday may be planned or past: it is asked, unless its sentence plainly speaks of what was. In any other
 * text it is past.
 */
function findSaid(text: string, options: FindOptions, reference: TimeReference | null, message: boolean): readonly FoundMoment[] {
  const plain = findMoments(text, { ...options, reference });
  if (!message || !reference || !WEEKDAY.test(text)) return plain;
  const past = new Map(plain.filter(({ from, to }) => speaksOfPast(text, from, to)).map((hit) => [hit.from, hit]));
  return findMoments(text, { ...options, reference: { ...reference, planning: true } }).map((hit) =>
    hit.reason === 'weekUnclear' ? (past.get(hit.from) ?? hit) : hit,
  );
}

function speaksOfPast(text: string, from: number, to: number): boolean {
  const sentence = sentenceAround(text, from, to);
  return PAST.test(text.slice(sentence.from, from)) || PAST.test(text.slice(to, sentence.to));
}

function ownReference(said: Segment['said'], moment: Moment | null, zone: string): TimeReference | null {
  return moment && referenceTo({ by: said === 'document' ? 'message' : said }, moment, zone);
}

function describe(
  { from, to, phrase, moment, question, reason, alternatives, relativeTo }: Hit,
  running: RunningText,
  stamp: string,
): ScannedPassage {
  const spans = spansOf(running, from, to);
  const sentence = sentenceAround(running.text, from, to);
  const quote = running.text.slice(sentence.from, sentence.to);
  const phraseAt = from - sentence.from;
  const [first] = spans;
  return {
    place: first?.place ?? '',
    start: first?.from ?? 0,
    spans,
    quote,
    phraseAt,
    phrase,
    title: titleOf(quote, phraseAt, phraseAt + (to - from), stamp),
    moment,
    question,
    reason,
    alternatives,
    relativeTo,
  };
}

/** Neither a word processor's marks nor a message's stamp may be taken for part of what was written beside them. */
function maskMarks(text: string): string {
  return text.replace(MARK, (mark) => '|'.repeat(mark.length));
}

function maskStamp(text: string, { stamp }: Segment, at: number): string {
  if (at < 0) return text;
  // The name before a stamp is no part of the message either.
  const end = at + stamp.length;
  return `${'|'.repeat(end)}${text.slice(end)}`;
}

function datelinesOf(lines: readonly Line[], { zone, language, dayOrder }: ScanOrder): Scan['datelines'] {
  const whole = (some: readonly Line[]) =>
    some
      .filter(({ text }) => text.length <= 160)
      .flatMap((line) =>
        findMoments(line.text, { zone, language, ...(dayOrder ? { dayOrder } : {}) })
          .filter(({ moment }) => moment !== null && ['day', 'minute', 'second'].includes(moment.precision))
          .map(({ phrase, moment }) => ({ place: line.place, phrase, edtf: moment?.edtf ?? '' })),
      );
  const head = whole(lines.slice(0, HEAD_LINES))[0];
  const foot = whole(lines.slice(-FOOT_LINES)).at(-1);
  return [head, foot].flatMap((one, index) => (one && !(index === 1 && one.edtf === head?.edtf) ? [one] : []));
}
