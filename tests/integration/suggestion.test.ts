import { writeFile } from 'node:fs/promises';
import process from 'node:process';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Input, Output } from '../../shared/contract/index.ts';
import type { Suggestion } from '../../shared/contract/suggestion.ts';
import type { Case } from '../../shared/model/case.ts';
import type { Exhibit } from '../../shared/model/exhibit.ts';
import type { LedgerEntry } from '../../shared/model/ledger.ts';
import { makeDocx, makePdf } from '../support/sample-originals.ts';
import { openTemplateVault, type TestVault } from '../support/vault.ts';
import { basisOf } from '../support/basis.ts';

let vault: TestVault;
let matter: Case;

beforeEach(async () => {
  vault = await openTemplateVault();
  matter = await vault.ask('case.create', { reference: 'HR-1', title: 'Corridor', zone: 'Asia/Shanghai' });
});

afterEach(() => vault.dispose());

async function take(name: string, content: string | Uint8Array, dated = ''): Promise<Exhibit> {
  const path = join(vault.temporary, name);
  await writeFile(path, content);
  const { files } = await vault.ask('exhibit.import', { caseId: matter.id, paths: [path], dated });
  return vault.ask('exhibit.find', { caseId: matter.id, number: files[0]?.exhibit ?? '' });
}

async function search(exhibit: Exhibit, more: Partial<Input<'suggestion.list'>> = {}): Promise<Output<'suggestion.list'>> {
  return vault.ask('suggestion.list', { caseId: matter.id, exhibitId: exhibit.id, ...more });
}

const list = async (exhibit: Exhibit, more: Partial<Input<'suggestion.list'>> = {}): Promise<readonly Suggestion[]> =>
  (await search(exhibit, more)).suggestions;

const keyOf = ({ exhibitId, place, start, phrase }: Suggestion) => ({ exhibitId, place, start, phrase });

const told = (found: readonly Suggestion[]) => found.map(({ place, phrase, moment, reason }) => [place, phrase, moment?.edtf ?? reason]);

async function audits(): Promise<readonly LedgerEntry['body'][]> {
  const { entries } = await vault.ask('ledger.list', { chain: 'audit', caseId: matter.id });
  return entries.map(({ body }) => body);
}

const ACCOUNT = [
  'Account of Ye Anning, written on 19 May 2031.',
  '',
  '1. On the evening of 14 May we met the client. Nobody spoke of work before nine.',
  '2. The next morning I told my line manager what had happened in the',
  'corridor, and she wrote it down.',
].join('\n');

describe('dated passages of a text', () => {
  it('stand with the very words around them, their bounds, their basis and a title', async () => {
    const exhibit = await take('account.txt', ACCOUNT, '2031-05-19');
    const found = await list(exhibit);
    expect(told(found)).toEqual([
      ['line=1', '19 May 2031', '2031-05-19'],
      ['line=3', expect.stringMatching(/the evening of 14 May$/), expect.stringMatching(/^\[2031-05-14T\d\d:00\.\.2031-05-1[45]T/)],
      ['line=4', 'The next morning', expect.stringMatching(/^\[2031-05-15T\d\d:00\.\.2031-05-15T/)],
    ]);
    const [, evening, morning] = found;
    expect(evening).toMatchObject({
      quote: '1. On the evening of 14 May we met the client.',
      title: 'We met the client',
      question: '',
      state: 'open',
      eventId: null,
    });
    const { quote = '', phraseAt = 0, phrase = '', spans } = evening ?? {};
    expect(quote.slice(phraseAt, phraseAt + phrase.length)).toBe(phrase);
    expect(spans).toEqual([{ place: 'line=3', from: phraseAt, to: phraseAt + phrase.length }]);
    // The sentence runs over two lines of the file; the quotation says it as one.
    expect(morning?.quote).toBe('2. The next morning I told my line manager what had happened in the corridor, and she wrote it down.');
    expect(basisOf(morning?.moment)).toContain('the evening of 14 May');
  });

  it('are asked about where the date of the document is not known, and answered once it is stated', async () => {
    const exhibit = await take('note.txt', 'She called me yesterday evening.\nI reported it on 3 June.\n');
    expect(told(await list(exhibit))).toEqual([
      ['line=1', 'yesterday evening', 'referenceMissing'],
      ['line=2', '3 June', 'yearMissing'],
    ]);
    const before = (await search(exhibit)).exhibits[0]?.date;
    expect(before).toMatchObject({ moment: null, statedBy: null });
    // When a file was changed is offered, never taken.
    expect(before?.proposals.map(({ statedBy }) => statedBy)).toEqual(['file-modified']);
    await vault.ask('exhibit.update', { exhibitId: exhibit.id, dated: '2031-06-05' });
    const [yesterday, third] = await list(exhibit);
    expect(yesterday?.moment?.edtf).toMatch(/^\[2031-06-04T/);
    expect(third?.moment?.edtf).toBe('2031-06-03');
    expect((await search(exhibit)).exhibits[0]?.date).toMatchObject({ statedBy: 'stated', moment: { edtf: '2031-06-05' } });
  });

  it('ask for day and month that could be swapped, unless the case says how they are written', async () => {
    const exhibit = await take('form.txt', 'Meeting of 5/4/2031 with the works council.');
    const [asked] = await list(exhibit);
    expect(asked).toMatchObject({ reason: 'order', moment: null });
    expect(asked?.alternatives.map(({ edtf }) => edtf).toSorted()).toEqual(['2031-04-05', '2031-05-04']);
    expect(told(await list(exhibit, { dayOrder: 'day-first' }))).toEqual([['line=1', '5/4/2031', '2031-04-05']]);
    expect(told(await list(exhibit, { dayOrder: 'month-first' }))).toEqual([['line=1', '5/4/2031', '2031-05-04']]);
  });

  it('are found in Chinese, with a running date that carries on over lines and pages', async () => {
    const text = '五月十四日晚，我和经理在兰圳用餐。\n\n席间有人劝酒。\n\n次日凌晨两点左右，有人敲门。三天后我向人事部报告。\n';
    const exhibit = await take('陈述.txt', text, '2031-05-26');
    const found = await list(exhibit, { language: 'zh-CN' });
    expect(found.map(({ phrase }) => phrase)).toEqual(['五月十四日晚', '次日凌晨两点左右', '三天后']);
    expect(found[1]).toMatchObject({ place: 'line=5', quote: '次日凌晨两点左右，有人敲门。', title: '有人敲门' });
    expect(found[1]?.moment?.edtf).toContain('2031-05-15T02');
    expect(found[0]?.relativeTo).toContain('EX-0001 所注明的日期');
  });

  it('of an e-mail are counted from its own Date header, and of a letter quoted in it from that letter’s date', async () => {
    const mail = [
      'From: Ye Anning <ye@example.org>',
      'To: hr@example.org',
      'Subject: Reminder',
      'Date: Thu, 22 May 2031 08:40:19 +0800 (CST)',
      'Message-ID: <1@example.org>',
      'MIME-Version: 1.0',
      'Content-Type: text/plain; charset=utf-8',
      '',
      'Yesterday he chaired the meeting again.',
      '',
      'On 19 May 2031 at 10:20, Luo Jia wrote:',
      '> Yesterday you called me about this.',
      '',
      'I am waiting.',
    ].join('\r\n');
    const exhibit = await take('mail.eml', mail);
    const { exhibits, suggestions } = await search(exhibit);
    expect(exhibits[0]?.date).toMatchObject({ statedBy: 'header', moment: { edtf: '2031-05-22T08:40:19+08:00' } });
    expect(told(suggestions)).toEqual([
      ['paragraph=1', 'Yesterday', '2031-05-21'],
      ['paragraph=2', '19 May 2031 at 10:20', '2031-05-19T10:20'],
      ['paragraph=2', 'Yesterday', '2031-05-18'],
    ]);
    expect(suggestions[0]?.relativeTo).toContain('the Date header of EX-0001');
    expect(suggestions[2]?.relativeTo).toContain('the quoted message’s own date');
  });

  it('of a conversation are counted from each message’s own stamp', async () => {
    const chat = [
      '[2031-05-15 09:33] Gao: Thanks all.',
      '[2031-05-15 09:35] Fang: Last night was long.',
      '[2031-05-21 10:02] Zhou: See you tomorrow.',
    ];
    const found = await list(await take('chat.txt', chat.join('\n')));
    expect(found.map(({ phrase, moment }) => [phrase, moment?.edtf.slice(0, 17)])).toEqual([
      ['2031-05-15 09:33', '2031-05-15T09:33'],
      ['2031-05-15 09:35', '2031-05-15T09:35'],
      ['Last night', expect.stringMatching(/^\[2031-05-14T/)],
      ['2031-05-21 10:02', '2031-05-21T10:02'],
      ['tomorrow', '2031-05-22'],
    ]);
    expect(found[2]).toMatchObject({ relativeTo: expect.stringContaining('the message’s own stamp'), title: 'Fang: was long' });
  });

  it('of a PDF stand on their page, also where its lines break within a sentence', async () => {
    const lines = [
      'The committee of inquiry met for the second time on Tuesday, 27 May',
      '2031, at nine in the morning, and heard two witnesses on the matter.',
    ];
    const exhibit = await take('minutes.pdf', await makePdf(['Minutes', lines.join('\n')]));
    const [found] = await list(exhibit);
    expect(found).toMatchObject({ place: 'page=2', quote: lines.join(' ') });
    expect(found?.phrase).toContain('27 May 2031');
    expect(found?.moment?.edtf).toMatch(/^2031-05-27/);
    const { date } = (await search(exhibit)).exhibits[0] ?? {};
    expect(date?.proposals.map(({ statedBy, when }) => [statedBy, when.slice(0, 10)])).toContainEqual(['pdf-created', '2021-07-27']);
    expect(date?.moment).toBeNull();
  });

  it('of a Word document keep clear of the word processor’s own dates', async () => {
    const body =
      '<w:p><w:r><w:t>On 2 May 2031 the trip was ordered.</w:t></w:r></w:p>' +
      '<w:p><w:ins w:id="1" w:author="Luo Jia" w:date="2031-05-22T09:03:00Z"><w:r><w:t>The next day she refused.</w:t></w:r></w:ins></w:p>';
    const found = await list(await take('note.docx', makeDocx(body)));
    expect(told(found)).toEqual([
      ['paragraph=1', '2 May 2031', '2031-05-02'],
      ['paragraph=2', 'The next day', '2031-05-03'],
    ]);
  });

  it('are counted, not suggested, where they are rows of a table or a log', async () => {
    const rows = Array.from(
      { length: 40 },
      (_, index) => `${index},2031-05-14 23:${String(index % 60).padStart(2, '0')}:05,K-40117,opened`,
    );
    const exhibit = await take('door.csv', ['row,time,card,event', ...rows].join('\n'));
    expect(await search(exhibit)).toMatchObject({ suggestions: [], exhibits: [{ rows: 40, unsearched: '' }] });
  });

  it('of a covered exhibit are shown only when it is asked for by name', async () => {
    const exhibit = await take('letter.txt', 'It was 14 May 2031.');
    await vault.ask('exhibit.update', { exhibitId: exhibit.id, covered: true });
    const all = await vault.ask('suggestion.list', { caseId: matter.id });
    expect(all.suggestions).toEqual([]);
    expect(all.exhibits[0]?.unsearched).toContain('covered');
    expect(await list(exhibit)).toHaveLength(1);
  });

  it('of a megabyte of hostile text are found within two seconds, and what is left out is counted', async () => {
    const hostile = '5月14日次日'.repeat(20_000) + ' the evening of '.repeat(20_000) + '1/1/'.repeat(40_000) + 'a'.repeat(400_000);
    const exhibit = await take('hostile.txt', hostile.match(/.{1,40000}/g)?.join('\n') ?? '');
    await list(await take('warm.txt', 'It was 14 May 2031.'));
    // Processor time of all threads: what the clock on the wall shows depends on who else is at work.
    const before = process.cpuUsage();
    const { suggestions, exhibits } = await search(exhibit);
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(2000);
    expect(exhibits[0]?.unsearched).toBe('');
    expect(suggestions.length).toBeLessThanOrEqual(2000);
    expect(exhibits[0]?.more).toBeGreaterThan(0);
  });
});

describe('accepting a dated passage', () => {
  it('makes an event that cites the very words, with audit entries, and survives a restart', async () => {
    const exhibit = await take('account.txt', ACCOUNT, '2031-05-19');
    const [written, evening, morning] = (await list(exhibit)) as [Suggestion, Suggestion, Suggestion];
    const { events } = await vault.ask('suggestion.accept', { caseId: matter.id, suggestions: [keyOf(evening), keyOf(morning)] });
    expect(events).toHaveLength(2);
    expect(events[0]).toMatchObject({
      title: 'We met the client',
      lane: 'incident',
      standing: 'asserted',
      happened: { phrase: evening.phrase, edtf: evening.moment?.edtf },
      citations: [{ exhibitNumber: 'EX-0001', place: 'line=3', stance: 'supports', quote: evening.quote }],
    });
    await vault.reopen();
    const after = await list(exhibit);
    expect(after.map(({ state, eventId }) => [state, eventId])).toEqual([
      ['open', null],
      ['accepted', events[0]?.id],
      ['accepted', events[1]?.id],
    ]);
    expect((await audits()).map(({ act }) => act).slice(0, 4)).toEqual([
      'suggestion.accepted',
      'event.added',
      'suggestion.accepted',
      'event.added',
    ]);
    // Accepting once more makes no second event.
    const again = await vault.ask('suggestion.accept', { caseId: matter.id, suggestions: [keyOf(evening)] });
    expect(again.events).toEqual([]);
    expect(written.state).toBe('open');
    expect(await vault.ask('event.list', { caseId: matter.id })).toHaveLength(2);
    const view = await vault.ask('timeline.extent', { caseId: matter.id, columns: 10 });
    expect(view?.density.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(0);
  });

  it('takes the person’s own title, time and lane, and keeps the source’s words as the moment’s phrase', async () => {
    const exhibit = await take('note.txt', 'She called me yesterday evening.');
    const [asked] = (await list(exhibit)) as [Suggestion];
    const { events } = await vault.ask('suggestion.accept', {
      caseId: matter.id,
      suggestions: [{ ...keyOf(asked), title: 'Call to the witness', when: '2031-06-04T20:00', lane: 'knowledge' }],
    });
    expect(events[0]).toMatchObject({
      title: 'Call to the witness',
      lane: 'knowledge',
      happened: { phrase: 'yesterday evening', edtf: '2031-06-04T20:00' },
    });
    expect(basisOf(events[0]?.happened)).toContain('Read as “2031-06-04T20:00” by Inés Marlow.');
  });

  it('takes one of the readings offered, and says who chose it', async () => {
    const exhibit = await take('form.txt', 'Meeting of 5/4/2031 with the works council.');
    const [asked] = (await list(exhibit)) as [Suggestion];
    const refused = vault.ask('suggestion.accept', { caseId: matter.id, suggestions: [keyOf(asked)] });
    await expect(refused).rejects.toMatchObject({ code: 'suggestion.unanswered' });
    const { events } = await vault.ask('suggestion.accept', {
      caseId: matter.id,
      suggestions: [{ ...keyOf(asked), edtf: '2031-04-05' }],
    });
    expect(events[0]?.happened).toMatchObject({ edtf: '2031-04-05', phrase: '5/4/2031' });
    expect(basisOf(events[0]?.happened)).toContain('Inés Marlow');
  });

  it('makes none of them when one was changed under the person’s eyes', async () => {
    const exhibit = await take('note.txt', 'I met him on 14 May. He called me on 20 May 2031.', '2031-05-25');
    const seen = await list(exhibit);
    expect(seen.map(({ moment }) => moment?.edtf)).toEqual(['2031-05-14', '2031-05-20']);
    await vault.ask('exhibit.update', { exhibitId: exhibit.id, dated: '2030-05-25' });
    const accepted = vault.ask('suggestion.accept', {
      caseId: matter.id,
      suggestions: seen.map((one) => ({ ...keyOf(one), edtf: one.moment?.edtf })),
    });
    await expect(accepted).rejects.toMatchObject({ code: 'suggestion.changed' });
    expect(await vault.ask('event.list', { caseId: matter.id })).toEqual([]);
    expect((await list(exhibit)).every(({ state }) => state === 'open')).toBe(true);
  });

  it('is undone by opening it again: the event leaves the timeline', async () => {
    const exhibit = await take('account.txt', ACCOUNT, '2031-05-19');
    const [written, evening] = (await list(exhibit)) as [Suggestion, Suggestion];
    await vault.ask('suggestion.accept', { caseId: matter.id, suggestions: [keyOf(evening)] });
    await vault.ask('suggestion.dismiss', { caseId: matter.id, suggestions: [keyOf(written), keyOf(evening)] });
    expect((await list(exhibit)).map(({ state }) => state)).toEqual(['dismissed', 'accepted', 'open']);
    const reopened = await vault.ask('suggestion.reopen', {
      caseId: matter.id,
      suggestions: [keyOf(written), keyOf(evening), keyOf(evening)],
    });
    expect(reopened).toEqual({ reopened: 2 });
    expect((await list(exhibit)).map(({ state }) => state)).toEqual(['open', 'open', 'open']);
    expect(await vault.ask('event.list', { caseId: matter.id })).toEqual([]);
    expect((await audits()).map(({ act }) => act).slice(0, 3)).toEqual(['suggestion.reopened', 'event.removed', 'suggestion.reopened']);
  });

  it('is open again once its event was taken out of the timeline by another way', async () => {
    const exhibit = await take('account.txt', ACCOUNT, '2031-05-19');
    const [written] = (await list(exhibit)) as [Suggestion];
    const { events } = await vault.ask('suggestion.accept', { caseId: matter.id, suggestions: [keyOf(written)] });
    const eventId = events[0]?.id ?? '';
    await vault.ask('event.remove', { eventId });
    expect((await list(exhibit))[0]?.state).toBe('open');
    await vault.ask('event.restore', { eventId });
    expect((await list(exhibit))[0]?.state).toBe('accepted');
  });

  it('refuses a passage that is not there, and an exhibit of another case', async () => {
    const exhibit = await take('account.txt', ACCOUNT, '2031-05-19');
    const gone = { exhibitId: exhibit.id, place: 'line=1', start: 3, phrase: '18 May 2031' };
    const accepted = vault.ask('suggestion.accept', { caseId: matter.id, suggestions: [gone] });
    await expect(accepted).rejects.toMatchObject({ code: 'suggestion.unknown', failure: { values: { place: 'EX-0001#line=1' } } });
    const other = await vault.ask('case.create', { reference: 'HR-2', title: 'Other', zone: 'Asia/Shanghai' });
    const foreign = vault.ask('suggestion.list', { caseId: other.id, exhibitId: exhibit.id });
    await expect(foreign).rejects.toMatchObject({ code: 'exhibit.unknown' });
  });
});
