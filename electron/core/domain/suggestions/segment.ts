import type { ExhibitKind } from '../../../../shared/model/exhibit.ts';
import type { Line } from './text.ts';

/** A part of an exhibit that was said at one time: a message, a quoted letter, a comment; or the document itself. */
export interface Segment {
  readonly lines: readonly Line[];
  /** What its relative words are counted from: the document's date, or a date of its own. */
  readonly said: 'document' | 'message' | 'quoted' | 'comment';
  /** The words of its own date, to be read; empty when it bears none. */
  readonly stamp: string;
  /** Whether those words stand in its own first line. */
  readonly stamped: boolean;
}

interface Opened {
  readonly lines: Line[];
  readonly said: Segment['said'];
  stamp: string;
  readonly stamped: boolean;
}

const DATE = String.raw`(?:\d{4}(?<one>[-/.])\d{1,2}\k<one>\d{1,2}|\d{1,2}(?<two>[-/.])\d{1,2}\k<two>(?:\d{4}|\d{2})|\d{4}年\d{1,2}月\d{1,2}日)`;
const TIME = String.raw`(?:(?:凌晨|早上|上午|中午|下午|晚上) ?)?\d{1,2}[:：]\d{2}(?:[:：]\d{2}(?:[.,]\d{1,6})?)?(?: ?[ap]\.?m\.?\b)?`;
const STAMP = `${DATE}(?:,|，)?[ T\\u202f]?(?: ?(?:星期|周)[一二三四五六日天] ?)?${TIME}`;
const STAMPED = new RegExp(`^[[【(（<]?(?<stamp>${STAMP})[\\])】）>]?(?=[\\s:：,，–—-]|$)`, 'iu');
const SIGNED = new RegExp(`^(?<who>[^。！？!?]{1,40}?)[ \\t:：(（[]+(?<stamp>${STAMP})[\\])）]?$`, 'iu');

const WROTE = /^>? ?(?:On\b.{5,200}\bwrote ?:|在.{5,200}写道 ?[:：]|.{0,80}于.{5,120}写道 ?[:：])$/i;
const FORWARDED =
  /^(?:-{2,} ?(?:Original Message|Forwarded message|原始邮件|转发的邮件|转发邮件)\b.*|_{10,}|(?:From|发件人) ?[:：] ?\S.*)$/i;
const SENT = /^(?:Sent|Date|发送时间|发件时间|日期|时间) ?[:：] ?(?<stamp>\S.{3,80})$/i;

/** Fewer stamps than these make no conversation, only lines that happen to begin with a date. */
const FEWEST_STAMPS = 3;

/** Divides an exhibit's text into what was said at one time. */
export function segmentsOf(lines: readonly Line[], kind: ExhibitKind): readonly Segment[] {
  if (kind === 'message') return letters(lines);
  if (lines[0]?.place.startsWith('line=')) {
    const stamps = lines.map((line) => stampOf(line.text));
    const count = stamps.filter((stamp) => stamp !== '').length;
    if (count >= FEWEST_STAMPS && count >= 0.2 * lines.length) return conversation(lines, stamps);
  }
  return notes(lines);
}

/** Every message of a conversation begins with a line that bears its stamp. */
function conversation(lines: readonly Line[], stamps: readonly string[]): readonly Segment[] {
  const opened: Opened[] = [];
  for (const [index, line] of lines.entries()) {
    const stamp = stamps[index] ?? '';
    const last = opened.at(-1);
    if (stamp !== '') opened.push({ lines: [line], said: 'message', stamp, stamped: true });
    else if (last) last.lines.push(line);
    else opened.push(open('document', line));
  }
  return opened;
}

/** A letter, with the letters quoted or forwarded in it, which were written at another time. */
function letters(lines: readonly Line[]): readonly Segment[] {
  const opened: Opened[] = [];
  let marked = false;
  let head = 0;
  for (const line of lines) {
    const last = opened.at(-1);
    const quoted = line.text.startsWith('>');
    const sent = head > 0 ? SENT.exec(line.text)?.groups?.['stamp'] : undefined;
    head -= 1;
    if (WROTE.test(line.text)) opened.push({ ...open('quoted', line), stamp: line.text });
    else if (FORWARDED.test(line.text) && head <= 0) {
      opened.push(open('quoted', line));
      head = 6;
    } else if (sent !== undefined && last) {
      last.stamp = sent;
      last.lines.push(line);
    } else if (quoted && !marked && last?.said !== 'quoted') opened.push(open('quoted', line));
    else if (!last || (marked && !quoted)) opened.push(open('document', line));
    else last.lines.push(line);
    marked = quoted;
  }
  return opened;
}

/** Running text, and after it notes and comments: a comment was made on the day its label says. */
function notes(lines: readonly Line[]): readonly Segment[] {
  const opened: Opened[] = [];
  for (const line of lines) {
    const last = opened.at(-1);
    const aside = /^\[(?:comment|footnote|endnote|page)/.test(line.label);
    const before = last?.lines.at(-1);
    if (last && before && (aside ? before.passage === line.passage : last.said === 'document' && !isAside(before))) last.lines.push(line);
    else if (!aside) opened.push(open('document', line));
    else {
      const said = line.label.startsWith('[comment') ? 'comment' : 'document';
      // Word writes local time and calls it UTC: only the day is certain.
      opened.push({ ...open(said, line), stamp: said === 'comment' ? (/\d{4}-\d\d-\d\d/.exec(line.label)?.[0] ?? '') : '' });
    }
  }
  return opened;
}

function isAside({ label }: Line): boolean {
  return /^\[(?:comment|footnote|endnote|page)/.test(label);
}

function open(said: Segment['said'], line: Line): Opened {
  return { lines: [line], said, stamp: '', stamped: false };
}

/** The words of the stamp a line bears; empty when it bears none. */
function stampOf(text: string): string {
  const found = STAMPED.exec(text.slice(0, 80)) ?? (text.length <= 80 ? SIGNED.exec(text) : null);
  return found?.groups?.['stamp'] ?? '';
}

/**
 * Lines that are rows of a table or records of a log: each has as many fields as the next. They are facts of a machine,
 * imported by the thousand with a mapping rather than suggested one by one.
 */
export function rowsOf(lines: readonly Line[]): ReadonlySet<Line> {
  if (lines.length < 4 || !lines[0]?.place.startsWith('line=')) return new Set();
  const records = lines.filter(({ text }) => /^[{[].*[}\]],?$/.test(text));
  if (records.length >= 0.8 * lines.length) return new Set(records);
  for (const sign of ['\t', ',', ';', '|']) {
    const counts = lines.map(({ text }) => countFields(text, sign));
    const tally = new Map<number, number>();
    for (const count of counts) tally.set(count, (tally.get(count) ?? 0) + 1);
    const [usual, often] = [...tally].reduce((one, other) => (other[0] >= 3 && other[1] > one[1] ? other : one), [0, 0]);
    if (often >= 4 && often >= 0.8 * lines.length) return new Set(lines.filter((_, index) => counts[index] === usual));
  }
  return new Set();
}

/** Fields of a line; a separator between quotation marks is part of a field. */
function countFields(text: string, sign: string): number {
  let fields = 1;
  let quoted = false;
  for (const character of text) {
    if (character === '"') quoted = !quoted;
    else if (character === sign && !quoted) fields += 1;
  }
  return fields;
}
