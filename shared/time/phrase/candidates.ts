import { DAY, wallParts } from '../wall.ts';
import { type Base, dayOf, type Ground, Unclear } from './ground.ts';
import { type DayStretch, describeStretch } from './stretch-of-days.ts';
import type { Wording } from './wording.ts';
import { type Note, note } from '../note.ts';
import type { TimeWord } from '../words.ts';

/** One way to fill in a missing year or month. */
export interface Candidate {
  readonly stretch: DayStretch;
  readonly says: Wording;
}

/**
 * Chooses which year or month is meant, from candidates in order of time. Counted from the reference it is the last one that had
 * begun, unless the next is nearer; counted from the account's last date it is the nearest. Where the two disagree, or neither
 * tells, it is asked.
 */
export function pickCandidate(candidates: readonly Candidate[], says: Wording, ground: Ground, missing: 'year' | 'month'): Candidate {
  if (candidates.length === 0) throw new Unclear('noSuchDate', {}, []);
  const { reference, story } = ground;
  const future = says.future ?? ground.around?.ahead ?? false;
  const bySpeech = reference ? nearReference(candidates, reference, future) : null;
  const byStory = story && story !== reference && tells(story, reference, missing) ? nearStory(candidates, story) : null;
  if (!bySpeech && !byStory) throw new Unclear(missing === 'year' ? 'yearMissing' : 'monthMissing', {}, []);
  const weekday = fittingWeekday([...(bySpeech ?? []), ...(byStory ?? [])], says);
  const both = bySpeech && byStory ? bySpeech.filter((one) => byStory.includes(one)) : (bySpeech ?? byStory ?? []);
  const common = both.length === 1 ? both : weekday.length === 1 ? weekday : both;
  const [only] = common;
  if (common.length === 1 && only && (future || weekday.length === 1 || !leadsPast(only, reference, bySpeech))) {
    const told = [...(both.length === 1 ? [] : [onlyWeekday(only)]), ...(future && bySpeech ? [note('phrase.ahead')] : [])];
    return withNotes(only, [countedFrom(only, (bySpeech ? reference : story) as Base, missing), ...told]);
  }
  throw askWhich(candidates.filter((one) => bySpeech?.includes(one) || byStory?.includes(one)).slice(0, 3), missing);
}

/** The account may tell which of two is meant, but not lead past the day it was given on. */
function leadsPast({ stretch }: Candidate, reference: Base | null, bySpeech: readonly Candidate[] | null): boolean {
  return reference !== null && stretch.from >= reference.to && (bySpeech?.length ?? 0) > 1;
}

function withNotes({ stretch, says }: Candidate, notes: readonly Note[]): Candidate {
  return { says, stretch: { ...stretch, notes: [...stretch.notes, ...notes] } };
}

function countedFrom({ stretch }: Candidate, base: Base, missing: 'year' | 'month'): Note {
  return note(missing === 'year' ? 'phrase.year' : 'phrase.month', {
    base: base.name,
    result: describeStretch(stretch),
  });
}

function askWhich(offered: readonly Candidate[], missing: 'year' | 'month'): Unclear {
  return new Unclear(
    missing === 'year' ? 'yearUnclear' : 'monthUnclear',
    {
      first: describeStretch((offered[0] as Candidate).stretch),
      second: describeStretch((offered.at(-1) as Candidate).stretch),
    },
    offered.map((one) => one.says),
  );
}

/** "I joined in March 2028" is background: alone it tells no later date its year. */
function tells({ from, to }: Base, reference: Base | null, missing: 'year' | 'month'): boolean {
  return reference !== null || missing === 'month' || to - from <= 7 * DAY;
}

/** "Friday (16/5)" leaves one of two years, where only in one of them it was a Friday. */
function fittingWeekday(all: readonly Candidate[], { weekday }: Wording): readonly Candidate[] {
  return [...new Set(all)].filter(({ stretch }) => wallParts(stretch.from).weekday === weekday);
}

function onlyWeekday({ stretch }: Candidate): Note {
  return note('phrase.weekday.only', {
    result: describeStretch(stretch),
    weekday: note(`weekday.${wallParts(stretch.from).weekday}` as TimeWord),
  });
}

/** For a wide reference both of its ends are asked; what they do not agree on stays open. */
function nearReference(candidates: readonly Candidate[], reference: Base, future: boolean): readonly Candidate[] {
  const found = new Set([reference.from, reference.to - 1].flatMap((at) => nearDay(candidates, dayOf(at), future)));
  return candidates.filter((one) => found.has(one));
}

function nearDay(candidates: readonly Candidate[], day: number, future: boolean): readonly Candidate[] {
  const last = candidates.findLast(({ stretch }) => stretch.from <= day);
  const next = candidates.find(({ stretch }) => stretch.from > day);
  const ahead = candidates.find(({ stretch }) => stretch.to > day);
  if (future && ahead) return [ahead];
  if (!last || !next) return last ? [last] : next ? [next] : [];
  const since = Math.max(0, day - (last.stretch.to - DAY));
  return next.stretch.from - day < since ? [last, next] : [last];
}

/** A date well nearer to the account's last one than any other; otherwise both. */
function nearStory(candidates: readonly Candidate[], story: Base): readonly Candidate[] {
  const distance = ({ stretch }: Candidate): number => Math.max(0, stretch.from - story.to, story.from - stretch.to) / DAY;
  const [nearest, second] = candidates.toSorted((one, other) => distance(one) - distance(other));
  if (!nearest) return [];
  const clear = !second || distance(nearest) <= 7 || distance(second) > 1.5 * distance(nearest);
  return clear ? [nearest] : candidates.filter((one) => one === nearest || one === second);
}
