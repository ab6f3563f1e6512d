import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CaseId, Sha256 } from '../../shared/model/identifier.ts';
import { makePdf } from '../support/sample-originals.ts';
import { openTemplateVault, type TestVault } from '../support/vault.ts';

const MOMENTS = 50;
const PROCESS = new URL('../support/importing-process.ts', import.meta.url).pathname;

interface Reported {
  readonly file: string;
  readonly status: string;
  readonly exhibit: string;
  readonly sha256: Sha256;
  readonly findings: { readonly status: string };
}

interface Run {
  readonly reported: readonly Reported[];
  readonly finished: boolean;
  /** From ready to done, or to the kill. */
  readonly milliseconds: number;
}

let vault: TestVault;
let caseId: CaseId;

beforeAll(async () => {
  vault = await openTemplateVault();
  caseId = (await vault.ask('case.create', { reference: 'HR-1', title: 'Trip', zone: 'Asia/Shanghai' })).id;
});

afterAll(() => vault.dispose());

/** A few files of different kinds, each content new to the vault; small ones end in one segment, large ones in several. */
async function makeEvidence(name: string): Promise<readonly string[]> {
  const folder = join(vault.temporary, name);
  await mkdir(folder);
  const contents: Readonly<Record<string, Uint8Array | string>> = {
    'a-log.txt': `${name}\n`.repeat(200),
    'b-clip.bin': randomBytes(1_500_000),
    'c-account.pdf': await makePdf([`Account ${name}`, 'Second page']),
    'd-note.txt': `note of ${name}`,
    'e-photo.bin': randomBytes(150_000),
  };
  for (const [file, content] of Object.entries(contents)) await writeFile(join(folder, file), content);
  // File by file first, then the folder: the last call meets everything again.
  return [...Object.keys(contents).map((file) => join(folder, file)), folder];
}

/** Runs the importing process; with `killAfter`, ends it without warning that long after it was ready. */
function runImport(paths: readonly string[], killAfter: number | null): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [PROCESS, vault.folder, caseId, ...paths], {
      env: { TEST_PASSPHRASE: vault.passphrase, NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'] },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    let errors = '';
    let ready = 0;
    child.stderr.on('data', (piece: Buffer) => (errors += piece));
    child.stdout.on('data', (piece: Buffer) => {
      output += piece;
      if (ready > 0 || !output.startsWith('ready\n')) return;
      ready = performance.now();
      if (killAfter !== null) setTimeout(() => child.kill('SIGKILL'), killAfter);
    });
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (ready === 0 || (code !== 0 && signal !== 'SIGKILL'))
        return reject(new Error(`the importing process ended with ${String(code ?? signal)}: ${errors}`));
      // A line cut by the kill was not reported.
      const lines = output.split('\n').slice(1, -1);
      const reported = lines.filter((line) => line.startsWith('{')).map((line) => JSON.parse(line) as Reported);
      resolve({ reported, finished: lines.includes('done'), milliseconds: performance.now() - ready });
    });
  });
}

async function countObjectFiles(): Promise<{ readonly objects: number; readonly pending: number }> {
  const names = (await readdir(join(vault.folder, 'objects'), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name);
  const pending = names.filter((name) => name.startsWith('.pending-')).length;
  return { objects: names.length - pending, pending };
}

const sweeps = async (): Promise<readonly { readonly pending: number; readonly orphans: number }[]> =>
  (await vault.ask('ledger.list', { chain: 'audit', limit: 1000 })).entries
    .filter((entry) => entry.body.act === 'objects.swept')
    .map((entry) => ({ pending: Number(entry.body.detail['pending']), orphans: Number(entry.body.detail['orphans']) }));

test(`an import killed at ${MOMENTS} random moments loses nothing it reported and leaves nothing half done`, {
  timeout: 240_000,
}, async () => {
  await vault.ask('vault.lock', {});
  const whole = await runImport(await makeEvidence('whole'), null);
  expect(whole.finished).toBe(true);
  expect(whole.reported).toHaveLength(10);
  expect(whole.reported.map((one) => one.status)).toEqual(whole.reported.map((_, index) => (index < 5 ? 'imported' : 'duplicate')));

  const known = new Map<string, Reported>(whole.reported.map((one) => [one.sha256, one]));
  const all: string[] = [];
  let interrupted = 0;
  let unread = 0;
  let sweptPending = 0;
  let sweptOrphans = 0;
  let longest = whole.milliseconds;
  // An import that was over before its moment came does not count; the machine was faster then, and later moments come sooner.
  for (let moment = 0; interrupted < MOMENTS; moment++) {
    const paths = await makeEvidence(`moment-${moment}`);
    all.push(paths.at(-1) as string);
    const run = await runImport(paths, Math.random() * longest);
    if (run.finished) longest = Math.min(longest, run.milliseconds);
    else interrupted += 1;
    for (const one of run.reported) known.set(one.sha256, one);

    const left = await countObjectFiles();
    await vault.ask('vault.open', { folder: vault.folder, passphrase: vault.passphrase });
    const check = await vault.ask('vault.check', { deep: true });
    expect(check.problems, `after moment ${moment}`).toEqual([]);
    expect(check.sound).toBe(true);

    // Nothing that was reported is missing, and nothing carries another number or hash than was reported.
    const exhibits = await vault.ask('exhibit.list', { caseId });
    const byHash = new Map(exhibits.map((one) => [one.sha256 as string, one]));
    for (const one of known.values()) expect(byHash.get(one.sha256)).toMatchObject({ number: one.exhibit, findings: one.findings });
    // Numbers run without a gap or a repetition, and what is in the folder is what the rows name.
    expect(exhibits.map((one) => one.number)).toEqual(exhibits.map((_, index) => `EX-${String(index + 1).padStart(4, '0')}`));
    expect(await countObjectFiles()).toEqual({ objects: exhibits.length, pending: 0 });
    unread += exhibits.filter((one) => one.findings.status === 'pending').length;

    // What was swept is written down, to the file.
    const last = (await sweeps())[0] ?? { pending: 0, orphans: 0 };
    if (left.pending > 0 || left.objects > exhibits.length) {
      expect(last).toEqual({ pending: left.pending, orphans: left.objects - exhibits.length });
      sweptPending += last.pending;
      sweptOrphans += last.orphans;
    }
    await vault.ask('vault.lock', {});
  }

  // Importing everything once more completes it: every file is an exhibit, none twice, none unread.
  await vault.ask('vault.open', { folder: vault.folder, passphrase: vault.passphrase });
  const { files } = await vault.ask('exhibit.import', { caseId, paths: all });
  expect(files.filter((file) => file.status === 'failed')).toEqual([]);
  const exhibits = await vault.ask('exhibit.list', { caseId });
  expect(exhibits).toHaveLength(5 * (all.length + 1));
  expect(exhibits.filter((one) => one.findings.status === 'pending')).toEqual([]);
  expect(new Set(exhibits.map((one) => one.sha256)).size).toBe(exhibits.length);
  expect(await vault.ask('vault.check', { deep: true })).toMatchObject({ sound: true, problems: [] });
  console.log(
    `${interrupted} of ${all.length} imports were cut short; ${unread} exhibits met unread, ${sweptPending} half-written and ${sweptOrphans} orphaned objects swept`,
  );
});
