import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { createCore } from '../../electron/core/index.ts';

const launcher = fileURLToPath(new URL('../../build/casewright.js', import.meta.url));
/** The Node a person's npm runs on, which starts the launcher; it may be too old to run more than that. */
const node = process.env['npm_node_execpath'] ?? process.execPath;

const ROUNDS = 15;
/** Of /proc/self/stat, which counts what ended children took in hundredths of a second. */
const MILLISECONDS_PER_TICK = 10;
/** What a command may take beyond starting and ending an empty program. */
const BOUND = 200;

/** Processor time of whole commands, every process and thread of theirs, beyond that of an empty program started in turns with them. */
export default async function measureCommandLine() {
  if (process.platform !== 'linux') {
    process.stderr.write('the processor time of other processes is only counted on Linux\n');
    return [];
  }
  const folder = mkdtempSync(join(tmpdir(), 'casewright-bench-'));
  try {
    const commands = { help: [launcher, '--help'], verify: [launcher, 'verify', ...(await makeCaseFile(folder))], peer: ['-e', '0'] };
    // The first start makes the bundle, the second keeps what was compiled.
    for (const command of [commands.help, commands.verify, commands.help, commands.verify]) await run(command);
    const spent = { help: 0, verify: 0, peer: 0 };
    for (let round = 0; round < ROUNDS; round += 1)
      for (const name of ['peer', 'help', 'verify'] as const) {
        const before = ofChildren();
        await run(commands[name]);
        spent[name] += ofChildren() - before;
      }
    return (['help', 'verify'] as const).map((name) => ({
      work: `processor time of casewright ${name === 'help' ? '--help' : 'verify, a small case file'}, beyond node -e 0`,
      ours: (spent[name] - spent.peer) / ROUNDS,
      unit: 'ms',
      bound: BOUND,
    }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function run(given: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(node, given, { stdio: ['ignore', 'ignore', 'inherit'] });
    child.on('error', reject);
    child.on('close', (status) => (status === 0 ? resolve() : reject(new Error(`${given.join(' ')} ended with ${String(status)}`))));
  });
}

/** Milliseconds of processor time of every child that has ended, and of theirs. */
function ofChildren(): number {
  // The second field is the program's name in brackets, which may hold anything.
  const fields = readFileSync('/proc/self/stat', 'utf8').split(') ').at(-1)?.split(' ') ?? [];
  return (Number(fields[13]) + Number(fields[14])) * MILLISECONDS_PER_TICK;
}

/** A case file, and the option that identifies its signer. */
async function makeCaseFile(folder: string): Promise<readonly string[]> {
  const core = createCore();
  const path = join(folder, 'case.pdf');
  try {
    const made = await core.call('vault.create', { folder: join(folder, 'Bench.casewright'), user: 'Bench', passphrase: 'seven lamps' });
    if (!made.ok) throw new Error(made.failure.message);
    const matter = await core.call('case.create', { reference: 'BENCH', title: 'Bench', zone: 'Asia/Shanghai' });
    if (!matter.ok) throw new Error(matter.failure.message);
    const event = await core.call('event.add', { caseId: matter.value.id, title: 'One thing', when: '2031-05-14' });
    if (!event.ok) throw new Error(event.failure.message);
    const signed = await core.call('release.caseFile', { caseId: matter.value.id, path });
    if (!signed.ok) throw new Error(signed.failure.message);
    const certificate = await core.call('vault.certificate', {});
    if (!certificate.ok) throw new Error(certificate.failure.message);
    return [path, '--fingerprint', certificate.value.sha256];
  } finally {
    await core.close();
  }
}
