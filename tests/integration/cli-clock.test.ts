import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Finished, runCasewright } from '../support/command-line.ts';

const PASSPHRASE = 'seven lamps on the corridor';
let folder: string;

const run = (...given: readonly string[]): Promise<Finished> =>
  runCasewright(given, { cwd: folder, environment: { CASEWRIGHT_PASSPHRASE: PASSPHRASE } });
const clock = (command: string, ...given: readonly string[]): Promise<Finished> =>
  run('clock', command, 'V.casewright', '--case', 'HR-1', ...given);
const addEvent = (...given: readonly string[]): Promise<Finished> => run('event', 'add', 'V.casewright', '--case', 'HR-1', ...given);
const sentences = ({ stderr }: Finished): readonly string[] => stderr.split('\n').filter((line) => line !== '');

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'casewright-cli-clock-'));
  await writeFile(join(folder, 'both.txt'), 'a photograph of both clocks\n');
  await run('vault', 'create', 'V.casewright', '--user', 'Inés Marlow');
  await run('case', 'create', 'V.casewright', '--reference', 'HR-1', '--title', '差旅案', '--zone', 'Asia/Shanghai');
  await run('evidence', 'import', 'V.casewright', '--case', 'HR-1', 'both.txt');
}, 120_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('source clocks on the command line', () => {
  it('are added with all their settings, and one that nobody compared is said to be of unknown offset', { timeout: 90_000 }, async () => {
    const added = await clock(
      'add',
      '--name',
      'Corridor recorder',
      '--make',
      'Hikvision',
      '--serial',
      'DS-7608',
      '--zone',
      'Asia/Shanghai',
      '--daylight-saving',
      'off',
      '--ntp',
      'off',
      '--stores-utc',
      'unknown',
      '--json',
    );
    expect(added).toMatchObject({ status: 0, stderr: '' });
    expect(added.json()).toMatchObject({
      knowledge: 'unknown',
      clock: { name: 'Corridor recorder', make: 'Hikvision', zone: 'Asia/Shanghai', daylightSaving: 'off', limit: null, version: 1 },
      wording: [expect.stringContaining('Offset unknown')],
    });
    const again = await clock('add', '--name', 'Corridor recorder');
    expect([again.status, sentences(again)]).toEqual([1, ['There is already a source clock named Corridor recorder in this case.']]);
    const wrong = await clock('add', '--name', 'Phone', '--limit', 'five minutes');
    expect([wrong.status, sentences(wrong)]).toEqual([2, ['--limit is a number of seconds, 0 or more, not “five minutes”.']]);
  });

  it('stamp events, of which both the recorded and the corrected time are told', { timeout: 90_000 }, async () => {
    const door = await addEvent('--title', 'Door log: room opened', '--when', '2031-05-14T23:30:00', '--tag', 'door', '--tag', 'hotel');
    expect(door.status).toBe(0);
    const seen = await addEvent(
      '--title',
      'He is seen in the corridor',
      '--clock',
      'Corridor recorder',
      '--recorded',
      '2031-05-14 23:34:07',
      '--learned',
      '2031-05-19',
      '--kind',
      'happening',
      '--json',
    );
    expect(seen.json()).toMatchObject({
      happened: { earliest: null, latest: null },
      recorded: { phrase: '2031-05-14 23:34:07' },
      recordedMoment: '14 May 2031, 23:34:07 (UTC+08:00)',
      learnedMoment: '19 May 2031 (UTC+08:00)',
      kind: 'happening',
    });
    const unknown = await addEvent('--title', 'Another', '--clock', 'Lift recorder', '--when', '2031-05-14 23:34:07');
    expect([unknown.status, sentences(unknown)]).toEqual([1, ['There is no source clock named “Lift recorder” in case HR-1.']]);
    const twice = await addEvent('--title', 'A', '--clock', 'Corridor recorder', '--when', '2031-05-14', '--recorded', '2031-05-15');
    expect([twice.status, sentences(twice).length]).toEqual([2, 1]);
    const never = await addEvent('--title', 'A');
    expect([never.status, sentences(never).length]).toEqual([2, 1]);
  });

  it('are read against a reference: what was understood, what is known now, and which orders changed', { timeout: 90_000 }, async () => {
    const read = await clock(
      'read',
      '--clock',
      'Corridor recorder',
      '--shown',
      '2031-08-03 14:07:12',
      '--reference',
      '2031-08-03 14:00:00',
      '--against',
      'NTP',
      '--uncertainty',
      '2',
      '--cite',
      'EX-0001#line=1',
    );
    expect(read).toMatchObject({ status: 0, stderr: '' });
    expect(read.stdout).toContain('the clock showed 3 Aug 2031, 14:07:12 (UTC+08:00) when it was 3 Aug 2031, 14:00:00 (UTC+08:00) by NTP');
    expect(read.stdout).toContain('Corridor recorder: 7 min 12 s fast (± 2 s), read on 3 Aug 2031 against NTP.');
    expect(read.stdout).toContain('Events timed anew: 1, of which moved: 1.');
    expect(read.stdout).toContain('cannot tell → “He is seen in the corridor” before “Door log: room opened”');
    const listed = (await run('event', 'list', 'V.casewright', '--case', 'HR-1', '--json')).json<readonly Record<string, unknown>[]>();
    expect(listed.map((event) => event['title'])).toEqual(['He is seen in the corridor', 'Door log: room opened']);
    expect(listed[0]).toMatchObject({
      recorded: { phrase: '2031-05-14 23:34:07' },
      happened: { edtf: '[2031-05-14T23:26:53..2031-05-14T23:26:57]' },
    });
    const rough = await clock(
      'read',
      '--clock',
      'Corridor recorder',
      '--shown',
      '2031-08-03',
      '--reference',
      '2031-08-03',
      '--against',
      'NTP',
    );
    expect([rough.status, sentences(rough).length]).toEqual([1, 1]);
  });

  it('are changed and their readings withdrawn with a reason, which their history keeps', { timeout: 120_000 }, async () => {
    const changed = await clock(
      'change',
      '--clock',
      'Corridor recorder',
      '--changed',
      '2031-06-01 09:00',
      '--reason',
      'Its log says so.',
      '--json',
    );
    expect(changed.json()).toMatchObject({ clock: { version: 3 }, retiming: { events: 1, moved: 1, orders: { total: 1, exact: true } } });
    const silent = await clock('change', '--clock', 'Corridor recorder', '--make', 'Dahua');
    expect([silent.status, sentences(silent)]).toEqual([2, [expect.stringContaining('--reason')]]);
    await clock('change', '--clock', 'Corridor recorder', '--changed', 'none', '--reason', 'That was another one.');
    const gone = await clock('withdraw', '--clock', 'Corridor recorder', '--reading', '1', '--reason', 'Wrong recorder.', '--json');
    expect(gone.json()).toMatchObject({ knowledge: 'unknown', clock: { readings: [{ withdrawn: true, shown: '2031-08-03 14:07:12' }] } });
    const history = await clock('history', '--clock', 'Corridor recorder', '--json');
    expect(history.json<readonly { reason: string }[]>().map(({ reason }) => reason)).toEqual([
      '',
      'Its log says so.',
      'That was another one.',
      'Wrong recorder.',
    ]);
    expect((await clock('history', '--clock', 'Corridor recorder')).stdout).toContain('7 min 12 s fast');
  });

  it('are listed, and tell which of their times to request', { timeout: 120_000 }, async () => {
    const everything = await clock('window', '--clock', 'Corridor recorder', '--from', '2031-05-14 22:00', '--to', '23:30');
    expect(everything.stdout).toContain('everything that Corridor recorder recorded and still holds');
    await clock(
      'change',
      '--clock',
      'Corridor recorder',
      '--limit',
      '300',
      '--limit-reason',
      'Set every Monday.',
      '--reason',
      'Its owner.',
    );
    const limited = await clock(
      'window',
      '--clock',
      'Corridor recorder',
      '--from',
      '2031-05-14 22:00',
      '--to',
      '23:30',
      '--margin',
      '60',
      '--json',
    );
    expect(limited.json()).toMatchObject({ shown: { from: '2031-05-14T21:54:00', to: '2031-05-14T23:36:00' }, zone: 'Asia/Shanghai' });
    const listed = await clock('list');
    expect(listed.stdout).toContain('At most 5 min fast or slow');
    expect(listed.stdout).toContain('(withdrawn)');
    expect((await clock('list', '--json')).json()).toMatchObject([{ events: 1, knowledge: 'limited', anchors: [] }]);
    const chinese = await runCasewright(['clock', 'list', 'V.casewright', '--case', 'HR-1'], {
      cwd: folder,
      environment: { CASEWRIGHT_PASSPHRASE: PASSPHRASE, CASEWRIGHT_LANGUAGE: 'zh-CN' },
    });
    expect(chinese.stdout).toContain('据称最多快或慢5分');
  });
});
