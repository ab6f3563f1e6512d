import { DAY, HOUR, MINUTE } from '../wall.ts';
import { SENTENCE_END, SENTENCE_REACH } from './sentences.ts';
import type { Clock } from './wording.ts';
import { type Note, note } from '../note.ts';
import { wallClock } from '../words.ts';

/** A word of a sentence that tells which half of the day its hours belong to. */
export interface HalfWord {
  readonly word: string;
  /** The hours of the day it commonly goes with. */
  readonly from: number;
  readonly to: number;
}

/** The one table of what tells the half of the day; an hour that fits neither or both of its halves stays open. */
const WORDS: readonly (readonly [words: string, from: number, to: number])[] = [
  ['breakfast|woke up|got up|早饭|早餐|早茶|起床|醒来', 4, 12],
  ['lunch|午饭|午餐|午宴|午休', 11, 16],
  ['dinner|supper|nightcap|晚餐|晚饭|晚宴|夜宵|宵夜|after work|got off work|finished work|下班', 15, 24],
  ['office hours|working hours|business hours|meeting|interview|上班|办公时间|工作时间|例会|会议|开会|面谈|面试', 8, 18],
];
const WORD = new RegExp(WORDS.map(([words]) => `(?<![a-z])(?:${words})(?!room)`).join('|'), 'gi');
/** From this hour on an account is in its night, and a small figure after it lies behind midnight. */
const EVENING = 17 * HOUR;
const MORNING = 6 * HOUR;

/** The nearest such word in the sentence around a passage, or in the one before it. */
export function halfToldAround(text: string, from: number, to: number): HalfWord | null {
  const parts = text.slice(Math.max(0, from - SENTENCE_REACH), from).split(SENTENCE_END);
  const lead = wordIn(parts.pop() ?? '', 'last');
  const tail = wordIn(text.slice(to, to + SENTENCE_REACH).split(SENTENCE_END, 1)[0] ?? '', 'first');
  const near = lead && tail ? (lead.distance <= tail.distance ? lead : tail) : (lead ?? tail);
  const found = near ?? wordIn(parts.findLast((part) => part.trim() !== '') ?? '', 'last');
  return found?.told ?? null;
}

function wordIn(part: string, which: 'first' | 'last'): { readonly told: HalfWord; readonly distance: number } | null {
  const match = [...part.matchAll(WORD)].at(which === 'first' ? 0 : -1);
  const row = match && WORDS.find(([words]) => words.split('|').includes(match[0].toLowerCase()));
  if (!match || !row) return null;
  const distance = which === 'first' ? match.index : part.length - match.index - match[0].length;
  return { told: { word: match[0], from: row[1], to: row[2] }, distance };
}

export interface ReadHalf {
  /** 24 and more behind midnight. */
  readonly hour: number;
  readonly note: Note;
}

/**
 * Which half of the day a figure of the 12-hour clock belongs to: the one that a word beside it tells, or the first after the
 * time the account has reached, counted from its day's midnight; null where nothing tells, or where the two contradict each other.
 */
export function readHalf(clock: Clock, after: number | null, told: HalfWord | null): ReadHalf | null {
  const minutes = (clock.minute ?? 0) * MINUTE;
  const halves = [clock.hour % 12, (clock.hour % 12) + 12];
  const fitting = told ? halves.filter((hour) => hour >= told.from && hour < told.to) : [];
  const [byWord] = fitting.length === 1 ? fitting : [];
  const next = after === null ? null : nextHour(halves, minutes, after);
  if (byWord !== undefined && told && (after === null || byWord * HOUR + minutes >= after) && byWord !== next)
    return { hour: byWord, note: note('phrase.half.word', { clock: wallClock(byWord * HOUR + minutes, 'minute'), word: told.word }) };
  if (next === null || after === null || (byWord !== undefined && byWord !== next)) return null;
  const said = `${clock.hour}:${String(clock.minute ?? 0).padStart(2, '0')}`;
  const words = { clock: wallClock(next * HOUR + minutes, 'minute'), said, after: wallClock(after, 'minute') };
  return { hour: next, note: note('phrase.half.next', words) };
}

/** Behind midnight only where the account has reached its evening, and only into the small hours. */
function nextHour(halves: readonly number[], minutes: number, after: number): number | null {
  const hour = [...halves, ...halves.map((one) => one + 24)].find((one) => one * HOUR + minutes >= after) ?? null;
  if (hour === null || hour < 24) return hour;
  return after >= EVENING && hour * HOUR < DAY + MORNING ? hour : null;
}
