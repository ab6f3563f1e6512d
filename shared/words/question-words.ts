import type { ClockFact, EventOrder, ListedOrderClaim, Question, QuestionPart } from '../contract/question.ts';
import type { Language } from '../model/language.ts';
import { everywhere } from '../locales/everywhere.ts';
import { type FailureValues, fillSentence } from '../result.ts';
import { exactDuration, formatInstant, type MomentNames, type TimeFormat } from '../time/index.ts';

type Word = keyof (typeof everywhere)['en']['question'];

const SECOND = 1000;
const MINUTE = 60_000;

/** One sentence, or two, with the names and the measured time: the same on screen and wherever else questions are read. */
export function describeQuestion(question: Question, format: TimeFormat): string {
  const { language } = format;
  const say = (name: Word, values: FailureValues = {}): string => words(language, name, values);
  const length = describeLength(question, language);
  const title = (part: QuestionPart): string => question.events.find((one) => one.part === part)?.title ?? '';
  const person = question.people.map(({ name }) => name).reduce((one, other) => (one === '' ? other : say('list.and', { one, other })), '');
  switch (question.kind) {
    case 'two-places': {
      const [one = '', other = ''] = question.places;
      return say(question.atLeast > 0 ? 'said.two-places.lasting' : 'said.two-places', { person, one, other, length });
    }
    case 'sequence':
      return say(`said.sequence.${question.outcome}`, { one: title('one'), other: title('other') });
    case 'silence':
      return describeSilence(question, format);
    case 'unaccounted':
      return say('said.unaccounted', { person, before: title('before'), after: title('after'), length });
    case 'memory-gap':
      return say(person === '' ? 'said.memory-gap.nobody' : 'said.memory-gap', { person, length });
  }
}

/** "at least 2 d 12 h, at most 3 d"; never narrower than what was measured. */
export function describeLength({ atLeast, atMost }: Pick<Question, 'atLeast' | 'atMost'>, language: Language): string {
  const step = (length: number): number => (length < MINUTE ? 1 : SECOND);
  const least = exactDuration(Math.floor(atLeast / step(atLeast)) * step(atLeast), language);
  if (atMost === null) return words(language, atLeast > 0 ? 'length.atLeast' : 'length.open', { least });
  const most = exactDuration(Math.ceil(atMost / step(atMost)) * step(atMost), language);
  if (least === most) return words(language, 'length.exact', { least });
  return words(language, atLeast > 0 ? 'length.between' : 'length.atMost', { least, most });
}

/** What a linked event is to the question. */
export function describePart(kind: Question['kind'], part: QuestionPart, language: Language): string {
  if (kind === 'sequence' && part === 'one') return words(language, 'part.earlier');
  if (kind === 'sequence' && part === 'other') return words(language, 'part.later');
  return words(language, `part.${part}`);
}

/** A claim of order, and what the clocks say of it. */
export function describeOrderClaim({ outcome, earlierTitle, laterTitle }: ListedOrderClaim, language: Language): string {
  return words(language, `said.sequence.${outcome}`, { one: earlierTitle, other: laterTitle });
}

/** What readings of the source clocks would have to show, a sentence at a time; empty where no clock stamped either event. */
export function describeClocks(
  { clocks, sameClock }: Pick<EventOrder, 'clocks' | 'sameClock'>,
  names: MomentNames,
  language: Language,
): readonly string[] {
  const same =
    sameClock && (sameClock.order === 'before' || sameClock.order === 'after')
      ? [
          words(language, 'clock.same', {
            name: sameClock.name,
            first: sameClock.order === 'before' ? names.one : names.other,
            second: sameClock.order === 'before' ? names.other : names.one,
          }),
        ]
      : [];
  return [...same, ...clocks.flatMap((fact) => describeFact(fact, names, language))];
}

function describeSilence(question: Extract<Question, { kind: 'silence' }>, format: TimeFormat): string {
  const { language } = format;
  const { atLeast, end, events, notices, recordEnds } = question;
  const values = {
    notice: events.find(({ part }) => part === 'notice')?.title ?? '',
    act: events.find(({ part }) => part === 'act')?.title ?? '',
    length: describeLength(question, language),
    end: recordEnds === null ? '' : formatInstant(recordEnds, format),
  };
  const sentences =
    end === 'open'
      ? [words(language, atLeast > 0 ? 'said.silence.open' : 'said.silence.ends', values)]
      : end === 'cannot-tell'
        ? [words(language, 'said.silence.cannot-tell', values), ...(atLeast > 0 ? [words(language, 'said.silence.first', values)] : [])]
        : [words(language, atLeast > 0 ? 'said.silence' : 'said.silence.perhaps', values)];
  if (notices > 1) sentences.push(words(language, notices === 2 ? 'said.notices_one' : 'said.notices_other', { count: notices - 1 }));
  return sentences.join(language === 'en' ? ' ' : '');
}

function describeFact(fact: ClockFact, names: MomentNames, language: Language): readonly string[] {
  const { side, name, readings, beforeFrom, afterUpTo, within } = fact;
  if (beforeFrom === null && afterUpTo === null) return [words(language, 'clock.none', { name })];
  const reading = words(language, readings === 0 ? 'clock.first' : readings === 1 ? 'clock.second' : 'clock.further', { name });
  const [own, against] = side === 'one' ? [names.one, names.other] : [names.other, names.one];
  const puts = (edge: 'atLeast' | 'atMost', offset: number, first: string, second: string): string =>
    words(language, 'clock.puts', { offset: describeEdge(edge, offset, language), first, second });
  return [
    ...(within === null ? [] : [words(language, 'clock.within', { within: exactDuration(within, language) })]),
    ...(beforeFrom === null ? [] : [puts('atLeast', beforeFrom, own, against)]),
    ...(afterUpTo === null ? [] : [puts('atMost', afterUpTo, against, own)]),
  ].map((sentence) => fillSentence(sentence, { reading }));
}

/** Offsets of this size or more, or of this size or less; positive is fast. */
function describeEdge(side: 'atLeast' | 'atMost', offset: number, language: Language): string {
  if (offset === 0) return words(language, `clock.right.${side}`);
  return words(language, `clock.${side}.${offset > 0 ? 'fast' : 'slow'}`, { amount: exactDuration(Math.abs(offset), language) });
}

/** Fills a sentence. Its quotation marks stand around names, so that those within a name become the inner ones. */
function words(language: Language, name: Word, values: FailureValues = {}): string {
  const inner = Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, typeof value === 'string' ? innerQuotes(value) : value]),
  );
  return fillSentence(everywhere[language].question[name], inner);
}

/** A name as it stands in a sentence. */
export function quoted(name: string): string {
  return `“${innerQuotes(name)}”`;
}

function innerQuotes(name: string): string {
  return name.replaceAll('“', '‘').replaceAll('”', '’');
}
