import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Exhibit } from '../../../shared/model/exhibit.ts';
import { FailureError } from '../../../shared/result.ts';
import type { Appearance } from './content.ts';
import { hasPages } from './exhibit-pages.ts';
import type { ReleaseTools } from './release-case-file.ts';

export interface Prepared {
  readonly number: string;
  readonly appearance: Appearance;
  /** The exhibit's pages, made safe by the worker. */
  readonly pack?: Uint8Array;
  /** The original, where it is attached. */
  readonly original?: Uint8Array;
}

/** A PDF is read whole by whoever opens it: larger originals, and more of them, stay in the vault. */
export const attachmentLimits = { one: 64 << 20, all: 256 << 20 } as const;
/** One foreign document may take this much to prepare. */
const limits = { seconds: 120, megabytes: 1024, bytes: 512 << 20 } as const;
const segment = 4 << 20;

/** Decides how each exhibit stands in the file: as pages, as a slip with its original attached, or as a slip alone. */
export async function prepareExhibits(tools: ReleaseTools, exhibits: readonly Exhibit[], say: (number: string) => string): Promise<readonly Prepared[]> {
  const prepared: Prepared[] = [];
  let room: number = attachmentLimits.all;
  for (const [index, exhibit] of exhibits.entries()) {
    tools.progress({ done: index, total: exhibits.length, bytes: 0, totalBytes: null, item: say(exhibit.number) });
    const one = await prepare(tools, exhibit, room);
    room -= one.original?.length ?? 0;
    prepared.push(one);
  }
  return prepared;
}

async function prepare(tools: ReleaseTools, exhibit: Exhibit, room: number): Promise<Prepared> {
  const { number } = exhibit;
  if (exhibit.covered) return { number, appearance: { as: 'slip', reason: 'covered', problem: '', attachment: null } };
  const drawable = hasPages(exhibit.mediaType) && exhibit.bytes <= limits.bytes;
  const attachable = exhibit.bytes <= Math.min(attachmentLimits.one, room);
  if (!drawable && !attachable) return { number, appearance: { as: 'slip', reason: 'too-large', problem: '', attachment: null } };
  const bytes = await readWhole(tools, exhibit);
  const drawn = drawable ? await draw(tools, exhibit, bytes) : ({ as: 'slip', reason: exhibit.bytes === 0 ? 'empty' : 'native', problem: '' } as const);
  if (drawn.as === 'pages') return { number, appearance: { as: 'pages', pages: drawn.pages, notes: drawn.notes }, pack: drawn.pack };
  const { reason, problem } = drawn;
  if (!attachable) return { number, appearance: { as: 'slip', reason: reason === 'native' ? 'too-large' : reason, problem, attachment: null } };
  return { number, appearance: { as: 'slip', reason, problem, attachment: attachmentName(exhibit) }, original: bytes };
}

async function draw({ workers, signal }: ReleaseTools, exhibit: Exhibit, bytes: Uint8Array) {
  try {
    return await workers.run('report.exhibitPages', { bytes, mediaType: exhibit.mediaType }, { seconds: limits.seconds, megabytes: limits.megabytes, signal });
  } catch (error) {
    if (!(error instanceof FailureError) || error.code === 'job.cancelled') throw error;
    return { as: 'slip', reason: 'too-heavy', problem: error.message } as const;
  }
}

/** Every segment is authenticated on the way out of the vault. */
async function readWhole({ vault, signal }: ReleaseTools, exhibit: Exhibit): Promise<Uint8Array> {
  const open = vault.objects.open(vault.read.exhibits.object(exhibit.id), exhibit.number);
  try {
    const bytes = new Uint8Array(open.bytes);
    for (let at = 0; at < open.bytes; at += segment) {
      if (signal.aborted) throw new FailureError('job.cancelled');
      bytes.set(open.read(at, Math.min(at + segment, open.bytes)), at);
      await nextTurn();
    }
    return bytes;
  } finally {
    open.close();
  }
}

/** Number first, so that attachments sort as the schedule does; the rest of the name as far as every system can store it. */
export function attachmentName({ number, fileName }: Pick<Exhibit, 'number' | 'fileName'>): string {
  const safe = fileName.normalize('NFC').replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\\/:*?"<>|]/gu, '_').replace(/^\.+/, '_').trim();
  return `${number} ${[...safe].slice(-120).join('') || 'original'}`;
}
