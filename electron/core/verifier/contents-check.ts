import type { Verdict } from '../../../shared/model/release.ts';
import { attachedAs, findManifestFault } from './manifest-check.ts';
import { LedgerFault } from './ledger-fault.ts';
import { checkLedgerFile } from './ledger-file-check.ts';
import { checkLedgerOfForm1 } from './ledger-of-form-1.ts';
import type { ClockBack } from './ledger-chain.ts';
import { canonicalText, ledgerName, manifestName, manifestSchema, type Manifest, type ManifestOfForm2 } from './manifest.ts';
import type { ManifestOfForm1 } from './manifest-of-form-1.ts';
import type { Say } from './sentences.ts';
import type { ReadFile } from './read-file.ts';

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
    // A mark of byte order is a character like any other: it is not what stands in a file of ours.
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    manifest = manifestSchema.parse(JSON.parse(text));
    if (canonicalText(manifest) !== text) throw new Error('not canonical');
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
  const fault = findManifestFault(manifest);
  if (fault) return failed(say(fault.sentence, fault.values));
  if (manifest.pages !== file.pages) return failed(say('manifest.pages', { said: manifest.pages, actual: file.pages }));
  const { reference, title: name } = manifest.case;
  if (!file.title.startsWith(`${reference} · ${name} · `)) return failed(say('manifest.title', { said: reference }));
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
  if (!isWrittenAfter(file, manifest)) return failed(say('manifest.before'));
  return { name: 'manifest', outcome: 'passed', detail: say('manifest.passed', counts) };
}

/** The manifest is the last that was written before the signature, and says the digest of all before it. */
function isWrittenAfter(file: ReadFile, { before }: ManifestOfForm2): boolean {
  const [own, ledger] = [file.attachments.get(manifestName), file.attachments.get(ledgerName)];
  if (!own || own.mediaType !== 'application/json' || own.modified !== ledger?.modified || !file.isLast(own.object)) return false;
  const actual = file.before(own.object);
  return actual.bytes === before.bytes && actual.sha256 === before.sha256;
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
  try {
    const bytes = file.attachments.get(ledgerName)?.read();
    if (manifest.formatVersion === 1) return sayLedgerOfForm1(checkLedgerOfForm1(bytes, manifest), manifest, say);
    return sayLedger(checkLedgerFile(bytes, manifest), manifest, say);
  } catch (error) {
    if (!(error instanceof LedgerFault)) throw error;
    return { name: 'ledger', outcome: 'failed', detail: say('ledger.failed', { problem: error.in(say) }) };
  }
}

function sayLedger(found: ReturnType<typeof checkLedgerFile>, { ledger: { heads } }: ManifestOfForm2, say: Say): Check {
  const { entries, withheld, others } = found;
  const sizes = Object.fromEntries(heads.map(({ chain, size }) => [chain, size]));
  return saidOf(found, say, [
    say('ledger.whole', { ...sizes, entries }),
    ...(withheld === 0 ? [] : [say('ledger.whole-withheld', { count: withheld })]),
    ...(others === 0 ? [] : [say('ledger.whole-others', { count: others })]),
    say('ledger.recorded'),
    say('ledger.claim'),
  ]);
}

function sayLedgerOfForm1(found: ReturnType<typeof checkLedgerOfForm1>, { ledger }: ManifestOfForm1, say: Say): Check {
  return saidOf(found, say, [
    say('ledger.passed', { entries: ledger.entries }),
    ...(ledger.withheld === 0 ? [] : [say('ledger.withheld', { count: ledger.withheld })]),
    say('ledger.form-1'),
  ]);
}

function saidOf(
  { clockBack, clocksBack }: { readonly clockBack: readonly ClockBack[]; readonly clocksBack: number },
  say: Say,
  said: readonly string[],
): Check {
  if (clocksBack === 0) return { name: 'ledger', outcome: 'passed', detail: said.join(' ') };
  const named = clockBack.map(({ chain, sequence }) => say('ledger.entry', { chain: say(`chain.${chain}`), sequence }));
  return {
    name: 'ledger',
    outcome: 'warning',
    detail: [...said, say('ledger.clock-back', { count: clocksBack, list: list(named, clocksBack) })].join(' '),
  };
}

function outcomeOf(
  file: ReadFile,
  sha256: string,
  included: Manifest['exhibits'][number]['included'],
): Verdict['exhibits'][number]['outcome'] {
  const name = attachedAs(included);
  if (name === undefined) return 'not-included';
  return file.attachments.get(name)?.sha256 === sha256 ? 'matches' : 'differs';
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

function list(names: readonly string[], count = names.length): string {
  return count <= mostNamed ? names.join(', ') : `${names.slice(0, mostNamed).join(', ')} … (${count})`;
}

/** What it is about a manifest that cannot be read: the field, where one is meant. */
function firstLine(error: unknown): string {
  if (typeof error !== 'object' || error === null) return String(error);
  const issues: unknown = 'issues' in error ? error.issues : undefined;
  if (Array.isArray(issues)) return (issues as { readonly path: readonly PropertyKey[] }[])[0]?.path.map(String).join('.') || 'fields';
  return error instanceof SyntaxError || error instanceof TypeError || error instanceof RangeError ? 'JSON' : 'not canonical';
}
