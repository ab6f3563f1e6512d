import { closeSync, lstatSync, rmSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { Language } from '../../../shared/model/language.ts';
import type { Progress } from '../../../shared/contract/index.ts';
import type { Case } from '../../../shared/model/case.ts';
import type { Exhibit } from '../../../shared/model/exhibit.ts';
import type { CaseId, ReleaseId, Sha256 } from '../../../shared/model/identifier.ts';
import type { GateCheck, Release } from '../../../shared/model/release.ts';
import { FailureError } from '../../../shared/result.ts';
import { besideName, giveName } from '../disk/beside.ts';
import { requireCase } from '../domain/case/index.ts';
import type { SigningIdentity } from '../domain/ports/index.ts';
import type { Work } from '../domain/ports/work.ts';
import type { GateFacts } from '../domain/release/index.ts';
import type { Unsigned } from '../tasks/print.ts';
import { reserve, signOnDisk } from '../print/case-file/case-file-disk.ts';
import { collectContent } from './collect.ts';
import { type LedgerSnapshot, snapshotLedger } from './collect-ledger.ts';
import { collectSilences } from './collect-silences.ts';
import type { Appearance, CaseFileContent } from '../tasks/case-file.ts';
import { judgeNow, passGate } from './gate.ts';
import { howDrawn, prepareExhibits, type Prepared, wholeBuffers } from './prepare-exhibits.ts';
import { sayCaseFile } from '../print/sentences.ts';
import { describeSigner, signatureRoom, signDigest } from './sign.ts';

/**
 * Hashes every exhibit again, asks the gate, composes, signs, writes and records a case file.
 * It is made beside its place and gets its name once it is whole, signed and intended in the ledger.
 * Throws release.destination-exists, release.gate, release.changed, release.failed, identity.expired, disk.* and job.cancelled; nothing is
 * left at `path` unless the release is recorded.
 */
export async function releaseCaseFile(
  work: Work,
  input: { readonly caseId: CaseId; readonly path: string; readonly language: Language },
): Promise<Release> {
  const { vault } = work;
  const path = resolve(input.path);
  const one = requireCase(vault.read, input.caseId);
  assertFree(path);
  const unfinished = besideName(path);
  const file = reserve(unfinished);
  let named = false;
  try {
    const made = await makeCaseFile(work, one, { language: input.language, path: unfinished, file });
    intend(work, one, made, path);
    if (!giveName(unfinished, path)) throw new FailureError('release.destination-exists', { path });
    named = true;
    return record(work, one, made, path);
  } catch (error) {
    rmSync(named ? path : unfinished, { force: true });
    throw error;
  } finally {
    closeSync(file);
  }
}

/** A link that points nowhere has the name as well. */
function assertFree(path: string): void {
  if (lstatSync(path, { throwIfNoEntry: false })) throw new FailureError('release.destination-exists', { path });
}

/** Before the signed file has its name: were the process ended between that and the record, the ledger would know the file. */
function intend({ vault }: Work, one: Case, { release, sha256, bytes }: Made, path: string): void {
  vault.transact(({ ledger }) => {
    ledger.audit('release.intended', { caseId: one.id }, { release: release.number, file: basename(path), sha256, bytes });
  });
}

interface Made {
  readonly bytes: number;
  readonly sha256: Sha256;
  readonly pages: number;
  readonly gate: readonly GateCheck[];
  readonly release: CaseFileContent['release'];
  readonly exhibits: readonly { readonly exhibit: Exhibit; readonly as: string }[];
}

async function makeCaseFile(
  work: Work,
  one: Case,
  { language, path, file }: { readonly language: Language; readonly path: string; readonly file: number },
): Promise<Made> {
  const { vault, job } = work;
  const { signal } = job;
  const say = sayCaseFile(language);
  const exhibits = vault.read.exhibits.list(one.id);
  const hashes = await hashAgain(work, exhibits, say);
  job.progress(step(say('step.gate')));
  const checked = await passGate(vault, one, language, hashes, signal);
  const prepared = await prepareExhibits(work, exhibits, (number) => say('step.pages', { number }));
  const release = {
    number: Math.max(0, ...vault.read.releases.list(one.id).map((earlier) => earlier.number)) + 1,
    at: work.now(),
    by: vault.user.name,
  };
  const identity = vault.signingIdentity();
  try {
    const signer = describeSigner(identity, release.at, vault.user.name);
    // The last thing that is waited for: from here on everything is read at one moment.
    const silences = await collectSilences(vault, one, language);
    assertUnchanged(vault, one, exhibits);
    const { checks } = judgeNow(vault, one, language, checked, howDrawn(exhibits, prepared));
    const ledger = snapshotLedger(vault, one);
    const appearances = new Map<string, Appearance>(prepared.map((entry) => [entry.number, entry.appearance]));
    const content = collectContent(vault, one, {
      language,
      release,
      version: work.version,
      gate: checks,
      signer,
      ledger,
      appearances,
      silences,
    });
    const unsigned = await compose(work, { content, prepared, ledger, identity, path });
    if (signal.aborted) throw new FailureError('job.cancelled');
    job.progress(step(say('step.signing')));
    const signature = signDigest(unsigned.slot.digest, identity);
    job.progress(step(say('step.writing')));
    return {
      bytes: unsigned.bytes,
      sha256: signOnDisk(file, path, unsigned.bytes, unsigned.slot, signature),
      pages: unsigned.pages,
      gate: checks,
      release,
      exhibits: content.exhibits.map(({ exhibit, appearance }) => ({
        exhibit,
        as: appearance.as === 'pages' ? 'pages' : appearance.attachment === null ? 'withheld' : 'attachment',
      })),
    };
  } finally {
    identity.privateKey.fill(0);
  }
}

/** What was hashed and prepared is what will be signed. Throws release.changed where the case or its exhibits are others by now. */
function assertUnchanged({ read }: Work['vault'], one: Case, exhibits: readonly Exhibit[]): void {
  const known = new Map(exhibits.map(({ id, covered, mediaType }) => [id, `${covered} ${mediaType}`]));
  const other = read.exhibits.list(one.id).find(({ id, covered, mediaType }) => known.get(id) !== `${covered} ${mediaType}`);
  const { reference, title, zone } = requireCase(read, one.id);
  if (other) throw new FailureError('release.changed', { what: other.number });
  if (reference !== one.reference || title !== one.title || zone !== one.zone)
    throw new FailureError('release.changed', { what: reference });
}

async function compose(
  { workers, job }: Work,
  given: {
    readonly content: CaseFileContent;
    readonly prepared: readonly Prepared[];
    readonly ledger: LedgerSnapshot;
    readonly identity: SigningIdentity;
    readonly path: string;
  },
): Promise<Unsigned> {
  const { content, prepared, path } = given;
  const { file: ledger } = given.ledger;
  const item = sayCaseFile(content.language)('step.composing');
  const packs = prepared.flatMap(({ number, pack }) => (pack ? [{ number, pack }] : []));
  const originals = prepared.flatMap(({ number, original }) => (original ? [{ number, bytes: original }] : []));
  let done = 0;
  try {
    return await workers.run(
      'print.caseFile',
      {
        content,
        path,
        packs,
        originals,
        ledger,
        signatureBytes: signatureRoom(given.identity),
      },
      {
        signal: job.signal,
        transfer: wholeBuffers([...packs.map((one) => one.pack.pack), ...originals.map((one) => one.bytes), ledger.bytes]),
        onProgress: (more) => job.progress({ done: (done += more), total: 100, bytes: 0, totalBytes: null, item }),
      },
    );
  } catch (error) {
    if (error instanceof FailureError) throw error;
    throw new FailureError('release.failed', { problem: error instanceof Error ? error.message : String(error) }, { cause: error });
  }
}

/** Every exhibit is read to its last byte again: what was true at import is not enough on the day of signing. */
async function hashAgain(
  { vault, job: { signal, progress } }: Work,
  exhibits: readonly Exhibit[],
  say: ReturnType<typeof sayCaseFile>,
): Promise<NonNullable<GateFacts['hashes']>> {
  const totalBytes = exhibits.reduce((sum, one) => sum + one.bytes, 0);
  const hashes: { number: string; outcome: 'matches' | 'altered' | 'missing' }[] = [];
  let bytes = 0;
  for (const [index, exhibit] of exhibits.entries()) {
    const item = say('step.hashing', { number: exhibit.number });
    progress({ done: index, total: exhibits.length, bytes, totalBytes, item });
    const { outcome, actual } = await vault.objects.verify(vault.read.exhibits.object(exhibit.id), {
      signal,
      onBytes: (more) => progress({ done: index, total: exhibits.length, bytes: (bytes += more), totalBytes, item }),
    });
    const found = outcome === 'matches' && actual !== exhibit.sha256 ? 'altered' : outcome;
    hashes.push({ number: exhibit.number, outcome: found });
    if (found === 'matches') continue;
    // What refuses a release is remembered, whatever is done about it later.
    vault.transact(({ ledger }) => {
      ledger.custody(
        'verified',
        { caseId: exhibit.caseId, exhibitId: exhibit.id },
        { number: exhibit.number, outcome: found, 'sha256.before': exhibit.sha256, 'sha256.after': actual },
      );
    });
  }
  return hashes;
}

/** The release, a custody entry for each exhibit and an audit entry: all or none. */
function record({ vault }: Work, one: Case, made: Made, path: string): Release {
  const release: Release = {
    id: crypto.randomUUID() as ReleaseId,
    caseId: one.id,
    number: made.release.number,
    kind: 'case-file',
    fileName: basename(path),
    signedAt: made.release.at,
    signedBy: made.release.by,
    sha256: made.sha256,
    bytes: made.bytes,
    pages: made.pages,
    gate: made.gate,
  };
  return vault.transact(({ releases, ledger }) => {
    // Two releases at once would carry the same number; the later one is not recorded and not kept.
    if (releases.nextNumber(one.id) !== release.number)
      throw new FailureError('release.failed', { problem: `release ${release.number} was made meanwhile` });
    releases.insert(release);
    for (const { exhibit, as } of made.exhibits) {
      ledger.custody(
        'released',
        { caseId: one.id, exhibitId: exhibit.id },
        {
          number: exhibit.number,
          release: release.number,
          file: release.fileName,
          'file.sha256': release.sha256,
          'sha256.before': exhibit.sha256,
          'sha256.after': exhibit.sha256,
          as,
        },
      );
    }
    ledger.audit(
      'release.signed',
      { caseId: one.id },
      {
        release: release.number,
        file: release.fileName,
        sha256: release.sha256,
        bytes: release.bytes,
        pages: release.pages,
        exhibits: made.exhibits.length,
      },
    );
    return release;
  });
}

function step(item: string): Progress {
  return { done: 0, total: null, bytes: 0, totalBytes: null, item };
}
