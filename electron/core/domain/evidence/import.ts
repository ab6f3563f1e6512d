import type { ImportedFile } from '../../../../shared/contract/exhibit.ts';
import type { Acquisition, Exhibit } from '../../../../shared/model/exhibit.ts';
import type { CaseId, ExhibitId } from '../../../../shared/model/identifier.ts';
import { type Failure, FailureError } from '../../../../shared/result.ts';
import type { Moment } from '../../../../shared/model/moment.ts';
import { requireCase } from '../case/index.ts';
import type { Work } from '../ports/work.ts';
import { readDate } from './exhibit.ts';
import type { SealedObject } from '../ports/index.ts';
import { readExhibit } from './findings.ts';
import type { OfferedFile, WalkSources } from './sources.ts';
import type { Language } from '../../../../shared/model/language.ts';

export interface ImportOrder {
  readonly caseId: CaseId;
  readonly paths: readonly string[];
  readonly source: string;
  readonly method: string;
  /** The own date of the documents as typed, where all bear the same; empty when not stated. */
  readonly dated?: string | undefined;
  readonly language?: Language | undefined;
}

interface Taken {
  readonly exhibit: Exhibit;
  readonly status: 'imported' | 'duplicate';
}

/** While the next file is sealed, at most this many are read. */
const READERS_AT_ONCE = 2;

/**
 * Imports files and walks folders: each file is hashed and sealed in one pass, then its exhibit, acquisition and custody entry
 * appear in one transaction, then it is read. A file that fails says why and changes nothing; the others go on.
 * What a crash left unread in this case is read too. Throws case.unknown and job.cancelled: what was finished before stays.
 */
export async function importExhibits(work: Work, walk: WalkSources, order: ImportOrder): Promise<{ readonly files: ImportedFile[] }> {
  const { vault, job } = work;
  const { zone } = requireCase(vault.read, order.caseId);
  // A date nobody understands is said before anything is read.
  const dated = readDate(order.dated?.trim() ?? '', zone, order.language);
  const offered = await walk(order.paths, job.signal);
  const totalBytes = offered.reduce((sum, one) => sum + (one.kind === 'file' ? one.bytes : 0), 0);
  const files: ImportedFile[] = [];
  let done = 0;
  let bytes = 0;
  let item = '';
  const progress = (): void => job.progress({ done, total: offered.length, bytes, totalBytes, item });
  const readings = createReadings();

  const finish = (index: number, file: ImportedFile): void => {
    files[index] = file;
    done += 1;
    progress();
  };
  try {
    for (const [index, one] of offered.entries()) {
      if (job.signal.aborted) throw new FailureError('job.cancelled');
      item = one.path;
      progress();
      if (one.kind === 'refused') {
        finish(index, failed(one.path, one.failure));
        continue;
      }
      const before = bytes;
      const onBytes = (count: number): void => {
        bytes += count;
        progress();
      };
      const taken = await orFailure(takeFile(work, order, dated, one, onBytes));
      // A file that failed half way, or grew since it was listed, still counts as listed.
      bytes = before + one.bytes;
      if (!('exhibit' in taken)) finish(index, failed(one.path, taken));
      else if (taken.exhibit.findings.status !== 'pending') finish(index, outcome(one, taken));
      else await readings.add(orFailure(readExhibit(work, taken.exhibit)).then((read) => finish(index, outcome(one, taken, read))));
    }
    await readings.settle();
    for (const exhibit of vault.read.exhibits.pending()) {
      if (exhibit.caseId === order.caseId) await readings.add(orFailure(readExhibit(work, exhibit)).then(() => undefined));
    }
    await readings.settle();
  } finally {
    // Nothing of this import may still write once it has answered.
    await readings.quiet();
  }
  return { files };
}

async function takeFile(
  work: Work,
  order: ImportOrder,
  dated: Moment | null,
  file: OfferedFile,
  onBytes: (bytes: number) => void,
): Promise<Taken> {
  const { vault, job } = work;
  const sealed = await vault.objects.seal(file.path, { signal: job.signal, onBytes, ...(file.rawPath ? { rawPath: file.rawPath } : {}) });
  if (job.signal.aborted) throw new FailureError('job.cancelled');
  const acquisition: Acquisition = {
    fileName: file.fileName,
    originalPath: file.path,
    source: order.source,
    method: `${order.method || 'copied from disk'}, Casewright ${work.version}`,
    acquiredAt: work.now(),
    acquiredBy: vault.user.name,
    modifiedAt: sealed.modifiedAt === null ? null : Math.floor(sealed.modifiedAt),
  };
  return recordExhibit(work, order.caseId, acquisition, sealed.object, file.rawPath, dated);
}

/**
 * The same bytes in the same case are the same exhibit: another acquisition is linked to it. The same file, unchanged, from the
 * same place and source is the same acquisition met again, as after an interrupted import, and leaves no second trace.
 */
export function recordExhibit(
  work: Work,
  caseId: CaseId,
  acquisition: Acquisition,
  object: SealedObject,
  rawPath: Uint8Array | null,
  dated: Moment | null,
): Taken {
  const { fileName, originalPath, source, method, modifiedAt } = acquisition;
  const facts = {
    fileName,
    originalPath,
    source,
    method,
    modifiedAt,
    sha256: object.sha256,
    bytes: object.bytes,
    ...(rawPath ? { originalPathBytes: Buffer.from(rawPath).toString('hex') } : {}),
  };
  return work.vault.transact(({ exhibits, ledger }): Taken => {
    const known = exhibits.findByHash(caseId, object.sha256);
    if (known) {
      const met = exhibits
        .acquisitions(known.id)
        .some((one) => one.originalPath === originalPath && one.modifiedAt === modifiedAt && one.source === source);
      if (!met) {
        exhibits.addAcquisition(known.id, acquisition);
        ledger.custody('received-again', { caseId, exhibitId: known.id }, { number: known.number, ...facts });
      }
      return { exhibit: known, status: 'duplicate' };
    }
    const exhibit: Exhibit = {
      id: crypto.randomUUID() as ExhibitId,
      caseId,
      number: exhibits.nextNumber(caseId),
      title: fileName,
      fileName,
      kind: 'other',
      mediaType: 'application/octet-stream',
      bytes: object.bytes,
      sha256: object.sha256,
      source,
      acquiredAt: acquisition.acquiredAt,
      acquiredBy: acquisition.acquiredBy,
      method,
      modifiedAt,
      pages: null,
      findings: { status: 'pending', notes: [] },
      covered: false,
      dated,
    };
    exhibits.insert(exhibit, acquisition, object);
    ledger.custody(
      'acquired',
      { caseId, exhibitId: exhibit.id },
      { number: exhibit.number, ...facts, ...(dated ? { dated: dated.edtf, 'dated.zone': dated.zone } : {}) },
    );
    return { exhibit, status: 'imported' };
  });
}

/** A failure that concerns one file only; what ends the whole import is thrown on. */
async function orFailure<T>(work: Promise<T>): Promise<T | Failure> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof FailureError) || error.code === 'job.cancelled' || error.code === 'vault.locked') throw error;
    return error.failure;
  }
}

/** An exhibit whose findings could not be written down is imported all the same: it stays pending and says why. */
function outcome(file: OfferedFile, taken: Taken, read: Exhibit | Failure = taken.exhibit): ImportedFile {
  const { number: exhibit, id: exhibitId, sha256, bytes } = taken.exhibit;
  const what =
    'findings' in read
      ? { findings: read.findings, code: '', message: '' }
      : { findings: taken.exhibit.findings, code: read.code, message: read.message };
  return { file: file.path, status: taken.status, exhibit, exhibitId, sha256, bytes, ...what };
}

function failed(path: string, failure: Failure): ImportedFile {
  return {
    file: path,
    status: 'failed',
    exhibit: null,
    exhibitId: null,
    sha256: null,
    bytes: null,
    findings: null,
    code: failure.code,
    message: failure.message,
  };
}

interface Readings {
  /** Resolves as soon as there is room for another. Throws what an earlier one threw. */
  add(reading: Promise<void>): Promise<void>;
  /** Throws what any of them threw. */
  settle(): Promise<void>;
  /** Waits for all, whatever comes of them. */
  quiet(): Promise<void>;
}

function createReadings(): Readings {
  const running = new Set<Promise<void>>();
  let error: { readonly thrown: unknown } | null = null;
  const check = (): void => {
    if (error) throw error.thrown;
  };
  return {
    async add(reading) {
      const watched: Promise<void> = reading.then(
        () => void running.delete(watched),
        (thrown: unknown) => {
          running.delete(watched);
          error ??= { thrown };
        },
      );
      running.add(watched);
      if (running.size >= READERS_AT_ONCE) await Promise.race(running);
      check();
    },
    async settle() {
      await Promise.all(running);
      check();
    },
    async quiet() {
      await Promise.all(running);
    },
  };
}
