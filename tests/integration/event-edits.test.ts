import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Case } from '../../shared/model/case.ts';
import type { Exhibit } from '../../shared/model/exhibit.ts';
import { openTemplateVault, type TestVault } from '../support/vault.ts';
import { basisHolding } from '../support/basis.ts';

let vault: TestVault;
let one: Case;
let chat: Exhibit;

beforeEach(async () => {
  vault = await openTemplateVault();
  one = await vault.ask('case.create', { reference: 'HR-1', title: 'Corridor', zone: 'Asia/Shanghai' });
  await writeFile(join(vault.temporary, 'chat.txt'), 'one\n\nthree\n');
  await vault.ask('exhibit.import', { caseId: one.id, paths: [join(vault.temporary, 'chat.txt')] });
  chat = await vault.ask('exhibit.find', { caseId: one.id, number: 'EX-0001' });
});

afterEach(() => vault.dispose());

const add = (fields: Partial<Parameters<typeof vault.ask<'event.add'>>[1]> = {}) =>
  vault.ask('event.add', { caseId: one.id, title: 'Dinner begins', when: '14 May 2031 19:30', ...fields });
const versionsOf = (eventId: Awaited<ReturnType<typeof add>>['id']) => vault.ask('event.versions', { eventId });

describe('an edit of an event', () => {
  it('leaves what stood there as a version, and saying it again brings back every field, the phrase included', async () => {
    const party = await vault.ask('party.add', { caseId: one.id, name: 'Wu Lan', role: 'complainant' });
    const allegation = await vault.ask('allegation.add', { caseId: one.id, title: 'Touched at the dinner' });
    const first = await add({
      title: 'Dinner begins',
      description: 'as told',
      when: '14 May 2031 19:30',
      zone: 'Asia/Tokyo',
      recorded: { when: '15 May 2031' },
      learned: { when: '2031-05-19 09:15' },
      kind: 'memory-gap',
      tags: ['dinner', 'hotel'],
      parties: [party.id],
      allegations: [allegation.id],
      citations: [{ exhibitId: chat.id, place: 'line=1', stance: 'contradicts', quote: 'one' }],
    });
    const second = await vault.ask('event.update', { eventId: first.id, title: 'Something else', when: '2031-06-01', zone: 'UTC' });
    expect(second).toMatchObject({ version: 2, tags: [], recorded: null, kind: 'happening' });
    expect(await versionsOf(first.id)).toEqual([{ version: 1, event: first, replacedAt: expect.any(Number), replacedBy: vault.user }]);

    const undone = await vault.ask('event.revert', { edits: [{ eventId: first.id, version: 1, from: 2 }] });
    expect(undone.edits).toEqual([{ eventId: first.id, before: 2, after: 3 }]);
    expect(await vault.ask('event.get', { eventId: first.id })).toEqual({ ...first, version: 3 });
    await vault.ask('event.revert', { edits: [{ eventId: first.id, version: 2, from: 3 }] });
    expect(await vault.ask('event.get', { eventId: first.id })).toEqual({ ...second, version: 4 });
    expect((await versionsOf(first.id)).map(({ version }) => version)).toEqual([1, 2, 3]);
    await vault.reopen();
    expect((await versionsOf(first.id)).map(({ event }) => event.title)).toEqual(['Dinner begins', 'Something else', 'Dinner begins']);
    expect(await vault.ask('ledger.verify', {})).toMatchObject({ sound: true });
  });

  it('is not taken back once another came after it, and then nothing of the whole is', async () => {
    const first = await add();
    const other = await add({ title: 'Dinner ends' });
    for (const { id } of [first, other]) await vault.ask('event.update', { eventId: id, title: 'Changed', when: '2031-05-14' });
    await vault.ask('event.update', { eventId: other.id, title: 'Changed again', when: '2031-05-14' });
    const edits = [
      { eventId: first.id, version: 1, from: 2 },
      { eventId: other.id, version: 1, from: 2 },
    ];
    await expect(vault.ask('event.revert', { edits })).rejects.toMatchObject({
      code: 'event.changed-since',
      failure: { values: { title: 'Changed again' } },
    });
    expect((await vault.ask('event.get', { eventId: first.id })).title).toBe('Changed');
    await expect(vault.ask('event.revert', { edits: [{ eventId: first.id, version: 7 }] })).rejects.toMatchObject({
      code: 'event.version-unknown',
    });
    await vault.ask('event.remove', { eventId: first.id });
    await expect(vault.ask('event.revert', { edits: [{ eventId: first.id, version: 1 }] })).rejects.toMatchObject({
      code: 'event.unknown',
    });
  });

  it('is taken back without the people and allegations that have left the case since', async () => {
    const party = await vault.ask('party.add', { caseId: one.id, name: 'Wu Lan', role: 'complainant' });
    const allegation = await vault.ask('allegation.add', { caseId: one.id, title: 'Touched at the dinner' });
    const event = await add({ parties: [party.id], allegations: [allegation.id] });
    await expect(vault.ask('allegation.remove', { allegationId: allegation.id })).rejects.toMatchObject({
      code: 'allegation.in-use',
      failure: { values: { number: 'A1', events: 1 } },
    });
    await vault.ask('event.update', { eventId: event.id, title: 'Dinner', when: event.happened.phrase });
    await vault.ask('party.remove', { partyId: party.id });
    await vault.ask('allegation.remove', { allegationId: allegation.id });
    await vault.ask('event.revert', { edits: [{ eventId: event.id, version: 1 }] });
    expect(await vault.ask('event.get', { eventId: event.id })).toMatchObject({ title: 'Dinner begins', parties: [], allegations: [] });
  });

  it('leaves the other moments alone when only the first one stands in another zone', async () => {
    const event = await add({
      when: '2031-05-14 19:30',
      learned: { when: '19 May 2031 09:15' },
      recorded: { when: '2031-05-15 08:00' },
    });
    const saved = await vault.ask('event.update', {
      eventId: event.id,
      title: event.title,
      when: '2031-05-14T19:30+09:00',
      zone: '+09:00',
      learned: { when: '19 May 2031 09:15', zone: 'Asia/Shanghai' },
      recorded: { when: '2031-05-15 08:00', zone: 'Asia/Shanghai' },
    });
    expect(saved.happened.zone).toBe('+09:00');
    expect([saved.learned, saved.recorded]).toEqual([event.learned, event.recorded]);
  });
});

describe('words that admit more than one reading', () => {
  it('are kept beside the reading that was chosen, also when the event is saved again', async () => {
    const event = await add({ when: '2031-06-05', phrase: '5/6/2031' });
    expect(event.happened).toMatchObject({ edtf: '2031-06-05', phrase: '5/6/2031', basis: basisHolding('“5/6/2031” admits') });
    const same = { eventId: event.id, title: 'Renamed', zone: event.happened.zone };
    const renamed = await vault.ask('event.update', { ...same, when: '5/6/2031' });
    expect(renamed.happened).toEqual(event.happened);
    expect((await vault.ask('event.update', { ...same, when: '2031-06-05', phrase: '5/6/2031' })).happened).toEqual(event.happened);
    const other = await vault.ask('event.update', { ...same, when: '2031-05-06', phrase: '5/6/2031' });
    expect(other.happened).toMatchObject({ edtf: '2031-05-06', phrase: '5/6/2031' });
  });

  it('that are relative are read again when they are counted from something else, and only then', async () => {
    const dinner = await add({ when: '2031-05-14' });
    const later = await add({ title: 'Leaflets', when: '2031-06-01' });
    const told = await add({ title: 'Told', when: 'three days later', relativeTo: { eventId: dinner.id } });
    expect(told.happened).toMatchObject({ edtf: expect.stringContaining('2031-05-17'), phrase: 'three days later' });
    const same = { eventId: told.id, title: 'Told HR', when: 'three days later', zone: told.happened.zone };
    expect((await vault.ask('event.update', same)).happened).toEqual(told.happened);
    const moved = await vault.ask('event.update', { ...same, relativeTo: { eventId: later.id } });
    expect(moved.happened.edtf).toContain('2031-06-04');
    const each = await add({
      title: 'Each from its own',
      when: 'the following day',
      relativeTo: { eventId: dinner.id },
      learned: { when: 'the following day', relativeTo: { eventId: later.id } },
    });
    expect([each.happened.edtf, each.learned?.edtf]).toEqual(['2031-05-15', '2031-06-02']);
  });
});

describe('events changed alike', () => {
  it('get lane, standing and tags in one act, and one act takes it back; what stays the same is no edit', async () => {
    const events = [
      await add({ title: 'a', tags: ['hotel', 'camera'] }),
      await add({ title: 'b', lane: 'institution', standing: 'established', tags: ['door'] }),
    ];
    const ids = events.map(({ id }) => id);
    const { edits } = await vault.ask('event.change', {
      eventIds: [...ids, ids[0] as (typeof ids)[number]],
      lane: 'institution',
      standing: 'established',
      addTags: ['door'],
      removeTags: ['camera'],
    });
    expect(edits).toEqual([{ eventId: ids[0], before: 1, after: 2 }]);
    expect(await vault.ask('event.get', { eventId: ids[0] as never })).toMatchObject({
      lane: 'institution',
      standing: 'established',
      tags: ['hotel', 'door'],
    });
    expect(await vault.ask('event.tags', { caseId: one.id })).toEqual([
      { tag: 'door', events: 2 },
      { tag: 'hotel', events: 1 },
    ]);
    await vault.ask('event.revert', { edits: edits.map(({ eventId, before, after }) => ({ eventId, version: before, from: after })) });
    expect(await vault.ask('event.get', { eventId: ids[0] as never })).toEqual({ ...events[0], version: 3 });
  });

  it('are all left alone when one of them is not there', async () => {
    const event = await add();
    const gone = await add({ title: 'gone' });
    await vault.ask('event.remove', { eventId: gone.id });
    await expect(vault.ask('event.change', { eventIds: [event.id, gone.id], addTags: ['x'] })).rejects.toMatchObject({
      code: 'event.unknown',
    });
    expect(await vault.ask('event.get', { eventId: event.id })).toEqual(event);
  });

  it('by the hundreds show on the canvas, and are taken back by the hundreds', async () => {
    const added = [];
    for (let index = 0; index < 300; index += 1)
      added.push(await add({ title: `event ${index}`, when: `2031-05-14 19:${String(index % 60).padStart(2, '0')}` }));
    const lanes = async () => {
      const view = await vault.ask('timeline.view', { caseId: one.id, from: 0, to: Date.UTC(2040, 0), width: 4000 });
      return view.kind === 'events' ? [...new Set(view.items.map(({ lane }) => lane))] : [];
    };
    expect(await lanes()).toEqual(['incident']);
    const { edits } = await vault.ask('event.change', { eventIds: added.map(({ id }) => id), lane: 'public' });
    expect(edits).toHaveLength(300);
    expect(await lanes()).toEqual(['public']);
    await vault.ask('event.revert', { edits: edits.map(({ eventId, before, after }) => ({ eventId, version: before, from: after })) });
    expect(await lanes()).toEqual(['incident']);
  });
});
