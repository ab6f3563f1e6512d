import { BREAK } from './text.ts';

const LONGEST_QUOTE = 300;
const LONGEST_TITLE = 120;
/** How far a sentence is looked for; a text without any full stop is cut there. */
const REACH = 1200;
const CLOSING = /[”’"'）)\]》」』]/;
const ABBREVIATION =
  /(?:^|[\s(“"'‘])(?:mr|mrs|ms|dr|prof|st|no|nos|vs|approx|ca|inc|ltd|co|corp|dept|ext|fig|para|art|sec|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tues?|wed|thu(?:rs)?|fri|sat|sun|[a-z]|[ap]\.m|e\.g|i\.e)\.$/i;

const PREPOSITION =
  /(?:^|[\s(，,（])(?:on|at|in|by|since|from|until|till|during|around|about|as of|of)\s*$|(?:^|[，,（\s])(?:到|至)\s*$|(?<![现存正所实好内外由关对等])(?:在|于|从)\s*$|(?<![亲各独])自\s*$/i;
/** A list mark or punctuation before a sentence. */
const LEADING =
  /^(?:\s*(?:\d{1,3}(?:\.\d{1,3})*[.、．)）]|[(（]\d{1,3}[)）]|[一二三四五六七八九十]{1,3}(?:、|(?=在))|[-•*·>#,，、.。:：\])）】]))+\s*/;

/** The sentence around [from, to), as offsets. At most 300 characters: a longer one is cut at a clause, never within the words it is about. */
export function sentenceAround(text: string, from: number, to: number): { readonly from: number; readonly to: number } {
  const start = startOf(text, from);
  const end = endOf(text, to);
  if (end - start <= LONGEST_QUOTE) return trim(text, start, end);
  const earliest = Math.max(start, Math.min(from, Math.max(from - 120, to - LONGEST_QUOTE)));
  const cutStart = earliest === start ? start : afterClause(text, earliest, from);
  const latest = Math.max(to, Math.min(end, cutStart + LONGEST_QUOTE));
  return trim(text, cutStart, latest === end ? end : beforeClause(text, to, latest));
}

/** What a sentence says without the words that say when: the proposal for an event's title. `stamp`: a message's own, left out too. */
export function titleOf(sentence: string, from: number, to: number, stamp = ''): string {
  const before = sentence
    .slice(0, from)
    .replace(PREPOSITION, ' ')
    .replace(/[([（【·]\s*$/, '')
    .trimEnd();
  const begins = withoutStamp(before, stamp).replace(LEADING, '') === '' || /[:：]$/.test(before);
  const after = sentence
    .slice(to)
    .replace(/^\s*[)\]）】]/, '')
    .replace(/^\s*[(（][A-Z][A-Za-z]+\/[A-Z][A-Za-z_]+[)）]/, '')
    .replace(/^(?:前后|左右|许|以前|之前|以后|之后|过后)/, '')
    .replace(/^的(?!时候)/, '')
    .replace(/^\s*[,，、:：.。·]\s*/, begins ? '' : ', ')
    .trimStart();
  const plain = withoutStamp(`${before}${needsSpace(before, after) ? ' ' : ''}${after}`, stamp)
    .replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .replace(LEADING, '')
    .replace(/([,，、])\s*[,，、。.:：]\s*/gu, (_, sign: string) => (sign === ',' ? ', ' : sign))
    .replace(/\s*,\s*(?=\p{Script=Han})/u, '，')
    .replace(/\s+,/g, ',')
    .replace(/[\s,，、;；:：.。·]+$/u, '')
    .trim();
  const bare = plain.replace(/[\p{P}\p{S}\s]/gu, '');
  return capitalise(shorten(bare.length < 2 ? sentence.trim() : plain, LONGEST_TITLE));
}

function withoutStamp(text: string, stamp: string): string {
  const at = stamp === '' ? -1 : text.indexOf(stamp);
  if (at < 0) return text;
  return `${text.slice(0, at).replace(/[[【(（<]$/, '')}${text.slice(at + stamp.length).replace(/^[\])】）>]/, '')}`;
}

function startOf(text: string, from: number): number {
  const limit = Math.max(0, from - REACH);
  for (let at = from; at > limit; at -= 1) {
    if (text.startsWith(BREAK, at - BREAK.length)) return at;
    if (endsSentence(text, at - 1)) return at;
  }
  return limit;
}

function endOf(text: string, to: number): number {
  const limit = Math.min(text.length, to + REACH);
  for (let at = Math.max(0, to - 1); at < limit; at += 1) {
    if (at >= to && text.startsWith(BREAK, at)) return at;
    if (!endsSentence(text, at)) continue;
    let end = at + 1;
    while (end < limit && CLOSING.test(text.charAt(end))) end += 1;
    if (end >= to) return end;
  }
  return limit;
}

/** Whether the sentence is over after this character. A full stop may also close an abbreviation, a number or a list mark. */
function endsSentence(text: string, at: number): boolean {
  const sign = text.charAt(at);
  if (/[。！？]/.test(sign)) return true;
  if (!/[.!?]/.test(sign)) return false;
  const next = text.slice(at + 1, at + 6);
  if (!/^[”’"'）)\]]*(?:\s|$)/.test(next)) return false;
  if (sign !== '.') return true;
  const before = text.slice(Math.max(0, at - 12), at + 1);
  return !(ABBREVIATION.test(before) || /(?:^|\n|\s{2,})\d{1,3}\.$/.test(before) || /^\s+[a-z]/.test(next));
}

function afterClause(text: string, earliest: number, from: number): number {
  const found = /[,，;；、。]\s*|\s+/.exec(text.slice(earliest, from));
  return found ? earliest + found.index + found[0].length : earliest;
}

function beforeClause(text: string, to: number, latest: number): number {
  const rest = text.slice(to, latest);
  const clause = Math.max(rest.lastIndexOf('，'), rest.lastIndexOf(','), rest.lastIndexOf('；'), rest.lastIndexOf(';'));
  const cut = clause >= 0 ? clause : Math.max(rest.lastIndexOf(' '), 0);
  return cut > 0 ? to + cut : latest;
}

function trim(text: string, from: number, to: number): { readonly from: number; readonly to: number } {
  let [start, end] = [from, to];
  while (start < end && /[\s”’）)》」』]/.test(text.charAt(start))) start += 1;
  while (end > start && /\s/.test(text.charAt(end - 1))) end -= 1;
  return { from: start, to: end };
}

function needsSpace(before: string, after: string): boolean {
  return /[\w)\]”’.,;:]$/.test(before) && /^[\w([“‘"]/.test(after.trimStart());
}

function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most - 1);
  const clause = Math.max(cut.lastIndexOf('，'), cut.lastIndexOf(', '), cut.lastIndexOf('；'), cut.lastIndexOf('; '));
  const word = /[A-Za-z]$/.test(cut) ? cut.lastIndexOf(' ') : cut.length;
  return `${cut
    .slice(0, clause > most / 2 ? clause : word > 0 ? word : cut.length)
    .toWellFormed()
    .trimEnd()}…`;
}

function capitalise(text: string): string {
  return /^[a-z]/.test(text) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}
