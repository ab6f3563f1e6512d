import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Input } from '../../shared/contract/index.ts';
import type { Question } from '../../shared/contract/question.ts';
import type { Case } from '../../shared/model/case.ts';
import type { CaseEvent } from '../../shared/model/event.ts';
import type { Exhibit } from '../../shared/model/exhibit.ts';
import type { EventId } from '../../shared/model/identifier.ts';
import type { Party } from '../../shared/model/party.ts';
import { describeClocks, describeQuestion } from '../../shared/words/question-words.ts';
import { HOUR, MINUTE } from '../support/asked.ts';
import { chanceFrom } from '../support/random.ts';
import { openTemplateVault, type TestVault } from '../support/vault.ts';

let vault: TestVault;
let one: Case;
let chat: Exhibit;
let wu: Party;
let lin: Party;

beforeEach(async () => {
  vault = await openTemplateVault();
  one = await vault.ask('case.create', { reference: 'HR-1', title: 'Corridor', zone: 'Asia/Shanghai' });
  wu = await vault.ask('party.add', { caseId: one.id, name: 'Wu Lan', role: 'complainant' });
  lin = await vault.ask('party.add', { caseId: one.id, name: 'Lin Bo', role: 'respondent' });
  await writeFile(join(vault.temporary, 'chat.txt'), 'one\ntwo\nthree\n');
  await vault.ask('exhibit.import', { caseId: one.id, paths: [join(vault.temporary, 'chat.txt')] });
  chat = await vault.ask('exhibit.find', { caseId: one.id, number: 'EX-0001' });
});

afterEach(() => vault.dispose());

const add = (title: string, when: string, fields: Partial<Input<'event.add'>> = {}): Promise<CaseEvent> =>
  vault.ask('event.add', { caseId: one.id, title, when, ...fields });
const questions = async (): Promise<readonly Question[]> => (await vault.ask('timeline.questions', { caseId: one.id })).questions;
const kinds = async () => (await questions()).map(({ kind }) => kind);
const audits = async () =>
  (await vault.ask('ledger.list', { chain: 'audit', caseId: one.id })).entries
    .map(({ body }) => body)
    .filter(({ act }) => act.startsWith('claim.'));

describe('open questions of a case', () => {
  it('are none where nothing is recorded, and each kind appears with what it rests on', async () => {
    expect(await vault.ask('timeline.questions', { caseId: one.id })).toEqual({ questions: [], leftOut: 0 });
    await add('Dinner', '2031-05-14T18:00:00/2031-05-14T21:00:00', {
      location: 'Restaurant',
      parties: [wu.id, lin.id],
      citations: [{ exhibitId: chat.id, place: 'line=1', quote: 'one' }],
    });
    await add('Door', '2031-05-14T20:00:00', { location: 'Room 1216', parties: [lin.id] });
    await add('Not remembered', '2031-05-14T21:00/2031-05-14T23:30', { kind: 'memory-gap', parties: [wu.id] });
    await add('Lift', '2031-05-14T22:00:00', { location: 'Lift' });
    await add('Wakes', '2031-05-15T00:00:00', { parties: [wu.id] });
    await add('HR told', '2031-05-19T09:00:00', { lane: 'knowledge' });
    await add('Suspension', '2031-05-24T09:00:00', { lane: 'institution' });
    const found = await questions();
    expect(found.map(({ kind, people }) => [kind, ...people.map(({ name }) => name)])).toEqual([
      ['two-places', 'Lin Bo'],
      ['silence'],
      ['unaccounted', 'Wu Lan'],
      ['memory-gap', 'Wu Lan'],
    ]);
    expect(found[0]?.sources).toEqual([{ exhibitId: chat.id, exhibitNumber: 'EX-0001', place: 'line=1', quote: 'one' }]);
    expect(found[2]).toMatchObject({
      atLeast: 3 * HOUR - 1000,
      events: [{ part: 'before' }, { part: 'after' }, { part: 'gap', title: 'Not remembered' }],
    });
    expect(found[3]?.events).toMatchObject([{ part: 'gap' }, { title: 'Lift', part: 'meanwhile' }]);
  });

  it('follow every change of the events and people, and are the same after a restart', async () => {
    await add('HR told', '2031-05-19T09:00:00', { lane: 'knowledge' });
    const answer = await add('Suspension', '2031-05-24T09:00:00', { lane: 'institution' });
    expect(await questions()).toMatchObject([{ kind: 'silence', end: 'act' }]);
    await vault.ask('event.change', { eventIds: [answer.id], lane: 'public' });
    expect(await questions()).toMatchObject([{ kind: 'silence', end: 'open' }]);
    await vault.ask('event.change', { eventIds: [answer.id], lane: 'institution' });
    await vault.ask('event.remove', { eventId: answer.id });
    expect(await questions()).toMatchObject([{ kind: 'silence', end: 'open', atLeast: 0 }]);
    await vault.ask('event.restore', { eventId: answer.id });
    const kept = await questions();
    expect(kept).toMatchObject([{ kind: 'silence', end: 'act' }]);
    await vault.reopen();
    expect(await questions()).toEqual(kept);

    await add('Dinner', '2031-05-14T18:00:00', { parties: [lin.id] });
    await add('Door', '2031-05-14T20:00:00', { parties: [lin.id] });
    expect(await kinds()).toEqual(['silence', 'unaccounted']);
    await vault.ask('party.update', { partyId: lin.id, name: 'Lin Bo', kind: 'person', role: 'witness', position: '', note: '' });
    expect(await kinds()).toEqual(['silence']);
  });

  it('are worked out the same way from what was kept as from what is read anew, after any changes', { timeout: 60_000 }, async () => {
    const chance = chanceFrom(7);
    const pick = <One>(all: readonly One[]): One => all[Math.floor(chance.next() * all.length)] as One;
    const when = (): string =>
      `2031-05-${String(10 + Math.floor(chance.next() * 15))}T${String(Math.floor(chance.next() * 24)).padStart(2, '0')}:00`;
    const ids: EventId[] = [];
    for (let step = 0; step < 60; step += 1) {
      const fields = {
        lane: pick(['incident', 'knowledge', 'institution'] as const),
        parties: pick([[], [wu.id], [wu.id, lin.id]]),
        location: pick(['', 'Lobby', 'Room']),
        kind: pick(['happening', 'happening', 'happening', 'memory-gap'] as const),
        learned: chance.next() < 0.2 ? { when: when() } : null,
      };
      const known = ids.length > 0 ? pick(ids) : undefined;
      const act = chance.next();
      if (!known || act < 0.6) ids.push((await add(`e${step}`, when(), fields)).id);
      else if (act < 0.8)
        await vault.ask('event.update', { eventId: known, title: `e${step}`, when: when(), ...fields }).catch(() => undefined);
      else if (act < 0.9) await vault.ask('event.remove', { eventId: known }).catch(() => undefined);
      else await vault.ask('event.restore', { eventId: known });
      await questions();
    }
    const kept = await questions();
    expect(kept.length).toBeGreaterThan(3);
    await vault.reopen();
    expect(await questions()).toEqual(kept);
  });

  it('know an event that is entered while the rest is still being read', async () => {
    const told = await add('HR told', '2031-05-19T09:00:00', { lane: 'knowledge' });
    await vault.reopen();
    const [first, , second] = await Promise.all([
      questions(),
      add('Suspension', '2031-05-24T09:00:00', { lane: 'institution' }),
      questions(),
    ]);
    expect(first[0]?.key).toBe(`silence:${told.id}`);
    expect(second[0]?.key).toBe(`silence:${told.id}`);
    expect(await questions()).toMatchObject([{ end: 'act' }]);
  });

  it('of the sample case are those that its story leaves open', { timeout: 90_000 }, async () => {
    await vault.ask('vault.lock', {});
    await vault.ask('sample.build', {
      folder: join(vault.temporary, 'Sample.casewright'),
      user: 'Miriam Okafor',
      passphrase: vault.passphrase,
    });
    const caseId = (await vault.ask('case.list', {}))[0]?.case.id ?? one.id;
    const { questions: found, leftOut } = await vault.ask('timeline.questions', { caseId });
    expect(leftOut).toBe(0);
    const said = found.map((question) => describeQuestion(question, { language: 'en', zone: 'Asia/Shanghai' }));
    expect(said.filter((sentence) => sentence.includes('organisation'))[0]).toBe(
      'From “Two telephone calls to human resources; ‘in a meeting’” to the next recorded act of the organisation, “Security asks Ye Anning to leave”: at least 2 d 12 h 12 min, at most 3 d 12 h 22 min.',
    );
    const gap = found.find(({ kind }) => kind === 'memory-gap');
    expect(gap?.people.map(({ name }) => name)).toEqual(['叶安宁 Ye Anning']);
    expect(gap?.events.filter(({ part }) => part === 'meanwhile').map(({ title }) => title)).toContain('Second entry with the spare card');
    // The same rules for both sides: time in which no event names them.
    const unaccounted = found.filter(({ kind }) => kind === 'unaccounted').flatMap(({ people }) => people.map(({ role }) => role));
    expect(new Set(unaccounted)).toEqual(new Set(['complainant', 'respondent']));
    for (const question of found) {
      expect(question.events.length).toBeGreaterThan(0);
      expect(question.events.every(({ title }) => title !== '')).toBe(true);
      expect(question.sources.length).toBeGreaterThan(0);
    }
  });
});

describe('a claim of order', () => {
  it('is kept with its exact words, compared with the clocks, and proven by audit entries', async () => {
    const dinner = await add('Dinner', '2031-05-14T21:00:00');
    const door = await add('Door', '2031-05-14T20:00:00');
    const claim = await vault.ask('order-claim.add', {
      earlier: dinner.id,
      later: door.id,
      exhibitId: chat.id,
      place: 'line=2',
      quote: 'after dinner she went up',
    });
    expect(claim).toMatchObject({ caseId: one.id, place: 'line=2', quote: 'after dinner she went up', enteredBy: vault.user });
    expect(await vault.ask('order-claim.list', { caseId: one.id })).toEqual([
      { claim, exhibitNumber: 'EX-0001', earlierTitle: 'Dinner', laterTitle: 'Door', outcome: 'differs' },
    ]);
    const [question] = await questions();
    expect(question).toMatchObject({
      kind: 'sequence',
      outcome: 'differs',
      orderClaimId: claim.id,
      atLeast: HOUR - 1000,
      atMost: HOUR + 1000,
    });
    expect(question?.sources[0]).toEqual({
      exhibitId: chat.id,
      exhibitNumber: 'EX-0001',
      place: 'line=2',
      quote: 'after dinner she went up',
    });
    await vault.ask('event.update', { eventId: dinner.id, title: 'Dinner', when: '2031-05-14' });
    expect(await questions()).toMatchObject([{ kind: 'sequence', outcome: 'cannot-tell' }]);
    await vault.ask('event.update', { eventId: dinner.id, title: 'Dinner', when: '2031-05-14T19:00:00' });
    expect(await questions()).toEqual([]);
    expect(await vault.ask('order-claim.list', { caseId: one.id })).toMatchObject([{ outcome: 'agrees' }]);
    const [entry] = await audits();
    expect(entry).toMatchObject({
      act: 'claim.added',
      detail: {
        claim: claim.id,
        'earlier.title': 'Dinner',
        'later.title': 'Door',
        citation: 'EX-0001#line=2',
        quote: 'after dinner she went up',
      },
    });
  });

  it('that was removed comes back as it was; each act is one entry', async () => {
    const [dinner, door] = [await add('Dinner', '2031-05-14T21:00:00'), await add('Door', '2031-05-14T20:00:00')];
    const claim = await vault.ask('order-claim.add', { earlier: dinner.id, later: door.id, exhibitId: chat.id });
    await vault.ask('order-claim.remove', { orderClaimId: claim.id });
    expect([await vault.ask('order-claim.list', { caseId: one.id }), await questions()]).toEqual([[], []]);
    await expect(vault.ask('order-claim.remove', { orderClaimId: claim.id })).rejects.toMatchObject({ code: 'claim.unknown' });
    expect(await vault.ask('order-claim.restore', { orderClaimId: claim.id })).toEqual(claim);
    expect(await vault.ask('order-claim.restore', { orderClaimId: claim.id })).toEqual(claim);
    expect(await kinds()).toEqual(['sequence']);
    expect((await audits()).map(({ act }) => act)).toEqual(['claim.restored', 'claim.removed', 'claim.added']);
    await vault.ask('event.remove', { eventId: door.id });
    expect([await vault.ask('order-claim.list', { caseId: one.id }), await questions()]).toEqual([[], []]);
  });

  it('is refused of one event, of events of two cases, and of a place its exhibit has not; nothing is added', async () => {
    const [dinner, door] = [await add('Dinner', '2031-05-14T21:00:00'), await add('Door', '2031-05-14T20:00:00')];
    const other = await vault.ask('case.create', { reference: 'HR-2', title: 'Another', zone: 'UTC' });
    const far = await vault.ask('event.add', { caseId: other.id, title: 'Far', when: '2031-05-14' });
    const claim = (fields: Partial<Input<'order-claim.add'>>) =>
      vault.ask('order-claim.add', { earlier: dinner.id, later: door.id, exhibitId: chat.id, ...fields });
    await expect(claim({ later: dinner.id })).rejects.toMatchObject({ code: 'claim.same-event' });
    await expect(claim({ later: far.id })).rejects.toMatchObject({ code: 'event.unknown' });
    await expect(claim({ place: 'line=9' })).rejects.toMatchObject({ code: 'citation.place-outside' });
    await expect(claim({ place: 'somewhere' })).rejects.toMatchObject({ code: 'citation.invalid' });
    expect(await vault.ask('order-claim.list', { caseId: one.id })).toEqual([]);
    expect(await audits()).toEqual([]);
  });
});

describe('the order of two events', () => {
  it('is told with the bounds that decide it, and the other way round mirrors it', async () => {
    const [dinner, door] = [await add('Dinner', '2031-05-14T18:00:00/2031-05-14T21:00:00'), await add('Door', '2031-05-14T23:33:55')];
    const order = await vault.ask('event.order', { first: dinner.id, second: door.id });
    expect(order).toMatchObject({
      explanation: { order: 'before', otherFirst: { possibility: 'no' }, oneFirst: { possibility: 'surely' } },
      clocks: [],
      sameClock: null,
    });
    expect(order.explanation.decidedBy).toEqual([
      [
        { side: 'one', kind: 'over-by', at: Date.parse('2031-05-14T13:00:01Z') },
        { side: 'other', kind: 'not-before', at: Date.parse('2031-05-14T15:33:55Z') },
      ],
    ]);
    expect(await vault.ask('event.order', { first: door.id, second: dinner.id })).toMatchObject({ explanation: { order: 'after' } });
    await expect(vault.ask('event.order', { first: door.id, second: door.id })).rejects.toMatchObject({ code: 'claim.same-event' });
  });

  const clocked = async () => {
    const { clock } = await vault.ask('clock.add', { caseId: one.id, name: 'Corridor recorder', zone: 'Asia/Shanghai' });
    const stamp = (title: string, when: string): Promise<CaseEvent> => add(title, when, { clockId: clock.id });
    return { clock, stamp };
  };

  it('names the reading of a source clock that would settle it: how exact, and what it would have to show', async () => {
    const { clock, stamp } = await clocked();
    const door = await stamp('Door', '2031-05-14 23:41:07');
    const lift = await add('Lift', '2031-05-14T23:34:30');
    const names = { one: 'Door', other: 'Lift' };
    const unread = await vault.ask('event.order', { first: door.id, second: lift.id });
    // Nobody read it: whatever it shows is possible.
    expect(unread.clocks).toEqual([
      { side: 'one', clockId: clock.id, name: 'Corridor recorder', readings: 0, beforeFrom: 398_000, afterUpTo: 396_000, within: null },
    ]);
    expect(describeClocks(unread, names, 'en')[0]).toBe(
      'A reading of “Corridor recorder” that shows it 6 min 38 s fast or more at that time would put “Door” before “Lift”.',
    );
    await vault.ask('clock.read', {
      clockId: clock.id,
      shown: '2031-05-30 10:09:12',
      reference: '2031-05-30 10:02:00',
      referenceName: 'NTP',
      uncertainty: 60_000,
    });
    const rough = await vault.ask('event.order', { first: door.id, second: lift.id });
    expect(rough.explanation.order).toBe('cannot-tell');
    expect(rough.clocks).toMatchObject([{ readings: 1, beforeFrom: 398_000 }]);
    const within = rough.clocks[0]?.within ?? 0;
    expect(within).toBeGreaterThan(30_000);
    expect(within).toBeLessThan(36_000);
    expect(describeClocks(rough, names, 'en')[0]).toMatch(
      /^A second reading of “Corridor recorder” with less than ± 3\d(\.\d+)? s at that time would settle it/,
    );
    // A reading that is as exact as was asked for does settle it.
    await vault.ask('clock.read', {
      clockId: clock.id,
      shown: '2031-05-14 23:47:12',
      reference: '2031-05-14 23:40:00',
      referenceName: 'NTP',
      uncertainty: within - 1000,
    });
    expect((await vault.ask('event.order', { first: door.id, second: lift.id })).explanation.order).toBe('before');
  });

  it('of two times that one unread clock showed is that of its figures, if it was not set back in between', async () => {
    const { stamp } = await clocked();
    const [early, late] = [await stamp('Early', '2031-05-14 23:41:07'), await stamp('Late', '2031-05-14 23:45:00')];
    const order = await vault.ask('event.order', { first: late.id, second: early.id });
    expect(order).toMatchObject({
      explanation: { order: 'cannot-tell' },
      clocks: [],
      sameClock: { name: 'Corridor recorder', order: 'after' },
    });
  });

  it('is asked of the event that is meant: by its identifier, the beginning of one, or its title', async () => {
    const dinner = await add('Client dinner', '2031-05-14T18:00');
    const [first, second] = [await add('Door', '2031-05-14T20:00'), await add('Door', '2031-05-14T21:00')];
    const find = (text: string): Promise<EventId> => vault.ask('event.find', { caseId: one.id, text });
    expect(await find(dinner.id)).toBe(dinner.id);
    expect(await find(dinner.id.slice(0, 13).toUpperCase())).toBe(dinner.id);
    expect(await find('client DINNER')).toBe(dinner.id);
    expect(await find(first.id)).toBe(first.id);
    await expect(find('Door')).rejects.toMatchObject({ code: 'event.ambiguous' });
    await expect(find('Supper')).rejects.toMatchObject({ code: 'event.unknown' });
    await vault.ask('event.remove', { eventId: second.id });
    expect(await find('Door')).toBe(first.id);
    const other = await vault.ask('case.create', { reference: 'HR-2', title: 'Another', zone: 'UTC' });
    await expect(vault.ask('event.find', { caseId: other.id, text: dinner.id })).rejects.toMatchObject({ code: 'event.unknown' });
  });

  it('and what the timeline shows are answered with their time in the core', async () => {
    await add('Dinner', '2031-05-14T18:00:00');
    const asked = { caseId: one.id, from: Date.parse('2031-05-14T00:00Z'), to: Date.parse('2031-05-15T00:00Z'), width: 800 };
    const { view, milliseconds, coldMilliseconds } = await vault.ask('timeline.measured', asked);
    expect(view).toEqual(await vault.ask('timeline.view', asked));
    expect(milliseconds).toBeGreaterThan(0);
    expect(milliseconds).toBeLessThan(MINUTE);
    expect(coldMilliseconds).toBeLessThan(MINUTE);
  });
});
