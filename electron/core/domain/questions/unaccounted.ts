import type { PartyId } from '../../../../shared/model/identifier.ts';
import type { AskedEvent } from '../ports/index.ts';
import { ceiling, closed, type Draft, floor, link } from './draft.ts';

/** Shorter periods are the ordinary distance between two things somebody noticed. */
export const UNACCOUNTED_FROM = 30 * 60 * 1000;

/** Events so far apart are not of one night: that nobody wrote down a day at the office is no question. */
export const EPISODE = 12 * 60 * 60 * 1000;

/**
 * Periods of at least half an hour, between two events of one episode of the incident lane that name a person, in which no event
 * that names them can have taken place. The same for complainants and respondents.
 *
 * Every event that names the person accounts for all of its bounds, of whatever lane, with a place or without: it may have been
 * then. A moment marked doubtful accounts for its bounds, too, but bounds no period. At least: between the bounds; at most: from when the
 * last event before surely was not over to when the first one after surely had begun. A memory gap accounts for nothing; it is linked.
 */
export function findUnaccounted(events: readonly AskedEvent[], people: ReadonlySet<PartyId>): readonly Draft[] {
  return [...people].flatMap((person) =>
    periodsOf(
      person,
      events.filter(({ parties }) => parties.includes(person)),
    ),
  );
}

function periodsOf(person: PartyId, named: readonly AskedEvent[]): readonly Draft[] {
  const seen = named.filter(({ kind }) => kind === 'happening').toSorted((one, other) => startOf(one) - startOf(other) || 0);
  const gaps = named.filter(({ kind }) => kind === 'memory-gap');
  const soonest = soonestAfter(seen);
  const found: Draft[] = [];
  let accounted = Number.NEGATIVE_INFINITY;
  let before: Anchor | null = null;
  for (const [index, event] of seen.entries()) {
    const after = soonest[index] ?? null;
    const from = startOf(event);
    if (before && after && from - accounted >= UNACCOUNTED_FROM && after.at - before.at < EPISODE)
      found.push(toDraft(person, before, after, { from: accounted, to: from }, gaps));
    accounted = Math.max(accounted, ceiling(event.happened.endsBy));
    const left = floor(event.happened.endsFrom);
    if (bounds(event) && left > (before?.at ?? Number.NEGATIVE_INFINITY)) before = { event, at: left };
  }
  return found;
}

/** The event that limits a period on one side, and the instant up to which, or from which, the person surely was accounted for. */
interface Anchor {
  readonly event: AskedEvent;
  readonly at: number;
}

/** For each event, of it and all after it, the one that surely had begun first. */
function soonestAfter(seen: readonly AskedEvent[]): readonly (Anchor | undefined)[] {
  const soonest: (Anchor | undefined)[] = [];
  let best: Anchor | undefined;
  for (let index = seen.length - 1; index >= 0; index -= 1) {
    const event = seen[index] as AskedEvent;
    const at = ceiling(event.happened.beginsBy);
    if (bounds(event) && at <= (best?.at ?? Number.POSITIVE_INFINITY)) best = { event, at };
    soonest[index] = best;
  }
  return soonest;
}

function bounds({ lane, happened }: AskedEvent): boolean {
  return lane === 'incident' && !happened.doubtful;
}

function toDraft(
  person: PartyId,
  before: Anchor,
  after: Anchor,
  certain: { readonly from: number; readonly to: number },
  gaps: readonly AskedEvent[],
): Draft {
  const [from, to] = [before.at, after.at];
  return {
    key: `unaccounted:${person}:${before.event.id}:${after.event.id}`,
    lane: 'incident',
    people: [person],
    places: [...new Set([before.event.location, after.event.location].filter((place) => place !== ''))],
    links: [
      link(before.event, 'before'),
      link(after.event, 'after'),
      ...gaps
        .filter(({ happened }) => floor(happened.beginsFrom) < certain.to && ceiling(happened.endsBy) > certain.from)
        .map((event) => link(event, 'gap')),
    ],
    certain,
    possible: { from: closed(from), to: closed(to) },
    atLeast: certain.to - certain.from,
    atMost: to - from,
  };
}

function startOf({ happened }: AskedEvent): number {
  return floor(happened.beginsFrom);
}
