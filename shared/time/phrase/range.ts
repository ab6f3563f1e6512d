import { addToWall, DAY, HOUR, MINUTE, wallParts } from '../wall.ts';
import { dayOf, type Ground, Unclear } from './ground.ts';
import { asBase, resolveWording } from './resolve.ts';
import type { Clock, Resolved, Wording } from './wording.ts';
import { dateNote, monthNote, type Note, note } from '../note.ts';
import { wallClock } from '../words.ts';

/** Both ends of a stretch; what one of them does not say, the other may. Throws a Refusal. */
export function resolveEnds(one: Wording, other: Wording, ground: Ground): { readonly from: Resolved; readonly to: Resolved } {
  const [first, second] = shareParts(
    withDateOf(one, other),
    one.about && isClockAlone(one) && other.clock ? { ...other, about: true } : other,
  );
  const from = resolveStart(first, second, ground);
  return { from, to: resolveEnd(second, first, from, ground) };
}

/** "From 10 to 11 pm on 14 May": the date beside the end is that of the beginning. */
function withDateOf(first: Wording, second: Wording): Wording {
  const countsOn = second.step?.origin === 'story' && second.step.most > 0;
  if (!isClockAlone(first) || !second.clock || isClockAlone(second) || countsOn) return first;
  const { about: _about, ...rest } = second;
  return { ...rest, ...first };
}

function isClockAlone(says: Wording): boolean {
  return says.clock !== undefined && Object.keys(says).every((key) => ['clock', 'about', 'part', 'near', 'zone'].includes(key));
}

/** "Between ten and eleven at night", "from 30 December to 2 January 2031": what one end says may hold for the other. */
function shareParts(first: Wording, second: Wording): readonly [Wording, Wording] {
  const bothClocks = first.clock !== undefined && second.clock !== undefined;
  const firstPart =
    bothClocks && !first.part && second.part && first.clock.half !== 'set' && isClockAlone(second) ? { part: second.part } : {};
  const secondPart =
    bothClocks && !second.part && first.part && second.clock.half !== 'set' && isClockAlone(second) ? { part: first.part } : {};
  return [
    { ...first, ...firstPart },
    { ...second, ...secondPart },
  ];
}

/** A beginning without its year takes that of the end, or the year before where it would come after the end. */
function resolveStart(first: Wording, second: Wording, ground: Ground): Resolved {
  const lacksYear =
    first.year === undefined && !first.yearShift && !first.monthShift && (first.month !== undefined || first.pair !== undefined);
  if (lacksYear && second.year !== undefined) {
    const same = resolveWording({ ...first, year: second.year }, ground);
    const end = resolveWording(second, ground);
    return same.from < end.to ? same : resolveWording({ ...first, year: second.year - 1 }, ground);
  }
  if (first.clock?.half === 'open' && !first.part && second.clock && !second.part) return resolveOpenStart(first, second, ground);
  return resolveWording(first, ground);
}

/** "From 10 to 11 pm": the first figure lies in the twelve hours before the second. */
function resolveOpenStart(first: Wording, second: Wording, ground: Ground): Resolved {
  const clock = first.clock as NonNullable<Wording['clock']>;
  const end = second.clock as NonNullable<Wording['clock']>;
  if (end.half === 'open' || !onSameDay(first, second)) return resolveWording(first, ground);
  const hour =
    [clock.hour % 12, (clock.hour % 12) + 12].findLast(
      (one) => one < end.hour || (one === end.hour && (clock.minute ?? 0) < (end.minute ?? 0)),
    ) ?? clock.hour;
  return resolveWording({ ...first, clock: { ...clock, hour, half: 'set' } }, ground);
}

function onSameDay(first: Wording, second: Wording): boolean {
  return isClockAlone(first) || isClockAlone(second) || (first.day === second.day && first.step === second.step);
}

/** The end counts on from the beginning: the same month, the same day, or behind midnight. */
function resolveEnd(second: Wording, first: Wording, from: Resolved, ground: Ground): Resolved {
  const story = asBase(from, ground);
  const { clock } = second;
  if (clock && isClockAlone(second)) {
    const hour = second.part || clock.half !== 'open' ? clock.hour : openEnd(clock, from);
    const settled = { ...second, clock: { ...clock, hour, half: second.part ? clock.half : ('set' as const) } };
    const read = resolveWording(settled, { ...ground, story: { ...story, part: null, clock: null } });
    return read.from > from.from ? read : afterMidnight(read);
  }
  if (second.day !== undefined && second.month === undefined && !second.monthShift && !second.pair) {
    const { year, month } = wallParts(from.from);
    const same = resolveWording({ ...second, year, month }, ground);
    return same.to > from.from ? same : resolveWording(second, { ...ground, story });
  }
  const lacksYear = second.year === undefined && (second.month !== undefined || second.pair !== undefined) && !second.yearShift;
  if (lacksYear) {
    const { year } = wallParts(from.from);
    const same = resolveWording({ ...second, year }, ground);
    const end = same.to > from.from ? same : resolveWording({ ...second, year: year + 1 }, ground);
    if (first.year === undefined && ground.reference && end.from >= ground.reference.to && !second.future && !ground.around?.ahead)
      throw askYears(first, from, end, year);
    return end;
  }
  return resolveWording(second, { ...ground, story });
}

/** "From May to July", said in May, may be that of the year before. */
function askYears(first: Wording, from: Resolved, end: Resolved, year: number): Unclear {
  const choices = [year - 1, year].map((one) => ({ ...first, year: one }));
  const at = (shift: number): Note =>
    note('span', {
      from: monthNote(addToWall(dayOf(from.from), 'year', shift), 'short'),
      to: monthNote(addToWall(dayOf(end.from), 'year', shift), 'short'),
    });
  return new Unclear('yearUnclear', { first: at(-1), second: at(0) }, choices);
}

/** "From 23:00 to two": the first such hour after the beginning. */
function openEnd({ hour, minute }: Clock, from: Resolved): number {
  const start = from.from % DAY;
  const [morning, evening] = [hour % 12, (hour % 12) + 12];
  const at = (one: number): number => one * HOUR + (minute ?? 0) * MINUTE;
  return at(morning) > start ? morning : at(evening) > start ? evening : morning;
}

function afterMidnight(read: Resolved): Resolved {
  const from = read.from + DAY;
  const words = note('phrase.afterMidnight', { clock: wallClock(from, 'minute'), date: dateNote(from) });
  return { ...read, from, to: read.to + DAY, notes: [...read.notes, words] };
}
