import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { changeClock } from '../../electron/core/domain/clocks/change.ts';
import { addClock } from '../../electron/core/domain/clocks/clock.ts';
import { changeEvents, revertEvents } from '../../electron/core/domain/events/change.ts';
import { addEvent, type EventDraft, removeEvent, restoreEvent, updateEvent } from '../../electron/core/domain/events/event.ts';
import { addParty } from '../../electron/core/domain/case/party.ts';
import { askedOf } from '../../electron/core/domain/questions/asked.ts';
import { buildIndex, viewIndex } from '../../electron/core/domain/timeline/index-of-events.ts';
import { viewTimeline } from '../../electron/core/domain/timeline/timeline.ts';
import type { TimelineView } from '../../shared/contract/timeline.ts';
import type { Case } from '../../shared/model/case.ts';
import { lanes } from '../../shared/model/event.ts';
import type { ClockId, EventId, PartyId } from '../../shared/model/identifier.ts';
import { type Chance, chanceFrom } from '../support/random.ts';
import { openRawVault, type RawVault } from '../support/raw-vault.ts';

const FROM = Date.UTC(2031, 4, 1);
const VIEW = { from: FROM, to: FROM + 40 * 86_400_000, width: 800, filter: '', differing: false };

let vault: RawVault;
let matter: Case;
let clockId: ClockId;
let people: readonly PartyId[];
/** Every event there ever was, removed ones, too. */
let events: EventId[];

beforeEach(async () => {
  vault = await openRawVault();
  const { vault: open } = vault.open;
  matter = vault.addCase('HR-1');
  people = ['Lin', 'Zhou', 'Ye'].map(
    (name) => addParty(open, { caseId: matter.id, name, kind: 'person', role: 'witness', position: '', note: '' }).id,
  );
  const settings = { kind: 'door-system', make: '', model: '', serial: '', zone: null, daylightSaving: 'off', networkTime: 'off' } as const;
  const more = { storesUtc: 'unknown', changed: '', driftAllowance: 0, limit: null, limitReason: '', note: '' } as const;
  clockId = addClock(open, { name: 'Door', ...settings, ...more, caseId: matter.id, language: 'en' }, 1).clock.id;
  events = [];
});

afterEach(() => vault.dispose());

function draft(chance: Chance): EventDraft {
  const day = String(chance.whole(1, 31)).padStart(2, '0');
  return {
    title: `Event ${chance.whole(0, 10_000)}`,
    description: '',
    lane: chance.pick(lanes),
    standing: chance.pick(['asserted', 'established']),
    kind: chance.pick(['happening', 'happening', 'happening', 'memory-gap']),
    location: chance.pick(['', 'Lobby', 'Room 1216']),
    when: chance.pick([`2031-05-${day}`, `2031-05-${day} 20:0${chance.whole(0, 9)}:00`]),
    language: 'en',
    parties: people.filter(() => chance.next() < 0.4),
    citations: [],
  };
}

/** One act of somebody at work; now and then one of so many events that reading them all again is the shorter way. */
function act(chance: Chance, now: number): void {
  const { vault: open } = vault.open;
  const one = (): EventId => chance.pick(events);
  const standing = (): readonly EventId[] => open.read.events.list(matter.id).map(({ id }) => id);
  const isThere = (id: EventId): boolean => open.read.events.find(id)?.removed === false;
  const kind =
    events.length < 5 ? 'add' : chance.pick(['add', 'stamp', 'update', 'change', 'remove', 'restore', 'revert', 'retime', 'many']);
  if (kind === 'add') events.push(addEvent(open, { caseId: matter.id, ...draft(chance) }, now).id);
  if (kind === 'stamp')
    events.push(addEvent(open, { caseId: matter.id, ...draft(chance), clockId, when: `2031-05-14 20:0${chance.whole(0, 9)}:00` }, now).id);
  if (kind === 'restore') restoreEvent(open, one());
  if (kind === 'many')
    changeEvents(open, { eventIds: standing(), addTags: [`seen ${now}`], removeTags: [], lane: chance.pick(lanes) }, now);
  if (kind === 'retime') {
    const reference = { reference: '2031-08-03 14:00:00', referenceName: 'NTP', uncertainty: 1000, anchor: null, exhibitId: null };
    const shown = `2031-08-03 ${chance.whole(10, 18)}:07:12`;
    changeClock(open, clockId, { settings: { limit: chance.whole(0, 10) * 60_000 } }, 'As stated.', 'en', now);
    if (now % 7 === 0) changeClock(open, clockId, { reading: { shown, ...reference, place: '', note: '' } }, '', 'en', now);
  }
  const id = one();
  if (!isThere(id)) return;
  if (kind === 'update') updateEvent(open, { eventId: id, ...draft(chance) }, now);
  if (kind === 'change') changeEvents(open, { eventIds: [id], addTags: [], removeTags: [], lane: chance.pick(lanes) }, now);
  if (kind === 'remove') removeEvent(open, id);
  if (kind === 'revert') revertEvents(open, [{ eventId: id, version: 1 }], now);
}

/** Groups and items in one order: an index that grew has its groups in another than one that was built. */
function inOrder(view: TimelineView): unknown {
  const groups = view.groups
    .map(({ key, unplaced, ...rest }) => ({ key, unplaced, counts: 'counts' in rest ? rest.counts : [] }))
    .filter(
      ({ counts, unplaced, key }) =>
        unplaced > 0 || counts.some((count) => count > 0) || (view.kind === 'events' && view.items.some(({ group }) => group === key)),
    )
    .toSorted((one, other) => (one.key < other.key ? -1 : 1));
  const items =
    view.kind === 'events' ? view.items.toSorted((one, other) => (one.eventId + one.group < other.eventId + other.group ? -1 : 1)) : [];
  return { kind: view.kind, groups, items };
}

describe('what is kept of a vault in memory', () => {
  it('is what reading everything again would give, after whatever was written', { timeout: 300_000 }, async () => {
    const { vault: open } = vault.open;
    const chance = chanceFrom(7);
    // The second grouping replaces the first one that is not by lanes.
    const groupings = ['lane', 'person'] as const;
    for (let now = 1; now <= 420; now += 1) {
      act(chance, now);
      if (now % 15 !== 0) continue;
      for (const grouping of groupings) {
        const rebuilt = buildIndex(open.read.events.scan(matter.id, grouping), grouping);
        expect(inOrder(viewTimeline(open, matter.id, { ...VIEW, grouping }))).toEqual(inOrder(viewIndex(rebuilt, VIEW)));
      }
      const asked = await askedOf(open, matter.id);
      const again = open.read.questions
        .scan(matter.id, 0, open.read.questions.lastOrdinal())
        .filter(({ parties, kind }) => parties.length > 0 || kind === 'memory-gap');
      expect(asked.named).toEqual(new Map(again.map((one) => [one.id, one])));
    }
    expect(open.read.events.list(matter.id).length).toBeGreaterThan(50);
  });

  it('follows a change of more events than are shown one by one, and one that was rolled back leaves it as it was', () => {
    const { vault: open } = vault.open;
    const chance = chanceFrom(8);
    for (let now = 1; now <= 300; now += 1) events.push(addEvent(open, { caseId: matter.id, ...draft(chance) }, now).id);
    const told: unknown[] = [];
    open.follow(({ events: written }) => told.push([...written.values()].map((one) => (one === 'many' ? one : one.size))));
    const inLane = (): readonly (readonly [string, number])[] => {
      const view = viewTimeline(open, matter.id, { ...VIEW, grouping: 'lane' });
      return lanes.map((lane) => [lane, view.kind === 'events' ? view.items.filter((item) => item.lane === lane).length : -1]);
    };
    const before = inLane();
    changeEvents(open, { eventIds: events.slice(0, 250), addTags: [], removeTags: [], lane: 'public' }, 301);
    expect(Object.fromEntries(inLane())['public']).toBeGreaterThanOrEqual(250);
    changeEvents(open, { eventIds: events, addTags: ['seen'], removeTags: [], lane: 'public' }, 302);
    expect(Object.fromEntries(inLane())['public']).toBe(300);
    expect(told).toEqual([[expect.any(Number)], ['many']]);
    expect(Object.fromEntries(before)['public']).toBeLessThan(250);
    expect(() =>
      open.transact(({ events: table }) => {
        table.remove({ id: events[0] as EventId, caseId: matter.id });
        throw new Error('no');
      }),
    ).toThrow('no');
    expect(told).toHaveLength(2);
    expect(Object.fromEntries(inLane())['public']).toBe(300);
  });
});
