import type { Facts } from '../../../shared/model/fact.ts';
import type { ExhibitContent, ExhibitKind } from '../../../shared/model/exhibit.ts';
import type { ReaderName } from '../../../shared/model/format.ts';
import { MEBIBYTE, type Task, type TermsOf } from './task.ts';

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
  /** The reader of its format. */
  readonly format: ReaderName;
  readonly kind: ExhibitKind;
  readonly mediaType: string;
  /** Said when the name promises another format than the content shows. */
  readonly mismatch: Facts;
}

export interface ReadOriginal extends ExhibitContent {
  readonly kind: ExhibitKind;
  readonly mediaType: string;
  readonly pages: number | null;
  readonly status: 'read' | 'minimal' | 'unreadable';
  readonly notes: Facts;
  /** Which reader it was, for the custody entry; its version is Casewright's own. */
  readonly reader: string;
}

export interface PageImageOrder {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  /** Counted from 1. */
  readonly page: number;
  /** Wanted width in pixels, 16 to 4096; an image is never enlarged. */
  readonly width: number;
}

/** One page as a picture. Words are fractions of the page from its upper left corner, in reading order. */
export interface PageImage {
  readonly png: Uint8Array<ArrayBuffer>;
  readonly width: number;
  readonly height: number;
  readonly words: readonly {
    readonly text: string;
    readonly left: number;
    readonly top: number;
    readonly width: number;
    readonly height: number;
  }[];
}

// A type rather than an interface, as in the other files: only a type is taken apart name by name.
export type ExhibitTasks = {
  'exhibit.read': Task<Original, ReadOriginal>;
  /** Only what an original is, for when its reader had to be stopped. */
  'exhibit.detect': Task<Original, Detected>;
  /** Draws one page. Throws exhibit.no-picture. */
  'exhibit.pageImage': Task<PageImageOrder, PageImage>;
};

export const exhibitTerms: TermsOf<ExhibitTasks> = {
  'exhibit.read': { lane: 'foreign', seconds: 120, megabytes: ({ total }) => (total <= 32 * MEBIBYTE ? 512 : 1280) },
  'exhibit.detect': { lane: 'foreign', seconds: 20, megabytes: 512 },
  'exhibit.pageImage': { lane: 'foreign', seconds: 60, megabytes: 1024 },
};
