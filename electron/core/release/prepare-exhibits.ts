import type { Exhibit } from '../../../shared/model/exhibit.ts';
import { safeFileName } from '../../../shared/model/file-name.ts';
import { formatOf, formats } from '../../../shared/model/format.ts';
import { FailureError } from '../../../shared/result.ts';
import { copyOriginal } from '../domain/evidence/index.ts';
import type { Drawn as DrawnExhibit } from '../domain/release/index.ts';
import type { Work } from '../domain/ports/work.ts';
import type { Appearance } from '../tasks/case-file.ts';
import type { ExhibitPagesOutput, Pack, PageNote, SlipReason } from '../tasks/pages.ts';

export interface Prepared {
  readonly number: string;
  readonly appearance: Appearance;
  /** The exhibit's pages, made safe by the worker. */
  readonly pack?: Pack;
  /** The original, where it is attached. */
  readonly original?: Uint8Array;
}

/** A PDF is read whole by whoever opens it: larger originals, and more of them, stay in the vault. */
export const attachmentLimits = { one: 64 << 20, all: 256 << 20 } as const;
/** A larger foreign document is not prepared as pages. */
const mostBytes = 512 << 20;
/** Exhibits prepared at a time: more would only hold more originals in memory. */
const atOnce = 2;

type Drawn = Extract<ExhibitPagesOutput, { as: 'pages' }> | { readonly as: 'slip'; readonly reason: SlipReason; readonly problem: string };

/** Decides how each exhibit stands in the file: as pages, as a slip with its original attached, or as a slip alone. */
export async function prepareExhibits(
  work: Work,
  exhibits: readonly Exhibit[],
  say: (number: string) => string,
): Promise<readonly Prepared[]> {
  const drawn = await drawAll(work, exhibits, say);
  const prepared: Prepared[] = [];
  let room: number = attachmentLimits.all;
  // In the order of the schedule, so that the same case gives the same file.
  for (const [index, exhibit] of exhibits.entries()) {
    const one = drawn[index];
    if (!one) throw new Error(`${exhibit.number} was not prepared`);
    const { number } = exhibit;
    if (one.as === 'pages') {
      const { pages, notes, comments, pack, parts, forms } = one;
      const attached = needsOriginal(notes) && exhibit.bytes <= Math.min(attachmentLimits.one, room);
      if (attached) room -= exhibit.bytes;
      prepared.push({
        number,
        appearance: { as: 'pages', pages, notes, comments, attachment: attached ? attachmentName(exhibit) : null },
        pack: { pack, parts, forms },
        ...(attached ? { original: await copyOriginal(work.vault, exhibit, { signal: work.job.signal }) } : {}),
      });
      continue;
    }
    const { reason, problem } = one;
    const attachable = reason !== 'covered' && exhibit.bytes <= Math.min(attachmentLimits.one, room);
    if (!attachable) {
      prepared.push({ number, appearance: { as: 'slip', reason: reason === 'native' ? 'too-large' : reason, problem, attachment: null } });
      continue;
    }
    room -= exhibit.bytes;
    prepared.push({
      number,
      appearance: { as: 'slip', reason, problem, attachment: attachmentName(exhibit) },
      original: await copyOriginal(work.vault, exhibit, { signal: work.job.signal }),
    });
  }
  return prepared;
}

async function drawAll(work: Work, exhibits: readonly Exhibit[], say: (number: string) => string): Promise<readonly (Drawn | undefined)[]> {
  const drawn: (Drawn | undefined)[] = exhibits.map(() => undefined);
  let next = 0;
  let done = 0;
  const lane = async (): Promise<void> => {
    for (let index = next++; index < exhibits.length; index = next++) {
      const exhibit = exhibits[index] as Exhibit;
      work.job.progress({ done, total: exhibits.length, bytes: 0, totalBytes: null, item: say(exhibit.number) });
      drawn[index] = await draw(work, exhibit);
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  return drawn;
}

async function draw(work: Work, exhibit: Exhibit): Promise<Drawn> {
  if (exhibit.covered) return { as: 'slip', reason: 'covered', problem: '' };
  if (exhibit.bytes === 0) return { as: 'slip', reason: 'empty', problem: '' };
  if (!formatOf(exhibit.mediaType).drawn || exhibit.bytes > mostBytes) return { as: 'slip', reason: 'native', problem: '' };
  // What stopped its reader is not let loose a second time: a bomb does not become pages.
  if (exhibit.findings.status === 'unreadable') return { as: 'slip', reason: 'unread', problem: '' };
  const bytes = await copyOriginal(work.vault, exhibit, { signal: work.job.signal });
  try {
    return await work.workers.run(
      'print.exhibitPages',
      { bytes, mediaType: exhibit.mediaType },
      { signal: work.job.signal, transfer: [bytes.buffer] },
    );
  } catch (error) {
    if (!(error instanceof FailureError) || error.code === 'job.cancelled') throw error;
    return { as: 'slip', reason: 'too-heavy', problem: error.message };
  }
}

/** Whose pages were compared with what the viewing engine shows, and which could not be drawn so. */
export function howDrawn(exhibits: readonly Exhibit[], prepared: readonly Prepared[]): readonly DrawnExhibit[] {
  return prepared.map(({ number, appearance }, index) => {
    if (appearance.as === 'slip') return { number, outcome: notDrawn.includes(appearance.reason) ? 'refused' : 'other' };
    return { number, outcome: exhibits[index]?.mediaType === formats.pdf.mediaType ? 'compared' : 'other' };
  });
}

const notDrawn: readonly SlipReason[] = ['encrypted', 'damaged', 'differs', 'unread', 'too-many-pixels', 'too-heavy'];

/** Whether pages leave out something that only the original shows. */
export function needsOriginal(notes: readonly PageNote[]): boolean {
  return notes.includes('moving') || notes.includes('cut');
}

/** Number first, so that attachments sort as the schedule does and no two have one name; short enough for every disk. */
export function attachmentName({ number, fileName }: Pick<Exhibit, 'number' | 'fileName'>): string {
  const before = `${number} `;
  return `${before}${safeFileName(fileName, before)}`;
}

/** Buffers that can be handed to another thread, because nothing else stands in them: evidence is never held twice. */
export function wholeBuffers(pieces: readonly Uint8Array[]): ArrayBuffer[] {
  return pieces.flatMap(({ buffer, byteLength }) =>
    buffer instanceof ArrayBuffer && buffer.byteLength === byteLength && byteLength > 0 ? [buffer] : [],
  );
}
