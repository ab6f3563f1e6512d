import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Input } from '../../shared/contract/index.ts';
import type { Case } from '../../shared/model/case.ts';
import type { SourceClock } from '../../shared/model/clock.ts';
import type { CaseEvent } from '../../shared/model/event.ts';
import type { ClockId, ClockReadingId, EventId } from '../../shared/model/identifier.ts';
import { openTemplateVault, type TestVault } from '../support/vault.ts';
import { basisHolding, basisOf } from '../support/basis.ts';

let vault: TestVault;
let one: Case;

beforeEach(async () => {
  vault = await openTemplateVault();
  one = await vault.ask('case.create', { reference: 'HR-1', title: 'Corridor', zone: 'Asia/Shanghai' });
});

afterEach(() => vault.dispose());

const addClock = async (fields: Partial<Input<'clock.add'>> = {}): Promise<SourceClock> =>
  (await vault.ask('clock.add', { caseId: one.id, name: 'Corridor recorder', zone: 'Asia/Shanghai', ...fields })).clock;
const read = (clock: SourceClock, shown: string, reference: string, fields: Partial<Input<'clock.read'>> = {}) =>
  vault.ask('clock.read', { clockId: clock.id, shown, reference, referenceName: 'NTP', uncertainty: 2000, ...fields });
const addEvent = (title: string, when: string, fields: Partial<Input<'event.add'>> = {}): Promise<CaseEvent> =>
  vault.ask('event.add', { caseId: one.id, title, when, ...fields });
const stamp = (title: string, when: string, clock: SourceClock): Promise<CaseEvent> => addEvent(title, when, { clockId: clock.id });
const get = (event: CaseEvent): Promise<CaseEvent> => vault.ask('event.get', { eventId: event.id });
const status = async (clock: SourceClock) =>
  (await vault.ask('clock.list', { caseId: one.id })).find((found) => found.clock.id === clock.id);
const acts = async () => (await vault.ask('ledger.list', { chain: 'audit', caseId: one.id, limit: 50 })).entries.map(({ body }) => body);
const iso = (instant: number | null): string | null => (instant === null ? null : new Date(instant).toISOString());
const boundsOf = ({ happened }: CaseEvent) => [iso(happened.earliest), iso(happened.latest)];

describe('a source clock', () => {
  it('that nobody compared with a reference gives what it stamped no bounds at all, never its own time', async () => {
    const clock = await addClock();
    const event = await stamp('Door opened', '2031-05-14 23:34:07', clock);
    expect(event.recorded).toMatchObject({ phrase: '2031-05-14 23:34:07', edtf: '2031-05-14T23:34:07', zone: 'Asia/Shanghai' });
    expect(iso(event.recorded?.earliest ?? null)).toBe('2031-05-14T15:34:07.000Z');
    expect(event.happened).toMatchObject({ earliest: null, latest: null, edtf: '', phrase: '2031-05-14 23:34:07' });
    expect(basisOf(event.happened)).toContain('Offset unknown');
    expect(await status(clock)).toMatchObject({ knowledge: 'unknown', events: 1, wording: [expect.stringContaining('Offset unknown')] });
    const view = await vault.ask('timeline.view', {
      caseId: one.id,
      from: Date.parse('2031-05-14T00:00Z'),
      to: Date.parse('2031-05-16T00:00Z'),
      width: 800,
    });
    expect(view).toMatchObject({ items: [{ eventId: event.id, unplaced: true }] });
  });

  it('that is at most so far off gives bounds of that width', async () => {
    const clock = await addClock({ limit: 300_000, limitReason: 'Its owner sets it every Monday.' });
    const event = await stamp('Door opened', '2031-05-14 23:34:07', clock);
    expect(boundsOf(event)).toEqual(['2031-05-14T15:29:07.000Z', '2031-05-14T15:39:08.000Z']);
    expect(event.happened).toMatchObject({ precision: 'interval', basis: basisHolding('At most 5 min fast or slow') });
  });

  it('that was read once corrects what it stamped, in bounds as wide as the reading, and says how in one sentence', async () => {
    const clock = await addClock();
    const event = await stamp('Door opened', '2031-05-14 23:34:07', clock);
    const { status: known, retiming } = await read(clock, '2031-08-03 14:07:12', '2031-08-03 14:00:00');
    expect(known.wording[0]).toBe('7 min 12 s fast (± 2 s), read on 3 Aug 2031 against NTP.');
    expect(known.clock.readings).toMatchObject([
      { shown: '2031-08-03 14:07:12', reference: '2031-08-03 14:00:00', resolution: 1000, uncertainty: 2000, referenceName: 'NTP' },
    ]);
    expect(retiming).toMatchObject({ events: 1, moved: 1, moves: [{ eventId: event.id, before: { earliest: null, latest: null } }] });
    const corrected = await get(event);
    expect(boundsOf(corrected)).toEqual(['2031-05-14T15:26:53.000Z', '2031-05-14T15:26:58.000Z']);
    expect(corrected.happened).toMatchObject({ edtf: '[2031-05-14T23:26:53..2031-05-14T23:26:57]', precision: 'interval' });
    expect(basisOf(corrected.happened)).toBe(
      'Read as local time in Asia/Shanghai. Corridor recorder: 7 min 12 s fast (± 2 s), read on 3 Aug 2031 against NTP.',
    );
    expect(corrected.recorded).toEqual(event.recorded);
    expect(corrected.version).toBe(event.version);
  });

  it('that was read twice drifts, and its bounds grow away from the readings', async () => {
    const clock = await addClock();
    await read(clock, '2031-08-01 12:00:10', '2031-08-01 12:00:00', { uncertainty: 1000 });
    const { status: known } = await read(clock, '2031-08-31 12:00:40', '2031-08-31 12:00:00', { uncertainty: 1000 });
    expect(known.knowledge).toBe('drift');
    expect(known.wording[0]).toContain('gains 1 s a day');
    const [near, far] = [await stamp('Near', '2031-08-16 12:00:25', clock), await stamp('Far', '2031-05-16 12:00:00', clock)];
    const width = ({ happened }: CaseEvent): number => (happened.latest ?? 0) - (happened.earliest ?? 0);
    expect(near.happened.earliest).toBeLessThanOrEqual(Date.parse('2031-08-16T04:00:00Z'));
    expect(near.happened.latest).toBeGreaterThan(Date.parse('2031-08-16T04:00:00Z'));
    expect(width(far)).toBeGreaterThan(2 * width(near));
    expect(basisOf(near.happened)).toContain('At this time: 25 s fast');
  });

  it('is refused a name that another clock of the case has, a zone nobody knows, and figures that are no reading', async () => {
    const clock = await addClock();
    await expect(addClock()).rejects.toMatchObject({ code: 'clock.exists' });
    await expect(addClock({ name: 'Other', zone: 'Asia/Atlantis' })).rejects.toMatchObject({ code: 'case.zone-unknown' });
    await expect(addClock({ name: 'Other', changed: '1 August 2031' })).rejects.toMatchObject({ code: 'clock.change-rough' });
    await expect(read(clock, '2031-08-03', '2031-08-03 14:00')).rejects.toMatchObject({ code: 'clock.reading-rough' });
    await expect(read(clock, 'about 2031-08-03 14:00', '2031-08-03 14:00')).rejects.toMatchObject({ code: 'clock.reading-rough' });
    await expect(read(clock, '2031-08-03 14:00', '')).rejects.toMatchObject({ code: 'clock.reference-missing' });
    await expect(read(clock, '2031-08-03 25:00', '2031-08-03 14:00')).rejects.toMatchObject({ code: 'moment.invalid' });
    expect((await status(clock))?.clock).toEqual(clock);
    const offset = await addClock({ name: 'Phone', zone: '+05:45' });
    expect((await stamp('Message', '2031-05-14 12:00', offset)).recorded?.earliest).toBe(Date.parse('2031-05-14T06:15:00Z'));
  });

  it('is read in the case’s zone while nobody looked up its own, and says so', async () => {
    const clock = await addClock({ zone: null });
    const event = await stamp('Door opened', '2031-05-14 23:34:07', clock);
    expect(iso(event.recorded?.earliest ?? null)).toBe('2031-05-14T15:34:07.000Z');
    expect(basisOf(event.happened)).toContain('Asia/Shanghai, is assumed');
    expect((await status(clock))?.wording.join(' ')).toContain('Asia/Shanghai, is assumed');
  });

  it('asks which of the two times it was when it showed a reading twice, and refuses one it never shows', async () => {
    const clock = await addClock({ zone: 'Europe/Berlin', daylightSaving: 'on' });
    await expect(read(clock, '2031-10-26 02:30:00', '2031-10-26T00:30:00Z')).rejects.toMatchObject({ code: 'clock.reading-twice' });
    await expect(read(clock, '2031-03-30 02:30:00', '2031-03-30T01:30:00Z')).rejects.toMatchObject({ code: 'moment.invalid' });
    const { status: known } = await read(clock, '2031-10-26T02:30:05+01:00', '2031-10-26T01:30:00Z');
    expect(known.wording[0]).toContain('5 s fast');
  });

  it('of which nobody knows whether it follows daylight-saving time bounds both, and only where it makes a difference', async () => {
    const clock = await addClock({ zone: 'Europe/Berlin' });
    await read(clock, '2031-07-03 14:00:05', '2031-07-03 14:00:00', { uncertainty: 1000 });
    const summer = await stamp('In summer', '2031-08-03 14:00:05', clock);
    const winter = await stamp('In winter', '2031-12-03 14:00:05', clock);
    expect(boundsOf(summer)).toEqual(['2031-08-03T11:59:59.000Z', '2031-08-03T12:00:02.000Z']);
    // Had it been on standard time all along, it would have been an hour fast in summer and still be an hour fast.
    expect(boundsOf(winter)).toEqual(['2031-12-03T11:59:59.000Z', '2031-12-03T13:00:02.000Z']);
    await vault.ask('clock.change', { clockId: clock.id, daylightSaving: 'on', reason: 'Seen in its menu.' });
    expect(boundsOf(await get(winter))).toEqual(['2031-12-03T12:59:59.000Z', '2031-12-03T13:00:02.000Z']);
    expect((await get(winter)).recorded).toEqual(winter.recorded);
  });
});

describe('changing a clock', () => {
  it('times everything under it anew, keeps the model there was, and says which orders changed; changing it back gives the same bounds', async () => {
    const clock = await addClock();
    await read(clock, '2031-08-03 14:00:00', '2031-08-03 14:00:00');
    const door = await addEvent('Door log: room opened', '2031-05-14T23:30:00');
    const corridor = await stamp('He is seen in the corridor', '2031-05-14 23:34:07', clock);
    const lift = await stamp('She is seen in the lift', '2031-05-14 23:36:00', clock);
    expect(await vault.ask('timeline.step', { caseId: one.id, eventId: door.id, by: 1 })).toBe(corridor.id);

    const [wrong] = (await status(clock))?.clock.readings ?? [];
    await vault.ask('clock.withdrawReading', { readingId: wrong?.id as ClockReadingId, reason: 'It was read off the wrong recorder.' });
    const changed = await read(clock, '2031-08-03 14:07:12', '2031-08-03 14:00:00', { reason: 'Read again on site.' });
    expect(changed.retiming).toMatchObject({ events: 2, moved: 2 });
    expect(changed.retiming.orders).toMatchObject({ total: 3, exact: true });
    expect(await vault.ask('timeline.step', { caseId: one.id, eventId: door.id, by: -1 })).toBe(lift.id);
    expect((await get(corridor)).recorded).toEqual(corridor.recorded);

    const history = await vault.ask('clock.history', { clockId: clock.id });
    expect(history.map(({ reason, replacedBy, clock: { version, readings } }) => [version, readings.length, replacedBy, reason])).toEqual([
      [1, 0, vault.user, ''],
      [2, 1, vault.user, 'It was read off the wrong recorder.'],
      [3, 1, vault.user, 'Read again on site.'],
    ]);
    expect(history[1]?.wording[0]).toContain('on time (± 2 s)');

    const [, second] = changed.status.clock.readings;
    await vault.ask('clock.withdrawReading', { readingId: second?.id as ClockReadingId, reason: 'It was right after all.' });
    await read(clock, '2031-08-03 14:00:00', '2031-08-03 14:00:00');
    expect(await get(corridor)).toEqual(corridor);
    expect(await get(lift)).toEqual(lift);
  });

  it('is previewed exactly, and previewing saves nothing', async () => {
    const clock = await addClock();
    await read(clock, '2031-08-03 14:00:00', '2031-08-03 14:00:00');
    await addEvent('Door log: room opened', '2031-05-14T23:30:00');
    const corridor = await stamp('He is seen in the corridor', '2031-05-14 23:34:07', clock);
    const before = [await status(clock), await get(corridor), (await acts()).length];
    const settings = { changed: '2031-06-01 09:00' };
    const { reading: none, ...previewed } = await vault.ask('clock.preview', { clockId: clock.id, change: { settings } });
    expect(none).toBeNull();
    expect(previewed.retiming).toMatchObject({
      events: 1,
      moved: 1,
      orders: {
        total: 1,
        changes: [
          {
            one: { title: 'Door log: room opened' },
            other: { title: 'He is seen in the corridor' },
            before: 'before',
            after: 'cannot-tell',
          },
        ],
      },
    });
    const reading = { shown: '2031-08-04 14:00:00', reference: '2031-08-04 14:00:00', referenceName: 'NTP' };
    expect((await vault.ask('clock.preview', { clockId: clock.id, change: { reading } })).reading).toMatchObject({ shown: reading.shown });
    expect([await status(clock), await get(corridor), (await acts()).length]).toEqual(before);
    expect(await vault.ask('clock.change', { clockId: clock.id, ...settings, reason: 'Its log says so.' })).toEqual(previewed);
  });

  it('stands in the ledger with before and after, the reason and how many events it moved, and the ledger verifies', async () => {
    const clock = await addClock();
    await stamp('He is seen in the corridor', '2031-05-14 23:34:07', clock);
    await writeFile(join(vault.temporary, 'both.txt'), 'a photograph of both\n');
    await vault.ask('exhibit.import', { caseId: one.id, paths: [join(vault.temporary, 'both.txt')] });
    const photograph = await vault.ask('exhibit.find', { caseId: one.id, number: 'EX-0001' });
    await read(clock, '2031-08-03 14:07:12', '2031-08-03 14:00:00', { exhibitId: photograph.id, place: 'line=1', reason: 'Site visit.' });
    await vault.ask('clock.change', { clockId: clock.id, make: 'Hikvision', driftAllowance: 1000, reason: 'Looked at the label.' });
    const entries = await acts();
    const [changed, taken, added] = ['clock.changed', 'clock.read', 'clock.added'].map((act) => entries.find((one) => one.act === act));
    expect(changed).toMatchObject({
      act: 'clock.changed',
      actor: { name: vault.user },
      detail: {
        clock: clock.id,
        reason: 'Looked at the label.',
        events: 1,
        moved: 1,
        version: 3,
        'make.before': '',
        'make.after': 'Hikvision',
        'driftAllowance.before': 0,
        'driftAllowance.after': 1000,
      },
    });
    expect(taken).toMatchObject({
      act: 'clock.read',
      detail: {
        shown: '2031-08-03 14:07:12',
        reference: '2031-08-03 14:00:00',
        exhibit: 'EX-0001#line=1',
        reason: 'Site visit.',
        events: 1,
      },
    });
    expect(String(taken?.detail['statement.before'])).toContain('Offset unknown');
    expect(String(taken?.detail['statement.after'])).toContain('7 min 12 s fast');
    expect(added).toMatchObject({ act: 'clock.added', detail: { name: 'Corridor recorder', zone: 'Asia/Shanghai' } });
    expect(await vault.ask('vault.check', { deep: true })).toMatchObject({ sound: true, problems: [] });
  });

  it('to what it is already leaves no version and no entry', async () => {
    const clock = await addClock();
    const entries = (await acts()).length;
    const { status: same } = await vault.ask('clock.change', { clockId: clock.id, name: clock.name, make: '', reason: 'Nothing.' });
    expect(same.clock).toEqual(clock);
    expect((await acts()).length).toBe(entries);
    expect(await vault.ask('clock.history', { clockId: clock.id })).toEqual([]);
  });

  it('keeps what was recorded byte for byte also when its zone becomes known, and corrects by the new zone', async () => {
    const clock = await addClock({ zone: null });
    await read(clock, '2031-08-03T06:07:12Z', '2031-08-03T06:00:00Z');
    const event = await stamp('Server entry', '2031-05-14 15:34:07', clock);
    await vault.ask('clock.change', { clockId: clock.id, zone: 'UTC', reason: 'Its configuration says so.' });
    const after = await get(event);
    expect(after.recorded).toEqual(event.recorded);
    expect(boundsOf(after)).toEqual(['2031-05-14T15:26:53.000Z', '2031-05-14T15:26:58.000Z']);
    expect(after.happened.zone).toBe('UTC');
    await vault.ask('clock.change', { clockId: clock.id, zone: null, reason: 'That was another server.' });
    expect(await get(event)).toEqual(event);
  });

  it('follows the case’s zone while nobody looked up its own, and says so in its history', async () => {
    const clock = await addClock({ zone: null });
    await read(clock, '2031-08-03T14:07:12+08:00', '2031-08-03T06:00:00Z');
    const event = await stamp('Server entry', '2031-05-14 15:34:07', clock);
    const own = await addClock({ name: 'Lift recorder' });
    await vault.ask('case.update', { caseId: one.id, zone: 'Asia/Tokyo' });
    const after = await get(event);
    expect(after.recorded).toEqual(event.recorded);
    expect(boundsOf(after)).toEqual(['2031-05-14T06:26:53.000Z', '2031-05-14T06:26:58.000Z']);
    expect((await vault.ask('clock.history', { clockId: clock.id })).at(-1)?.reason).toContain('case’s zone was changed');
    expect((await status(own))?.clock.version).toBe(1);
    expect((await acts())[0]).toMatchObject({
      act: 'clock.changed',
      detail: { 'caseZone.before': 'Asia/Shanghai', 'caseZone.after': 'Asia/Tokyo' },
    });
    await vault.ask('case.update', { caseId: one.id, zone: 'Asia/Shanghai' });
    expect(await get(event)).toEqual(event);
  });

  it('is refused where a reading would have been shown twice, and nothing is changed', async () => {
    const clock = await addClock({ zone: 'Europe/Berlin', daylightSaving: 'off' });
    await read(clock, '2031-10-26 02:30:05', '2031-10-26T01:30:00Z');
    const event = await stamp('Door opened', '2031-10-26 03:30:05', clock);
    await expect(vault.ask('clock.change', { clockId: clock.id, daylightSaving: 'on', reason: 'Seen in its menu.' })).rejects.toMatchObject(
      { code: 'clock.reading-twice' },
    );
    expect(await get(event)).toEqual(event);
    expect((await status(clock))?.clock.version).toBe(2);
  });

  it('reaches events that were removed, which come back with the time the clock tells now', async () => {
    const clock = await addClock();
    const event = await stamp('Door opened', '2031-05-14 23:34:07', clock);
    await vault.ask('event.remove', { eventId: event.id });
    const { retiming } = await read(clock, '2031-08-03 14:07:12', '2031-08-03 14:00:00');
    expect(retiming).toMatchObject({ events: 0, moved: 0 });
    const restored = await vault.ask('event.restore', { eventId: event.id });
    expect(boundsOf(restored)).toEqual(['2031-05-14T15:26:53.000Z', '2031-05-14T15:26:58.000Z']);
  });
});

describe('an event that a clock stamped', () => {
  it('keeps its time when only other fields are edited, and takes it anew when it says another time or another clock stamped it', async () => {
    const clock = await addClock();
    await read(clock, '2031-08-03 14:07:12', '2031-08-03 14:00:00');
    const event = await stamp('Door opened', '2031-05-14 23:34:07', clock);
    const update = (fields: Partial<Input<'event.update'>>) =>
      vault.ask('event.update', { eventId: event.id, title: 'Door opened', when: '2031-05-14 23:34:07', clockId: clock.id, ...fields });
    const renamed = await update({ title: 'Room door opened', language: 'zh-CN' });
    expect(renamed).toEqual({ ...event, title: 'Room door opened', version: 2 });
    const later = await update({ when: '2031-05-14 23:35:07' });
    expect(boundsOf(later)).toEqual(['2031-05-14T15:27:53.000Z', '2031-05-14T15:27:58.000Z']);
    const other = await addClock({ name: 'Lift recorder' });
    expect((await update({ clockId: other.id })).happened).toMatchObject({ earliest: null, latest: null });
    const bare = await update({ clockId: null });
    expect(bare).toMatchObject({ clockId: null, recorded: null, happened: { edtf: '2031-05-14T23:34:07', precision: 'second' } });
    await expect(update({ clockId: crypto.randomUUID() as ClockId })).rejects.toMatchObject({ code: 'clock.unknown' });
  });

  it('is reverted to an earlier version with the time its clock tells now, not the one it told then', async () => {
    const clock = await addClock();
    const event = await stamp('Door opened', '2031-05-14 23:34:07', clock);
    const update = (fields: Partial<Input<'event.update'>>) =>
      vault.ask('event.update', { eventId: event.id, title: 'Door', when: '2031-05-14 23:34:07', clockId: clock.id, ...fields });
    await update({ when: '2031-05-14 22:00:00' });
    await update({ clockId: null });
    await read(clock, '2031-08-03 14:07:12', '2031-08-03 14:00:00');
    await vault.ask('event.revert', { edits: [{ eventId: event.id, version: 1 }] });
    const reverted = await get(event);
    expect(reverted.recorded).toEqual(event.recorded);
    expect(boundsOf(reverted)).toEqual(['2031-05-14T15:26:53.000Z', '2031-05-14T15:26:58.000Z']);
    await vault.ask('event.revert', { edits: [{ eventId: event.id, version: 2 }] });
    expect(boundsOf(await get(event))).toEqual(['2031-05-14T13:52:46.000Z', '2031-05-14T13:52:51.000Z']);
  });

  it('keeps a mark of doubt and of approximation, and says that what lasted lasted', async () => {
    const clock = await addClock();
    await read(clock, '2031-08-03 14:07:12', '2031-08-03 14:00:00');
    expect((await stamp('Perhaps', '2031-05-14T23:34?', clock)).happened).toMatchObject({ uncertain: true, approximate: false });
    const dinner = await stamp('Dinner', '2031-05-14T20:00/2031-05-14T22:00', clock);
    expect(boundsOf(dinner)).toEqual(['2031-05-14T11:52:46.000Z', '2031-05-14T13:53:50.000Z']);
    expect(basisOf(dinner.happened)).toContain('It lasted from the one to the other');
  });
});

describe('an anchor', () => {
  it('compares the clock with an event whose time is known otherwise, within that event’s bounds', async () => {
    const clock = await addClock();
    const door = await addEvent('Door log: room opened', '2031-05-14T23:26:55');
    const { status: known } = await vault.ask('clock.read', { clockId: clock.id, shown: '2031-05-14 23:34:07', anchor: door.id });
    const [reading] = known.clock.readings;
    expect(reading).toMatchObject({
      anchor: door.id,
      referenceName: door.title,
      uncertainty: 500,
      referenceAt: Date.parse('2031-05-14T15:26:55.500Z'),
    });
    expect(known.wording[0]).toContain('fast');
    const corridor = await stamp('Corridor', '2031-05-14 23:34:07', clock);
    expect(corridor.happened.earliest).toBeLessThanOrEqual(door.happened.earliest ?? 0);
    expect(corridor.happened.latest).toBeGreaterThanOrEqual(door.happened.latest ?? 0);
  });

  it('is shown as stale when its event has moved or is removed since, and is never silently followed', async () => {
    const clock = await addClock();
    const door = await addEvent('Door log: room opened', '2031-05-14T23:26:55');
    await vault.ask('clock.read', { clockId: clock.id, shown: '2031-05-14 23:34:07', anchor: door.id });
    const corridor = await stamp('Corridor', '2031-05-14 23:50:00', clock);
    expect((await status(clock))?.anchors).toMatchObject([{ eventId: door.id, title: door.title, problem: null }]);
    await vault.ask('event.update', { eventId: door.id, title: door.title, when: '2031-05-14T23:20:00' });
    expect((await status(clock))?.anchors).toMatchObject([{ problem: 'moved' }]);
    expect(await get(corridor)).toEqual(corridor);
    await vault.ask('event.remove', { eventId: door.id });
    expect((await status(clock))?.anchors).toMatchObject([{ problem: 'removed' }]);
  });

  it('may not rest on the clock itself, neither at once nor by way of another clock', async () => {
    const [corridor, lift] = [await addClock(), await addClock({ name: 'Lift recorder' })];
    const anchor = (clock: SourceClock, eventId: EventId) =>
      vault.ask('clock.read', { clockId: clock.id, shown: '2031-05-14 23:34:07', anchor: eventId });
    await read(corridor, '2031-08-03 14:07:12', '2031-08-03 14:00:00');
    const seen = await stamp('Seen in the corridor', '2031-05-14 23:34:07', corridor);
    await expect(anchor(corridor, seen.id)).rejects.toMatchObject({ code: 'clock.anchor-circular' });
    await anchor(lift, seen.id);
    const inLift = await stamp('Seen in the lift', '2031-05-14 23:35:00', lift);
    await expect(anchor(corridor, inLift.id)).rejects.toMatchObject({ code: 'clock.anchor-circular' });
    const unknown = await stamp('On the phone', '2031-05-14 23:35:00', await addClock({ name: 'Phone' }));
    await expect(anchor(lift, unknown.id)).rejects.toMatchObject({ code: 'clock.anchor-open' });
    // The event comes to rest on the clock only afterwards.
    const door = await addEvent('Door log', '2031-05-14T23:26:55');
    await anchor(corridor, door.id);
    await vault.ask('event.update', { eventId: door.id, title: door.title, when: '2031-05-14 23:34:07', clockId: corridor.id });
    expect((await status(corridor))?.anchors).toMatchObject([{ problem: 'circular' }]);
  });
});

describe('a window to request', () => {
  it('is the true window as the clock showed it, with its uncertainty and the margin, ready to be copied in both languages', async () => {
    const clock = await addClock();
    await read(clock, '2031-08-03 14:07:12', '2031-08-03 14:00:00');
    const window = await vault.ask('clock.window', { clockId: clock.id, from: '2031-05-14 22:00', to: '23:30' });
    expect(window.shown).toEqual({ from: '2031-05-14T22:07:10', to: '2031-05-14T23:37:14' });
    expect(iso(window.true.to)).toBe('2031-05-14T15:30:00.000Z');
    const wide = await vault.ask('clock.window', { clockId: clock.id, from: '2031-05-14 22:00', to: '2031-05-14 23:30', margin: 300_000 });
    expect(wide.shown).toEqual({ from: '2031-05-14T22:02:10', to: '2031-05-14T23:42:14' });
    expect(wide.sentence.en).toContain('from 14 May 2031, 22:02:10 to 14 May 2031, 23:42:14 as shown by its own clock');
    expect(wide.sentence.en).toContain('Its clock: 7 min 12 s fast (± 2 s), read on 3 Aug 2031 against NTP. A margin of 5 min was added');
    expect(wide.sentence['zh-CN']).toContain('22:02:10');
    await vault.ask('clock.change', { clockId: clock.id, changed: '2031-06-01 09:00', reason: 'Its log says so.' });
    const since = await vault.ask('clock.window', { clockId: clock.id, from: '2031-07-14 22:00', to: '23:30' });
    expect(since.sentence.en).toContain('Its clock: Since it was set on 1 Jun 2031, 09:00: 7 min 12 s fast (± 2 s)');
    await expect(vault.ask('clock.window', { clockId: clock.id, from: '2031-05-14 22:00', to: '21:00' })).rejects.toMatchObject({
      code: 'clock.window-backwards',
    });
  });

  it('is everything, while the offset is not known', async () => {
    const clock = await addClock();
    const window = await vault.ask('clock.window', { clockId: clock.id, from: '2031-05-14 22:00', to: '2031-05-15' });
    expect(window.shown).toBeNull();
    expect(iso(window.true.to)).toBe('2031-05-15T16:00:00.000Z');
    expect(window.sentence.en).toContain('everything that Corridor recorder recorded and still holds');
  });
});
