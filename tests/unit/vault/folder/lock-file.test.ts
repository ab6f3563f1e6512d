import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { acquireLock } from '../../../../electron/core/vault/folder/lock-file.ts';

const now = Date.UTC(2026, 10, 21, 6, 55);
const script = fileURLToPath(new URL('../../../support/lock-child.ts', import.meta.url));
let folder: string;
let processes: ChildProcess[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'casewright-lock-'));
});
afterEach(() => {
  for (const one of processes) one.kill('SIGKILL');
  processes = [];
  rmSync(folder, { recursive: true, force: true });
});

interface Opener {
  readonly process: ChildProcess;
  /** Tells it to try, and answers what came of it. */
  go(): Promise<string>;
}

async function startOpener(): Promise<Opener> {
  const child = spawn(process.execPath, [script, folder], { stdio: ['pipe', 'pipe', 'inherit'] });
  processes.push(child);
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  expect((await lines.next()).value).toBe('ready');
  return {
    process: child,
    go: async () => {
      child.stdin.write('go\n');
      return String((await lines.next()).value);
    },
  };
}

interface Editable {
  process: { host: string; machine: string; boot: string; space: string; pid: number; started: string };
}

function edit(change: (record: Editable) => void): void {
  const path = join(folder, 'vault.lock');
  const record = JSON.parse(readFileSync(path, 'utf8')) as Editable;
  change(record);
  writeFileSync(path, JSON.stringify(record));
}

function open(): () => void {
  return acquireLock(folder, { program: 'desktop', now, user: 'ines' });
}

describe('the lock of a vault', () => {
  test('is given once, names its holder, and is free again after its release', () => {
    const release = open();
    expect(open).toThrow(
      expect.objectContaining({
        code: 'vault.in-use',
        message: `The vault is in use by ines@${hostname()} (desktop ${process.pid}, 2026-11-21T06:55:00Z).`,
      }),
    );
    release();
    expect(existsSync(join(folder, 'vault.lock'))).toBe(false);
    open()();
  });

  test('names the system’s user when nobody is named', () => {
    const release = acquireLock(folder, { program: 'command line', now });
    expect(open).toThrow(`${userInfo().username}@`);
    release();
  });

  test('is released by its owner only: a second release touches nobody else’s', () => {
    const first = open();
    first();
    const second = open();
    first();
    expect(open).toThrow(expect.objectContaining({ code: 'vault.in-use' }));
    second();
  });

  test('is not given for a folder that is not there', () => {
    expect(() => acquireLock(join(folder, 'nowhere'), { program: 'desktop', now })).toThrow(
      expect.objectContaining({ code: 'vault.missing' }),
    );
  });

  test('held by another process is refused, and free once that process was killed', async () => {
    const opener = await startOpener();
    expect(await opener.go()).toBe('won');
    expect(open).toThrow(
      expect.objectContaining({ code: 'vault.in-use', message: expect.stringContaining(`test ${String(opener.process.pid)}`) }),
    );
    opener.process.kill('SIGKILL');
    await once(opener.process, 'exit');
    expect(existsSync(join(folder, 'vault.lock'))).toBe(true);
    open()();
    expect(readdirSync(folder)).toEqual(['vault.lock-guard']);
  });

  test('has one winner among many that come at once, also over the lock of a dead one', async () => {
    for (const stale of [false, true]) {
      if (stale) {
        const dead = await startOpener();
        expect(await dead.go()).toBe('won');
        dead.process.kill('SIGKILL');
        await once(dead.process, 'exit');
      }
      const openers = await Promise.all(Array.from({ length: 8 }, startOpener));
      const answers = await Promise.all(openers.map((opener) => opener.go()));
      expect(answers.toSorted()).toEqual([...Array(7).fill('vault.in-use'), 'won']);
      for (const { process } of openers) {
        process.kill('SIGKILL');
        await once(process, 'exit');
      }
    }
  });

  test('of a process whose number another one has now is taken over', () => {
    open();
    edit((record) => (record.process.started = '1'));
    open()();
  });

  test('from before the machine’s last start is taken over', () => {
    open();
    edit((record) => (record.process.boot = 'd5a1f5e2-0000-4000-8000-000000000000'));
    open()();
  });

  test('is known again after the machine was given another name, by what runs and when it began', async () => {
    const opener = await startOpener();
    expect(await opener.go()).toBe('won');
    edit((record) => (record.process.host = 'its-former-name'));
    expect(open).toThrow(expect.objectContaining({ code: 'vault.in-use', message: expect.stringContaining('its-former-name') }));
    opener.process.kill('SIGKILL');
    await once(opener.process, 'exit');
    open()();
  });

  test('that this very process left when an opening or closing failed is its own to take again', () => {
    const path = join(folder, 'vault.lock');
    const release = open();
    const { token: _token, ...left } = JSON.parse(readFileSync(path, 'utf8'));
    release();
    writeFileSync(path, JSON.stringify({ ...left, token: 'd5a1f5e2-0000-4000-8000-000000000000' }));
    open()();
    expect(existsSync(path)).toBe(false);
  });

  test('is let go although its folder is gone, and although nobody can look at its guard', () => {
    const gone = open();
    rmSync(folder, { recursive: true });
    gone();
    mkdirSync(folder);
    const release = open();
    rmSync(join(folder, 'vault.lock-guard'));
    mkdirSync(join(folder, 'vault.lock-guard'));
    release();
    expect(readdirSync(folder)).toEqual(['vault.lock-guard']);
  });

  test.each([
    [
      'another machine',
      (record: Editable) => Object.assign(record.process, { host: 'desk-7', boot: 'd5a1f5e2-0000-4000-8000-000000000000' }),
    ],
    ['another machine of the same name', (record: Editable) => (record.process.machine = '0123456789abcdef')],
    ['another container', (record: Editable) => (record.process.space = 'pid:[1]')],
  ])('of %s is never guessed away', (_, change) => {
    open();
    edit((record) => {
      change(record);
      record.process.pid = 999_999_999;
    });
    expect(open).toThrow(
      expect.objectContaining({ code: 'vault.in-use-elsewhere', message: expect.stringContaining(join(folder, 'vault.lock')) }),
    );
  });

  test('that nobody can read is not taken over', () => {
    for (const content of ['', '{', '{}', '{"token":1}']) {
      writeFileSync(join(folder, 'vault.lock'), content);
      expect(open).toThrow(expect.objectContaining({ code: 'vault.in-use-elsewhere' }));
    }
  });
});
