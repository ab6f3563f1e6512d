import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandNames } from '../../electron/cli/all-commands.ts';
import { type Finished, runCasewright } from '../support/command-line.ts';

const PASSPHRASE = 'seven lamps on the corridor';
const NEXT = 'nine lamps on the corridor';
let folder: string;
/** What each command printed under --json, by its name. */
const printed = new Map<string, unknown[]>();

async function run(name: string, given: readonly string[] = [], environment: Readonly<Record<string, string>> = {}): Promise<Finished> {
  const finished = await runCasewright([...name.split(' '), ...given, '--json'], {
    cwd: folder,
    environment: { CASEWRIGHT_PASSPHRASE: PASSPHRASE, ...environment },
  });
  printed.set(name, [...(printed.get(name) ?? []), finished.json<unknown>()]);
  return finished;
}

const inCase = (name: string, ...given: readonly string[]): Promise<Finished> => run(name, ['V.casewright', ...given, '--case', 'HR-1']);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'casewright-cli-json-'));
  await writeFile(join(folder, 'account.txt'), 'On 14 May 2031 at 21:40 we met in the lobby.\n');
  await writeFile(join(folder, 'doors.csv'), 'Event,Time\nDoor 1216 opened,2031-05-14 23:34:05\nDoor 1216 closed,never\n');
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** Every number, and every text that is a time to the millisecond, with the path it stands at. */
function leaves(value: unknown, path = ''): readonly (readonly [path: string, leaf: unknown])[] {
  if (value === null || typeof value !== 'object') return [[path, value]];
  return Object.entries(value).flatMap(([name, part]) => leaves(part, `${path}.${/^\d+$/.test(name) ? '*' : name}`));
}

/** Milliseconds of any day since 1973; no count and no size of this vault comes near. */
const LIKE_MILLISECONDS = 1e11;

describe('every command under --json', () => {
  it('answers over a whole case', { timeout: 600_000 }, async () => {
    const { recoveryCode } = (await run('vault create', ['V.casewright', '--user', 'Inés Marlow'])).json<{ recoveryCode: string }>();
    await run('vault info', ['V.casewright']);
    await run('case create', ['V.casewright', '--reference', 'HR-1', '--title', '差旅案', '--zone', 'Asia/Shanghai']);
    await run('case list', ['V.casewright']);
    await inCase('party add', '--name', 'Wu Lan', '--role', 'complainant');
    await inCase('party list');
    await inCase('evidence import', 'account.txt');
    await inCase('evidence date', 'EX-0001', '2031-05-15');
    await inCase('evidence list');
    await inCase('evidence show', 'EX-0001');
    await inCase('evidence verify');
    await inCase('evidence export', 'EX-0001', '--out', 'again.txt');
    const clock = ['--clock', 'Recorder'];
    await inCase('clock add', '--name', 'Recorder', '--zone', 'Asia/Shanghai');
    await inCase('event add', '--title', 'Seen', '--when', '2031-05-14 21:40:00', ...clock, '--cite', 'EX-0001#line=1');
    const reading = ['--shown', '2031-08-03 14:07:12', '--reference', '2031-08-03 14:00:00', '--against', 'NTP'];
    await inCase('clock read', ...clock, ...reading, '--reason', 'compared');
    await inCase('clock change', ...clock, '--changed', '2031-08-04 10:00', '--reason', 'set anew');
    await inCase('clock change', ...clock, '--changed', '2031-05-01 10:00', '--reason', 'set before');
    await inCase('clock withdraw', ...clock, '--reading', '1', '--reason', 'misread');
    await inCase('clock history', ...clock);
    await inCase('clock list');
    await inCase('clock window', ...clock, '--from', '2031-05-14 21:00', '--to', '2031-05-14 23:00');
    await inCase('event add', '--title', 'Dinner', '--when', '2031-05-14 22:00', '--recorded', '2031-05-15', '--learned', '2031-05-19');
    await inCase('event list');
    await inCase('event suggest');
    await inCase('event order', 'Seen', 'Dinner');
    const log = ['doors.csv', '--map', 'title=Event,time=Time', '--zone', 'Asia/Shanghai'];
    await inCase('event import', ...log, '--dry-run');
    await inCase('event import', ...log);
    await inCase('event export', '--format', 'csv', '--out', 'events.csv');
    await inCase('timeline query', '--from', '2031-05-01', '--to', '2031-06-01');
    await inCase('timeline query', '--width', '1');
    await inCase('release case-file', '--out', 'case.pdf');
    await inCase('release list');
    // Without a fingerprint nobody is identified, which is an end of its own.
    const { certificateSha256 } = (await runCasewright(['verify', 'case.pdf', '--json'], { cwd: folder })).json() as {
      readonly certificateSha256: string;
    };
    await run('verify', ['case.pdf', '--fingerprint', certificateSha256]);
    await run('ledger list', ['V.casewright']);
    await run('ledger list', ['V.casewright', '--chain', 'audit']);
    await run('ledger verify', ['V.casewright']);
    await run('vault check', ['V.casewright', '--deep']);
    await run('evidence quarantine', ['V.casewright']);
    await inCase('evidence take-in');
    await run('vault add-user', ['V.casewright', '--name', 'Tomasz Bell', '--user', 'Inés Marlow'], { CASEWRIGHT_NEW_PASSPHRASE: NEXT });
    await run('vault change-passphrase', ['V.casewright', '--user', 'Tomasz Bell'], {
      CASEWRIGHT_PASSPHRASE: NEXT,
      CASEWRIGHT_NEW_PASSPHRASE: PASSPHRASE,
    });
    await run('vault import-certificate', ['V.casewright', makeCertificate(), '--user', 'Inés Marlow'], {
      CASEWRIGHT_CERTIFICATE_PASSPHRASE: 'p12',
    });
    await run('vault recover', ['V.casewright', '--user', 'Inés Marlow'], {
      CASEWRIGHT_RECOVERY_CODE: recoveryCode,
      CASEWRIGHT_NEW_PASSPHRASE: NEXT,
    });
    await run('demo', ['--out', 'demo']);
    expect([...printed.keys()].toSorted()).toEqual(commandNames.toSorted());
    for (const [name, values] of printed) for (const value of values) expect([name, value]).not.toEqual([name, hasCode]);
  });

  it('prints no instant as a bare number', () => {
    const found = [...printed].flatMap(([name, values]) =>
      values.flatMap((value) => leaves(value).map((leaf) => [name, ...leaf] as const)),
    );
    expect(found.length).toBeGreaterThan(1000);
    expect(found.filter(([, , leaf]) => typeof leaf === 'number' && Math.abs(leaf) >= LIKE_MILLISECONDS)).toEqual([]);
  });

  it('prints them as RFC 3339 text in UTC', () => {
    const at = (name: string): readonly string[] =>
      (printed.get(name) ?? []).flatMap((value) =>
        leaves(value).flatMap(([path, leaf]) => (typeof leaf === 'string' && RFC_3339.test(leaf) ? [path] : [])),
      );
    expect(at('vault info')).toEqual(expect.arrayContaining(['.createdAt', '.users.*.createdAt', '.certificate.validFrom']));
    expect(at('evidence show')).toEqual(expect.arrayContaining(['.acquiredAt', '.modifiedAt', '.dated.earliest', '.custody.*.body.at']));
    expect(at('evidence show')).toContain('.custody.*.body.detail.modifiedAt');
    expect(at('ledger list')).toContain('.entries.*.body.detail.changedAt.after');
    expect(at('clock change')).toEqual(expect.arrayContaining(['.clock.changedAt', '.clock.readings.*.shownAt']));
    expect(at('event list')).toEqual(expect.arrayContaining(['.*.happened.earliest', '.*.recorded.latest', '.*.enteredAt']));
    expect(at('timeline query')).toEqual(expect.arrayContaining(['.from', '.to', '.items.*.earliest']));
    expect(at('release list')).toContain('.*.signedAt');
    const [list] = printed.get('event list') as readonly (readonly { title: string; happened: { earliest: string } }[])[];
    expect(list?.find(({ title }) => title === 'Dinner')?.happened.earliest).toBe('2031-05-14T14:00:00.000Z');
  });
});

const RFC_3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const hasCode = expect.objectContaining({ code: expect.any(String), sentence: expect.any(String) });

describe('a failure under --json', () => {
  const adding = ['event', 'add', 'V.casewright', '--case', 'HR-1', '--title', 'x', '--user', 'Tomasz Bell'];

  it.each([
    ['usage', 2, ['vault', 'create']],
    ['usage', 2, ['nothing']],
    ['usage', 2, ['case', 'list', 'V.casewright', '--nothing']],
    ['vault.missing', 1, ['case', 'list', 'demo']],
    ['vault.wrong-passphrase', 1, ['case', 'list', 'demo/sample.casewright']],
    ['party.not-found', 1, [...adding, '--when', '2031', '--party', 'Nobody']],
    ['moment.invalid', 1, [...adding, '--when', 'whenever']],
  ] as const)('is an object with its code and its sentence: %s', { timeout: 90_000 }, async (code, status, given) => {
    const failed = await runCasewright([...given, '--json'], { cwd: folder, environment: { CASEWRIGHT_PASSPHRASE: PASSPHRASE } });
    const { sentence, ...rest } = failed.json<{ sentence: string }>();
    expect([failed.status, rest]).toEqual([status, { code }]);
    expect(failed.stderr).toBe(`${sentence}\n`);
  });

  it('is nothing but its sentence without --json', { timeout: 90_000 }, async () => {
    expect(await runCasewright(['vault', 'create'], { cwd: folder })).toMatchObject({ status: 2, stdout: '' });
  });

  it('stands beside what was found, where a command came to an end', { timeout: 90_000 }, async () => {
    const bytes = await readFile(join(folder, 'case.pdf'));
    bytes[2000] = (bytes[2000] ?? 0) ^ 1;
    await writeFile(join(folder, 'altered.pdf'), bytes);
    const failed = await runCasewright(['verify', 'altered.pdf', '--json'], { cwd: folder });
    expect(failed.status).toBe(1);
    expect(failed.json()).toMatchObject({ outcome: 'altered', code: 'verify.altered', checks: expect.any(Array) });
    expect(failed.stderr).toBe(`${failed.json<{ sentence: string }>().sentence}\n`);
  });
});

/** A certificate of somebody's own, as a PKCS#12 file. */
function makeCertificate(): string {
  const openssl = (...given: readonly string[]) => execFileSync('openssl', given, { cwd: folder, stdio: 'ignore' });
  const subject = [
    '-x509',
    '-newkey',
    'ec',
    '-pkeyopt',
    'ec_paramgen_curve:P-256',
    '-nodes',
    '-days',
    '30',
    '-subj',
    '/CN=Inés Marlow',
    '-utf8',
  ];
  openssl('req', ...subject, '-keyout', 'key.pem', '-out', 'own.pem');
  openssl('pkcs12', '-export', '-inkey', 'key.pem', '-in', 'own.pem', '-out', 'own.p12', '-passout', 'pass:p12');
  return 'own.p12';
}
