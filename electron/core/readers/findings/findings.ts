import type { Facts } from '../../../../shared/model/fact.ts';
import type { ExhibitContent, MetadataField } from '../../../../shared/model/exhibit.ts';
import type { Original } from '../../tasks/exhibit.ts';

/** What a reader found. `pages` counts pages that can be shown. */
export interface Findings extends ExhibitContent {
  /** Unreadable, where something was found nevertheless. */
  readonly status: 'read' | 'minimal' | 'unreadable';
  readonly notes: Facts;
  readonly pages: number | null;
}

/** All bytes of an original that was handed over whole. */
export function wholeBytes(original: Original): Uint8Array | null {
  const first = original.slices[0];
  return first && first.from === 0 && first.bytes.byteLength === original.total ? first.bytes : null;
}

export function minimal(notes: Facts, metadata: readonly MetadataField[] = []): Findings {
  return { status: 'minimal', notes, pages: null, passages: [], metadata, parts: [] };
}
