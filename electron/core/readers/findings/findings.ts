import type { ExhibitContent, ExhibitKind, MetadataField } from '../../../../shared/model/exhibit.ts';

/** What a reader is given of an original: all of it, or its beginning and end when it is too large to hand over. */
export interface Original {
  /** A name is data; it is never opened and never decides the format. */
  readonly fileName: string;
  /** Size of the whole original in bytes. */
  readonly total: number;
  /** One slice from 0 holding everything, or several apart. Sorted by `from`. */
  readonly slices: readonly Slice[];
}

export interface Slice {
  readonly from: number;
  readonly bytes: Uint8Array;
}

export interface Detected {
  readonly format: Format;
  readonly kind: ExhibitKind;
  readonly mediaType: string;
  /** Set when the name promises another format than the content shows. */
  readonly mismatch: string;
}

export type Format = 'empty' | 'text' | 'pdf' | 'docx' | 'message' | 'image' | 'film' | 'other' | 'unknown';

/** What a reader found. `pages` counts pages that can be shown. */
export interface Findings extends ExhibitContent {
  readonly status: 'read' | 'minimal';
  readonly note: string;
  readonly pages: number | null;
}

export interface ReadOriginal extends ExhibitContent {
  readonly kind: ExhibitKind;
  readonly mediaType: string;
  readonly pages: number | null;
  readonly status: 'read' | 'minimal' | 'unreadable';
  readonly note: string;
  /** Which reader it was, for the custody entry; its version is Casewright's own. */
  readonly reader: string;
}

/** All bytes of an original that was handed over whole. */
export function wholeBytes(original: Original): Uint8Array | null {
  const first = original.slices[0];
  return first && first.from === 0 && first.bytes.byteLength === original.total ? first.bytes : null;
}

export function minimal(note: string, metadata: readonly MetadataField[] = []): Findings {
  return { status: 'minimal', note, pages: null, passages: [], metadata, parts: [] };
}
