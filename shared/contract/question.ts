import { z } from 'zod';
import { orderClaim } from '../model/order-claim.ts';
import { lane } from '../model/event.ts';
import { exhibitNumber } from '../model/exhibit.ts';
import { caseId, clockId, eventId, exhibitId, instant, partyId, orderClaimId } from '../model/identifier.ts';
import { partyRole } from '../model/party.ts';
import { command, query } from './conversation.ts';

/**
 * What the record leaves open. A question says what is recorded and what is not; it never says why, and of nobody that they are
 * wrong. Complainant and respondent are measured by the same rules.
 *
 * For the picture: every question has `kind`, `key`, `lane`, `certain` and `possible`; of `silence` it draws a bracket from notice
 * to act, of `unaccounted` and `memory-gap` a hatching, solid over `certain` and soft over the rest of `possible`. `atLeast` and
 * `atMost` are what is written beside it, with `formatDuration`; who and where are `people` and `places`. Stretches reach from null, open, to null.
 */
export const questionKinds = ['two-places', 'sequence', 'silence', 'unaccounted', 'memory-gap'] as const;
export const questionKind = z.enum(questionKinds);
export type QuestionKind = z.infer<typeof questionKind>;

/** [from, to); null is open: not known, or not over at the end of the record. */
export const openStretch = z.object({ from: instant.nullable(), to: instant.nullable() }).readonly();
export type OpenStretch = z.infer<typeof openStretch>;

/**
 * What a linked event is to the question.
 * two-places, sequence: `one` and `other`, of a claim the earlier and the later. silence: `notice`, and the `act` by which it was surely
 * over; `may-be-notice` and `may-be-act` may lie inside it or not, as far as their bounds tell; `doubtful` was left out, because its time
 * is marked so. unaccounted: `before` and `after` it; memory-gap: the `gap` itself. `meanwhile` is what else is recorded of this time.
 */
export const questionPart = z.enum([
  'one',
  'other',
  'notice',
  'may-be-notice',
  'act',
  'may-be-act',
  'before',
  'after',
  'gap',
  'meanwhile',
  'doubtful',
]);
export type QuestionPart = z.infer<typeof questionPart>;

const link = z.object({ eventId, title: z.string(), part: questionPart }).readonly();
const source = z.object({ exhibitId, exhibitNumber, place: z.string(), quote: z.string() }).readonly();
const person = z.object({ partyId, name: z.string(), role: partyRole }).readonly();
export type QuestionLink = z.infer<typeof link>;
export type QuestionSource = z.infer<typeof source>;
export type QuestionPerson = z.infer<typeof person>;

const common = {
  /** The same question keeps its key while the events it hangs on stay. */
  key: z.string(),
  /** The lane it is drawn in. */
  lane,
  people: z.array(person).readonly(),
  places: z.array(z.string()).readonly(),
  events: z.array(link).readonly(),
  /** Linked events beyond those listed. */
  moreEvents: z.int().min(0),
  /** The exact places in exhibits it rests on. */
  sources: z.array(source).readonly(),
  /** The time that surely belongs to it, wherever within their bounds the moments lie; null where there is none. */
  certain: openStretch.nullable(),
  /** The time that can belong to it at all. */
  possible: openStretch,
  /** In milliseconds, whatever the truth within the bounds; `atMost` is null where nothing limits it. */
  atLeast: z.int().min(0),
  atMost: z.int().min(0).nullable(),
};

/** What the clocks say of a claim of order. `differs`: the account and the clocks differ; who is right is not said here. */
export const orderClaimOutcome = z.enum(['agrees', 'differs', 'cannot-tell']);
export type OrderClaimOutcome = z.infer<typeof orderClaimOutcome>;

/** How a silence ended: by a recorded act, not by the end of the record, or it cannot be told which. */
export const silenceEnd = z.enum(['act', 'open', 'cannot-tell']);
export type SilenceEnd = z.infer<typeof silenceEnd>;

export const question = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('two-places'), ...common }).readonly(),
  z.object({ kind: z.literal('sequence'), ...common, orderClaimId, outcome: orderClaimOutcome }).readonly(),
  /** `long`: surely as long as SILENCE_FROM; otherwise it may have been. `recordEnds`: of one still open, the last instant anything is recorded of. */
  z
    .object({
      kind: z.literal('silence'),
      ...common,
      long: z.boolean(),
      end: silenceEnd,
      notices: z.int().min(1),
      recordEnds: instant.nullable(),
    })
    .readonly(),
  z.object({ kind: z.literal('unaccounted'), ...common }).readonly(),
  z.object({ kind: z.literal('memory-gap'), ...common }).readonly(),
]);
export type Question = z.infer<typeof question>;

const bound = z
  .object({
    side: z.enum(['one', 'other']),
    kind: z.enum(['over-by', 'not-before', 'begun-by', 'lasted-until']),
    at: instant.nullable(),
  })
  .readonly();
const possibility = z.enum(['surely', 'no', 'cannot-tell']);
const answer = z.object({ possibility, because: z.tuple([bound, bound]).readonly() }).readonly();
const order = z.enum(['before', 'after', 'overlaps', 'cannot-tell']);

/** As `shared/time/ordering.ts` explains it; `describeOrder` says it in words. `one` is `first`, `other` is `second`. */
const orderExplanation = z
  .object({
    order,
    otherFirst: answer,
    oneFirst: answer,
    decidedBy: z.array(z.tuple([bound, bound]).readonly()).readonly(),
    overlap: z.number().nullable(),
    doubtful: z.array(z.enum(['one', 'other'])).readonly(),
    orderIfRight: order,
    settledBy: z
      .array(
        z
          .object({
            order: z.enum(['before', 'after', 'overlaps']),
            by: z.number().nullable(),
            facts: z.array(bound).readonly(),
            between: openStretch.nullable(),
          })
          .readonly(),
      )
      .readonly(),
  })
  .readonly();

/**
 * What a reading of a source clock would have to show, at the time it stamped the event, for the order to be told. Offsets are
 * in ms, positive is fast. Null where no reading of this clock could: the other event's bounds are open.
 */
const clockFact = z
  .object({
    side: z.enum(['one', 'other']),
    clockId,
    name: z.string(),
    /** How many readings it has that count. */
    readings: z.int().min(0),
    /** Off by so much or more, the event came before the other. */
    beforeFrom: z.int().nullable(),
    /** Off by so much or less, the event came after the other. */
    afterUpTo: z.int().nullable(),
    /** A reading with less than ± so many ms would do, if it shows what is the middle of what is known now. */
    within: z.int().min(1).nullable(),
  })
  .readonly();
export type ClockFact = z.infer<typeof clockFact>;

export const eventOrder = z
  .object({
    explanation: orderExplanation,
    clocks: z.array(clockFact).readonly(),
    /** Where one clock stamped both: the order in which it showed them, which holds if it was not set back in between. */
    sameClock: z.object({ clockId, name: z.string(), order }).readonly().nullable(),
  })
  .readonly();
export type EventOrder = z.infer<typeof eventOrder>;

const listedOrderClaim = z
  .object({ claim: orderClaim, exhibitNumber, earlierTitle: z.string(), laterTitle: z.string(), outcome: orderClaimOutcome })
  .readonly();
export type ListedOrderClaim = z.infer<typeof listedOrderClaim>;

export const questionContract = {
  /** How two events of one case stand to each other in time, and what would settle it. Fails with `event.unknown`, `claim.same-event`. */
  'event.order': query(z.object({ first: eventId, second: eventId }), eventOrder, { of: ['event', 'clock'] }),
  /** The one event meant by an identifier, a beginning of one, or a title, whatever its case. Fails with `event.unknown`, `event.ambiguous`. */
  'event.find': query(z.object({ caseId, text: z.string().trim().min(1).max(300) }), eventId, { of: ['event'] }),
  /** By kind, then by time. `leftOut` counts those beyond the most a list holds. */
  'timeline.questions': query(z.object({ caseId }), z.object({ questions: z.array(question).readonly(), leftOut: z.int().min(0) }), {
    of: ['event', 'party', 'exhibit', 'order-claim'],
  }),
  /** Claims of order, in the order of entry. */
  'order-claim.list': query(z.object({ caseId }), z.array(listedOrderClaim), { of: ['order-claim', 'event'] }),
  /** Fails with `event.unknown`, `exhibit.unknown`, `citation.invalid`, `claim.same-event`. */
  'order-claim.add': command(
    z.object({
      earlier: eventId,
      later: eventId,
      exhibitId,
      place: z.string().max(200).default(''),
      quote: z.string().trim().max(2000).default(''),
    }),
    orderClaim,
  ),
  /** Takes a claim out of the comparison; `claim.restore` brings it back. Fails with `claim.unknown`. */
  'order-claim.remove': command(z.object({ orderClaimId }), z.object({})),
  'order-claim.restore': command(z.object({ orderClaimId }), orderClaim),
} as const;
