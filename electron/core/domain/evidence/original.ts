import type { Exhibit } from '../../../../shared/model/exhibit.ts';
import type { ExhibitId } from '../../../../shared/model/identifier.ts';
import { FailureError } from '../../../../shared/result.ts';
import { requireExhibit } from './exhibit.ts';
import type { OpenObject, Vault } from '../ports/index.ts';
import { projection } from '../ports/projection.ts';
import { nextTurn } from '../ports/turn.ts';

/** How long an original stays open after it was last asked for: a player asks again within a second or two. */
const KEPT_OPEN = 15_000;
const MOST_OPEN = 8;
/** The most one answer carries; whoever wants more asks again from where it ended. */
const MOST_BYTES = 64 * 1024 * 1024;
const CHUNK = 4 * 1024 * 1024;

interface Kept {
  readonly exhibit: Pick<Exhibit, 'mediaType'>;
  readonly object: OpenObject;
  timer: NodeJS.Timeout;
}

const openOriginals = projection(() => new Map<ExhibitId, Kept>());

/** Plaintext [from, to) of an original, every segment authenticated. Throws exhibit.unknown, object.missing, object.altered. */
export function readOriginalBytes(
  vault: Vault,
  exhibitId: ExhibitId,
  from: number,
  to: number,
): { readonly bytes: Uint8Array<ArrayBuffer>; readonly mediaType: string; readonly total: number } {
  const { exhibit, object } = keepOpen(vault, exhibitId);
  const bytes = object.read(from, Math.min(to, from + MOST_BYTES));
  return { bytes, mediaType: exhibit.mediaType, total: object.bytes };
}

/**
 * A whole original, or [from, to) of it, in memory of its own, so that it can be handed to a thread. Decrypted in pieces
 * between which the core answers others. Throws as above, and job.cancelled.
 */
export async function copyOriginal(
  vault: Vault,
  exhibit: Exhibit,
  { from = 0, to = exhibit.bytes, signal }: { readonly from?: number; readonly to?: number; readonly signal?: AbortSignal } = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const object = vault.objects.open(vault.read.exhibits.object(exhibit.id), exhibit.number);
  try {
    const bytes = new Uint8Array(to - from);
    for (let at = from; at < to; at += CHUNK) {
      if (signal?.aborted) throw new FailureError('job.cancelled');
      bytes.set(object.read(at, Math.min(to, at + CHUNK)), at - from);
      await nextTurn();
    }
    return bytes;
  } finally {
    object.close();
  }
}

function keepOpen(vault: Vault, exhibitId: ExhibitId): Kept {
  const kept = openOriginals(vault);
  const known = kept.get(exhibitId);
  if (known) {
    known.timer.refresh();
    return known;
  }
  for (const oldest of kept.keys()) {
    if (kept.size < MOST_OPEN) break;
    letGo(kept, oldest);
  }
  const exhibit = requireExhibit(vault.read, exhibitId);
  const object = vault.objects.open(vault.read.exhibits.object(exhibitId), exhibit.number);
  const one: Kept = { exhibit, object, timer: setTimeout(() => letGo(kept, exhibitId), KEPT_OPEN).unref() };
  kept.set(exhibitId, one);
  return one;
}

function letGo(kept: Map<ExhibitId, Kept>, exhibitId: ExhibitId): void {
  const one = kept.get(exhibitId);
  kept.delete(exhibitId);
  clearTimeout(one?.timer);
  one?.object.close();
}
