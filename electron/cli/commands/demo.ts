import { z } from 'zod';
import { release, verdict } from '../../../shared/model/release.ts';
import { existsSync, mkdirSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { loadSampleCase, type SampleStep } from '../../core/index.ts';
import { type CommandContext, CommandError, defineCommand } from '../command.ts';
import { problemOf } from '../verdict.ts';
import { language, word } from '../words.ts';

/** Protects invented people only, and is printed. */
const PASSPHRASE = 'sample case, invented people';
const INVESTIGATOR = 'Miriam Okafor';

/** The main job on real files: vault, evidence, timeline, signed case file, verdict. */
export const demoCommand = defineCommand({
  name: 'demo',
  options: { out: { value: 'DIR', help: word('option.out.demo') } },
  output: z.object({ vault: z.string(), file: z.string(), passphrase: z.string(), seconds: z.number(), release, verdict }),
  async run({ ask, option, path, say }) {
    const given = option('out');
    const folder = given === undefined ? mkdtempSync(join(tmpdir(), 'casewright-demo-')) : path(given);
    refuseVault(folder);
    mkdirSync(folder, { recursive: true });
    const vault = join(folder, 'sample.casewright');
    const file = join(folder, 'HR-2031-014 case file 1.pdf');
    const watch = startWatch(say);

    const buildSampleCase = await loadSampleCase();
    const { caseId } = await buildSampleCase(ask, { folder: vault, user: INVESTIGATOR, passphrase: PASSPHRASE }, watch.tell);
    watch.finishStory();
    const signed = await watch.time(
      () => ask('release.caseFile', { caseId, path: file, language }),
      ({ pages }) => word('demo.signed', { pages }),
    );
    const found = await watch.time(
      async () => {
        // The one thing the file cannot say of itself is known here: whose certificate this vault signs with.
        const { sha256: fingerprint } = await ask('vault.certificate', {});
        return await ask('release.verify', { path: file, language, fingerprint });
      },
      () => word('demo.verified'),
    );

    const { summary } = found;
    const text = [
      word('demo.total', { seconds: watch.seconds().toFixed(1) }),
      word('demo.vault-at', { folder: vault, passphrase: PASSPHRASE }),
      word('demo.verdict', { summary }),
      word('demo.file-at', { file }),
    ].join('\n');
    const json = {
      vault,
      file,
      passphrase: PASSPHRASE,
      seconds: watch.seconds(),
      release: signed,
      verdict: found,
    };
    return { json, text, ...problemOf(found) };
  },
});

/** Invented people must not come to lie among real evidence: neither in a vault nor beside one. */
function refuseVault(folder: string): void {
  const around = ancestorsOf(folder).find(isVault);
  const within = namesIn(folder)
    .map((name) => join(folder, name))
    .find(isVault);
  const found = around ?? within;
  if (found !== undefined) throw new CommandError('demo.vault-there', word('problem.demo-vault-there', { folder, vault: found }));
}

function ancestorsOf(folder: string): readonly string[] {
  const parent = dirname(folder);
  return parent === folder ? [folder] : [folder, ...ancestorsOf(parent)];
}

/** Two of its files, so that a damaged one counts and a stray file of one of these names does not. */
function isVault(folder: string): boolean {
  return ['vault.json', 'vault.json.copy', 'case.db', 'checkpoint'].filter((file) => existsSync(join(folder, file))).length > 1;
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    // It is still to be made, or is no folder, which making it says.
    return [];
  }
}

interface Watch {
  tell(step: SampleStep): void;
  finishStory(): void;
  time<T>(work: () => Promise<T>, describe: (value: T) => string): Promise<T>;
  seconds(): number;
}

/** Says one line per step with its time; parties and events are counted into one line each. */
function startWatch(say: CommandContext['say']): Watch {
  const start = performance.now();
  let since = start;
  let running:
    | {
        readonly kind: SampleStep['kind'];
        readonly name: string;
        count: number;
      }
    | undefined;
  const line = (text: string): void => {
    const now = performance.now();
    say(
      word('demo.step', {
        time: ((now - since) / 1000).toFixed(2).padStart(6),
        text,
      }),
    );
    since = now;
  };
  const finish = (): void => {
    if (running) line(describeStep(running));
    running = undefined;
  };
  return {
    tell({ kind, name }) {
      if (running?.kind === kind && kind !== 'exhibit') {
        running.count += 1;
        return;
      }
      finish();
      running = { kind, name, count: 1 };
    },
    finishStory: finish,
    async time(work, describe) {
      const value = await work();
      line(describe(value));
      return value;
    },
    seconds: () => (performance.now() - start) / 1000,
  };
}

function describeStep({ kind, name, count }: { readonly kind: SampleStep['kind']; readonly name: string; readonly count: number }): string {
  switch (kind) {
    case 'vault':
      return word('demo.vault');
    case 'case':
      return word('demo.case', { name });
    case 'party':
      return word('demo.parties', { count });
    case 'exhibit':
      return word('demo.exhibit', { name });
    case 'allegation':
      return word('demo.allegations', { count });
    case 'clock':
      return word('demo.clocks', { count });
    case 'event':
      return word('demo.events', { count });
    case 'claim':
      return word('demo.claims', { count });
  }
}
