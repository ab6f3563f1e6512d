import type { QuestionPart, SilenceEnd } from '../../../../shared/contract/question.ts';
import type { Instant } from '../../../../shared/model/identifier.ts';
import { certainStretch, closed, type Draft, type DraftLink, floor, link } from './draft.ts';
import type { PlacedRows, SilenceRows } from './rows.ts';

/**
 * From so long on a silence is a question: the shortest time in which rules of procedure expect a first act (receipt, or a decision
 * on interim measures, within 24 hours). What was too long in this case, its duties say; this only says from when on it is listed.
 */
export const SILENCE_FROM = 24 * 60 * 60 * 1000;

/** Of events that a silence is linked to, as many of a part as a reader can take in; more are counted. */
const MOST_OF_A_PART = 12;

export interface Silence extends Draft {
  readonly long: boolean;
  readonly end: SilenceEnd;
  readonly notices: number;
  readonly recordEnds: Instant | null;
}

/**
 * From each notice, something the organisation learned, to its next recorded act. A silence begins with the first notice that was not
 * answered yet, and those that surely fell into it are part of it.
 *
 * At least: from when the notice surely had been given to when the first act that can have followed it can have begun. At most: from
 * when it can have been given to when an act surely had followed, wherever in its bounds it was given. A moment marked doubtful ends
 * no silence and begins none; it is named, so that the reader can weigh it.
 */
export function findSilences(rows: SilenceRows, recordEnds: Instant | null): readonly Silence[] {
  const notices = rows.notices.sorted();
  const acts = new Acts(rows.acts.sorted());
  const absorbed = new Uint8Array(notices.size);
  const found: Silence[] = [];
  for (let first = 0; first < notices.size; first += 1) {
    if (absorbed[first] === 1) continue;
    const silence = measure(first, notices, acts, recordEnds);
    for (const notice of silence.inside) absorbed[notice] = 1;
    if (silence.atMost === null || silence.atMost >= SILENCE_FROM) found.push(toSilence(silence, notices, acts, rows.doubtful));
  }
  return found;
}

interface Measured {
  /** Positions of the notices that surely fell into it, the first one before the others. */
  readonly inside: readonly number[];
  readonly certain: Draft['certain'];
  readonly from: number;
  readonly to: number;
  readonly atMost: number | null;
  readonly end: SilenceEnd;
  readonly recordEnds: Instant | null;
}

function measure(first: number, notices: PlacedRows, acts: Acts, recordEnds: Instant | null): Measured {
  const from = notices.from(first);
  const endsFrom = acts.firstPossible(from);
  const firm = notices.by(first) <= endsFrom;
  const inside = [first];
  let given = notices.by(first);
  for (let next = first + 1; firm && next < notices.size && notices.from(next) <= endsFrom; next += 1) {
    if (notices.by(next) > endsFrom) continue;
    inside.push(next);
    given = Math.min(given, notices.by(next));
  }
  const open = endsFrom === Number.POSITIVE_INFINITY;
  const { to, length } = acts.longestWait(from, notices.by(first));
  return {
    inside,
    certain: firm ? certainStretch(given, open ? floor(recordEnds) : endsFrom) : null,
    from,
    to,
    atMost: closed(length),
    end: open ? 'open' : to === Number.POSITIVE_INFINITY ? 'cannot-tell' : 'act',
    recordEnds: open ? recordEnds : null,
  };
}

function toSilence({ inside, certain, from, to, ...measured }: Measured, notices: PlacedRows, acts: Acts, doubtful: PlacedRows): Silence {
  const surelyIn = new Set(inside);
  const ending = acts.surelyBy(from, to);
  const links = new Links();
  for (const position of inside) links.add(notices, position, 'notice');
  for (let position = 0; position < notices.size && notices.from(position) < to; position += 1)
    if (notices.by(position) > from && !surelyIn.has(position)) links.add(notices, position, 'may-be-notice');
  for (const position of acts.touching(from, to)) if (position !== ending) links.add(acts.rows, position, 'may-be-act');
  if (ending !== null) links.add(acts.rows, ending, 'act');
  for (let position = 0; position < doubtful.size; position += 1)
    if (doubtful.from(position) < to && doubtful.by(position) > from) links.add(doubtful, position, 'doubtful');
  const atLeast = certain ? (certain.to as number) - (certain.from as number) : 0;
  return {
    key: `silence:${notices.id(inside[0] as number)}`,
    lane: 'institution',
    places: [],
    people: [],
    links: links.taken,
    moreLinks: links.more,
    certain,
    possible: { from: closed(from), to: closed(to) },
    atLeast,
    long: atLeast >= SILENCE_FROM,
    notices: inside.length,
    ...measured,
  };
}

class Links {
  readonly taken: DraftLink[] = [];
  more = 0;
  readonly #counted = new Map<QuestionPart, number>();

  add(rows: PlacedRows, position: number, part: QuestionPart): void {
    const count = this.#counted.get(part) ?? 0;
    this.#counted.set(part, count + 1);
    if (count < MOST_OF_A_PART) this.taken.push(link({ id: rows.id(position) }, part));
    else this.more += 1;
  }
}

/** What the organisation did, in the order in which it can have begun. */
class Acts {
  readonly rows: PlacedRows;
  /** Of this act and all after it, by when the first had surely begun. */
  readonly #soonestBy: Float64Array;
  /** Of this act and all before it, until when one can have begun. */
  readonly #latestBy: Float64Array;

  constructor(rows: PlacedRows) {
    this.rows = rows;
    this.#soonestBy = new Float64Array(rows.size);
    this.#latestBy = new Float64Array(rows.size);
    let soonest = Number.POSITIVE_INFINITY;
    for (let position = rows.size - 1; position >= 0; position -= 1)
      this.#soonestBy[position] = soonest = Math.min(soonest, rows.by(position));
    let latest = Number.NEGATIVE_INFINITY;
    for (let position = 0; position < rows.size; position += 1) this.#latestBy[position] = latest = Math.max(latest, rows.by(position));
  }

  /** When the first act that can have come after `from` can have begun: `from` itself where one may lie on either side of it. */
  firstPossible(from: number): number {
    const next = this.#from(from);
    if (next > 0 && (this.#latestBy[next - 1] as number) > from) return from;
    return next < this.rows.size ? this.rows.from(next) : Number.POSITIVE_INFINITY;
  }

  /** The longest wait for an act from any instant in [from, by), and the latest instant by which one surely had followed. */
  longestWait(from: number, by: number): { readonly to: number; readonly length: number } {
    const next = this.#from(from);
    let to = this.#soonest(next);
    let length = to - from;
    for (let position = next; position < this.rows.size && this.rows.from(position) < by; position += 1) {
      // Given just after that act can have begun, the notice may have come too late for it.
      const answered = this.#soonest(position + 1);
      to = Math.max(to, answered);
      length = Math.max(length, answered - this.rows.from(position));
    }
    return { to, length };
  }

  /** The position of the act that had surely begun at `by`, of those that cannot have begun before `from`; null where there is none. */
  surelyBy(from: number, by: number): number | null {
    for (let position = this.#from(from); position < this.rows.size && this.rows.from(position) <= by; position += 1)
      if (this.rows.by(position) === by) return position;
    return null;
  }

  /** The acts that can have begun within [from, to). */
  *touching(from: number, to: number): Generator<number> {
    for (let position = 0; position < this.rows.size && this.rows.from(position) < to; position += 1)
      if (this.rows.by(position) > from) yield position;
  }

  #soonest(position: number): number {
    return this.#soonestBy[position] ?? Number.POSITIVE_INFINITY;
  }

  /** The position of the first act that cannot have begun before an instant. */
  #from(instant: number): number {
    let low = 0;
    let high = this.rows.size;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.rows.from(middle) < instant) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
