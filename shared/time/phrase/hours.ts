import { Refusal } from '../refusal.ts';
import { DAY, HOUR, MINUTE, SECOND, type Wall } from '../wall.ts';
import { onDay } from './choices.ts';
import { type Base, baseFor, daysOf, type Ground, Unclear } from './ground.ts';
import { type HalfWord, readHalf } from './half-days.ts';
import { hourWithin, type Part, partHours } from './parts-of-day.ts';
import type { DayStretch } from './stretch-of-days.ts';
import type { Clock, Resolved, Wording } from './wording.ts';
import { dateNote, type Note, note } from '../note.ts';
import { wallClock } from '../words.ts';
import { sameFacts } from '../../model/fact.ts';

/** From this hour on an account is in its night, and a small figure after it lies behind midnight. */
const EVENING = 17 * HOUR;
const MORNING = 6 * HOUR;
const NOTHING: Told = { after: null, half: null };
/** How far "shortly before" and "shortly after" are taken to reach. */
const NEAR = 30 * MINUTE;

/** What tells the half of the day: the time the account has reached, counted from the midnight of the day, and the words around it. */
interface Told {
  readonly after: number | null;
  readonly half: HalfWord | null;
}

/** Puts part of the day and clock upon days already known. */
export function resolveHours(says: Wording, days: DayStretch, ground: Ground): Resolved {
  const { part = null, clock } = says;
  const about = says.about ?? false;
  const { unit, notes } = days;
  const first = days.from;
  const last = days.to - DAY;
  if (!part && !clock) return { from: days.from, to: days.to, form: unit, clock: null, part, about, notes };
  if (unit === 'month' || unit === 'year') throw new Refusal('timeNeedsDate');
  if (clock) {
    if (unit === 'day') return atClock(says, clock, first, part, notes, toldOn(first, clock, ground));
    const [from, to] = [first, last].map((day) => atClock(says, clock, day, part, [], toldOn(day, clock, ground)));
    if (!from || !to) throw new Refusal('noSuchTime');
    return {
      from: from.from,
      to: to.to,
      form: 'minutes',
      clock: null,
      part,
      ends: [from, to],
      about: from.about,
      notes: [...notes, ...from.notes],
    };
  }
  const hours = partHours(part as Part);
  // "The night of 27-28 July" is one night, from the one day into the other.
  const oneNight = says.dayTo !== undefined && !says.dayOr && last - first === DAY && hours.to > DAY;
  return {
    from: first + hours.from,
    to: (oneNight ? first : last) + hours.to,
    form: unit === 'day' || oneNight ? 'part' : 'minutes',
    clock: null,
    part,
    about,
    notes: [...notes, partNote(part as Part)],
  };
}

/** A time of day without a date: of the day the account stands at, behind midnight where its night has begun. */
export function resolveClockAlone(says: Wording, clock: Clock, ground: Ground): Resolved {
  const base = storyOrReference(ground);
  const { first: day, last } = daysOf(base);
  if (day !== last) throw new Unclear('dateMissing', {}, []);
  const notes = dayTaken(base, day);
  const half = ground.around?.half ?? null;
  // A message's own time tells nothing about the hours it speaks of: they may lie on either side.
  const reached = clock.half === 'open' && ground.around && !ground.story ? null : base.clock;
  if (says.part) return atClock(says, clock, day, says.part, notes, { after: null, half });
  if (!base.part) return atClock(says, clock, day, null, notes, { after: reached, half });
  const { from, to } = partHours(base.part);
  const meant = hourWithin(base.part, clock.hour, clock.half);
  const within = clock.midnight ? to > DAY : meant !== null && meant * HOUR >= from && meant * HOUR < to;
  const goesOn = clock.half !== 'open' || (meant !== null && fitsTold(meant * HOUR + (clock.minute ?? 0) * MINUTE, reached, half));
  return within && goesOn
    ? atClock(says, clock, day, base.part, notes)
    : atClock(says, clock, day, null, notes, { after: clock.half === 'open' ? (reached ?? from) : from, half });
}

/** Whether a reading in the part of the day the account stands in goes on from it, and is no other meal's. */
function fitsTold(at: number, reached: number | null, half: HalfWord | null): boolean {
  return (reached === null || at >= reached) && (half === null || (at >= half.from * HOUR && at < half.to * HOUR));
}

/** What tells the half of a day that is known: the account's time, where it has reached that day. */
function toldOn(day: Wall, clock: Clock, { story, around }: Ground): Told {
  const here = clock.half === 'open' && story !== null && daysOf(story).first === day && daysOf(story).last === day;
  const after = here ? (story.clock ?? (story.part === null ? null : partHours(story.part).from)) : null;
  return { after, half: around?.half ?? null };
}

/** Says where the day comes from, unless that is the very date beside it. */
function dayTaken(base: Base, day: Wall): readonly Note[] {
  const date = dateNote(day);
  return sameFacts([base.name], [date]) ? [] : [note('phrase.clockOf', { base: base.name, date })];
}

function storyOrReference(ground: Ground): Base {
  if (!ground.story && !ground.reference) throw new Unclear('dateMissing', {}, []);
  return baseFor('story', ground);
}

function atClock(says: Wording, clock: Clock, day: Wall, part: Part | null, notes: readonly Note[], told: Told = NOTHING): Resolved {
  const { hour, note: how } = hourMeant(says, clock, day, part, told);
  const from = day + hour * HOUR + (clock.minute ?? 0) * MINUTE + Math.min(clock.second ?? 0, 59) * SECOND;
  // "At ten" is said of five to ten as well: a whole hour spoken without its minutes is a round figure.
  const spoken = clock.spoken === true;
  const figures = { ...clock, hour: hour % 24, minute: spoken ? 0 : clock.minute };
  const late = hour >= 24 && !(clock.hour === 24);
  const said = [
    ...notes,
    ...(part ? [partNote(part)] : []),
    ...(how ? [how] : hour % 24 !== clock.hour || clock.half === 'open' ? [note('phrase.hour', { clock: wallClock(from, 'minute') })] : []),
    ...(spoken ? [note('phrase.spokenHour')] : []),
    ...(late ? [note('phrase.afterMidnight', { clock: wallClock(from, 'minute'), date: dateNote(from) })] : []),
  ];
  if (says.near) {
    const [least, most] = says.near === 'after' ? [0, NEAR] : [-NEAR, 0];
    const words = note('phrase.near', { count: NEAR / MINUTE });
    return { from: from + least, to: from + most + MINUTE, form: 'minutes', clock: null, part, about: false, notes: [...said, words] };
  }
  const width = figures.minute === null ? HOUR : clock.second === null ? MINUTE : SECOND;
  return { from, to: from + width, form: 'clock', clock: figures, part, about: spoken || (says.about ?? false), notes: said };
}

interface HourMeant {
  /** Hours after the day's midnight, 24 and more on the next. */
  readonly hour: number;
  readonly note: Note | null;
}

/** Throws a Refusal that asks where a figure has two readings. */
function hourMeant(says: Wording, clock: Clock, day: Wall, part: Part | null, told: Told): HourMeant {
  const { hour, half, midnight } = clock;
  const { after } = told;
  const just = (one: number): HourMeant => ({ hour: one, note: null });
  if (midnight) {
    if (says.near) return just(says.near === 'after' ? 0 : 24);
    if (part && partHours(part).to > DAY) return just(24);
    if (after !== null && after >= EVENING) return just(24);
    throw askHour(says, clock, day, [0, 24], 'midnight');
  }
  if (part) {
    const meant = hourWithin(part, hour, half);
    if (meant === null) throw new Refusal('noSuchTime');
    return just(meant);
  }
  if (half === 'open') {
    const read = readHalf(clock, after, told.half);
    if (read) return read;
    throw askHour(says, clock, day, [hour % 12, (hour % 12) + 12], 'halfDay');
  }
  if (after !== null && after >= EVENING && hour * HOUR < MORNING) return just(hour + 24);
  const written = hour * HOUR + (clock.minute ?? 0) * MINUTE;
  // "Half past six" after two in the afternoon is six in the evening as often as it is the next morning.
  const evening = half === 'loose' && hour >= 1 && hour < 12 ? [hour + 12] : [];
  if (after !== null && written < after - HOUR) throw askHour(says, clock, day, [...evening, hour, hour + 24], 'dayUnclear');
  return just(hour);
}

function askHour(
  says: Wording,
  clock: Clock,
  day: Wall,
  hours: readonly number[],
  problem: 'midnight' | 'halfDay' | 'dayUnclear',
): Unclear {
  const { midnight: _midnight, ...plain } = clock;
  const at = (hour: number): Wall => day + hour * HOUR + (clock.minute ?? 0) * MINUTE;
  const choices = hours.map((hour) =>
    onDay({ ...says, clock: { ...plain, hour: hour % 24, half: 'set' } }, day + Math.floor(hour / 24) * DAY),
  );
  const words = (wall: Wall): Note => note('dateTime', { date: dateNote(wall), clock: wallClock(wall, 'minute') });
  return new Unclear(problem, { first: words(at(hours[0] ?? 0)), second: words(at(hours.at(-1) ?? 0)) }, choices);
}

function partNote(part: Part): Note {
  const { from, to } = partHours(part);
  const name = to > DAY ? 'phrase.part.next' : 'phrase.part.same';
  return note(name, {
    part: note(`phrase.part.${part}`),
    from: wallClock(from, 'minute'),
    to: to === DAY ? '24:00' : wallClock(to, 'minute'),
  });
}
