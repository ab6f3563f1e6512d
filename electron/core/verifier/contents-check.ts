import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Verdict } from '../../../shared/model/release.ts';
import {
  canonicalText,
  ledgerLineSchema,
  ledgerName,
  manifestName,
  manifestSchema,
  withheldLineSchema,
  type LedgerLine,
  type Manifest,
  type WithheldLine,
} from './manifest.ts';
import type { VerdictSentence } from './sentences.ts';
import { createEntryCheck, leafOf, provesInclusion } from './ledger-check.ts';
import type { ReadFile } from './read-file.ts';

type Say = (name: VerdictSentence, values?: Readonly<Record<string, string | number>>) => string;
type Check = Verdict['checks'][number];

/** Names this many things, and counts the rest. */
const mostNamed = 20;

/** Whether what a file says about its own contents agrees with those contents. */
export function checkContents(
  file: ReadFile,
  say: Say,
): { readonly manifest: Manifest | undefined; readonly checks: readonly Check[]; readonly exhibits: Verdict['exhibits'] } {
  const bytes = file.attachments.get(manifestName)?.read();
  if (!bytes) return { manifest: undefined, checks: unreadable(say('manifest.missing'), say), exhibits: [] };
  let manifest: Manifest;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    manifest = manifestSchema.parse(JSON.parse(text));
    if (canonicalText(manifest) !== text) throw new Error('unknown fields');
  } catch (error) {
    return { manifest: undefined, checks: unreadable(say('manifest.unreadable', { problem: firstLine(error) }), say), exhibits: [] };
  }
  const exhibits = manifest.exhibits.map(({ number, sha256, included }) => ({
    number,
    sha256,
    outcome: outcomeOf(file, sha256, included),
  }));
  return {
    manifest,
    exhibits,
    checks: [
      checkPages(file, manifest, say),
      checkAttachments(file, manifest, say),
      checkLedger(file, manifest, say),
      checkExhibits(manifest, exhibits, say),
    ],
  };
}

function unreadable(detail: string, say: Say): readonly Check[] {
  return [
    { name: 'manifest', outcome: 'failed', detail },
    ...(['attachments', 'ledger', 'exhibits'] as const).map((name): Check => ({ name, outcome: 'failed', detail: say('unchecked') })),
  ];
}

/** The manifest's page numbers against the pages, the bookmarks and the drawings themselves. */
function checkPages(file: ReadFile, manifest: Manifest, say: Say): Check {
  const failed = (detail: string): Check => ({ name: 'manifest', outcome: 'failed', detail });
  if (manifest.pages !== file.pages) return failed(say('manifest.pages', { said: manifest.pages, actual: file.pages }));
  if (!file.title.includes(manifest.case.reference)) return failed(say('manifest.title', { said: manifest.case.reference }));
  const drawn = new Set<number>();
  for (const { number, title, included } of manifest.exhibits) {
    const first = included.as === 'pages' ? included.from : included.slip;
    if (file.bookmarks.get(`${number} ${title}`) !== first || first > file.pages) return failed(say('manifest.exhibit', { number }));
    if (included.as !== 'pages') continue;
    for (let page = included.from; page <= included.to; page++) {
      if (!file.exhibitPages.has(page) || drawn.has(page)) return failed(say('manifest.exhibit', { number }));
      drawn.add(page);
    }
  }
  if (drawn.size !== file.exhibitPages.size) return failed(say('manifest.pages', { said: drawn.size, actual: file.exhibitPages.size }));
  const counts = { pages: file.pages, exhibits: manifest.exhibits.length };
  // Form 1 says of no page what it shows.
  if (manifest.formatVersion === 1) return { name: 'manifest', outcome: 'warning', detail: say('manifest.passed-form-1', counts) };
  const { pageDigests } = manifest;
  const other = pageDigests.length === file.pages ? file.pageDigests.findIndex((digest, index) => pageDigests[index] !== digest) : 0;
  if (other >= 0) return failed(say('manifest.shown', { page: other + 1 }));
  return { name: 'manifest', outcome: 'passed', detail: say('manifest.passed', counts) };
}

function checkAttachments(file: ReadFile, manifest: Manifest, say: Say): Check {
  const wrong = manifest.attachments.filter(({ name, sha256, bytes }) => {
    const actual = file.attachments.get(name);
    return actual?.size !== bytes || actual.sha256 !== sha256;
  });
  if (wrong.length > 0)
    return { name: 'attachments', outcome: 'failed', detail: say('attachments.missing', { list: list(wrong.map((one) => one.name)) }) };
  const named = new Set([manifestName, ...manifest.attachments.map((one) => one.name)]);
  const extra = [...file.attachments.keys()].filter((name) => !named.has(name));
  if (extra.length > 0) return { name: 'attachments', outcome: 'failed', detail: say('attachments.extra', { list: list(extra) }) };
  return { name: 'attachments', outcome: 'passed', detail: say('attachments.passed', { count: manifest.attachments.length }) };
}

function checkLedger(file: ReadFile, manifest: Manifest, say: Say): Check {
  const problem = findLedgerProblem(file.attachments.get(ledgerName)?.read(), manifest, say);
  if (problem !== undefined) return { name: 'ledger', outcome: 'failed', detail: say('ledger.failed', { problem }) };
  const { entries, withheld } = manifest.ledger;
  return {
    name: 'ledger',
    outcome: entries === 0 ? 'warning' : 'passed',
    detail:
      entries === 0
        ? say('ledger.empty')
        : `${say('ledger.passed', { entries })}${withheld === 0 ? '' : ` ${say('ledger.withheld', { count: withheld })}`}`,
  };
}

function findLedgerProblem(bytes: Uint8Array | undefined, manifest: Manifest, say: Say): string | undefined {
  if (!bytes || manifest.ledger.file !== ledgerName || hash(bytes) !== manifest.ledger.sha256) return say('ledger.file');
  const unsaid = manifest.ledger.heads.find((head) => !noteSays(manifest, head));
  if (unsaid) return say('ledger.head', { chain: unsaid.chain });
  const rows = new TextDecoder().decode(bytes).split('\n').slice(0, -1);
  const check = createEntryCheck();
  const heads = new Map(manifest.ledger.heads.map((head) => [head.chain, head]));
  const before = new Map<string, { readonly sequence: number; readonly hash: string }>();
  let withheld = 0;
  const acquired = new Map<string, string>();
  for (const [index, row] of rows.entries()) {
    const line = parseLine(row);
    if (!line) return say('ledger.line', { line: index + 1 });
    const { chain, sequence } = 'withheld' in line ? line : line.body;
    const at = (name: Extract<VerdictSentence, `ledger.${'hash' | 'signature' | 'link' | 'order' | 'proof'}`>) =>
      say(name, { chain, sequence });
    const fault = 'withheld' in line ? null : check(line);
    if (fault) return at(`ledger.${fault}`);
    const head = heads.get(chain);
    if (!head || !provesInclusion('withheld' in line ? line.leaf : leafOf(line.body), sequence, head.size, line.proof, head.root))
      return at('ledger.proof');
    const previous = before.get(chain);
    if ((previous && previous.sequence >= sequence) || (!('withheld' in line) && line.body.caseId !== manifest.case.id))
      return at('ledger.order');
    if (!('withheld' in line) && previous?.sequence === sequence - 1 && line.body.previous !== previous.hash) return at('ledger.link');
    if (sequence === head.size && line.hash !== head.lastHash) return say('ledger.head', { chain });
    before.set(chain, { sequence, hash: line.hash });
    if ('withheld' in line) {
      withheld += 1;
      continue;
    }
    noteAcquired(line, acquired);
  }
  if (rows.length !== manifest.ledger.entries || withheld !== manifest.ledger.withheld) return say('ledger.file');
  const other = manifest.exhibits.find(({ id, sha256 }) => acquired.get(id) !== sha256);
  return other && say('ledger.acquired', { number: other.number });
}

/** The hash an exhibit had when it was acquired, by the custody ledger. */
function noteAcquired({ body }: LedgerLine, acquired: Map<string, string>): void {
  const { sha256 } = body.detail;
  if (body.chain === 'custody' && body.act === 'acquired' && body.exhibitId !== null && typeof sha256 === 'string') {
    acquired.set(body.exhibitId, sha256);
  }
}

/** The checkpoint's notes (C2SP tlog-checkpoint) must name the same heads; only the vault's own record of its log key can judge their signatures. */
function noteSays({ vault, ledger: { checkpoint } }: Manifest, { chain, size, root }: Manifest['ledger']['heads'][number]): boolean {
  return checkpoint === null || checkpoint.includes(`casewright/${vault}/${chain}\n${size}\n${root}\n\n— `);
}

function parseLine(row: string): LedgerLine | WithheldLine | undefined {
  try {
    return z.union([ledgerLineSchema, withheldLineSchema]).parse(JSON.parse(row));
  } catch {
    return undefined;
  }
}

function outcomeOf(
  file: ReadFile,
  sha256: string,
  included: Manifest['exhibits'][number]['included'],
): Verdict['exhibits'][number]['outcome'] {
  if (included.as !== 'attachment') return 'not-included';
  return file.attachments.get(included.name)?.sha256 === sha256 ? 'matches' : 'differs';
}

function checkExhibits(manifest: Manifest, exhibits: Verdict['exhibits'], say: Say): Check {
  const wrong = exhibits.filter((one) => one.outcome === 'differs').map((one) => one.number);
  if (wrong.length > 0) return { name: 'exhibits', outcome: 'failed', detail: say('exhibits.failed', { list: list(wrong) }) };
  if (exhibits.length === 0) return { name: 'exhibits', outcome: 'passed', detail: say('exhibits.none') };
  const count = (as: string) => manifest.exhibits.filter((one) => one.included.as === as).length;
  return {
    name: 'exhibits',
    outcome: 'passed',
    detail: say('exhibits.passed', { attached: count('attachment'), pages: count('pages'), withheld: count('withheld') }),
  };
}

function hash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function list(names: readonly string[]): string {
  return names.length <= mostNamed ? names.join(', ') : `${names.slice(0, mostNamed).join(', ')} … (${names.length})`;
}

function firstLine(error: unknown): string {
  return ((error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '').slice(0, 160);
}
