import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Finished, runCasewright } from '../support/command-line.ts';

const environment = { CASEWRIGHT_PASSPHRASE: 'seven lamps on the corridor' };

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'casewright-suggest-'));
  await run('vault', 'create', 'v', '--user', 'Inés Marlow');
  await run('case', 'create', 'v', '--reference', 'HR-1', '--title', 'Corridor', '--zone', 'Asia/Shanghai');
});

afterEach(() => rm(folder, { recursive: true, force: true }));

const run = (...given: readonly string[]): Promise<Finished> => runCasewright(given, { cwd: folder, environment });

interface Row {
  readonly exhibit: string;
  readonly place: string;
  readonly quote: string;
  readonly phrase: string;
  readonly earliest: number | null;
  readonly latest: number | null;
  readonly edtf: string | null;
  readonly precision: string | null;
  readonly question: string;
  readonly reason: string;
  readonly alternatives: readonly { readonly edtf: string }[];
}

const NOTE = 'I met him on 14 May.\nThe next morning I told her.\nThe form is dated 5/4/2031.\n';

describe('dated passages on the command line', () => {
  it('are resolved against the date stated at import, and list what must be asked with its readings', async () => {
    await writeFile(join(folder, 'note.txt'), NOTE);
    const imported = await run('evidence', 'import', 'v', 'note.txt', '--case', 'HR-1', '--dated', '19 May 2031', '--json');
    expect(imported.status).toBe(0);
    const suggested = await run('event', 'suggest', 'v', '--case', 'HR-1', '--json');
    expect(suggested.status).toBe(0);
    const rows = suggested.json<readonly Row[]>();
    expect(rows.map(({ exhibit, place, phrase, edtf, question }) => [exhibit, place, phrase, edtf, question])).toEqual([
      ['EX-0001', 'line=1', '14 May', '2031-05-14', ''],
      ['EX-0001', 'line=2', 'The next morning', expect.stringMatching(/^\[2031-05-15T/), ''],
      ['EX-0001', 'line=3', '5/4/2031', null, expect.stringContaining('day and month could be swapped')],
    ]);
    expect(rows[0]).toMatchObject({
      quote: 'I met him on 14 May.',
      precision: 'day',
      earliest: '2031-05-13T16:00:00.000Z',
      latest: '2031-05-14T16:00:00.000Z',
    });
    expect(rows[2]?.alternatives.map(({ edtf }) => edtf).toSorted()).toEqual(['2031-04-05', '2031-05-04']);
    const ordered = await run('event', 'suggest', 'v', '--case', 'HR-1', '--exhibit', 'EX-0001', '--day-order', 'day-first', '--json');
    expect(ordered.json<readonly Row[]>()[2]?.edtf).toBe('2031-04-05');
    // Nothing enters the timeline by itself.
    expect((await run('event', 'list', 'v', '--case', 'HR-1', '--json')).json()).toEqual([]);
  });

  it('leave words typed by hand to be counted from an exhibit or from an event', async () => {
    await writeFile(join(folder, 'note.txt'), NOTE);
    await run('evidence', 'import', 'v', 'note.txt', '--case', 'HR-1', '--dated', '19 May 2031');
    const add = (...given: readonly string[]) => run('event', 'add', 'v', '--case', 'HR-1', '--json', ...given);
    const asked = await add('--title', 'Told', '--when', 'the following day');
    expect([asked.status, asked.stderr]).toEqual([1, expect.stringContaining('the following day')]);
    const told = await add('--title', 'Told', '--when', 'the following day', '--relative-to', 'EX-0001');
    expect(told.json()).toMatchObject({
      happened: { edtf: '2031-05-20', phrase: 'the following day', basis: expect.stringContaining('EX-0001') },
    });
    const later = await add('--title', 'Answered', '--when', '三天后', '--relative-to', 'told');
    expect(later.json()).toMatchObject({ happened: { edtf: '2031-05-23', basis: expect.stringContaining('Told') } });
  });

  it('refuse a date nobody understands before anything is imported', async () => {
    await writeFile(join(folder, 'note.txt'), NOTE);
    const refused = await run('evidence', 'import', 'v', 'note.txt', '--case', 'HR-1', '--dated', '5/4/2031');
    expect(refused.status).toBe(1);
    expect(refused.stderr).toContain('day and month could be swapped');
    expect((await run('evidence', 'list', 'v', '--json')).json()).toEqual([]);
  });

  it('follow a date that is stated afterwards, and ask again when it is taken away', async () => {
    await writeFile(join(folder, 'note.txt'), NOTE);
    await run('evidence', 'import', 'v', 'note.txt', '--case', 'HR-1');
    const before = (await run('event', 'suggest', 'v', '--case', 'HR-1', '--json')).json<readonly Row[]>();
    expect(before.map(({ reason }) => reason)).toEqual(['yearMissing', 'storyUnclear', 'order']);
    const dated = await run('evidence', 'date', 'v', 'EX-0001', '2031-05-19', '--case', 'HR-1');
    expect(dated.stdout).toContain('EX-0001 is dated 19 May 2031');
    expect((await run('evidence', 'show', 'v', 'EX-0001')).stdout).toMatch(/Document’s date +19 May 2031/);
    expect((await run('evidence', 'show', 'v', 'EX-0001', '--json')).json()).toMatchObject({ dated: { edtf: '2031-05-19' } });
    const after = (await run('event', 'suggest', 'v', '--case', 'HR-1', '--json')).json<readonly Row[]>();
    expect(after[0]?.edtf).toBe('2031-05-14');
    expect((await run('evidence', 'date', 'v', 'EX-0001')).status).toBe(2);
    expect((await run('evidence', 'date', 'v', 'EX-0001', '--remove')).status).toBe(0);
    expect((await run('event', 'suggest', 'v', '--case', 'HR-1', '--json')).json<readonly Row[]>()[0]?.reason).toBe('yearMissing');
  });

  it('say on standard error which rows of a log they leave out', async () => {
    const rows = Array.from({ length: 12 }, (_, index) => `${index},2031-05-14 23:${index + 10}:05,opened`);
    await writeFile(join(folder, 'door.csv'), ['row,time,event', ...rows].join('\n'));
    await run('evidence', 'import', 'v', 'door.csv', '--case', 'HR-1');
    const suggested = await run('event', 'suggest', 'v', '--case', 'HR-1', '--json');
    expect(suggested.json()).toEqual([]);
    expect(suggested.stderr).toContain('EX-0001: 12 rows of a table or log are not suggested here.');
  });
});
