import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Core, createCore } from '../../electron/core/index.ts';
import { openDatabase } from '../../electron/core/vault/database/database.ts';
import { readHeader } from '../../electron/core/vault/keys/header.ts';
import { unlock } from '../../electron/core/vault/keys/slots.ts';
import type { EventSort } from '../../shared/contract/event.ts';
import { accountsDiffer, type CaseEvent, lanes } from '../../shared/model/event.ts';
import type { EventId } from '../../shared/model/identifier.ts';
import { type BigTimeline, makeBigTimeline } from '../support/big-timeline.ts';
import { askOf, type TestVault } from '../support/vault.ts';

const EVENTS = 20_000;

let temporary: string;
let big: BigTimeline;
let core: Core;
let ask: TestVault['ask'];
/** In the order of `event.list`. */
let all: readonly CaseEvent[];

beforeAll(async () => {
  temporary = await mkdtemp(join(tmpdir(), 'casewright-pages-'));
  big = await makeBigTimeline(join(temporary, 'Big.casewright'), EVENTS);
  core = createCore();
  ask = askOf(core);
  await ask('vault.open', { folder: big.folder, passphrase: big.passphrase });
  await writeFile(join(temporary, 'chat.txt'), 'one\n\nthree\n');
  await ask('exhibit.import', { caseId: big.caseId, paths: [join(temporary, 'chat.txt')] });
  const { id } = await ask('exhibit.find', { caseId: big.caseId, number: 'EX-0001' });
  await ask('vault.lock', {});
  await addTheRest(id);
  await ask('vault.open', { folder: big.folder, passphrase: big.passphrase });
  all = await ask('event.list', { caseId: big.caseId });
}, 60_000);

afterAll(async () => {
  await core.close();
  await rm(temporary, { recursive: true, force: true });
});

/** Other moments, sources and tags for some of the events: straight into the tables, as the events themselves. */
async function addTheRest(exhibitId: string): Promise<void> {
  const { keys } = await unlock(readHeader(big.folder), undefined, big.passphrase);
  const database = openDatabase({ path: join(big.folder, 'case.db'), key: keys.database, mode: 'open' });
  const moment = (which: string, every: number, later: string): void =>
    database.run(
      `INSERT INTO event_moment (event_ordinal, which, earliest, latest, edtf, phrase, zone, precision, approximate, uncertain, basis)
        SELECT ordinal, '${which}', earliest + ${later}, latest + ${later}, edtf, phrase, zone, precision, approximate, uncertain, basis
        FROM event WHERE ordinal % ${every} = 0`,
    ) as never;
  moment('recorded', 3, '(ordinal * 7919 % 1000) * 60000');
  moment('learned', 4, '(ordinal * 6101 % 500) * 3600000');
  const cite = (stance: string, every: number, position: number): void =>
    database.run(
      `INSERT INTO citation (event_ordinal, position, id, exhibit_id, stance, place, quote)
        SELECT ordinal, ${position}, printf('00000000-0000-4000-8%03d-%012d', ${position}, ordinal), ?, '${stance}', '', '' FROM event WHERE ordinal % ${every} = 0`,
      exhibitId,
    ) as never;
  cite('supports', 5, 0);
  cite('contradicts', 15, 1);
  database.run(
    "INSERT INTO event_tag (event_ordinal, position, tag) SELECT ordinal, 0, 'tag ' || (ordinal % 7) FROM event WHERE ordinal % 2 = 0",
  );
  database.checkpoint();
  database.close();
}

type Key = number | string | null;

const keyOf: Readonly<Record<Exclude<EventSort, 'happened'>, (event: CaseEvent) => readonly Key[]>> = {
  recorded: ({ recorded }) => [recorded?.earliest ?? null, recorded?.latest ?? null],
  learned: ({ learned }) => [learned?.earliest ?? null, learned?.latest ?? null],
  // The support's identifiers begin with the number of the row.
  entered: ({ id }) => [Number.parseInt(id.slice(0, 8), 16)],
  title: ({ title }) => [title.toLowerCase()],
  lane: ({ lane }) => [lanes.indexOf(lane)],
  standing: ({ standing }) => [standing],
  citations: ({ citations }) => [citations.length],
};

/** What is not known comes last in both directions; what is equal stays in the order of what happened. */
function sorted(events: readonly CaseEvent[], by: EventSort, descending: boolean): readonly CaseEvent[] {
  if (by === 'happened') return descending ? events.toReversed() : events;
  const keys = new Map(events.map((event) => [event, keyOf[by](event)]));
  return events.toSorted((one, other) => {
    const [left, right] = [keys.get(one) ?? [], keys.get(other) ?? []];
    for (const [index, a] of left.entries()) {
      const b = right[index] ?? null;
      if (a === b) continue;
      if (a === null || b === null) return a === null ? 1 : -1;
      return (a < b ? -1 : 1) * (descending ? -1 : 1);
    }
    return 0;
  });
}

const idsOf = (events: readonly CaseEvent[]): readonly EventId[] => events.map(({ id }) => id);

describe(`a chronology of ${EVENTS} events`, () => {
  it.each(['happened', 'recorded', 'learned', 'entered', 'title', 'lane', 'standing', 'citations'] as const)(
    'is answered page by page by %s, up and down, and every event knows its place',
    async (by) => {
      for (const descending of [false, true]) {
        const expected = idsOf(sorted(all, by, descending));
        const order = { caseId: big.caseId, by, descending };
        for (const from of [0, 500, 9_750, EVENTS - 500, EVENTS - 3]) {
          const page = await ask('event.page', { ...order, from, count: 500 });
          expect(page.total).toBe(EVENTS);
          expect(idsOf(page.events)).toEqual(expected.slice(from, from + 500));
        }
        for (const at of [0, 12_345, EVENTS - 1])
          expect(await ask('event.position', { ...order, eventId: expected[at] as EventId })).toBe(at);
      }
    },
  );

  it('is narrowed by words and to what accounts differ on, whole events as they are', async () => {
    const filter = 'CORRIDOR camera 1';
    const matching = all.filter(({ title }) => title.toLowerCase().includes(filter.toLowerCase()));
    const page = await ask('event.page', { caseId: big.caseId, filter, from: 0, count: 500 });
    expect(page.total).toBe(matching.length);
    expect(page.events).toEqual(matching.slice(0, 500));
    const differing = matching.filter(accountsDiffer);
    expect(differing.length).toBeGreaterThan(10);
    const both = { caseId: big.caseId, filter, differing: true, by: 'learned', descending: true } as const;
    const narrowed = await ask('event.page', { ...both, from: 0, count: 500 });
    expect(narrowed).toEqual({ total: differing.length, events: sorted(differing, 'learned', true) });
    const left = all.find((event) => !differing.includes(event));
    expect(await ask('event.position', { ...both, eventId: (left as CaseEvent).id })).toBeNull();
    expect(await ask('event.page', { caseId: big.caseId, filter: 'nothing of the kind', from: 0, count: 5 })).toEqual({
      total: 0,
      events: [],
    });
    expect(await ask('event.page', { caseId: big.caseId, from: EVENTS, count: 5 })).toEqual({ total: EVENTS, events: [] });
  });

  it('is walked event by event, each once, among those that match', async () => {
    const among = { caseId: big.caseId, filter: 'Corridor camera 12', differing: true } as const;
    const matching = all.filter((event) => event.title.includes(among.filter) && accountsDiffer(event));
    const walk: EventId[] = [];
    let at = await ask('timeline.step', { ...among, eventId: null, by: 1 });
    while (at !== null && !walk.includes(at)) {
      walk.push(at);
      at = await ask('timeline.step', { ...among, eventId: at, by: 1 });
    }
    expect(walk.toSorted()).toEqual(idsOf(matching).toSorted());
    const back = await ask('timeline.step', { ...among, eventId: walk[3] as EventId, by: -1 });
    expect(back).toBe(walk[2]);
  });

  it('follows a change at once: a new place, another page, tags counted again', async () => {
    const [first, second] = all;
    const order = { caseId: big.caseId, by: 'title' } as const;
    const { edits } = await ask('event.change', { eventIds: [(first as CaseEvent).id], addTags: ['only one'] });
    expect(await ask('event.tags', { caseId: big.caseId })).toContainEqual({ tag: 'only one', events: 1 });
    await ask('event.update', { eventId: (second as CaseEvent).id, title: '!', when: (second as CaseEvent).happened.edtf });
    expect(await ask('event.position', { ...order, eventId: (second as CaseEvent).id })).toBe(0);
    await ask('event.remove', { eventId: (second as CaseEvent).id });
    expect((await ask('event.page', { ...order, from: 0, count: 1 })).total).toBe(EVENTS - 1);
    expect(await ask('event.position', { ...order, eventId: (second as CaseEvent).id })).toBeNull();
    await ask('event.restore', { eventId: (second as CaseEvent).id });
    expect((await ask('event.page', { ...order, from: 0, count: 1 })).events[0]?.id).toBe((second as CaseEvent).id);
    await ask('event.revert', { edits: edits.map(({ eventId, before, after }) => ({ eventId, version: before, from: after })) });
    expect(await ask('event.get', { eventId: (first as CaseEvent).id })).toEqual({ ...first, version: 3 });
  });

  it('changes and takes back five thousand events in one act', async () => {
    const { events } = await ask('event.page', { caseId: big.caseId, filter: 'Message', from: 0, count: 500 });
    const before = new Map(all.map((event) => [event.id, event]));
    const eventIds = [...idsOf(all.slice(0, 5000))];
    const { edits } = await ask('event.change', { eventIds, addTags: ['first five thousand'], lane: 'public' });
    expect(edits.length).toBeGreaterThan(4900);
    await ask('event.revert', { edits: edits.map(({ eventId, before: version, after }) => ({ eventId, version, from: after })) });
    for (const { id } of events.slice(0, 20)) {
      const now = await ask('event.get', { eventId: id });
      expect({ ...now, version: 0 }).toEqual({ ...before.get(id), version: 0 });
    }
    expect(await ask('ledger.verify', {})).toMatchObject({ sound: true });
  }, 60_000);
});
