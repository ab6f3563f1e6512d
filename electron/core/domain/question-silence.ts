import type { SilenceEnd } from '../../../shared/contract/question.ts';
import type { Instant } from '../../../shared/model/identifier.ts';
import type { AskedEvent, AskedMoment } from './ports.ts';
import { ceiling, certainStretch, closed, type Draft, floor, link } from './question-draft.ts';

/**
 * From so long on a silence is a question: the shortest time in which rules of procedure expect a first act (receipt, or a decision
 * on interim measures, within 24 hours). What was too long in this case, its duties say; this only says from when on it is listed.
 */
export const SILENCE_FROM = 24 * 60 * 60 * 1000;

export interface Silence extends Draft {
  readonly long: boolean;
  readonly end: SilenceEnd;
  readonly notices: number;
  readonly recordEnds: Instant | null;
}

/** When something can have taken place: somewhere within [from, by). */
interface Placed {
  readonly event: AskedEvent;
  readonly from: number;
  readonly by: number;
}

/**
 * From each notice, something the organisation learned, to its next recorded act. A silence begins with the first notice that was not
 * answered yet, and those that surely fell into it are part of it.
 *
 * At least: from when the notice surely had been given to when the first act that can have followed it can have begun. At most: from
 * when it can have been given to when an act surely had followed, wherever in its bounds it was given. A moment marked doubtful ends
 * no silence and begins none; it is named, so that the reader can weigh it.
 */
export function findSilences(events: readonly AskedEvent[], recordEnds: Instant | null): readonly Silence[] {
  const told = events.flatMap((event) => {
    const moment = event.learned ?? (event.lane === 'knowledge' && event.kind === 'happening' ? event.happened : null);
    return moment ? [{ event, moment }] : [];
  });
  const acted = events.filter(({ lane, kind }) => lane === 'institution' && kind === 'happening');
  const notices = told.filter(({ moment }) => !moment.doubtful).map(({ event, moment }) => noticeOf(event, moment));
  const acts = new Acts(acted.filter(({ happened }) => !happened.doubtful).map((event) => actOf(event)));
  const doubtful = [
    ...told.filter(({ moment }) => moment.doubtful).map(({ event, moment }) => noticeOf(event, moment)),
    ...acted.filter(({ happened }) => happened.doubtful).map((event) => actOf(event)),
  ];
  notices.sort(byBounds);
  const found: Silence[] = [];
  const absorbed = new Set<Placed>();
  for (const [index, first] of notices.entries()) {
    if (absorbed.has(first)) continue;
    const silence = measure(first, notices, index + 1, acts, recordEnds);
    for (const notice of silence.inside) absorbed.add(notice);
    if (silence.atMost === null || silence.atMost >= SILENCE_FROM) found.push(toSilence(silence, notices, acts, doubtful));
  }
  return found;
}

interface Measured {
  readonly first: Placed;
  /** Notices that surely fell into it, the first one among them. */
  readonly inside: readonly Placed[];
  readonly certain: { readonly from: number; readonly to: number } | null;
  readonly from: number;
  readonly to: number;
  readonly atMost: number | null;
  readonly end: SilenceEnd;
  readonly recordEnds: Instant | null;
}

function measure(first: Placed, notices: readonly Placed[], next: number, acts: Acts, recordEnds: Instant | null): Measured {
  const endsFrom = acts.firstPossible(first.from);
  const firm = first.by <= endsFrom;
  const inside = [first];
  for (let index = next; firm && index < notices.length; index += 1) {
    const notice = notices[index] as Placed;
    if (notice.from > endsFrom) break;
    if (notice.by <= endsFrom) inside.push(notice);
  }
  const given = Math.min(...inside.map(({ by }) => by));
  const surelyUntil = endsFrom === Number.POSITIVE_INFINITY ? floor(recordEnds) : endsFrom;
  const { to, length } = acts.longestWait(first.from, first.by);
  const open = endsFrom === Number.POSITIVE_INFINITY;
  return {
    first,
    inside,
    certain: firm ? (certainStretch(given, surelyUntil) as Measured['certain']) : null,
    from: first.from,
    to,
    atMost: closed(length),
    end: open ? 'open' : to === Number.POSITIVE_INFINITY ? 'cannot-tell' : 'act',
    recordEnds: open ? recordEnds : null,
  };
}

function toSilence(measured: Measured, notices: readonly Placed[], acts: Acts, doubtful: readonly Placed[]): Silence {
  const { first, inside, certain, from, to, atMost, end, recordEnds } = measured;
  const within = ({ from: earliest, by }: Placed): boolean => earliest < to && by > from;
  const surelyIn = new Set(inside);
  const ending = acts.surelyBy(from, to);
  const atLeast = certain ? certain.to - certain.from : 0;
  return {
    key: `silence:${first.event.id}`,
    lane: 'institution',
    places: [],
    people: [],
    links: [
      ...inside.map(({ event }) => link(event, 'notice')),
      ...notices.filter((notice) => !surelyIn.has(notice) && within(notice)).map(({ event }) => link(event, 'may-be-notice')),
      ...acts.touching(from, to).flatMap((act) => (act === ending ? [] : [link(act.event, 'may-be-act')])),
      ...(ending ? [link(ending.event, 'act')] : []),
      ...doubtful.filter(within).map(({ event }) => link(event, 'doubtful')),
    ],
    certain,
    possible: { from: closed(from), to: closed(to) },
    atLeast,
    atMost,
    long: atLeast >= SILENCE_FROM,
    end,
    notices: inside.length,
    recordEnds,
  };
}

/** What the organisation did, in the order in which it can have begun. */
class Acts {
  readonly #acts: readonly Placed[];
  /** Of this act and all after it, by when the first had surely begun. */
  readonly #soonestBy: readonly number[];
  /** Of this act and all before it, until when one can have begun. */
  readonly #latestBy: readonly number[];

  constructor(acts: readonly Placed[]) {
    this.#acts = acts.toSorted(byBounds);
    const soonest = this.#acts.map(({ by }) => by);
    for (let index = soonest.length - 2; index >= 0; index -= 1)
      soonest[index] = Math.min(soonest[index] as number, soonest[index + 1] as number);
    const latest = this.#acts.map(({ by }) => by);
    for (let index = 1; index < latest.length; index += 1) latest[index] = Math.max(latest[index] as number, latest[index - 1] as number);
    this.#soonestBy = soonest;
    this.#latestBy = latest;
  }

  /** When the first act that can have come after `from` can have begun: `from` itself where one may lie on either side of it. */
  firstPossible(from: number): number {
    const next = this.#from(from);
    if (next > 0 && (this.#latestBy[next - 1] as number) > from) return from;
    return this.#acts[next]?.from ?? Number.POSITIVE_INFINITY;
  }

  /** The longest wait for an act from any instant in [from, by), and the latest instant by which one surely had followed. */
  longestWait(from: number, by: number): { readonly to: number; readonly length: number } {
    const next = this.#from(from);
    let to = this.#soonestBy[next] ?? Number.POSITIVE_INFINITY;
    let length = to - from;
    for (let index = next; index < this.#acts.length; index += 1) {
      const passed = (this.#acts[index] as Placed).from;
      if (passed >= by) break;
      // Given just after that act can have begun, the notice may have come too late for it.
      const answered = this.#soonestBy[index + 1] ?? Number.POSITIVE_INFINITY;
      to = Math.max(to, answered);
      length = Math.max(length, answered - passed);
    }
    return { to, length: Number.isNaN(length) ? Number.POSITIVE_INFINITY : length };
  }

  /** The act that had surely begun at `by`, of those that cannot have begun before `from`. */
  surelyBy(from: number, by: number): Placed | undefined {
    return by === Number.POSITIVE_INFINITY ? undefined : this.#acts.slice(this.#from(from)).find((act) => act.by === by);
  }

  touching(from: number, to: number): readonly Placed[] {
    return this.#acts.slice(0, this.#from(to)).filter((act) => act.by > from);
  }

  /** The position of the first act that cannot have begun before an instant. */
  #from(instant: number): number {
    let low = 0;
    let high = this.#acts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#acts[middle] as Placed).from < instant) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** The organisation surely knew when the telling was over. */
function noticeOf(event: AskedEvent, { beginsFrom, endsBy }: AskedMoment): Placed {
  return { event, from: floor(beginsFrom), by: ceiling(endsBy) };
}

/** An act ends a silence when it begins. */
function actOf(event: AskedEvent): Placed {
  return { event, from: floor(event.happened.beginsFrom), by: ceiling(event.happened.beginsBy) };
}

function byBounds(one: Placed, other: Placed): number {
  if (one.from !== other.from) return one.from < other.from ? -1 : 1;
  return one.by === other.by ? 0 : one.by < other.by ? -1 : 1;
}
