import type { Language } from '../../model/language.ts';
import type { Instant } from '../../model/identifier.ts';
import { exactDuration } from '../exact-duration.ts';
import { formatZone, type TimeFormat } from '../format.ts';
import type { OrderAnswer, OrderBound, OrderExplanation, Settlement, Side } from './ordering.ts';
import { wallAt } from '../zone.ts';
import { type TimeWord, timeWord, wallDateTime } from '../words.ts';

/** What the two moments are called in the sentences, such as their events' titles or labels. */
export type MomentNames = Readonly<Record<Side, string>>;

export interface OrderSentences {
  /** How they stand, and the bounds that decide it. */
  readonly order: string;
  /** "Could B have come before A?" */
  readonly question: string;
  readonly answer: string;
  /** What would settle it, the smallest fact first; empty where it is settled. */
  readonly settling: readonly string[];
}

/** Says an explanation in a language and a zone; ask about the other having come first, as the explanation is built. */
export function describeOrder(explanation: OrderExplanation, names: MomentNames, format: TimeFormat): OrderSentences {
  const { language } = format;
  return {
    order: orderSentence(explanation, names, format),
    question: timeWord(language, 'order.question', { one: names.one, other: names.other }),
    answer: answerSentence(explanation, names, format),
    settling: [
      ...doubtSettled(explanation, names, language),
      ...explanation.settledBy.map((one) => settlementSentence(one, names, format)),
    ],
  };
}

function orderSentence(explanation: OrderExplanation, names: MomentNames, format: TimeFormat): string {
  const { language } = format;
  const sentence = certainSentence(explanation, names, format);
  if (explanation.doubtful.length === 0) return sentence;
  const doubtful = timeWord(language, 'order.doubtful', { names: namesOf(explanation.doubtful, names, language) });
  if (explanation.orderIfRight === 'cannot-tell') return timeWord(language, 'order.then', { first: doubtful, second: sentence });
  return timeWord(language, 'order.then', { first: doubtful, second: timeWord(language, 'order.ifRight', { text: sentence }) });
}

function certainSentence({ orderIfRight, decidedBy, overlap }: OrderExplanation, names: MomentNames, format: TimeFormat): string {
  const { language } = format;
  const [pair, mirrored] = decidedBy;
  if (orderIfRight === 'cannot-tell') {
    return overlap === null
      ? timeWord(language, 'order.openBound')
      : timeWord(language, 'order.cannotTell', { overlap: exactDuration(overlap, language) });
  }
  if (!pair) return '';
  if (orderIfRight === 'overlaps') {
    return timeWord(language, 'order.overlaps', {
      first: sharedWords(pair, names, format),
      second: mirrored ? sharedWords(mirrored, names, format) : '',
    });
  }
  const [first, second] = pair;
  const apart = (second.at as Instant) - (first.at as Instant);
  const sentence = timeWord(language, 'order.before', {
    first: names[first.side],
    second: names[second.side],
    end: instantText(first.at, format),
    start: instantText(second.at, format),
  });
  return apart === 0
    ? sentence
    : timeWord(language, 'order.then', {
        first: sentence,
        second: timeWord(language, 'order.apart', { apart: exactDuration(apart, language) }),
      });
}

function sharedWords([first, second]: OrderAnswer['because'], names: MomentNames, format: TimeFormat): string {
  return timeWord(format.language, 'order.shared', {
    first: names[first.side],
    second: names[second.side],
    until: instantText(first.at, format),
    begun: instantText(second.at, format),
  });
}

function answerSentence(explanation: OrderExplanation, names: MomentNames, format: TimeFormat): string {
  const { language } = format;
  const { possibility, because } = explanation.otherFirst;
  if (explanation.doubtful.length > 0) return timeWord(language, 'order.answer.doubtful');
  if (possibility === 'surely') return timeWord(language, 'order.answer.surely', { reason: orderSentence(explanation, names, format) });
  if (explanation.order === 'before') return timeWord(language, 'order.answer.no', { reason: orderSentence(explanation, names, format) });
  if (possibility === 'no')
    return timeWord(language, 'order.answer.no', {
      reason: timeWord(language, 'order.sentence', { text: sharedWords(because, names, format) }),
    });
  const [first, second] = because;
  const parts = [
    first.at === null ? null : timeWord(language, 'order.early', { name: names[first.side], at: instantText(first.at, format) }),
    second.at === null ? null : timeWord(language, 'order.late', { name: names[second.side], at: instantText(second.at, format) }),
  ].filter((part) => part !== null);
  const [one, two] = parts;
  if (one === undefined) return timeWord(language, 'order.answer.open');
  return timeWord(language, 'order.answer.may', {
    reason: two === undefined ? one : timeWord(language, 'order.andClause', { first: one, second: two }),
  });
}

function settlementSentence({ order, by, facts, between }: Settlement, names: MomentNames, format: TimeFormat): string {
  const { language } = format;
  const [first, second]: readonly [Side, Side] = order === 'after' ? ['other', 'one'] : ['one', 'other'];
  const goal = timeWord(language, order === 'overlaps' ? 'order.settle.overlaps' : 'order.settle.before', {
    first: names[first],
    second: names[second],
  });
  const words = between
    ? betweenWords(between, names[first], names[second], format)
    : facts
        .map((fact) => factWords(fact, names, format))
        .reduce((one, other) => timeWord(language, 'order.or', { first: one, second: other }));
  return by === null
    ? timeWord(language, 'order.settle.open', { goal, facts: words })
    : timeWord(language, 'order.settle', { goal, facts: words, by: exactDuration(by, language) });
}

function betweenWords({ from, to }: NonNullable<Settlement['between']>, first: string, second: string, format: TimeFormat): string {
  const { language } = format;
  if (from === null || to === null) {
    const at = from ?? to;
    if (at === null) return timeWord(language, 'order.fact.anyInstant', { first, second });
    return timeWord(language, from === null ? 'order.fact.instantBefore' : 'order.fact.instantAfter', {
      first,
      second,
      at: instantText(at, format),
    });
  }
  return timeWord(language, 'order.fact.between', { first, second, from: instantText(from, format), to: instantText(to, format) });
}

function factWords({ side, kind, at }: OrderBound, names: MomentNames, format: TimeFormat): string {
  const words = {
    'over-by': 'order.fact.overBy',
    'not-before': 'order.fact.notBefore',
    'begun-by': 'order.fact.begunBy',
    'lasted-until': 'order.fact.lastedUntil',
  } as const satisfies Record<string, TimeWord>;
  return timeWord(format.language, words[kind], { name: names[side], at: instantText(at, format) });
}

function doubtSettled({ doubtful }: OrderExplanation, names: MomentNames, language: Language): readonly string[] {
  return doubtful.length === 0 ? [] : [timeWord(language, 'order.settle.doubtful', { names: namesOf(doubtful, names, language) })];
}

function namesOf(sides: readonly Side[], names: MomentNames, language: Language): string {
  return sides.map((side) => names[side]).reduce((first, second) => timeWord(language, 'order.and', { first, second }));
}

/** As fine as the bound is: a bound a clock gave may lie between two seconds. */
function instantText(instant: Instant | null, format: TimeFormat): string {
  const { language, zone, style = 'short', zoneShown = true } = format;
  if (instant === null) return timeWord(language, 'unknown');
  const text = wallDateTime(wallAt(instant, zone), language, style);
  return zoneShown ? timeWord(language, 'withZone', { text, zone: formatZone(instant, { ...format, style: 'short' }) }) : text;
}
