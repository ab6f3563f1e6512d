import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AskedEvent, AskedMoment } from '../../../../electron/core/domain/ports/index.ts';
import { listMemoryGaps } from '../../../../electron/core/domain/questions/memory-gap.ts';
import { compareOrderClaim } from '../../../../electron/core/domain/questions/sequence.ts';
import { findTwoPlaces } from '../../../../electron/core/domain/questions/two-places.ts';
import { findUnaccounted } from '../../../../electron/core/domain/questions/unaccounted.ts';
import type { Moment } from '../../../../shared/model/moment.ts';
import { edtfOfBounds } from '../../../../shared/time/index.ts';
import { DAY, HOUR, idOf, LIN, MINUTE, silencesOf, WU } from '../../../support/asked.ts';

/** Small numbers meet each other more often than large ones: half hours over eight days. */
const STEP = 30 * MINUTE;
const LAST = (8 * DAY) / STEP;
const people = new Set([WU, LIN]);

interface Truth {
  readonly event: AskedEvent;
  /** Where within the bounds it truly began and ended. */
  readonly begins: number;
  readonly ends: number;
}

/** Mostly none, now and then a good deal. */
const slack = fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.integer({ min: 0, max: 40 }));

const moment = fc
  .record({
    begins: fc.integer({ min: 0, max: LAST }),
    lasted: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 12 })),
    slack: fc.tuple(slack, slack, slack, slack),
    open: fc.oneof(
      { weight: 12, arbitrary: fc.constant('no' as const) },
      fc.constantFrom('start' as const, 'end' as const, 'both' as const),
    ),
    doubtful: fc.oneof({ weight: 9, arbitrary: fc.constant(false) }, fc.constant(true)),
  })
  .map(({ begins, lasted, slack: [before, after, inner, outer], open, doubtful }) => {
    const [from, to] = [begins * STEP, (begins + lasted) * STEP];
    // What lasts has a beginning and an end of its own; an instant does both somewhere within one pair of bounds.
    const reach =
      lasted > 0
        ? {
            beginsFrom: from - before * STEP,
            // The first instant that is too late is no instant at which it can have been.
            beginsBy: from + (after + 1) * STEP,
            endsFrom: to - inner * STEP,
            endsBy: to + (outer + 1) * STEP,
            lasts: true,
          }
        : {
            beginsFrom: from - before * STEP,
            beginsBy: from + (after + 1) * STEP,
            endsFrom: from - before * STEP,
            endsBy: from + (after + 1) * STEP,
            lasts: false,
          };
    const bounded: AskedMoment = {
      ...reach,
      beginsBy: Math.min(reach.beginsBy, reach.endsBy),
      endsFrom: Math.max(reach.endsFrom, reach.beginsFrom),
      ...(open === 'start' || open === 'both' ? { beginsFrom: null, ...(lasted > 0 ? {} : { endsFrom: null }) } : {}),
      ...(open === 'end' || open === 'both' ? { endsBy: null, ...(lasted > 0 ? {} : { beginsBy: null }) } : {}),
      doubtful,
    };
    return { moment: bounded, begins: from, ends: to };
  });

const events = fc
  .array(
    fc.record({
      when: moment,
      lane: fc.constantFrom('incident' as const, 'incident' as const, 'knowledge' as const, 'institution' as const, 'public' as const),
      location: fc.constantFrom('', 'Lobby', 'Room 1216', 'Lobby'),
      parties: fc.subarray([WU, LIN]),
      gap: fc.oneof({ weight: 9, arbitrary: fc.constant(false) }, fc.constant(true)),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((all): readonly Truth[] =>
    all.map(({ when, lane, location, parties, gap }, index) => ({
      event: {
        id: idOf(`e${index}`),
        title: `e${index}`,
        lane,
        kind: gap ? 'memory-gap' : 'happening',
        location,
        parties,
        happened: when.moment,
        learned: null,
      },
      begins: when.begins,
      ends: when.ends,
    })),
  );

/** Moves bounds outwards, or opens them. */
const widening = fc.record({
  index: fc.nat(),
  by: fc.tuple(
    fc.integer({ min: 0, max: 60 }),
    fc.integer({ min: 0, max: 60 }),
    fc.integer({ min: 0, max: 60 }),
    fc.integer({ min: 0, max: 60 }),
  ),
  open: fc.oneof({ weight: 6, arbitrary: fc.constant(false) }, fc.constant(true)),
});

function widen(
  all: readonly Truth[],
  { index, by: [a, b, c, d], open }: { index: number; by: readonly number[]; open: boolean },
): readonly AskedEvent[] {
  const which = index % all.length;
  const move = (bound: number | null, steps: number | undefined): number | null =>
    bound === null || open ? null : bound + (steps ?? 0) * STEP;
  return all.map(({ event }, position) => {
    if (position !== which) return event;
    const { beginsFrom, beginsBy, endsFrom, endsBy, lasts, doubtful } = event.happened;
    const outer = { beginsFrom: move(beginsFrom, -(a ?? 0)), endsBy: move(endsBy, d) };
    const inner = lasts
      ? { beginsBy: move(beginsBy, b), endsFrom: move(endsFrom, -(c ?? 0)) }
      : { beginsBy: outer.endsBy, endsFrom: outer.beginsFrom };
    return { ...event, happened: { ...outer, ...inner, lasts, doubtful } };
  });
}

const keys = (found: readonly { readonly key: string }[]): readonly string[] => found.map(({ key }) => key);
const asked = (all: readonly Truth[]): readonly AskedEvent[] => all.map(({ event }) => event);
const runs = { numRuns: 1500 };

/** What questions assert for certain, as stretches of somebody's time or of the organisation's. */
function certainly(all: readonly AskedEvent[]) {
  return {
    silent: silencesOf(all, null)
      .filter(({ long }) => long)
      .flatMap(({ certain }) => (certain ? [{ whose: 'organisation', ...certain }] : [])),
    unaccounted: findUnaccounted(all, people).flatMap(({ certain, people: [whose] }) => (certain ? [{ whose, ...certain }] : [])),
  };
}

describe('open questions over random bounds', () => {
  it('measure at least no more than at most, and what is certain within what is possible', () => {
    fc.assert(
      fc.property(events, fc.option(fc.integer({ min: 0, max: LAST })), (all, ends) => {
        const found = [
          ...silencesOf(asked(all), ends === null ? null : ends * STEP),
          ...findUnaccounted(asked(all), people),
          ...findTwoPlaces(asked(all), people),
          ...listMemoryGaps(asked(all)),
        ];
        for (const { atLeast, atMost, certain, possible } of found) {
          expect(atLeast).toBeGreaterThanOrEqual(0);
          expect(atMost ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(atLeast);
          if (!certain) continue;
          expect(certain.from).toBeGreaterThanOrEqual(possible.from ?? Number.NEGATIVE_INFINITY);
          expect(certain.to).toBeLessThanOrEqual(possible.to ?? Number.POSITIVE_INFINITY);
          expect((certain.to as number) - (certain.from as number)).toBe(atLeast);
        }
      }),
      runs,
    );
  });

  it('say of a silence what is true wherever within their bounds the moments lie', () => {
    fc.assert(
      fc.property(events, (all) => {
        const acts = all.filter(
          ({ event: { lane, kind, happened } }) => lane === 'institution' && kind === 'happening' && !happened.doubtful,
        );
        for (const { links, atLeast, atMost, notices } of silencesOf(asked(all), null)) {
          const told = links.filter(({ part }) => part === 'notice').map(({ id }) => all.find(({ event }) => event.id === id) as Truth);
          expect(told).toHaveLength(notices);
          const given = Math.min(...told.map(({ ends }) => ends));
          const first = (told[0] as Truth).begins;
          const next = Math.min(...acts.map(({ begins }) => begins).filter((begins) => begins >= given));
          expect(next - given).toBeGreaterThanOrEqual(atLeast);
          // Of several notices, each fell into this silence: no act came before the last of them.
          if (notices > 1) expect(next).toBeGreaterThanOrEqual(Math.max(...told.map(({ ends }) => ends)));
          const after = Math.min(...acts.map(({ begins }) => begins).filter((begins) => begins >= first));
          expect(after - first).toBeLessThanOrEqual(atMost ?? Number.POSITIVE_INFINITY);
        }
      }),
      runs,
    );
  });

  it('say of unaccounted time that nothing that names the person truly was then', () => {
    fc.assert(
      fc.property(events, (all) => {
        for (const {
          people: [person],
          certain,
        } of findUnaccounted(asked(all), people)) {
          const then = all.filter(
            ({ event, begins, ends }) =>
              event.kind === 'happening' &&
              event.parties.includes(person ?? WU) &&
              ends > (certain?.from ?? 0) &&
              begins < (certain?.to ?? 0),
          );
          expect(then).toEqual([]);
        }
      }),
      runs,
    );
  });

  it('never become certain by widening a bound', () => {
    fc.assert(
      fc.property(events, widening, (all, wider) => {
        const before = certainly(asked(all));
        const after = certainly(widen(all, wider));
        for (const kind of ['silent', 'unaccounted'] as const) {
          for (const { whose, from, to } of after[kind]) {
            const held = before[kind].some((one) => one.whose === whose && (one.from ?? 0) <= (from ?? 0) && (to ?? 0) <= (one.to ?? 0));
            expect(held, JSON.stringify([kind, whose, from, to])).toBe(true);
          }
        }
        const places = keys(findTwoPlaces(asked(all), people));
        for (const key of keys(findTwoPlaces(widen(all, wider), people))) expect(places).toContain(key);
      }),
      runs,
    );
  });

  it('are the same whoever is the complainant and whoever the respondent', () => {
    const swap = (all: readonly AskedEvent[]): readonly AskedEvent[] =>
      all.map((event) => ({ ...event, parties: event.parties.map((one) => (one === WU ? LIN : WU)) }));
    const measured = (all: readonly AskedEvent[]) =>
      [...findUnaccounted(all, people), ...findTwoPlaces(all, people)]
        .map(({ people: [person], atLeast, atMost, certain }) => JSON.stringify([person, atLeast, atMost, certain]))
        .toSorted();
    fc.assert(
      fc.property(events, (all) => {
        const swapped = measured(asked(all)).map((one) => (one.includes(WU) ? one.replace(WU, LIN) : one.replace(LIN, WU)));
        expect(measured(swap(asked(all)))).toEqual(swapped.toSorted());
      }),
      { numRuns: 400 },
    );
  });
});

describe('a claim of order over random bounds', () => {
  const bounds = fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 30 }), fc.integer({ min: 0, max: 99 }));
  const toMoment = (from: number, to: number, uncertain = false): Moment => ({
    earliest: from * HOUR,
    latest: to * HOUR,
    edtf: edtfOfBounds(from * HOUR, to * HOUR, 'UTC'),
    phrase: '',
    zone: 'UTC',
    precision: 'hour',
    approximate: false,
    uncertain,
    basis: [],
  });

  it('is judged by no truth within the bounds that would judge otherwise, and never by wider ones', () => {
    fc.assert(
      fc.property(bounds, bounds, fc.nat(20), fc.nat(20), ([a, width, t], [b, other, u], before, after) => {
        const outcome = compareOrderClaim(toMoment(a, a + width), toMoment(b, b + other));
        const [first, second] = [a + (width * t) / 100, b + (other * u) / 100];
        if (outcome === 'agrees') expect(first).toBeLessThan(second);
        if (outcome === 'differs') expect(second).toBeLessThanOrEqual(first);
        const wider = compareOrderClaim(toMoment(a - before, a + width + after), toMoment(b, b + other));
        if (wider !== 'cannot-tell') expect(wider).toBe(outcome);
        expect(compareOrderClaim(toMoment(a, a + width, true), toMoment(b, b + other))).toBe('cannot-tell');
      }),
      runs,
    );
  });
});
