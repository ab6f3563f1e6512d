import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Case } from '../../shared/model/case.ts';
import type { Exhibit } from '../../shared/model/exhibit.ts';
import type { LedgerEntry } from '../../shared/model/ledger.ts';
import type { Party } from '../../shared/model/party.ts';
import { makePdf } from '../support/sample-originals.ts';
import { openTemplateVault, type TestVault } from '../support/vault.ts';
import { basisHolding, basisOf } from '../support/basis.ts';

let vault: TestVault;
let one: Case;
let chat: Exhibit;
let memo: Exhibit;
let complainant: Party;

beforeEach(async () => {
  vault = await openTemplateVault();
  one = await vault.ask('case.create', { reference: 'HR-1', title: 'Corridor', zone: 'Asia/Shanghai' });
  complainant = await vault.ask('party.add', { caseId: one.id, name: 'Wu Lan', role: 'complainant' });
  await writeFile(join(vault.temporary, 'chat.txt'), 'one\n\nthree\n');
  await writeFile(join(vault.temporary, 'memo.pdf'), await makePdf(['first page', 'second page']));
  await vault.ask('exhibit.import', { caseId: one.id, paths: [join(vault.temporary, 'chat.txt'), join(vault.temporary, 'memo.pdf')] });
  chat = await vault.ask('exhibit.find', { caseId: one.id, number: 'EX-0001' });
  memo = await vault.ask('exhibit.find', { caseId: one.id, number: 'EX-0002' });
});

afterEach(() => vault.dispose());

const add = (fields: Partial<Parameters<typeof vault.ask<'event.add'>>[1]> = {}) =>
  vault.ask('event.add', { caseId: one.id, title: 'Dinner begins', when: '2031-05-14T19:30~', ...fields });

async function audits(): Promise<readonly LedgerEntry['body'][]> {
  const { entries } = await vault.ask('ledger.list', { chain: 'audit', caseId: one.id });
  return entries.map(({ body }) => body).filter(({ act }) => act.startsWith('event.'));
}

describe('an event', () => {
  it('keeps its moment, parties and citations through a restart, and is proven by an audit entry', async () => {
    const added = await add({
      parties: [complainant.id, complainant.id],
      citations: [
        { exhibitId: chat.id, place: 'line=3', quote: 'three' },
        { exhibitId: memo.id, place: 'page=2&xywh=0.1,0.2,0.5,0.10000001', stance: 'contradicts' },
        { exhibitId: memo.id, place: '' },
      ],
    });
    await vault.reopen();
    const [kept] = await vault.ask('event.list', { caseId: one.id });
    expect(kept).toEqual(added);
    expect(kept).toMatchObject({
      enteredBy: vault.user,
      lane: 'incident',
      standing: 'asserted',
      happened: { edtf: '2031-05-14T19:30~', zone: 'Asia/Shanghai', approximate: true },
    });
    expect(kept?.parties).toEqual([complainant.id]);
    expect(kept?.citations.map(({ exhibitNumber, place }) => `${exhibitNumber}#${place}`)).toEqual([
      'EX-0001#line=3',
      'EX-0002#page=2&xywh=0.1,0.2,0.5,0.1',
      'EX-0002#',
    ]);
    const [entry] = await audits();
    expect(entry).toMatchObject({
      act: 'event.added',
      caseId: one.id,
      detail: { event: added.id, title: 'Dinner begins', edtf: '2031-05-14T19:30~', citationCount: 3, partyCount: 1 },
    });
    expect(String(entry?.detail.citations)).toContain('EX-0001#line=3 supports “three”');
  });

  it('is changed with before and after in the ledger; saving it unchanged leaves no entry and the same citation', async () => {
    const citations = [{ exhibitId: chat.id, place: 'line=1' }];
    const added = await add({ citations });
    const same = await vault.ask('event.update', { eventId: added.id, title: added.title, when: added.happened.edtf, citations });
    expect(same).toEqual(added);
    expect(await audits()).toHaveLength(1);
    const changed = await vault.ask('event.update', {
      eventId: added.id,
      title: 'Dinner is served',
      when: '2031-05-14 19:40',
      citations: [{ exhibitId: memo.id, place: 'page=1' }, ...citations],
    });
    expect(changed.citations[1]?.id).toBe(added.citations[0]?.id);
    const [entry] = await audits();
    expect(entry).toMatchObject({
      act: 'event.updated',
      detail: {
        event: added.id,
        'title.before': 'Dinner begins',
        'title.after': 'Dinner is served',
        'edtf.before': '2031-05-14T19:30~',
        'edtf.after': '2031-05-14T19:40',
        'citationCount.before': 1,
        'citationCount.after': 2,
      },
    });
    expect(Object.keys(entry?.detail ?? {})).not.toContain('lane.before');
  });

  it('saved again in the words it was entered in keeps its zone and its reading', async () => {
    const added = await add({ when: '14 May 2031 23:34', zone: 'Asia/Tokyo' });
    const again = await vault.ask('event.update', { eventId: added.id, title: 'Door opens', when: '14 May 2031 23:34' });
    expect(again.happened).toEqual(added.happened);
  });

  it('is removed from the timeline and brought back as it was', async () => {
    const added = await add({ citations: [{ exhibitId: chat.id, place: 'line=1' }] });
    expect(await vault.ask('timeline.extent', { caseId: one.id })).toMatchObject({ events: 1 });
    await vault.ask('event.remove', { eventId: added.id });
    expect(await vault.ask('event.list', { caseId: one.id })).toEqual([]);
    expect(await vault.ask('timeline.extent', { caseId: one.id })).toBeNull();
    for (const name of ['event.get', 'event.remove'] as const)
      await expect(vault.ask(name, { eventId: added.id })).rejects.toMatchObject({ code: 'event.unknown' });
    expect(await vault.ask('event.restore', { eventId: added.id })).toEqual(added);
    expect(await vault.ask('event.get', { eventId: added.id })).toEqual(added);
    expect((await audits()).map(({ act }) => act)).toEqual(['event.restored', 'event.removed', 'event.added']);
    expect(await vault.ask('ledger.verify', {})).toMatchObject({ sound: true });
  });

  it('is shown on the canvas as soon as it is entered, changed or moved to another lane', async () => {
    const view = () =>
      vault.ask('timeline.view', {
        caseId: one.id,
        from: Date.parse('2031-05-14T00:00Z'),
        to: Date.parse('2031-05-15T00:00Z'),
        width: 800,
      });
    expect(await view()).toMatchObject({ kind: 'events', items: [] });
    const added = await add({
      when: '2031-05-14T23:34:07',
      citations: [
        { exhibitId: chat.id, place: 'line=1' },
        { exhibitId: memo.id, place: 'page=1', stance: 'contradicts' },
      ],
    });
    const item = {
      eventId: added.id,
      title: added.title,
      lane: 'incident',
      earliest: added.happened.earliest,
      latest: added.happened.latest,
      exact: true,
      approximate: false,
      standing: 'asserted',
      differs: true,
      cited: true,
      group: 'incident',
      kind: 'happening',
      unplaced: false,
    };
    expect(await view()).toMatchObject({ kind: 'events', items: [item] });
    await vault.ask('event.update', { eventId: added.id, title: 'Told the manager', when: '2031-05-14T23:34:07', lane: 'knowledge' });
    expect(await view()).toMatchObject({
      kind: 'events',
      items: [{ ...item, title: 'Told the manager', lane: 'knowledge', group: 'knowledge', differs: false, cited: false }],
    });
    await vault.reopen();
    expect(await view()).toMatchObject({ items: [{ title: 'Told the manager' }] });
  });

  it('is listed by earliest bound, open bounds first', async () => {
    for (const when of ['2031-05-16', '2031-05-14T23:34', '../2031-05-20', '2031-05-14']) await add({ title: when, when });
    expect((await vault.ask('event.list', { caseId: one.id })).map(({ title }) => title)).toEqual([
      '../2031-05-20',
      '2031-05-14',
      '2031-05-14T23:34',
      '2031-05-16',
    ]);
  });
});

describe('an event is refused, and nothing is kept of it,', () => {
  it.each([
    ['for a moment nobody can read', { when: '5/6/2031' }, 'moment.invalid'],
    ['for a page the exhibit does not have', { place: 'page=3' }, 'citation.place-outside'],
    ['for a line the text does not have', { chat: true, place: 'line=4' }, 'citation.place-outside'],
    ['for a page of a text without pages', { chat: true, place: 'page=1' }, 'citation.place-outside'],
    ['for a time in a document', { place: 't=12' }, 'citation.place-outside'],
    ['for a place that is none', { place: 'pages=3' }, 'citation.invalid'],
  ])(
    '%s',
    async (_, { when = '2031-05-14', place = 'page=1', chat: inChat = false }: { when?: string; place?: string; chat?: boolean }, code) => {
      await expect(add({ when, citations: [{ exhibitId: inChat ? chat.id : memo.id, place }] })).rejects.toMatchObject({ code });
      expect(await vault.ask('event.list', { caseId: one.id })).toEqual([]);
      expect(await audits()).toEqual([]);
    },
  );

  it('for an exhibit or a party of another case', async () => {
    const other = await vault.ask('case.create', { reference: 'HR-2', title: 'Other', zone: 'Asia/Shanghai' });
    await expect(add({ caseId: other.id, citations: [{ exhibitId: chat.id, place: 'line=1' }] })).rejects.toMatchObject({
      code: 'exhibit.unknown',
    });
    await expect(add({ caseId: other.id, parties: [complainant.id] })).rejects.toMatchObject({ code: 'party.unknown' });
    expect(await vault.ask('event.list', { caseId: other.id })).toEqual([]);
  });

  it('but an empty line that was counted may be cited', async () => {
    await expect(add({ citations: [{ exhibitId: chat.id, place: 'line=2' }] })).resolves.toMatchObject({
      citations: [{ place: 'line=2' }],
    });
  });
});

describe('moment.interpret', () => {
  it('shows what was understood before anything is saved, in either language', async () => {
    const english = await vault.ask('moment.interpret', { text: '14 May 2031 23:30~', zone: one.zone });
    expect(english).toMatchObject({ edtf: '2031-05-14T23:30~', basis: basisHolding('round figure') });
    expect(
      basisOf(await vault.ask('moment.interpret', { text: '14 May 2031 23:30~', zone: one.zone, language: 'zh-CN' }), 'zh-CN'),
    ).toContain('整数时刻');
    await expect(vault.ask('moment.interpret', { text: '5/6/2031', zone: one.zone })).rejects.toThrow('Is it 5 Jun 2031 or 6 May 2031?');
  });
});
