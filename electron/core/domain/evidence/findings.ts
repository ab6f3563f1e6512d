import { type Exhibit, LARGEST_READ } from '../../../../shared/model/exhibit.ts';
import { isDescribed } from '../../../../shared/model/format.ts';
import type { CaseId, ExhibitId } from '../../../../shared/model/identifier.ts';
import { FailureError } from '../../../../shared/result.ts';
import type { Original, ReadOriginal } from '../../tasks/exhibit.ts';
import { describeNotes } from '../../../../shared/words/notes.ts';
import { requireCase } from '../case/index.ts';
import type { Work } from '../ports/work.ts';
import { requireExhibit } from './exhibit.ts';
import { copyOriginal } from './original.ts';

const MEBIBYTE = 1024 * 1024;
/** What a reader sees of either end of an original that is too large to be handed over. */
const END_SLICE = 4 * MEBIBYTE;

/** Failures that say nothing about the exhibit: it stays pending and is read at the next import. */
const NOT_THE_EXHIBITS = new Set(['job.cancelled', 'vault.locked']);

/**
 * Reads an exhibit's content in a limited thread and records what came of it, with its custody entry, in one transaction.
 * Whatever a hostile file does to its reader, the exhibit stays sealed and is called unreadable with the reason.
 * Throws job.cancelled and vault.locked; then nothing was recorded.
 */
export async function readExhibit(work: Work, exhibit: Exhibit, when: 'pending' | 'again' = 'pending'): Promise<Exhibit> {
  const found = await askReader(work, exhibit);
  if (work.job.signal.aborted) throw new FailureError('job.cancelled');
  return work.vault.transact(({ exhibits, ledger }) => {
    const before = requireExhibit({ exhibits }, exhibit.id);
    // Two imports may have picked up the same pending exhibit.
    if (when === 'pending' && before.findings.status !== 'pending') return before;
    const { status, notes, kind, mediaType, pages, passages, metadata, parts } = found;
    const detail = {
      number: exhibit.number,
      reader: found.reader,
      version: work.version,
      outcome: status,
      note: describeNotes(notes, 'en'),
      // The sentence for a stranger, the facts for a reader of another language.
      ...(notes.length === 0 ? {} : { notes: JSON.stringify(notes) }),
      kind,
      mediaType,
      pages,
      passages: passages.length,
      parts: parts.length,
    };
    ledger.custody('read', { caseId: exhibit.caseId, exhibitId: exhibit.id }, detail);
    // A later reader that fails does not take away what an earlier one found.
    if (before.findings.status === 'read' && status === 'unreadable') return before;
    const after: Exhibit = { ...before, kind, mediaType, pages, findings: { status, notes } };
    exhibits.update(after);
    exhibits.putContent(exhibit.id, { passages, metadata, parts });
    return after;
  });
}

/** Reads the named exhibits again; without names, those of the case that are pending or unreadable. */
export async function readExhibits(
  work: Work,
  caseId: CaseId,
  exhibitIds?: readonly ExhibitId[],
): Promise<{ readonly read: number; readonly unreadable: number }> {
  const { vault, job } = work;
  requireCase(vault.read, caseId);
  const wanted = vault.read.exhibits
    .list(caseId)
    .filter((one) =>
      exhibitIds ? exhibitIds.includes(one.id) : one.findings.status === 'pending' || one.findings.status === 'unreadable',
    );
  const totalBytes = wanted.reduce((sum, one) => sum + one.bytes, 0);
  let bytes = 0;
  let unreadable = 0;
  for (const [done, exhibit] of wanted.entries()) {
    if (job.signal.aborted) throw new FailureError('job.cancelled');
    job.progress({ done, total: wanted.length, bytes, totalBytes, item: exhibit.number });
    const after = await readExhibit(work, exhibit, 'again');
    if (after.findings.status === 'unreadable') unreadable += 1;
    bytes += exhibit.bytes;
  }
  job.progress({ done: wanted.length, total: wanted.length, bytes, totalBytes, item: '' });
  return { read: wanted.length - unreadable, unreadable };
}

async function askReader(work: Work, exhibit: Exhibit): Promise<ReadOriginal> {
  const { workers, job } = work;
  try {
    const slices = await cutSlices(work, exhibit);
    return await workers.run('exhibit.read', orderOf(exhibit, slices), {
      signal: job.signal,
      transfer: slices.map((slice) => slice.bytes.buffer as ArrayBuffer),
    });
  } catch (error) {
    if (!(error instanceof FailureError) || NOT_THE_EXHIBITS.has(error.code)) throw error;
    const { code, values } = error.failure;
    const { kind, mediaType, reader } = await askWhatItIs(work, exhibit);
    return {
      kind,
      mediaType,
      reader,
      status: 'unreadable',
      notes: [{ code, values }],
      pages: null,
      passages: [],
      metadata: [],
      parts: [],
    };
  }
}

/** What an exhibit is by its first bytes, when its reader had to be stopped. */
async function askWhatItIs({ vault, workers, job }: Work, exhibit: Exhibit): Promise<Pick<ReadOriginal, 'kind' | 'mediaType' | 'reader'>> {
  try {
    const bytes = await copyOriginal(vault, exhibit, { to: Math.min(exhibit.bytes, MEBIBYTE) });
    const detected = await workers.run('exhibit.detect', orderOf(exhibit, [{ from: 0, bytes }]), {
      signal: job.signal,
      transfer: [bytes.buffer],
    });
    return { kind: detected.kind, mediaType: detected.mediaType, reader: detected.format };
  } catch (error) {
    if (!(error instanceof FailureError) || NOT_THE_EXHIBITS.has(error.code)) throw error;
    return { kind: 'other', mediaType: 'application/octet-stream', reader: 'none' };
  }
}

/** All of an original whose content is read; of one that is only described, or too large, both ends. */
async function cutSlices(work: Work, exhibit: Exhibit): Promise<Original['slices']> {
  const { vault } = work;
  if (exhibit.bytes <= 2 * END_SLICE) return [{ from: 0, bytes: await copyOriginal(vault, exhibit) }];
  const described = exhibit.bytes > LARGEST_READ || isDescribed((await askWhatItIs(work, exhibit)).reader);
  if (!described) return [{ from: 0, bytes: await copyOriginal(vault, exhibit) }];
  const tail = exhibit.bytes - END_SLICE;
  return [
    { from: 0, bytes: await copyOriginal(vault, exhibit, { to: END_SLICE }) },
    { from: tail, bytes: await copyOriginal(vault, exhibit, { from: tail }) },
  ];
}

function orderOf(exhibit: Exhibit, slices: Original['slices']): Original {
  return { fileName: exhibit.fileName, total: exhibit.bytes, slices };
}
