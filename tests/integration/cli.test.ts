import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Finished, runCasewright, runInTerminal } from '../support/command-line.ts';
import { makePdf } from '../support/sample-originals.ts';

const PASSPHRASE = 'seven lamps on the corridor';
let folder: string;

const run = (...given: readonly string[]): Promise<Finished> =>
  runCasewright(given, { cwd: folder, environment: { CASEWRIGHT_PASSPHRASE: PASSPHRASE } });
const bare = (...given: readonly string[]): Promise<Finished> => runCasewright(given, { cwd: folder });
const sentences = ({ stderr }: Finished): readonly string[] => stderr.split('\n').filter((line) => line !== '');

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'casewright-cli-'));
  await writeFile(join(folder, 'chat 聊天.txt'), 'one\ntwo\nthree\n');
  await writeFile(join(folder, 'memo.pdf'), await makePdf(['first page', 'second page']));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the command line, over a whole case', () => {
  it('makes a vault, whose recovery code it tells once, and a case', { timeout: 90_000 }, async () => {
    const created = await run('vault', 'create', 'V.casewright', '--user', 'Inés Marlow', '--json');
    expect(created.stderr).toBe('');
    expect(created.json()).toMatchObject({
      name: 'V',
      folder: join(folder, 'V.casewright'),
      user: { name: 'Inés Marlow' },
      recoveryCode: expect.stringMatching(/^[0-9A-Z-]{20,}$/),
    });
    const again = await run('vault', 'create', 'V.casewright', '--user', 'Inés Marlow');
    expect([again.status, again.stdout, sentences(again).length]).toEqual([1, '', 1]);
    const made = await run(
      'case',
      'create',
      'V.casewright',
      '--reference',
      'HR-1',
      '--title',
      '差旅案',
      '--zone',
      'Asia/Shanghai',
      '--json',
    );
    expect(made.json()).toMatchObject({ reference: 'HR-1', zone: 'Asia/Shanghai' });
  });

  it('imports files and says for each what became of it; one that failed makes the exit status 1', { timeout: 90_000 }, async () => {
    const first = await run(
      'evidence',
      'import',
      'V.casewright',
      '--case',
      'HR-1',
      'chat 聊天.txt',
      'memo.pdf',
      '--source',
      'Front desk',
      '--json',
    );
    const sha256 = createHash('sha256')
      .update(await readFile(join(folder, 'memo.pdf')))
      .digest('hex');
    expect(first).toMatchObject({ status: 0, stderr: '' });
    expect(first.json()).toMatchObject([
      { exhibit: 'EX-0001', status: 'imported', bytes: 14 },
      { exhibit: 'EX-0002', status: 'imported', sha256, findings: { status: 'read' } },
    ]);
    const second = await run('evidence', 'import', 'V.casewright', '--case', 'HR-1', 'memo.pdf', 'missing.pdf', '--json');
    expect(second.status).toBe(1);
    expect(second.json()).toMatchObject([
      { exhibit: 'EX-0002', status: 'duplicate' },
      { exhibit: null, status: 'failed', code: 'exhibit.source-missing' },
    ]);
    expect(sentences(second)).toEqual([`1 of 2 files was not imported: ${join(folder, 'missing.pdf')} does not exist.`]);
  });

  it('lists, shows, exports and verifies exhibits', { timeout: 90_000 }, async () => {
    expect((await run('evidence', 'list', 'V.casewright', '--case', 'HR-1')).stdout).toMatch(/EX-0001 {2}chat 聊天\.txt +text/);
    expect((await run('evidence', 'show', 'V.casewright', 'EX-0002', '--case', 'HR-1', '--json')).json()).toMatchObject({
      exhibit: 'EX-0002',
      pages: 2,
      acquisitions: [{ source: 'Front desk' }, { source: '' }],
    });
    const exported = await run(
      'evidence',
      'export',
      'V.casewright',
      'EX-0002',
      '--case',
      'HR-1',
      '--out',
      'out.pdf',
      '--purpose',
      'for counsel',
      '--json',
    );
    expect(exported.json()).toMatchObject({ exhibit: 'EX-0002', file: join(folder, 'out.pdf') });
    expect(await readFile(join(folder, 'out.pdf'))).toEqual(await readFile(join(folder, 'memo.pdf')));
    const again = await run('evidence', 'export', 'V.casewright', 'EX-0002', '--case', 'HR-1', '--out', 'out.pdf');
    expect([again.status, sentences(again)]).toEqual([1, [`${join(folder, 'out.pdf')} already exists. Nothing was overwritten.`]]);
    expect((await run('evidence', 'verify', 'V.casewright', '--case', 'HR-1', '--json')).json()).toMatchObject([
      { exhibit: 'EX-0001', outcome: 'matches' },
      { exhibit: 'EX-0002', outcome: 'matches' },
    ]);
  });

  it('adds parties and cited events and lists them by time', { timeout: 90_000 }, async () => {
    expect(
      (await run('party', 'add', 'V.casewright', '--case', 'HR-1', '--name', 'Wu Lan', '--role', 'complainant', '--json')).json(),
    ).toMatchObject({ name: 'Wu Lan', kind: 'person' });
    const added = await run(
      'event',
      'add',
      'V.casewright',
      '--case',
      'HR-1',
      '--title',
      'Dinner begins',
      '--when',
      '2031-05-14T19:30~',
      '--cite',
      'EX-0002#page=2',
      '--cite',
      'EX-0001#line=3',
      '--stance',
      'supports',
      '--stance',
      'contradicts',
      '--party',
      'Wu Lan',
      '--lane',
      'incident',
      '--json',
    );
    expect(added.stderr).toBe('');
    expect(added.json()).toMatchObject({
      moment: 'about 14 May 2031, 19:30 (UTC+08:00)',
      happened: { edtf: '2031-05-14T19:30~', zone: 'Asia/Shanghai' },
      citations: [
        { key: 'EX-0002#page=2', stance: 'supports' },
        { key: 'EX-0001#line=3', stance: 'contradicts' },
      ],
    });
    await run('event', 'add', 'V.casewright', '--case', 'HR-1', '--title', 'Trip order', '--when', '2031-05-12');
    const listed = await run('event', 'list', 'V.casewright', '--case', 'HR-1');
    expect(listed.stdout.split('\n').slice(1, 3)).toEqual([
      expect.stringContaining('Trip order'),
      expect.stringMatching(/^about 14 May 2031, 19:30 \(UTC\+08:00\) +incident +asserted +Dinner begins +EX-0002#page=2 EX-0001#line=3$/),
    ]);
  });

  it('refuses an event it cannot stand for, in one sentence', { timeout: 90_000 }, async () => {
    const event = (...given: readonly string[]) => run('event', 'add', 'V.casewright', '--case', 'HR-1', '--title', 'x', ...given);
    const unclear = await event('--when', '5/6/2031');
    expect([unclear.status, unclear.stdout, sentences(unclear).length]).toEqual([1, '', 1]);
    expect(unclear.stderr).toContain('Is it 5 Jun 2031 or 6 May 2031?');
    expect(await event('--when', '2031-05-14', '--cite', 'EX-0002#page=3')).toMatchObject({
      status: 1,
      stderr: 'EX-0002 has no page=3.\n',
    });
    expect(await event('--when', '2031-05-14', '--party', 'Nobody')).toMatchObject({
      status: 1,
      stderr: 'There is no party named Nobody in case HR-1.\n',
    });
    expect(await event('--when', '2031-05-14', '--cite', 'EX-0001', '--stance', 'supports', '--stance', 'context')).toMatchObject({
      status: 2,
    });
  });

  it('signs a case file that verifies without the vault, and not when a byte was changed', { timeout: 180_000 }, async () => {
    const released = await run('release', 'case-file', 'V.casewright', '--case', 'HR-1', '--out', 'case.pdf', '--json');
    expect(released.stderr).toBe('');
    expect(released.json()).toMatchObject({ number: 1, file: join(folder, 'case.pdf') });
    const verified = await bare('verify', 'case.pdf', '--json');
    expect(verified.status).toBe(2);
    const found = verified.json() as { readonly certificateSha256: string };
    expect(found).toMatchObject({ outcome: 'undecided', reason: 'not-identified', reference: 'HR-1', signer: '' });
    const spelt = found.certificateSha256.toUpperCase().replace(/(.{2})(?=.)/g, '$1:');
    const identified = await bare('verify', 'case.pdf', '--fingerprint', spelt, '--json');
    expect(identified).toMatchObject({ status: 0, stderr: '' });
    expect(identified.json()).toMatchObject({ outcome: 'intact', signer: 'Inés Marlow', comparison: { with: 'given', agrees: true } });
    const other = await bare('verify', 'case.pdf', '--fingerprint', `${found.certificateSha256.slice(1)}0`, '--json');
    expect(other.status).toBe(1);
    expect(other.json()).toMatchObject({ outcome: 'altered', reason: 'other-certificate', signer: '', code: 'verify.altered' });
    expect(await bare('verify', 'case.pdf', '--fingerprint', 'Inés')).toMatchObject({ status: 2 });
    await writeFile(join(folder, 'plain.txt'), 'plain');
    for (const [file, code] of [
      ['plain.txt', 'verify.not-pdf'],
      ['missing.pdf', 'disk.failed'],
      ['.', 'disk.failed'],
    ] as const) {
      const unread = await bare('verify', file, '--json');
      expect(unread.status).toBe(2);
      expect(unread.json()).toMatchObject({ outcome: 'undecided', reason: 'unread', code, checks: [] });
    }
    const bytes = await readFile(join(folder, 'case.pdf'));
    bytes[3000] = (bytes[3000] as number) ^ 1;
    await writeFile(join(folder, 'altered.pdf'), bytes);
    const altered = await bare('verify', 'altered.pdf', '--json');
    expect(altered.status).toBe(1);
    expect(altered.json()).toMatchObject({ outcome: 'altered', reason: 'changed' });
    expect(sentences(altered)).toHaveLength(1);
    expect((await run('release', 'list', 'V.casewright', '--case', 'HR-1', '--json')).json()).toMatchObject([
      { number: 1, fileName: 'case.pdf' },
    ]);
  });

  it('checks the vault and its ledger', { timeout: 90_000 }, async () => {
    expect((await run('vault', 'check', 'V.casewright', '--deep', '--json')).json()).toMatchObject({ sound: true, deep: true });
    expect((await run('vault', 'info', 'V.casewright', '--json')).json()).toMatchObject({
      name: 'V',
      cases: 1,
      exhibits: 2,
      certificate: { ownMade: true },
    });
    expect((await run('ledger', 'verify', 'V.casewright', '--json')).json()).toMatchObject({ sound: true });
    expect(
      (await run('ledger', 'list', 'V.casewright', '--case', 'HR-1', '--limit', '3', '--json')).json<{ entries: unknown[] }>().entries,
    ).toHaveLength(3);
    expect((await run('case', 'list', 'V.casewright', '--json')).json()).toMatchObject([
      { reference: 'HR-1', exhibits: 2, events: 2, parties: 1, releases: 1 },
    ]);
  });
});

describe('spellings people try', () => {
  it('find the exhibit by option as by place, and the only case without naming it', { timeout: 120_000 }, async () => {
    expect((await run('evidence', 'show', 'V.casewright', '--exhibit', 'EX-0002', '--json')).json()).toMatchObject({ exhibit: 'EX-0002' });
    expect((await run('evidence', 'verify', 'V.casewright', '--exhibit', 'EX-0001', 'EX-0002', '--json')).json()).toMatchObject([
      { exhibit: 'EX-0001', recorded: true },
      { exhibit: 'EX-0002', recorded: true },
    ]);
    const exported = await run('--json', 'evidence', 'export', 'V.casewright', '--out', 'again.pdf', '--exhibit', 'EX-0002');
    expect(exported.json()).toMatchObject({ exhibit: 'EX-0002', recorded: true });
    await run('case', 'create', 'V.casewright', '--reference', 'HR-2', '--title', '-- a title with dashes', '--zone', 'Asia/Kathmandu');
    expect(await run('evidence', 'list', 'V.casewright')).toMatchObject({
      status: 2,
      stdout: '',
      stderr: 'The vault holds several cases: say which one with --case (HR-1, HR-2).\n',
    });
  });

  it('take an unset variable for a mistake, not for the present folder', { timeout: 60_000 }, async () => {
    expect(await run('evidence', 'import', 'V.casewright', '', '--case', 'HR-1')).toMatchObject({ status: 2, stderr: 'PATH is empty.\n' });
    expect(await run('event', 'add', 'V.casewright', '--case', '', '--title', 'x', '--when', '2031')).toMatchObject({
      status: 2,
      stderr: '--case needs a value.\n',
    });
  });

  it('keep one sentence one line, whatever a file is called', { timeout: 60_000 }, async () => {
    const { stderr } = await run('evidence', 'import', 'V.casewright', 'no\nsuch\u001b[31m file', '--case', 'HR-1');
    expect(stderr).toMatch(/^1 of 1 files was not imported: .*no such \[31m file does not exist\.\n$/);
  });

  it('tell the version', { timeout: 60_000 }, async () => {
    expect((await bare('--version')).stdout).toMatch(/^casewright \d+\.\d+\.\d+\n$/);
  });
});

describe('passphrases', () => {
  it('are never taken from an argument, and a missing one is wrong usage', { timeout: 90_000 }, async () => {
    const refused = await bare('vault', 'info', 'V.casewright', '--passphrase', PASSPHRASE);
    expect(refused.status).toBe(2);
    expect(refused.stderr).toContain('never given as an argument');
    expect(refused.stderr).not.toContain(PASSPHRASE);
    expect(await bare('vault', 'info', 'V.casewright')).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringContaining('set CASEWRIGHT_PASSPHRASE'),
    });
  });

  it('come from a file, and a wrong one is a failure', { timeout: 90_000 }, async () => {
    // As Notepad writes it.
    await writeFile(join(folder, 'secret'), `\ufeff${PASSPHRASE}\r\n`);
    expect(await bare('case', 'list', 'V.casewright', '--passphrase-file', 'secret')).toMatchObject({ status: 0, stderr: '' });
    await writeFile(join(folder, 'wrong'), 'another one entirely');
    expect(await bare('case', 'list', 'V.casewright', '--passphrase-file', 'wrong')).toMatchObject({
      status: 1,
      stdout: '',
      stderr: 'That passphrase does not open this vault\n',
    });
    expect(await bare('case', 'list', 'V.casewright', '--passphrase-file', 'nowhere')).toMatchObject({ status: 1 });
  });

  it('are asked for in a terminal without being shown', { timeout: 90_000 }, async ({ skip }) => {
    skip(!existsSync('/usr/bin/script'), 'the program `script`, which gives a terminal, is not installed');
    const { status, stdout } = await runInTerminal(
      ['case', 'list', 'V.casewright'],
      { cwd: folder },
      'Enter the passphrase:',
      `${PASSPHRASE}x\u007f\r`,
    );
    expect(status).toBe(0);
    expect(stdout).toContain('差旅案');
    expect(stdout).not.toContain('lamps');
  });

  it('are changed, given to a second user, and replaced with the recovery code', { timeout: 180_000 }, async () => {
    const secrets = (environment: Readonly<Record<string, string>>, ...given: readonly string[]) =>
      runCasewright(given, { cwd: folder, environment });
    const created = await secrets({ CASEWRIGHT_PASSPHRASE: PASSPHRASE }, 'vault', 'create', 'Users.casewright', '--user', 'Ann', '--json');
    const { recoveryCode } = created.json<{ recoveryCode: string }>();
    const next = 'nine lamps on the corridor';
    expect(
      await secrets(
        { CASEWRIGHT_PASSPHRASE: PASSPHRASE, CASEWRIGHT_NEW_PASSPHRASE: next },
        'vault',
        'change-passphrase',
        'Users.casewright',
      ),
    ).toMatchObject({ status: 0 });
    expect(await secrets({ CASEWRIGHT_PASSPHRASE: PASSPHRASE }, 'case', 'list', 'Users.casewright')).toMatchObject({ status: 1 });
    expect(
      await secrets(
        { CASEWRIGHT_PASSPHRASE: next, CASEWRIGHT_NEW_PASSPHRASE: PASSPHRASE },
        'vault',
        'add-user',
        'Users.casewright',
        '--name',
        'Bo',
      ),
    ).toMatchObject({ status: 0 });
    expect(await secrets({ CASEWRIGHT_PASSPHRASE: PASSPHRASE }, 'case', 'list', 'Users.casewright')).toMatchObject({
      status: 1,
      stderr: 'This vault has several users: say which one (Ann, Bo).\n',
    });
    expect(await secrets({ CASEWRIGHT_PASSPHRASE: PASSPHRASE }, 'case', 'list', 'Users.casewright', '--user', 'Bo')).toMatchObject({
      status: 0,
    });
    expect(
      await secrets(
        { CASEWRIGHT_RECOVERY_CODE: recoveryCode, CASEWRIGHT_NEW_PASSPHRASE: PASSPHRASE },
        'vault',
        'recover',
        'Users.casewright',
        '--user',
        'Ann',
      ),
    ).toMatchObject({ status: 0 });
    expect(await secrets({ CASEWRIGHT_PASSPHRASE: PASSPHRASE }, 'case', 'list', 'Users.casewright', '--user', 'Ann')).toMatchObject({
      status: 0,
    });
  });
});

describe('usage', () => {
  it('is explained at every level', { timeout: 90_000 }, async () => {
    for (const given of [['--help'], ['evidence', '--help'], ['evidence', 'import', '--help'], ['verify', '--help']]) {
      const { status, stdout, stderr } = await bare(...given);
      expect([status, stderr, stdout.startsWith('Usage: casewright')], given.join(' ')).toEqual([0, '', true]);
    }
  });

  it.each([
    [[], 'Say which command: vault, case, party, evidence, clock, event, timeline, release, ledger, verify, demo.'],
    [['evidnce', 'list'], 'There is no command evidnce. Did you mean evidence?'],
    [['evidence', 'improt'], 'There is no command evidence improt. Did you mean evidence import?'],
    [['case', 'list', 'V', '--jsno'], 'There is no option --jsno. Did you mean --json?'],
    [['case', 'list'], 'DIR is missing: casewright case list DIR [--user NAME] [--passphrase-file FILE] [--go-on WORD] [--json]'],
    [
      ['case', 'list', 'V', 'W'],
      'W is one argument too many: casewright case list DIR [--user NAME] [--passphrase-file FILE] [--go-on WORD] [--json]',
    ],
    [['event', 'list', 'V'], '--case is missing.'],
    [['event', 'list', 'V', '--case', '--user', 'A'], '--case needs a value.'],
    [['event', 'list', 'V', '--case', 'A', '--case', 'B'], '--case was given twice.'],
    [['vault', 'check', 'V', '--deep=yes'], '--deep takes no value.'],
    [
      ['party', 'add', 'V', '--case', 'A', '--name', 'B', '--role', 'boss'],
      '--role must be one of complainant, respondent, witness, duty-holder, third-party, support-person, investigator.',
    ],
    [['ledger', 'list', 'V', '--limit', 'many'], '--limit must be a whole number from 1 to 1000.'],
  ])('%j: status 2 and one sentence', { timeout: 60_000 }, async (given, sentence) => {
    expect(await bare(...given)).toMatchObject({ status: 2, stdout: '', stderr: `${sentence}\n` });
  });

  it('under --json is told as an object as well, even where --json stands in the place of a value', { timeout: 60_000 }, async () => {
    const refused = await bare('event', 'list', 'V', '--case', '--json');
    expect(refused).toMatchObject({ status: 2, stderr: '--case needs a value.\n' });
    expect(refused.json()).toEqual({ code: 'usage', sentence: '--case needs a value.' });
  });

  it('takes relative paths from where npm was called', { timeout: 90_000 }, async () => {
    await mkdir(join(folder, 'below'), { recursive: true });
    const environment = { CASEWRIGHT_PASSPHRASE: PASSPHRASE, npm_lifecycle_event: 'casewright', INIT_CWD: folder };
    expect(await runCasewright(['case', 'list', 'V.casewright'], { cwd: join(folder, 'below'), environment })).toMatchObject({ status: 0 });
    expect(await runCasewright(['case', 'list', 'V.casewright'], { cwd: join(folder, 'below') })).toMatchObject({
      status: 1,
      stderr: `There is no vault at ${join(folder, 'below', 'V.casewright')}.\n`,
    });
  });

  it('speaks Chinese when asked to', { timeout: 60_000 }, async () => {
    expect(await runCasewright(['evidnce'], { cwd: folder, environment: { CASEWRIGHT_LANGUAGE: 'zh-CN' } })).toMatchObject({
      status: 2,
      stderr: '没有命令 evidnce。是否指 evidence？\n',
    });
  });
});
