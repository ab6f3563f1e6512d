import { execFileSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  ftruncateSync,
  closeSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
  symlinkSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { SealResult } from '../../../../electron/core/domain/ports/index.ts';
import { objectPath } from '../../../../electron/core/vault/objects/objects.ts';
import { exportTask, sealTask, verifyTask } from '../../../../electron/core/vault/objects/sealing.ts';
import type { TaskPort } from '../../../../electron/core/tasks/task-port.ts';
import { vaultId } from '../../../../shared/model/identifier.ts';

const vault = vaultId.parse('0b1e6a52-5c0f-4d8e-9a43-6f1f2f8f3c11');
const quiet: TaskPort = { progress: () => undefined, cancelled: () => false };
let home: string;
let folder: string;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'casewright-sealing-'));
  folder = join(home, 'Test.casewright');
  mkdirSync(folder);
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

function write(name: string, bytes: Uint8Array): string {
  const path = join(home, name);
  writeFileSync(path, bytes);
  return path;
}

function seal(path: string, port: TaskPort = quiet): Promise<SealResult> {
  return sealTask({ folder, vaultId: vault, objectKey: Buffer.alloc(32, 1), objectNameKey: Buffer.alloc(32, 2), path }, port);
}

function reading({ object }: SealResult) {
  return { folder, vaultId: vault, objectKey: Buffer.alloc(32, 1), object };
}

function objectFiles(): readonly string[] {
  return readdirSync(join(folder, 'objects'), { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map(({ name }) => name);
}

/** Does something once, while the source is being read. */
function during(work: () => void): TaskPort {
  let done = false;
  return {
    cancelled: () => false,
    progress: () => {
      if (!done) work();
      done = true;
    },
  };
}

describe('sealing a file', () => {
  test.each([0, 1, 65_479, 65_480, 65_481, 131_000, 131_001, 1_048_279, 1_048_280, 1_048_281, 3_500_000])(
    'of %d bytes gives back the very bytes',
    async (bytes) => {
      const original = randomBytes(bytes);
      const sealed = await seal(write('original', original));
      const hash = createHash('sha256').update(original).digest('hex');
      expect(sealed).toMatchObject({ stored: true, object: { sha256: hash, bytes } });
      expect(statSync(objectPath(folder, sealed.object.name)).size).toBe(sealed.object.sealedBytes);
      expect(exportTask({ ...reading(sealed), path: join(home, 'exported') }, quiet)).toEqual({ bytes, sha256: hash });
      expect(readFileSync(join(home, 'exported')).equals(original)).toBe(true);
      expect(verifyTask(reading(sealed), quiet)).toEqual({ outcome: 'matches', actual: hash });
      expect(objectFiles()).toEqual([sealed.object.name]);
    },
  );

  test('tells when it was modified and reports every byte once', async () => {
    const path = write('original', randomBytes(2_500_000));
    utimesSync(path, 1_600_000_000, 1_627_344_000);
    let reported = 0;
    const sealed = await seal(path, { cancelled: () => false, progress: (bytes) => (reported += bytes) });
    expect(sealed.modifiedAt).toBe(1_627_344_000_000);
    expect(reported).toBe(2_500_000);
  });

  test.each(['证据 走廊监控.mp4', 'with\nline', "';--.txt", '. ..', 'émigré.txt'])('takes the name %j as it is', async (name) => {
    expect((await seal(write(name, Buffer.from(name)))).object.bytes).toBe(Buffer.byteLength(name));
  });

  test('stores equal content once, also when it is sealed at the same time', async () => {
    const original = randomBytes(1_500_000);
    const paths = ['one', 'two', 'three', 'four'].map((name) => write(name, original));
    const sealed = await Promise.all(paths.map((path) => seal(path)));
    expect(sealed.filter(({ stored }) => stored)).toHaveLength(1);
    expect(new Set(sealed.map(({ object }) => JSON.stringify(object))).size).toBe(1);
    expect(objectFiles()).toHaveLength(1);
    expect(verifyTask(reading(sealed[3] ?? Object.assign(sealed)), quiet).outcome).toBe('matches');
  });

  test.for([
    ['cut', (sealed: Buffer) => sealed.subarray(0, 500)],
    ['empty but for its header', (sealed: Buffer) => sealed.subarray(0, 40)],
    ['longer', (sealed: Buffer) => Buffer.concat([sealed, Buffer.alloc(1)])],
    ...[0, 1, 30, 39, 40, 65_535, 65_536, 99_999, -16, -1].map(
      (at) =>
        [
          `flipped at ${at}`,
          (sealed: Buffer) => {
            const position = at < 0 ? sealed.length + at : at;
            sealed[position] = (sealed[position] ?? 0) ^ 1;
            return sealed;
          },
        ] as const,
    ),
  ] as const)('seals equal content anew over a stored object that is %s, and keeps what stood there', async ([, damage]) => {
    const original = randomBytes(100_000);
    const path = write('original', original);
    const { object } = await seal(path);
    const place = objectPath(folder, object.name);
    const damaged = Buffer.from(damage(readFileSync(place)));
    writeFileSync(place, damaged);
    const again = await seal(path);
    expect(again).toMatchObject({ stored: true, object: { name: object.name, sha256: object.sha256 } });
    expect(again.displaced?.problem).toMatch(/./);
    expect(verifyTask(reading(again), quiet).outcome).toBe('matches');
    expect(objectFiles()).toEqual([object.name]);
    expect(readFileSync(join(folder, 'quarantine', `${again.displaced?.file ?? ''}.arriving`)).equals(damaged)).toBe(true);
    // Whole now: nothing more is stored.
    expect(await seal(path)).toMatchObject({ stored: false, object: again.object });
  });

  test('takes whole bytes that wait in quarantine back instead of storing them twice, and damaged ones not', async () => {
    const path = write('original', randomBytes(100_000));
    const { object } = await seal(path);
    const aside = join(folder, 'quarantine', `${object.name}.00000001`);
    mkdirSync(dirname(aside));
    renameSync(objectPath(folder, object.name), aside);
    expect(await seal(path)).toMatchObject({ stored: true, object });
    expect(readdirSync(dirname(aside))).toEqual([]);
    const damaged = readFileSync(objectPath(folder, object.name));
    damaged[70_000] = (damaged[70_000] ?? 0) ^ 1;
    rmSync(objectPath(folder, object.name));
    writeFileSync(aside, damaged);
    const again = await seal(path);
    expect(again.object.salt).not.toBe(object.salt);
    expect(verifyTask(reading(again), quiet).outcome).toBe('matches');
    expect(readFileSync(aside).equals(damaged)).toBe(true);
  });

  test('does not overwrite another whole object that was put in the place', async () => {
    const path = write('original', randomBytes(1000));
    const [mine, other] = [await seal(path), await seal(write('other', randomBytes(1000)))];
    const place = objectPath(folder, mine.object.name);
    renameSync(objectPath(folder, other.object.name), place);
    const { displaced } = await seal(path);
    expect(displaced).toMatchObject({ problem: 'another object stands in its place' });
    expect(statSync(join(folder, 'quarantine', `${displaced?.file ?? ''}.arriving`)).size).toBe(other.object.sealedBytes);
  });

  test('leaves nothing in the open: neither content nor name', async () => {
    const secret = Buffer.from('the corridor clip shows room 1216 '.repeat(5000));
    const { object } = await seal(write('room-1216.txt', secret));
    const stored = readFileSync(objectPath(folder, object.name)).toString('latin1');
    expect(stored).not.toContain('corridor');
    expect(object.name).not.toContain(object.sha256.slice(0, 16));
  });
});

describe('a source that cannot be taken as it is', () => {
  const refusal = (code: string, path: string) => expect.objectContaining({ code, message: expect.stringContaining(path) });

  test('is refused by name: missing, a link, a folder, a pipe, a device', async () => {
    const file = write('real', Buffer.from('x'));
    symlinkSync(file, join(home, 'link'));
    symlinkSync(join(home, 'gone'), join(home, 'dangling'));
    execFileSync('mkfifo', [join(home, 'pipe')]);
    for (const [code, path] of [
      ['exhibit.source-missing', join(home, 'nowhere')],
      ['exhibit.source-missing', join(file, 'below')],
      ['exhibit.source-link', join(home, 'link')],
      ['exhibit.source-link', join(home, 'dangling')],
      ['exhibit.source-special', folder],
      ['exhibit.source-special', join(home, 'pipe')],
      ['exhibit.source-special', '/dev/zero'],
    ] as const) {
      await expect(seal(path)).rejects.toEqual(refusal(code, path));
    }
  });

  test.each([
    ['grows', (path: string) => appendFileSync(path, 'more')],
    ['shrinks', (path: string) => writeFileSync(path, 'less')],
    [
      'is overwritten in place, its size and time set back',
      (path: string) => {
        const { atime, mtime, size } = statSync(path);
        writeFileSync(path, randomBytes(size));
        utimesSync(path, atime, mtime);
      },
    ],
    [
      'is replaced',
      (path: string) => {
        writeFileSync(`${path}.new`, readFileSync(path));
        renameSync(`${path}.new`, path);
      },
    ],
    ['is removed', (path: string) => unlinkSync(path)],
  ])('is not imported when it %s while it is read', async (_, change) => {
    const path = write('original', randomBytes(3_000_000));
    await expect(
      seal(
        path,
        during(() => change(path)),
      ),
    ).rejects.toEqual(refusal('exhibit.source-changed', path));
    expect(objectFiles()).toEqual([]);
  });

  test('is refused when the system does not let us read it', async ({ skip }) => {
    skip(process.getuid?.() === 0, 'root may read everything');
    const path = write('original', Buffer.from('x'));
    chmodSync(path, 0);
    await expect(seal(path)).rejects.toEqual(refusal('disk.denied', path));
  });
});

describe('a seal that does not come to its end', () => {
  test('leaves nothing when it is cancelled', async () => {
    let asked = 0;
    const port: TaskPort = { progress: () => undefined, cancelled: () => (asked += 1) > 2 };
    await expect(seal(write('original', randomBytes(5_000_000)), port)).rejects.toMatchObject({ code: 'job.cancelled' });
    expect(objectFiles()).toEqual([]);
  });

  test('is refused at once when the disk cannot hold it', async () => {
    const path = join(home, 'huge');
    const { bavail, bsize } = statfsSync(home);
    const handle = openSync(path, 'w');
    // A file of holes: it takes no room, but its object would.
    ftruncateSync(handle, Math.min(bavail * bsize + 1024 ** 3, 15 * 1024 ** 4));
    closeSync(handle);
    const start = performance.now();
    await expect(seal(path)).rejects.toMatchObject({ code: 'disk.full' });
    expect(performance.now() - start).toBeLessThan(2000);
    expect(objectFiles()).toEqual([]);
  });

  test('leaves nothing when the disk fills up on the way', async ({ skip }) => {
    skip(!canMount(), 'a small disk to fill can be mounted only as root on Linux');
    const earlier = await seal(write('earlier', randomBytes(10_000)));
    const full = join(home, 'small');
    mkdirSync(full);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', full]);
    try {
      const path = write('original', randomBytes(6_000_000));
      const input = { folder: full, vaultId: vault, objectKey: Buffer.alloc(32, 1), objectNameKey: Buffer.alloc(32, 2), path };
      const filler = during(() => {
        try {
          writeFileSync(join(full, 'filler'), Buffer.alloc(7_000_000));
        } catch {
          // The disk is full now, as wanted.
        }
      });
      await expect(sealTask(input, filler)).rejects.toMatchObject({ code: 'disk.full' });
      expect(readdirSync(join(full, 'objects'))).toEqual([]);
    } finally {
      execFileSync('umount', [full]);
    }
    expect(verifyTask(reading(earlier), quiet).outcome).toBe('matches');
  });
});

describe('verifying', () => {
  test('tells a sound object from an altered and a missing one', async () => {
    const sealed = await seal(write('original', randomBytes(200_000)));
    const path = objectPath(folder, sealed.object.name);
    const whole = readFileSync(path);
    const changed = Buffer.from(whole);
    changed[150_000] = (changed[150_000] ?? 0) ^ 1;
    writeFileSync(path, changed);
    expect(verifyTask(reading(sealed), quiet)).toEqual({ outcome: 'altered', actual: null });
    rmSync(path);
    expect(verifyTask(reading(sealed), quiet)).toEqual({ outcome: 'missing', actual: null });
  });

  test('tells the hash it found when the row claims another', async () => {
    const sealed = await seal(write('original', randomBytes(1000)));
    const claimed = { ...sealed, object: { ...sealed.object, sha256: (await seal(write('other', randomBytes(1000)))).object.sha256 } };
    expect(verifyTask(reading(claimed), quiet)).toEqual({ outcome: 'altered', actual: sealed.object.sha256 });
  });
});

describe('exporting', () => {
  test('never overwrites', async () => {
    const sealed = await seal(write('original', randomBytes(1000)));
    const path = write('there', Buffer.from('mine'));
    symlinkSync(join(home, 'nowhere'), join(home, 'link'));
    for (const taken of [path, join(home, 'link')]) {
      expect(() => exportTask({ ...reading(sealed), path: taken }, quiet)).toThrow(
        expect.objectContaining({ code: 'exhibit.destination-exists' }),
      );
    }
    expect(readFileSync(path, 'utf8')).toBe('mine');
  });

  test('leaves no half file when the object is altered, missing or the job is cancelled', async () => {
    const sealed = await seal(write('original', randomBytes(3_000_000)));
    const path = join(home, 'exported');
    expect(() => exportTask({ ...reading(sealed), path }, { ...quiet, cancelled: () => true })).toThrow(
      expect.objectContaining({ code: 'job.cancelled' }),
    );
    const stored = objectPath(folder, sealed.object.name);
    const changed = readFileSync(stored);
    changed[2_900_000] = (changed[2_900_000] ?? 0) ^ 1;
    writeFileSync(stored, changed);
    expect(() => exportTask({ ...reading(sealed), path }, quiet)).toThrow(expect.objectContaining({ code: 'object.altered' }));
    rmSync(stored);
    expect(() => exportTask({ ...reading(sealed), path }, quiet)).toThrow(expect.objectContaining({ code: 'object.missing' }));
    expect(readdirSync(dirname(path))).not.toContain('exported');
  });
});

function canMount(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  const probe = mkdtempSync(join(tmpdir(), 'casewright-mount-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', probe], { stdio: 'ignore' });
    execFileSync('umount', [probe], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  } finally {
    rmSync(probe, { recursive: true, force: true });
  }
}
