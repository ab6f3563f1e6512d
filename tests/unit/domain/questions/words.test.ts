import { describe, expect, it } from 'vitest';
import type { ClockFact, EventOrder, Question, QuestionPart } from '../../../../shared/contract/question.ts';
import type { ClockId, EventId, PartyId, OrderClaimId } from '../../../../shared/model/identifier.ts';
import { question as english } from '../../../../shared/locales/en/everywhere/question.ts';
import { describeClocks, describeLength, describePart, describeQuestion } from '../../../../shared/words/question-words.ts';
import { DAY, HOUR, MINUTE } from '../../../support/asked.ts';
import type { Language } from '../../../../shared/model/language.ts';

const zone = 'Asia/Shanghai';
const both = (question: Question): readonly string[] => [
  describeQuestion(question, { language: 'en', zone }),
  describeQuestion(question, { language: 'zh-CN', zone }),
];
const link = (part: QuestionPart, title: string) => ({ eventId: title as EventId, title, part });

function common(
  events: Question['events'],
  length: Pick<Question, 'atLeast' | 'atMost'> = { atLeast: 0, atMost: 0 },
  names: readonly string[] = ['Wu Lan'],
) {
  return {
    key: 'k',
    lane: 'incident' as const,
    people: names.map((name) => ({ partyId: name as PartyId, name, role: 'complainant' as const })),
    places: ['Lobby', 'Room 1216'],
    events,
    moreEvents: 0,
    sources: [],
    certain: null,
    possible: { from: null, to: null },
    ...length,
  };
}

describe('an open question in words', () => {
  it.each([
    [0, 1000, 'with no time in between.', '其间没有时间间隔。'],
    [HOUR, HOUR + 2000, 'at the same time: at least 1 h, at most 1 h 2 s.', '：至少 1小时，至多 1小时2秒。'],
  ])('says of two places what is recorded (at least %d ms)', (atLeast, atMost, en, zh) => {
    const [first, second] = both({ kind: 'two-places', ...common([link('one', 'a'), link('other', 'b')], { atLeast, atMost }) });
    expect(first).toBe(`Wu Lan is named at “Lobby” and at “Room 1216” ${en}`);
    expect(second).toContain('Wu Lan');
    expect(second).toContain(zh);
  });

  it.each([
    ['differs', 'The account and the clocks differ.', '陈述与时钟不一致。'],
    ['cannot-tell', 'The clocks cannot tell.', '时钟无法判定。'],
    ['agrees', 'The clocks agree.', '时钟与之相符。'],
  ] as const)('says of an account and the clocks: %s', (outcome, en, zh) => {
    const [first, second] = both({
      kind: 'sequence',
      ...common([link('one', 'Dinner'), link('other', 'Door')]),
      orderClaimId: 'c' as OrderClaimId,
      outcome,
    });
    expect(first).toBe(`As told, “Dinner” came before “Door”. ${en}`);
    expect(second).toBe(`据陈述，“Dinner”先于“Door”。${zh}`);
  });

  const silence = (fields: Partial<Extract<Question, { kind: 'silence' }>>): Question => ({
    kind: 'silence',
    ...common([link('notice', 'HR told'), link('act', 'Suspension')], { atLeast: 5 * DAY + 4 * HOUR, atMost: 5 * DAY + 4 * HOUR + MINUTE }),
    long: true,
    end: 'act',
    notices: 1,
    recordEnds: null,
    ...fields,
  });

  it.each([
    [{}, 'From “HR told” to the next recorded act of the organisation, “Suspension”: at least 5 d 4 h, at most 5 d 4 h 1 min.'],
    [
      { notices: 2 },
      'From “HR told” to the next recorded act of the organisation, “Suspension”: at least 5 d 4 h, at most 5 d 4 h 1 min. 1 more notice fell into this time.',
    ],
    [
      { notices: 4, atMost: 5 * DAY + 4 * HOUR },
      'From “HR told” to the next recorded act of the organisation, “Suspension”: 5 d 4 h. 3 more notices fell into this time.',
    ],
    [
      { atLeast: 0 },
      'From “HR told” to the next recorded act of the organisation may have been at most 5 d 4 h 1 min; an act may also have come sooner.',
    ],
    [
      { end: 'open' as const, atMost: null, recordEnds: Date.UTC(2031, 4, 30, 1) },
      'No act of the organisation is recorded after “HR told”: at least 5 d 4 h, until the record ends on 30 May 2031, 09:00:00 (UTC+08:00).',
    ],
    [
      { end: 'open' as const, atLeast: 0, atMost: null, recordEnds: null },
      'No act of the organisation is recorded after “HR told”, and the record ends there.',
    ],
    [
      { end: 'cannot-tell' as const, atLeast: 0, atMost: null },
      'Whether an act of the organisation followed “HR told” cannot be told: the bounds of the last recorded acts reach to either side of it.',
    ],
  ])('says how long the organisation was silent: %j', (fields, sentence) => {
    const [en, zh] = both(silence(fields));
    expect(en).toBe(sentence);
    expect(zh).toMatch(/“HR told”/);
    expect(zh).not.toMatch(/\{\{|undefined/);
  });

  it('says of unaccounted time and of a memory gap whose it is, and nothing about why', () => {
    const length = { atLeast: 90 * MINUTE, atMost: null };
    expect(both({ kind: 'unaccounted', ...common([link('before', 'Dinner'), link('after', 'Door')], length) })).toEqual([
      'Between “Dinner” and “Door” no event names Wu Lan: at least 1 h 30 min.',
      '“Dinner”与“Door”之间，没有事件提及Wu Lan：至少 1小时30分。',
    ]);
    expect(both({ kind: 'memory-gap', ...common([link('gap', 'Gap')], length, ['Wu Lan', 'Lin Bo']) })).toEqual([
      'Of this time little or nothing is remembered by Wu Lan and Lin Bo, as told: at least 1 h 30 min.',
      '据陈述，Wu Lan、Lin Bo对这段时间没有或几乎没有记忆：至少 1小时30分。',
    ]);
    expect(both({ kind: 'memory-gap', ...common([link('gap', 'Gap')], { atLeast: 0, atMost: null }, []) })[0]).toBe(
      'Of this time little or nothing is remembered, as told: for how long is not limited by the record.',
    );
  });

  it('puts quotation marks within a name inside its own', () => {
    const [en] = both({ kind: 'unaccounted', ...common([link('before', 'Gao: “an order”'), link('after', 'Door')]) });
    expect(en).toContain('Between “Gao: ‘an order’” and “Door”');
  });

  it('never tells a length tighter than it is', () => {
    expect(describeLength({ atLeast: 2 * HOUR + 999, atMost: 2 * HOUR + 1 }, 'en')).toBe('at least 2 h, at most 2 h 1 s');
    expect(describeLength({ atLeast: 0, atMost: 1500 }, 'en')).toBe('at most 1.5 s');
  });

  it('judges nobody', () => {
    for (const sentence of Object.values(english))
      expect(sentence).not.toMatch(/\b(lie|lies|lied|lying|false|claims? to|victim|guilty|contradict|suspicious|accus)/i);
  });

  it('names the two events of a claim as it was told', () => {
    expect(describePart('sequence', 'one', 'en')).toBe('Earlier, as told');
    expect(describePart('two-places', 'one', 'en')).toBe('One event');
    expect(describePart('sequence', 'other', 'zh-CN')).toBe('据陈述在后');
  });
});

describe('what a reading of a source clock would have to show', () => {
  const names = { one: 'Door', other: 'Lift' };
  const fact: ClockFact = {
    side: 'one',
    clockId: 'c' as ClockId,
    name: 'Corridor recorder',
    readings: 1,
    beforeFrom: 432_000,
    afterUpTo: null,
    within: 20_000,
  };
  const said = (fields: Partial<ClockFact>, language: Language = 'en') =>
    describeClocks({ clocks: [{ ...fact, ...fields }], sameClock: null }, names, language);

  it('names the clock, how exact it must be and what it would put first', () => {
    expect(said({})).toEqual([
      'A second reading of “Corridor recorder” with less than ± 20 s at that time would settle it, if it bears out the middle of what is known now.',
      'A second reading of “Corridor recorder” that shows it 7 min 12 s fast or more at that time would put “Door” before “Lift”.',
    ]);
    expect(said({}, 'zh-CN')).toEqual([
      '对“Corridor recorder”再校读一次，对当时的误差小于 ± 20秒，且结果与目前所知偏差的中值相符，即可判定。',
      '对“Corridor recorder”再校读一次，若显示其当时快 7分12秒 或更多，则“Door”先于“Lift”。',
    ]);
  });

  it.each([
    [
      { readings: 0, within: null, beforeFrom: -3000 },
      'A reading of “Corridor recorder” that shows it 3 s slow at most, or fast at that time would put “Door” before “Lift”.',
    ],
    [
      { readings: 2, within: null, beforeFrom: 0 },
      'A further reading of “Corridor recorder” that shows it right or fast at that time would put “Door” before “Lift”.',
    ],
    [
      { within: null, beforeFrom: null, afterUpTo: 5000 },
      'A second reading of “Corridor recorder” that shows it 5 s fast at most, or slow at that time would put “Lift” before “Door”.',
    ],
    [
      { side: 'other' as const, within: null, beforeFrom: null, afterUpTo: -5000 },
      'A second reading of “Corridor recorder” that shows it 5 s slow or more at that time would put “Door” before “Lift”.',
    ],
    [
      { beforeFrom: null, afterUpTo: null, within: null },
      'No reading of “Corridor recorder” that agrees with what is known of it can settle this alone.',
    ],
  ])('says it of %j', (fields, sentence) => {
    expect(said(fields)).toEqual([sentence]);
  });

  it('says in which order one clock showed both, and when that holds', () => {
    const sameClock: EventOrder['sameClock'] = { clockId: 'c' as ClockId, name: 'Door log', order: 'after' };
    expect(describeClocks({ clocks: [], sameClock }, names, 'en')).toEqual([
      'One clock, “Door log”, stamped both and showed “Lift” before “Door”. That order holds if it was not set back in between.',
    ]);
    expect(describeClocks({ clocks: [], sameClock: { ...sameClock, order: 'cannot-tell' } }, names, 'en')).toEqual([]);
  });
});
