import type { PartyId } from '../../../../shared/model/identifier.ts';
import type { AskedEvent } from '../ports/index.ts';
import { ceiling, certainStretch, closed, type Draft, floor, link } from './draft.ts';

/**
 * How far two places are apart is not recorded, so no travelling time is reckoned with: only that nobody is at both within one
 * second. Were it longer, the next room would count as too far.
 */
export const NO_TIME = 1000;

/** As many as one person's list is searched for; a log that names somebody in two places every second is one question, not thousands. */
const MOST_FOUND = 200;

/**
 * Two events that name one person at two different places with no time in between, wherever within their bounds the truth lies: one
 * of them lasted over the other, or both are known to the same second. Where the bounds leave time to get from the one to the
 * other, or where the two merely may have coincided (two events of the same day), nothing is asked. Memory gaps and moments marked
 * doubtful say nothing of a place. A place whose words contain the other's ("Corridor 12", "Corridor 12, camera 3") is no other place.
 */
export function findTwoPlaces(events: readonly AskedEvent[], people: ReadonlySet<PartyId>): readonly Draft[] {
  const placed = events.filter(
    ({ kind, location, happened }) =>
      kind === 'happening' && location.trim() !== '' && !happened.doubtful && happened.beginsBy !== null && happened.endsFrom !== null,
  );
  return [...people].flatMap((person) => pairsOf(person, placed));
}

function pairsOf(person: PartyId, placed: readonly AskedEvent[]): readonly Draft[] {
  const named = placed.filter(({ parties }) => parties.includes(person)).toSorted((one, other) => startOf(one) - startOf(other) || 0);
  const found: Draft[] = [];
  let going: readonly AskedEvent[] = [];
  for (const event of named) {
    going = going.filter(({ happened }) => ceiling(happened.endsBy) + NO_TIME >= startOf(event));
    for (const earlier of going) {
      if (!isNoTimeBetween(earlier, event) || isSamePlace(earlier.location, event.location)) continue;
      found.push(toDraft(person, earlier, event));
      if (found.length === MOST_FOUND) return found;
    }
    going = [...going, event];
  }
  return found;
}

/** Whichever came first, the other had begun by a second after it surely was not over. */
function isNoTimeBetween({ happened: one }: AskedEvent, { happened: other }: AskedEvent): boolean {
  const wait = (first: typeof one, second: typeof one): number => ceiling(second.beginsBy) - floor(first.endsFrom);
  return Math.max(wait(one, other), wait(other, one)) <= NO_TIME;
}

function toDraft(person: PartyId, one: AskedEvent, other: AskedEvent): Draft {
  const [first, second] = [one.happened, other.happened];
  const from = Math.max(floor(first.beginsFrom), floor(second.beginsFrom));
  const to = Math.min(ceiling(first.endsBy), ceiling(second.endsBy));
  const certain = certainStretch(
    Math.max(ceiling(first.beginsBy), ceiling(second.beginsBy)),
    Math.min(floor(first.endsFrom), floor(second.endsFrom)),
  );
  return {
    key: `two-places:${person}:${[one.id, other.id].toSorted().join(':')}`,
    lane: other.lane,
    people: [person],
    places: [one.location, other.location],
    links: [link(one, 'one'), link(other, 'other')],
    certain,
    possible: { from: closed(Math.min(from, to)), to: closed(Math.max(from, to)) },
    atLeast: certain ? (certain.to as number) - (certain.from as number) : 0,
    atMost: closed(Math.max(0, to - from)),
  };
}

function startOf({ happened }: AskedEvent): number {
  return floor(happened.beginsFrom);
}

/** Whether one is the other, or the other with more words: `Room 1` and `Room 12` are two, `Room 12` and `Hotel, Room 12` are not. */
export function isSamePlace(one: string, other: string): boolean {
  const [shorter, longer] = [plain(one), plain(other)].toSorted((first, second) => first.length - second.length) as [string, string];
  for (let at = longer.indexOf(shorter); at >= 0; at = longer.indexOf(shorter, at + 1)) {
    const end = at + shorter.length;
    if (isBorder(longer[at - 1], shorter[0]) && isBorder(shorter.at(-1), longer[end])) return true;
  }
  return false;
}

function plain(place: string): string {
  return place.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** Not in the middle of a number or of a word that is written in letters. */
function isBorder(before: string | undefined, after: string | undefined): boolean {
  if (before === undefined || after === undefined) return true;
  const [digits, letters] = [/[0-9]/, /[a-z\u00c0-\u024f]/];
  return !(digits.test(before) && digits.test(after)) && !(letters.test(before) && letters.test(after));
}
