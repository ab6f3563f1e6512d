import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addClock, listClocks } from '../../electron/core/domain/clocks/clock.ts';
import { changeClock } from '../../electron/core/domain/clocks/change.ts';
import { openClockOf } from '../../electron/core/domain/events/moments.ts';
import { viewTimeline } from '../../electron/core/domain/timeline/timeline.ts';
import type { ReadingDraft } from '../../shared/contract/clock.ts';
import type { Case } from '../../shared/model/case.ts';
import type { CaseEvent } from '../../shared/model/event.ts';
import type { ClockId, EventId } from '../../shared/model/identifier.ts';
import { interpretMoment, stampMoments } from '../../shared/time/index.ts';
import { openRawVault, type RawVault } from '../support/raw-vault.ts';

const STAMPED = 20_000;
const OTHERS = 5000;
const START = Date.parse('2031-05-14T00:00:00Z');

let vault: RawVault;
let one: Case;
let clockId: ClockId;

const settings = {
  name: 'Door system',
  kind: 'door-system',
  make: '',
  model: '',
  serial: '',
  zone: 'Asia/Shanghai',
  daylightSaving: 'off',
  networkTime: 'off',
  storesUtc: 'unknown',
  changed: '',
  driftAllowance: 0,
  limit: null,
  limitReason: '',
  note: '',
} as const;
const reading = (shown: string, reference: string): ReadingDraft => ({
  shown,
  reference,
  referenceName: 'NTP',
  uncertainty: 1000,
  anchor: null,
  exhibitId: null,
  place: '',
  note: '',
});

beforeEach(async () => {
  vault = await openRawVault();
  one = vault.addCase('HR-1');
  clockId = addClock(vault.open.vault, { ...settings, caseId: one.id, language: 'en' }, 1).clock.id;
  const bare: Omit<CaseEvent, 'id' | 'title' | 'happened' | 'recorded' | 'clockId'> = {
    caseId: one.id,
    description: '',
    lane: 'incident',
    standing: 'asserted',
    location: '',
    kind: 'happening',
    learned: null,
    allegations: [],
    tags: [],
    parties: [],
    citations: [],
    enteredAt: 1,
    enteredBy: 'Inés Marlow',
    version: 1,
  };
  vault.open.vault.transact((records) => {
    const known = openClockOf(records, one, clockId);
    const localText = (at: number): string => new Date(at + 8 * 3_600_000).toISOString().slice(0, 19);
    for (let at = 0; at < STAMPED; at += 1) {
      const moments = stampMoments(known, localText(START + at * 60_000), 'en');
      records.events.insert({ ...bare, ...moments, id: randomUUID() as EventId, title: `Door ${at}`, clockId });
    }
    for (let at = 0; at < OTHERS; at += 1) {
      const happened = interpretMoment(localText(START + at * 240_000 + 30_000), 'Asia/Shanghai');
      records.events.insert({ ...bare, id: randomUUID() as EventId, title: `Other ${at}`, happened, recorded: null, clockId: null });
    }
  });
});

afterEach(() => vault.dispose());

const boundsInVault = (): readonly string[] =>
  [...vault.open.vault.read.clocks.bounds(one.id)].map(({ ordinal, happened }) => [ordinal, happened.earliest, happened.latest].join(' '));
const recordedInVault = (): readonly unknown[] => [...vault.open.vault.read.clocks.stamped(clockId)].map(({ recorded }) => recorded);
const exactEvents = (): number => {
  const from = START + 300 * 60_000;
  const view = viewTimeline(vault.open.vault, one.id, {
    grouping: 'lane',
    from,
    to: from + 600_000,
    width: 800,
    filter: '',
    differing: false,
  });
  return view.kind === 'events' ? view.items.filter(({ title }) => title.startsWith('Door')).length : -1;
};

describe('a clock that stamped twenty thousand events', () => {
  it('times them all anew within seconds, counts what order came of it, and goes back to the very same bounds', () => {
    const recorded = recordedInVault();
    const started = performance.now();
    const first = changeClock(vault.open.vault, clockId, { reading: reading('2031-08-03 14:00:00', '2031-08-03 14:00:00') }, '', 'en', 2);
    const seconds = (performance.now() - started) / 1000;
    // On a busy machine; alone it takes about one second.
    expect(seconds).toBeLessThan(15);
    expect(first.retiming).toMatchObject({ events: STAMPED, moved: STAMPED });
    expect(first.retiming.moves).toHaveLength(100);
    // None was in any order before; now each is with every other, because they lie a minute apart and are known to a second.
    expect(first.retiming.orders).toMatchObject({ exact: true, total: (STAMPED * (STAMPED - 1)) / 2 + STAMPED * OTHERS });
    expect(first.retiming.orders.changes).toHaveLength(100);
    const right = boundsInVault();
    expect(exactEvents()).toBeGreaterThan(5);

    const slower = { settings: { changed: '2031-06-01 00:00' } };
    expect(changeClock(vault.open.vault, clockId, slower, 'Its log says so.', 'en', 3).retiming.moved).toBeGreaterThan(0);
    expect(boundsInVault()).not.toEqual(right);
    changeClock(vault.open.vault, clockId, { settings: { changed: '' } }, 'It was another one.', 'en', 4);
    expect(boundsInVault()).toEqual(right);
    expect(recordedInVault()).toEqual(recorded);
    expect(listClocks(vault.open.vault, one.id, 'en')).toMatchObject([{ events: STAMPED, clock: { version: 4 } }]);
  });

  it('tells of a shift of all of them first the pairs that turned round', () => {
    changeClock(vault.open.vault, clockId, { settings: { limit: 0 } }, 'Its owner says that it is right.', 'en', 2);
    const shifted = { reading: reading('2031-08-04 14:02:00', '2031-08-04 14:00:00') };
    const { retiming } = changeClock(vault.open.vault, clockId, shifted, '', 'en', 3);
    // Two of them pass each of the others, and keep their order among themselves.
    expect(retiming).toMatchObject({ moved: STAMPED, orders: { total: 2 * OTHERS, exact: true } });
    expect(retiming.orders.changes.every(({ before, after }) => before === 'before' && after === 'after')).toBe(true);
  });
});
