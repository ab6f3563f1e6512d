import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Finished, runCasewright } from '../support/command-line.ts';

const PASSPHRASE = 'seven lamps on the corridor';
let folder: string;
const ids: string[] = [];

const runIn = (language: string, given: readonly string[]): Promise<Finished> =>
  runCasewright(given, { cwd: folder, environment: { CASEWRIGHT_PASSPHRASE: PASSPHRASE, CASEWRIGHT_LANGUAGE: language } });
const run = (...given: readonly string[]): Promise<Finished> => runIn('en', given);
const order = (...given: readonly string[]): Promise<Finished> => run('event', 'order', 'V.casewright', '--case', 'R', ...given);
const query = (...given: readonly string[]): Promise<Finished> => run('timeline', 'query', 'V.casewright', '--case', 'R', ...given);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'casewright-order-'));
  await run('vault', 'create', 'V.casewright', '--user', 'Inés Marlow');
  await run('case', 'create', 'V.casewright', '--reference', 'R', '--title', '差旅案', '--zone', 'Asia/Shanghai');
  for (const [title, when] of [
    ['Dinner', '2031-05-14T18:30/2031-05-14T21:50'],
    ['Door', '2031-05-14T23:33:55'],
    ['Seen in the lobby', '[2031-05-14T23:20..2031-05-14T23:40]'],
    ['Door', '2031-05-15T00:05:40'],
  ] as const) {
    const added = await run('event', 'add', 'V.casewright', '--case', 'R', '--title', title, '--when', when, '--json');
    ids.push(added.json<{ id: string }>().id);
  }
}, 120_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('event order', () => {
  it('says before, and why, and that the other could not have come first', { timeout: 60_000 }, async () => {
    const told = await order('dinner', ids[1]?.slice(0, 8) ?? '', '--json');
    expect(told.stderr).toBe('');
    expect(told.json()).toMatchObject({
      first: { id: ids[0], title: 'Dinner', edtf: '2031-05-14T18:30/2031-05-14T21:50' },
      second: { id: ids[1], earliest: '2031-05-14T15:33:55.000Z', latest: '2031-05-14T15:33:56.000Z' },
      order: 'before',
      couldSecondComeFirst: 'no',
      why: expect.stringContaining('At least 1 h 42 min 55 s lies between them.'),
      settling: [],
      clocks: [],
    });
    const text = await order('Dinner', ids[1] ?? '');
    expect(text.stdout).toMatch(/^A {6}from 14 May 2031, 18:30 to 21:50 \(UTC\+08:00\) {2}Dinner\n/);
    expect(text.stdout).toContain('order  A before B');
    expect(text.stdout).toContain('Could “Door” have come before “Dinner”? No.');
  });

  it('says that it cannot tell, and the smallest fact that would settle it, in either language', { timeout: 60_000 }, async () => {
    const told = (await order(ids[1] ?? '', 'Seen in the lobby', '--json')).json<{ settling: string[]; settledBy: { by: number }[] }>();
    expect(told).toMatchObject({ order: 'cannot-tell', couldSecondComeFirst: 'cannot-tell', overlap: 1000 });
    expect(told.settling).toHaveLength(2);
    expect(told.settledBy.map(({ by }) => by)).toEqual(told.settledBy.map(({ by }) => by).toSorted((one, other) => one - other));
    const chinese = await runIn('zh-CN', ['event', 'order', 'V.casewright', '--case', 'R', ids[1] ?? '', 'Seen in the lobby']);
    expect(chinese.stdout).toContain('先后  无法判定');
    expect(chinese.stdout).not.toMatch(/\{\{|undefined/);
  });

  it('asks for more where several are meant, and says where none is', { timeout: 60_000 }, async () => {
    const several = await order('Door', 'Dinner');
    expect([several.status, several.stdout, several.stderr]).toEqual([
      1,
      '',
      'More than one event is meant by “Door”. Give more of its identifier instead.\n',
    ]);
    expect(await order('Supper', 'Dinner')).toMatchObject({ status: 1, stderr: 'There is no such event in this case.\n' });
    expect(await order('Dinner', 'Dinner')).toMatchObject({ status: 1, stderr: expect.stringContaining('with itself') });
    expect(await order('Dinner')).toMatchObject({ status: 2, stderr: expect.stringContaining('B is missing') });
  });
});

describe('timeline query', () => {
  it('answers what the picture asks, with its time in the core', { timeout: 60_000 }, async () => {
    const asked = await query('--from', '2031-05-14 22:00', '--to', '2031-05-15', '--width', '800', '--json');
    expect(asked.stderr).toBe('');
    const { milliseconds, coldMilliseconds, ...view } = asked.json<{ milliseconds: number; coldMilliseconds: number }>();
    expect(view).toMatchObject({
      kind: 'events',
      from: '2031-05-14T14:00:00.000Z',
      to: '2031-05-15T16:00:00.000Z',
      width: 800,
      grouping: 'lane',
      groups: [{ key: 'incident' }, { key: 'knowledge' }, { key: 'institution' }, { key: 'public' }],
      items: [{ title: 'Seen in the lobby' }, { eventId: ids[1], exact: true }, { eventId: ids[3] }],
    });
    expect(milliseconds).toBeGreaterThan(0);
    expect(coldMilliseconds).toBeGreaterThan(0);
  });

  it('takes bands, a filter and the whole case, and refuses what is no stretch', { timeout: 60_000 }, async () => {
    expect((await query('--group', 'place', '--filter', 'dinn', '--json')).json()).toMatchObject({
      grouping: 'place',
      from: '2031-05-14T10:30:00.000Z',
      items: [{ title: 'Dinner' }],
    });
    const text = await query();
    expect(text.stdout).toContain('Seen in the lobby');
    expect(text.stdout).toMatch(/\d ms in the core, [\d.]+ ms for the first answer\.\n$/);
    expect(await query('--from', '2031-05-15', '--to', '2031-05-14')).toMatchObject({
      status: 2,
      stderr: 'The stretch ends before it begins.\n',
    });
    expect(await query('--width', '0')).toMatchObject({ status: 2 });
    expect(await query('--group', 'colour')).toMatchObject({ status: 2 });
    expect(await query('--from', 'soonish')).toMatchObject({ status: 1 });
  });
});
