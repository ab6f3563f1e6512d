import type { OpenStretch, Question, QuestionPart } from '../../../../shared/contract/question.ts';
import type { EventId, Instant, PartyId } from '../../../../shared/model/identifier.ts';

export interface DraftLink {
  readonly id: EventId;
  readonly part: QuestionPart;
}

/** A question as its rule finds it: names, sources and what else was recorded of the time are put to it when it is answered. */
export interface Draft extends Pick<Question, 'key' | 'lane' | 'places' | 'certain' | 'possible' | 'atLeast' | 'atMost'> {
  readonly people: readonly PartyId[];
  readonly links: readonly DraftLink[];
  /** Linked events beyond those. */
  readonly moreLinks?: number;
}

export function link({ id }: { readonly id: EventId }, part: QuestionPart): DraftLink {
  return { id, part };
}

/** Null stands for an open bound, here for whichever infinity it is. */
export function floor(instant: Instant | null): number {
  return instant ?? Number.NEGATIVE_INFINITY;
}

export function ceiling(instant: Instant | null): number {
  return instant ?? Number.POSITIVE_INFINITY;
}

export function closed(instant: number): Instant | null {
  return Number.isFinite(instant) ? instant : null;
}

/** [from, to) where it has a length and both ends are known; otherwise there is no time that surely belongs to it. */
export function certainStretch(from: number, to: number): OpenStretch | null {
  return Number.isFinite(from) && Number.isFinite(to) && from < to ? { from, to } : null;
}
